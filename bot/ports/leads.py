"""What is kept of how long before each meeting of a group its pilot hears of it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Leads(Protocol):
    """How long before, group by group."""

    def of_group(self, group_id: int) -> tuple[int, ...]:
        """So many minutes, the longest first."""
        ...

    def add(self, group_id: int, minutes: int) -> bool:
        """One more; False when it stands already."""
        ...

    def remove(self, group_id: int, minutes: int) -> bool:
        """One less; False when there is none."""
        ...

    def planned_since(self, meeting_id: int, since: datetime) -> bool:
        """Whether that meeting was planned, moved or put back at that moment or later."""
        ...
