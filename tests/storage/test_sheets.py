"""How the whole directory is read and written back: what was read is what was written, and nothing that is used goes."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import Presence
from bot.domain.directory import KnownMandate, KnownPerson
from bot.domain.drafts import DraftState
from bot.domain.groups import Group, GroupKind
from bot.domain.people import Structure
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.rhythms import LeaveState
from bot.domain.sheet_changes import Meant, SheetChange, SheetDeed
from storage import tables, uses
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World

STRUCTURE = Structure(
    id=0, name="CPAM du Gard", sigle="CPAM", aliases=("CPAM 30",), commune="30007", phone="+33466000001", email="a@cpam.fr"
)


def added(store: SqlStore, ales: World) -> KnownPerson:
    """Somebody with several of everything."""
    with store.work(ales.territory.id) as work:
        structure_id = work.sheets.add_structures([STRUCTURE], source="import:a.csv", by=ales.sophie.id, now=NOW)[0]
        group_id = work.sheets.add_groups([Group(id=0, name="GT Sport", kind=GroupKind.GT, code="GTS")])[0]
        sheet = KnownPerson(
            id=0, first_name="Ana", last_name="Roux", civility="Mme", doctor=True, phones=("+33466000002", "+33600000002"),
            emails=("ana@cpam.fr", "ana@roux.fr"), commune="30007", note="le mardi",
            mandates=(
                KnownMandate(structure_id=structure_id, function="médecin"),
                KnownMandate(structure_id=ales.ccas.id, function="élue"),
            ),
            group_ids=(ales.diabetes.id, group_id),
        )  # fmt: skip
        ids = work.sheets.add_people([sheet], source="import:a.csv", by=ales.sophie.id, now=NOW)
    return replace(sheet, id=ids[0], source="import:a.csv")


def read(store: SqlStore, ales: World, person_id: int) -> KnownPerson:
    """Her sheet."""
    with store.read(ales.territory.id) as work:
        return next(person for person in work.sheets.read().people if person.id == person_id)


def test_what_was_written_is_what_is_read(store: SqlStore, ales: World) -> None:
    ana = added(store, ales)
    assert read(store, ales, ana.id) == ana
    with store.read(ales.territory.id) as work:
        person = work.directory.people([ana.id])[ana.id]
        assert (person.phone, person.email, person.function) == ("+33466000002", "ana@cpam.fr", "médecin")
        assert work.sheets.read().structures[-1] == replace(STRUCTURE, id=ana.mandates[0].structure_id or 0)


def test_a_changed_sheet_keeps_the_day_of_its_mandates(store: SqlStore, ales: World) -> None:
    ana = added(store, ales)
    changed = replace(
        ana, phones=("+33600000003",), mandates=(ana.mandates[1], replace(ana.mandates[0], function="directrice")), group_ids=()
    )
    with store.work(ales.territory.id) as work:
        before = work.directory.vocabulary_version()
        work.sheets.change_people([changed], by=ales.karim.id, now=NOW)
        assert work.directory.vocabulary_version() == before + 1
    assert read(store, ales, ana.id) == changed


def test_a_pilot_stays_a_pilot(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        sophie = next(person for person in work.sheets.read().people if person.id == ales.sophie.id)
        work.sheets.change_people([replace(sophie, note="à rappeler")], by=None, now=NOW)
        assert work.directory.groups([ales.diabetes.id])[0].pilot_ids == (ales.sophie.id, ales.claire.person_id)


def test_what_is_used_stays_and_what_is_not_goes(store: SqlStore, ales: World) -> None:
    ana = added(store, ales)
    structure_id, group_id = ana.mandates[0].structure_id or 0, ana.group_ids[1]
    with store.work(ales.territory.id) as work:
        assert not work.sheets.remove_unused(people=[ana.id, ales.sophie.id], structures=[], groups=[], since=NOW)
        assert not work.sheets.remove_unused(people=[], structures=[structure_id], groups=[], since=NOW)
        assert work.sheets.remove_unused(people=[ana.id], structures=[structure_id], groups=[group_id], since=NOW)
        left = work.sheets.read()
    assert ana.id not in {person.id for person in left.people}
    assert (structure_id in {s.id for s in left.structures}, group_id in {g.id for g in left.groups}) == (False, False)


def test_whom_a_reminder_or_an_open_card_names_stays(store: SqlStore, ales: World) -> None:
    ana = added(store, ales)
    structure_id, group_id = ana.mandates[0].structure_id or 0, ana.group_ids[1]
    named = Meant(said="?", ids=(ana.id,))
    reminder = Reminder(id=0, account_id=ales.claire.id, zone="Europe/Paris", touched_at=NOW)

    def removed() -> bool:
        return work.sheets.remove_unused(people=[ana.id], structures=[structure_id], groups=[group_id], since=NOW)

    with store.work(ales.territory.id) as work:
        for about in ({"people": (ana.id,)}, {"group_candidates": (group_id,)}, {"group_id": group_id}):
            told = work.reminders.add(replace(reminder, **about))
            assert not removed()
            work.reminders.save(replace(told, state=ReminderState.DROPPED, people=(), group_candidates=(), group_id=None))
        leave = work.leaves.add(replace(ales.leave, stand_in_id=None, candidates=(ana.id,), state=LeaveState.PROPOSED, touched_at=NOW))
        assert not removed()
        work.leaves.save(replace(leave, state=LeaveState.DROPPED))
        listed = Presence(said="CCAS", candidates=(structure_id,), candidates_are_structures=True)
        for presence in (Presence(said="Ana", candidates=(ana.id,)), listed):
            bare = replace(ales.held, entry_id=None, announces=None, decisions=(), actions=())
            held = work.meetings.add(replace(bare, people=(presence,)))
            assert not removed()
            work.meetings.replace(replace(held, people=()))
        for change in (
            SheetChange(deed=SheetDeed.CHECK, who=named),
            SheetChange(deed=SheetDeed.MERGE, who=Meant(said="?", id=ales.sophie.id), other=named),
            SheetChange(deed=SheetDeed.CHANGE, who=Meant(said="?", id=ales.sophie.id), where=Meant(said="?", id=structure_id)),
        ):
            card = work.sheet_cards.add(account_id=ales.claire.id, change=change, update_id=None, now=NOW)
            assert not removed()
            work.sheet_cards.save(replace(card, state=DraftState.DROPPED))
        assert removed()


def test_every_link_that_would_stop_a_deletion_is_looked_at() -> None:
    """Members and mandates go with a person; of a group and a structure those of other people are looked at apart."""
    apart = {"mandates.structure_id"}
    links = {
        (link.referred_table.name, f"{table.name}.{link.column_keys[-1]}")
        for table in tables.metadata.sorted_tables
        for link in table.foreign_key_constraints
        if link.referred_table.name in ("people", "structures", "groups") and link.ondelete is None
    }
    looked_at = set(uses._USES)
    assert {link for link in links if link[1] not in apart} - looked_at == set()
