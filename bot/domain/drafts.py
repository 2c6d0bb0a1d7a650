"""What was understood and not yet kept: the content of a card, what it still lacks, and what it is unsure of.

A draft content is an immutable value: the ear makes it, buttons and corrections replace parts of it, ✅ turns it into kept rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.contributions import Nature, NatureShare, Part
from bot.domain.likely_hours import must_confirm


class Field(StrEnum):
    """A part of a card that can be missing, unsure, asked or corrected."""

    GROUP = "group"
    DAY = "day"
    DURATION = "duration"  # starts and ends, or minutes
    HEADCOUNT = "headcount"
    PEOPLE = "people"  # somebody named: a choice between candidates, or anybody at all
    PLACE = "place"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    NEXT_MEETING = "next_meeting"
    TOPICS = "topics"
    PERSON = "person"  # of hours
    MINUTES = "minutes"  # of hours
    PART = "part"  # of hours
    NATURE = "nature"  # under what title the time was given, where the directory does not tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in the message a part was read: code points, `end` excluded."""

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWindow:
    """Days among which a vague expression (« fin janvier ») leaves the choice; both ends included. Nobody makes up a day in it."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Who takes an action: a person, a structure, or words that the directory does not know (`said`)."""

    person_id: int | None = None
    structure_id: int | None = None
    said: str | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft:
    """Something to do: a text without its bearer, who does it, and a due day that was said (never guessed)."""

    text: str
    bearers: tuple[Bearer, ...] = ()
    due: date | None = None
    due_window: DayWindow | None = None
    due_said: str | None = None  # « à la rentrée »: words kept when no day can be known


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeetingDraft:
    """The next meeting as announced in this one."""

    day: date | None = None
    other_day: date | None = None  # « vendredi prochain » said on a Tuesday: `day` is the nearer one, this one may be meant
    more_days: tuple[date, ...] = ()  # « mardi 8 et jeudi 10 »: told beside `day`, shown on the card and not kept
    day_window: DayWindow | None = None
    starts: time | None = None
    ends: time | None = None
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None
    group_id: int | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """One meeting as understood so far. None, empty and False mean: not said."""

    author_id: int | None = None  # the person whose meeting it is; None as long as the card is not kept as a row
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    no_group: bool = False  # the person answered that no group is meant
    title: str | None = None  # what it was, when it is not the meeting of a group that the territory has
    day: date | None = None
    day_candidates: tuple[date, ...] = ()  # with a day: the one to come, if it is but announced
    day_window: DayWindow | None = None
    starts: time | None = None
    ends: time | None = None
    minutes: int | None = None  # elapsed, per person
    times_approximate: bool = False
    minutes_by_convention: bool = False  # « une demi-journée »
    place_id: int | None = None
    place_said: str | None = None  # as typed, « visio », « téléphone »
    commune: str | None = None
    headcount: int | None = None  # the total said, author included
    headcount_approximate: bool = False
    author_present: bool = True
    people: tuple[Presence, ...] = ()  # the author is never listed
    natures: tuple[NatureShare, ...] = ()
    topics: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    actions: tuple[ActionDraft, ...] = ()
    next_meeting: NextMeetingDraft | None = None
    unsure: tuple[Field, ...] = ()  # read, but marked on the card
    spans: tuple[Span, ...] = ()

    @property
    def perhaps_on(self) -> date | None:
        """The day to come for which it may be announced, as long as nothing is told that happened there."""
        told = self.headcount or self.people or self.topics or self.decisions or self.actions or self.next_meeting
        return self.day_candidates[0] if self.day is not None and self.day_candidates and not told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursDraft:
    """Hours of one person (the author by default), or of `count` unnamed people; `minutes` is per person and per day of `days`."""

    person_id: int | None = None
    person_said: str | None = None
    person_candidates: tuple[int, ...] = ()
    structure_id: int | None = None
    count: int = 1
    minutes: int | None = None
    minutes_by_convention: bool = False
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    group_said: str | None = None  # words that name a group which the territory does not have
    axis: int | None = None
    no_group: bool = False
    days: tuple[date, ...] = ()  # one entry a day; several days each bear `minutes`
    day_window: DayWindow | None = None
    part: Part | None = None
    nature: Nature | None = None  # as said; None: that of the person or her structure
    what: str | None = None  # « permanence »: the words of the author, cleaned
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None
    unsure: tuple[Field, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftContent:
    """All that one card holds; usually one meeting, or one line of hours; sometimes several."""

    meetings: tuple[MeetingDraft, ...] = ()
    hours: tuple[HoursDraft, ...] = ()
    privacy_warning: bool = False  # a patient's situation was noticed and left out
    last_told: Field | None = None  # the next meeting, when its date was what changed last: « plutôt 15h » is then said of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that must be asked before a draft can be kept: which item, which field."""

    field: Field
    meeting: int | None = None  # index in DraftContent.meetings
    hours: int | None = None  # index in DraftContent.hours


def gaps_of_meeting(draft: MeetingDraft) -> tuple[Field, ...]:
    """The fields to ask, in the order of asking: group, day, duration, people (a total or somebody named), names to choose."""
    asked: list[Field] = []
    if draft.group_id is None and not draft.no_group:
        asked.append(Field.GROUP)
    if draft.day is None:
        asked.append(Field.DAY)
    if draft.minutes is None or must_confirm(draft.starts, draft.ends, draft.minutes, doubted=Field.DURATION in draft.unsure):
        asked.append(Field.DURATION)
    if any(presence.undecided for presence in draft.people):
        asked.append(Field.PEOPLE)
    elif (draft.headcount is None and not draft.people) or (
        draft.headcount is not None and not draft.headcount_approximate and named_present(draft) > draft.headcount
    ):
        asked.append(Field.HEADCOUNT)
    return tuple(asked)


def named_present(draft: MeetingDraft) -> int:
    """How many present people the card accounts for by name or by structure, the author included if she was there."""
    return count_present(draft.people, author_id=draft.author_id, author_present=draft.author_present)


def count_present(people: tuple[Presence, ...], *, author_id: int | None, author_present: bool) -> int:
    """How many were there: those of the list, and the author if she was there and does not stand in the list."""
    return sum(presence.count for presence in present(people, besides=author_id if author_present else None)) + author_present


def present(people: tuple[Presence, ...], *, besides: int | None) -> tuple[Presence, ...]:
    """Those of the list who were there, each person once; `besides` is a person counted already (the author)."""
    counted = {besides} if besides is not None else set()
    there: list[Presence] = []
    for presence in people:
        if presence.state is not AttendanceState.PRESENT or presence.person_id in counted:
            continue
        if presence.person_id is not None:
            counted.add(presence.person_id)
        there.append(presence)
    return tuple(there)


def recounted(before: MeetingDraft, after: MeetingDraft) -> MeetingDraft:
    """`after`, with the stated total raised or lowered by those who came onto the list of a kept meeting or left it.

    To be checked as long as the total counts people without a name: one of them may be the one just named.
    """
    come = named_present(after) - named_present(before)
    if before.headcount is None or before.headcount_approximate or after.headcount != before.headcount or come == 0:
        return after
    unnamed = before.headcount > named_present(before)
    doubts = tuple(f for f in after.unsure if f is not Field.HEADCOUNT)
    return replace(after, headcount=before.headcount + come, unsure=(*doubts, Field.HEADCOUNT) if unnamed else doubts)


def gaps_of_hours(draft: HoursDraft) -> tuple[Field, ...]:
    """The fields to ask: whose hours, how long, for which group or axis, which day."""
    asked: list[Field] = []
    if draft.person_candidates and draft.person_id is None:
        asked.append(Field.PERSON)
    if draft.minutes is None or must_confirm(None, None, draft.minutes, doubted=Field.MINUTES in draft.unsure):
        asked.append(Field.MINUTES)
    if draft.group_id is None and draft.axis is None and not draft.no_group:
        asked.append(Field.GROUP)
    if not draft.days:
        asked.append(Field.DAY)
    return tuple(asked)


def gaps(content: DraftContent) -> tuple[Gap, ...]:
    """All that must be asked about a card, in order."""
    of_meetings = [Gap(field=field, meeting=i) for i, meeting in enumerate(content.meetings) for field in gaps_of_meeting(meeting)]
    of_hours = [Gap(field=field, hours=i) for i, hours in enumerate(content.hours) for field in gaps_of_hours(hours)]
    return tuple(of_meetings + of_hours)


class DraftState(StrEnum):
    """Where a draft stands; `ASIDE`: it gave way to another card, and no sentence reaches it before it is taken up again."""

    OPEN = "open"
    ASIDE = "aside"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A card kept as a row: each change makes a new version, and a button acts only on the version that it was drawn for.

    `asked` is the question that stands open (a free text answers it).
    `amends` is the kept meeting that ✅ replaces, `amends_version` its minutes' version and `before` its card when the draft was made from
    it: what moved since is never overwritten blindly. `resumes` is the undone draft that this one takes up again. `update_id` is the
    update that made it: handled twice, it makes one draft.
    `to_ask` are the optional fields that the guided way still has to propose, in order.
    """

    id: int
    account_id: int
    version: int
    state: DraftState
    content: DraftContent
    asked: Gap | None = None
    to_ask: tuple[Field, ...] = ()
    amends: int | None = None
    amends_version: int | None = None
    before: DraftContent | None = None
    resumes: int | None = None
    entry_id: int | None = None
    update_id: int | None = None
    touched_at: datetime


def next_question(draft: Draft) -> Gap | None:
    """What to ask now: what lacks first, then what the guided way still proposes, then nothing."""
    if lacking := gaps(draft.content):
        return lacking[0]
    if not draft.to_ask:
        return None
    return Gap(field=draft.to_ask[0], meeting=0) if draft.content.meetings else Gap(field=draft.to_ask[0], hours=0)


def unknown_group(draft: Draft, gap: Gap) -> str | None:
    """The words that name a group which the territory does not have; None when none were said."""
    content = draft.content
    return content.hours[gap.hours].group_said if gap.hours is not None else content.meetings[gap.meeting or 0].title
