"""A decision keeps its number whatever becomes of its words: the number stands in minutes that were sent."""

from __future__ import annotations

from tests.conversations.conftest import Story
from tests.conversations.test_amendments import decisions, keeps, taps

TWO = "GT Diabète hier 14h-16h, 12 présents. On a décidé de lancer l'enquête. On a décidé de refaire l'atelier à Tamaris."


async def test_new_words_keep_the_number_and_undo_gives_the_old_words_back(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, TWO)
    assert decisions(story) == [("GTD-2026-001", "lancer l'enquête"), ("GTD-2026-002", "refaire l'atelier à Tamaris")]
    await taps(claire, card, "✏️ Corriger")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Décisions")
    await claire.says("lancer l'enquête avant fin février")
    claire.sees("⚖️ Décision : lancer l’enquête avant fin février", "⚖️ Décision : refaire l’atelier à Tamaris")
    claire.sees_no("Décision : lancer l’enquête\n")
    await claire.presses("✅ Enregistrer")
    kept = claire.card
    minutes = (await claire.receives_documents(2))[1]
    assert decisions(story) == [("GTD-2026-001", "lancer l'enquête avant fin février"), ("GTD-2026-002", "refaire l'atelier à Tamaris")]
    assert [line for line in minutes.text.splitlines() if line.startswith("GTD-2026")] == ["GTD-2026-001", "GTD-2026-002"]
    await taps(claire, kept, "↩︎ Annuler")
    assert decisions(story) == [("GTD-2026-001", "lancer l'enquête"), ("GTD-2026-002", "refaire l'atelier à Tamaris")]


async def test_wholly_other_words_in_the_same_place_keep_the_number(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, TWO)
    await taps(claire, card, "✏️ Corriger")
    await claire.says("enlève les décisions")
    await claire.says("on a décidé de sonder les patients")
    await keeps(claire, "on a décidé de refaire l'atelier à Anduze")
    assert decisions(story) == [("GTD-2026-001", "sonder les patients"), ("GTD-2026-002", "refaire l'atelier à Anduze")]


async def test_a_new_decision_takes_a_new_number_and_a_removed_one_leaves_a_gap(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, TWO)
    await taps(claire, card, "✏️ Corriger")
    await claire.says("enlève les décisions")
    await claire.says("on a décidé de refaire l'atelier à Tamaris en mai")
    await claire.presses("✅ Enregistrer")
    again = claire.card
    await claire.receives_documents(2)
    assert decisions(story) == [("GTD-2026-002", "refaire l'atelier à Tamaris en mai")]
    await taps(claire, again, "✏️ Corriger")
    await keeps(claire, "on a décidé d'acheter des vélos")
    assert decisions(story) == [("GTD-2026-002", "refaire l'atelier à Tamaris en mai"), ("GTD-2026-003", "acheter des vélos")]


async def test_a_decision_said_again_takes_the_place_of_the_first(story: Story) -> None:
    claire = story.claire
    await claire.says(TWO)
    await claire.says("non, on a décidé de lancer l'enquête en mars")
    claire.sees("⚖️ Décision : lancer l’enquête en mars", "⚖️ Décision : refaire l’atelier à Tamaris")
    claire.sees_no("Décision : lancer l’enquête\n")
    await claire.says("on a décidé de refaire l'atelier à Anduze")
    claire.sees("⚖️ Décision : refaire l’atelier à Tamaris", "⚖️ Décision : refaire l’atelier à Anduze")
