"""What becomes of one point of an agenda: added to a meeting, taken off, longer, first or last, no more proposed for the next."""

from __future__ import annotations

from bot.domain.convenings import Change, PlanAgenda, agenda_item
from bot.domain.parked import ParkPoints
from bot.understanding.agenda_heads import LEXICON, POINT, Head, asked, beside, group_ids, only_points, point, ranked, without_meeting
from bot.understanding.lexicon_files import spaced
from bot.understanding.phrases import PhraseTable
from bot.understanding.point_lists import points_told
from bot.understanding.scan import Scan

_VERBS = {tag: frozenset(map(spaced, said)) for tag, said in LEXICON["verbs"].items()}
_ORDERS = PhraseTable(LEXICON["orders"])
_WAITING = frozenset(spaced(LEXICON["waiting"]["words"]).split()) | {"en"}
_HELD = frozenset({"rendu", "cr", "pv", "releve", "decision", "decisions", "action", "actions"})  # of a meeting that was held
_LENGTH_WORDS = 3  # « 1 h 30 »
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "au", "a", "aux", "pour", "sur", "du", "de", "des"})
_PRESENTS = frozenset(spaced(LEXICON["presents"]["words"]).split())
_AROUND = frozenset({"c", "est", "sera", "qui", "par", "ce", "va", "il", "elle"})
_LONGEST = 24  # words


def read_point(scan: Scan, *, shown: bool) -> PlanAgenda | ParkPoints | None:
    """The point and what becomes of it, where « point », the agenda or the one `shown` just before says that it is one."""
    named = without_meeting(scan) if len(scan) <= _LONGEST else None
    if named is None or len(named.rest) < 2 or any(scan.fold(i) in _HELD for i in named.rest):
        return None
    verb = scan.fold(named.rest[0])
    pointed = any(scan.fold(i) in POINT for i in named.rest[:6])
    if pointed and verb in _VERBS["remove"] and (dropped := _dropped(scan, named)):
        return dropped
    if not (named.named or shown) or not (pointed or named.noun or shown):
        return None
    changed = _ordered(scan, named) or _lasting(scan, named) or _presented(scan, named)
    if changed is not None:
        told, change = changed
        return _of(scan, named, [told], change, shown=shown)
    adds = verb in _VERBS["add"]
    if named.noun or not (adds or verb in _VERBS["remove"]):
        return None
    pointed = pointed or (shown and scan.hearing.draft is None and not any(scan.person_at[i] is not None for i in named.rest[:4]))
    points = ([] if adds else ranked(scan, named.rest[1:])) or (_told(scan, named) if pointed else [])
    return _of(scan, named, points, "add" if adds else "remove", shown=shown) if points else None


def _of(scan: Scan, named: Head, points: list[str], change: Change, *, shown: bool) -> PlanAgenda | None:
    if shown and not named.named:
        return PlanAgenda(points=tuple(points), change=change)
    if scan.hearing.draft is not None and not (named.times or named.next or named.noun or change in {"first", "last", "length", "speaker"}):
        return None  # « ajoute le point budget au GT »: of the card that stands open
    return asked(scan, named, points, change)


def _told(scan: Scan, named: Head) -> list[str]:
    """The points behind the verb, with what is told of the last one behind the meeting: « … au GT du 17, 45 min »."""
    words = named.rest[1:]
    gap = next((k for k in range(1, len(words)) if any(scan.words[i].is_word for i in range(words[k - 1] + 1, words[k]))), len(words))
    if only_points(scan, words[0], words[gap - 1] + 1):
        return []
    points = list(points_told(point(scan, words[0], words[gap - 1] + 1)))
    more = beside(scan, words[gap]) if gap < len(words) else ""
    if not points or (gap < len(words) and not more):
        return []
    return [*points[:-1], f"{points[-1]} ({more})"] if more else points


def _ordered(scan: Scan, named: Head) -> tuple[str, Change] | None:
    """« mets le calendrier en premier », « passe le budget à la fin », « le budget passe en premier »."""
    first, last = named.rest[0], named.rest[-1] + 1
    found = _ORDERS.first(scan.words, first, last)
    if found is None:
        return None
    others = [i for i in named.rest if not found.first <= i < found.last]
    if scan.fold(first) in _VERBS["set"] | _VERBS["add"]:
        name = _name(scan, others[1:])
    elif len(others) > 1 and scan.fold(others[-1]) in _VERBS["takes"] and found.first == others[-1] + 1:
        name = _name(scan, others[:-1])
    else:
        return None
    return (name, "first" if found.tag == "first" else "last") if name else None


def _lasting(scan: Scan, named: Head) -> tuple[str, Change] | None:
    """« le point calendrier passe à 30 min », « mets 30 min au budget », « passe le budget à 1h »."""
    words = named.rest
    verb = next((k for k, i in enumerate(words) if scan.fold(i) in _VERBS["takes"]), None)
    if verb:  # said of the point
        length, name = _minutes(scan, words[verb + 1 :]), words[:verb]
    elif scan.fold(words[0]) in _VERBS["set"]:
        length, name = 0, []
        for size in range(min(_LENGTH_WORDS, len(words) - 2), 0, -1):
            for told, others in ((words[1 : 1 + size], words[1 + size :]), (words[-size:], words[1:-size])):
                if not length and (length := _minutes(scan, told)):
                    name = others
    else:
        return None
    said = _name(scan, name) if length else ""
    return (f"{said} ({length} min)", "length") if said else None


def _presented(scan: Scan, named: Head) -> tuple[str, Change] | None:
    """« c'est Marc qui présente le point 1 », « le budget sera présenté par Marc », « rapporteur du budget Marc »."""
    who = next((person for i in named.rest if (person := scan.person_at[i]) is not None), None)
    if who is None or not any(scan.fold(i) in _PRESENTS for i in named.rest) or any(scan.fold(i).startswith("excuse") for i in named.rest):
        return None
    told = [i for i in named.rest if not who.first <= i < who.last and scan.fold(i) not in _PRESENTS | _AROUND]
    name = _name(scan, told)
    speaker = scan.slice(who.first, who.last)
    return (f"{name} ({speaker.title() if speaker.islower() else speaker})", "speaker") if name else None


def _minutes(scan: Scan, words: list[int]) -> int:
    """The length that these words tell, and nothing else."""
    while words and scan.fold(words[0]) in {"a", "de", "en", "sur", "pendant"}:
        words = words[1:]
    item = agenda_item(f"x {scan.slice(words[0], words[-1] + 1)}") if words and len(words) <= _LENGTH_WORDS else None
    return item.minutes or 0 if item is not None and item.text == "x" else 0


def _name(scan: Scan, words: list[int]) -> str:
    """The name of a point; empty where its words do not stand together, or are somebody."""
    if ranks := ranked(scan, words):
        return ranks[0] if len(ranks) == 1 else ""
    while words and scan.fold(words[0]) in _ARTICLES | POINT:
        words = words[1:]
    while words and scan.fold(words[-1]) in _ARTICLES | POINT:
        words = words[:-1]
    apart = any(scan.words[i].is_word for i in range(words[0], words[-1]) if i not in words) if words else True
    return "" if apart or any(scan.person_at[i] is not None for i in words) else point(scan, words[0], words[-1] + 1)


def _dropped(scan: Scan, named: Head) -> ParkPoints | None:
    """« enlève le point reporté budget du GT Nutrition »: it is to be proposed no more."""
    words = named.rest[1:]
    if not any(scan.fold(i) in _WAITING - {"en"} for i in words) or len(named.groups) > 1 or named.times or named.noun:
        return None
    told = _name(scan, [i for i in words if scan.fold(i) not in _WAITING])
    alone, several = group_ids(scan, named)
    return ParkPoints(points=(told,), group_id=alone, group_candidates=several, deed="drop") if told else None
