"""Days told beside the one on which a meeting stands: « au jeudi », « au 16 », « au jeudi suivant »."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)

PLANNED_AHEAD = timedelta(days=62)  # how far what waits in the agenda tells which day is meant: one said without its month is not farther


class Near(StrEnum):
    """How a day is told beside the one on which a meeting stands, rather than beside the day of telling."""

    WEEKDAY = "weekday"  # « au jeudi »: of its week
    NUMBER = "number"  # « au 16 »: of its month, or of the one that is nearer
    AFTER = "after"  # « au jeudi suivant »: the first one after it
    RANK = "rank"  # « au 2e jeudi du mois »: of its month
    LAST = "last"  # « au dernier jeudi du mois »


def day_near(near: Near, told: date, *, beside: date, since: date, other: bool) -> date:
    """The day that is meant beside another one, after `since`: « au jeudi » of its week, « au 16 » the nearest, « suivant » after it.

    `other`: it cannot be that day itself.
    """
    if near is Near.AFTER:
        return beside + timedelta(days=(told - beside).days % 7 or 7)
    if near is Near.WEEKDAY:
        day = beside + timedelta(days=told.weekday() - beside.weekday())
        return day if _may_be(day, beside, since, other=other) else day + timedelta(days=7)
    if near in {Near.RANK, Near.LAST}:
        return _of_rank(near, told, beside=beside, since=since, other=other)
    months = (beside.replace(day=1) + relativedelta(months=n) for n in range(-1, 3))
    days = [day for month in months if (day := month + relativedelta(day=told.day)).day == told.day]
    ahead = [day for day in days if _may_be(day, beside, since, other=other)]
    return min(ahead, key=lambda day: (abs(day - beside), day < beside), default=told)


def _of_rank(near: Near, told: date, *, beside: date, since: date, other: bool) -> date:
    """The weekday of that rank, in its month or the first one after where it can be."""
    falls = relativedelta(day=31, weekday=_WEEKDAYS[told.weekday()](-1))
    if near is Near.RANK:
        falls = relativedelta(day=1, weekday=_WEEKDAYS[told.weekday()]((told.day - 1) // 7 + 1))
    days = (beside.replace(day=1) + relativedelta(months=n) + falls for n in range(12))
    return next((day for day in days if _may_be(day, beside, since, other=other)), told)


def fits(near: Near | None, told: date, day: date) -> bool:
    """Whether a day is the one that is told, when there are only some to choose from: « celui du 12 », « celui de jeudi »."""
    return day == told or (near is Near.WEEKDAY and day.weekday() == told.weekday()) or (near is Near.NUMBER and day.day == told.day)


def _may_be(day: date, beside: date, since: date, *, other: bool) -> bool:
    return not other if day == beside else day > since
