"""« Nature à préciser »: she says under what title people gave their time, with a tap or a sentence, before ✅ and after."""

from __future__ import annotations

from bot.domain.contributions import Nature
from storage import tables
from tests.conversations.conftest import Story
from tests.conversations.test_amendments import corrects, keeps, rows, taps

TOLD = "GT Diabète hier 14h-16h, 12 présents dont Sophie Martin"
QUESTION = (
    "❓ À quel titre étaient là les autres personnes ? "
    "Touchez une réponse pour toutes, ou écrivez par exemple 4 bénévoles, les autres en temps employeur"
)


async def test_one_tap_tells_the_nature_of_all_the_others(story: Story) -> None:
    claire = story.claire
    await claire.says(TOLD)
    claire.sees("⏱ 24 h au total : équipe 2 h, temps employeur 2 h, nature à préciser 20 h")
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Préciser la nature"]
    await claire.presses("✏️ Préciser la nature")
    claire.sees(QUESTION)
    assert claire.buttons == [
        "Bénévole",
        "Temps employeur",
        "Libéral indemnisé",
        "Libéral non indemnisé",
        "Habitant·e",
        "Équipe",
        "Je ne sais pas",
        "◀ Retour",
    ]
    await claire.presses("Bénévole")
    claire.sees("⏱ 24 h au total : bénévole 20 h, équipe 2 h, temps employeur 2 h")
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner"]
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Nature")
    await claire.presses("Je ne sais pas")
    claire.sees("⏱ 24 h au total : équipe 2 h, temps employeur 2 h, nature à préciser 20 h")


async def test_a_sentence_tells_it_too_and_the_total_stays(story: Story) -> None:
    claire = story.claire
    await claire.says(TOLD)
    await claire.says("les 12 sont bénévoles")
    claire.sees("👥 12 présents (avec vous)", "⏱ 24 h au total : bénévole 20 h, équipe 2 h, temps employeur 2 h")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Nature")
    await claire.says("4 habitants et 3 libéraux indemnisés")
    claire.sees("⏱ 24 h au total : habitant·e 8 h, libéral indemnisé 6 h, équipe 2 h, temps employeur 2 h, nature à préciser 6 h")


async def test_what_was_told_outlives_a_correction_and_its_undoing(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, TOLD)
    claire.sees("⏱ 24 h au total : équipe 2 h, temps employeur 2 h, nature à préciser 20 h")
    told = await corrects(claire, card, "les autres sont bénévoles")
    claire.sees("⏱ 24 h au total : bénévole 20 h, équipe 2 h, temps employeur 2 h")
    more = await corrects(claire, card, "non, 14 présents")
    claire.sees("⏱ 28 h au total : bénévole 24 h, équipe 2 h, temps employeur 2 h")
    await taps(claire, more, "↩︎ Annuler")
    await taps(claire, told, "↩︎ Annuler")
    assert sorted(rows(story, tables.contributions.c.count, tables.contributions.c.nature), key=str) == [
        (1, Nature.EMPLOYER_TIME),
        (1, Nature.TEAM),
        (10, None),
    ]


async def test_words_that_say_it_are_enough(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 11 présents dont 5 habitants")
    claire.sees("⏱ 22 h au total : habitant·e 10 h, équipe 2 h, nature à préciser 10 h")


async def test_hours_of_somebody_unknown_ask_to_be_told(story: Story) -> None:
    claire = story.claire
    await claire.says("2h de permanence hier par Julie Lambert pour le GT Nutrition")
    claire.sees("👤 Julie Lambert", "🏷 nature à préciser")
    await claire.presses("✏️ Préciser la nature")
    claire.sees("❓ À quel titre ce temps est-il donné ?")
    await claire.presses("Bénévole")
    claire.sees("🏷 bénévole")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.", "🏷 bénévole")


async def test_one_s_own_hours_say_their_nature_only_when_it_was_told(story: Story) -> None:
    ines = story.ines
    await ines.says("2h de préparation hier pour le GT Nutrition")
    ines.sees_no("🏷")
    await ines.says("sur mon temps de travail")
    ines.sees("🏷 temps employeur")
