"""The QPV of a territory: told in a message or by a button, undone, and what the review of the year says of them."""

from __future__ import annotations

import io

import openpyxl
import sqlalchemy as sa

from bot.domain.directory import ExportedNoun
from bot.domain.people import Structure
from bot.texts.exports import COLUMNS
from storage import tables
from tests.builders import NOW
from tests.conversations.conftest import Story
from tests.conversations.test_amendments import taps
from tests.conversations.test_directory_file import sends
from tests.conversations.test_papers import kept
from tests.conversations.test_reviews import review

NOTHING_SAID = "Les quartiers prioritaires (QPV) ne sont pas encore relevés : ce bilan n’en dit rien."
MET = "GT Diabète hier 14h-16h à la Maison de la santé, 12 présents"


def everything(story: Story) -> list[list[tuple[object, ...]]]:
    """What a change of QPV may touch."""
    with story.store.engines.read() as connection:
        kept_in = (tables.neighbourhoods, tables.structures, tables.places)
        return [sorted(map(tuple, connection.execute(sa.select(table))), key=repr) for table in kept_in]


def plain_lines(text: str) -> list[str]:
    return text.replace("\u00a0", " ").replace("\u202f", " ").splitlines()


async def test_the_list_grows_and_shrinks_and_every_step_can_be_undone(story: Story) -> None:
    claire = story.claire
    await claire.says("nos QPV")
    assert claire.card.text.startswith("📍")
    before = everything(story)
    await claire.says("QPV : Cévennes (Alès, QN03001M), Prés-Saint-Jean (Alès)")
    claire.sees(
        "Quartiers prioritaires (QPV)",
        "• Cévennes (Alès, QN03001M) (nouveau QPV)",
        "• Prés-Saint-Jean (Alès) (nouveau QPV)",
    )
    await claire.presses("✅ Enregistrer", times=2)
    claire.sees("✅ C’est noté dans l’annuaire.")
    await claire.says("nos QPV")
    claire.sees("• Cévennes (Alès, QN03001M)", "• Prés-Saint-Jean (Alès)")

    await claire.says("retire le QPV les Cévennes")
    claire.sees("QPV à retirer", "• Cévennes (Alès, QN03001M)")
    await claire.presses("✅ Enregistrer")
    claire.looks_up()
    await claire.says("nos QPV")
    claire.sees_no("QN03001M")
    await claire.says("annule")
    await claire.says("nos QPV")
    claire.sees("• Cévennes (Alès, QN03001M)")
    assert before[0] == []


async def test_a_structure_and_a_place_by_a_message(story: Story) -> None:
    claire = story.claire
    before = everything(story)
    await claire.says("la CAF est dans le QPV Cévennes à Alès")
    claire.sees("CAF du Gard", "QPV : Cévennes (nouveau QPV)")
    assert everything(story) == before
    await claire.presses("✅ Enregistrer")
    first = everything(story)
    await claire.says("la Maison de la santé est dans le QPV des cevennes")
    claire.sees("Maison de la santé", "QPV : Cévennes")
    await claire.presses("✅ Enregistrer")
    await claire.presses("↩︎ Annuler")
    assert everything(story) == first
    await claire.says("la CAF n'est plus dans un QPV")
    claire.sees("CAF du Gard", "QPV : Cévennes → aucun")


async def test_by_the_button_of_the_structure(story: Story) -> None:
    claire = story.claire
    await claire.says("QPV : Cévennes (Alès)")
    await claire.presses("✅ Enregistrer")
    await claire.says("la CAF du Gard c'est quoi le numéro ?")
    await claire.presses("🏢 CAF du Gard")
    claire.looks_up()
    await claire.presses("📍 QPV")
    claire.sees("📍 CAF du Gard", "Dans quel QPV ?")
    await claire.presses("Cévennes")
    claire.sees("CAF du Gard", "QPV : Cévennes")
    await claire.presses("✅ Enregistrer")
    await claire.says("la CAF du Gard c'est quoi le numéro ?")
    await claire.presses("🏢 CAF du Gard")
    claire.looks_up()
    claire.sees("📍 QPV Cévennes")
    await claire.presses("📍 QPV")
    await claire.presses("Dans aucun QPV")
    claire.sees("QPV : Cévennes → aucun")


async def test_only_coordinators_change_them(story: Story) -> None:
    await story.marc.says("QPV : Cévennes (Alès)")
    assert story.marc.buttons == []
    await story.marc.forges("yq:5:0:0")
    assert everything(story)[0] == []


async def test_the_review_counts_them_by_name_in_word_and_in_the_spreadsheet(story: Story) -> None:
    claire = story.claire
    await kept(claire, MET)
    _, _, text = await review(claire, "bilan 2026")
    assert [line for line in plain_lines(text) if "QPV" in line] == [NOTHING_SAID]
    for words in (
        "QPV : Cévennes (Alès), Prés-Saint-Jean (Alès), Trescol (La Grand-Combe)",
        "la Maison de la santé est dans le QPV Cévennes",
        "la Mission locale d'Alès est dans le QPV Prés-Saint-Jean",
    ):
        await claire.says(words)
        await claire.presses("✅ Enregistrer")
        claire.looks_up()
    await claire.says("2h de préparation hier pour le GT Diabète par Karim Benali")
    await claire.presses("✅ Enregistrer")
    claire.looks_up()
    _, _, text = await review(claire, "bilan 2026")
    lines = plain_lines(text)
    assert "QPV couverts : 2 sur 3 (Cévennes et Prés-Saint-Jean)." in lines
    first = lines.index("Quartier")
    assert lines[first : first + 16] == [
        "Quartier", "Commune", "Réunions", "Structures",
        "Cévennes", "Alès", "1", "0",
        "Prés-Saint-Jean", "Alès", "0", "1",
        "Trescol", "La Grand-Combe", "0", "0",
    ]  # fmt: skip
    assert NOTHING_SAID not in lines
    sheet = next(one for one in reversed(claire.documents) if one.name.endswith(".xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    assert [[cell.value for cell in row] for row in book["QPV"].rows] == [
        ["QPV", "Commune", "Réunions", "Structures", "Couvert"],
        ["Cévennes", "Alès", 1, 0, "oui"],
        ["Prés-Saint-Jean", "Alès", 0, 1, "oui"],
        ["Trescol", "La Grand-Combe", 0, 0, "non"],
    ]


DIRECTORY = (
    "Structure;Commune;Standard;QPV\n"
    "CAF du Gard;Alès;04 65 71 00 01;les cevennes\n"
    "Centre social Trescol;La Grand-Combe;04 66 11 22 33;Trescol\n"
    "Mission locale d’Alès;Alès;;oui\n"
)


def of_structures(story: Story) -> dict[str, str | None]:
    with story.store.read(story.doors.territory.id) as work:
        return {one.name: one.neighbourhood for one in work.sheets.read().structures if one.neighbourhood}


async def test_a_column_of_a_directory_tells_them_and_the_export_gives_them_back(story: Story) -> None:
    claire = story.claire
    await claire.says("QPV : Cévennes (Alès)")
    await claire.presses("✅ Enregistrer")
    before = everything(story)
    await sends(claire, story, DIRECTORY.encode())
    await claire.presses("✅ Importer")
    assert of_structures(story) == {"CAF du Gard": "Cévennes", "Centre social Trescol": "Trescol"}
    await claire.says("nos QPV")
    claire.sees("• Cévennes (Alès)", "• Trescol")
    with story.store.read(story.doors.territory.id) as work:
        (exported,) = work.exported(ExportedNoun.STRUCTURES)
    assert COLUMNS[ExportedNoun.STRUCTURES][-1] == "QPV"
    assert {row[0]: row[-1] for row in exported.rows if row[-1]} == of_structures(story)

    card = next(message for message in reversed(claire.person.bot_messages) if "↩︎ Annuler" in message.labels)
    await taps(claire, card, "↩︎ Annuler")
    assert [of_structures(story), [row[2:] for row in everything(story)[0]]] == [{}, [row[2:] for row in before[0]]]


async def test_a_name_that_several_structures_bear_says_nothing_of_where_a_meeting_was(story: Story) -> None:
    claire, territory = story.claire, story.doors.territory
    both = [Structure(id=80, name="Centre social Tamaris", aliases=("centre social", "CS Tamaris"), commune="30007")]
    both.append(Structure(id=81, name="Centre social Rochebelle", aliases=("centre social",), commune="30007"))
    with story.store.bulk(territory.id, source="essai", now=NOW) as bulk:
        bulk.structures(both)
    for words in ("QPV : Cévennes (Alès)", "le Centre social Tamaris est dans le QPV Cévennes"):
        await claire.says(words)
        await claire.presses("✅ Enregistrer")
        claire.looks_up()
    await kept(claire, "GT Diabète hier 14h-16h au centre social, 12 présents")
    await kept(claire, "GT Diabète avant-hier 14h-16h au CS Tamaris, 9 présents")
    _, _, text = await review(claire, "bilan 2026")
    lines = plain_lines(text)
    first = lines.index("Quartier") + 4
    assert lines[first : first + 4] == ["Cévennes", "Alès", "1", "0"]
