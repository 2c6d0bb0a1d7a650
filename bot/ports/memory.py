"""Where past meetings are searched for words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.domain.memory import Sought, ToldMeeting


class Memory(Protocol):
    """The minutes of one territory, as sentences."""

    def telling(
        self, sought: Sequence[Sought], *, group_ids: Sequence[int] | None, person_id: int | None, limit: int
    ) -> tuple[ToldMeeting, ...]:
        """Held meetings that may say at least one of these words, those with most first, then the newest; `person_id`: as `Meetings.lines`.

        The caller looks again: a word that only begins the same is among them.
        """
        ...
