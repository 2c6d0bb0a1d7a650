"""Which days the network works, and how busy each month is: no meeting on a public holiday, few in August and at Christmas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from dateutil.easter import easter

SATURDAY = 5
_FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)})
_DAYS_AFTER_EASTER = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
_BUSINESS_OF_MONTH = {7: 0.55, 8: 0.12}


def is_holiday(day: date) -> bool:
    """Whether it is a public holiday in France."""
    return (day.month, day.day) in _FIXED_HOLIDAYS or (day - easter(day.year)).days in _DAYS_AFTER_EASTER


def working_days(first: date, last: date, *, saturdays: bool = False) -> list[date]:
    """Weekdays between both days included, without public holidays; Saturdays too where asked."""
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() < (SATURDAY + 1 if saturdays else SATURDAY) and not is_holiday(day)]


def business_of(day: date) -> float:
    """How many meetings that day bears, compared with an ordinary one."""
    if (day.month == 12 and day.day > 21) or (day.month == 1 and day.day < 5):
        return 0.1
    return _BUSINESS_OF_MONTH.get(day.month, 1.0)


def cumulative_business(days: Sequence[date]) -> list[float]:
    """Running total of `business_of`, to draw days from."""
    return list(accumulate(map(business_of, days)))
