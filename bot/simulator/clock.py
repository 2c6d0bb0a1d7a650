"""What time is it for the simulated world: real, shifted or frozen, and never going back."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


class SimulatedClock:
    """A clock that can be moved forward. Frozen when built with `frozen_at`, otherwise it runs with real time plus a shift.

    `zone` is the IANA name of the zone in which people live (used for « lundi matin »). Listeners are told of each jump.
    """

    def __init__(self, *, frozen_at: datetime | None = None, zone: str = "Europe/Paris") -> None:
        if frozen_at is not None and frozen_at.tzinfo is None:
            raise ValueError("frozen_at must be an aware datetime")
        self.zone = ZoneInfo(zone)
        self._frozen = None if frozen_at is None else frozen_at.timestamp()
        self._shift = 0.0
        self._listeners: list[Callable[[datetime], None]] = []

    @property
    def is_frozen(self) -> bool:
        """Whether time stands still between two jumps."""
        return self._frozen is not None

    def timestamp(self) -> float:
        """Seconds since the epoch, as the world sees them."""
        return (time.time() if self._frozen is None else self._frozen) + self._shift

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def local(self) -> datetime:
        """The current instant in the zone where people live."""
        return datetime.fromtimestamp(self.timestamp(), self.zone)

    def advance(self, step: timedelta) -> datetime:
        """Jump forward by `step` (never negative) and return the new instant."""
        if step < timedelta(0):
            raise ValueError("time does not go back")
        self._shift += step.total_seconds()
        now = self.now()
        for listener in list(self._listeners):
            listener(now)
        return now

    def advance_to(self, instant: datetime) -> datetime:
        """Jump forward to an aware instant; one that is already past is refused."""
        return self.advance(timedelta(seconds=instant.timestamp() - self.timestamp()))

    def next_monday_morning(self) -> datetime:
        """The next Monday at 8:00 local time, strictly after now."""
        here = self.local()
        monday = (here + timedelta(days=-here.weekday())).replace(hour=8, minute=0, second=0, microsecond=0)
        return monday if monday > here else monday + timedelta(days=7)

    def on_jump(self, listener: Callable[[datetime], None]) -> None:
        """Have `listener(new_instant)` called after each jump (the trial lets its bot follow the same clock)."""
        self._listeners.append(listener)
