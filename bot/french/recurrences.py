"""How a series is said in French: « tous les lundis », « le 2e mardi de chaque mois, sauf en août », « tous les ans jusqu’au… »."""

from __future__ import annotations

from datetime import date

from bot.domain.recurrence import Recurrence, names_day, rank_of
from bot.french.dates import MONTHS, WEEKDAYS, date_with_year, day_and_month
from bot.french.lists import and_list
from bot.french.names import of
from bot.french.numbers import ordinal
from bot.french.plurals import counted

_SHORTEST_MONTH = 28
_UNITS = {"D": "jours", "W": "semaines", "M": "mois", "Y": "ans"}


_ALL = 12
_LEAP_YEAR = 2024
_TERMS = {12: "de Noël", 10: "de la Toussaint", 2: "d’hiver", 4: "de printemps", 7: "d’été"}  # the month in which they begin


def repeated(rule: Recurrence, *, first: date | None) -> str:
    """« le 2e mardi de mars, de juin et de novembre », « un jeudi sur deux, sauf en août, jusqu’au 30 juin 2027 »."""
    said_so = _each(rule, first)
    few = not rule.every.endswith("Y") and 0 < len(rule.months) <= _ALL // 2
    names = [MONTHS[month - 1] for month in rule.months]
    if few and said_so.endswith(" de chaque mois"):
        said_so = f"{said_so.removesuffix(' de chaque mois')} {and_list([of(name) for name in names])}"
    elif few:
        said_so += f", en {and_list(names)}"
    return ", ".join([said_so, *_left_out(rule), *_end(rule)])


def _left_out(rule: Recurrence) -> list[str]:
    few = len(rule.months) > _ALL // 2
    out = [f"en {MONTHS[month - 1]}" for month in range(1, _ALL + 1) if few and month not in rule.months]
    out += [_days(days.first, days.last) for days in sorted(rule.without, key=lambda days: days.first)]
    found = [f"sauf {and_list(out)}"] if out else []
    terms = " et ".join(_TERMS[month] for month in rule.school_months if month in _TERMS)
    found += [f"hors vacances {terms or 'scolaires'}"] if rule.off_school else []
    return [*found, *(["hors jours fériés"] if rule.off_holidays else [])]


def _days(first: date, last: date) -> str:
    if first == last:
        return f"le {date_with_year(first)}"
    start = day_and_month(first) if first.year == last.year else date_with_year(first)
    return f"du {start} au {date_with_year(last)}"


def _end(rule: Recurrence) -> list[str]:
    found = [f"jusqu’au {date_with_year(rule.until)}"] if rule.until is not None else []
    return [*found, *([f"{counted(rule.times, 'fois', 'fois')} en tout" if rule.times > 1 else "une seule fois"] if rule.times else [])]


def _each(rule: Recurrence, first: date | None) -> str:
    count, unit = int(rule.every[1:-1]), rule.every[-1]
    if unit == "D":
        return "tous les jours ouvrés" if count == 1 else f"tous les {count} jours"
    if first is None and not names_day(rule):
        each = f"{'toutes' if unit == 'W' else 'tous'} les"
        return f"{each} {_UNITS[unit]}" if count == 1 else f"{each} {count} {_UNITS[unit]}"
    began = first or date(2026, 1, 5)
    if unit == "W":
        names = [WEEKDAYS[day - 1] for day in sorted((rule.weekday or began.isoweekday(), *rule.weekdays))]
        return _weekly(count, names)
    if unit == "Y":
        when = began if rule.dom is None or not rule.months else date(_LEAP_YEAR, rule.months[0], rule.dom)
        which = f"le {day_and_month(when)}"
        short = " (le 28 les autres années)" if (when.month, when.day) == (2, 29) else ""
        return (f"tous les ans, {which}" if count == 1 else f"tous les {count} ans, {which}") + short
    which = in_month(rule, began)
    short = " (le dernier jour d’un mois plus court)" if rule.weekday is None and (rule.dom or began.day) > _SHORTEST_MONTH else ""
    return (f"{which} de chaque mois" if count == 1 else f"tous les {count} {_UNITS[unit]}, {which}") + short


def _weekly(count: int, names: list[str]) -> str:
    if count == 1:
        return f"tous les {and_list([f'{name}s' for name in names])}"
    if count == 2 and len(names) == 1:
        return f"un {names[0]} sur deux"
    return f"toutes les {count} semaines, {and_list([f'le {name}' for name in names])}"


def in_month(rule: Recurrence, first: date) -> str:
    """« le 15 », « le dernier jour », « le 1er et le 3e mardi »."""
    if rule.weekday is None:
        dom = rule.dom or first.day
        return "le dernier jour" if dom < 0 else "le 1er" if dom == 1 else f"le {dom}"
    name = WEEKDAYS[rule.weekday - 1]
    ranks = ["dernier" if rank < 0 else ordinal(rank) for rank in (rank_of(rule, first), *rule.nths)]
    return f"{and_list([f'le {rank}' for rank in ranks])} {name}"
