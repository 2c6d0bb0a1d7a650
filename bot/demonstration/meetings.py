"""Makes meetings of the scheduled slots: those held with all that was kept of them, those planned as they stand in the agenda."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date

from bot.demonstration.attendance import AttendanceClerk
from bot.demonstration.schedule import Slot
from bot.demonstration.sentences import SentenceWriter
from bot.domain.communes import Commune
from bot.domain.drafts import NextMeetingDraft
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.minutes import MinutesState
from bot.domain.people import Person


def build_meetings(
    *,
    slots: Sequence[Slot],
    people: Sequence[Person],
    communes: Sequence[Commune],
    until: date,
    rng: random.Random,
) -> tuple[Meeting, ...]:
    """One meeting a slot, in the same order; ids count from 1."""
    clerk = AttendanceClerk(people, rng)
    writer = SentenceWriter(people=people, communes=communes, until=until, rng=rng)
    following = _next_of_group(slots)
    meetings: list[Meeting] = []
    for number, slot in enumerate(slots, start=1):
        if slot.planned:
            meetings.append(_planned(number, slot))
            continue
        announced = following.get(number) if rng.random() < 0.7 else None
        state = _minutes_state((until - slot.day).days, rng)
        meetings.append(_held(number, slot, clerk=clerk, writer=writer, announced=announced, minutes_state=state))
    return tuple(meetings)


def _planned(number: int, slot: Slot) -> Meeting:
    return Meeting(
        id=number,
        state=MeetingState.PLANNED,
        group_id=slot.group.value.id if slot.group else None,
        title=slot.title,
        day=slot.day,
        starts=slot.starts,
        ends=slot.ends,
        minutes=slot.minutes,
        place_id=slot.place.id if slot.place else None,
        place_said="visio" if slot.by_visio else None,
        commune=None if slot.by_visio else slot.commune.name,
        author_id=slot.author_id,
        author_present=False,
    )


def _held(
    number: int,
    slot: Slot,
    *,
    clerk: AttendanceClerk,
    writer: SentenceWriter,
    announced: Slot | None,
    minutes_state: MinutesState,
) -> Meeting:
    attendance = clerk.note(slot)
    group = slot.group
    return Meeting(
        id=number,
        state=MeetingState.HELD,
        group_id=group.value.id if group else None,
        title=slot.title,
        day=slot.day,
        starts=slot.starts,
        ends=slot.ends,
        minutes=slot.minutes,
        place_id=slot.place.id if slot.place else None,
        place_said="visio" if slot.by_visio else None,
        commune=None if slot.by_visio else slot.commune.name,
        headcount=attendance.headcount,
        author_id=slot.author_id,
        people=attendance.people,
        topics=writer.topics(group) if group else (),
        decisions=writer.decisions(group, slot) if group else (),
        actions=writer.actions(group, slot, attendance.people) if group else (),
        next_meeting=_announcement(announced) if announced else None,
        minutes_state=minutes_state,
    )


def _next_of_group(slots: Sequence[Slot]) -> Mapping[int, Slot]:
    """By the number of each meeting, the next one of its group."""
    following: dict[int, Slot] = {}
    last: dict[int, int] = {}
    for number, slot in enumerate(slots, start=1):
        if slot.group is None:
            continue
        if slot.group.value.id in last:
            following[last[slot.group.value.id]] = slot
        last[slot.group.value.id] = number
    return following


def _minutes_state(age_in_days: int, rng: random.Random) -> MinutesState:
    if age_in_days > 45:
        return rng.choices((MinutesState.SENT, MinutesState.APPROVED), weights=(4, 6))[0]
    return rng.choices((MinutesState.DRAFT, MinutesState.PROOFREAD, MinutesState.SENT), weights=(4, 2, 4))[0]


def _announcement(slot: Slot) -> NextMeetingDraft:
    return NextMeetingDraft(
        day=slot.day,
        starts=slot.starts,
        ends=slot.ends,
        place_id=slot.place.id if slot.place else None,
        place_said="visio" if slot.by_visio else None,
        commune=None if slot.by_visio else slot.commune.name,
    )
