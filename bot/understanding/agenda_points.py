"""Whether a message adds points to the agenda of a meeting to come, changes them, or puts one off to the next: never a meeting held."""

from __future__ import annotations

from bot.domain.convenings import PlanAgenda
from bot.domain.parked import Parking, ParkPoints
from bot.french.points_put_off import points_put_off
from bot.understanding.agenda_changes import read_point
from bot.understanding.agenda_heads import AGENDA, LEXICON, LINKS, POINT, POLITE, asked, beside, group_ids, head, only_points, point, ranked
from bot.understanding.lexicon_files import spaced
from bot.understanding.papers import named_text
from bot.understanding.point_lists import points_told
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.turnout import days_told
from bot.understanding.verbs import is_task

_VERBS = {tag: frozenset(map(spaced, said)) for tag, said in LEXICON["verbs"].items()}
_NEXT = frozenset(spaced(LEXICON["next"]["words"]).split())
_SPEAK = LEXICON["to_speak"]
_TO_SPEAK = frozenset(spaced(_SPEAK["verbs"]).split())
_BEFORE_THEME = frozenset(spaced(_SPEAK["before"]).split())
_THEMES = frozenset(spaced(_SPEAK["themes"]).split()) | POINT
_PUT_OFF = ("report", "repouss", "renvoy", "ajourn", "decal", "bascul", "parqu", "remis")
_FAR = 14  # words of « le point sur le diagnostic local a finalement été reporté »
_OPENS = frozenset(spaced(_SPEAK["note"]).split()) | _TO_SPEAK | _THEMES


def read_agenda_points(scan: Scan, *, shown: bool = False) -> PlanAgenda | ParkPoints | None:
    """The points, and what becomes of them; None for anything else, or where a patient's situation is told.

    `shown`: the agenda of one meeting was shown just before, so that nothing else need name it.
    """
    if private_words(scan) or any(scan.sign(i) == "?" for i in range(len(scan))):
        return None
    verb = next((i for i in range(min(len(scan), 6)) if scan.words[i].is_word and scan.fold(i) not in POLITE), 0)
    noun = AGENDA.first(scan.words, verb + 1)
    if scan.hearing.draft is None and (told := _told_put_off(scan)) is not None:
        return told
    if scan.fold(verb) in _VERBS["put_off"] and (noun is None or _says_next(scan, verb)):
        parked = _parked(scan, verb)
        if parked is not None:
            return parked
    to_come = _to_speak_of(scan) if noun is None else None
    if to_come is not None:
        return to_come
    change = next((tag for tag in ("add", "remove") if scan.fold(verb) in _VERBS[tag]), None)
    planned = _planned(scan, verb, noun.first, noun.last, adds=change == "add") if noun is not None and change is not None else None
    moved = read_point(scan, shown=shown)
    return moved if moved is not None and (planned is None or getattr(moved, "change", "") in {"first", "last"}) else planned


def _told_put_off(scan: Scan) -> ParkPoints | None:
    """« le point diag est reporté à la prochaine fois », which moves no meeting; None where anything else is told."""
    done = next((i for i in range(min(len(scan), _FAR)) if scan.folds[i].startswith(_PUT_OFF)), None)
    if done is None or not (points := points_put_off((scan.text,))) or any(scan.sign(i) in {",", ";", ":", "\n"} for i in range(len(scan))):
        return None
    named = head(scan, done + 1, len(scan))
    first = next((i for i in range(done) if scan.words[i].is_word and scan.fold(i) not in LINKS | {"les", "la"}), done)
    if named.end != len(scan) or not named.next or named.times or len(named.groups) > 1 or scan.fold(first) not in POINT:
        return None
    alone, several = group_ids(scan, named)
    return ParkPoints(points=points, group_id=alone, group_candidates=several, deed="put_off")


def _says_next(scan: Scan, first: int) -> bool:
    return any(scan.fold(i) in _NEXT for i in range(first, len(scan)))


def _planned(scan: Scan, verb: int, first: int, last: int, *, adds: bool) -> PlanAgenda | None:
    """« ajoute le budget à l'odj du GT de mardi », « rajoute à l'ordre du jour du GT : budget, 15 min »."""
    before = first
    while before > verb + 1 and scan.fold(before - 1) in LINKS:
        before -= 1
    named = head(scan, last, len(scan))
    if any(scan.sign(i) in {":", "\n"} for i in range(verb + 1, before)):
        return None  # « ajoute une action : Karim prépare l'ordre du jour »
    points = [] if adds else ranked(scan, range(verb + 1, before))
    if not points and not only_points(scan, verb + 1, before):
        points = list(points_told(point(scan, verb + 1, before)))
    more = beside(scan, named.end) if points else ""
    if named.end < len(scan) and points and scan.sign(named.end) != ":" and not more:
        return None  # « note le budget à l'ordre du jour et préviens Karim »
    if more:
        points[-1] = f"{points[-1]} ({more})"
    elif named.end < len(scan):
        points += points_told(named_text(scan, scan.words[named.end].start).lstrip(" :,\n"))
    return asked(scan, named, points, "add" if adds else "remove")


def _to_speak_of(scan: Scan) -> PlanAgenda | ParkPoints | None:
    """« note pour le prochain GT : parler du transport »: proposed for its agenda; a task (« réserver la salle ») is no point."""
    colon = next((i for i in range(min(len(scan), 16)) if scan.sign(i) == ":"), None)
    if colon is None or colon + 1 >= len(scan):
        return None
    start = 0
    while start < colon and scan.fold(start) in _OPENS | POLITE:
        start += 1
    named, first = head(scan, start, colon), colon + 1
    speaks = any(scan.fold(i) in _TO_SPEAK | _THEMES for i in (*range(start), first))
    if (
        not any(scan.fold(i) in _OPENS for i in range(start))
        or named.end != colon
        or len(named.groups) != 1
        or not (named.next or named.times or speaks)
    ):
        return None
    if not speaks and is_task(scan.words, first):
        return None
    while first < len(scan) - 1 and scan.fold(first) in _BEFORE_THEME:
        first += 1
    points = list(points_told(named_text(scan, scan.words[first].start)))
    if named.times:
        return asked(scan, named, points, "add")
    alone, several = group_ids(scan, named)
    return ParkPoints(points=tuple(points), group_id=alone, group_candidates=several, deed="new") if points else None


def _parked(scan: Scan, verb: int) -> ParkPoints | None:
    """« reporte le point budget à la prochaine séance du GT »: the word « point », what it is, and nothing but the next meeting."""
    first = next((i for i in range(verb + 1, min(verb + 4, len(scan))) if scan.fold(i) in POINT), None)
    if first is None:
        return None
    for start in range(first + 2, len(scan)):
        if scan.fold(start) not in LINKS or scan.fold(start - 1) in LINKS:
            continue
        named = head(scan, start, len(scan))
        days = days_told(scan, named.times) if named.next else () if not named.times else None
        if named.end == len(scan) and days is not None and len(days) < 2 and len(named.groups) < 2 and (named.next or named.groups):
            alone, several = group_ids(scan, named)
            left = days[0] if days else None
            deed: Parking = "new" if scan.fold(verb) in _VERBS["add"] else "put_off"  # « mets le point budget au prochain GT »
            return ParkPoints(points=(point(scan, first + 1, start),), group_id=alone, group_candidates=several, deed=deed, day=left)
    return None
