"""How and on which days something comes again: « tous les lundis », « le 31 de chaque mois », and what she leaves out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from bot.domain.drafts import DayWindow

LAST_YEAR = 2100
_LAST_DAY = date(LAST_YEAR, 12, 31)
_EVERY = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS: dict[str, Any] = {"D": DAILY, "W": WEEKLY, "M": MONTHLY, "Y": YEARLY}
_SHORTEST_MONTH = 28
_FIFTH = 5
_MONTHS = tuple(range(1, 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """How often: an ISO duration (`P1W`, `P2W`, `P1M`), a weekday (1 = Monday) and its rank in the month (2 = second, -1 = last).

    `weekdays`, `nths`: more of them (« tous les lundis et jeudis », « le 1er et le 3e lundi »).
    `dom`: the day of the month (-1: its last one). `months`: only in these of the year (1 = January). `until`: the last day that it may
    fall on; `times`: how often in all. `off_school`: never in school holidays, of `school_months` alone where some are told (« vacances de
    Noël »); `off_holidays`: never on a public holiday; `without`: other days that it leaves out.
    """

    every: str
    weekday: int | None = None
    nth: int | None = None
    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    dom: int | None = None
    at: time | None = None
    months: tuple[int, ...] = ()
    until: date | None = None
    times: int | None = None
    off_school: bool = False
    school_months: tuple[int, ...] = ()
    off_holidays: bool = False
    without: tuple[DayWindow, ...] = ()


EACH_MEETING = Recurrence(every="P0D")  # of a reminder that counts back from each meeting of a group, whatever its days


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From when to when a series goes, and what it leaves out: « à partir du 5 janvier », « sauf en août », « pas le 8 décembre ».

    `days_long`: for so many days from its first one. `weekday` and `nth`: on which day of the week or of the month it falls instead.
    """

    since: date | None = None
    until: date | None = None
    times: int | None = None
    days_long: int | None = None
    months: tuple[int, ...] = ()
    off_months: tuple[int, ...] = ()
    off_school: bool = False
    school_months: tuple[int, ...] = ()
    off_holidays: bool = False
    without: tuple[DayWindow, ...] = ()
    weekday: int | None = None
    nth: int | None = None

    @property
    def repeats(self) -> bool:
        """Whether only what comes again can have them."""
        return (
            (self.times or 0) > 1 or len(self.months) > 1 or self.off_school or self.off_holidays or bool(self.off_months or self.without)
        )


def limited(rule: Recurrence, told: Limits) -> Recurrence:
    """The rule with the limits that were told; the others stay as they are."""
    months = told.months or rule.months
    if told.off_months:
        months = tuple(month for month in months or _MONTHS if month not in told.off_months)
    if told.weekday is not None:
        monthly = told.nth is not None and rule.every == "P1W"  # « le 2e jeudi », said of « tous les jeudis »
        nths = () if told.nth else rule.nths
        every = "P1M" if monthly else rule.every
        rule = replace(rule, weekday=told.weekday, nth=told.nth or rule.nth, weekdays=(), nths=nths, dom=None, every=every)
    return replace(
        rule,
        months=months,
        until=told.until or (None if told.times or told.days_long else rule.until),
        times=told.times or (None if told.until or told.days_long else rule.times),
        off_school=rule.off_school or told.off_school,
        school_months=told.school_months or rule.school_months,
        off_holidays=rule.off_holidays or told.off_holidays,
        without=tuple(dict.fromkeys((*rule.without, *told.without))),
    )


def next_time(day: date, *, since: date) -> date:
    """That day of the year, in the first year in which it is not before `since`."""
    while day < since:
        day += relativedelta(years=1)
    return day


def limits_of(rule: Recurrence) -> Limits:
    """The limits that a rule has: another rule told over its card keeps them."""
    return Limits(
        until=rule.until,
        times=rule.times,
        months=rule.months,
        off_school=rule.off_school,
        school_months=rule.school_months,
        off_holidays=rule.off_holidays,
        without=rule.without,
    )


def can_repeat(recurrence: Recurrence) -> bool:
    """Whether it is counted in days, weeks, months or years: nothing comes more often than once a day."""
    found = _EVERY.fullmatch(recurrence.every)
    return found is not None and int(found[1]) > 0


def names_day(recurrence: Recurrence) -> bool:
    """Whether it tells on which day it falls: « tous les lundis », « le 15 de chaque mois »; « tous les mois » does not."""
    return recurrence.every.endswith("D") or recurrence.weekday is not None or recurrence.dom is not None


def on_day(recurrence: Recurrence, day: date) -> Recurrence:
    """« le 15 plutôt »: what falls on a day of the month falls on that one; another series only begins there."""
    if recurrence.dom is None:
        return recurrence
    return replace(recurrence, dom=day.day, months=(day.month,) if recurrence.every.endswith("Y") else recurrence.months)


def days_of(recurrence: Recurrence, *, first: date, after: date | None = None, off: Callable[[date], bool] | None = None) -> Iterator[date]:
    """The days of a series that began on `first`, to the year 2100; only those after `after` when it is given, and none that is `off`.

    A day that a month lacks (the 31st, 29 February) is the last one that it has: nothing that was asked for is skipped.
    """
    counted = recurrence.times is not None
    days = (day for day in _days(recurrence, first, None if counted else after) if not (_left_out(recurrence, day) or (off and off(day))))
    if not counted:
        return days
    return (day for day in islice(days, recurrence.times) if after is None or day > after)


def _days(recurrence: Recurrence, first: date, after: date | None) -> Iterator[date]:
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


def first_day(recurrence: Recurrence, *, since: date) -> date | None:
    """The soonest day on which it falls from that day on, from which « un lundi sur deux » counts; None when its end is past.

    Days that are left out count too: « un jeudi sur deux sauf le 26 » keeps its weeks.
    """
    return next(_days(_soonest(recurrence), since, None), None)


def _soonest(recurrence: Recurrence) -> Recurrence:
    if not names_day(recurrence) or recurrence.every.endswith("D"):
        return recurrence
    weekly = recurrence.weekday is not None and recurrence.nth is None and not recurrence.every.endswith("Y")
    return replace(recurrence, every="P1W" if weekly else f"P1{recurrence.every[-1]}")


def rank_of(recurrence: Recurrence, first: date) -> int:
    """Which of the month's such weekdays it is, that of its first day where none is told; the fifth one is the last (-1)."""
    rank = (first.day - 1) // 7 + 1
    return recurrence.nth or (rank if rank < _FIFTH else -1)


def _left_out(recurrence: Recurrence, day: date) -> bool:
    return any(days.first <= day <= days.last for days in recurrence.without)


def _which(recurrence: Recurrence, unit: str, first: date) -> dict[str, Any]:
    """Which of its days a week, a month or a year gives, and in which months."""
    in_months = {"bymonth": recurrence.months} if recurrence.months else {}
    return _days_within(recurrence, unit, first) | in_months


def _days_within(recurrence: Recurrence, unit: str, first: date) -> dict[str, Any]:
    if unit == "D":
        return {}
    if recurrence.weekday is not None and unit in "WM":
        if unit == "W":
            return {"byweekday": [weekday(day - 1) for day in (recurrence.weekday, *recurrence.weekdays)]}
        return {"byweekday": [weekday(recurrence.weekday - 1, rank) for rank in (rank_of(recurrence, first), *recurrence.nths)]}
    if unit == "W":
        return {}
    dom = recurrence.dom or first.day
    in_month = {"bymonth": first.month} if unit == "Y" else {}
    if dom <= _SHORTEST_MONTH:
        return {"bymonthday": dom, **in_month}
    return {"bymonthday": tuple(range(_SHORTEST_MONTH, dom + 1)), "bysetpos": -1, **in_month}
