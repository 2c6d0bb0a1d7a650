"""Two sheets of one person become one: nothing that either said is lost, nobody sees more than before, and ↩︎ brings all back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from bot.domain.attendance import Presence
from bot.domain.decisions import Action
from bot.domain.drafts import Bearer, DraftContent, MeetingDraft
from bot.domain.people import Person, Visibility
from bot.domain.sheet_changes import Proposal, ProposalKind, ProposalState
from storage import tables
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, TODAY, World

people = tables.people
MAIN, OTHER = "+33466000001", "+33639980142"


def everything(store: SqlStore) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every territory."""
    listed = [table for table in tables.metadata.sorted_tables if "territory_id" in table.c]
    with store.engines.read() as connection:
        return {t.name: [tuple(r) for r in connection.execute(t.select().order_by(*t.primary_key.columns))] for t in listed}


def writes(store: SqlStore, person_id: int, **values: object) -> None:
    """A sheet says that."""
    with store.engines.write() as connection:
        connection.execute(sa.update(people).where(people.c.id == person_id).values(**values))


def merges(store: SqlStore, world: World, *, stays: Person, goes: Person) -> str:
    """Merges the two; returns what ↩︎ needs."""
    with store.work(world.territory.id) as work:
        work.sheet_changes.merge(stays=stays.id, goes=goes.id, source="conversation", by=world.claire.person_id, now=NOW)
        return work.sheet_changes.trail()


def takes_back(store: SqlStore, world: World, trail: str) -> None:
    """↩︎."""
    with store.work(world.territory.id) as work:
        work.sheet_changes.take_back(trail)


def sheet(store: SqlStore, person_id: int, *names: str) -> tuple[object, ...]:
    """Those columns of a sheet."""
    with store.engines.read() as connection:
        return tuple(connection.execute(sa.select(*[people.c[name] for name in names]).where(people.c.id == person_id)).one())


def test_further_phones_mails_and_notes_are_added(store: SqlStore, ales: World) -> None:
    writes(store, ales.sophie.id, phone=MAIN, email="s@ccas.fr", other_emails=("sophie@ccas.fr",), note="le mardi")
    writes(store, ales.karim.id, phone=OTHER, other_phones=(MAIN,), email="S@ccas.fr", other_emails=("k@ml.fr",), note="le mardi\nà vélo")
    before = everything(store)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
    assert sheet(store, ales.sophie.id, "phone", "other_phones", "email", "other_emails", "note") == (
        MAIN,
        (OTHER,),
        "s@ccas.fr",
        ("sophie@ccas.fr", "k@ml.fr"),
        "le mardi\nà vélo",
    )
    takes_back(store, ales, trail)
    assert everything(store) == before


def test_a_note_that_says_nothing_more_changes_nothing(store: SqlStore, ales: World) -> None:
    writes(store, ales.sophie.id, note="le mardi\n\nle mardi")
    writes(store, ales.karim.id, note="le mardi")
    merges(store, ales, stays=ales.sophie, goes=ales.karim)
    assert sheet(store, ales.sophie.id, "note") == ("le mardi\n\nle mardi",)


def test_a_contact_that_is_taken_is_shown_to_no_more_people(store: SqlStore, ales: World) -> None:
    writes(store, ales.sophie.id, visibility=Visibility.NETWORK)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)  # his phone is for the team
    assert sheet(store, ales.sophie.id, "phone", "visibility") == ("+33466000000", Visibility.TEAM)
    takes_back(store, ales, trail)
    assert sheet(store, ales.sophie.id, "phone", "visibility") == (None, Visibility.NETWORK)


def test_a_sheet_that_brings_no_contact_hides_none(store: SqlStore, ales: World) -> None:
    writes(store, ales.karim.id, visibility=Visibility.NETWORK)
    merges(store, ales, stays=ales.karim, goes=replace(ales.sophie, id=ales.claire.person_id))
    assert sheet(store, ales.karim.id, "visibility") == (Visibility.NETWORK,)


@pytest.mark.parametrize(
    ("hers", "his", "after"),
    [
        (("CCAS", "directrice"), ("CCAS", "Directrice"), [("CCAS", "directrice", True)]),
        (("CCAS", None), ("CCAS", "directrice"), [("CCAS", "directrice", True)]),
        ((None, "directrice"), ("CCAS", None), [("CCAS", "directrice", True)]),
        (("CCAS", "directrice"), ("CCAS", "élue"), [("CCAS", "directrice", True), ("CCAS", "élue", False)]),
        ((None, None), ("CCAS", "élue"), [("CCAS", "élue", True)]),
    ],
)
def test_the_main_mandate_is_completed_and_stands_once(
    store: SqlStore,
    ales: World,
    hers: tuple[str | None, str | None],
    his: tuple[str | None, str | None],
    after: list[tuple[str, str, bool]],
) -> None:
    ids = {"CCAS": ales.ccas.id, None: None}
    with store.work(ales.territory.id) as work:
        for person, (structure, function), since in ((ales.sophie, hers, TODAY), (ales.karim, his, date(2020, 9, 1))):
            work.sheet_changes.end_mandates(person.id, until=TODAY, main_only=False)
            work.sheet_changes.begin_mandate(
                person.id, structure_id=ids[structure], function=function, since=since, source="test", by=None, now=NOW
            )
    before = everything(store)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
    m = tables.mandates.c
    with store.engines.read() as connection:
        wanted = sa.select(m.structure_id, m.function, m.main).where(m.person_id == ales.sophie.id, m.until.is_(None)).order_by(m.id)
        assert [tuple(row) for row in connection.execute(wanted)] == [(ids[name], function, main) for name, function, main in after]
        assert connection.execute(sa.select(sa.func.min(m.since)).where(m.person_id == ales.sophie.id)).scalar() == date(2020, 9, 1)
    takes_back(store, ales, trail)
    assert everything(store) == before


def test_another_sheet_that_was_changed_since_does_not_hinder_the_way_back(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.sheet_changes.write_structure(ales.ccas.id, {"phone": MAIN}, source="conversation", by=ales.karim.id, now=NOW)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
    with store.work(ales.territory.id) as work:
        work.sheet_changes.write_structure(ales.ccas.id, {"phone": OTHER}, source="conversation", by=ales.claire.person_id, now=NOW)
    takes_back(store, ales, trail)
    with store.engines.read() as connection:
        ccas = connection.execute(tables.structures.select().where(tables.structures.c.id == ales.ccas.id)).one()
    assert (ccas.phone, ccas.updated_by) == (OTHER, ales.claire.person_id)
    assert sheet(store, ales.karim.id, "phone") == ("+33466000000",)


def test_whoever_bears_an_action_twice_bears_it_once(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        two = (Bearer(person_id=ales.sophie.id), Bearer(person_id=ales.karim.id))
        work.meetings.replace(replace(ales.held, actions=(Action(text="relancer", bearers=two),)))
    before = everything(store)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
    with store.read(ales.territory.id) as work:
        meeting = work.meetings.get(ales.held.id)
    assert meeting is not None
    assert meeting.actions[0].bearers == (Bearer(person_id=ales.sophie.id),)
    takes_back(store, ales, trail)
    assert everything(store) == before


def test_a_card_that_stands_open_lists_her_once(store: SqlStore, ales: World) -> None:
    both = (Presence(person_id=ales.karim.id), Presence(person_id=ales.sophie.id))
    with store.work(ales.territory.id) as work:
        draft = work.drafts.add(
            account_id=ales.claire.id, content=DraftContent(meetings=(MeetingDraft(people=both),)), now=NOW, update_id=77
        )
    before = everything(store)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
    with store.read(ales.territory.id) as work:
        read = work.drafts.get(draft.id)
    assert read is not None
    assert read.content.meetings[0].people == (Presence(person_id=ales.sophie.id),)
    takes_back(store, ales, trail)
    assert everything(store) == before


def test_a_wish_to_be_erased_outlives_the_sheet_that_goes(store: SqlStore, ales: World) -> None:
    wish = Proposal(id=0, kind=ProposalKind.ASKED, state=ProposalState.OPEN, person_id=ales.karim.id, proposed_on=TODAY)
    writes(store, ales.karim.id, erasure_asked_on=TODAY)
    with store.work(ales.territory.id) as work:
        work.proposals.offer(wish, key="1003")
    before = everything(store)
    trail = merges(store, ales, stays=ales.sophie, goes=ales.karim)
    with store.read(ales.territory.id) as work:
        assert [asked.person_id for asked in work.proposals.open_ones(ProposalKind.ASKED)] == [ales.sophie.id]
    assert sheet(store, ales.sophie.id, "erasure_asked_on") == (TODAY,)
    takes_back(store, ales, trail)
    assert everything(store) == before


def test_lists_of_people_follow_once(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.reminders.save(replace(ales.reminder, people=(ales.sophie.id, ales.karim.id, ales.claire.person_id)))
        work.leaves.save(replace(ales.leave, candidates=(ales.karim.id, ales.sophie.id)))
    before = everything(store)
    trail = merges(store, ales, stays=ales.karim, goes=ales.sophie)
    with store.read(ales.territory.id) as work:
        reminder, meeting = work.reminders.get(ales.reminder.id), work.meetings.get(ales.held.id)
        leave = work.leaves.get(ales.leave.id)
    assert reminder is not None
    assert meeting is not None
    assert leave is not None
    assert leave.candidates == (ales.karim.id,)
    assert reminder.people == (ales.karim.id, ales.claire.person_id)
    assert meeting.people[-1].candidates == (ales.karim.id,)
    takes_back(store, ales, trail)
    assert everything(store) == before


def test_the_account_of_a_merged_sheet_follows(store: SqlStore, ales: World) -> None:
    claire = replace(ales.sophie, id=ales.claire.person_id)
    trail = merges(store, ales, stays=ales.sophie, goes=claire)
    account = store.desk.account_of(ales.claire.telegram_id)
    assert account is not None
    assert (account.id, account.person_id) == (ales.claire.id, ales.sophie.id)
    takes_back(store, ales, trail)
    assert store.desk.account_of(ales.claire.telegram_id) == ales.claire
