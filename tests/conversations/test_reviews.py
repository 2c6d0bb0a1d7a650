"""The review of a year, asked for in plain words or by /bilan: a Word file and a spreadsheet, as far as each role may read."""

from __future__ import annotations

import io

import openpyxl
import pytest

from bot.domain.permissions import Role
from bot.simulator.faults import Fault
from handlers.callbacks import Do, Tap
from tests.builders import invite
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_papers import DIABETES, GONE, kept

FOR_HER_GROUPS = "Vous pouvez recevoir ceux des groupes que vous pilotez."


async def review(who: Someone, words: str, *, taps: str | None = None) -> tuple[str, list[str], str]:
    """What the bot answers, the names of the two files that come, and the words of the Word file."""
    many = len(who.documents)
    await who.says(words)
    if taps is not None:
        await who.presses(taps)
    made = (await who.receives_documents(many + 2))[-2:]
    said = next(message.text for message in reversed(who.person.bot_messages) if not message.document)
    return plain(said), sorted(one.name for one in made), next(one.text for one in made if one.name.endswith(".docx"))


def row(text: str, label: str, *, cells: int) -> list[str]:
    """The cells that follow a label of the key figures."""
    lines = text.splitlines()
    first = lines.index(label, lines.index("Chiffre")) + 1
    return lines[first : first + cells]


async def test_of_the_whole_territory(story: Story) -> None:
    await kept(story.claire, DIABETES)
    said, files, text = await review(story.claire, "bilan 2026")
    assert said == "Le bilan 2026 arrive, en Word puis en tableur : CLS du bassin alésien."
    assert files == ["Bilan_CLS-du-bassin-alesien_2026.docx", "Bilan_CLS-du-bassin-alesien_2026.xlsx"]
    assert row(text, "Réunions tenues", cells=2) == ["1", "–"]
    assert row(text, "Participations", cells=2)[0] == "12"
    assert row(text, "Heures données", cells=2) == ["24 h", "–"]
    assert [line for line in text.splitlines() if line.startswith("Lecture : en mars")] == [
        "Lecture : en mars 2026, 1 réunion s’est tenue."
    ]


async def test_of_an_axis_by_the_command(story: Story) -> None:
    await kept(story.claire, DIABETES)
    said, files, text = await review(story.claire, "/bilan 2026 axe 9")
    assert said == "Le bilan 2026 arrive, en Word puis en tableur : Axe 9 – Diabète."
    assert files[0] == "Bilan_Axe-9-Diabete_2026.docx"
    assert row(text, "Décisions", cells=2) == ["1", "–"]


async def test_of_a_group_in_plain_words_with_its_spreadsheet(story: Story) -> None:
    await kept(story.claire, DIABETES)
    await story.claire.says("le bilan du GT Diabète")
    files = {one.name: one.file.content for one in (await story.claire.receives_documents(3))[-2:]}
    page = openpyxl.load_workbook(io.BytesIO(files["Bilan_GT-Diabete_2026.xlsx"]))["Chiffres clés"]
    figures = {line[0]: line[1] for line in page.iter_rows(min_row=2, values_only=True)}
    assert (figures["Réunions tenues"], figures["Minutes données"], figures["Décisions"]) == (1, 1440, 1)


async def test_the_spreadsheet_alone(story: Story) -> None:
    await kept(story.claire, DIABETES)
    await story.claire.says("les chiffres du GT Diabète en 2026")
    story.claire.sees("Les chiffres de 2026 arrivent, en tableur : GT Diabète.")
    assert (await story.claire.receives_documents(2))[-1].name == "Bilan_GT-Diabete_2026.xlsx"


async def test_a_choice_by_the_command_alone_and_of_several_groups(story: Story) -> None:
    await kept(story.claire, DIABETES)
    await story.claire.says("/bilan")
    assert story.claire.buttons[:2] == ["📄 CLS du bassin alésien – 2026", "📄 CLS du bassin alésien – 2025"]
    said, files, _ = await review(story.claire, "bilan 2026 du Copil", taps="📄 Copil CLS – 2026")
    assert (said, files[0]) == ("Le bilan 2026 arrive, en Word puis en tableur : Copil CLS.", "Bilan_Copil-CLS_2026.docx")


async def test_a_year_to_come_and_words_that_are_not_understood(story: Story) -> None:
    await story.claire.says("bilan 2027")
    story.claire.sees("L’année 2027 n’a pas commencé : je n’ai rien à compter. Écrivez par exemple bilan 2026")
    await story.claire.says("/bilan du chocolat")
    story.claire.sees("Je n’ai pas compris de quel bilan il s’agit : « du chocolat ». Par exemple : bilan 2026 axe 3")
    assert story.claire.documents == []


async def test_a_pilot_has_those_of_her_groups_only(story: Story) -> None:
    await kept(story.claire, DIABETES)
    await story.marc.says("bilan 2026")
    story.marc.sees(FOR_HER_GROUPS)
    assert story.marc.buttons == ["📄 GT Diabète – 2026"]
    said, files, _ = await review(story.marc, "/bilan", taps="📄 GT Diabète – 2026")
    assert (said, files[0]) == ("Le bilan 2026 arrive, en Word puis en tableur : GT Diabète.", "Bilan_GT-Diabete_2026.docx")
    await story.marc.says("bilan 2026 du GT Nutrition")
    story.marc.sees("Vous ne suivez pas les réunions de ce groupe : dites-moi plutôt un jour, ou un de vos groupes.")
    assert len(story.marc.documents) == 2


async def test_a_lectrice_has_figures_without_names(story: Story) -> None:
    await kept(story.claire, "GT Diabète le 12 mars 2025 14h-16h, présents : Nathalie Roux")
    await kept(story.claire, "GT Diabète hier 14h-16h, présents : Sophie Martin, Karim Benali")
    await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=8, role=Role.READER))
    _, _, hers = await review(story.stranger, "bilan 2026")
    _, _, whole = await review(story.claire, "bilan 2026")
    assert row(hers, "Heures données", cells=1) == row(whole, "Heures données", cells=1)
    names = ("CCAS d’Alès", "Mission locale d’Alès", "PMI d’Alès")  # two that are new, one that was not seen again
    listed = [[name for name in names if name in text] for text in (whole, hers)]
    assert listed == [list(names), []]


OF_ONE_STRUCTURE = (
    "Les chiffres d’une seule structure sont réservés à la coordination. "
    "Vous pouvez demander le bilan du territoire, d’un axe, d’un groupe ou d’une commune."
)


async def test_a_lectrice_has_no_figures_of_one_structure_by_words_nor_by_a_button(story: Story) -> None:
    """Those of a structure of one person are that person’s hours: her review tells axes, instances and communes, so she has those alone."""
    await kept(story.claire, "GT Diabète hier 14h-16h, présents : Sophie Martin, Karim Benali")
    await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=8, role=Role.READER))
    for words in ("bilan 2026 de la CAF", "/bilan du CCAS", "bilan 2026 du GT Diabète et du CCAS"):
        await story.stranger.says(words)
        story.stranger.sees(OF_ONE_STRUCTURE)
        assert story.stranger.buttons == []
    await story.stranger.forges(Tap(Do.REVIEW, 5, 0, "S2026").encode())
    assert story.stranger.toast == OF_ONE_STRUCTURE
    assert story.stranger.documents == []
    for words in ("bilan 2026 axe 9", "bilan 2026 du GT Diabète", "bilan 2026 d'Alès"):
        await review(story.stranger, words)


async def test_a_pilot_has_no_other_by_a_forged_button(story: Story) -> None:
    await story.marc.says("/bilan")
    for forged in ("T2026", "S2026", "G2026"):
        await story.marc.forges(Tap(Do.REVIEW, 2, 0, forged).encode())
        assert story.marc.toast == "Vous ne suivez pas les réunions de ce groupe : dites-moi plutôt un jour, ou un de vos groupes."
    assert story.marc.documents == []


@pytest.mark.parametrize("argument", ["G2026", "S2026", "G2026x", "T0000", "T0001", "T202", "T", "", "X2026"])
async def test_a_button_whose_group_or_structure_is_gone_is_old(story: Story, argument: str) -> None:
    await story.claire.says("/bilan")
    await story.claire.forges(Tap(Do.REVIEW, 99, 0, argument).encode())
    assert story.claire.toast == GONE
    assert story.claire.documents == []


async def test_a_contributor_has_none(story: Story) -> None:
    for words in ("/bilan", "bilan 2026"):
        await story.ines.says(words)
        story.ines.sees("Votre accès ne permet pas de lire les chiffres : demandez à la coordination ceux qu’il vous faut.")


async def test_one_that_may_have_arrived_is_said_and_comes_again_on_a_tap(story: Story) -> None:
    story.served.world.faults.add(Fault(kind="lost_after_commit", method="sendDocument"))
    await story.claire.says("les chiffres du GT Diabète en 2026")
    words = "Le tableur du bilan est peut-être arrivé ci-dessus, peut-être pas : la connexion a été coupée. S’il manque, touchez 📄."
    await story.claire.person.waits_for(lambda her: plain(her.bot_messages[-1].text) == words or None, within=20)
    story.claire.looks_up()
    many = len(story.claire.documents)
    await story.claire.presses("📄 Renvoyer ce document")
    assert (await story.claire.receives_documents(many + 1))[-1].name == "Bilan_GT-Diabete_2026.xlsx"
