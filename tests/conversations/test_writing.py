"""How documents are written: seen and chosen in the chat, read in the Word files that come, taken back, refused, and kept after a crash."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.permissions import Role
from bot.domain.writing import Inclusive, NameStyle, WritingStyle
from handlers.callbacks import Do, Tap
from tests.builders import invite, small_territory
from tests.conversations.conftest import Received, Someone, Story, plain
from tests.conversations.test_papers import asks, kept
from tests.conversations.test_survives import Machine, machine
from tests.conversations.test_templates import minutes, no_picture, receives, sends
from tests.databases import database_url, store
from tests.doc_templates.received_samples import template

__all__ = ["database_url", "machine", "no_picture", "store"]
DIABETES = (
    "GT Diabète hier 14h-16h, 12 présents dont Karim et Sophie Martin, excusée : Nathalie Roux. "
    "Karim relance la CAF avant le 20. Prochaine réunion jeudi 19 mars 9h-11h à la Maison de la santé"
)
MANNERS = (
    "double flexion : « Les participantes et les participants, 2 excusées et excusés »",
    "épicène : « Les personnes présentes, 2 personnes excusées »",
    "point médian : « Les participant·es, 2 excusé·es »",
    "masculin générique : « Les participants, 2 excusés »",
)
NAMES = ("noms en capitales : « Mme Anne de LA TOUR, Dre Zoé ÉVRARD »", "noms sans capitales : « Mme Anne de La Tour, Dre Zoé Évrard »")
CHOICES = ["Double flexion", "Épicène", "Point médian", "Masculin générique", "Noms en capitales", "Noms sans capitales"]
REFUSED = "L’écriture des documents est choisie par la coordination : dites-lui ce qui vous conviendrait."


def ticked(rank: int, name: int = 0) -> list[str]:
    """The lines of the card when these are chosen."""
    lines = [f"{'☑️' if rank == at else '–'} {line}" for at, line in enumerate(MANNERS)]
    return lines + [f"{'☑️' if name == at else '–'} {line}" for at, line in enumerate(NAMES)]


async def minutes_again(claire: Someone) -> list[str]:
    """The lines of the minutes of the last meeting, asked for once more."""
    many = len(claire.documents)
    await claire.says("/cr")
    await claire.presses(claire.buttons[0])
    return (await claire.receives_documents(many + 1))[-1].text.splitlines()


async def test_chosen_by_taps_and_read_in_the_minutes(story: Story) -> None:
    claire = story.claire
    await kept(claire, DIABETES)
    lines = (await claire.receives_documents(1))[-1].text.splitlines()
    assert "12 participantes et participants, 1 excusée – 3 structures" in lines
    assert [line for line in lines if "(12)" in line or "(1)" in line] == ["Présentes et présents (12)", "Excusée (1)"]

    await claire.says("/ecriture")
    claire.sees("📄 L’écriture de vos documents", *ticked(0))
    assert claire.buttons == ["☑️ Double flexion", *CHOICES[1:4], "☑️ Noms en capitales", CHOICES[5]]
    await claire.presses("Point médian")
    claire.sees(*ticked(2), "Une circulaire de 2017 écarte le point médian des textes officiels de l’État.")
    assert (claire.toast, claire.buttons[-1]) == ("C’est noté.", "↩︎ Annuler")
    lines = await minutes_again(claire)
    assert [line for line in lines if "(12)" in line or "(1)" in line] == ["Présent·es (12)", "Excusée (1)"]
    assert "12 participant·es, 1 excusée – 3 structures" in lines
    assert [line for line in lines if "version" in line] == ["Projet de compte rendu – version 1\tPage 1 sur 1"]


@pytest.mark.parametrize(
    ("words", "rank", "heading"),
    [
        ("écriture inclusive : épicène", 1, "Personnes présentes (12)"),
        ("écris en point médian", 2, "Présent·es (12)"),
        ("masculin générique", 3, "Présents (12)"),
    ],
)
async def test_chosen_in_a_plain_message(story: Story, words: str, rank: int, heading: str) -> None:
    claire = story.claire
    await claire.says(words)
    claire.sees(*ticked(rank))
    await kept(claire, DIABETES)
    lines = (await claire.receives_documents(1))[-1].text.splitlines()
    assert [line for line in lines if "(12)" in line] == [heading]
    await claire.says(words)
    claire.sees("C’est déjà ainsi que j’écris.", *ticked(rank))
    assert claire.buttons[-1] == CHOICES[5]


async def test_one_tap_goes_back_to_both_choices(story: Story) -> None:
    claire = story.claire
    await claire.says("écris en épicène et les noms en minuscules")
    claire.sees(*ticked(1, 1))
    await claire.presses("↩︎ Annuler", times=2)
    claire.sees(*ticked(0, 0))
    assert claire.buttons == ["☑️ Double flexion", *CHOICES[1:4], "☑️ Noms en capitales", CHOICES[5]]


async def test_names_without_capitals_in_minutes_and_papers_and_the_text_to_paste(story: Story) -> None:
    claire = story.claire
    await kept(claire, DIABETES)
    before = (await claire.receives_documents(1))[-1].text.splitlines()
    assert [line for line in before if "enali" in line or "BENALI" in line] == ["BENALI Karim", "Karim BENALI"]
    await claire.says("noms sans capitales")
    claire.sees(*ticked(0, 1))
    lines = await minutes_again(claire)
    assert [line for line in lines if "enali" in line or "BENALI" in line] == ["Karim Benali", "Karim Benali"]
    assert [line for line in lines if "FONTAINE" in line] == []
    _, _, sheet = await asks(claire, "la feuille d'émargement du GT Diabète du 19 mars")
    assert [line for line in sheet.splitlines() if line in ("Prénom et nom", "Karim Benali", "Claire Fontaine")] == [
        "Prénom et nom", "Karim Benali", "Claire Fontaine",
    ]  # fmt: skip
    _, _, letter = await asks(claire, "l'invitation du GT Diabète du 19 mars")
    assert "Mme Claire Fontaine" in letter.splitlines()
    await claire.says("noms en majuscules")
    _, _, letter = await asks(claire, "l'invitation du GT Diabète du 19 mars")
    assert "Mme Claire FONTAINE" in letter.splitlines()


async def test_the_text_to_paste_names_her_as_documents_do(story: Story) -> None:
    claire = story.claire
    await kept(claire, DIABETES)
    for words, name in (("noms en capitales", "Claire FONTAINE"), ("noms sans capitales", "Claire Fontaine")):
        await claire.says(words)
        await claire.says("/agenda")
        await claire.presses("✏️ Une réunion")
        await claire.presses(next(one for one in claire.buttons if "GT Diabète" in one))
        await claire.presses("📋 Texte d’invitation")
        claire.looks_up()
        assert plain(claire.card.text).splitlines()[-2:] == [name, "Association Le Chaînon santé"]


async def test_a_template_of_hers_follows(story: Story) -> None:
    claire = story.claire
    await sends(
        claire,
        story,
        template(
            "{{ titre }}",
            "{%p for l in presences %}",
            "{{ l.titre }}",
            "{%p endfor %}",
            "{%p for a in actions %}",
            "{{ a.responsables }}",
            "{%p endfor %}",
        ),
    )
    await claire.presses("✅ Tout le territoire")
    await receives(claire, 1)
    await claire.says("écris en point médian et noms sans capitales")
    received = await minutes(story, DIABETES)
    assert received.text.splitlines()[:4] == ["GT Diabète", "Présent·es (12)", "Excusée (1)", "Karim Benali"]


async def test_minutes_that_were_sent_stay_the_same_version(story: Story) -> None:
    claire = story.claire
    await kept(claire, DIABETES)
    claire.looks_up()
    await claire.presses("✅ Relu")
    await claire.presses("✅ Diffusé")
    await claire.receives_documents(3)
    await claire.says("écris en point médian")
    lines = await minutes_again(claire)
    assert (lines[0], lines[-1]) == ("Compte rendu diffusé", "Compte rendu diffusé – version 1\tPage 1 sur 1")
    assert claire.documents[-1].name == "CR_GT-Diabete_2026-03-10.docx"
    assert [line for line in lines if line.startswith("Modifications")] == []


@pytest.mark.parametrize("words", ["/ecriture", "écris en point médian", "noms en majuscules", "écriture inclusive"])
async def test_a_lectrice_and_a_pilot_are_told_whom_to_ask(story: Story, words: str) -> None:
    await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=8, role=Role.READER))
    for who in (story.stranger, story.marc, story.ines):
        await who.says(words)
        who.sees(REFUSED)
    assert style_of(story) == WritingStyle()


async def test_a_forged_button_changes_nothing(story: Story) -> None:
    await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=8, role=Role.READER))
    await story.stranger.forges(Tap(Do.WRITING, 0, 0, "m-").encode())
    assert story.stranger.toast == REFUSED
    for argument in ("", "m", "x-", "mm", "--é"):
        await story.claire.forges(Tap(Do.WRITING, 0, 0, argument).encode())
    assert style_of(story) == WritingStyle()


def style_of(story: Story) -> WritingStyle:
    """What the territory chose."""
    with story.store.read(story.doors.territory.id) as work:
        return work.writing.get()


@pytest.mark.parametrize("milliseconds", [0, 40])
async def test_it_is_kept_once_told_though_the_bot_is_killed(machine: Machine, milliseconds: int) -> None:
    doors = small_territory(machine.store, now=datetime.now(UTC))
    claire = machine.served.world.person("Claire")
    claire.starts(doors.claire)
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: her.last, within=20)
    claire.says("écris en point médian et noms sans capitales")
    if milliseconds:
        await claire.waits_for(lambda her: any("L’écriture de vos documents" in m.text for m in her.bot_messages) or None, within=20)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: any("L’écriture de vos documents" in m.text for m in her.bot_messages) or None, within=20)
    with machine.store.read(doors.territory.id) as work:
        assert work.writing.get() == WritingStyle(inclusive=Inclusive.MEDIAN, names=NameStyle.PLAIN)
    claire.says("GT Diabète hier 14h-16h, 12 présents, excusée : Nathalie Roux")
    await claire.waits_for(lambda her: next((m for m in her.bot_messages if "✅ Enregistrer" in m.labels), None), within=20)
    claire.presses("✅ Enregistrer")
    document = await claire.waits_for(lambda her: next((m.document for m in her.messages if m.document), None), within=20)
    lines = Received(document).text.splitlines()
    assert [line for line in lines if "(12)" in line or "(1)" in line] == ["Présent·es (12)", "Excusée (1)"]
    assert machine.served.world.violations == []
