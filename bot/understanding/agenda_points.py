"""Whether a message adds points to the agenda of a meeting to come, takes some off, or puts one off to the next: never a meeting held."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.convenings import Change, PlanAgenda
from bot.domain.parked import ParkPoints
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.papers import points_told
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turnout import days_told

_LEXICON = table("agenda_points")
_VERBS = {tag: frozenset(map(spaced, said)) for tag, said in _LEXICON["verbs"].items()}
_AGENDA = PhraseTable({"agenda": table("papers")["nouns"]["agenda"]})
_POINT = frozenset(spaced(_LEXICON["point"]["words"]).split())
_NEXT = frozenset(spaced(_LEXICON["next"]["words"]).split())
_SMALL = frozenset(spaced(_LEXICON["small"]["words"]).split())
_POLITE = words_of("requests", "polite_core") | {"bonjour", "bonsoir", "salut", "stp", "svp", "peux", "tu", "pourrais", "pouvez", "vous"}
_LINKS = frozenset({"a", "l", "dans", "de", "sur", "au", "du", "d", "le", "pour"})
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})


@dataclass(slots=True)
class _Head:
    """The meeting named, and the words read for it."""

    groups: list[GroupMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    end: int = 0
    next: bool = False


def read_agenda_points(scan: Scan) -> PlanAgenda | ParkPoints | None:
    """The points, and what becomes of them; None for anything else, or where a patient's situation is told."""
    verb = next((i for i in range(min(len(scan), 6)) if scan.words[i].is_word and scan.fold(i) not in _POLITE), 0)
    if private_words(scan) or any(scan.sign(i) == "?" for i in range(len(scan))):
        return None
    noun = next((found for i in range(verb + 1, len(scan)) if (found := _AGENDA.at(scan.words, i)) is not None), None)
    if scan.fold(verb) in _VERBS["put_off"] and (noun is None or _says_next(scan, verb)):
        parked = _parked(scan, verb)
        if parked is not None:
            return parked
    change = next((tag for tag in ("add", "remove") if scan.fold(verb) in _VERBS[tag]), None)
    return _planned(scan, verb, noun.first, noun.last, adds=change == "add") if noun is not None and change is not None else None


def _says_next(scan: Scan, first: int) -> bool:
    return any(scan.fold(i) in _NEXT for i in range(first, len(scan)))


def _planned(scan: Scan, verb: int, first: int, last: int, *, adds: bool) -> PlanAgenda | None:
    """« ajoute le budget à l'odj du GT de mardi », « rajoute à l'ordre du jour du GT : budget, 15 min »."""
    before = first
    while before > verb + 1 and scan.fold(before - 1) in _LINKS:
        before -= 1
    named = _head(scan, last, len(scan))
    if any(scan.sign(i) in {":", "\n"} for i in range(verb + 1, before)):
        return None  # « ajoute une action : Karim prépare l'ordre du jour »
    points = [] if _only_points(scan, verb + 1, before) else list(points_told(_point(scan, verb + 1, before)))
    if named.end < len(scan) and points and scan.sign(named.end) != ":":
        return None  # « note le budget à l'ordre du jour et préviens Karim »
    points += points_told(scan.text[scan.words[named.end].start :].lstrip(" :,\n")) if named.end < len(scan) else ()
    days = days_told(scan, named.times)
    if days is None or len(days) > 1 or len(named.groups) > 1 or not (points or named.groups or days):
        return None
    if scan.hearing.draft is not None and not (named.groups or days):
        return None  # of the card that stands open
    alone, several = _ids(scan, named)
    change: Change = "add" if adds else "remove"
    return PlanAgenda(points=tuple(points), group_id=alone, group_candidates=several, day=days[0] if days else None, change=change)


def _parked(scan: Scan, verb: int) -> ParkPoints | None:
    """« reporte le point budget à la prochaine séance du GT »: the word « point », what it is, and nothing but the next meeting."""
    first = next((i for i in range(verb + 1, min(verb + 4, len(scan))) if scan.fold(i) in _POINT), None)
    if first is None:
        return None
    for start in range(first + 2, len(scan)):
        if scan.fold(start) not in _LINKS or scan.fold(start - 1) in _LINKS:
            continue
        named = _head(scan, start, len(scan))
        if named.end == len(scan) and not named.times and len(named.groups) < 2 and (named.next or named.groups):
            alone, several = _ids(scan, named)
            return ParkPoints(points=(_point(scan, first + 1, start),), group_id=alone, group_candidates=several)
    return None


def _head(scan: Scan, i: int, end: int) -> _Head:
    """The group, the day and the small words from word i on; it ends where a point begins."""
    named = _Head()
    while i < end:
        group, time = scan.group_at[i], scan.time_at[i]
        if group is not None and group.first == i:
            named.groups.append(group)
            i = group.last
        elif time is not None and time.kind not in _NO_DAY:
            named.times.append(time)
            i = max(i + 1, scan.span_of(time)[1])
        elif scan.fold(i) in _SMALL:
            named.next = named.next or scan.fold(i) in _NEXT
            i += 1
        else:
            break
    named.end = i
    return named


def _only_points(scan: Scan, first: int, last: int) -> bool:
    """« un point », « les points »: not yet which."""
    return all(scan.fold(i) in _SMALL | _POINT or scan.number_at[i] or not scan.words[i].is_word for i in range(first, last))


def _point(scan: Scan, first: int, last: int) -> str:
    """The words of a point, without its article or « le point »."""
    while first < last - 1 and scan.fold(first) in _SMALL | _POINT:
        first += 1
    return scan.slice(first, last).strip(" :,;«»\"'")


def _ids(scan: Scan, named: _Head) -> tuple[int | None, tuple[int, ...]]:
    ids = named.groups[0].ids if named.groups else ()
    return (ids[0] if len(ids) == 1 else None), (ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else ())
