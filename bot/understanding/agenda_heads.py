"""The meeting that a sentence about an agenda names, its points, and what is told beside a point: its length, who tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.convenings import Change, PlanAgenda, agenda_item
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.papers import named_text
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turnout import days_told

LEXICON = table("agenda_points")
AGENDA = PhraseTable({"agenda": table("papers")["nouns"]["agenda"]})
POINT = frozenset(spaced(LEXICON["point"]["words"]).split())
LINKS = frozenset({"a", "l", "dans", "de", "sur", "au", "du", "d", "le", "pour"})
POLITE = words_of("requests", "polite_core") | {"bonjour", "bonsoir", "salut", "stp", "svp", "peux", "tu", "pourrais", "pouvez", "vous"}
_NEXT = frozenset(spaced(LEXICON["next"]["words"]).split())
_SMALL = frozenset(spaced(LEXICON["small"]["words"]).split())
_BY = frozenset({"par", "avec", "pendant", "et", "de", "pour", "min", "mn", "minute", "minutes", "h", "heure"})
_RANKS = {"premier": "point 1", "deuxieme": "point 2", "second": "point 2", "troisieme": "point 3", "quatrieme": "point 4"} | {
    "dernier": "dernier point"
}
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})


@dataclass(slots=True)
class Head:
    """The meeting named, and the words read for it; `rest`: the other words, `noun`: the agenda is named too."""

    groups: list[GroupMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    end: int = 0
    next: bool = False
    noun: bool = False
    rest: list[int] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether a meeting is told: its group, its day, or « la prochaine »."""
        return bool(self.groups or self.times or self.next)


def head(scan: Scan, i: int, end: int) -> Head:
    """The group, the day and the small words from word i on; it ends where a point begins."""
    named = Head()
    while i < end:
        last = _meeting_at(scan, i, named)
        if last is None and scan.fold(i) not in _SMALL:
            break
        named.next = named.next or scan.fold(i) in _NEXT
        i = last or i + 1
    named.end = i
    return named


def _meeting_at(scan: Scan, i: int, named: Head) -> int | None:
    """The end of a group or a day that begins at word i, noted; None for none."""
    group, time = scan.group_at[i], scan.time_at[i]
    if group is not None and group.first == i:
        named.groups.append(group)
        return group.last
    if time is not None and time.kind not in _NO_DAY:
        named.times.append(time)
        return max(i + 1, scan.span_of(time)[1])
    return None


def without_meeting(scan: Scan) -> Head | None:
    """The whole sentence: its meeting, and the other words in order; None where it has a colon, or several lines."""
    named = Head()
    i = next((k for k in range(min(len(scan), 6)) if scan.words[k].is_word and scan.fold(k) not in POLITE), 0)
    while i < len(scan):
        noun = AGENDA.at(scan.words, i)
        last = noun.last if noun is not None else None if _hour_alone(scan, i) else _meeting_at(scan, i, named)
        named.noun = named.noun or noun is not None
        if scan.sign(i) in {":", "\n"}:
            return None
        if last is not None:
            _drop_links(scan, named)
        elif scan.fold(i) in _NEXT:
            named.next = True
        elif scan.words[i].is_word or scan.words[i].is_number:
            named.rest.append(i)
        i = last or i + 1
    if [scan.fold(i) for i in named.rest[-2:]] == ["en", "fait"]:
        named.rest = named.rest[:-2]
    while named.rest and scan.fold(named.rest[-1]) in {"stp", "svp", "merci", "reunion", "seance", "fois", "finalement", "plutot"}:
        named.rest.pop()
    return named


def _hour_alone(scan: Scan, i: int) -> bool:
    """« 30 min », « à 1h »: no day."""
    time = scan.time_at[i]
    return scan.group_at[i] is None and time is not None and time.days is None and not time.alternatives


def _drop_links(scan: Scan, named: Head) -> None:
    """« à l' » of « à l'ordre du jour », « du » of « du GT »."""
    while len(named.rest) > 1 and scan.fold(named.rest[-1]) in LINKS | {"la", "les", "des", "reunion", "seance", "groupe"}:
        named.rest.pop()


def only_points(scan: Scan, first: int, last: int) -> bool:
    """« un point », « les points »: not yet which."""
    return all(scan.fold(i) in _SMALL | POINT or scan.number_at[i] or not scan.words[i].is_word for i in range(first, last))


def ranked(scan: Scan, words: Iterable[int]) -> list[str]:
    """« le point 3 », « les points 2 et 3 », « le dernier point »: points named by their rank; empty where anything else is said."""
    told = [i for i in words if scan.words[i].is_word or scan.words[i].is_number]
    told = [i for i in told if scan.fold(i) not in _SMALL | {"et", "n", "no", "numero"}]
    others = [i for i in told if scan.fold(i) not in POINT]
    ranks = [_RANKS.get(scan.fold(i)) or (f"point {int(scan.sign(i))}" if scan.sign(i).isdecimal() else None) for i in others]
    return [rank for rank in ranks if rank] if len(others) < len(told) and all(ranks) else []


def point(scan: Scan, first: int, last: int) -> str:
    """The words of a point, without its article or « le point »."""
    while first < last - 1 and scan.fold(first) in _SMALL | POINT:
        first += 1
    end = scan.words[last - 1].end if last > first else 0
    return named_text(scan, scan.words[first].start, end).strip(" :,;«»\"'") if last > first else ""


def asked(scan: Scan, named: Head, points: list[str], change: Change) -> PlanAgenda | None:
    """The points of the meeting that is named; None where its day is past, or it is the one of the card that stands open."""
    days = days_told(scan, named.times)
    if days is None or len(days) > 1 or len(named.groups) > 1 or not (points or named.groups or days):
        return None
    if scan.hearing.draft is not None and not (named.groups or days):
        return None
    alone, several = group_ids(scan, named)
    return PlanAgenda(points=tuple(points), group_id=alone, group_candidates=several, day=days[0] if days else None, change=change)


def group_ids(scan: Scan, named: Head) -> tuple[int | None, tuple[int, ...]]:
    """The group, or those that it may be."""
    ids = named.groups[0].ids if named.groups else ()
    return (ids[0] if len(ids) == 1 else None), (ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else ())


def beside(scan: Scan, first: int) -> str:
    """« , 45 min », « par Marc », « (15 min, Sophie) », told last: how long a point takes, who tells it; empty for anything else."""
    for i in range(first, len(scan)):
        time = scan.time_at[i]
        known = scan.person_at[i] is not None or scan.fold(i) in _BY or (time is not None and time.kind is TimeKind.DURATION)
        if scan.words[i].is_word and not known:
            return ""
    told = re.sub(r"[(),;.:]|\b(?:par|avec|pendant|pour)\b", " ", named_text(scan, scan.words[first].start) if first < len(scan) else "")
    told = " ".join(told.split())
    item = agenda_item(f"x {told}")
    if item.text != "x":
        item = agenda_item(f"x ({told})")
    return ", ".join(filter(None, (f"{item.minutes} min" if item.minutes else "", item.speaker or ""))) if item.text == "x" else ""
