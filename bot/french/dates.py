"""How a day is said in French: « jeudi 12 février 2026 », « 1er mars », « hier, mardi 10 mars 2026 », « entre le 26 et le 31 janvier »."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.french.lists import and_list
from bot.french.typography import APOSTROPHE, NBSP

# Babel says the same (a test checks it) but takes 45 ms to import.
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_NEAR = {
    -2: "avant-hier",
    -1: "hier",
    0: f"aujourd{APOSTROPHE}hui",
    1: "demain",
    2: "après-demain",
}


def weekday(day: date) -> str:
    """« jeudi »."""
    return WEEKDAYS[day.weekday()]


def day_and_month(day: date) -> str:
    """« 12 février », « 1er mars », without a breaking space."""
    return f"{_rank(day)}{NBSP}{MONTHS[day.month - 1]}"


def date_with_year(day: date) -> str:
    """« 12 février 2026 », without a breaking space."""
    return f"{day_and_month(day)}{NBSP}{day.year}"


def weekday_and_date(day: date) -> str:
    """« jeudi 12 février »: the year goes without saying."""
    return f"{weekday(day)} {day_and_month(day)}"


def long_date(day: date) -> str:
    """« jeudi 12 février 2026 »: a line may break only after the weekday."""
    return f"{weekday(day)} {date_with_year(day)}"


def short_date(day: date) -> str:
    """« 12/02/2026 », for tables."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def month_and_year(day: date) -> str:
    """« février 2026 »."""
    return f"{MONTHS[day.month - 1]}{NBSP}{day.year}"


def relative_day(day: date, *, today: date) -> str | None:
    """« hier », « après-demain », « ce jeudi », « mardi dernier »; None beyond a week, where only a date is clear."""
    away = (day - today).days
    if away in _NEAR:
        return _NEAR[away]
    if 0 < away <= 7:
        this_week = day.isocalendar()[:2] == today.isocalendar()[:2]
        return f"ce {weekday(day)}" if this_week else f"{weekday(day)} prochain"
    if -7 <= away < 0:
        return f"{weekday(day)} dernier"
    return None


def date_in_words(day: date, *, today: date) -> str:
    """« hier, mardi 10 mars 2026 », « ce jeudi 12 mars 2026 », « mardi dernier, 3 mars 2026 », « jeudi 12 février 2026 »."""
    near = relative_day(day, today=today)
    if near is None:
        return long_date(day)
    if near in _NEAR.values():
        return f"{near}, {long_date(day)}"
    if near.startswith("ce "):
        return f"{near} {date_with_year(day)}"
    return f"{near}, {date_with_year(day)}"


def day_said(day: date, *, today: date | None) -> str:
    """The day in words, near ones as such; without `today` the plain date, which reads as well in a year."""
    return date_in_words(day, today=today) if today is not None else long_date(day)


def days_in_words(days: Sequence[date]) -> str:
    """Several days: « lundi 2, mardi 3 et mercredi 4 mars 2026 »; a month is said once where it is the same, the year at the end."""
    said: list[str] = []
    for day, following in zip(days, [*days[1:], None], strict=True):
        if following is None or day.year != following.year:
            said.append(long_date(day))
        elif day.month != following.month:
            said.append(weekday_and_date(day))
        else:
            said.append(f"{weekday(day)}{NBSP}{_rank(day)}")
    return and_list(said)


def date_range(first: date, last: date) -> str:
    """« du 9 au 15 mars 2026 », « du 28 décembre 2026 au 3 janvier 2027 », « le 9 mars 2026 »; both ends included."""
    if first == last:
        return f"le {date_with_year(first)}"
    return f"du {_start(first, last)} au {date_with_year(last)}"


def date_window(first: date, last: date) -> str:
    """The days that a vague expression leaves open: « entre le 26 et le 31 janvier 2026 », « en janvier 2026 », « le 26 janvier 2026 »."""
    if first == last:
        return f"le {date_with_year(first)}"
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"en {month_and_year(first)}"
    return f"entre le {_start(first, last)} et le {date_with_year(last)}"


def _start(first: date, last: date) -> str:
    """The first day of a range, with no more than what the last one does not say."""
    if first.year != last.year:
        return date_with_year(first)
    return _rank(first) if first.month == last.month else day_and_month(first)


def _rank(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)
