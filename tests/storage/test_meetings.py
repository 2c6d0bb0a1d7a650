"""Meetings come back whole, are corrected without losing their history, and are taken back without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.attendance import Presence
from bot.domain.drafts import DraftState
from bot.domain.errors import MeetingMoved, NoSuchMeeting
from bot.domain.meetings import Meeting, MeetingLine, MeetingState
from bot.domain.minutes import MinutesState
from bot.domain.people import Person
from bot.ports import UnitOfWork
from storage.unit_of_work import SqlStore
from tests.storage.world import World, planned_meeting


def test_a_meeting_comes_back_with_all_its_parts(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        assert work.meetings.get(ales.held.id) == ales.held
        assert work.meetings.get(ales.planned.id) == ales.planned
    assert [presence.said for presence in ales.held.people] == [None, "le CCAS", "Paul", "Marie"]
    assert [len(action.bearers) for action in ales.held.actions] == [2, 1, 0]


def test_a_correction_rewrites_everything_and_counts_a_version(store: SqlStore, ales: World) -> None:
    corrected = Meeting(
        id=ales.held.id,
        state=MeetingState.HELD,
        title="Autre chose",
        day=date(2026, 11, 19),
        starts=time(9),
        place_said="visio",
        author_id=ales.claire.person_id,
        people=(Presence(person_id=ales.karim.id),),
        entry_id=ales.entry_id,
        minutes_state=MinutesState.PROOFREAD,
    )
    with store.work(ales.territory.id) as work:
        assert work.meetings.replace(corrected) == replace(corrected, minutes_version=2)
    with store.work(ales.territory.id) as work:
        assert work.meetings.get(ales.held.id) == replace(corrected, minutes_version=2)
        assert work.meetings.replace(replace(corrected, minutes_version=2)).minutes_version == 3


def test_a_correction_made_from_an_older_version_is_refused(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        newer = work.meetings.replace(replace(ales.held, headcount=13))
    with pytest.raises(MeetingMoved), store.work(ales.territory.id) as work:
        work.meetings.replace(replace(ales.held, headcount=14))
    with store.read(ales.territory.id) as work:
        assert work.meetings.get(ales.held.id) == newer


def test_a_meeting_that_is_gone_cannot_be_corrected(store: SqlStore, ales: World) -> None:
    with pytest.raises(NoSuchMeeting), store.work(ales.territory.id) as work:
        work.meetings.replace(replace(ales.held, id=404))


def cancelled(planned: Meeting) -> Meeting:
    """Taken off the agenda; it keeps its number, which calendars know."""
    return replace(planned, state=MeetingState.CANCELLED, sequence=planned.sequence + 1)


def announces_no_more(work: UnitOfWork, held: Meeting) -> None:
    """A correction took the next date back."""
    work.meetings.replace(replace(held, announces=None))


def test_undoing_takes_back_what_was_held_and_what_was_announced(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.remove_of_entry(ales.entry_id)
        assert work.meetings.get(ales.held.id) is None
        assert work.meetings.get(ales.planned.id) == cancelled(ales.planned)
        assert work.contributions.of_meeting(ales.held.id) == ()


def test_undoing_frees_the_planned_meeting_that_was_held(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        waiting = work.meetings.add(planned_meeting(group_id=ales.diabetes.id, entry_id=None, day=ales.held.day))
        work.meetings.became(waiting.id, ales.held.id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.held.day) is None
        work.meetings.remove_of_entry(ales.entry_id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.held.day) == waiting


def test_undoing_leaves_an_announced_meeting_that_was_held_since(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        later = work.meetings.add(replace(ales.held, day=ales.planned.day, entry_id=None, announces=None, decisions=(), actions=()))
        work.meetings.became(ales.planned.id, later.id)
        work.meetings.remove_of_entry(ales.entry_id)
        assert work.meetings.get(ales.held.id) is None
        assert work.meetings.get(ales.planned.id) == replace(ales.planned, became=later.id)


def test_undoing_drops_the_card_that_was_correcting_it(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        correction = next(d for number in range(1, 9) if (d := work.drafts.get(number)) and d.amends == ales.held.id)
        work.meetings.remove_of_entry(ales.entry_id)
        left = work.drafts.get(correction.id)
    assert left is not None
    assert (left.state, left.amends, left.version) == (DraftState.DROPPED, None, correction.version + 1)


def test_an_id_is_never_used_again(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.remove_of_entry(ales.entry_id)
        new = work.meetings.add(planned_meeting(group_id=ales.diabetes.id, entry_id=None))
    assert new.id > max(ales.held.id, ales.planned.id)


def test_a_correction_can_take_back_the_announced_day(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        assert work.meetings.unplan(ales.planned.id) is False
        announces_no_more(work, ales.held)
        assert work.meetings.unplan(ales.planned.id) is True
        assert work.meetings.get(ales.planned.id) == cancelled(ales.planned)
        assert work.meetings.taken_off(ales.diabetes.id, ales.planned.day) == ales.planned.id


def test_a_day_announced_twice_stays_until_nobody_announces_it(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        other = work.meetings.add(replace(ales.held, entry_id=None, decisions=(), actions=()))
        work.meetings.remove_of_entry(ales.entry_id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.planned.day) == ales.planned
        announces_no_more(work, other)
        work.meetings.unplan(ales.planned.id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.planned.day) is None


def test_a_planned_meeting_that_was_imported_outlives_its_announcement(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        imported = work.meetings.add(planned_meeting(group_id=ales.diabetes.id, entry_id=None, day=ales.planned.day + timedelta(days=7)))
        other = work.meetings.add(replace(ales.held, entry_id=None, decisions=(), actions=(), announces=imported.id))
        announces_no_more(work, other)
        assert work.meetings.unplan(imported.id) is False
        assert work.meetings.get(imported.id) == imported


def test_a_planned_meeting_that_was_held_as_another_one_waits_again(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        assert work.meetings.dated_on(ales.diabetes.id, ales.planned.day) == ales.planned.id
        later = work.meetings.add(replace(ales.held, day=ales.planned.day, entry_id=None, announces=None, decisions=(), actions=()))
        again = work.meetings.add(replace(later, id=0))
        work.meetings.became(ales.planned.id, later.id)
        assert work.meetings.dated_on(ales.diabetes.id, ales.planned.day) == ales.planned.id
        work.meetings.replace(replace(later, day=later.day + timedelta(days=1)))
        work.meetings.became_no_more(later.id)
        assert work.meetings.get(ales.planned.id) == replace(ales.planned, became=again.id)
        work.meetings.replace(replace(again, day=later.day + timedelta(days=1)))
        work.meetings.became_no_more(again.id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.planned.day) == ales.planned


def test_a_planned_meeting_that_nobody_announces_any_more_does_not_come_back(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        later = work.meetings.add(replace(ales.held, day=ales.planned.day, entry_id=None, announces=None, decisions=(), actions=()))
        work.meetings.became(ales.planned.id, later.id)
        work.meetings.remove_of_entry(ales.entry_id)
        work.meetings.replace(replace(later, day=later.day + timedelta(days=1)))
        work.meetings.became_no_more(later.id)
        assert work.meetings.get(ales.planned.id) == cancelled(ales.planned)


def test_what_became_a_held_meeting_is_planned_no_more(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        assert work.meetings.planned_on(ales.diabetes.id, ales.planned.day) == ales.planned
        work.meetings.became(ales.planned.id, ales.held.id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.planned.day) is None
        announces_no_more(work, ales.held)
        assert work.meetings.unplan(ales.planned.id) is False
        assert work.meetings.get(ales.planned.id) == replace(ales.planned, became=ales.held.id)


def test_the_meeting_kept_last_is_the_one_that_is_meant(store: SqlStore, ales: World) -> None:
    bare = replace(ales.held, entry_id=None, decisions=(), actions=())
    with store.work(ales.territory.id) as work:
        earlier_day = work.meetings.add(replace(bare, day=ales.held.day - timedelta(days=3), group_id=None))
        assert work.meetings.last_held_by(ales.claire.person_id) == earlier_day
        assert work.meetings.last_held_by(ales.claire.person_id, day=ales.held.day) == ales.held
        assert work.meetings.last_held_by(ales.claire.person_id, group_id=ales.diabetes.id) == ales.held
        assert work.meetings.last_held_by(ales.claire.person_id, day=earlier_day.day, group_id=ales.diabetes.id) is None
        assert work.meetings.last_held_by(ales.sophie.id) is None


def line(meeting: Meeting, *, label: str, place: str | None, has_minutes: bool) -> MeetingLine:
    return MeetingLine(
        id=meeting.id,
        state=meeting.state,
        label=label,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        place=place,
        has_minutes=has_minutes,
    )


def test_lists_tell_meetings_apart(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        assert work.meetings.lines(held=True) == (line(ales.held, label="GT Diabète", place="Maison de la santé", has_minutes=True),)
        assert work.meetings.lines(held=False) == (line(ales.planned, label="GT Diabète", place=None, has_minutes=False),)


def test_lists_are_in_the_order_of_days_and_hours(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        day = date(2026, 12, 1)
        plan = planned_meeting(group_id=ales.diabetes.id, entry_id=None, day=day)
        whole_day = work.meetings.add(replace(plan, starts=None)).id
        late = work.meetings.add(replace(plan, starts=time(18))).id
        early = work.meetings.add(replace(plan, starts=time(9))).id
        before = work.meetings.add(replace(plan, day=day - timedelta(days=1))).id
        month = {"first": date(2026, 11, 30), "last": day}
        assert [found.id for found in work.meetings.lines(held=False, **month)] == [before, early, late, whole_day]
        assert [found.id for found in work.meetings.lines(held=False, newest_first=True, **month)] == [late, early, whole_day, before]
        assert [found.id for found in work.meetings.lines(held=False, limit=2, offset=1, **month)] == [early, late]
        assert [found.id for found in work.meetings.lines(held=False, first=day, last=day)] == [early, late, whole_day]


def test_a_person_sees_the_meetings_that_concern_her(store: SqlStore, ales: World) -> None:
    alone = 1201
    with store.bulk(ales.territory.id, now=ales.draft.touched_at, source="test") as bulk:
        bulk.people([Person(id=alone, first_name="Inès", last_name="Durand")])
    with store.work(ales.territory.id) as work:
        bare = replace(ales.held, group_id=None, people=(), author_id=None, entry_id=None, decisions=(), actions=(), title="Forum")
        attended = work.meetings.add(replace(bare, people=(Presence(person_id=alone),))).id
        authored = work.meetings.add(replace(bare, author_id=alone)).id
        work.meetings.add(bare)
        assert {found.id for found in work.meetings.lines(held=True, person_id=alone)} == {attended, authored}
        assert {found.label for found in work.meetings.lines(held=True, person_id=alone)} == {"Forum"}
        assert {found.id for found in work.meetings.lines(held=True, person_id=ales.karim.id)} == {ales.held.id}  # a member
        assert work.meetings.lines(held=True, group_ids=[]) == ()
