"""The first days of a territory that was just initialised: nothing is known yet, and nothing stops Claire."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import docx
import pytest

from bot import simulator
from bot.domain.permissions import Role
from bot.wiring import Door, build_home, first_invitation, living
from storage.territories import create_territory
from storage.unit_of_work import SqlStore
from tests.builders import NOW
from tests.conversations.conftest import Someone, plain


@pytest.fixture
async def claire(store: SqlStore) -> AsyncIterator[Someone]:
    """Claire, alone in an empty territory."""
    territory = create_territory(store, name="CLS", organism="Mairie", zone="Europe/Paris", communes=(), axes=())
    code = first_invitation(store, territory.id, name="Claire Fontaine", role=Role.COORDINATOR, now=NOW)
    served = await simulator.start(clock=simulator.SimulatedClock(frozen_at=NOW))
    person = Someone(served.world.person("Claire"), store)
    async with living(build_home(store, served.world.clock), Door(token=served.token, api_url=served.url)):
        await person.says(f"/start {code}")
        yield person
    await served.stop()


async def test_the_first_message_makes_its_group(claire: Someone) -> None:
    await claire.says("GT Diabète hier de 14h à 16h30, 12 présents dont Sophie Martin et Karim Benali. Excusée : PMI")
    claire.sees("GT Diabète", "❓ Je ne connais pas encore « GT Diabète ». Quel groupe est-ce ?")
    assert claire.buttons[0] == "➕ Créer « GT Diabète »"
    await claire.presses("➕ Créer « GT Diabète »")
    claire.sees("GT Diabète", "Sophie Martin (hors annuaire), Karim Benali (hors annuaire)", "🙏 Personne excusée : PMI (hors annuaire)")
    await claire.presses("✅ Enregistrer")
    minutes = (await claire.receives_documents(1))[0]
    assert "Sophie Martin" in "\n".join(
        cell.text for t in docx.Document(io.BytesIO(minutes.file.content)).tables for r in t.rows for cell in r.cells
    )

    await claire.says("GT Diabète ce matin 9h-10h, 5 présents")
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Préciser la nature"]


async def test_an_unknown_group_can_be_typed_as_an_answer(claire: Someone) -> None:
    await claire.says("3h de préparation hier")
    claire.sees("❓ Pour quel groupe ?")
    await claire.says("Copil CLSM")
    await claire.presses("➕ Créer « Copil CLSM »")
    claire.sees("📁 Copil CLSM")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_somebody_outside_the_directory_is_taken_off_by_a_tap(claire: Someone) -> None:
    await claire.says("GT Diabète hier de 14h à 16h, présents : Sophie Martin, Karim Benali et 3 habitants")
    await claire.presses("➕ Créer « GT Diabète »")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Personnes")
    await claire.presses("☑️ Karim Benali")
    claire.sees("Sophie Martin (hors annuaire), habitants (3) (hors annuaire)", "🙏 Personne excusée : Karim Benali (hors annuaire)")
    await claire.presses("🙏 Karim Benali")
    claire.sees("👥 5 présents (avec vous)", "Sophie Martin (hors annuaire), habitants (3) (hors annuaire)")
    claire.sees_no("Karim")
    assert claire.buttons == ["☑️ Sophie Martin", "☑️ habitants (3)", "◀ Retour"]


async def test_who_was_there_is_asked_in_words_while_there_is_nobody_to_touch(claire: Someone) -> None:
    await claire.says("GT Diabète hier de 14h à 16h, 3 présents")
    await claire.presses("➕ Créer « GT Diabète »")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Personnes")
    claire.sees("❓ Qui était là ? Écrivez les noms, par exemple Julie Petit du CCAS et Karim Benali")
    await claire.says("Julie Petit du CCAS et Karim Benali")
    claire.sees("👥 3 présents (avec vous)")
    assert [label for label in claire.buttons if label.startswith("✏️ Personnes")] == []


TOLD = (
    "GT Nutrition hier 14h-16h, présents : Sophie Martin (CCAS), Karim Benali de la Mission locale, 2 pers du CCAS, "
    "Dr Lopez (MSP d’Anduze), Mme Garcia infirmière au collège Diderot. Excusé : Paul Durand (ARS), et 2h de préparation lundi"
)


async def test_structures_that_nobody_knows_yet_go_from_the_message_to_the_minutes(claire: Someone) -> None:
    await claire.says(TOLD)
    await claire.presses("➕ Créer « GT Nutrition »")
    claire.sees(
        "👥 7 présents (avec vous)",
        "Sophie Martin (CCAS, hors annuaire), Karim Benali (Mission locale, hors annuaire), 2 personnes (CCAS, hors annuaire), "
        "Dr Lopez (MSP d’Anduze, hors annuaire), Mme Garcia (infirmière au collège Diderot, hors annuaire)",
        "🙏 Personne excusée : Paul Durand (ARS, hors annuaire)",
        "⏱ 2 h de préparation",
        "📁 GT Nutrition",
    )
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Préciser la nature"]
    await claire.says("ajoute Sonia Haddad du CSAPA")
    await claire.says("Karim est de la PJJ")
    await claire.presses("✅ Enregistrer")
    minutes = (await claire.receives_documents(1))[0]
    tables = docx.Document(io.BytesIO(minutes.file.content)).tables
    rows = {plain(row.cells[0].text): tuple(cell.text for cell in row.cells[1:]) for table in tables for row in table.rows}
    assert {name: rows[name] for name in rows if name in {*PRESENT, "Paul Durand"}} == PRESENT | {"Paul Durand": ("ARS", "–")}


PRESENT = {
    "Sophie Martin": ("CCAS", "–"),
    "Karim Benali": ("PJJ", "–"),
    "2 personnes": ("CCAS", "–"),
    "Dr Lopez": ("MSP d’Anduze", "–"),
    "Mme Garcia": ("collège Diderot", "Infirmière"),
    "Sonia Haddad": ("CSAPA", "–"),
}


GONE = "Créé pour cette carte, le groupe « Commission addictions » est retiré aussi."


async def test_a_group_made_for_a_card_goes_with_it(claire: Someone) -> None:
    await claire.says("Commission addictions hier de 14h à 16h, 5 présents")
    await claire.presses("➕ Créer « Commission addictions »")
    await claire.presses("❌ Abandonner")
    claire.sees("C’est abandonné : rien n’a été enregistré.", "Commission addictions, mardi 10 mars 2026", GONE)
    await claire.says("/groupes")
    claire.sees("Aucun groupe pour l’instant : racontez une réunion, et son groupe se crée d’une touche.")


async def test_a_group_made_for_what_is_undone_goes_too_and_comes_back_by_a_tap(claire: Someone) -> None:
    await claire.says("2h de préparation hier pour la Commission addictions")
    await claire.presses("➕ Créer « Commission addictions »")
    await claire.presses("✅ Enregistrer")
    await claire.presses("↩︎ Annuler")
    claire.sees("↩︎ C’est annulé : rien n’est gardé.", GONE)
    await claire.presses("✏️ Reprendre")
    await claire.presses("➕ Créer « Commission addictions »")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.", "📁 Commission addictions")


async def test_a_group_that_serves_elsewhere_stays(claire: Someone) -> None:
    await claire.says("Commission addictions hier de 14h à 16h, 5 présents")
    await claire.presses("➕ Créer « Commission addictions »")
    await claire.presses("✅ Enregistrer")
    await claire.says("1h de préparation hier pour la Commission addictions")
    await claire.says("/annuler")
    claire.sees_no("retiré")
    await claire.says("/groupes")
    claire.sees("⭐ Commission addictions")
