"""Which days are school holidays where people live: zones A, B and C of the mainland, by department."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

# The académies of each zone, as their departments: code de l'éducation, article D521-1 and the arrêté of the school calendar.
_ZONES = {
    "A": "01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 89 90",
    "B": "02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 61 62 67 68 72 76 80 83 84 85 88",
    "C": "09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95",
}
_ZONE_OF = {department: zone for zone, departments in _ZONES.items() for department in departments.split()}


def school_zone(department: str | None) -> str | None:
    """« A », « B » or « C »; None for Corsica, overseas and where no department is known: nothing is said of school holidays there."""
    return _ZONE_OF.get(department or "")


def is_school_holiday(day: date, zone: str) -> bool:
    """Whether pupils of that zone have no school that day, by the published calendar and, beyond it, the habit of the last years."""
    return day in _calendar(zone)


@cache
def _calendar(zone: str) -> HolidayBase:
    from holidays import SCHOOL, country_holidays  # 60 ms: not before somebody asks

    return country_holidays("FR", subdiv=f"Zone {zone}", categories=(SCHOOL,), language="fr")
