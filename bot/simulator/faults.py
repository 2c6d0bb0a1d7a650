"""What goes wrong on demand: refusals, slow answers, answers lost after the work was done, and the pace limits of Telegram."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.simulator.refusals import CHAT_NOT_FOUND, DEACTIVATED, INTERNAL, ApiRefusal, blocked, migrated, too_many_requests

FaultKind = Literal[
    "429", "500", "403", "gone", "deactivated", "migrated", "latency", "slow_after_commit", "lost_after_commit", "cut_before"
]
MIGRATED_TO = -1_000_000_000_001  # a supergroup


@dataclass(slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong, `times` times (None: until removed), for one method and one chat (None: any).

    429 `retry_after` seconds; 500; 403 blocked; gone: the chat is not found; deactivated: a deleted account; migrated: the chat has another
    id; latency: answers `delay` seconds later; slow_after_commit: the work is done, the
    answer comes `delay` seconds later; lost_after_commit: the work is done and the connection is cut; cut_before: the connection is
    cut before anything is done.
    """

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    delay: float = 0.0
    retry_after: int = 1

    def refusal(self) -> ApiRefusal | None:
        """The refusal that it stands for, if it is one."""
        match self.kind:
            case "429":
                return too_many_requests(self.retry_after)
            case "500":
                return INTERNAL
            case "403":
                return blocked()
            case "gone":
                return CHAT_NOT_FOUND
            case "deactivated":
                return DEACTIVATED
            case "migrated":
                return migrated(MIGRATED_TO)
            case _:
                return None


@dataclass(slots=True)
class Faults:
    """The faults that are switched on, in the order in which they were."""

    active: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """Switch a fault on."""
        self.active.append(fault)
        return fault

    def clear(self) -> None:
        """Back to a world where all works."""
        self.active.clear()

    def strike(self, method: str, chat_id: int | None) -> tuple[float, Fault | None]:
        """What hits this call: seconds of latency (all that fit add up) and the first other fault, one use of each being spent.

        getUpdates is hit only by faults that name it.
        """
        delay = 0.0
        for fault in list(self.active):
            if not _fits(fault, method, chat_id):
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.active.remove(fault)
            if fault.kind != "latency":
                return delay, fault
            delay += fault.delay
        return delay, None


def _fits(fault: Fault, method: str, chat_id: int | None) -> bool:
    if fault.method is None:
        if method == "getupdates":
            return False
    elif fault.method.lower() != method:
        return False
    return fault.chat_id is None or fault.chat_id == chat_id


class Pace:
    """About 1 message a second to one chat (short bursts pass), 20 a minute to a group, 30 a second overall."""

    OVERALL, PER_CHAT, GROUP = (30, 1.0), (3, 3.0), (20, 60.0)  # messages, seconds

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._sent: dict[int | None, deque[float]] = {}

    def check(self, chat_id: int) -> None:
        """Count one message to this chat, or refuse it with 429."""
        now = self._seconds()
        rules = [(None, self.OVERALL), (chat_id, self.GROUP if chat_id < 0 else self.PER_CHAT)]
        for key, (most, window) in rules:
            times = self._sent.setdefault(key, deque())
            while times and times[0] <= now - window:
                times.popleft()
            if len(times) >= most:
                raise too_many_requests(max(1, round(times[0] + window - now)))
        for key, _ in rules:
            self._sent[key].append(now)
