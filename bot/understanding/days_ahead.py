"""Which day the next meeting is announced for, among the days that its announcement tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.drafts import DayWindow
from bot.understanding.days_offered import Offer, is_ahead, less_restated, near, offered, standing
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan
from bot.understanding.taken_back import corrected
from bot.understanding.times import TimeMention
from bot.understanding.when import mentions_in

_BESIDE = frozenset({"apres", "avant", "passe", "passees", "depuis", "sauf", "hors"})
_ARTICLES = frozenset({"le", "la", "les", "l"})
_JOINING = frozenset({"et", "puis", "+", "ensuite"})
_JOINS = _JOINING | _ARTICLES | {",", "aussi", "a", "au"}
_MONTH = 31  # days at most of the window in which « le 12 » is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A day still to come, `other` if another may be meant; or the days among which the choice is left.

    `more`: days told beside it: « mardi 8 et jeudi 10 ».
    `offer`: days told as a choice, none of which is taken.
    `only_near`: only a day that it comes after or before is told (« après Noël »), which is no day of a meeting.
    """

    day: date | None = None
    other: date | None = None
    more: tuple[date, ...] = ()
    window: DayWindow | None = None
    offer: Offer | None = None
    only_near: bool = False


def day_ahead(scan: Scan, part: Segment) -> Ahead:
    """The first day still to come that a part tells, the last where it takes back another: « le mardi 3, euh non le mercredi 4 »."""
    today = scan.hearing.now.date()
    window: DayWindow | None = None
    near_one = False
    told = [m for m in corrected(scan, mentions_in(scan, [(part.first, part.last)]))[0] if is_ahead(m, today)]
    told = less_restated(scan, told)
    if len(told) > 1 and (offer := offered(scan, told)) is not None:
        return Ahead(offer=offer)
    kept, before = standing(scan, told)
    for mention in kept:
        ahead = mention.toward("future")
        if ahead.days is None:
            continue
        if _is_beside(scan, mention):
            near_one = True
        elif len({a.first for a in ahead.alternatives}) > 1:
            future = sorted({a.first for a in ahead.alternatives if a.first > today})
            if future:
                return Ahead(day=future[0], other=future[1] if len(future) > 1 else None)
        elif ahead.days.single:
            day = near(ahead.days.first, before, today) if _is_bare(scan, mention) else ahead.days.first
            day = _within(scan, mention, day, window)
            return Ahead(day=day, more=_told_beside(scan, mention, kept, day) if len(kept) > 1 else ())
        else:
            window = window or DayWindow(first=ahead.days.first, last=ahead.days.last)
    return Ahead(window=window, only_near=near_one)


def _told_beside(scan: Scan, mention: TimeMention, told: list[TimeMention], day: date) -> tuple[date, ...]:
    """The days that only « et », « puis » join to the first one; hours may stand between them."""
    found: list[date] = []
    end = scan.span_of(mention)[1]
    for other in told[told.index(mention) + 1 :]:
        first, last = scan.span_of(other)
        between = [scan.fold(i) for i in range(end, first) if scan.time_at[i] is None]
        days = other.toward("future").days
        if days is None or not days.single or not between or not _JOINS.issuperset(between) or _JOINING.isdisjoint(between):
            break
        if days.first > day and days.first not in found:
            found.append(days.first)
        end = last
    return tuple(found)


def _is_beside(scan: Scan, mention: TimeMention) -> bool:
    """Whether a day is only that after or before which one meets: « après Noël », « avant le 15 »."""
    first, _ = scan.span_of(mention)
    k = first - 1
    while scan.fold(k) in _ARTICLES:
        k -= 1
    if scan.fold(k) == "passe" and scan.fold(first) in {"au", "a"}:
        return False  # « le prochain GT passe au 17 »
    return scan.fold(first) in _BESIDE or (k >= 0 and scan.fold(k) in _BESIDE)


def _within(scan: Scan, mention: TimeMention, day: date, window: DayWindow | None) -> date:
    """The day told by its number alone, in the month told before it: « en janvier, le 12 »."""
    if window is None or window.first <= day <= window.last or (window.last - window.first).days >= _MONTH:
        return day
    bare = _is_bare(scan, mention)
    inside = (window.first + timedelta(days=k) for k in range((window.last - window.first).days + 1))
    return next((d for d in inside if d.day == day.day), day) if bare else day


def _is_bare(scan: Scan, mention: TimeMention) -> bool:
    """Whether a day is told by its number alone, its hour apart: « le 12 », « au 17 à 10h »."""
    first, last = scan.span_of(mention)
    end = next((i for i in range(first + 1, last) if scan.fold(i) in {"a", "vers", "des", "de"}), last)
    return all(scan.words[i].is_number or scan.fold(i) in _ARTICLES | {"au"} for i in range(first, end))
