"""What else is told behind « agenda »: a year, days that have gone by, and words of which nothing is made."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.understanding.groups import GroupMention
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.when import mentions_in

_LEXICON = table("requests")["agenda_asked"]
_OPENS = frozenset(_LEXICON["opens"])
_SMALL = frozenset(spaced(_LEXICON["small"]).split())
_OPENS_WITHIN = 3  # words
_YEARS_AHEAD = 100


def year_alone(scan: Scan, today: date) -> tuple[date, date] | None:
    """The year told by its number alone: « agenda addictions 2028 »; of the present one, what is left."""
    for i in range(len(scan)):
        said = scan.sign(i)
        taken = any(at[i] is not None for at in (scan.person_at, scan.time_at, scan.group_at, scan.thing_at))
        if not taken and said.isdecimal() and len(said) == 4 and abs(int(said) - today.year) <= _YEARS_AHEAD:
            first, last = date(int(said), 1, 1), date(int(said), 12, 31)
            return (max(first, today) if last >= today else first), last
    return None


def gone_by(scan: Scan, today: date) -> tuple[date, date] | None:
    """The days told when all of them are past: « agenda d'hier », « agenda novembre 2025 »."""
    for mention in mentions_in(scan, [(0, len(scan))]):
        days = mention.days_toward("past")
        if days is not None and days.last < today and mention.kind is not TimeKind.DURATION:
            return days.first, days.last
    return None


def groups_listed(scan: Scan) -> list[GroupMention]:
    """The groups named behind « agenda », one beside the other: « agenda diabète et nutrition »."""
    if _start(scan) is None:
        return []
    found = [g for i, g in enumerate(scan.group_at) if g is not None and g.first == i and len(g.ids) == 1]
    return found if len({g.ids for g in found}) > 1 else []


def _start(scan: Scan) -> int | None:
    return next((i for i in range(min(len(scan), _OPENS_WITHIN)) if scan.fold(i) in _OPENS), None)


def unread_words(scan: Scan, groups: Collection[GroupMention], *, person: int | None, place: str | None, year: bool) -> str | None:
    """The words behind « agenda » of which nothing is made: « agenda toto »; None in a sentence that says more."""
    start = _start(scan)
    if start is None:
        return None
    left: list[int] = []
    there = frozenset(spaced(place).split()) if place is not None else frozenset[str]()
    for i in range(start + 1, len(scan)):
        who, thing = scan.person_at[i], scan.thing_at[i]
        read = scan.time_at[i] is not None or scan.group_at[i] in groups
        read = read or (who is not None and person is not None and person in who.ids)
        read = read or (thing is not None and place is not None and (bool(thing.places) or thing.only_commune)) or scan.fold(i) in there
        read = read or scan.fold(i) in _SMALL or (year and len(scan.sign(i)) == 4 and scan.sign(i).isdecimal())
        if not read and (scan.words[i].is_word or scan.words[i].is_number):
            left.append(i)
    return scan.slice(left[0], left[-1] + 1) if left else None
