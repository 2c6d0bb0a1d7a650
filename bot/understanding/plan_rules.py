"""How a series comes again, and what limits it, in a message about the agenda."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.recurrence import Recurrence, limited, names_day
from bot.french.dates import MONTHS
from bot.understanding.scan import Scan
from bot.understanding.series_limits import LimitsTold, read_limits
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.tokens import fold
from bot.understanding.when import mentions_in

_MONTHS = tuple(fold(month) for month in MONTHS)


def rule_told(scan: Scan, *, over_series: bool, plans: bool) -> tuple[Recurrence | None, LimitsTold]:
    """How a series comes again, with what limits it; `over_series`: limits alone are told of the series of an open card."""
    mention = next((m for m in mentions_in(scan, [(0, len(scan))]) if m.recurrence is not None), None)
    if mention is not None and mention.recurrence is not None and not _meets(mention.recurrence):
        return None, LimitsTold()
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
        first, last = scan.span_of(mention)
        recurrence = mention.recurrence
        limits = read_limits(scan, rule=(first, last), weekday_open=not names_day(recurrence) and not recurrence.every.endswith("Y"))
    return limited(recurrence, limits.limits), replace(limits, words=limits.words | set(range(first, last)))


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
