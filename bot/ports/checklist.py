"""What is kept of what is to be seen to before planned meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.checklist import Thing


class Checklist(Protocol):
    """What is to be seen to."""

    def add(self, things: Sequence[Thing]) -> None:
        """Keeps what one message told."""
        ...

    def of_meeting(self, meeting_id: int) -> tuple[Thing, ...]:
        """The list of a meeting, in the order in which it was told."""
        ...

    def of_update(self, meeting_id: int, update_id: int) -> tuple[Thing, ...]:
        """What one message told, taken back or not."""
        ...

    def tick(self, meeting_id: int, thing_id: int, *, done: bool) -> bool:
        """Notes whether it is seen to; False when it is not on the list."""
        ...

    def drop(self, meeting_id: int, thing_id: int, *, now: datetime) -> None:
        """Takes one of them off the list."""
        ...

    def take_back(self, meeting_id: int, update_id: int, *, now: datetime) -> None:
        """Takes what that message told off the list."""
        ...
