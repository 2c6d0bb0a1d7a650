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
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.tokens import fold
from bot.understanding.verbs import names_task

DAY = 24 * 60
_EACH = frozenset({"chaque", "chacun", "chacune", "tous", "toutes"})
_MEETINGS = frozenset({"reunion", "reunions", "seance", "seances", "rencontre", "rencontres"})
_SMALL_LINKS = frozenset(
    {"le", "la", "l", "les", "du", "de", "d", "des", "au", "aux", "prochain", "prochaine", "prochaines", "notre", "avant"}
)
_MEETING = frozenset({"reunion", "reu", "seance", "rencontre"})
_TOLD_APART = frozenset({"de", "d", "du", "des", "avec", "sur", "a", "au"})  # « la réunion avec l'ARS »: one that no group holds
_DAYS_ON = {"lendemain": 1, "surlendemain": 2}
JUST_AFTER = 15  # minutes
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
    """The reminder with what it counts from a meeting to come whose day it does not tell; unchanged when it counts nothing."""
    found = lead_told(scan) if asked.recurrence is None else None
    of_day = _day_behind(scan, found) if found is not None else None
    if found is not None and found.minutes >= 0 and (found.group is None or len(found.group.ids) != 1):
        of_day = None  # whose meeting of that day it is cannot be looked up
    each = found is not None and any(scan.fold(i) in _EACH for i in range(found.first, found.place))
    if found is None or (asked.day is not None and of_day is None) or (each and found.minutes < 0):
        return _unheeded_anchor(scan, asked)
    ids = found.group.ids if found.group is not None else ()
    what, others = _once(_without(asked.what, scan.slice(found.first, found.last)), found.minutes)
    joined = _JOINED.match(scan.slice(found.first, found.place))
    working = (scan.slice(i, i + 1) for i in range(found.first, found.place) if scan.fold(i).startswith("ouvr"))  # « 10 jours ouvrés »
    others = (*((joined[1],) if joined else ()), *others, *working)
    return replace(
        asked,
        what=what,
        before=found.minutes,
        day=of_day.days.first if of_day is not None and of_day.days is not None else None,
        at=None if of_day is not None and of_day.starts is not None and found.minutes < 0 else asked.at,
        recurrence=EACH_MEETING if each else None,
        unheeded=(*asked.unheeded, *others),
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=() if len(ids) < 2 else ordered_for(ids, scan.hearing.author_id, scan.index),
    )


def _day_behind(scan: Scan, lead: Lead) -> TimeMention | None:
    """« après le GT Diabète de jeudi »: the day of the meeting."""
    place = lead.last + (scan.fold(lead.last) in {"de", "du"})
    mention = scan.time_at[place] if place < len(scan) else None
    told = mention.toward("future") if mention is not None else None
    return told if told is not None and told.days is not None and told.days.single else None


def _unheeded_anchor(scan: Scan, asked: SetReminder) -> SetReminder:
    """« après chaque Copil », « avant le Copil »: no moment that is counted from a meeting: it is asked for, and these words are said."""
    places = anchor(scan) if not (asked.day or asked.day_window or asked.at or asked.recurrence or asked.unheeded) else set()
    lost = scan.slice(min(places), max(places) + 1).strip() if places else ""
    return replace(asked, unheeded=(lost,)) if lost and lost.casefold() not in asked.what.casefold() else asked


class Lead(NamedTuple):
    """So many minutes before a meeting (negative: after it), the word at which they begin to be counted, and the group that meets.

    Its meeting is told by the words [place, last); no group: « la réunion ».
    """

    minutes: int
    first: int
    group: GroupMention | None
    place: int
    last: int


def lead_told(scan: Scan) -> Lead | None:
    """What a message counts from a meeting of a group, or from « la réunion », if it does."""
    named = False
    for place, group in enumerate(scan.group_at):
        if group is None or group.first != place:
            continue
        named, told = True, _counted_to(scan, place)
        if told is not None:
            return Lead(*told, group, place, group.last)
    if named or not _MEETING.intersection(scan.folds):
        return None
    place = next(i for i in range(len(scan)) if scan.fold(i) in _MEETING)
    task = scan.fold(place + 1) in {"de", "d"} and names_task(scan.fold(place + 2))
    alone = scan.fold(place - 1) == "la" and (task or scan.fold(place + 1) not in _TOLD_APART)
    told = _counted_to(scan, place) if alone else None
    return Lead(*told, None, place, place + 1) if told is not None else None


def _counted_to(scan: Scan, place: int) -> tuple[int, int] | None:
    """So many minutes, and where they begin, up to the meeting told at word `place`."""
    end = place
    while end > 0 and scan.fold(end - 1) in _LINKS:
        end -= 1
    told = _counted(scan, end) or _counted_on(scan, end)
    return told if told is not None and abs(told[0]) <= _FURTHEST else None


def _counted_on(scan: Scan, end: int) -> tuple[int, int] | None:
    """« après », « 2 jours après », « le lendemain », « le jour » of a meeting."""
    said, first = scan.fold(end - 1), end - 1
    if said in _DAYS_ON:
        minutes = -_DAYS_ON[said] * DAY
    elif said in {"jour", "matin", "soir"} and scan.fold(end - 2) in {"le", "meme"}:
        minutes = 0
    elif said == "apres" or (said == "fin" and scan.fold(end - 2) == "la" and scan.fold(end - 3) == "a"):
        first -= 1 if said == "apres" and scan.fold(end - 2) == "juste" else 0
        time = scan.time_at[first - 1] if first and said == "apres" else None
        length = time.seconds if time is not None and time.kind is TimeKind.DURATION else None
        minutes = -(int(length) // 60) if length else -JUST_AFTER
        first = scan.span_of(time)[0] if length and time is not None else first
    else:
        return None
    while first > 0 and scan.fold(first - 1) in {"le", "la", "a", "meme"}:
        first -= 1
    return minutes, first


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
