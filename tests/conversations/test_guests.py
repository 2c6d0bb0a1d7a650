"""Somebody whom the directory does not know comes onto a card, or leaves it: the total says clearly what became of it."""

from __future__ import annotations

from tests.conversations.conftest import Story
from tests.conversations.test_amendments import keeps

TOLD = "GT Diabète hier 14h-16h, 12 présents dont Sophie Martin"
ONE_MORE = "J’ai compté 1 personne de plus. Déjà dans les 12 ? Écrivez 12 présents"


async def test_a_guest_added_after_keeping_is_one_more_and_the_card_says_so(story: Story) -> None:
    claire = story.claire
    await keeps(claire, TOLD)
    await claire.says("ajoute Julie Lambert du CCAS")
    claire.sees("👥 13 présents (avec vous) – à vérifier", "Sophie Martin (CCAS d’Alès), Julie Lambert (CCAS d’Alès)", ONE_MORE)
    await claire.says("12 présents")
    claire.sees("👥 12 présents (avec vous)", "Sophie Martin (CCAS d’Alès), Julie Lambert (CCAS d’Alès)")
    claire.sees_no("J’ai compté")
    await claire.says("1 présent et tout le monde sauf la PMI")  # fewer than were added: asked, never counted below nobody
    claire.sees_no("Déjà dans les")


async def test_one_more_counts_from_the_total_that_she_has_just_corrected(story: Story) -> None:
    claire = story.claire
    await keeps(claire, TOLD)
    await claire.says("non, 9 présents")
    await claire.says("ajoute Julie Lambert du CCAS")
    claire.sees("👥 10 présents (avec vous) – à vérifier", "J’ai compté 1 personne de plus. Déjà dans les 9 ? Écrivez 9 présents")


async def test_the_same_is_said_of_a_meeting_kept_before(story: Story) -> None:
    claire = story.claire
    await keeps(claire, TOLD)
    story.passes(days=2)
    await claire.says("ajoute Julie Lambert du CCAS à la réunion de mardi")
    claire.sees("👥 13 présents (avec vous) – à vérifier", "Sophie Martin (CCAS d’Alès), Julie Lambert (CCAS d’Alès)", ONE_MORE)
    await claire.says("ajoute aussi Karim Benali")
    claire.sees("👥 14 présents (avec vous) – à vérifier", "J’ai compté 2 personnes de plus. Déjà dans les 12 ? Écrivez 12 présents")


async def test_when_everybody_is_named_one_more_is_no_doubt(story: Story) -> None:
    claire = story.claire
    await keeps(claire, "GT Diabète hier 14h-16h, 3 présents dont Sophie Martin et Karim Benali")
    await claire.says("ajoute Julie Lambert du CCAS")
    claire.sees("👥 4 présents (avec vous)")
    claire.sees_no("J’ai compté")
    await claire.says("enlève Karim")
    claire.sees("👥 3 présents (avec vous)", "Sophie Martin (CCAS d’Alès), Julie Lambert (CCAS d’Alès)")


async def test_before_keeping_names_fill_the_total_that_she_said(story: Story) -> None:
    claire = story.claire
    await claire.says(TOLD)
    await claire.says("ajoute Julie Lambert du CCAS")
    claire.sees("👥 12 présents (avec vous)", "Sophie Martin (CCAS d’Alès), Julie Lambert (CCAS d’Alès)")


async def test_names_that_answer_who_was_there_fill_it_too(story: Story) -> None:
    claire = story.claire
    await keeps(claire, TOLD)
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Personnes")
    await claire.says("Julie Lambert du CCAS et Karim Benali")
    claire.sees(
        "👥 12 présents (avec vous)", "Sophie Martin (CCAS d’Alès), Julie Lambert (CCAS d’Alès), Karim Benali (Mission locale d’Alès)"
    )


async def test_two_guests_of_one_structure_stand_side_by_side(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 12 présents")
    await claire.says("ajoute Julie Lambert du CCAS")
    await claire.says("ajoute Farid Lopez du CCAS et 2 personnes du CCAS")
    claire.sees("Julie Lambert (CCAS d’Alès), Farid Lopez (CCAS d’Alès), 2 personnes (CCAS d’Alès)")
    await claire.says("enlève Julie Lambert")
    claire.sees("Farid Lopez (CCAS d’Alès), 2 personnes (CCAS d’Alès)")
    await claire.says("enlève le CCAS")
    claire.sees("Farid Lopez (CCAS d’Alès)")
