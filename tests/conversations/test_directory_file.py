"""A coordinator sends her directory as a file: one card says what it would change, each doubt is a button, ✅ keeps it once."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime

import openpyxl
import pytest

from bot.domain.directory import WholeDirectory
from bot.domain.directory_imports import FileProblem
from bot.domain.errors import FileRefused
from bot.french.typography import typographic
from bot.texts.errors import refusal
from storage import tables
from storage.unit_of_work import SqlStore
from tests.builders import small_territory
from tests.conversations.conftest import Someone, Story, plain, quiet
from tests.conversations.test_amendments import taps
from tests.conversations.test_survives import Machine, card, machine
from tests.databases import database_url, store

__all__ = ["database_url", "machine", "store"]
LIST = (
    "Annuaire 2026\n"
    "NOM Prénom;Structure;Fonction;Tél.;Mail;Commune;GT\n"
    "ROCHE Ana;CPAM 30;Agente;04 66 11 22 33;ana.roche@exemple.fr;St Ambroix;GT Diabète\n"
    "MARTIN S.;CCAS;;06 39 98 01 02;;Alès;GT Sport\n"
    "Sophie Martin;CCAS Alès;Directrice adjointe;;s.martin@exemple.fr;;\n"
    "Paul GUÉRIN;Mission locale;;;;Saint-Julien;\n"
    ";;;06 39 98 01 09;;;\n"
)  # fmt: skip


async def sends(who: Someone, story: Story, content: bytes, name: str = "annuaire.csv") -> str:
    """Sends a file and waits for the answer."""
    who.person.sends_document(name, content)
    who._looking_at = None
    await quiet(who.person, story.store)
    return who.card.text


def sheets(store: SqlStore, territory_id: int) -> WholeDirectory:
    """The directory as it stands."""
    with store.read(territory_id) as work:
        return work.sheets.read()


def called(directory: WholeDirectory, last_name: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    """First name, phones and commune of those people."""
    return [(p.first_name, p.phones, p.commune) for p in directory.people if p.last_name == last_name]


async def test_a_file_is_previewed_decided_kept_and_taken_back(story: Story) -> None:
    before = sheets(story.store, story.doors.territory.id)
    await sends(story.claire, story, LIST.encode("cp1252"))
    story.claire.sees(
        "📇 annuaire.csv – 7 lignes lues",
        "Personnes : 2 ajoutées et 1 mise à jour",
        "· 1 ligne réunie à une autre (mêmes personnes)",
        "Structures : 1 mise à jour et 2 inchangées",
        "Groupes : 1 nouveau",
        "Titres et sections, sans rien à garder : 2 lignes",
        "De côté : 1 ligne sans nom ni structure",
        "· ligne 7 : 06 39 98 01 09",
        "❓ Ligne 6 : quelle commune est « Saint-Julien » ?",
    )
    assert story.claire.buttons[0] == "Laisser vide"
    assert story.claire.buttons[-3:] == ["⏰ Décider plus tard", "✅ Importer", "❌ Abandonner"]
    assert sheets(story.store, story.doors.territory.id) == before

    await story.claire.presses("Saint-Julien-les-Rosiers (30340)")
    story.claire.sees("Rien n’est encore écrit : touchez ✅ pour importer.")
    await story.claire.presses("✅ Importer", times=2)
    story.claire.sees("✅ annuaire.csv est importé.", "Personnes : 2 ajoutées et 1 mise à jour", "Groupes : 1 nouveau")
    after = sheets(story.store, story.doors.territory.id)
    assert called(after, "Roche") == [("Ana", ("+33466112233",), "30227")]
    assert called(after, "Guérin") == [("Paul", (), "30274")]
    assert called(after, "Martin") == [("Sophie", ("+33639980102",), "30007")]

    await story.claire.presses("↩︎ Annuler")
    story.claire.sees("↩︎ L’import du fichier annuaire.csv est annulé : l’annuaire est comme avant.")
    assert sheets(story.store, story.doors.territory.id) == before


async def test_what_was_brought_in_is_understood_at_once(story: Story) -> None:
    await sends(story.claire, story, LIST.encode())
    await story.claire.presses("⏰ Décider plus tard")
    await story.claire.presses("✅ Importer")
    story.claire.sees("1 doute laissé pour plus tard : rien n’a été réuni ni deviné.")
    await story.claire.says("GT Sport hier 14h-16h avec Ana Roche, 2 présents")
    story.claire.sees("GT Sport", "Ana Roche (CPAM du Gard)")


async def test_the_same_file_again_changes_nothing(story: Story) -> None:
    for _ in range(2):
        await sends(story.claire, story, LIST.encode())
        await story.claire.presses("⏰ Décider plus tard")
        await story.claire.presses("✅ Importer")
    story.claire.sees("Personnes : 3 inchangées", "Structures : 3 inchangées")


async def test_a_dropped_file_leaves_nothing(story: Story) -> None:
    before = sheets(story.store, story.doors.territory.id)
    await sends(story.claire, story, LIST.encode())
    await story.claire.presses("❌ Abandonner")
    story.claire.sees("C’est abandonné : rien du fichier annuaire.csv n’a été écrit, et je n’en garde rien.")
    assert sheets(story.store, story.doors.territory.id) == before


async def test_a_tap_on_an_older_card_does_nothing(story: Story) -> None:
    await sends(story.claire, story, LIST.encode())
    shown = story.claire.card
    await story.claire.presses("⏰ Décider plus tard")
    story.claire.person.presses_stale("✅ Importer", on=shown)
    await quiet(story.claire.person, story.store)
    assert story.claire.toast == "Voici la carte à jour."
    story.claire.sees("Rien n’est encore écrit : touchez ✅ pour importer.")


async def test_a_second_tap_finds_what_was_imported(story: Story) -> None:
    await sends(story.claire, story, LIST.encode())
    shown = story.claire.card
    await story.claire.presses("⏰ Décider plus tard")
    await story.claire.presses("✅ Importer")
    kept = story.claire.card.text
    story.claire.person.presses_stale("✅ Importer", on=shown)
    await quiet(story.claire.person, story.store)
    assert (story.claire.toast, story.claire.card.text) == ("C’est enregistré.", kept)
    assert story.claire.buttons == ["↩︎ Annuler"]


async def test_the_same_file_on_two_cards_is_written_once(story: Story) -> None:
    await sends(story.claire, story, LIST.encode())
    first = story.claire.card
    await sends(story.claire, story, LIST.encode())
    await story.claire.presses("✅ Importer")
    after = sheets(story.store, story.doors.territory.id)
    await taps(story.claire, first, "✅ Importer")
    assert story.claire.toast == "L’annuaire a changé depuis cet aperçu : j’ai relu le fichier. Vérifiez, puis touchez ✅."
    assert "Personnes : 3 inchangées" in plain(first.text).splitlines()
    await taps(story.claire, first, "✅ Importer")
    assert plain(first.text).startswith("✅ annuaire.csv est importé.")
    assert sheets(story.store, story.doors.territory.id) == after


async def test_a_directory_that_moved_elsewhere_does_not_keep_a_file_out(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, LIST.encode())
    await claire.presses("Saint-Julien-les-Rosiers (30340)")
    shown = claire.card
    await claire.says("nouveau numéro de Michel Durand 06 39 98 01 05")
    await claire.presses("✅ Enregistrer")
    await taps(claire, shown, "✅ Importer")
    assert plain(shown.text).startswith("✅ annuaire.csv est importé.")
    after = sheets(story.store, story.doors.territory.id)
    assert (called(after, "Guérin"), called(after, "Durand")) == ([("Paul", (), "30274")], [("Michel", ("+33639980105",), None)])


async def test_an_import_that_a_reminder_speaks_of_is_not_taken_back(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, LIST.encode())
    await claire.presses("⏰ Décider plus tard")
    await claire.presses("✅ Importer")
    kept = claire.card
    await claire.says("rappelle-moi de réserver la salle 3 jours avant le GT Sport")
    claire.sees("📅 3 jours avant la prochaine réunion – GT Sport")
    await claire.presses("✅ Enregistrer")
    await taps(claire, kept, "↩︎ Annuler")
    assert claire.toast.startswith("L’annuaire a changé ou a servi depuis cet import")


async def test_a_card_whose_structure_went_with_the_import_says_so(story: Story) -> None:
    claire = story.claire
    await claire.says("Nathalie Roux est passée à la CAF")
    claire.sees("Structure : PMI d’Alès → CAF du Gard")
    shown = claire.card
    with story.store.engines.write() as connection:  # as if the structure had come by a file that was taken back meanwhile
        connection.execute(tables.mandates.delete().where(tables.mandates.c.structure_id == 5))
        connection.execute(tables.structures.delete().where(tables.structures.c.id == 5))
    await taps(claire, shown, "✅ Enregistrer")
    assert claire.toast == "Cette fiche n’est plus dans l’annuaire. Écrivez /annuaire pour chercher de nouveau."


async def test_people_in_doubt_are_asked_about(story: Story) -> None:
    content = "Nom;Prénom;Structure\nPETIT;A.;PMI\nPETIT;Anne;PMI\nPETIT;Alain;PMI\n"
    await sends(story.claire, story, content.encode())
    story.claire.sees("❓ 1/2 – ligne 2 : A. Petit et Anne Petit, est-ce la même personne ?")
    assert story.claire.buttons == [
        "Deux personnes différentes", "La même : Anne Petit", "⏰ Décider plus tard", "⏰ Tout plus tard", "✅ Importer", "❌ Abandonner",
    ]  # fmt: skip
    await story.claire.presses("La même : Anne Petit")
    story.claire.sees("Personnes : 2 ajoutées", "❓ 2/2 – ligne 2 : A. Petit et Alain Petit, est-ce la même personne ?")


async def test_a_workbook_and_a_card_are_read_as_well(story: Story) -> None:
    book = openpyxl.Workbook()
    for row in (["Nom", "Prénom", "Mail"], ["Roche", "Ana", "ana.roche@exemple.fr"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    await sends(story.claire, story, out.getvalue(), "annuaire.xlsx")
    story.claire.sees("📇 annuaire.xlsx – 2 lignes lues", "Personnes : 1 ajoutée")
    await sends(story.claire, story, b"BEGIN:VCARD\nVERSION:3.0\nN:Roche;Ana;;;\nFN:Ana Roche\nEND:VCARD\n", "ana.vcf")
    story.claire.sees("📇 ana.vcf – 1 ligne lue", "Personnes : 1 ajoutée")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("photo.pdf", b"%PDF", FileProblem.KIND),
        ("annuaire.xlsx", b"PK\x03\x04rien", FileProblem.DAMAGED),
        ("gros.csv", b"a" * 20_100_000, FileProblem.TOO_HEAVY),
    ],
)
async def test_what_is_no_directory_gets_a_sentence(story: Story, name: str, content: bytes, problem: FileProblem) -> None:
    await sends(story.claire, story, content, name)
    story.claire.sees(plain(typographic(refusal(FileRefused(problem)))))
    assert story.claire.buttons == []


async def test_others_are_politely_refused_and_their_file_is_not_fetched(story: Story) -> None:
    for who in (story.marc, story.ines):
        await sends(who, story, LIST.encode())
        who.sees("L’annuaire est tenu par la coordination : envoyez-lui votre fichier, elle pourra l’importer.")
    story.stranger.person.starts()
    await quiet(story.stranger.person, story.store)
    await sends(story.stranger, story, LIST.encode())
    story.stranger.sees_no("annuaire")
    assert [call.method for call in story.served.world.calls if call.method == "getFile"] == []


@pytest.mark.parametrize("milliseconds", [0, 20, 80])
async def test_killed_before_and_after_the_preview(machine: Machine, milliseconds: int) -> None:
    doors = small_territory(machine.store, now=datetime.now(UTC))
    claire = machine.served.world.person("Claire")
    claire.starts(doors.claire)
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: her.last, within=20)
    claire.sends_document("annuaire.csv", LIST.encode())
    await asyncio.sleep(milliseconds / 1000)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: card(her, "✅ Importer"), within=20)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    claire.presses("✅ Importer")
    await asyncio.sleep(milliseconds / 1000)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: card(her, "↩︎ Annuler"), within=20)
    assert called(sheets(machine.store, doors.territory.id), "Roche") == [("Ana", ("+33466112233",), "30227")]
    assert machine.served.world.violations == []
