"""Which days of an announcement are only offered, « soit le 8 soit le 10 », and which gave way: « prévue le 10, décalée au 17 »."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention

MOVED = words_of("plans", "moved")
_OR = frozenset({"ou", "soit", "sinon", "voire", "/"})
_BETWEEN = _OR | {",", "bien", "encore", "alors", "le", "la", "l", "les", "au", "a", "pour", "plutot"}
_LEADS = frozenset({"le", "la", "l", "les", "du", "de", "d", "au", "a", "pour", "celle", "celui", "date"})
_INSTEAD = frozenset({"lieu", "place", "pas", "non", "initialement"})
_PLANNED = frozenset({"prevu", "prevue", "programme", "programmee", "cale", "calee", "fixe", "fixee", "annonce", "annoncee"})
_HOURS = frozenset({"a", "vers", "des", "de"})


@dataclass(frozen=True, slots=True)
class Offer:
    """Days among which nobody has chosen, told by words [first, last)."""

    first: int
    last: int


def is_ahead(mention: TimeMention, today: date) -> bool:
    """Whether a time tells a day, or days, still to come."""
    days = mention.toward("future").days
    return days is not None and days.last >= today and not mention.left and mention.kind not in {TimeKind.DURATION, TimeKind.RECURRENCE}


def less_restated(scan: Scan, mentions: list[TimeMention]) -> list[TimeMention]:
    """The times less those that « soit » says again by their day: « dans un mois, soit le 30 avril », not « le 8, soit le 10 »."""
    pairs = [(one, scan.span_of(one), scan.span_of(other)[0]) for one, other in pairwise(mentions)]
    restated = [
        one for one, (first, last), at in pairs if _that_is(scan, last, at) and not any(w.is_number for w in scan.words[first:last])
    ]
    return [m for m in mentions if m not in restated] if restated else mentions


def _that_is(scan: Scan, i: int, at: int) -> bool:
    """Whether « , soit » is all that stands in words [i, at)."""
    return at - i == 2 and scan.sign(i) in {",", "("} and scan.fold(i + 1) == "soit"


def offered(scan: Scan, mentions: list[TimeMention]) -> Offer | None:
    """The words of several days told with « ou », « soit »: a choice that is still open; None where there is none."""
    chain: list[TimeMention] = []
    chosen = False
    for mention in mentions:
        between = range(scan.span_of(chain[-1])[1], scan.span_of(mention)[0]) if chain else range(0)
        linked = all((scan.fold(k) or scan.sign(k)) in _BETWEEN for k in between)
        if chain and linked and len(between):
            chosen = chosen or any((scan.fold(k) or scan.sign(k)) in _OR for k in between)
            chain.append(mention)
        elif chosen:
            break
        else:
            chain = [mention]
    if not chosen:
        return None
    first, last = scan.span_of(chain[0])[0], scan.span_of(chain[-1])[1]
    first -= scan.fold(first - 1) == "soit"  # « soit le 8 soit le 10 », as it was told
    if chain[-1].starts is not None:
        at = scan.span_of(chain[-1])[0]
        last = next((k for k in range(at + 1, last) if scan.fold(k) in _HOURS or scan.sign(k) == ","), last)
    return Offer(first, last)


def standing(scan: Scan, mentions: list[TimeMention]) -> tuple[list[TimeMention], date | None]:
    """The days that still stand, and the first one that gave way to them; all of them where none did, or none would be left."""
    gone = [mention for mention in mentions if _gave_way(scan, mention)]
    kept = [mention for mention in mentions if not any(mention is other for other in gone)]
    if not gone or not kept:
        return mentions, None
    days = gone[0].toward("future").days
    return kept, days.first if days is not None else None


def near(day: date, before: date | None, today: date) -> date:
    """The day of that number which is nearest to the one it takes the place of: « du 14 janvier au 21 »."""
    if before is None:
        return day
    others = [_in_month(day, before, ahead) for ahead in (-1, 0, 1)]
    return min((d for d in others if d is not None and d > today), key=lambda d: abs((d - before).days), default=day)


def _in_month(day: date, before: date, ahead: int) -> date | None:
    month = before.year * 12 + before.month - 1 + ahead
    try:
        return date(month // 12, month % 12 + 1, day.day)
    except ValueError:
        return None


def _gave_way(scan: Scan, mention: TimeMention) -> bool:
    """Whether « au lieu du 8 », « initialement le 10 », « du 15 décembre est reportée » tells a day that no longer stands."""
    first, last = scan.span_of(mention)
    k = first - 1
    while k >= 0 and scan.fold(k) in _LEADS:
        k -= 1
    if scan.fold(k) in _INSTEAD or scan.fold(last) == "initialement":
        return True
    moved = any(scan.fold(j) in MOVED for j in range(last, min(len(scan), last + 6)))
    return moved and (scan.fold(k) in _PLANNED or scan.fold(first) in {"du", "de"} or scan.fold(first - 1) in {"du", "de"})
