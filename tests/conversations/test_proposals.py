"""What Maillon proposes about the directory: once, quietly, and never again after a refusal."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.actions.proposals import MOST_PAIRS
from bot.domain.people import Person
from bot.domain.sheet_changes import ProposalState
from storage import tables
from tests.builders import NOW
from tests.conversations.conftest import Story
from tests.conversations.test_amendments import rows

people, proposals = tables.people, tables.proposals
MEETING = "GT Diabète hier 14h-16h avec Sophie Martin, Mme Vidal, Lou Castel du CCAS et 2 pers de la PMI"


async def test_somebody_unknown_of_a_meeting_is_proposed_once(story: Story) -> None:
    claire = story.claire
    await claire.says(MEETING)
    await claire.presses("✅ Enregistrer", times=2)
    claire.sees("✅ C’est enregistré.", "Pas encore dans l’annuaire : Mme Vidal et Lou Castel.")
    assert claire.buttons == ["↩︎ Annuler", "✏️ Corriger", "➕ Mme Vidal", "➕ Lou Castel"]
    await claire.receives_document()
    await claire.presses("➕ Lou Castel")
    claire.sees("Lou Castel (nouvelle fiche)", "Structure : CCAS d’Alès")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est noté dans l’annuaire.")
    assert rows(story, people.c.first_name, people.c.last_name, where=people.c.id > 9) == [("Lou", "Castel")]
    assert rows(story, tables.mandates.c.structure_id, where=tables.mandates.c.person_id == 10) == [(2,)]
    await claire.presses("➕ Mme Vidal")
    claire.sees("Vidal (nouvelle fiche)")
    assert claire.buttons == ["✅ Enregistrer", "❌ Ne pas ajouter"]
    await claire.presses("❌ Ne pas ajouter")
    assert rows(story, proposals.c.said, proposals.c.state) == [("Mme Vidal", "refused"), ("Lou Castel", "done")]
    await claire.says("GT Nutrition ce matin 10h-11h avec Mme Vidal et Lou Castel")
    await claire.presses("✅ Enregistrer")
    claire.sees_no("Pas encore dans l’annuaire")


async def test_those_who_keep_no_sheets_are_asked_nothing(story: Story) -> None:
    marc = story.marc
    await marc.says("GT Diabète hier 14h-16h avec Lou Castel")
    await marc.presses("✅ Enregistrer")
    marc.sees("Pas encore dans l’annuaire : Lou Castel.")
    await story.ines.says("2h de préparation hier pour le GT Nutrition")
    await story.ines.presses("✅ Enregistrer")
    story.ines.sees_no("Pas encore dans l’annuaire")


def wrote(story: Story, *added: Person, age: timedelta = timedelta(0)) -> None:
    """Sheets that were last touched that long ago."""
    with story.store.bulk(story.doors.territory.id, now=NOW - age, source="test") as bulk:
        bulk.people(added)


async def test_two_likely_sheets_are_shown_side_by_side(story: Story) -> None:
    claire = story.claire
    wrote(
        story,
        Person(id=20, first_name="Martin", last_name="Sophie", structure_id=2, function="Directrice adjointe"),
        Person(id=21, first_name="Karim", last_name="Benalli", structure_id=3),
    )
    await claire.says("/annuaire")
    claire.sees("📇 Dans l’annuaire : 11 personnes, 7 structures.", "À compléter, quand vous avez une minute :")
    assert claire.buttons == ["✏️ 2 doublons possibles"]
    await claire.presses("✏️ 2 doublons possibles")
    claire.sees("Sophie Martin", "Directrice, CCAS d’Alès", "Martin Sophie", "Directrice adjointe, CCAS d’Alès")
    assert claire.buttons == [
        "Garder : Sophie Martin – CCAS d’Alès",
        "Garder : Martin Sophie – CCAS d’Alès",
        "❌ Deux personnes différentes",
    ]
    await claire.presses("Garder : Sophie Martin – CCAS d’Alès")
    await claire.presses("✅ Enregistrer")
    assert rows(story, people.c.id, where=people.c.id.in_([4, 20])) == [(4,)]
    await claire.presses("▶ Suivante")
    claire.sees("Karim Benali", "Karim Benalli")
    await claire.presses("❌ Deux personnes différentes")
    await claire.says("/annuaire")
    assert claire.buttons == []
    claire.sees_no("À compléter")


async def test_five_silent_sheets_a_week_are_proposed_for_checking(story: Story) -> None:
    claire = story.claire
    names = ("Ada", "Bea", "Cora", "Dina", "Elsa", "Fay", "Gina")
    wrote(
        story,
        *(Person(id=30 + i, first_name=n, last_name=f"Lenoir{n}", structure_id=2) for i, n in enumerate(names)),
        age=timedelta(days=500),
    )
    await claire.says("/annuaire")
    assert claire.buttons == ["✏️ 5 fiches à vérifier"]
    await claire.presses("✏️ 5 fiches à vérifier")
    claire.sees("Ada LenoirAda", "CCAS d’Alès", "🗓 dernière activité : dimanche 27 octobre 2024")
    await claire.presses("✅ Toujours juste")
    assert rows(story, people.c.checked_on, where=people.c.id == 30) == [(NOW.date(),)]
    await claire.presses("▶ Suivante")
    claire.sees("Bea LenoirBea")
    await claire.presses("❌ Pas cette année")
    await claire.says("/annuaire")
    assert claire.buttons == ["✏️ 3 fiches à vérifier"]
    story.passes(days=7)
    await claire.says("/annuaire")
    assert claire.buttons == ["✏️ 5 fiches à vérifier"]
    told = rows(story, proposals.c.person_id, where=proposals.c.state == "open")
    assert told == [(32,), (33,), (34,), (35,), (36,)]


async def test_a_pilot_finds_the_directory_without_what_is_the_coordinators(story: Story) -> None:
    await story.marc.says("/annuaire")
    story.marc.sees("👤 Qui cherchez-vous ?", "📇 Dans l’annuaire : 9 personnes, 7 structures.")
    assert story.marc.buttons == []
    await story.marc.says("/annuaire sophie martin")
    story.marc.sees("Sophie Martin", "Directrice, CCAS d’Alès")
    await story.ines.says("/annuaire")
    story.ines.sees("L’annuaire est réservé aux pilotes et à la coordination : demandez-lui le contact qu’il vous faut.")


async def test_a_meeting_that_is_undone_proposes_nobody(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h avec Lou Castel")
    await claire.presses("✅ Enregistrer")
    await claire.presses("↩︎ Annuler")
    assert rows(story, proposals.c.id) == []
    assert rows(story, people.c.id, where=sa.and_(people.c.id > 9)) == []


async def test_what_is_to_be_completed_is_asked_for_in_plain_words(story: Story) -> None:
    for words in ("doublons", "fiches à vérifier", "à compléter"):
        await story.claire.says(words)
        story.claire.sees("👤 Qui cherchez-vous ?")


async def test_refused_pairs_do_not_hide_the_next_ones(story: Story) -> None:
    twins = [Person(id=100 + n, first_name=f"Prénom{n // 2}", last_name="Lenoir") for n in range(2 * MOST_PAIRS)]
    wrote(story, *twins)
    await story.claire.says("/annuaire")
    assert story.claire.buttons == [f"✏️ {MOST_PAIRS} doublons possibles"]
    with story.store.engines.write() as connection:
        connection.execute(proposals.update().values(state=ProposalState.REFUSED))
    wrote(story, *(Person(id=300 + n, first_name="Zoé", last_name="Zorn") for n in range(2)))
    await story.claire.says("/annuaire")
    assert story.claire.buttons == ["✏️ 1 doublon possible"]
