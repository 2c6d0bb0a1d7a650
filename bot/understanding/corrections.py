"""What a message changes in the open card: « non, 13 présents », « c'était mardi », « enlève Karim », « la prochaine c'est à 10h »."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import CorrectDraft
from bot.understanding import edits
from bot.understanding.counts import find_headcount, number_value
from bot.understanding.groups import Strength, ordered_for
from bot.understanding.hours_beside import hours_beside
from bot.understanding.hours_corrections import correct_hours, is_denied
from bot.understanding.lexicon_files import table
from bot.understanding.meeting_names import choose_group
from bot.understanding.nothing_said import says_nothing
from bot.understanding.outcomes import read_action, read_next, read_topic, told
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.roles import Role, Segment
from bot.understanding.roll import read_roll
from bot.understanding.roll_items import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.when import Ranges, mentions_in, outside, read_when
from bot.understanding.where import read_where

_LEXICON = table("corrections")
_CHANGES = PhraseTable(_LEXICON["removes"])
_FIELDS = PhraseTable(_LEXICON["fields"])
_NONE = frozenset({"pas", "aucune", "aucun", "enleve", "retire", "supprime", "sans", "efface", "ni", "zero"})
_DECIDES = ("decid", "acte", "valide", "tranche", "arrete", "statue", "adopte")
_FIELD_OF = {
    "decisions": Field.DECISIONS,
    "actions": Field.ACTIONS,
    "next_meeting": Field.NEXT_MEETING,
    "place": Field.PLACE,
    "topics": Field.TOPICS,
}


@dataclass(slots=True)
class _Change:
    """A meeting while it is corrected, and the fields that changed."""

    meeting: MeetingDraft
    fields: list[Field] = field(default_factory=list)

    def put(self, meeting: MeetingDraft, *fields: Field) -> None:
        """Replace the meeting; the fields count as changed."""
        self.meeting = meeting
        self.fields += [f for f in fields if f not in self.fields]


def correct(scan: Scan, content: DraftContent, at: int = 0, *, on_hours: bool = False) -> CorrectDraft | None:
    """The content as a message corrects it; None if it says nothing about it."""
    private = private_words(scan)
    if content.meetings and not on_hours:
        at = min(at, len(content.meetings) - 1)
        change = _Change(content.meetings[at])
        beside, holes = hours_beside(scan, change.meeting)
        _correct_meeting(scan, change, private, holes)
        if beside:
            beside, _ = hours_beside(scan, change.meeting)  # of the day and group as corrected
            change.put(change.meeting, Field.MINUTES)
        if not change.fields:
            return None
        corrected = edits.put_meeting(content, at, change.meeting)
        corrected = replace(corrected, hours=corrected.hours + beside)
        return CorrectDraft(
            content=replace(corrected, privacy_warning=content.privacy_warning or bool(private)), changed=tuple(change.fields)
        )
    if not content.hours:
        return None
    at = min(at, len(content.hours) - 1)
    hours, changed = correct_hours(scan, content.hours[at])
    return CorrectDraft(content=edits.put_hours(content, at, hours), changed=changed) if changed else None


def _correct_meeting(scan: Scan, change: _Change, private: Collection[int], holes: Ranges) -> None:
    emptied = _emptied(scan, change)
    if says_nothing(scan.text) and any(scan.fold(i).startswith(_DECIDES) for i in range(len(scan))):
        change.put(replace(change.meeting, decisions=()), Field.DECISIONS)
    parts = segments(scan)
    facts = [(p.body, p.last) for p in parts if p.role in {Role.FACTS, Role.TOPIC}]
    _outcomes(scan, change, parts, private)
    facts = outside([r for r in facts if not any(r[0] <= e < r[1] for e in emptied)], holes)
    if not facts:
        return
    used = _group(scan, change, facts) | _times(scan, change, facts)
    used |= _place(scan, change, facts)
    used |= _headcount(scan, change, facts)
    _people(scan, change, facts, used | frozenset(private))


def _emptied(scan: Scan, change: _Change) -> list[int]:
    """« pas de décision », « enlève les actions »: fields made empty; the words that said so."""
    found: list[int] = []
    empty: dict[str, dict[str, object]] = {
        "decisions": {"decisions": ()},
        "actions": {"actions": ()},
        "next_meeting": {"next_meeting": None},
        "place": {"place_id": None, "place_said": None, "commune": None},
        "topics": {"topics": ()},
    }
    for phrase in _FIELDS.all(scan.words):
        before = {scan.fold(k) for k in range(max(0, phrase.first - 4), phrase.first)}
        last_word = phrase.last
        plain = all(
            not scan.words[k].is_word
            or scan.fold(k) in {"pour", "le", "moment", "encore", "fixee", "prevue", "prise", "la", "reunion", "du", "tout", "finalement"}
            for k in range(last_word, min(len(scan), last_word + 4))
        )
        if before & _NONE and plain:
            change.put(replace(change.meeting, **empty[phrase.tag]), _FIELD_OF[phrase.tag])  # type: ignore[arg-type]
            found += range(phrase.first, phrase.last)
    return found


def _outcomes(scan: Scan, change: _Change, parts: list[Segment], private: Collection[int]) -> None:
    for part in parts:
        meeting = change.meeting
        if part.role is Role.DECISION:
            text = told(scan, part.body, part.last, private)
            if sum(c.isalpha() for c in text) >= 3 and not says_nothing(text) and scan.fold(part.first - 1) not in _NONE:
                change.put(replace(meeting, decisions=edits.with_decisions(meeting.decisions, [text])), Field.DECISIONS)
        elif part.role is Role.ACTION:
            action = read_action(scan, part, group_id=meeting.group_id, private=private)
            if action is not None:
                change.put(replace(meeting, actions=(*meeting.actions, action)), Field.ACTIONS)
        elif part.role is Role.NEXT:
            place = (meeting.place_id, meeting.place_said, meeting.commune)
            said = read_next(scan, part, group_id=meeting.group_id, starts=meeting.starts, ends=meeting.ends, place=place)
            if said is not None:
                change.put(replace(meeting, next_meeting=edits.merged_next(meeting.next_meeting, said)), Field.NEXT_MEETING)
        elif part.role is Role.TOPIC and part.body > part.first:
            topic = read_topic(scan, part.body, part.last, private)
            if topic is not None and len(topic.split()) >= 2:
                change.put(replace(meeting, topics=(*meeting.topics, topic)), Field.TOPICS)


def _group(scan: Scan, change: _Change, facts: Ranges) -> frozenset[int]:
    group = choose_group(scan, facts)
    if group is None or (group.strength < Strength.HINTED and len(scan) > 6):
        return frozenset()
    ids = ordered_for(group.ids, scan.hearing.author_id, scan.index)
    change.put(edits.with_group(change.meeting, ids, scan.index, partly=group.partly), Field.GROUP)
    return frozenset(range(group.first, group.last))


def _times(scan: Scan, change: _Change, facts: Ranges) -> frozenset[int]:
    when = read_when(scan, facts)
    now = scan.hearing.now
    if when.day is not None or when.window is not None or when.day_candidates:
        change.put(edits.with_day(change.meeting, when, now), Field.DAY)
    if when.starts is not None or when.ends is not None or when.minutes is not None:
        change.put(edits.with_hours(change.meeting, when, now), Field.DURATION)
    spoken = {id(m) for m in mentions_in(scan, facts)}
    return frozenset(i for i, t in enumerate(scan.time_at) if t is not None and id(t) in spoken)


def _place(scan: Scan, change: _Change, facts: Ranges) -> frozenset[int]:
    if any(_CHANGES.first(scan.words, a, b) for a, b in facts):
        return frozenset()
    where = read_where(scan, facts)
    if where is None:
        return frozenset()
    change.put(
        replace(
            change.meeting,
            place_id=where.place_id,
            place_said=where.said,
            commune=where.commune,
            unsure=edits.sure_of(change.meeting, Field.PLACE),
        ),
        Field.PLACE,
    )
    return frozenset(range(where.first, where.last))


def _headcount(scan: Scan, change: _Change, facts: Ranges) -> frozenset[int]:
    found = find_headcount(scan, facts)
    if found is not None:
        change.put(edits.with_headcount(change.meeting, found.value, approximate=found.approximate), Field.HEADCOUNT)
        return frozenset(range(found.first, found.last))
    numbers = [
        (i, n) for i in range(len(scan)) if (n := number_value(scan, i)) is not None and scan.number_at[i - 1] is not scan.number_at[i]
    ]
    kept = [(i, n) for i, n in numbers if scan.fold(i - 1) != "pas" and scan.fold(i - 2) != "pas"]
    letters = [
        i
        for i in range(len(scan))
        if scan.words[i].is_word
        and scan.number_at[i] is None
        and scan.fold(i)
        not in {
            "non",
            "pas",
            "mais",
            "et",
            "on",
            "etait",
            "en",
            "fait",
            "c",
            "euh",
            "pardon",
            "oups",
            "plutot",
            "finalement",
            "nous",
            "etions",
        }
    ]
    if len(kept) == 1 and not letters and 1 <= kept[0][1][0] <= 2000:
        change.put(edits.with_headcount(change.meeting, kept[0][1][0]), Field.HEADCOUNT)
        return frozenset({kept[0][0]})
    return frozenset()


def _people(scan: Scan, change: _Change, facts: Ranges, used: frozenset[int]) -> None:
    setting = RollSetting(group_id=change.meeting.group_id, skipped=used)
    for first, last in facts:
        mode, begin = "add", first
        for cue in _CHANGES.all(scan.words, first, last):
            if begin < cue.first:
                _list(scan, change, (begin, cue.first), setting, mode, following=cue.tag)
            mode, begin = cue.tag, cue.last
        if begin < last:
            _list(scan, change, (begin, last), setting, mode, following=None)


def _list(scan: Scan, change: _Change, span: tuple[int, int], setting: RollSetting, mode: str, *, following: str | None) -> None:
    first, last = span
    roll = read_roll(scan, [(first, last)], setting, listed=mode == "add" and _CHANGES.at(scan.words, first - 2) is not None)
    people = change.meeting.people
    before = people
    for item in roll.items:
        said = _of_the_list(scan, item.first, item.presence, people, removing=mode == "remove")
        denied = (
            is_denied(scan, item.first)
            or mode == "remove"
            or (
                following == "remove"
                and said.state is AttendanceState.PRESENT
                and item is roll.items[-1]
                and _just_before(scan, item.last, last)
            )
        )
        gone = denied and said.state is AttendanceState.PRESENT
        people = edits.without(people, [said], scan.index) if gone else edits.with_present(people, [said], scan.index)
    if people != before or roll.items:
        change.put(replace(change.meeting, people=people, unsure=edits.sure_of(change.meeting, Field.PEOPLE)), Field.PEOPLE)


def _of_the_list(scan: Scan, i: int, said: Presence, people: tuple[Presence, ...], *, removing: bool) -> Presence:
    """Who is meant when somebody of that name stands in the list: « enlève Karim » is the Karim who was there."""
    mention = scan.person_at[i]
    if mention is None or not (removing or said.state is not AttendanceState.PRESENT or said.candidates or is_denied(scan, i)):
        return said
    here = [p.person_id for p in people if p.person_id is not None and p.person_id in mention.ids]
    return replace(said, person_id=here[0], candidates=()) if len(here) == 1 else edits.narrowed(said, people)


def _just_before(scan: Scan, i: int, end: int) -> bool:
    """Whether nothing but small words stands between a name and « n'était pas là »."""
    return all(not scan.words[k].is_word or scan.fold(k) in {"n", "ne", "etait", "est", "s"} for k in range(i, end))
