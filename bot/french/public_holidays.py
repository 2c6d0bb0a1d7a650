"""On which days nobody works: the week-ends and the public holidays of France, as they are in each of its zones."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5
_SUBDIVISIONS = {
    "America/Guadeloupe": "971",
    "America/Martinique": "972",
    "America/Cayenne": "973",
    "Indian/Reunion": "974",
    "Indian/Mayotte": "976",
    "America/Miquelon": "PM",
    "America/St_Barthelemy": "BL",
    "America/Marigot": "MF",
    "Pacific/Noumea": "NC",
    "Pacific/Tahiti": "PF",
    "Pacific/Wallis": "WF",
}


def holiday(day: date, zone: str) -> str | None:
    """The name of the public holiday that falls on that day in that zone, in French; None on any other day."""
    found = _calendar(zone).get(day)
    return None if found is None else str(found)


def is_day_off(day: date, zone: str, *, week_ends: bool = False, holidays: bool = False) -> bool:
    """Whether it is a Saturday, a Sunday (unless `week_ends` are days like others) or a public holiday there (unless `holidays` are)."""
    return (day.weekday() >= SATURDAY and not week_ends) or (not holidays and day in _calendar(zone))


@cache
def _calendar(zone: str) -> HolidayBase:
    from holidays import country_holidays  # 60 ms: not before somebody asks

    return country_holidays("FR", subdiv=_SUBDIVISIONS.get(zone), language="fr")
