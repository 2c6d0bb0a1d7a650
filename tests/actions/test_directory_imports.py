"""Bringing a directory in: once, by those who may, taken back within a day unless it served since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import directory_imports as imports
from bot.domain.directory_imports import ImportPlan, ImportState
from bot.domain.errors import DirectoryMoved, DraftGone, DraftMoved, NotAllowed, NothingToUndo, PlanMoved, UndoTooLate
from bot.domain.groups import GroupKind
from bot.domain.permissions import Role
from bot.domain.territory import Account
from bot.importing import plan_import
from storage.unit_of_work import SqlStore
from tests.databases import database_url, store
from tests.importing.score import EXAMPLE
from tests.storage.conftest import ales
from tests.storage.world import NOW, World

__all__ = ["ales", "database_url", "store"]
LIST = (
    "NOM Prénom;Structure;Fonction;Mail;GT\nROUX Ana;CPAM 30;Agente;ana.roux@exemple.fr;GT Sport\nMARTIN Sophie;CCAS;cheffe;s@ccas.fr;\n"
).encode()


def coordinator(world: World) -> Account:
    """Claire, as a coordinator."""
    return Account(
        id=world.claire.id, territory_id=world.territory.id, telegram_id=1, chat_id=1, person_id=world.claire.person_id, name="Claire",
        role=Role.COORDINATOR,
    )  # fmt: skip


def planned(store: SqlStore, world: World, content: bytes = LIST, name: str = "a.csv") -> ImportPlan:
    """The plan of that file over the directory as it stands."""
    with store.read(world.territory.id) as work:
        sheets, version = imports.planned_over(work)
    return replace(plan_import(name, content, sheets), directory_version=version)


def brought_in(store: SqlStore, world: World) -> int:
    """The file, kept."""
    plan = planned(store, world)
    with store.work(world.territory.id) as work:
        sent = imports.open_import(work, coordinator(world), plan, file_name="a.csv", now=NOW, update_id=5)
        assert imports.open_import(work, coordinator(world), plan, file_name="a.csv", now=NOW, update_id=5) == sent
    with store.work(world.territory.id) as work:
        kept = imports.keep_import(work, coordinator(world), (sent.id, sent.version), now=NOW)
    assert kept.trace is not None
    outcome = kept.trace.outcome
    assert (outcome.people_added, outcome.people_changed, outcome.structures_added, outcome.groups_added) == (1, 1, 1, 1)
    assert (kept.state, kept.plan) == (ImportState.KEPT, ImportPlan(read=3))
    return sent.id


def test_a_file_is_kept_once_and_the_words_of_the_territory_know_it(store: SqlStore, ales: World) -> None:
    sent = brought_in(store, ales)
    with store.read(ales.territory.id) as work:
        words = work.directory.vocabulary()
    assert [p.function for p in words.people if p.full_name in ("Ana Roux", "Sophie Martin")] == ["cheffe", "Agente"]
    with store.work(ales.territory.id) as work, pytest.raises(DraftGone):
        imports.keep_import(work, coordinator(ales), (sent, 1), now=NOW)


def test_the_same_file_again_changes_nothing(store: SqlStore, ales: World) -> None:
    for kind in ("csv", "xlsx"):
        content = (EXAMPLE / f"annuaire.{kind}").read_bytes()
        plan = planned(store, ales, content, f"a.{kind}")
        with store.work(ales.territory.id) as work:
            imports.write_plan(work, plan, choices={}, file_name=f"a.{kind}", account=None, now=NOW)
        with store.read(ales.territory.id) as work:
            before = work.sheets.read()
            outcome = imports.preview(work, plan_import(f"a.{kind}", content, before))
        assert (outcome.people_added, outcome.people_changed, outcome.structures_added, outcome.structures_changed) == (0, 0, 0, 0)
        assert (outcome.groups_added, outcome.people_same) == (0, 400)


def test_the_same_file_sent_twice_writes_each_sheet_once(store: SqlStore, ales: World) -> None:
    plan = planned(store, ales)
    with store.work(ales.territory.id) as work:
        twice = [
            imports.open_import(work, coordinator(ales), plan, file_name="a.csv", now=NOW, update_id=update_id) for update_id in (5, 6)
        ]
    with store.work(ales.territory.id) as work:
        imports.keep_import(work, coordinator(ales), (twice[0].id, 1), now=NOW)
    with pytest.raises(PlanMoved), store.work(ales.territory.id) as work:
        imports.keep_import(work, coordinator(ales), (twice[1].id, 1), now=NOW)
    with store.read(ales.territory.id) as work:
        assert [p.last_name for p in work.sheets.read().people if p.first_name == "Ana"] == ["Roux"]
        left = work.imports.get(twice[1].id)
    assert left == twice[1]


def test_a_plan_that_still_says_the_same_is_kept_with_what_was_decided(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        sent = imports.open_import(work, coordinator(ales), planned(store, ales), file_name="a.csv", now=NOW, update_id=5)
        assert imports.left_behind(work, coordinator(ales), (sent.id, 1)) is None
        karim = next(person for person in work.sheets.read().people if person.id == ales.karim.id)
        work.sheets.change_people([replace(karim, phones=("+33639980105",))], by=None, now=NOW)
    with store.work(ales.territory.id) as work:
        assert imports.left_behind(work, coordinator(ales), (sent.id, 1)) == sent
    again = planned(store, ales)
    with store.work(ales.territory.id) as work:
        kept = imports.keep_again(work, coordinator(ales), (sent.id, 1), plan=again, now=NOW)
    assert kept.state is ImportState.KEPT


def test_a_plan_that_says_something_else_is_shown_again(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        sent = imports.open_import(work, coordinator(ales), planned(store, ales), file_name="a.csv", now=NOW, update_id=6)
    brought_in(store, ales)
    again = planned(store, ales)
    with store.work(ales.territory.id) as work:
        left = imports.keep_again(work, coordinator(ales), (sent.id, 1), plan=again, now=NOW)
        outcome = imports.preview(work, left.plan)
    assert (left.state, left.version, left.plan, outcome.people_added) == (ImportState.OPEN, 2, again, 0)


def test_what_files_said_is_forgotten_in_time(store: SqlStore, ales: World) -> None:
    kept = brought_in(store, ales)
    with store.work(ales.territory.id) as work:
        left = imports.open_import(work, coordinator(ales), planned(store, ales), file_name="b.csv", now=NOW, update_id=6)

    def held() -> tuple[bool, bool]:
        with store.read(ales.territory.id) as work:
            both = work.imports.get(kept), work.imports.get(left.id)
        assert both[0] is not None
        assert both[1] is not None
        return both[0].trace is not None, both[1].plan.people != ()

    store.purge(NOW + timedelta(hours=24))
    assert held() == (True, True)
    store.purge(NOW + timedelta(hours=24, seconds=1))
    assert held() == (False, True)
    store.purge(NOW + timedelta(days=7, seconds=1))
    assert held() == (False, False)
    with store.work(ales.territory.id) as work, pytest.raises(UndoTooLate):
        imports.undo_import(work, coordinator(ales), kept, now=NOW + timedelta(days=8))


def test_a_file_is_dropped_and_forgotten(store: SqlStore, ales: World) -> None:
    plan = planned(store, ales)
    with store.work(ales.territory.id) as work:
        sent = imports.open_import(work, coordinator(ales), plan, file_name="a.csv", now=NOW, update_id=None)
        dropped = imports.drop_import(work, coordinator(ales), (sent.id, sent.version), now=NOW)
        assert (dropped.state, dropped.plan.people) == (ImportState.DROPPED, ())
        with pytest.raises(DraftGone):
            imports.keep_import(work, coordinator(ales), (dropped.id, dropped.version), now=NOW)


def test_a_button_of_an_older_card_does_nothing(store: SqlStore, ales: World) -> None:
    plan = planned(store, ales)
    with store.work(ales.territory.id) as work:
        sent = imports.open_import(work, coordinator(ales), plan, file_name="a.csv", now=NOW, update_id=None)
        imports.put_off_doubts(work, coordinator(ales), (sent.id, sent.version), now=NOW)
        with pytest.raises(DraftMoved):
            imports.keep_import(work, coordinator(ales), (sent.id, sent.version), now=NOW)


@pytest.mark.parametrize("role", [Role.PILOT, Role.CONTRIBUTOR, Role.READER])
def test_others_are_refused(store: SqlStore, ales: World, role: Role) -> None:
    other = Account(id=1, territory_id=ales.territory.id, telegram_id=1, chat_id=1, person_id=1, name="", role=role)
    with store.work(ales.territory.id) as work, pytest.raises(NotAllowed):
        imports.open_import(work, other, ImportPlan(), file_name="a.csv", now=NOW, update_id=None)


def test_an_import_is_taken_back(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        before = work.sheets.read()
    sent = brought_in(store, ales)
    with store.work(ales.territory.id) as work:
        undone = imports.undo_import(work, coordinator(ales), sent, now=NOW + timedelta(hours=23))
        assert (undone.state, work.sheets.read()) == (ImportState.UNDONE, before)
    with store.work(ales.territory.id) as work, pytest.raises(NothingToUndo):
        imports.undo_import(work, coordinator(ales), sent, now=NOW)


def test_an_import_is_not_taken_back_after_a_day_nor_once_the_directory_moved(store: SqlStore, ales: World) -> None:
    sent = brought_in(store, ales)
    with store.work(ales.territory.id) as work, pytest.raises(UndoTooLate):
        imports.undo_import(work, coordinator(ales), sent, now=NOW + timedelta(hours=25))
    with store.work(ales.territory.id) as work:
        work.directory.add_group(name="GT Autre", kind=GroupKind.GT, code="GTA", member_id=ales.sophie.id)
    with pytest.raises(DirectoryMoved), store.work(ales.territory.id) as work:
        imports.undo_import(work, coordinator(ales), sent, now=NOW)


def test_an_import_that_served_is_not_taken_back(store: SqlStore, ales: World) -> None:
    sent = brought_in(store, ales)
    with store.work(ales.territory.id) as work:
        ana = next(person for person in work.sheets.read().people if person.first_name == "Ana")
        work.invitations.prepare(name="Ana", person_id=ana.id, by=None, expires_at=NOW)
    with pytest.raises(DirectoryMoved), store.work(ales.territory.id) as work:
        imports.undo_import(work, coordinator(ales), sent, now=NOW)
    with store.read(ales.territory.id) as work:
        assert ana in work.sheets.read().people
