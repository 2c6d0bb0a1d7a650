"""What a short answer fills in the open card: « nutrition », « hier », « 2h », « 12 », « Sophie et Karim », « aucune »."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.domain.attendance import Presence
from bot.domain.drafts import ActionDraft, DraftContent, Field, HoursDraft, MeetingDraft, NextMeetingDraft
from bot.domain.requests import CorrectDraft
from bot.understanding import edits
from bot.understanding.corrections import correct
from bot.understanding.counts import find_headcount, number_value
from bot.understanding.groups import groups_like, ordered_for
from bot.understanding.lexicon_files import words_of
from bot.understanding.meeting_names import choose_group
from bot.understanding.nothing_said import says_nothing
from bot.understanding.outcomes import read_action, read_next, told
from bot.understanding.privacy import private_words
from bot.understanding.roles import Role, Segment
from bot.understanding.roll import read_roll
from bot.understanding.roll_items import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.sentences import Sentence, sentences
from bot.understanding.times import TimeKind
from bot.understanding.when import When, mentions_in, read_when
from bot.understanding.where import read_where

_NO_GROUP = words_of("corrections", "no_group")
_OF_HOURS = frozenset({Field.PERSON, Field.MINUTES, Field.PART})


def answer(scan: Scan, content: DraftContent, asked: Field, item: int = 0) -> CorrectDraft | None:
    """The content with the asked field filled; None if the words do not answer."""
    of_hours = asked in _OF_HOURS or not content.meetings
    if of_hours:
        return _hours_answer(scan, content, asked, item)
    at = min(item, len(content.meetings) - 1)
    meeting = _meeting_answer(scan, content.meetings[at], asked)
    if meeting is None:
        return correct(scan, content, at)
    fields = [asked, *_also_changed(content.meetings[at], meeting, asked)]
    private = bool(private_words(scan))
    return CorrectDraft(
        content=replace(edits.put_meeting(content, at, meeting), privacy_warning=content.privacy_warning or private), changed=tuple(fields)
    )


def _also_changed(before: MeetingDraft, after: MeetingDraft, asked: Field) -> list[Field]:
    also = []
    if asked is not Field.PEOPLE and before.people != after.people:
        also.append(Field.PEOPLE)
    if asked is not Field.HEADCOUNT and before.headcount != after.headcount:
        also.append(Field.HEADCOUNT)
    return also


def is_nothing(scan: Scan) -> bool:
    """Whether the whole answer says « none »: « aucune », « pas de décision », « non, rien »."""
    said = " ".join(w.fold for w in scan.words if w.is_word or w.is_number)
    if says_nothing(scan.text):
        return True
    words = said.split()
    return (
        len(words) <= 5
        and words[:1] in (["aucun"], ["aucune"], ["pas"], ["rien"], ["non"], ["sans"])
        and not any(t is not None for t in scan.time_at)
        and not any(scan.number_at)
    )


def _meeting_answer(scan: Scan, meeting: MeetingDraft, asked: Field) -> MeetingDraft | None:
    match asked:
        case Field.GROUP:
            return _group(scan, meeting)
        case Field.DAY:
            return _day(scan, meeting)
        case Field.DURATION:
            when = _length(scan)
            return edits.with_hours(meeting, when, scan.hearing.now) if when is not None else None
        case Field.HEADCOUNT | Field.PEOPLE:
            return _people(scan, meeting)
        case Field.PLACE:
            return _place(scan, meeting)
        case Field.DECISIONS:
            return replace(meeting, decisions=() if is_nothing(scan) else edits.with_decisions(meeting.decisions, _lines(scan)))
        case Field.TOPICS:
            return replace(meeting, topics=() if is_nothing(scan) else (*meeting.topics, *_lines(scan)))
        case Field.ACTIONS:
            return replace(meeting, actions=() if is_nothing(scan) else (*meeting.actions, *_actions(scan, meeting)))
        case Field.NEXT_MEETING:
            return _next(scan, meeting)
    return None


def _group_ids(scan: Scan) -> tuple[int, ...]:
    group = choose_group(scan, [(0, len(scan))])
    ids = group.ids if group is not None else groups_like(scan.words, scan.index)
    return ordered_for(ids, scan.hearing.author_id, scan.index)


def _group(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    said = " ".join(w.fold for w in scan.words if w.is_word)
    if said in _NO_GROUP:
        return replace(meeting, no_group=True, group_id=None, group_candidates=(), unsure=edits.sure_of(meeting, Field.GROUP))
    ids = _group_ids(scan)
    inside = tuple(g for g in ids if g in meeting.group_candidates)
    ids = inside or ids
    return edits.with_group(meeting, ids, scan.index) if ids else None


def _day(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    when = read_when(scan, [(0, len(scan))], durations=False)
    if when.day is None and when.window is None and not when.day_candidates:
        return None
    meeting = edits.with_day(meeting, when, scan.hearing.now)
    return edits.with_hours(meeting, when, scan.hearing.now) if when.starts is not None and when.ends is not None else meeting


def _length(scan: Scan) -> When | None:
    """« 2h », « 14h-16h », « 2 », « de 14 à 16 »: alone, « 2h » is a length."""
    when = read_when(scan, [(0, len(scan))])
    if when.minutes is not None or (when.starts is not None and when.ends is not None):
        return when
    lone = when.starts
    if lone is not None and scan.fold(0) not in {"a", "vers", "fini", "debut", "des"} and lone.hour < 8:
        return When(minutes=lone.hour * 60 + lone.minute)
    if lone is not None or when.ends is not None:
        return when
    number = next((n for i in range(len(scan)) if (n := number_value(scan, i)) is not None), None)
    if number is not None and number[0] > 0:
        hours = number[0] <= 8 and scan.fold(number[2]) not in {"min", "mn", "minutes"}
        return When(minutes=number[0] * 60 if hours else number[0]) if number[0] <= 600 else None
    return None


def _people(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    whole = [(0, len(scan))]
    found = find_headcount(scan, whole)
    skipped = frozenset(range(found.first, found.last)) if found is not None else frozenset()
    if found is None:
        numbers = [n for i in range(len(scan)) if (n := number_value(scan, i)) is not None and i == n[2] - 1]
        words = [w for w in scan.words if w.is_word and scan.number_at[scan.words.index(w)] is None]
        if (
            len(numbers) >= 1
            and not any(p is not None for p in scan.person_at)
            and not any(t is not None for t in scan.thing_at)
            and len(words) <= 4
        ):
            return edits.with_headcount(meeting, numbers[-1][0], approximate=numbers[-1][1])
    roll = read_roll(scan, whole, RollSetting(group_id=meeting.group_id, skipped=skipped, listed=True), listed=True)
    added: list[Presence] = [_chosen(item.presence, meeting) for item in roll.items]
    if roll.everyone and meeting.group_id is not None:
        group = scan.index.groups[meeting.group_id]
        named = {p.person_id for p in added}
        added = [
            *(
                Presence(person_id=p)
                for p in dict.fromkeys(group.member_ids + group.pilot_ids)
                if p != scan.hearing.author_id and p not in named
            ),
            *added,
        ]
    if found is None and not added:
        return None
    if found is not None:
        meeting = edits.with_headcount(meeting, found.value, approximate=found.approximate)
    return replace(meeting, people=edits.with_present(meeting.people, added, scan.index), unsure=edits.sure_of(meeting, Field.PEOPLE))


def _chosen(said: Presence, meeting: MeetingDraft) -> Presence:
    """The answer to « quel Martin ? »: the candidate that fits."""
    for waiting in meeting.people:
        if waiting.undecided and not waiting.candidates_are_structures:
            both = [p for p in (said.candidates or ((said.person_id,) if said.person_id is not None else ())) if p in waiting.candidates]
            if len(both) == 1:
                return replace(said, person_id=both[0], candidates=(), state=waiting.state)
        if waiting.undecided and waiting.candidates_are_structures and said.structure_id in waiting.candidates:
            return replace(said, count=waiting.count, state=waiting.state)
    return said


def _place(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    if is_nothing(scan):
        return replace(meeting, place_id=None, place_said=None, commune=None)
    where = read_where(scan, [(0, len(scan))])
    thing = next((t for t in scan.thing_at if t is not None), None)
    if where is not None and (where.place_id is not None or where.said is not None):
        return replace(meeting, place_id=where.place_id, place_said=where.said, commune=where.commune)
    if thing is not None and len(thing.places) == 1:
        place = scan.index.places[thing.places[0]]
        return replace(meeting, place_id=place.id, place_said=thing.said, commune=place.commune)
    said = told(scan, 0, len(scan))
    if said.casefold().startswith(("à ", "au ", "chez ", "dans ", "a ")) and not said.casefold().startswith("chez "):
        said = said.split(" ", 1)[1]
    return replace(meeting, place_id=None, place_said=said or None, commune=where.commune if where else None) if said else None


def _lines(scan: Scan) -> list[str]:
    """One text a line or sentence, cues and bullets left out."""
    private = private_words(scan)
    found = []
    for sentence in sentences(scan):
        first = _past_cue(scan, sentence)
        text = told(scan, first, sentence.last, private)
        if sum(c.isalpha() for c in text) >= 2:
            found.append(text)
    return found


def _past_cue(scan: Scan, sentence: Sentence) -> int:
    for part in segments(scan):
        if (
            part.first <= sentence.body < part.last
            and part.role in {Role.DECISION, Role.TOPIC}
            and not part.kept_cue
            and part.body < sentence.last
        ):
            return max(part.body, sentence.body)
    return sentence.body


def _actions(scan: Scan, meeting: MeetingDraft) -> list[ActionDraft]:
    private = private_words(scan)
    found: list[ActionDraft] = []
    for part in segments(scan):
        if part.role is not Role.ACTION:
            body = part.body if part.role is Role.FACTS else part.first
            part = Segment(role=Role.ACTION, first=part.first, last=part.last, body=body, sentence=part.sentence, bullet=part.bullet)
        action = read_action(scan, part, group_id=meeting.group_id, private=private)
        if action is not None:
            found.append(action)
    return found


def _next(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    if is_nothing(scan):
        return replace(meeting, next_meeting=None)
    part = Segment(role=Role.NEXT, first=0, last=len(scan), body=0, sentence=0)
    place = (meeting.place_id, meeting.place_said, meeting.commune)
    said: NextMeetingDraft | None = read_next(scan, part, group_id=meeting.group_id, starts=meeting.starts, ends=meeting.ends, place=place)
    return replace(meeting, next_meeting=edits.merged_next(meeting.next_meeting, said)) if said is not None else None


def _hours_answer(scan: Scan, content: DraftContent, asked: Field, item: int) -> CorrectDraft | None:
    if not content.hours:
        return None
    at = min(item, len(content.hours) - 1)
    hours = content.hours[at]
    said = " ".join(w.fold for w in scan.words if w.is_word)
    if asked is Field.MINUTES:
        when = _length(scan)
        minutes = None if when is None else when.minutes if when.minutes is not None else _between(when.starts, when.ends)
        if minutes:
            return _put(content, at, replace(hours, minutes=minutes, minutes_by_convention=when is not None and when.by_convention), asked)
    elif asked is Field.GROUP:
        if said in _NO_GROUP:
            return _put(content, at, replace(hours, no_group=True, group_candidates=()), asked)
        axis = _axis(scan)
        if axis is not None:
            return _put(content, at, replace(hours, axis=axis, group_candidates=()), asked)
        ids = _group_ids(scan)
        ids = tuple(g for g in ids if g in hours.group_candidates) or ids
        if ids:
            return _put(
                content,
                at,
                replace(hours, group_id=ids[0] if len(ids) == 1 else None, group_candidates=ids if len(ids) > 1 else (), no_group=False),
                asked,
            )
    elif asked is Field.DAY:
        days = [m.toward("past") for m in mentions_in(scan, [(0, len(scan))]) if m.days is not None and m.kind is not TimeKind.RECURRENCE]
        past = tuple(dict.fromkeys(m.days.first for m in days if m.days is not None and m.days.first <= scan.hearing.now.date()))
        if past:
            return _put(content, at, replace(hours, days=past, day_window=None), asked)
    return correct(scan, content, at, on_hours=True)


def _axis(scan: Scan) -> int | None:
    known = {axis.number for axis in scan.index.vocabulary.axes}
    number = next((n[0] for i in range(len(scan)) if (n := number_value(scan, i)) is not None), None)
    named = any(scan.fold(i) == "axe" for i in range(len(scan)))
    return number if number in known and (named or len(scan) == 1) else None


def _between(starts: time | None, ends: time | None) -> int | None:
    if starts is None or ends is None:
        return None
    return ((ends.hour - starts.hour) * 60 + ends.minute - starts.minute) % 1440


def _put(content: DraftContent, at: int, hours: HoursDraft, asked: Field) -> CorrectDraft:
    hours = replace(hours, unsure=tuple(f for f in hours.unsure if f is not asked))
    return CorrectDraft(content=edits.put_hours(content, at, hours), changed=(asked,))
