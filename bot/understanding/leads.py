"""How long before the next meeting of a group a reminder is asked for: « 3 jours avant le Copil », « la veille du GT », « à J-7 »."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from bot.domain.recurrence import EACH_MEETING
from bot.domain.requests import SetReminder
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.reminder_text import anchor
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.tokens import fold

DAY = 24 * 60
_EACH = frozenset({"chaque", "chacun", "chacune", "tous", "toutes"})
_MEETINGS = frozenset({"reunion", "reunions", "seance", "seances", "rencontre", "rencontres"})
_SMALL_LINKS = frozenset(
    {"le", "la", "l", "les", "du", "de", "d", "des", "au", "aux", "prochain", "prochaine", "prochaines", "notre", "avant"}
)
_LINKS = _SMALL_LINKS | _EACH | _MEETINGS
_UNITS = {"heure": 60, "h": 60, "jour": DAY, "j": DAY, "semaine": 7 * DAY}
_COUNTDOWN = re.compile(r"j ?[-–−] ?(\d{1,2})", re.IGNORECASE)
_ANOTHER = re.compile(rf"(?:{_COUNTDOWN.pattern})(?: ?(?:,|/|et|puis|ou)(?: ?à)?(?=\s|$))?\s*", re.IGNORECASE)
_SMALL = re.compile(r"^(?:(?:de|d['’]|que|qu['’]|à|au|la|le|l['’])\s*)+(?=\S)|^[\s,:;–-]+", re.IGNORECASE)
_END = re.compile(r"[\s,:;–-]+(?:à|le|la|l['’]|pour)?\s*$", re.IGNORECASE)
NUMBERS = {"une": 1, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10, "quinze": 15}
_ONE = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)}) ?(?:heure|h|jour|j|semaine)s?\b"
_JOINED = re.compile(rf"(?:avant )?({_ONE})(?: avant)?(?: ?, ?| +(?:et|puis|ou) +)({_ONE})", re.IGNORECASE)
_LAST = re.compile(r"(\w+?) ?(heure|h|jour|j|semaine)s?$")
_FURTHEST = 60 * DAY


def with_lead(scan: Scan, asked: SetReminder) -> SetReminder:
    """The reminder with what it counts back from a meeting to come whose day it does not tell; unchanged when it counts nothing."""
    found = lead_told(scan) if asked.day is None and asked.recurrence is None else None
    if found is None:
        return _unheeded_anchor(scan, asked)
    before, first, group = found
    one = len(group.ids) == 1
    what, others = _once(_without(asked.what, scan.slice(first, group.last)), before)
    joined = _JOINED.match(scan.slice(first, group.first))
    others = (*((joined[1],) if joined else ()), *others)
    each = any(scan.fold(i) in _EACH for i in range(first, group.first))
    return replace(
        asked,
        what=what,
        before=before,
        recurrence=EACH_MEETING if each else None,
        unheeded=(*asked.unheeded, *others),
        group_id=group.ids[0] if one else None,
        group_candidates=() if one else ordered_for(group.ids, scan.hearing.author_id, scan.index),
    )


def _unheeded_anchor(scan: Scan, asked: SetReminder) -> SetReminder:
    """« le lendemain du GT », « après le Copil »: nothing counts on from a meeting: the moment is asked for, and these words are said."""
    places = anchor(scan) if not (asked.day or asked.day_window or asked.at or asked.recurrence or asked.unheeded) else set()
    lost = scan.slice(min(places), max(places) + 1).strip() if places else ""
    return replace(asked, unheeded=(lost,)) if lost and lost.casefold() not in asked.what.casefold() else asked


class Lead(NamedTuple):
    """So many minutes before a meeting, the word at which they begin to be counted, and the group whose meeting is meant."""

    minutes: int
    first: int
    group: GroupMention


def lead_told(scan: Scan) -> Lead | None:
    """What a message counts back from a meeting of a group, if it does."""
    for place, group in enumerate(scan.group_at):
        if group is None or group.first != place:
            continue
        end = place
        while end > 0 and scan.fold(end - 1) in _LINKS:
            end -= 1
        told = _counted(scan, end)
        if told is not None and 0 < told[0] <= _FURTHEST:
            return Lead(*told, group)
    return None


def _counted(scan: Scan, end: int) -> tuple[int, int] | None:
    """The minutes that the words before word `end` count, and where these words begin."""
    time = scan.time_at[end - 1]
    if time is not None and time.kind is TimeKind.DURATION and time.seconds and scan.fold(end) == "avant":
        return _nearest(time.words) or int(time.seconds) // 60, scan.span_of(time)[0]
    unit = _UNITS.get(scan.fold(end - 1).rstrip("s"))
    if time is None and unit is not None and scan.fold(end - 2).isdecimal() and scan.fold(end) == "avant":  # « la salle 3 jours avant »
        return int(scan.fold(end - 2)) * unit, end - 2
    if scan.fold(end - 1) == "veille":
        eve = end - 1
        twice = scan.fold(eve - 1) == "avant" or scan.fold(eve - 2) == "avant"
        first = eve - (2 if scan.sign(eve - 1) in {"-", "’", "'"} else 1) if twice else eve
        while first > 0 and scan.fold(first - 1) in {"la", "l"}:
            first -= 1
        return (2 * DAY if twice else DAY), first
    for first in (end - 1, end - 2, end - 3):
        written = _COUNTDOWN.fullmatch(scan.slice(max(first, 0), end))
        if written is not None:
            return int(written[1]) * DAY, first
    return None


def _nearest(words: str) -> int | None:
    """« 7 jours et 1 jour » before a meeting: two moments, never their sum; the minutes of the one that stands next to it."""
    joined = _JOINED.match(words)
    last = _LAST.search(fold(joined[2])) if joined else None
    if last is None:
        return None
    return (int(last[1]) if last[1].isdecimal() else NUMBERS[last[1]]) * _UNITS[last[2]]


def _once(what: str, before: int) -> tuple[str, tuple[str, ...]]:
    """« J-7 et J-1 »: the task without the countdowns, and those that are not kept: one reminder counts back once."""
    found = list(_COUNTDOWN.finditer(what))
    others = tuple(one[0] for one in found if int(one[1]) * DAY != before)
    return (_SMALL.sub("", _ANOTHER.sub("", what).strip()), others) if found else (what, ())


def _without(what: str, segment: str) -> str:
    """The words of the task without those that count, nor what joined the two; the task may have lost some of them already."""
    folded, words = what.casefold(), segment.casefold().split(" ")
    left = next((" ".join(words[:k]) for k in range(len(words) - 1, 0, -1) if folded.endswith(" " + " ".join(words[:k]))), "")
    if segment.casefold() not in folded and left:
        return _END.sub("", what[: -len(left)])
    while (place := folded.find(segment.casefold())) < 0:  # its first article may have gone
        parts = re.split(r"[\s'’]", segment, maxsplit=1)
        if len(parts) < 2:
            return what
        segment = parts[1]
    before, after = _END.sub("", what[:place]), what[place + len(segment) :]
    told = f"{before} {after}".strip() if before else _SMALL.sub("", after.strip(" ,:;"))
    return " ".join(told.split())
