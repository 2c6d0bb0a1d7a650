"""How a series comes again, and what limits it, in a message about the agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.recurrence import Recurrence, limited, names_day
from bot.french.dates import MONTHS, WEEKDAYS
from bot.understanding.scan import Scan
from bot.understanding.series_limits import LimitsTold, read_limits
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.tokens import fold
from bot.understanding.when import mentions_in

_DAILY, _WEEKLY = "P1D", "P1W"
_WORKING_DAYS = range(1, 6)
_BUT = frozenset({"sauf", "sf", "hors", "excepte", "hormis", "pas"})
_BESIDE_DAYS = frozenset({"le", "les", "et", "ni", "ou", "mais", "du"})
_OFTEN_WORDS = frozenset({"par", "/", "bimensuel", "bimensuelle", "bimensuels", "bimensuelles", "mensuel", "mensuelle"})
_OFTEN = re.compile(
    r"\b(?:[2-9]|deux|trois|quatre|cinq) ?(?:fois|x|reunions?|seances?|rencontres?|gt|copils?|lundis|mardis|mercredis|jeudis|vendredis)"
    r" ?(?:par|/) ?(?:semaine|sem|mois|trimestre|semestre|an)\b|\bbi ?-? ?mensuel"
)
_MONTHS = tuple(fold(month) for month in MONTHS)


def rule_told(scan: Scan, *, over_series: bool, plans: bool) -> tuple[Recurrence | None, LimitsTold]:
    """How a series comes again, with what limits it; `over_series`: limits alone are told of the series of an open card."""
    told = [m for m in mentions_in(scan, [(0, len(scan))]) if m.recurrence is not None]
    mention = told[0] if told else None
    if mention is not None and mention.recurrence is not None and not _meets(mention.recurrence):
        return _but(scan, mention) if plans and mention.recurrence.every == _DAILY else (None, LimitsTold())
    if not plans:
        return (mention.recurrence, LimitsTold(words=frozenset(range(*scan.span_of(mention))))) if mention else (None, LimitsTold())
    if mention is None or mention.recurrence is None:
        limits = read_limits(scan, weekday_open=over_series)
        again = limits.limits.repeats or _goes_on(scan, limits)
        ranked = None if over_series or not again else _ranked(scan, limits)
        if ranked is None:
            return None, limits if over_series else LimitsTold()
        first, last = scan.span_of(ranked)
        recurrence = Recurrence(every="P1M", weekday=ranked.weekday, nth=ranked.rank)
    else:
        recurrence, last = _with_more(mention.recurrence, told[1:]), max(scan.span_of(m)[1] for m in told)
        first = scan.span_of(mention)[0]
        last = last if recurrence.weekdays else scan.span_of(mention)[1]
        limits = read_limits(scan, rule=(first, last), weekday_open=not names_day(recurrence) and not recurrence.every.endswith("Y"))
    return limited(recurrence, limits.limits), replace(limits, words=limits.words | set(range(first, last)))


def _with_more(recurrence: Recurrence, others: Sequence[TimeMention]) -> Recurrence:
    """« tous les lundis et jeudis »: the weekdays of one series."""
    more = [m.recurrence for m in others if m.recurrence is not None]
    alike = all(one.every == recurrence.every == _WEEKLY and one.weekday is not None and one.nth is None for one in more)
    if recurrence.weekday is None or recurrence.nth is not None or not more or not alike:
        return recurrence
    days = dict.fromkeys(one.weekday for one in more if one.weekday not in {None, recurrence.weekday})
    return replace(recurrence, weekdays=tuple(day for day in days if day is not None))


def two_hours(scan: Scan) -> bool:
    """« tous les lundis à 9h et les jeudis à 14h »: two series."""
    return len({m.starts for m in mentions_in(scan, [(0, len(scan))]) if m.recurrence is not None and m.starts is not None}) > 1


def how_often(scan: Scan) -> bool:
    """« deux fois par mois », « 2x/semaine », « bimensuel »: how often in the month, and not on which days."""
    return not _OFTEN_WORDS.isdisjoint(scan.folds) and _OFTEN.search(" ".join(scan.folds)) is not None


def _but(scan: Scan, mention: TimeMention) -> tuple[Recurrence | None, LimitsTold]:
    """« tous les jours sauf le mercredi »: the other days of the working week."""
    begin, end = scan.span_of(mention)
    i, words = end, set(range(begin, end))
    if scan.fold(i) not in _BUT:
        return None, LimitsTold()
    left = set[int]()
    while i < len(scan) and (scan.fold(i) in _BUT | _BESIDE_DAYS or scan.fold(i).removesuffix("s") in WEEKDAYS or scan.sign(i) == ","):
        if (name := scan.fold(i).removesuffix("s")) in WEEKDAYS:
            left.add(WEEKDAYS.index(name) + 1)
            words |= set(range(end, i + 1))
        i += 1
    kept = [day for day in _WORKING_DAYS if day not in left]
    if not left or not kept:
        return None, LimitsTold()
    limits = read_limits(scan, rule=(begin, max(words) + 1))
    rule = Recurrence(every=_WEEKLY, weekday=kept[0], weekdays=tuple(kept[1:]))
    return limited(rule, limits.limits), replace(limits, words=limits.words | words)


def _goes_on(scan: Scan, told: LimitsTold) -> bool:
    """« le 1er jeudi du mois … jusqu'au 31 octobre », « … à partir de janvier »: what begins or ends comes again."""
    mentions = [m for m in mentions_in(scan, [(0, len(scan))]) if scan.span_of(m)[0] in told.words]
    return any(m.bound in {"until", "from"} or m.kind is TimeKind.INTERVAL for m in mentions)


def _ranked(scan: Scan, told: LimitsTold) -> TimeMention | None:
    """« le 1er jeudi du mois … sauf en août »: a day of the month that comes again, though nobody says so."""
    for mention in mentions_in(scan, [(0, len(scan))]):
        if mention.rank is not None and mention.weekday is not None and scan.span_of(mention)[0] not in told.words:
            named = any(scan.fold(i) in _MONTHS for i in range(*scan.span_of(mention)))
            return None if named else mention
    return None


def _meets(recurrence: Recurrence) -> bool:
    """Whether meetings come again like that: by weeks, months or years."""
    return recurrence.every[-1] in "WMY" and not recurrence.every.startswith("PT")
