"""Which updates wait for the bot: the queue with its offsets, its 24 hours, its long polls and its allowed types."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator.refusals import OTHER_POLL, WEBHOOK_SET, ApiRefusal

Json = dict[str, Any]

UPDATE_KINDS = (
    "message",
    "edited_message",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "my_chat_member",
    "message_reaction",
    "poll_answer",
)
LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIFETIME = 24 * 3600  # seconds
MAX_TIMEOUT = 50  # seconds
MAX_LIMIT = 100
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class QueuedUpdate:
    """An update as it will travel: `chat` orders webhook deliveries."""

    id: int
    chat: int
    expires: float
    body: bytes


class UpdateQueue:
    """Updates in order. `timestamp` gives the world's seconds; `changed` is called when the bot has taken some."""

    def __init__(self, *, timestamp: Callable[[], float], changed: Callable[[], None], first_id: int = 100_000_001) -> None:
        self._timestamp, self._changed = timestamp, changed
        self.next_id = first_id
        self.waiting: deque[QueuedUpdate] = deque()
        self.repeated: deque[QueuedUpdate] = deque()
        self.last: QueuedUpdate | None = None
        self.allowed: frozenset[str] | None = None  # None: the default set
        self.handed = first_id - 1  # the greatest id that a poll or the webhook was given
        self.on_arrival: Callable[[QueuedUpdate], None] | None = None  # the webhook, when one is set
        self._poll: asyncio.Future[None] | None = None

    def allows(self, kind: str) -> bool:
        """Whether the bot asked for this kind of update."""
        return kind not in LEFT_OUT_BY_DEFAULT if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Remember allowed_updates; an empty list gives the default back, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(kinds) if kinds else None

    def add(self, kind: str, content: Json, *, chat: int) -> int | None:
        """Queue an update and return its id, or None when the bot did not ask for such updates."""
        if not self.allows(kind):
            return None
        number, self.next_id = self.next_id, self.next_id + 1
        body = _ENCODER.encode({"update_id": number, kind: content}).encode()
        self.last = QueuedUpdate(number, chat, self._timestamp() + LIFETIME, body)
        self.waiting.append(self.last)
        self._arrived(self.last)
        return number

    def repeat_last(self) -> int:
        """Fault: the newest update will be delivered once more, whatever the offset, under the same update_id."""
        if self.last is None:
            raise ValueError("no update was made yet")
        self.repeated.append(self.last)
        self._arrived(self.last)
        return self.last.id

    def _arrived(self, update: QueuedUpdate) -> None:
        if self.on_arrival is not None:
            self.on_arrival(update)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def confirm(self, offset: int) -> None:
        """Forget what `offset` says was received: everything before it (or, negative, all but the last -offset)."""
        before = len(self.waiting)
        if offset > 0:
            while self.waiting and self.waiting[0].id < offset:
                self.waiting.popleft()
        elif offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        if len(self.waiting) != before:
            self._changed()

    def delivered(self, update: QueuedUpdate) -> None:
        """The webhook took this update."""
        self.handed = max(self.handed, update.id)
        if update in self.waiting:
            self.waiting.remove(update)
        self._changed()

    def drop_all(self) -> None:
        """Forget all that waits (drop_pending_updates)."""
        self.waiting.clear()
        self.repeated.clear()
        self._changed()

    def expire(self) -> None:
        """Forget what is older than 24 hours."""
        now = self._timestamp()
        while self.waiting and self.waiting[0].expires <= now:
            self.waiting.popleft()

    def _take(self, limit: int) -> list[QueuedUpdate]:
        self.expire()
        taken = [self.repeated.popleft() for _ in range(min(limit, len(self.repeated)))]
        taken += [self.waiting[index] for index in range(min(limit - len(taken), len(self.waiting)))]
        if taken:
            self.handed = max(self.handed, taken[-1].id)
        return taken

    def end_poll(self, reason: ApiRefusal = OTHER_POLL) -> None:
        """End the long poll under way, if any, with a conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(reason)
        self._poll = None

    def webhook_taken(self) -> None:
        """A webhook is set: the long poll under way ends."""
        self.end_poll(WEBHOOK_SET)

    async def poll(self, *, offset: int, limit: int, wait: float) -> list[bytes]:
        """Bodies of the updates from `offset` on; waits up to `wait` seconds for a first one. A newer poll ends it with 409."""
        self.end_poll()
        self.confirm(offset)
        taken = self._take(limit)
        if not taken and wait > 0:
            mine = self._poll = asyncio.get_running_loop().create_future()
            done, _ = await asyncio.wait([mine], timeout=wait)
            if self._poll is mine:
                self._poll = None
            if done:
                mine.result()  # raises the conflict
                taken = self._take(limit)
        return [update.body for update in taken]
