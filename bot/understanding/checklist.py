"""Whether a message lists what is to be seen to before a planned meeting: « à prévoir pour le GT de jeudi : salle, café »."""

from __future__ import annotations

import re

from bot.domain.checklist import PlanChecklist
from bot.understanding.agenda_heads import LINKS, POLITE, point
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.papers import paper_named
from bot.understanding.phrases import PhraseTable
from bot.understanding.point_lists import points_told
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turnout import days_told

_LEXICON = table("checklist")
_NOUNS = PhraseTable({tag: _LEXICON["nouns"][tag] for tag in ("checklist", "list")})
_LISTS = PhraseTable({"list": _LEXICON["nouns"]["lists"]})
_VERBS = {tag: frozenset(map(spaced, said)) for tag, said in table("agenda_points")["verbs"].items()}
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_LINKS = LINKS | {"la", "les", "des"}
_NO_THINGS = frozenset({"action", "actions", "decision", "decisions", "excuses", "personnes", "membres"}) | {
    *("participants", "participantes", "presents", "presentes"),
}
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})
_LONGEST = 24  # words before the colon


def read_checklist(scan: Scan) -> PlanChecklist | None:
    """The things after the colon, or between « ajoute » and « à la liste »; None as soon as a word says anything else, or neither a group
    nor a day is told."""
    colon = next((i for i in range(min(len(scan), _LONGEST)) if scan.sign(i) in {":", "\n"}), None)
    if colon is None:
        return _changed(scan)
    noun = paper_named(scan, _NOUNS, _KNOWN, end=colon)
    if noun is None or private_words(scan) or (noun.tag == "list" and _lists_people(scan, colon)):
        return None
    return _of_meeting(scan, noun.last, colon, tuple(points_told(scan.text[scan.words[colon].end :])))


def _changed(scan: Scan) -> PlanChecklist | None:
    """« ajoute le café à la liste du Copil », « enlève les badges de la checklist du GT de jeudi »."""
    verb = next((i for i in range(min(len(scan), 6)) if scan.words[i].is_word and scan.fold(i) not in POLITE), 0)
    noun = next((found for i in range(verb + 2, len(scan)) if (found := _LISTS.at(scan.words, i)) is not None), None)
    drops = scan.fold(verb) in _VERBS["remove"]
    if noun is None or not (drops or scan.fold(verb) in _VERBS["add"]):
        return None
    last = noun.first
    while last > verb + 1 and scan.fold(last - 1) in _LINKS:
        last -= 1
    things = [point(scan, verb + 1, last)] if last > verb + 1 else []
    told = range(verb + 1, last)
    strange = any(at[i] is not None for i in told for at in (scan.group_at, scan.person_at, scan.time_at))
    houses = any(thing is not None and thing.structures for thing in (scan.thing_at[i] for i in told))
    if strange or houses or any(scan.fold(i) in _NO_THINGS for i in told) or last == noun.first or not any(things) or private_words(scan):
        return None
    each = tuple(one for part in points_told(things[0]) for one in re.split(r" et (?:le |la |les |l['’])?", part))
    return _of_meeting(scan, noun.last, len(scan), each, drops=drops)


def _of_meeting(scan: Scan, i: int, end: int, things: tuple[str, ...], *, drops: bool = False) -> PlanChecklist | None:
    """Of the meeting that the words [i, end) name, and nothing else."""
    groups: list[GroupMention] = []
    times: list[TimeMention] = []
    while i < end:
        group, time = scan.group_at[i], scan.time_at[i]
        if group is not None:
            groups.append(group)
            i = group.last
        elif time is not None and time.kind not in _NO_DAY:
            times.append(time)
            i = max(i + 1, scan.span_of(time)[1])
        elif scan.words[i].is_word and scan.fold(i) not in _KNOWN:
            return None
        else:
            i += 1
    days = days_told(scan, times)
    if not things or days is None or len(groups) > 1 or not (groups or days):
        return None
    ids = groups[0].ids if groups else ()
    return PlanChecklist(
        things=things,
        drops=drops,
        days=days,
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else (),
    )


def _lists_people(scan: Scan, colon: int) -> bool:
    """« liste pour le GT : Sophie, CCAS »: who is there or expected."""
    things = (scan.thing_at[i] for i in range(colon, len(scan)))
    return any(scan.person_at[i] is not None for i in range(colon, len(scan))) or any(one is not None and one.structures for one in things)
