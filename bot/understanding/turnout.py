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
_OFF = {"taken_off": _LEXICON["taken_off"]["words"]}
_ORDERS = frozenset(spaced(_LEXICON["taken_off"]["orders"]).split())
_TAGS = ("away", "coming", "instead", "late", "will_have")
_OFTEN = {"in_place": _LEXICON["instead"]["of"]} | {tag: _LEXICON[tag]["words"] for tag in (*_TAGS, "neither")}
_VERBS = PhraseTable(_OFTEN)
AWAY = PhraseTable({"away": _OFTEN["away"]})
_BARE = PhraseTable({tag: words + _LEXICON.get(tag, {}).get("bare", []) for tag, words in (_OFTEN | _OFF).items()})
_ADVERBS = PhraseTable({"adverb": _LEXICON["adverbs"]["words"]})
_STATES = dict.fromkeys(("away", "instead", "in_place"), AttendanceState.EXCUSED)
_NEEDS = {"will_have": frozenset({"retard"}), "taken_off": _ORDERS}
_REASON = words_of("turnout", "reason")
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_BESIDE_LATE = frozenset(spaced(_LEXICON["late"]["beside"]).split())
_I = frozenset({"je", "j", "moi"})
_OF = frozenset({"de", "du", "d", "la", "l", "le", "des"})
_QUESTIONS = frozenset({"?", "\n"})
_STOPS = _QUESTIONS | {":"}
_ENDS_STAND_IN = frozenset({"au", "aux", "pour", "a", "le", "du"})
_NAMELESS = "personnes"
_COUNTED = frozenset({"autre", "autres", "personne", "personnes", "pers", "membre", "membres", "partenaire", "partenaires", "gens"})
_LONGEST = 40  # words


@dataclass(slots=True)
class _Told:
    """What the words tell, as they are walked over.

    `waiting`: people of whom nothing is said yet; `open`: what is said of the next ones; `state`: what was said last.
    """

    people: list[Presence] = field(default_factory=list)
    waiting: list[Presence] = field(default_factory=list)
    open: AttendanceState | None = None
    groups: list[GroupMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    lengths: bool = False
    late: bool = False
    verbs: list[str] = field(default_factory=list)
    idle: bool = False  # the last verb is said of nobody yet
    state: AttendanceState | None = None
    herself: bool = False


def read_bare_turnout(text: str, hearing: Hearing, index: VocabularyIndex) -> TellTurnout | None:
    """« GT Nutrition de vendredi : Sophie excusée », where no meeting of a past Friday is known: of the one to come."""
    seen = scan_of(text, hearing, index)
    found = None if seen.dense else read_turnout(seen, verbs=_BARE, stops=_QUESTIONS)
    return found if found is not None and not found.hours else None


def read_shown_turnout(scan: Scan) -> TellTurnout | None:
    """« finalement Karim vient », « Sophie excusée », of the planned meeting that was shown just before: no other group or day is told."""
    found = read_turnout(scan, verbs=_BARE, shown=True)
    return found if found is not None and not (found.group_id or found.group_candidates or found.days or found.hours) else None


def read_turnout(scan: Scan, *, verbs: PhraseTable = _VERBS, stops: frozenset[str] = _STOPS, shown: bool = False) -> TellTurnout | None:
    """Who comes, or does not; None as soon as one word says anything else, a reason aside, of which nothing is kept."""
    if len(scan) > _LONGEST or any(scan.sign(i) in stops for i in range(len(scan))):
        return None
    scan = _plain(scan)
    if verbs.first(scan.words) is None:
        return None
    told = _walk(scan, verbs)
    if told is None or not _settled(scan, told) or len(told.groups) > 1 or not (told.groups or told.times or shown):
        return None
    days = days_told(scan, told.times)
    if not told.people or days is None or (len(told.verbs) > 1 and len(days) > 1) or _of_card(scan, told):
        return None
    ids = told.groups[0].ids if told.groups else ()
    return TellTurnout(
        people=tuple(one for one in told.people if one.said != _NAMELESS),
        unnamed=sum(one.count for one in told.people if one.said == _NAMELESS),
        days=days,
        past=_days_gone(scan, told.times),
        hours=tuple(time.starts for time in told.times if time.starts is not None),
        late=told.late,
        instead=not {"instead", "in_place"}.isdisjoint(told.verbs),
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else (),
    )


def _plain(scan: Scan) -> Scan:
    """Without « finalement », « bien »…, which stand anywhere: « pourra finalement venir », « ne sera malheureusement pas là »."""
    said = _ADVERBS.all(scan.words)
    if not said:
        return scan
    begins = [0, *[scan.words[one.last - 1].end for one in said]]
    ends = [*[scan.words[one.first].start for one in said], len(scan.text)]
    return scan_of(" ".join(scan.text[first:last] for first, last in zip(begins, ends, strict=True)), scan.hearing, scan.index)


def _settled(scan: Scan, told: _Told) -> bool:
    """Whether something is told of everybody who is named, and each verb of somebody: of the author when nobody else is."""
    if told.lengths and not told.late:
        return False
    if told.waiting and told.state is not None:  # « Karim sera excusé, Sophie aussi »
        told.people += [replace(one, state=told.state) for one in told.waiting]
    alone = not told.people and len(told.verbs) == 1 and told.groups
    if alone and told.herself and scan.hearing.author_id is not None and told.state is not None:
        told.people.append(Presence(person_id=scan.hearing.author_id, state=told.state))
        told.idle = False
    return not told.idle and not (told.herself and len(told.verbs) > 1)


def _walk(scan: Scan, verbs: PhraseTable) -> _Told | None:
    """What all words tell; None when one of them is not known."""
    told, i = _Told(), 0
    while i < len(scan):
        verb, person, group, thing = verbs.at(scan.words, i), scan.person_at[i], scan.group_at[i], scan.thing_at[i]
        if verb is not None:
            if not _hear(scan, told, verb.tag):
                return None
            i = verb.last if verb.tag != "instead" else _behind_stranger(scan, verb.last)
        elif told.verbs and scan.fold(i) in _REASON:
            return told if not _names(scan, i) else None
        elif person is not None and person.first == i and not person.weak:
            _name(told, _person(person))
            i = person.last
        elif group is not None and group.first == i:
            told.groups.append(group)
            i = group.last
        elif thing is not None and thing.first == i and len(thing.structures) > 0:
            if not _house_of(scan, thing.first):
                _name(told, _structure(thing))
            i = thing.last
        else:
            last = _small(scan, told, i)
            if last is None:
                return None
            i = last
    return told


def _small(scan: Scan, told: _Told, i: int) -> int | None:
    """A time, a sign, or a word that says nothing more; where the next one stands."""
    time, number = scan.time_at[i], scan.number_at[i]
    if time is None and number is not None and number.whole and not number.ordinal:
        return _counted(scan, told, i, number.whole)
    if time is not None and time.kind is not TimeKind.RECURRENCE:
        told.lengths = told.lengths or time.kind is TimeKind.DURATION
        told.times += [time] if time.kind is not TimeKind.DURATION else []
        return max(i + 1, scan.span_of(time)[1])
    told.late = told.late or scan.fold(i) == "retard"
    if (scan.words[i].is_word or scan.words[i].is_number) and not _is_known(scan, i, late=told.late):
        return None
    told.herself = told.herself or scan.fold(i) in _I
    return i + 1


def _counted(scan: Scan, told: _Told, i: int, count: int) -> int | None:
    """« 3 personnes » ne viendront pas, « et 2 autres »: people without a name; None where it counts anything else."""
    number = scan.number_at[i]
    while i < len(scan) and scan.number_at[i] is number:
        i += 1
    while scan.fold(i) in _COUNTED:
        i += 1
    if i < len(scan) and scan.words[i].is_word and _BARE.at(scan.words, i) is None:
        return None
    _name(told, Presence(said=_NAMELESS, count=count))
    return i


def _is_known(scan: Scan, i: int, *, late: bool) -> bool:
    """Whether word i may stand beside, « retire » only where an excuse is taken off."""
    word = scan.fold(i)
    if word in _ORDERS:
        return any(scan.fold(k).startswith(("excuse", "absent")) for k in range(i, len(scan)))
    return word in _KNOWN or word == "retard" or (word in _BESIDE_LATE and (late or "retard" in scan.folds))


def _hear(scan: Scan, told: _Told, tag: str) -> bool:
    """What a verb says of those who wait for it, else of those who follow; whether it can be understood."""
    told.late = told.late or tag in ("late", "will_have")
    if tag == "late" and told.state is AttendanceState.PRESENT and not told.waiting:  # « viendra, mais en retard »
        return True
    if tag == "neither" or told.idle or (tag in _NEEDS and _NEEDS[tag].isdisjoint(scan.folds)):
        return False
    if tag == "in_place" and (told.waiting or told.state is not AttendanceState.PRESENT):
        return False
    if tag == "instead" and not told.waiting and told.herself and scan.hearing.author_id is not None:
        told.waiting, told.herself = [Presence(person_id=scan.hearing.author_id)], False
    told.verbs.append(tag)
    told.state = _STATES.get(tag, AttendanceState.PRESENT)
    told.idle = not told.waiting
    told.open = AttendanceState.PRESENT if tag == "instead" else told.state if told.idle else None
    told.people += [replace(one, state=told.state) for one in told.waiting]
    told.waiting = []
    return tag != "instead" or not told.idle


def _name(told: _Told, who: Presence) -> None:
    if told.open is None:
        told.waiting.append(who)
        return
    told.people.append(replace(who, state=told.open))
    told.idle = False


def _behind_stranger(scan: Scan, i: int) -> int:
    """The word behind a stand-in whom the directory does not have: « représentée par sa collègue au GT »."""
    ends = (k for k in range(i, len(scan)) if scan.fold(k) in _ENDS_STAND_IN or scan.sign(k) == "," or scan.time_at[k] is not None)
    last = next(ends, len(scan))
    house = next((k for k in range(i, last) if scan.fold(k) not in _OF), last)  # « par la PMI », not « par Mme X de la PMI »
    known = scan.thing_at[house] is not None or any(scan.person_at[k] is not None for k in range(i, last))
    return i if known else last


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


def _days_gone(scan: Scan, times: list[TimeMention]) -> tuple[date, ...]:
    """The days gone that the same words may mean."""
    gone = [days.first for time in times if (days := time.days_toward("past")) is not None]
    return tuple(day for day in dict.fromkeys(gone) if day < scan.hearing.now.date())


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
