"""Points of an agenda that wait for the next one: those that a meeting did not treat, and those that somebody put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkPoints:
    """« points reportés du GT Diabète : enquête, budget »; without a group: that of what she told just before."""

    points: tuple[str, ...]
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedPoint:
    """A point put off to the next agenda of a group; `meeting_id`: the planned meeting whose agenda took it."""

    id: int = 0
    group_id: int
    text: str
    account_id: int
    parked_at: datetime
    update_id: int
    undone_at: datetime | None = None
    meeting_id: int | None = None
