"""Several days told for the meetings of a group, with nothing else: « prochains GT Diabète : 10/09, 8/10 et 12/11 à 10h »."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.domain.requests import Spot
from bot.french.dates import WEEKDAYS
from bot.understanding.plan_near import is_bare_number
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

LISTING = frozenset({*(f"{weekday}s" for weekday in WEEKDAYS), "dates", "seances", "rencontres"})
_LINKS = LISTING | frozenset({"et", "puis", "le", "les", "du", "ou", "a", "de"}) | frozenset(WEEKDAYS)
_SIGNS = frozenset({",", ";", "/", "-", "–", "+", "&", "\n", "•", "*", "|", "."})
_AND = frozenset({"et", "ou"})
_NEXT = frozenset({"prochains", "prochaines", "dates"})
_A_FEW = 2  # days of one meeting that went on: « jeudi 19 et vendredi 20 novembre »


def days_listed(scan: Scan) -> list[TimeMention]:
    """The days told, each of another date, one right behind the other; empty when fewer than two, or told otherwise."""
    told = [m for m in mentions_in(scan, [(0, len(scan))]) if _tells_day(m)]
    dates = {_day(m) for m in told}
    if len(dates) < _A_FEW or len(dates) < len(told) or any(m.bound is not None for m in told):
        return []
    linked = all(
        scan.fold(i) in _LINKS or scan.sign(i) in _SIGNS or scan.time_at[i] is not None or scan.group_at[i] is not None
        for before, after in pairwise(told)
        for i in range(scan.span_of(before)[1], scan.span_of(after)[0])
    )
    return told if linked else []


def are_to_come(scan: Scan, listed: list[TimeMention]) -> bool:
    """Whether several meetings are told and not one that went on for two days; nothing tells that they were held."""
    today = scan.hearing.now.date()
    if any((day := _day(m)) is not None and day < today and not m.alternatives for m in listed):
        return False
    if are_announced(scan, listed):
        return True
    return (len(listed) > _A_FEW or all(m.starts is not None for m in listed)) and not any(m.bare_weekday for m in listed)


def are_announced(scan: Scan, listed: list[TimeMention]) -> bool:
    """Whether they are said to come, or some of them is nearer when it is read so."""
    nearer = any(_nearer_ahead(m, scan.hearing.now.date()) and not m.bare_weekday for m in listed)
    return nearer or any(scan.fold(i) in _NEXT for i in range(len(scan)))


def is_half_listed(scan: Scan) -> bool:
    """« GT Diabète 3 et 17 décembre »: a number told before the day, that is one of the same month."""
    for mention in mentions_in(scan, [(0, len(scan))]):
        i = scan.span_of(mention)[0] - 1
        if not _tells_day(mention) or scan.fold(i) not in _AND:
            continue
        i -= 2 if scan.fold(i - 1) == "er" else 1
        number = i > 0 and scan.words[i].is_number and len(scan.sign(i)) <= _A_FEW and scan.time_at[i] is None
        if number and scan.group_at[i] is None and scan.group_at[i - 1] is not None:
            return True
    return False


def first_spot(scan: Scan) -> Spot:
    """When the first of them is, as far as one meeting can be told by it: the first day with its month, and the hour."""
    told = mentions_in(scan, [(0, len(scan))])
    dated = [m for m in told if _tells_day(m) and m.bound is None]
    whole = [m for m in dated if not is_bare_number(m)] or dated
    first = next((m for m in whole if _nearer_ahead(m, scan.hearing.now.date())), whole[0] if whole else None)
    hours = first if first is not None and first.starts is not None else next((m for m in told if m.starts is not None), None)
    spot = Spot(day=_day(first)) if first is not None else Spot()
    return replace(spot, starts=hours.starts, ends=hours.ends) if hours is not None else spot


def _tells_day(mention: TimeMention) -> bool:
    return mention.kind in {TimeKind.DAY, TimeKind.MOMENT} and mention.days is not None


def _day(mention: TimeMention) -> date | None:
    days = mention.days_toward("future")
    return days.first if days is not None and days.single else None


def _nearer_ahead(mention: TimeMention, today: date) -> bool:
    past, future = mention.days_toward("past"), mention.days_toward("future")
    return future is not None and (past is None or past.first > today or future.first - today < today - past.first)
