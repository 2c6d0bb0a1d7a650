"""The directory of a territory: people with their mandates, structures, groups, and the words that the ear learns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.contributions import Nature
from bot.domain.decisions import Decision
from bot.domain.drafts import DraftContent, HoursDraft
from bot.domain.groups import GroupKind
from bot.domain.vocabulary import AxisWords, GroupWords, PersonWords, PlaceWords, StructureWords, Vocabulary
from storage.people import split_name
from storage.unit_of_work import SqlStore
from tests.storage.world import HOURS, NOW, World, new_group


def test_people_come_with_their_current_mandate(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        assert work.directory.people([ales.sophie.id, ales.karim.id, 404]) == {ales.sophie.id: ales.sophie, ales.karim.id: ales.karim}
        assert work.directory.people([]) == {}
        assert work.directory.structures({ales.ccas.id}) == {ales.ccas.id: ales.ccas}
        assert work.directory.structures([]) == {}


def test_a_mandate_that_ended_is_not_current(store: SqlStore, ales: World) -> None:
    with store.engines.write() as connection:
        connection.exec_driver_sql(f"UPDATE mandates SET until = '2026-10-31' WHERE person_id = {ales.sophie.id}")
    with store.read(ales.territory.id) as work:
        assert work.directory.people([ales.sophie.id]) == {ales.sophie.id: replace(ales.sophie, structure_id=None, function=None)}


def test_the_words_of_a_territory(store: SqlStore, ales: World) -> None:
    claire = ales.claire.person_id
    with store.read(ales.territory.id) as work:
        vocabulary = work.directory.vocabulary()
        version = work.directory.vocabulary_version()
    assert vocabulary == Vocabulary(
        version=version,
        groups=(
            GroupWords(
                id=ales.diabetes.id,
                name="GT Diabète",
                kind="GT",
                axis=3,
                aliases=("diabète",),
                member_ids=(ales.sophie.id, ales.karim.id, claire),
                pilot_ids=(ales.sophie.id, claire),
            ),
        ),
        people=(
            PersonWords(id=ales.sophie.id, first_name="Sophie", last_name="Martin", structure_id=ales.ccas.id, function="directrice"),
            PersonWords(id=ales.karim.id, first_name="Karim", last_name="Benali", doctor=True, nature=Nature.VOLUNTEER),
            PersonWords(id=claire, first_name="Claire", last_name="FONTAINE"),
        ),
        structures=(
            StructureWords(
                id=ales.ccas.id,
                name="CCAS de Alès",
                aliases=("CCAS", "centre social"),
                commune="Alès",
                nature=Nature.EMPLOYER_TIME,
            ),
        ),
        places=(PlaceWords(id=ales.house.id, name="Maison de la santé", commune="Alès", aliases=("la MSP",)),),
        axes=(AxisWords(number=3, name="santé mentale"),),
        communes=("Alès",),
    )


def test_each_change_of_the_directory_is_a_new_version(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        first = work.directory.vocabulary_version()
        group = new_group(work, ales)
        second = work.directory.vocabulary_version()
        assert work.directory.remove_unused_group(group, besides=0)
        third = work.directory.vocabulary_version()
    assert first < second < third


def test_a_change_that_is_rolled_back_makes_no_version(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        before = work.directory.vocabulary()
    with pytest.raises(ZeroDivisionError), store.work(ales.territory.id) as work:
        assert new_group(work, ales).id // 0
    with store.read(ales.territory.id) as work:
        assert work.directory.vocabulary() == before


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Claire MARTIN", "Claire", "MARTIN"),
        ("MARTIN Claire", "Claire", "MARTIN"),
        ("Marie-Laure LE GALL", "Marie-Laure", "LE GALL"),
        ("Inès de la Tour", "Inès", "de la Tour"),
        ("  Paul   Durand ", "Paul", "Durand"),
        ("Jean X", "Jean", "X"),
        ("CLAIRE MARTIN", "CLAIRE", "MARTIN"),
        ("Karim", "Karim", ""),
        ("", "", ""),
    ],
)
def test_capitals_tell_the_last_name(said: str, first: str, last: str) -> None:
    assert split_name(said) == (first, last)


def test_her_groups_come_first_where_she_is_pilot(store: SqlStore, ales: World) -> None:
    with store.bulk(ales.territory.id, now=NOW, source="test") as bulk:
        bulk.groups(
            [
                replace(ales.diabetes, id=1101, name="Études", code="E", aliases=(), pilot_ids=(), member_ids=(ales.karim.id,)),
                replace(ales.diabetes, id=1102, name="Famille", code="F", aliases=(), pilot_ids=(), member_ids=(ales.karim.id,)),
                replace(ales.diabetes, id=1103, name="Zone", code="Z", aliases=(), pilot_ids=(ales.karim.id,), member_ids=()),
            ]
        )
    with store.read(ales.territory.id) as work:
        assert [group.name for group in work.directory.groups_of(ales.karim.id)] == ["Zone", "Études", "Famille", "GT Diabète"]
        assert [group.name for group in work.directory.groups()] == ["Études", "Famille", "GT Diabète", "Zone"]
        assert [group.name for group in work.directory.groups([1103, 1101])] == ["Études", "Zone"]
        assert work.directory.groups([]) == ()
        (zone,) = work.directory.groups([1103])
        assert (zone.pilot_ids, zone.member_ids) == ((ales.karim.id,), (ales.karim.id,))


def test_a_group_goes_only_when_nothing_but_its_card_speaks_of_it(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        group = new_group(work, ales)
        told = DraftContent(hours=(HoursDraft(minutes=60, group_id=group.id),))
        card = work.drafts.add(account_id=ales.claire.id, content=told, now=NOW)
        again = work.drafts.add(account_id=ales.claire.id, content=told, now=NOW)
        assert not work.directory.remove_unused_group(group, besides=card.id)  # another card
        work.drafts.save(replace(again, content=DraftContent(hours=(HoursDraft(minutes=60, group_id=group.id * 10),))))
        assert not work.directory.remove_unused_group(ales.diabetes, besides=card.id)  # meetings
        assert work.directory.remove_unused_group(group, besides=card.id)
        assert work.directory.groups([group.id]) == ()


def test_a_group_whose_decisions_were_numbered_stays(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        group = new_group(work, ales)
        card = work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW)
        entry = work.entries.add(draft_id=card.id, account_id=ales.claire.id, now=NOW)
        decided = (Decision(text="Lancer l’enquête"),)
        work.meetings.add(replace(ales.held, group_id=group.id, entry_id=entry, actions=(), decisions=decided))
        work.meetings.remove_of_entry(entry)
        assert not work.directory.remove_unused_group(group, besides=0)


def test_a_new_group_has_one_member_and_no_pilot(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        before = work.directory.vocabulary_version()
        mobility = work.directory.add_group(name="GT Mobilité", kind=GroupKind.GT, code="GTM", member_id=ales.karim.id)
        assert (mobility.member_ids, mobility.pilot_ids) == ((ales.karim.id,), ())
        assert work.directory.groups([mobility.id]) == (mobility,)
        assert work.directory.vocabulary_version() == before + 1
