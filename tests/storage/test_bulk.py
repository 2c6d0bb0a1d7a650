"""A whole directory and a year of meetings are written at once, as if they had been kept one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.attendance import Presence
from bot.domain.contributions import ContributionSource, Part
from bot.domain.decisions import Action, Decision
from bot.domain.drafts import Bearer
from bot.domain.meetings import Contribution, Meeting, MeetingState
from storage import tables
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World, new_group, planned_meeting


def held(number: int, ales: World) -> Meeting:
    return Meeting(
        id=5000 + number,
        state=MeetingState.HELD,
        group_id=ales.diabetes.id if number % 2 else None,
        day=date(2025, 1, 1) + timedelta(days=number),
        minutes=90,
        author_id=ales.sophie.id,
        people=(Presence(person_id=ales.karim.id), Presence(structure_id=ales.ccas.id, count=number + 1)),
        decisions=(Decision(text=f"décision {number}"),),
        actions=(Action(text="faire", bearers=(Bearer(person_id=ales.karim.id), Bearer(said="Paul"))), Action(text="dire")),
    )


def load(store: SqlStore, ales: World, meetings: list[Meeting], contributions: list[Contribution] | None = None) -> None:
    with store.bulk(ales.territory.id, now=NOW, source="test") as bulk:
        bulk.meetings(meetings)
        bulk.contributions(contributions or [])


def test_each_meeting_comes_back_with_its_parts(store: SqlStore, ales: World) -> None:
    meetings = [held(number, ales) for number in range(40)]
    load(store, ales, meetings)
    with store.read(ales.territory.id) as work:
        stored = [work.meetings.get(meeting.id) for meeting in meetings]
    assert [without_given(meeting) for meeting in stored] == meetings


def without_given(meeting: Meeting | None) -> Meeting:
    """The meeting without what the database gives: numbers and ids of its parts."""
    assert meeting is not None
    decisions = tuple(replace(decision, id=None, number=None) for decision in meeting.decisions)
    return replace(meeting, decisions=decisions, actions=tuple(replace(action, id=None) for action in meeting.actions))


def test_decisions_are_numbered_in_order_and_the_next_one_follows(store: SqlStore, ales: World) -> None:
    load(store, ales, [held(number, ales) for number in range(4)])
    with store.work(ales.territory.id) as work:
        found = [work.meetings.get(5000 + number) for number in range(4)]
        following = work.meetings.add(replace(held(5, ales), actions=()))
    numbers = [meeting.decisions[0].number for meeting in found if meeting]
    assert numbers == ["DIV-2025-001", "GTD-2025-001", "DIV-2025-002", "GTD-2025-002"]
    assert following.decisions[0].number == "GTD-2025-003"


def test_ids_given_afterwards_are_free(store: SqlStore, ales: World) -> None:
    load(store, ales, [held(0, ales)])
    with store.work(ales.territory.id) as work:
        assert work.meetings.add(planned_meeting(group_id=ales.diabetes.id, entry_id=None)).id == 5001
        assert new_group(work, ales).id > ales.diabetes.id


def test_hours_are_counted(store: SqlStore, ales: World) -> None:
    hours = Contribution(
        day=date(2025, 1, 1), minutes=90, count=2, part=Part.MEETING, source=ContributionSource.IMPORTED, person_id=ales.karim.id
    )
    load(store, ales, [], [hours] * 10)
    with store.read(ales.territory.id) as work:
        assert work.contributions.minutes_of_person(ales.karim.id, first=hours.day, last=hours.day) == 1800


def test_a_whole_load_is_kept_or_nothing(store: SqlStore, ales: World) -> None:
    astray = replace(held(1, ales), people=(Presence(person_id=404),))
    with pytest.raises(sa.exc.IntegrityError):
        load(store, ales, [held(0, ales), astray])
    with store.read(ales.territory.id) as work:
        assert work.meetings.get(5000) is None


def test_the_words_are_new_and_the_source_is_known(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        before = work.directory.vocabulary_version()
    load(store, ales, [])
    with store.read(ales.territory.id) as work:
        assert work.directory.vocabulary_version() == before + 1
    with store.engines.read() as connection:
        sources = connection.execute(sa.select(tables.people.c.source).order_by(tables.people.c.id)).scalars().all()
    assert sources == ["test", "test", "invitation"]
