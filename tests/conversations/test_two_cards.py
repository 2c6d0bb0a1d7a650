"""Two cards at once: what she says next is about the one that she looks at, and neither is lost."""

from __future__ import annotations

from tests.conversations.conftest import Story, plain
from tests.conversations.test_amendments import MEETING, TWICE, held, keeps, taps

AGAIN = "GT Diabète hier 14h30-16h30, 13 présents"
ASIDE = "Carte mise de côté : rien n’est enregistré, rien n’est perdu."


async def test_what_she_says_after_opening_the_other_is_about_the_other(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(marc, MEETING)
    await claire.says(AGAIN)
    twice = claire.card
    await claire.presses("✏️ Ouvrir l’autre")
    claire.sees("✏️ Correction d’une réunion enregistrée", "👥 12 présents, dont Marc Roussel")
    await keeps(claire, "non, 14 présents")
    await claire.says("en fait on était 15")
    claire.sees("✏️ Correction d’une réunion enregistrée", "👥 15 présents, dont Marc Roussel")
    await claire.presses("✅ Enregistrer")
    assert held(story) == [(15,)]

    assert plain(twice.text).splitlines() == [ASIDE, "GT Diabète, mardi 10 mars 2026"]
    await taps(claire, twice, "✏️ Reprendre")
    assert [plain(label) for label in twice.labels] == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Ouvrir l’autre"]
    await taps(claire, twice, "✅ Enregistrer")
    assert held(story) == [(15,), (13,)]


async def test_the_card_set_aside_is_found_again_when_nothing_else_is_begun(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(marc, MEETING)
    await claire.says(AGAIN)
    await claire.presses("✏️ Ouvrir l’autre")
    await claire.says("/brouillon")
    claire.sees("✏️ Correction d’une réunion enregistrée")
    await claire.presses("❌ Abandonner")
    await claire.says("/brouillon")
    claire.sees(TWICE, "👥 13 présents (avec vous)")
    await claire.presses("❌ Abandonner")
    await claire.says("/brouillon")
    claire.sees("Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion.")
    assert held(story) == [(12,)]


async def test_a_nervous_thumb_on_open_the_other_opens_one_card(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(marc, MEETING)
    await claire.says(AGAIN)
    await claire.presses("✏️ Ouvrir l’autre", times=2)
    await keeps(claire, "non, 14 présents")
    assert held(story) == [(14,)]


async def test_a_meeting_that_is_gone_leaves_no_card_to_correct_it(story: Story) -> None:
    claire, marc = story.claire, story.marc
    card = await keeps(marc, MEETING)
    await claire.says(AGAIN)
    await claire.presses("✏️ Ouvrir l’autre")
    await taps(marc, card, "↩︎ Annuler")
    await claire.says("/brouillon")
    claire.sees("GT Diabète", "👥 13 présents (avec vous)")
    claire.sees_no(TWICE)
    await claire.presses("✅ Enregistrer")
    assert held(story) == [(13,)]


async def test_a_correction_is_of_the_meeting_just_kept_though_an_older_card_is_open(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition ce matin")
    story.passes(minutes=5)
    await keeps(claire, "Copil CLS hier 11h-12h, 5 présents")
    await claire.says("non, 6 présents")
    claire.sees("✏️ Correction d’une réunion enregistrée", "Copil CLS", "👥 6 présents (avec vous)")
    await claire.presses("✅ Enregistrer")
    await claire.receives_documents(2)
    assert held(story) == [(6,)]
    await claire.says("/brouillon")
    claire.sees("GT Nutrition", "❓ De quelle heure à quelle heure ? Par exemple 14h-16h30 ou 2h")


async def test_an_answer_reaches_the_open_card_when_it_says_nothing_of_what_was_kept(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition ce matin")
    story.passes(minutes=5)
    await claire.says("2h30 de préparation hier pour le Copil CLS")
    await claire.presses("✅ Enregistrer")
    await claire.says("9h-11h")
    claire.sees("GT Nutrition", "🕑 de 9 h à 11 h (2 h)", "❓ Combien de personnes étaient là, en tout ?")


async def test_a_question_in_the_middle_of_a_card_changes_nothing_of_it(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 12 présents")
    await claire.says("tel de Sophie Martin")
    claire.sees("Sophie Martin", "Directrice, CCAS d’Alès", "Pas de numéro dans l’annuaire.")
    await claire.says("c'est quand le prochain Copil CLS ?")
    claire.sees("Aucune réunion n’est prévue. Écrivez par exemple prochain Copil mardi 8 à 14h")
    await claire.says("le CR du dernier Copil CLS")
    claire.sees("Aucun compte rendu ne correspond. /cr montre les derniers.")
    await claire.says("/brouillon")
    claire.sees("GT Diabète", "👥 12 présents (avec vous)")
    claire.sees_no("Sophie")
    claire.sees_no("Copil")


async def test_a_card_left_for_a_week_is_no_longer_what_she_speaks_of(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h")
    story.passes(days=8)
    await claire.says("blabla du soir")
    claire.sees_no("GT Diabète")
    await claire.says("13 présents")  # it can be about nothing else
    claire.sees("GT Diabète", "👥 13 présents (avec vous)")


async def test_a_card_left_for_a_night_still_is(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h")
    story.passes(hours=15)
    await claire.says("blabla du matin")
    claire.sees("GT Diabète")
