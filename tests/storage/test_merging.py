"""Two sheets of one person become one: nothing that either said is lost, nobody sees more than before, and ↩︎ brings all back."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from bot.domain.decisions import Action
from bot.domain.drafts import Bearer
from bot.domain.people import Person, Visibility
from storage import tables
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World

people = tables.people
MAIN, OTHER = "+33466000001", "+33639980142"


def everything(store: SqlStore) -> dict[str, list[tuple[object, ...]]]:
    """Every row that a merge may touch."""
    kept = ("people", "attendance", "bearers", "reminders", "accounts", "provenances", "members", "mandates", "proposals")
    with store.engines.read() as connection:
        return {name: [tuple(r) for r in connection.execute(t.select().order_by(t.c.id))] for name, t in _tables(kept)}


def _tables(names: tuple[str, ...]) -> list[tuple[str, sa.Table]]:
    return [(name, tables.metadata.tables[name]) for name in names if "id" in tables.metadata.tables[name].c]


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


def test_lists_of_people_follow_once(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.reminders.save(replace(ales.reminder, people=(ales.sophie.id, ales.karim.id, ales.claire.person_id)))
    before = everything(store)
    trail = merges(store, ales, stays=ales.karim, goes=ales.sophie)
    with store.read(ales.territory.id) as work:
        reminder, meeting = work.reminders.get(ales.reminder.id), work.meetings.get(ales.held.id)
    assert reminder is not None
    assert meeting is not None
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
