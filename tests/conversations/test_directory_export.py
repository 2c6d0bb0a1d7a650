"""« exporte l'annuaire »: three files that open elsewhere, for whoever keeps the directory and for nobody else."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
import vobject

from bot.simulator import StoredFile
from bot.simulator.faults import Fault
from tests.builders import NOW
from tests.conversations.conftest import Someone, Story, plain


async def files(who: Someone, count: int) -> dict[str, StoredFile]:
    """Her documents by name, once there are that many and no more."""
    await who.person.waits_for(lambda her: len([m for m in her.messages if m.document]) >= count or None, within=10)
    await who.person.world.settle()
    assert len(who.documents) == count
    return {document.name: document for document in who.documents}


async def test_three_files_arrive_and_open(story: Story) -> None:
    claire = story.claire
    await claire.says("Exporte l'annuaire stp")
    claire.sees(
        "L’annuaire arrive, en trois fichiers : pour Excel (.xlsx), pour un autre logiciel (.csv), pour un carnet d’adresses (.vcf).",
        "Il contient des données personnelles : ne le confiez qu’à qui en a besoin.",
    )
    got = await files(claire, 3)
    assert sorted(got) == ["annuaire_2026-03-11.csv", "annuaire_2026-03-11.vcf", "annuaire_2026-03-11.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(got["annuaire_2026-03-11.xlsx"].content))
    assert book.sheetnames == ["personnes", "structures", "groupes"]
    rows = list(csv.DictReader(io.StringIO(got["annuaire_2026-03-11.csv"].content.decode("utf-8-sig")), delimiter=";"))
    karim = next(row for row in rows if row["Nom"] == "Benali")
    assert (karim["Prénom"], karim["Fonction"], karim["Structure"], karim["Téléphones"], karim["Source"]) == (
        "Karim", "Conseiller", "Mission locale d’Alès", "06 39 98 01 02", "import du fichier annuaire.csv",
    )  # fmt: skip
    cards = list(vobject.readComponents(got["annuaire_2026-03-11.vcf"].content.decode()))
    in_book = [row[0] for row in book["personnes"].iter_rows(min_row=2, values_only=True)]
    assert len(cards) == len(rows) == len(in_book)
    assert {card.fn.value for card in cards} == {f"{row['Prénom']} {row['Nom']}".strip() for row in rows}
    houses = book["structures"].max_row - 1
    shown = {plain(m.text) for m in claire.person.messages if m.document}
    assert shown == {
        f"L’annuaire pour Excel, au mercredi 11 mars 2026 : {len(rows)} personnes, {houses} structures et les groupes",
        f"L’annuaire pour un autre logiciel, au mercredi 11 mars 2026 : {len(rows)} personnes",
        f"L’annuaire pour un carnet d’adresses, au mercredi 11 mars 2026 : {len(rows)} personnes",
    }


@pytest.mark.parametrize(
    "words", ["export", "télécharge l'annuaire", "l'annuaire en Excel", "tu peux m'exporter l'annuaire ?", "/exporter"]
)
async def test_it_is_asked_for_in_many_words(story: Story, words: str) -> None:
    await story.claire.says(words)
    await files(story.claire, 3)


async def test_nobody_else_takes_the_directory_out(story: Story) -> None:
    for who in (story.marc, story.ines):
        await who.says("exporte l'annuaire")
        who.sees("L’annuaire entier ne sort que par la coordination : demandez-lui le contact ou la liste qu’il vous faut.")
        assert who.documents == []


async def test_a_name_that_is_a_formula_does_nothing(story: Story) -> None:
    claire = story.claire
    with story.store.work(story.doors.territory.id) as work:
        karim = next(p for p in work.sheets.read().people if p.last_name == "Benali")
        note = '=HYPERLINK("http://mal.example";"Cliquez")'
        work.sheets.change_people([replace(karim, note=note)], by=None, now=NOW)
    await claire.says("exporte l'annuaire")
    got = await files(claire, 3)
    rows = list(csv.DictReader(io.StringIO(got["annuaire_2026-03-11.csv"].content.decode("utf-8-sig")), delimiter=";"))
    assert [row["Remarques"] for row in rows if row["Nom"] == "Benali"] == [f"'{note}"]
    book = openpyxl.load_workbook(io.BytesIO(got["annuaire_2026-03-11.xlsx"].content))
    cells = [cell for row in book["personnes"].iter_rows(min_row=2) for cell in row if cell.value == note]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]


async def test_a_file_cut_on_its_way_is_told_and_asked_for_again(story: Story) -> None:
    claire = story.claire
    story.served.world.faults.add(Fault(kind="lost_after_commit", method="sendDocument"))
    await claire.says("exporte l'annuaire")
    await files(claire, 3)
    note = "L’annuaire pour Excel est peut-être arrivé ci-dessus, peut-être pas : la connexion a été coupée. S’il manque, touchez 📇."
    told = await claire.person.waits_for(lambda her: [m for m in her.bot_messages if "peut-être" in m.text], within=10)
    assert [(plain(m.text).split(" est ")[1], m.labels) for m in told] == [(note.split(" est ")[1], ["📇 Renvoyer ce fichier"])]
    await claire.presses("📇 Renvoyer ce fichier")
    assert claire.toast == "Le fichier arrive."
    assert len(await files(claire, 4)) == 3
