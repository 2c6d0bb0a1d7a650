"""Which days words like « jeudi 15 », « fin janvier » or « le 2e mardi de mars » can mean, seen from a given day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from bot.understanding.time_mentions import Days, Edge, Grain, Tense

FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Days as they were said: parts of a date still to be completed, or `fixed` days. `lean`: the direction when nobody asks for one."""

    grain: Grain = "day"
    dom: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    rank: int | None = None  # « le 2e mardi »: 2; the last one: -1
    fixed: Days | None = None
    past: Days | None = None
    future: Days | None = None
    edge: Edge | None = None
    lean: Tense = "any"
    alternatives: tuple[Days, ...] = ()
    relative: bool = False  # « hier », « dans 3 jours »: beside « jeudi », both say the same day

    @property
    def bare_weekday(self) -> bool:
        """« jeudi » alone."""
        return self.weekday is not None and all(
            part is None for part in (self.dom, self.month, self.year, self.rank, self.fixed, self.past, self.future)
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What said days mean: the nearest past and future days; the same twice when there is no doubt."""

    past: Days | None
    future: Days | None
    alternatives: tuple[Days, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether the words leave one reading only."""
        return self.past == self.future or self.past is None or self.future is None


def one(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def made(year: int, month: int, dom: int) -> date | None:
    """The date, None when there is no such day or when it is out of reach."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= dom <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, dom)


def shifted(day: date, *, months: int = 0, days: int = 0) -> date:
    """The day so many months and days later; the month's last day when the number does not exist; kept within reach."""
    count = day.year * 12 + day.month - 1 + max(-3000, min(3000, months))
    year, month = divmod(count, 12)
    year = min(LAST_YEAR, max(FIRST_YEAR, year))
    moved = date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return moved + timedelta(days=max(-40000, min(40000, days)))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    shift = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    month, dom = divmod(shift + weekday - 7 * ((golden + 11 * shift + 22 * weekday) // 451) + 114, 31)
    return date(year, month, dom + 1)


def week_of(day: date) -> Days:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def month_of(year: int, month: int) -> Days:
    """First to last day of the month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """First to last day of the year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def quarter_of(year: int, quarter: int) -> Days:
    """First to last day of the quarter (1 to 4)."""
    return Days(date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter).last)


def numbered_week(year: int, week: int) -> Days | None:
    """The ISO week of that number, None when the year has no such week."""
    if not 1 <= week <= date(year, 12, 28).isocalendar().week:
        return None
    return week_of(date.fromisocalendar(year, week, 1))


def ranked(days: Days, weekday: int, rank: int) -> date | None:
    """The rank-th such weekday among the days, -1 for the last one; None when there are not so many."""
    if rank < 0:
        return days.last - timedelta(days=(days.last.isoweekday() - weekday) % 7)
    day = days.first + timedelta(days=(weekday - days.first.isoweekday()) % 7 + 7 * (rank - 1))
    return day if day <= days.last else None


def after(day: date, weekday: int) -> date:
    """The nearest such weekday strictly after the day."""
    return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)


def before(day: date, weekday: int) -> date:
    """The nearest such weekday strictly before the day."""
    return day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)


def edged(days: Days, edge: Edge | None, grain: Grain) -> Days:
    """The beginning, middle or end of a period: 1-10, 11-20, 21-last of a month (convention 6)."""
    if edge is None:
        return days
    if grain == "month":
        first = days.first
        cuts = {"début": Days(first, first.replace(day=10)), "milieu": Days(first.replace(day=11), first.replace(day=20))}
        return cuts.get(edge) or Days(first.replace(day=21), days.last)
    if grain == "week":
        begin, end = {"début": (0, 1), "milieu": (2, 2), "fin": (3, 4)}[edge]
        return Days(days.first + timedelta(days=begin), days.first + timedelta(days=end))
    length = (days.last - days.first).days + 1
    third = length // 3
    begin, end = {"début": (0, third - 1), "milieu": (third, 2 * third - 1), "fin": (length - third, length - 1)}[edge]
    return Days(days.first + timedelta(days=max(0, begin)), days.first + timedelta(days=max(0, end)))


@lru_cache(maxsize=4096)
def read_days(said: Said, today: date) -> Reading | None:
    """The readings of said days; None when no such day exists (« le 31 février »)."""
    if said.fixed is not None:
        days = edged(said.fixed, said.edge, said.grain)
        return Reading(days, days, said.alternatives)
    if said.past is not None or said.future is not None:
        return Reading(said.past, said.future, said.alternatives)
    if said.rank is not None and said.weekday is not None:
        return _read_ranked(said, today)
    if said.dom is not None:
        return _read_numbered(said, today)
    if said.month is not None:
        return _read_month(said, today)
    if said.weekday is not None:
        return Reading(one(before(today, said.weekday)), one(after(today, said.weekday)))
    return None


def choose(reading: Reading, tense: Tense, today: date) -> Days | None:
    """The reading in that tense; for `any` the nearest one."""
    past, future = reading.past or reading.future, reading.future or reading.past
    if past is None or future is None or tense == "future":
        return future
    if tense == "past":
        return past
    return past if _distance(past, today) < _distance(future, today) else future


def _distance(days: Days, today: date) -> int:
    return 0 if days.first <= today <= days.last else min(abs((days.first - today).days), abs((days.last - today).days))


def _nearest(candidates: list[Days], today: date) -> Reading | None:
    """Latest of those that have begun and earliest of those that have not ended."""
    past = [days for days in candidates if days.first <= today]
    future = [days for days in candidates if days.last >= today]
    if not past and not future:
        return None
    return Reading(max(past, key=lambda days: days.first, default=None), min(future, key=lambda days: days.first, default=None))


def _read_month(said: Said, today: date) -> Reading | None:
    month = said.month or 1
    years = [said.year] if said.year else range(today.year - 1, today.year + 2)
    found = [edged(month_of(year, month), said.edge, "month") for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    reading = _nearest(found, today)
    return None if reading is None else Reading(reading.past or reading.future, reading.future or reading.past)


def _read_ranked(said: Said, today: date) -> Reading | None:
    weekday, rank = said.weekday or 1, said.rank or 1
    if said.month is None:
        month = month_of(said.year or today.year, today.month)
        day = ranked(month, weekday, rank)
        return None if day is None else Reading(one(day), one(day))
    years = [said.year] if said.year else range(today.year - 1, today.year + 2)
    days = [ranked(month_of(year, said.month), weekday, rank) for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    return _nearest([one(day) for day in days if day is not None], today)


def _read_numbered(said: Said, today: date) -> Reading | None:
    """« 12 janvier », « jeudi 15 », « le 15 », « le 29 février », « jeudi 29/03 »."""
    dom = said.dom or 1
    if said.year and said.month:
        day = made(said.year, said.month, dom)
        return None if day is None else Reading(one(day), one(day))
    if said.month:
        reach = 4 if (said.month, dom) == (2, 29) else 1
        all_days = [made(year, said.month, dom) for year in range(today.year - reach, today.year + reach + 1)]
    else:
        first = today.replace(day=1)
        months = [shifted(first, months=step) for step in range(-14, 15)]
        all_days = [made(month.year, month.month, dom) for month in months if said.year in (None, month.year)]
    days = [day for day in all_days if day is not None]
    fitting = [day for day in days if said.weekday in (None, day.isoweekday())]
    reading = _nearest([one(day) for day in fitting or days], today)
    if reading is None:
        return None
    if said.weekday and not fitting:
        meant = after(today, said.weekday)
        return replace(reading, alternatives=(choose(reading, "any", today) or one(meant), one(meant)))
    return _near(reading, today) if said.weekday and not said.month else reading


def _near(reading: Reading, today: date) -> Reading:
    """« mardi 25 » three days after a Tuesday 25th means that one, whatever the tense: the next one is months away."""
    if reading.past is None or reading.future is None or reading.past == reading.future:
        return reading
    close, far = sorted((reading.past, reading.future), key=lambda days: _distance(days, today))
    return Reading(close, close) if _distance(close, today) <= 21 and _distance(far, today) >= 45 else reading
