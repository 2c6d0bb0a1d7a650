"""Whether a message tells beforehand who comes to a planned meeting, or is excused: somebody known, a day or a group, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.person_mentions import PersonMention
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.scan import scan as scan_of
from bot.understanding.things import ThingMention
from bot.understanding.times import TimeKind, TimeMention

_LEXICON = table("turnout")
_VERBS = PhraseTable({"away": _LEXICON["away"]["words"], "coming": _LEXICON["coming"]["words"]})
_BARE = PhraseTable({"away": _LEXICON["away"]["words"] + _LEXICON["away"]["bare"], "coming": _LEXICON["coming"]["words"]})
_STATES = {"away": AttendanceState.EXCUSED, "coming": AttendanceState.PRESENT}
_REASON = words_of("turnout", "reason")
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_I = frozenset({"je", "j"})
_OF = frozenset({"de", "du", "d", "la", "l", "le", "des"})
_QUESTIONS = frozenset({"?", "\n"})
_STOPS = _QUESTIONS | {":"}
_LONGEST = 40  # words
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})


@dataclass(slots=True)
class _Told:
    """What the words tell, as they are walked over."""

    people: list[Presence] = field(default_factory=list)
    groups: list[GroupMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    herself: bool = False


def read_bare_turnout(text: str, hearing: Hearing, index: VocabularyIndex) -> TellTurnout | None:
    """« GT Nutrition de vendredi : Sophie excusée », where no meeting of a past Friday is known: of the one to come."""
    seen = scan_of(text, hearing, index)
    return None if seen.dense else read_turnout(seen, verbs=_BARE, stops=_QUESTIONS)


def read_turnout(scan: Scan, *, verbs: PhraseTable = _VERBS, stops: frozenset[str] = _STOPS) -> TellTurnout | None:
    """Who comes, or does not; None as soon as one word says anything else, a reason aside, of which nothing is kept."""
    if len(scan) > _LONGEST or any(scan.sign(i) in stops for i in range(len(scan))):
        return None
    if verbs.first(scan.words) is None:
        return None
    told = _walk(scan, verbs)
    if told is None or len(told.verbs) != 1 or len(told.groups) > 1 or not (told.groups or told.times):
        return None
    if told.herself and not told.people and scan.hearing.author_id is not None and told.groups:
        told.people.append(Presence(person_id=scan.hearing.author_id))
    days = days_told(scan, told.times)
    if not told.people or days is None or _of_card(scan, told):
        return None
    state = _STATES[told.verbs[0]]
    ids = told.groups[0].ids if told.groups else ()
    return TellTurnout(
        people=tuple(replace(one, state=state) for one in told.people),
        days=days,
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else (),
    )


def _walk(scan: Scan, verbs: PhraseTable) -> _Told | None:
    """What all words tell; None when one of them is not known."""
    told, i = _Told(), 0
    while i < len(scan):
        verb, person, group, thing, time = verbs.at(scan.words, i), scan.person_at[i], scan.group_at[i], scan.thing_at[i], scan.time_at[i]
        if verb is not None:
            told.verbs.append(verb.tag)
            i = verb.last
        elif told.verbs and scan.fold(i) in _REASON:
            return told if not _names(scan, i) else None
        elif person is not None and person.first == i and not person.weak:
            told.people.append(_person(person))
            i = person.last
        elif group is not None and group.first == i:
            told.groups.append(group)
            i = group.last
        elif thing is not None and thing.first == i and len(thing.structures) > 0:
            told.people += [] if _house_of(scan, thing.first) else [_structure(thing)]
            i = thing.last
        elif time is not None and time.kind not in _NO_DAY:
            told.times.append(time)
            i = max(i + 1, scan.span_of(time)[1])
        elif scan.words[i].is_word and scan.fold(i) not in _KNOWN:
            return None
        else:
            told.herself = told.herself or scan.fold(i) in _I
            i += 1
    return told


def _house_of(scan: Scan, i: int) -> bool:
    """Whether what stands at word i is where somebody just named works: « Karim de la mission locale », « Karim (mission locale) »."""
    first = i
    while first > 0 and (scan.fold(first - 1) in _OF or scan.sign(first - 1) == "("):
        first -= 1
    person = scan.person_at[first - 1] if first > 0 else None
    return first < i and person is not None and not person.weak


def _names(scan: Scan, i: int) -> bool:
    """Whether anybody, a group or a time is told from word i on: then it is more than a reason."""
    return any(at[k] is not None for k in range(i, len(scan)) for at in (scan.person_at, scan.group_at, scan.time_at))


def _of_card(scan: Scan, told: _Told) -> bool:
    """Whether it speaks of the meeting of the open card: « Karim s'excuse pour le GT », « Karim s'excuse, lundi »."""
    meetings = scan.hearing.draft.meetings if scan.hearing.draft is not None else ()
    if not told.times:
        return any(m.group_id in group.ids for m in meetings for group in told.groups)
    past = [days for time in told.times if (days := time.days_toward("past")) is not None]
    return any(m.day == days.first for m in meetings for days in past)


def _person(mention: PersonMention) -> Presence:
    alone = mention.ids[0] if len(mention.ids) == 1 else None
    return Presence(person_id=alone, candidates=() if alone else mention.ids, said=None if alone else mention.said)


def _structure(mention: ThingMention) -> Presence:
    alone = mention.structures[0] if len(mention.structures) == 1 else None
    return Presence(
        structure_id=alone,
        candidates=() if alone else mention.structures,
        candidates_are_structures=alone is None,
        said=None if alone else mention.said,
    )


def days_told(scan: Scan, times: list[TimeMention]) -> tuple[date, ...] | None:
    """The days told, today or to come; empty when none is told, None when one is past or vague."""
    days: list[date] = []
    for time in times:
        ahead = time.toward("future")
        spans = ahead.alternatives or ((ahead.days,) if ahead.days is not None else ())
        if any(span.first != span.last or span.first < scan.hearing.now.date() for span in spans):
            return None
        days += [span.first for span in spans]
    return tuple(dict.fromkeys(days))
