"""What the reading of an attendance list depends on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RollSetting:
    """What the reading of names depends on: the group met, the words of the place and of the head count, which list nobody."""

    group_id: int | None
    skipped: frozenset[int] = frozenset()
    listed: bool = False
