"""What was said of a meeting beforehand when the sheet of whoever it speaks of is merged or erased, and when a group would go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.actions.turnout import excused_from
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.groups import Group, GroupKind
from bot.domain.meetings import Meeting
from bot.domain.parked import ParkedPoint
from bot.domain.people import Person, Structure
from bot.domain.turnout import Word, standing
from bot.ports import UnitOfWork
from storage import groups, tables
from storage.unit_of_work import SqlStore
from tests.storage.test_merging import everything, merges, takes_back
from tests.storage.world import NOW, World, new_group, planned_meeting, series_of, template_of

COMES, AWAY = AttendanceState.PRESENT, AttendanceState.EXCUSED


def tells(store: SqlStore, world: World, *told: tuple[Person | Structure, AttendanceState], update_id: int, meeting: Meeting) -> None:
    """One message that says so of a planned meeting."""
    words = [
        Word(
            meeting_id=meeting.id,
            day=meeting.day,
            person_id=who.id if isinstance(who, Person) else None,
            structure_id=who.id if isinstance(who, Structure) else None,
            state=state,
            account_id=world.claire.id,
            told_at=NOW,
            update_id=update_id,
        )
        for who, state in told
    ]
    with store.work(world.territory.id) as work:
        work.turnout.add(words)


def another_meeting(store: SqlStore, world: World) -> Meeting:
    """A planned meeting of which nothing was said yet."""
    with store.work(world.territory.id) as work:
        return work.meetings.add(planned_meeting(group_id=world.diabetes.id, entry_id=None))


def read(store: SqlStore, world: World, meeting: Meeting) -> tuple[tuple[Presence, ...], int]:
    """Who is expected, and how many rows say so."""
    with store.read(world.territory.id) as work:
        words = work.turnout.of_meeting(meeting.id)
    return standing(words, day=meeting.day), len(words)


class TestAMerge:
    """Two sheets of one person: she is told of once."""

    def test_what_one_message_told_of_both_it_told_once(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.sophie, COMES), (ales.karim, COMES), update_id=5, meeting=meeting)
        before = everything(store)
        trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
        assert read(store, ales, meeting) == ((Presence(person_id=ales.sophie.id),), 1)
        takes_back(store, ales, trail)
        assert everything(store) == before

    @pytest.mark.parametrize("first_stays", [True, False])
    def test_what_was_told_last_holds(self, store: SqlStore, ales: World, first_stays: bool) -> None:
        first, then = (ales.sophie, ales.karim)
        meeting, other = another_meeting(store, ales), another_meeting(store, ales)
        tells(store, ales, (first, COMES), update_id=5, meeting=meeting)
        tells(store, ales, (then, AWAY), update_id=6, meeting=meeting)
        tells(store, ales, (first, COMES), (then, AWAY), update_id=7, meeting=other)
        before = everything(store)
        stays, goes = (first, then) if first_stays else (then, first)
        trail = merges(store, ales, stays=stays, goes=goes)
        away = (Presence(person_id=stays.id, state=AWAY),)
        assert [read(store, ales, one) for one in (meeting, other)] == [(away, 2), (away, 1)]
        takes_back(store, ales, trail)
        assert everything(store) == before

    def test_taking_back_what_was_told_last_brings_back_what_the_other_sheet_was_told_of(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.karim, COMES), update_id=5, meeting=meeting)
        tells(store, ales, (ales.sophie, AWAY), update_id=6, meeting=meeting)
        merges(store, ales, stays=ales.sophie, goes=ales.karim)
        with store.work(ales.territory.id) as work:
            assert work.turnout.take_back(meeting.id, 6, now=NOW)
        assert read(store, ales, meeting)[0] == (Presence(person_id=ales.sophie.id),)

    def test_others_and_other_meetings_stay_as_they_are(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.ccas, AWAY), (ales.karim, COMES), update_id=5, meeting=meeting)
        merges(store, ales, stays=ales.sophie, goes=ales.karim)
        assert read(store, ales, meeting)[0] == (Presence(structure_id=ales.ccas.id, state=AWAY), Presence(person_id=ales.sophie.id))
        assert read(store, ales, ales.planned)[0] == (Presence(person_id=ales.sophie.id, state=AWAY),)  # told of Karim


class TestAnErasure:
    """Her name goes, and as many are expected as before."""

    def test_somebody_of_her_structure_comes(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.sophie, AWAY), update_id=5, meeting=meeting)
        tells(store, ales, (ales.sophie, COMES), (ales.karim, AWAY), update_id=6, meeting=meeting)
        forgets(store, ales, ales.sophie)
        assert read(store, ales, meeting) == ((Presence(structure_id=ales.ccas.id), Presence(person_id=ales.karim.id, state=AWAY)), 2)

    def test_somebody_without_a_structure_is_still_counted(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.karim, COMES), (ales.sophie, COMES), update_id=5, meeting=meeting)
        forgets(store, ales, ales.karim)
        assert read(store, ales, meeting)[0] == (Presence(), Presence(person_id=ales.sophie.id))

    def test_the_card_of_the_meeting_lists_nobody_without_a_name(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.karim, AWAY), (ales.sophie, AWAY), update_id=5, meeting=meeting)
        forgets(store, ales, ales.karim)
        with store.read(ales.territory.id) as work:
            assert excused_from(work, meeting, besides=0) == (Presence(person_id=ales.sophie.id, state=AWAY),)

    @pytest.mark.parametrize("of_the_structure", [COMES, AWAY])
    def test_a_word_of_her_structure_is_neither_replaced_nor_doubled(
        self, store: SqlStore, ales: World, of_the_structure: AttendanceState
    ) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.ccas, of_the_structure), (ales.sophie, AWAY), update_id=5, meeting=meeting)
        forgets(store, ales, ales.sophie)
        assert read(store, ales, meeting)[0] == (Presence(structure_id=ales.ccas.id, state=of_the_structure), Presence(state=AWAY))

    def test_what_was_taken_back_says_nothing_more(self, store: SqlStore, ales: World) -> None:
        meeting = another_meeting(store, ales)
        tells(store, ales, (ales.sophie, AWAY), update_id=5, meeting=meeting)
        with store.work(ales.territory.id) as work:
            work.turnout.take_back(meeting.id, 5, now=NOW)
        forgets(store, ales, ales.sophie)
        assert read(store, ales, meeting) == ((), 0)

    def test_her_name_goes_out_of_points_and_checklists(self, store: SqlStore, ales: World) -> None:
        with store.work(ales.territory.id) as work:
            work.parked.add([replace(ales.point, id=0, text="budget de Sophie Martin")])
            work.checklist.add([replace(ales.thing, id=0, text="clés chez Sophie Martin")])
        forgets(store, ales, ales.sophie)
        with store.read(ales.territory.id) as work:
            assert [one.text for one in work.parked.waiting(ales.diabetes.id)] == ["enquête", "budget de quelqu’un"]
            assert [one.text for one in work.checklist.of_meeting(ales.planned.id)] == ["café", "clés chez quelqu’un"]


def forgets(store: SqlStore, world: World, person: Person) -> None:
    """Erases her."""
    with store.work(world.territory.id) as work:
        work.sheet_changes.forget(person.id)


class TestWhatAnImportBrought:
    """It does not go with the import once something was said of it."""

    def test_somebody_of_whom_a_word_was_said_stays(self, store: SqlStore, ales: World) -> None:
        with store.work(ales.territory.id) as work:
            structures = work.sheets.add_structures([replace(ales.ccas, id=0, name="PMI", sigle="PMI")], source="a", by=None, now=NOW)
            mine = replace(ales.sophie, id=0, first_name="Ana")
        with store.bulk(ales.territory.id, now=NOW, source="a") as bulk:
            bulk.people([replace(mine, id=1950, structure_id=None)])
        for who in (replace(mine, id=1950), replace(ales.ccas, id=structures[0])):
            tells(store, ales, (who, COMES), update_id=who.id, meeting=ales.planned)
        with store.work(ales.territory.id) as work:
            assert not work.sheets.remove_unused(people=[1950], structures=[], groups=[], since=NOW)
            assert not work.sheets.remove_unused(people=[], structures=structures, groups=[], since=NOW)

    def test_a_group_with_points_that_wait_stays_with_them(self, store: SqlStore, ales: World) -> None:
        with store.work(ales.territory.id) as work:
            group_id = work.sheets.add_groups([Group(id=0, name="GT Sport", kind=GroupKind.GT, code="GTS")])[0]
            point = replace(ales.point, id=0, group_id=group_id)
            work.parked.add([point])
            assert not work.sheets.remove_unused(people=[], structures=[], groups=[group_id], since=NOW)
            assert [one.text for one in work.parked.waiting(group_id)] == ["enquête"]


def a_point(work: UnitOfWork, world: World, group: Group) -> None:
    work.parked.add([ParkedPoint(group_id=group.id, text="budget", account_id=world.claire.id, parked_at=NOW, update_id=5)])


def a_series(work: UnitOfWork, world: World, group: Group) -> None:
    work.series.add(series_of(account_id=world.claire.id, group_id=group.id))


def a_template(work: UnitOfWork, world: World, group: Group) -> None:
    work.templates.add(template_of(account_id=world.claire.id, group_id=group.id, update_id=5))


@pytest.mark.parametrize("kept", [a_point, a_series, a_template])
def test_a_group_made_by_a_card_stays_once_something_hangs_on_it(store: SqlStore, ales: World, kept: object) -> None:
    assert callable(kept)
    with store.work(ales.territory.id) as work:
        group = new_group(work, ales)
        kept(work, ales, group)
        assert not work.directory.remove_unused_group(group, besides=0)
        assert [one.id for one in work.directory.groups([group.id])] == [group.id]


def test_every_link_to_a_group_is_looked_at_before_it_goes() -> None:
    links = {
        table.name
        for table in tables.metadata.sorted_tables
        for link in table.foreign_key_constraints
        if link.referred_table is tables.groups and link.ondelete is None
    }
    assert links - set(groups._USES) == set()
