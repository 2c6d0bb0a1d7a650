"""Points of an agenda that wait for the next one: those that a meeting did not treat, and those that somebody put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Parking = Literal["told", "put_off", "new", "drop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkPoints:
    """« points reportés du GT Diabète : enquête, budget »; without a group: that of what she told just before.

    `deed`: they are told to wait, leave the coming agenda that bears them, come new, or are to be proposed no more. `day`: that of
    the agenda that they leave.
    """

    points: tuple[str, ...]
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    deed: Parking = "told"
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedPoint:
    """A point put off to the next agenda of a group; `meeting_id`: the planned meeting whose agenda took it, `left_id`: the one it left."""

    id: int = 0
    group_id: int
    text: str
    account_id: int
    parked_at: datetime
    update_id: int
    undone_at: datetime | None = None
    meeting_id: int | None = None
    left_id: int | None = None
