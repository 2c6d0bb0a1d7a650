"""The directory is kept right by talking: one card, ✅, ↩︎ within a day, and who changed what."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.domain.people import Person
from bot.domain.permissions import Role
from storage import tables
from tests.builders import NOW, invite
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows, taps

people, mandates, members, structures = tables.people, tables.mandates, tables.members, tables.structures


def everything(story: Story) -> dict[str, list[tuple[object, ...]]]:
    """Every row that a change of the directory may touch."""
    kept = ("people", "mandates", "members", "structures", "attendance", "contributions", "bearers", "accounts", "provenances", "drafts")
    with story.store.engines.read() as connection:
        return {name: sorted((tuple(r) for r in connection.execute(tables.metadata.tables[name].select())), key=repr) for name in kept}


def current(story: Story, person_id: int) -> list[tuple[object, ...]]:
    """Her mandate of today."""
    mine = sa.and_(mandates.c.person_id == person_id, mandates.c.until.is_(None))
    return rows(story, mandates.c.structure_id, mandates.c.function, where=mine)


def groups_of(story: Story, person_id: int) -> list[tuple[object, ...]]:
    """Her groups, and whether she pilots them."""
    with story.store.engines.read() as connection:
        wanted = sa.select(members.c.group_id, members.c.pilot).where(members.c.person_id == person_id).order_by(members.c.group_id)
        return [tuple(row) for row in connection.execute(wanted)]


async def undoes(story: Story, who: Someone, before: dict[str, list[tuple[object, ...]]]) -> None:
    """↩︎: every row is as it was."""
    await who.presses("↩︎ Annuler")
    who.sees("↩︎ C’est annulé : l’annuaire est comme avant.")
    assert everything(story) == before


async def test_somebody_left_and_somebody_new_takes_her_place(story: Story) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says("Karim Benali est parti, c'est Sonia Haddad qui le remplace au CCAS")
    claire.sees(
        "Départ de Karim Benali",
        "Conseiller, Mission locale d’Alès → jusqu’au mercredi 11 mars 2026",
        "À sa place : Sonia Haddad (nouvelle fiche)",
        "Structure : CCAS d’Alès",
        "Fonction : Conseiller – à vérifier",
        "Groupes : GT Diabète et GT Santé mentale",
        "Rien n’est encore changé. Tout est juste ? Touchez ✅. Sinon, touchez ❌ et redites-le.",
    )
    assert everything(story) == before
    await claire.presses("✅ Enregistrer", times=2)
    claire.sees("✅ C’est noté dans l’annuaire.", "À sa place : Sonia Haddad (nouvelle fiche)")
    sonia = rows(story, people.c.id, where=people.c.last_name == "Haddad")
    assert sonia == [(10,)]
    assert (current(story, 5), current(story, 10)) == ([], [(2, "Conseiller")])
    assert (groups_of(story, 5), groups_of(story, 10)) == ([], [(1, False), (5, False)])
    assert rows(story, tables.journal.c.verb, tables.journal.c.noun, tables.journal.c.noun_id, tables.journal.c.detail)[-1] == (
        "keep",
        "sheet",
        5,
        "leave, card 1",
    )
    await claire.says("GT Diabète hier 14h-16h avec Sonia Haddad")
    claire.sees("Sonia Haddad (CCAS d’Alès)")
    await claire.presses("❌ Abandonner")
    before["drafts"] = everything(story)["drafts"]
    claire.person.presses("↩︎ Annuler")
    await undoes(story, claire, before)


async def test_the_pilot_who_leaves_hands_her_groups_over(story: Story) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says("Nathalie Roux remplace Marc Roussel depuis lundi")
    claire.sees("À sa place : Nathalie Roux", "Structure : PMI d’Alès → Association Diabète ensemble", "Pilote : GT Diabète")
    await claire.presses("✅ Enregistrer")
    assert (groups_of(story, 2), groups_of(story, 6)) == ([], [(1, True), (3, False)])
    assert current(story, 6) == [(6, "Président")]
    await undoes(story, claire, before)


@pytest.mark.parametrize(
    ("words", "lines", "column", "value"),
    [
        (
            "nouveau numéro de Sophie Martin 06 39 98 01 02",
            ("Sophie Martin", "Téléphone : 06 39 98 01 02"),
            people.c.phone,
            "+33639980102",
        ),
        (
            "le mail de Sophie Martin c'est s.martin@ccas.example",
            ("Sophie Martin", "Mail : s.martin@ccas.example"),
            people.c.email,
            "s.martin@ccas.example",
        ),
        (
            "Sophie Martin s'appelle maintenant Sophie Vernet",
            ("Sophie Martin", "Nom : Sophie Martin → Sophie Vernet"),
            people.c.last_name,
            "Vernet",
        ),
    ],
)
async def test_what_a_sheet_says_is_changed_and_undone(
    story: Story, words: str, lines: tuple[str, ...], column: sa.Column[str], value: str
) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says(words)
    claire.sees(*lines)
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est noté dans l’annuaire.", *lines)
    assert rows(story, column, where=people.c.id == 4) == [(value,)]
    await claire.says("nouveau numéro de Sophie Vernet 06 39 98 01 03" if value == "Vernet" else "numéro de Sophie Martin")
    await undoes(story, claire, before)


async def test_functions_and_structures_change(story: Story) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says("Mme Roux est maintenant élue à la santé")
    claire.sees("Nathalie Roux", "Fonction : Puéricultrice → élue à la santé")
    await claire.presses("✅ Enregistrer")
    assert current(story, 6) == [(4, "élue à la santé")]
    await undoes(story, claire, before)
    await claire.says("Nathalie Roux est passée à la CAF")
    claire.sees("Nathalie Roux", "Structure : PMI d’Alès → CAF du Gard", "Fonction : Puéricultrice – à vérifier")
    await claire.presses("✅ Enregistrer")
    assert current(story, 6) == [(5, "Puéricultrice")]


async def test_a_structure_moves(story: Story) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says("la PMI a déménagé à Salindres")
    claire.sees("PMI d’Alès", "Commune : Alès → Salindres")
    await claire.presses("✅ Enregistrer")
    assert rows(story, structures.c.commune, where=structures.c.id == 4) == [("30305",)]
    await undoes(story, claire, before)


async def test_somebody_new_comes_into_the_directory(story: Story) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says("ajoute Paul Roux, infirmier à la MSP d'Anduze, 06 39 98 01 03 à l'annuaire")
    claire.sees(
        "Paul Roux (nouvelle fiche)",
        "Structure : MSP d’Anduze (nouvelle structure)",
        "Fonction : infirmier",
        "Téléphone : 06 39 98 01 03",
    )
    await claire.presses("✅ Enregistrer")
    assert rows(story, people.c.last_name, people.c.phone, where=people.c.id == 10) == [("Roux", "+33639980103")]
    assert current(story, 10) == [(8, "infirmier")]
    await claire.says("ajoute Paul Roux à l'annuaire")
    claire.sees("❓ « Paul Roux » est déjà dans l’annuaire. Est-ce la même personne ?")
    assert claire.buttons == ["Paul Roux – MSP d’Anduze", "➕ Nouvelle fiche", "❌ Abandonner"]
    await claire.presses("❌ Abandonner")
    claire.sees("C’est abandonné : rien n’a changé dans l’annuaire.")
    claire.person.presses("↩︎ Annuler")
    await undoes(story, claire, before)


async def test_two_sheets_of_one_person_become_one_and_everything_follows(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, présents : Michel Durand, Sophie Martin. Michel Durand relance la CAF")
    await claire.presses("✅ Enregistrer")
    await claire.receives_document()
    await claire.says("GT Nutrition lundi 10h-12h avec Élise Durant et Michel Durand")
    before = everything(story)
    await claire.says("fusionne Michel Durand et Élise Durant")
    claire.sees("Michel Durand", "Chargé de mission, CPAM du Gard", "Élise Durant", "Conseillère, CAF du Gard")
    assert claire.buttons == ["Garder : Michel Durand – CPAM du Gard", "Garder : Élise Durant – CAF du Gard", "❌ Abandonner"]
    await claire.presses("Garder : Élise Durant – CAF du Gard")
    claire.sees("Michel Durand → s’y ajoute et disparaît", "Élise Durant → reste")
    await claire.presses("✅ Enregistrer")
    assert rows(story, people.c.id, where=people.c.last_name.like("Duran%")) == [(8,)]
    assert rows(story, tables.attendance.c.person_id) == [(8,), (4,)]
    assert rows(story, tables.bearers.c.person_id) == [(8,)]
    assert 7 not in {row[0] for row in rows(story, tables.contributions.c.person_id)}
    assert groups_of(story, 8) == [(2, False), (3, False), (5, False)]
    await undoes(story, claire, before)
    await claire.says("/brouillon")
    claire.sees("GT Nutrition")


async def test_the_phones_of_both_sheets_are_shown_once_they_are_one(story: Story) -> None:
    claire = story.claire
    for words in ("nouveau numéro de Michel Durand 06 39 98 01 05", "nouveau numéro d'Élise Durant 04 66 00 00 01"):
        await claire.says(words)
        await claire.presses("✅ Enregistrer")
    await claire.says("fusionne Michel Durand et Élise Durant")
    await claire.presses("Garder : Élise Durant – CAF du Gard")
    await claire.presses("✅ Enregistrer")
    await claire.says("tel Élise Durant")
    await claire.presses("✏️ Données et droits")
    claire.sees("📞 04 66 00 00 01, 06 39 98 01 05")


async def test_who_is_meant_is_asked_and_never_guessed(story: Story) -> None:
    claire = story.claire
    await claire.says("ajoute Michel Durand, élu à Anduze, à l'annuaire")
    await claire.presses("➕ Nouvelle fiche")
    claire.sees("Michel Durand (nouvelle fiche)", "Fonction : élu", "Commune : Anduze")
    await claire.presses("✅ Enregistrer")
    await claire.says("nouveau numéro de Michel Durand 06 39 98 01 05")
    claire.sees("❓ Qui est « Michel Durand » ?")
    assert claire.buttons == ["Michel Durand – CPAM du Gard", "Michel Durand – élu", "❌ Abandonner"]
    await claire.presses("Michel Durand – élu")
    claire.sees("Téléphone : 06 39 98 01 05")
    await claire.presses("✅ Enregistrer")
    assert rows(story, people.c.phone, where=people.c.last_name == "Durand") == [(None,), ("+33639980105",)]


async def test_a_pilot_keeps_the_sheets_of_her_groups_right_and_no_other(story: Story) -> None:
    marc = story.marc
    await marc.says("nouveau numéro de Sophie Martin 06 39 98 01 02")
    await marc.presses("✅ Enregistrer")
    assert rows(story, people.c.phone, people.c.updated_by, where=people.c.id == 4) == [("+33639980102", 2)]
    for words in ("nouveau numéro de Michel Durand 06 39 98 01 02", "fusionne Sophie Martin et Karim Benali", "la PMI a déménagé à Anduze"):
        await marc.says(words)
        marc.sees(
            "Vous pouvez corriger les fiches des membres des groupes que vous pilotez. "
            "Pour celle-ci, dites à la coordination ce qui change."
        )


async def test_others_keep_their_own_sheet_right_and_nothing_else(story: Story) -> None:
    ines = story.ines
    await ines.says("nouveau numéro de Sophie Martin 06 39 98 01 02")
    ines.sees("L’annuaire est tenu par la coordination et les pilotes : dites-leur ce qui change. Pour votre propre fiche : /moi")
    await ines.says("mon numéro a changé : 06 39 98 01 09")
    ines.sees("Inès Colin", "Téléphone : 06 39 98 01 09")
    await ines.presses("✅ Enregistrer")
    assert rows(story, people.c.phone, where=people.c.id == 3) == [("+33639980109",)]


async def test_what_is_newer_is_never_taken_back(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await claire.says("nouveau numéro de Sophie Martin 06 39 98 01 02")
    await claire.presses("✅ Enregistrer")
    await marc.says("nouveau numéro de Sophie Martin 06 39 98 01 03")
    await marc.presses("✅ Enregistrer")
    await claire.presses("↩︎ Annuler")
    assert claire.toast == (
        "Cette fiche a changé depuis : je n’ai rien annulé. Annulez d’abord le changement le plus récent, ou redites-moi ce qui est juste."
    )
    assert rows(story, people.c.phone, where=people.c.id == 4) == [("+33639980103",)]
    story.passes(hours=25)
    await marc.presses("↩︎ Annuler")
    assert rows(story, people.c.phone, where=people.c.id == 4) == [("+33639980103",)]


async def test_cancelling_speaks_of_the_sheet_that_she_touched_last(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 12 présents")
    story.passes(minutes=1)
    await claire.says("nouveau numéro de Sophie Martin 06 39 98 01 02")
    await claire.says("/brouillon")
    claire.sees("Téléphone : 06 39 98 01 02")
    await claire.presses("✅ Enregistrer")
    await claire.says("annule")
    claire.sees("↩︎ C’est annulé : l’annuaire est comme avant.")
    assert rows(story, people.c.phone, where=people.c.id == 4) == [(None,)]
    await claire.says("annule")
    claire.sees("C’est abandonné : rien n’a été enregistré.")


async def test_a_reader_hears_a_polite_refusal(story: Story) -> None:
    code = invite(story.store, story.doors.territory, person_id=8, role=Role.READER)
    await story.join(story.stranger, code)
    await story.stranger.says("nouveau numéro de Sophie Martin 06 39 98 01 02")
    story.stranger.sees("L’annuaire est tenu par la coordination et les pilotes : dites-leur ce qui change. Pour votre propre fiche : /moi")


async def test_a_pilot_cannot_reach_another_sheet_by_adding_it_once_more(story: Story) -> None:
    marc = story.marc
    await marc.says("ajoute Michel Durand, 06 39 98 01 09 à l'annuaire")
    await marc.presses("Michel Durand – CPAM du Gard")
    assert marc.toast.startswith("Vous pouvez corriger les fiches des membres des groupes que vous pilotez.")
    assert rows(story, people.c.phone, where=people.c.id == 7) == [(None,)]


async def test_a_new_sheet_that_was_used_since_is_not_taken_back(story: Story) -> None:
    claire = story.claire
    await claire.says("ajoute Paul Roux, infirmier à la PMI, à l'annuaire")
    await claire.presses("✅ Enregistrer")
    card = claire.card
    await claire.says("GT Diabète hier 14h-16h avec Paul Roux")
    await claire.presses("✅ Enregistrer")
    await claire.receives_document()
    await taps(claire, card, "↩︎ Annuler")
    assert claire.toast.startswith("Cette fiche a changé depuis : je n’ai rien annulé.")
    assert rows(story, people.c.last_name, where=people.c.id == 10) == [("Roux",)]


async def test_another_commitment_goes_on_when_the_main_one_changes(story: Story) -> None:
    with story.store.engines.write() as connection:
        territory = story.doors.territory.id
        connection.execute(mandates.insert().values(territory_id=territory, person_id=6, structure_id=1, function="Bénévole", main=False))
    await story.claire.says("Mme Roux est maintenant élue à la santé")
    await story.claire.presses("✅ Enregistrer")
    assert current(story, 6) == [(1, "Bénévole"), (4, "élue à la santé")]


async def test_many_who_may_be_meant_are_said_to_be_many(story: Story) -> None:
    names = ("Ada", "Bea", "Cora", "Dina", "Elsa", "Fay", "Gina")
    with story.store.bulk(story.doors.territory.id, now=NOW, source="test") as bulk:
        bulk.people([Person(id=30 + i, first_name=name, last_name="Lenoir") for i, name in enumerate(names)])
    await story.claire.says("nouveau numéro de Lenoir 06 39 98 01 09")
    story.claire.sees("❓ Qui est « Lenoir » ?", "Il y en a 7 : si ce n’est pas l’une de celles-ci, redites-le en précisant.")
    assert len(story.claire.buttons) == 7


async def test_what_she_may_not_see_is_not_shown_on_a_card_either(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await claire.says("nouveau numéro de Sophie Martin 06 39 98 01 02")
    await claire.presses("✅ Enregistrer")
    await marc.says("nouveau numéro de Sophie Martin 06 39 98 01 05")
    marc.sees("Téléphone : 06 39 98 01 02 → 06 39 98 01 05")
    shown = marc.card
    with story.store.engines.write() as connection:
        connection.execute(people.update().where(people.c.id == 4).values(objected_on=NOW.date()))
    await marc.says("nouveau numéro de Sophie Martin 06 39 98 01 06")
    marc.sees("Téléphone : 06 39 98 01 06")
    marc.sees_no("01 02")
    await taps(marc, shown, "✅ Enregistrer")
    lines = plain(shown.text).splitlines()
    assert (lines[0], [line for line in lines if "Téléphone" in line]) == ("✅ C’est noté dans l’annuaire.", ["Téléphone : 06 39 98 01 05"])
    await claire.says("nouveau numéro de Sophie Martin 06 39 98 01 07")
    claire.sees("Téléphone : 06 39 98 01 05 → 06 39 98 01 07")


async def test_a_new_sheet_that_an_open_card_names_is_not_taken_back(story: Story) -> None:
    claire = story.claire
    await claire.says("ajoute Paul Roux, infirmier à la PMI, à l'annuaire")
    await claire.presses("✅ Enregistrer")
    added = claire.card
    await claire.says("GT Diabète hier 14h-16h avec Paul Roux")
    claire.sees("Paul Roux (PMI d’Alès)")
    meeting = claire.card
    await taps(claire, added, "↩︎ Annuler")
    assert claire.toast.startswith("Cette fiche a changé depuis : je n’ai rien annulé.")
    await taps(claire, meeting, "✅ Enregistrer")
    claire.looks_up()
    await claire.receives_document()
    assert rows(story, tables.attendance.c.person_id) == [(10,)]


async def test_a_new_sheet_that_a_card_of_the_directory_names_is_not_taken_back(story: Story) -> None:
    claire = story.claire
    await claire.says("ajoute Paul Roux, infirmier à la PMI, à l'annuaire")
    await claire.presses("✅ Enregistrer")
    added = claire.card
    await claire.says("nouveau numéro de Paul Roux 06 39 98 01 05")
    await taps(claire, added, "↩︎ Annuler")
    assert claire.toast.startswith("Cette fiche a changé depuis : je n’ai rien annulé.")
