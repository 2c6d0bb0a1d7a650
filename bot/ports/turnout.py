"""What is kept of who said beforehand that they come to a planned meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.turnout import Word


class Turnout(Protocol):
    """Who comes; nothing is rewritten, what was told last holds."""

    def add(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Keeps what one message told; its ids are given."""
        ...

    def of_meeting(self, meeting_id: int) -> tuple[Word, ...]:
        """All that was told of a meeting, oldest first, taken back or not."""
        ...

    def of_update(self, meeting_id: int, update_id: int) -> tuple[Word, ...]:
        """What one message told of a meeting."""
        ...

    def take_back(self, meeting_id: int, update_id: int, *, now: datetime) -> bool:
        """Whether this call took back what that message told."""
        ...
