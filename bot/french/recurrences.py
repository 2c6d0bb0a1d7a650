"""How a series is said in French: « tous les lundis », « un lundi sur deux », « le 2e mardi de chaque mois », « tous les ans »."""

from __future__ import annotations

from datetime import date

from bot.french.dates import WEEKDAYS, day_and_month
from bot.french.numbers import ordinal

_UNITS = {"D": "jours", "W": "semaines", "M": "mois", "Y": "ans"}


def series(every: str, *, first: date, weekday: int | None = None, nth: int | None = None) -> str:
    """`every` is an ISO duration of one unit (P1W, P2M), `weekday` 1 for Monday, `nth` its rank in the month (-1: the last)."""
    count, unit = int(every[1:-1]), every[-1]
    if unit == "D":
        return "tous les jours ouvrés" if count == 1 else f"tous les {count} jours"
    if unit == "W":
        return _weekly(count, WEEKDAYS[(weekday or first.isoweekday()) - 1])
    if unit == "Y":
        which = f"le {day_and_month(first)}"
        return f"tous les ans, {which}" if count == 1 else f"tous les {count} ans, {which}"
    which = _in_month(first, weekday, nth)
    return f"{which} de chaque mois" if count == 1 else f"tous les {count} {_UNITS[unit]}, {which}"


def _weekly(count: int, name: str) -> str:
    if count == 1:
        return f"tous les {name}s"
    return f"un {name} sur deux" if count == 2 else f"toutes les {count} semaines, le {name}"


def _in_month(first: date, weekday: int | None, nth: int | None) -> str:
    if weekday is None:
        return "le 1er" if first.day == 1 else f"le {first.day}"
    name = WEEKDAYS[weekday - 1]
    if nth is not None and nth < 0:
        return f"le dernier {name}"
    return f"le {ordinal(nth or (first.day - 1) // 7 + 1)} {name}"
