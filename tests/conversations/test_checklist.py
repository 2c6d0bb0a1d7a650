"""What is to be seen to before a planned meeting: told in one sentence, ticked by taps, shown on its page, taken back."""

from __future__ import annotations

from storage import tables
from tests.conversations.conftest import Story, plain
from tests.conversations.test_amendments import rows
from tests.conversations.test_turnout import page, with_a_meeting

WORDS = "à prévoir pour le GT de vendredi : salle, vidéoprojecteur, café"
HEAD = "À prévoir : GT Diabète, vendredi 13 mars 2026"
UNDO = "↩︎ Annuler"


def kept(story: Story) -> list[tuple[object, ...]]:
    """What stands on a list."""
    t = tables.checklist
    return rows(story, t.c.text, t.c.done, where=t.c.undone_at.is_(None))


async def test_told_and_ticked_by_taps(story: Story) -> None:
    marc = await with_a_meeting(story)
    await marc.says(WORDS)
    assert plain(marc.card.text).splitlines() == [HEAD, "⬜ salle", "⬜ vidéoprojecteur", "⬜ café"]
    assert marc.buttons == ["⬜ salle", "⬜ vidéoprojecteur", "⬜ café", UNDO]
    await marc.presses("⬜ café", times=2)
    assert kept(story) == [("salle", False), ("vidéoprojecteur", False), ("café", True)]
    await page(marc)
    await marc.presses("⬜ À prévoir (1/3)")
    await marc.presses("☑️ café")
    assert plain(marc.card.text).splitlines() == [HEAD, "⬜ salle", "⬜ vidéoprojecteur", "⬜ café"]


async def test_what_is_told_again_is_added_once(story: Story) -> None:
    marc = await with_a_meeting(story)
    await marc.says(WORDS)
    await marc.says("à prévoir pour le GT Diabète : Café, badges")
    assert [text for text, _ in kept(story)] == ["salle", "vidéoprojecteur", "café", "badges"]
    await marc.presses(UNDO)
    assert plain(marc.card.text) == "↩︎ C’est annulé : GT Diabète, la liste est comme avant."
    assert [text for text, _ in kept(story)] == ["salle", "vidéoprojecteur", "café"]
    await marc.says("checklist du gt diabète")
    await marc.says("ajoute les badges")  # the list was shown: not to the agenda
    assert [text for text, _ in kept(story)] == ["salle", "vidéoprojecteur", "café", "badges"]
    await marc.says("enlève le café et le micro de la checklist du gt diabete")
    assert plain(marc.card.text).splitlines() == [
        "❌ Retiré de la liste : café.", "Je ne trouve pas « micro » dans ce qui est à prévoir.", "",
        HEAD, "⬜ salle", "⬜ vidéoprojecteur", "⬜ badges",
    ]  # fmt: skip
    await marc.says("3 personnes ne viendront pas au gt diabète vendredi")
    assert plain(marc.card.text).startswith("Avant une réunion, je note qui s’excuse par son nom")
    await marc.says("Karim absent au gt diabete")
    marc.sees("✅ C’est noté : GT Diabète, vendredi 13 mars 2026")
    await marc.says("finalement karim vient")
    assert "👍 Personne annoncée : Karim Benali" in plain(marc.card.text)


async def test_a_point_of_the_agenda_is_no_thing_of_the_list_just_shown(story: Story) -> None:
    marc = await with_a_meeting(story)
    await marc.says(WORDS)
    await marc.says("ajoute le point budget à l'ordre du jour")
    marc.sees("1. Budget")
    assert len(kept(story)) == 3


async def test_not_after_a_day(story: Story) -> None:
    marc = await with_a_meeting(story)
    await marc.says(WORDS)
    story.passes(hours=25)
    await marc.presses(UNDO)
    assert len(kept(story)) == 3


async def test_only_for_whoever_keeps_the_meeting_and_that_is_planned(story: Story) -> None:
    marc = await with_a_meeting(story)
    await marc.says("à prévoir pour le Copil CLS : salle")
    assert plain(marc.card.text).startswith("Je ne trouve pas de réunion prévue (Copil CLS)")
    await story.claire.says("prochain GT Nutrition vendredi 13 mars 9h-11h")
    await story.claire.presses("✅ Enregistrer")
    await story.ines.says("à prévoir pour le GT Nutrition : salle")
    await marc.says("à prévoir pour le GT Nutrition : salle")
    assert kept(story) == []


async def test_without_a_meeting_it_is_a_reminder_as_before(story: Story) -> None:
    await story.claire.says("rappelle-moi vendredi de prévoir : salle, café")
    story.claire.sees("⏰ Rappel")
