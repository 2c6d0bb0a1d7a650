"""What a series of meetings is: a rule, and the meetings that it has planned as rows up to a horizon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain.recurrence import Recurrence, days_of
from bot.domain.requests import Spot

HORIZON = timedelta(days=366)
SeriesPart = Literal["spot", "ended_on"]
"""What of a series ✅ and ↩︎ write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """« Copil CLS tous les 2es mardis de mars, juin et novembre ». `spot.day` is its first day; hours are those of the clock, all year.

    `planned_to`: up to which day its meetings are rows. `ended_on`: nothing is planned from that day on; None: it goes on.
    """

    id: int
    account_id: int
    group_id: int | None = None
    title: str | None = None
    spot: Spot
    rule: Recurrence
    planned_to: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One meeting of a series; `day` is the one that the rule gave it, wherever it was moved since."""

    series_id: int
    day: date
    meeting_id: int


def days_to_plan(series: Series, *, after: date | None, to: date, off: Callable[[date], bool] | None = None) -> tuple[date, ...]:
    """The days of a series after a day (from its first one when None), `to` included, but those that are `off`."""
    assert series.spot.day is not None
    found: list[date] = []
    for day in days_of(series.rule, first=series.spot.day, after=after, off=off):
        if day > to or (series.ended_on is not None and day >= series.ended_on):
            break
        found.append(day)
    return tuple(found)
