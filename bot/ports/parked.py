"""What is kept of points that wait for the next agenda of a group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.parked import ParkedPoint


class ParkedPoints(Protocol):
    """Points that wait."""

    def add(self, points: Sequence[ParkedPoint]) -> None:
        """Keeps what one message put off."""
        ...

    def of_update(self, update_id: int) -> tuple[ParkedPoint, ...]:
        """What one message put off."""
        ...

    def waiting(self, group_id: int) -> tuple[ParkedPoint, ...]:
        """Those that no agenda of the group took, but that of a meeting cancelled since, oldest first."""
        ...

    def last_agenda(self, group_id: int, *, before: date) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The points that were planned for the last meeting held by that day, those of which it spoke, and what came out of it."""
        ...

    def take_back(self, update_id: int, *, now: datetime) -> None:
        """What that message put off waits no more, unless an agenda took it."""
        ...

    def drop(self, point_ids: Sequence[int], *, now: datetime) -> None:
        """They are proposed no more."""
        ...

    def take_in(self, point_ids: Sequence[int], meeting_id: int) -> None:
        """Notes that the agenda of that meeting took them."""
        ...

    def let_go(self, meeting_id: int) -> None:
        """What the agenda of that meeting took waits again."""
        ...
