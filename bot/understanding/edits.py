"""How one part of a card's content is replaced, the rest kept and what depends on it computed again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft, NextMeetingDraft
from bot.domain.likely_hours import hardly_meant
from bot.french.folding import only_says
from bot.french.rewording import says_again
from bot.understanding.index import VocabularyIndex
from bot.understanding.when import When, completed, elapsed


def sure_of(draft: MeetingDraft, *fields: Field) -> tuple[Field, ...]:
    """The unsure fields of a draft less those that were just said."""
    return tuple(f for f in draft.unsure if f not in fields)


def with_group(draft: MeetingDraft, ids: tuple[int, ...], index: VocabularyIndex, *, partly: bool = False) -> MeetingDraft:
    """Another group (or several to choose from), marked if only partly said; names that only its members settle are settled."""
    group_id = ids[0] if len(ids) == 1 else None
    people = draft.people if group_id is None else tuple(_settled(p, group_id, index) for p in draft.people)
    following = replace(draft.next_meeting, group_id=group_id) if draft.next_meeting is not None else None
    return replace(
        draft,
        group_id=group_id,
        group_candidates=ids if len(ids) > 1 else (),
        no_group=False,
        title=None,
        people=people,
        next_meeting=following,
        unsure=sure_of(draft, Field.GROUP) + ((Field.GROUP,) if partly and group_id is not None else ()),
    )


def with_title(draft: MeetingDraft, words: str) -> MeetingDraft:
    """A group that the territory does not have."""
    following = replace(draft.next_meeting, group_id=None) if draft.next_meeting is not None else None
    return replace(
        draft, group_id=None, group_candidates=(), no_group=False, title=words, next_meeting=following, unsure=sure_of(draft, Field.GROUP)
    )


def _settled(presence: Presence, group_id: int, index: VocabularyIndex) -> Presence:
    if not presence.candidates or presence.candidates_are_structures:
        return presence
    group = index.groups[group_id]
    inside = [p for p in presence.candidates if p in group.member_ids or p in group.pilot_ids]
    return replace(presence, person_id=inside[0], candidates=()) if len(inside) == 1 else presence


def with_day(draft: MeetingDraft, when: When, now: datetime) -> MeetingDraft:
    """Another day, the hours kept; a day that the calendar does not have is none, and marked."""
    if when.impossible:
        return replace(draft, day=None, day_candidates=(), day_window=None, unsure=(*sure_of(draft, Field.DAY), Field.DAY))
    day = when.day
    minutes = draft.minutes
    if (
        day is not None
        and draft.starts is not None
        and draft.ends is not None
        and minutes == elapsed(draft.day or now.date(), draft.starts, draft.ends, now)
    ):
        minutes = elapsed(day, draft.starts, draft.ends, now)
    return replace(
        draft, day=day, day_candidates=when.day_candidates, day_window=when.window, minutes=minutes, unsure=sure_of(draft, Field.DAY)
    )


def with_hours(draft: MeetingDraft, when: When, now: datetime) -> MeetingDraft:
    """Other hours or another length; « fini à 17 h » keeps the start, « à 10 h » keeps the length, or the end where that alone is known."""
    starts, ends, minutes = when.starts, when.ends, when.minutes
    if when.pause is not None and starts is None and ends is None:
        starts, ends = draft.starts, draft.ends
    if starts is None and ends is not None:
        starts = draft.starts
    elif starts is not None and ends is None and minutes is None:
        minutes = draft.minutes
        if minutes is None and draft.starts is None and draft.ends is not None and draft.ends > starts:
            ends = draft.ends
    elif minutes is not None and starts is None and ends is None and not when.by_convention:
        starts = draft.starts
    whole = completed(replace(when, starts=starts, ends=ends, minutes=minutes), draft.day or now.date(), now)
    changed = replace(
        draft,
        starts=whole.starts,
        ends=whole.ends,
        minutes=whole.minutes if whole.minutes is not None else draft.minutes,
        times_approximate=when.approximate,
        minutes_by_convention=whole.by_convention,
        unsure=sure_of(draft, Field.DURATION),
    )
    return doubted(changed, draft)


def doubted(draft: MeetingDraft, before: MeetingDraft) -> MeetingDraft:
    """The meeting with hours that can hardly be meant marked, unless the same ones are said again."""
    again = (draft.starts, draft.ends, draft.minutes) == (before.starts, before.ends, before.minutes)
    if again or Field.DURATION in draft.unsure or not hardly_meant(draft.starts, draft.ends, draft.minutes):
        return draft
    return replace(draft, unsure=(*draft.unsure, Field.DURATION))


def with_start(draft: MeetingDraft, starts: time, now: datetime) -> MeetingDraft:
    """Another start, the end kept where it still comes after it: « on a commencé à 13h30 »."""
    ends = draft.ends if draft.ends is not None and draft.ends > starts else None
    return with_hours(draft, When(starts=starts, ends=ends), now)


def with_headcount(draft: MeetingDraft, value: int, *, approximate: bool = False) -> MeetingDraft:
    """Another total."""
    return replace(draft, headcount=value, headcount_approximate=approximate, unsure=sure_of(draft, Field.HEADCOUNT))


def same_presence(left: Presence, right: Presence, index: VocabularyIndex) -> bool:
    """Whether two lines mean the same person, structure or words; two guests of one structure are not the same."""
    if left.person_id is not None or right.person_id is not None:
        if left.person_id == right.person_id:
            return True
        one, other = (left, right) if left.person_id is None else (right, left)
        return other.person_id in one.candidates and not one.candidates_are_structures
    if (left.said or "").casefold() == (right.said or "").casefold():
        return left.structure_id == right.structure_id or bool(left.said)
    same = left.structure_id is not None and left.structure_id == right.structure_id
    return same and not _names_somebody(left, index) and not _names_somebody(right, index)


def _names_somebody(presence: Presence, index: VocabularyIndex) -> bool:
    """Whether the words of a structure's line name one of its people: « Julie Petit » (of the CCAS), not « le CCAS »."""
    structure = index.structures[presence.structure_id] if presence.structure_id is not None else None
    return structure is not None and not only_says(presence.said or "", (structure.name, *structure.aliases))


def with_present(people: tuple[Presence, ...], added: Iterable[Presence], index: VocabularyIndex) -> tuple[Presence, ...]:
    """The list with people added, or their state changed if they stand in it; a name to choose is chosen."""
    listed = list(people)
    for new in added:
        at = next((k for k, old in enumerate(listed) if same_presence(old, new, index)), None)
        if at is None:
            listed.append(new)
        else:
            listed[at] = new if new.person_id is not None or new.structure_id is not None else replace(listed[at], state=new.state)
    return tuple(listed)


def with_decisions(decisions: tuple[str, ...], said: Iterable[str]) -> tuple[str, ...]:
    """The list with decisions added; one that says a listed one again, in more words or better spelt, takes its place."""
    listed = list(decisions)
    waiting = list(range(len(listed)))
    for text in said:
        again = next((k for k in waiting if says_again(listed[k], text)), None)
        if again is None:
            listed.append(text)
        else:
            listed[again] = text
            waiting.remove(again)
    return tuple(listed)


def without(people: tuple[Presence, ...], removed: Iterable[Presence], index: VocabularyIndex) -> tuple[Presence, ...]:
    """The list without some people; « enlève Karim » takes whichever Karim stands in it."""
    gone = list(removed)
    return tuple(p for p in people if not any(_means(g, p, index) for g in gone))


def _means(said: Presence, listed: Presence, index: VocabularyIndex) -> bool:
    if same_presence(said, listed, index):
        return True
    return listed.person_id is not None and listed.person_id in said.candidates and not said.candidates_are_structures


def narrowed(said: Presence, people: tuple[Presence, ...]) -> Presence:
    """A name that fits several, made that of the one who stands in the list already."""
    if not said.candidates or said.candidates_are_structures:
        return said
    here = [p.person_id for p in people if p.person_id in said.candidates]
    return replace(said, person_id=here[0], candidates=()) if len(here) == 1 else said


def merged_next(before: NextMeetingDraft | None, said: NextMeetingDraft) -> NextMeetingDraft:
    """The next meeting with what was said anew; the rest stays."""
    if before is None:
        return said
    dated = said.day is not None or said.day_window is not None
    placed = said.place_id is not None or said.place_said is not None or said.commune is not None
    return NextMeetingDraft(
        day=said.day if dated else before.day,
        other_day=said.other_day if dated else before.other_day,
        more_days=said.more_days if dated else before.more_days,
        day_window=said.day_window if dated else before.day_window,
        starts=said.starts or before.starts,
        ends=said.ends if said.starts or said.ends else before.ends,
        place_id=said.place_id if placed else before.place_id,
        place_said=said.place_said if placed else before.place_said,
        commune=said.commune if placed else before.commune,
        group_id=before.group_id,
        said=said.said,
    )


def put_meeting(content: DraftContent, at: int, meeting: MeetingDraft) -> DraftContent:
    """The content with one meeting replaced."""
    return replace(content, meetings=tuple(meeting if k == at else m for k, m in enumerate(content.meetings)))


def put_hours(content: DraftContent, at: int, hours: HoursDraft) -> DraftContent:
    """The content with one line of hours replaced."""
    return replace(content, hours=tuple(hours if k == at else h for k, h in enumerate(content.hours)))


def with_hours_beside(content: DraftContent, line: HoursDraft) -> DraftContent:
    """The content with hours told beside its meeting; told again on the same thing, they replace the first ones."""
    at = next(
        (k for k, h in enumerate(content.hours) if (h.part, h.person_id, h.person_said) == (line.part, line.person_id, line.person_said)),
        None,
    )
    if at is None:
        return replace(content, hours=(*content.hours, line))
    before = content.hours[at]
    return put_hours(content, at, replace(before, minutes=line.minutes, minutes_by_convention=line.minutes_by_convention))


def later(at: time, minutes: int) -> time:
    """The clock time some minutes later."""
    return (datetime.combine(date(2000, 1, 1), at) + timedelta(minutes=minutes)).time()


PRESENT = AttendanceState.PRESENT
