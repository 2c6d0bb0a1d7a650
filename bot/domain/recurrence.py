"""On which days something comes again: « tous les lundis », « le 2e mardi du mois », « le 31 de chaque mois », « le 29 février »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from bot.domain.requests import Recurrence

LAST_YEAR = 2100
EACH_MEETING = Recurrence(every="P0D")  # of a reminder that counts back from each meeting of a group, whatever its days
_LAST_DAY = date(LAST_YEAR, 12, 31)
_EVERY = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS: dict[str, Any] = {"D": DAILY, "W": WEEKLY, "M": MONTHLY, "Y": YEARLY}
_SHORTEST_MONTH = 28


def can_repeat(recurrence: Recurrence) -> bool:
    """Whether it is counted in days, weeks, months or years: nothing comes more often than once a day."""
    found = _EVERY.fullmatch(recurrence.every)
    return found is not None and int(found[1]) > 0


def days_of(recurrence: Recurrence, *, first: date, after: date | None = None) -> Iterator[date]:
    """The days of a series that began on `first`, to the year 2100; only those after `after` when it is given.

    A day that a month lacks (the 31st, 29 February) is the last one that it has: nothing that was asked for is skipped.
    """
    found = _EVERY.fullmatch(recurrence.every)
    if found is None or not can_repeat(recurrence):
        raise ValueError(f"no rule: {recurrence.every}")
    # A cast of dates to moments at midnight, without any zone: the rule counts days.
    rule = rrule(
        _UNITS[found[2]],
        interval=int(found[1]),
        dtstart=datetime.combine(first, time()),
        until=datetime.combine(min(recurrence.until or _LAST_DAY, _LAST_DAY), time()),
        **_which(recurrence, found[2], first),
    )
    start = datetime.combine(after or first, time())
    return (moment.date() for moment in rule.xafter(start, inc=after is None))


def _which(recurrence: Recurrence, unit: str, first: date) -> dict[str, Any]:
    """Which of its days a week, a month or a year gives, and in which months."""
    in_months = {"bymonth": recurrence.months} if recurrence.months else {}
    return _days_within(recurrence, unit, first) | in_months


def _days_within(recurrence: Recurrence, unit: str, first: date) -> dict[str, Any]:
    if unit == "D":
        return {}
    if recurrence.weekday is not None and unit in "WM":
        if unit == "W":
            return {"byweekday": weekday(recurrence.weekday - 1)}
        return {"byweekday": weekday(recurrence.weekday - 1, recurrence.nth or (first.day - 1) // 7 + 1)}
    if unit == "W" or first.day <= _SHORTEST_MONTH:
        return {}
    nearest = {"bymonthday": tuple(range(_SHORTEST_MONTH, first.day + 1)), "bysetpos": -1}
    return nearest if unit == "M" else {"bymonth": first.month, **nearest}
