"""Whether a message announces a meeting to come, or only tells a day to come of something else than the meeting told."""

from __future__ import annotations

from bot.understanding.days_elsewhere import tells_elsewhere
from bot.understanding.groups import GroupMention
from bot.understanding.hours_held import really_ended
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

_AHEAD = PhraseTable({"ahead": table("cues")["ahead"]["words"]})
MET = PhraseTable({"met": table("cues")["met"]["words"]})
_FUTURES = frozenset(["sera", "seront", "serai", "serons", "aura", "auront", "viendra", "viendront", "pourra", "pourront", "pourrai"])
_HELD = frozenset({"tenu", "tenue", "tenus", "tenues", "eu", "dure"})
_STOPS = frozenset({".", "\n", "!", ";", ","})
_BESIDE = 8  # words between a group and its hours


def will_be(scan: Scan) -> bool:
    """« Zoé sera absente au GT de vendredi », « le GT aura lieu jeudi »: the first sentence speaks of what is to come."""
    stop = next((i for i in range(len(scan)) if scan.sign(i) in {".", "\n", "!", ";"} and i > 4), len(scan))
    return any(scan.fold(i) in _FUTURES for i in range(stop))


def said_ahead(scan: Scan) -> bool:
    """« le GT se tiendra le 12 janvier », « prévu le 3/12 », « convocation pour… »: a plan, unless it goes on to tell that it was held."""
    found = _AHEAD.first(scan.words)
    if found is None or any(scan.time_at[: found.first]):
        return False
    held = {scan.fold(i) for i in range(found.last, len(scan))} & _HELD
    told = mentions_in(scan, [(found.last, len(scan))])
    lasted = any(m.kind is TimeKind.DURATION for m in mentions_in(scan, [(0, len(scan))]))
    ended = any(really_ended(scan, m) for m in told[1:])  # « prévu 9h-12h, on a fini à 11h »
    return not (held or lasted or ended or MET.first(scan.words, found.last) is not None)


def of_something_else(scan: Scan, mention: TimeMention) -> bool:
    """Whether a day to come is told behind a meeting of today whose hours are over, of something else: « Le cotech, c'est le 18 mars »."""
    hours = _over_today(scan)
    if hours is None or scan.span_of(mention)[0] < (behind := scan.span_of(hours)[1]):
        return False
    at, after = scan.span_of(mention)
    first = at
    while first > behind and scan.sign(first - 1) not in _STOPS:
        first -= 1
    told = _group_told(scan, 0, behind + _BESIDE)
    other = _group_told(scan, max(first, behind), after)
    if other is not None and told is not None and other is not told:
        return not set(other.ids) & set(told.ids)
    return any(scan.person_at[:first]) and tells_elsewhere(scan, mention, [hours], 0)


def _over_today(scan: Scan) -> TimeMention | None:
    """The hours of a meeting told first, with its group and no day, where they are over at the hour of sending."""
    known = scan.memo.get("over today", False)
    if known is False:
        known = scan.memo["over today"] = _hours_over(scan)
    return known  # type: ignore[return-value]


def _hours_over(scan: Scan) -> TimeMention | None:
    for mention in mentions_in(scan, [(0, len(scan))]):
        if mention.days is not None:
            return None
        if mention.starts is not None and mention.ends is not None:
            over = mention.starts < mention.ends <= scan.hearing.now.time().replace(tzinfo=None)
            near = _group_told(scan, 0, scan.span_of(mention)[1] + _BESIDE)
            return mention if over and near is not None and not _dated(scan, mention) else None
    return None


def _dated(scan: Scan, mention: TimeMention) -> bool:
    """Whether a day is told in the clause of those hours: « 9h-11h jeudi prochain »."""
    k = scan.span_of(mention)[1]
    while k < len(scan) and scan.sign(k) not in _STOPS:
        time, group = scan.time_at[k], scan.group_at[k]
        if time is not None and time.days is not None:
            return True
        if group is not None and group is not _group_told(scan, 0, k):
            return False  # « … avec Lucie le copil c'est le 3 », dictated
        k += 1
    return False


def _group_told(scan: Scan, first: int, last: int) -> GroupMention | None:
    return next((g for k in range(first, min(last, len(scan))) if (g := scan.group_at[k]) is not None), None)
