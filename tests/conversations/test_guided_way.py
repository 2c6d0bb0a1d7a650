"""Claire prefers buttons, or mixes both ways."""

from __future__ import annotations

from tests.conversations.conftest import Story, quiet


async def test_a_meeting_with_buttons_only(story: Story) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.presses("GT Diabète")
    await claire.presses("Hier")
    await claire.presses("1 h 30")
    claire.sees("❓ Combien de personnes étaient là, en tout ?")
    await claire.presses("6")
    claire.sees("❓ Qui était là ? Touchez les noms, ou écrivez par exemple tous sauf la PMI excusée")
    await claire.presses("➕ Tous présents")
    await claire.presses("☑️ Karim Benali")
    assert "🙏 Karim Benali" in claire.buttons
    claire.sees("🙏 Personne excusée : Karim Benali (Mission locale d’Alès)")
    await claire.presses("▶ C’est complet")
    await claire.presses("Visio")
    claire.sees("📍 visio", "❓ Qu’a-t-on décidé ? Une décision par ligne.")
    await claire.says("Lancer l'enquête\nRefaire l'atelier à Tamaris")
    claire.sees("⚖️ Décision : Lancer l’enquête", "⚖️ Décision : Refaire l’atelier à Tamaris")
    await claire.says("Sophie Martin relance la CAF pour le 15")
    claire.sees("☑️ Sophie Martin : relance la CAF – pour le dimanche 15 mars")
    await claire.says("le 7 avril à 14h")
    claire.sees("➡️ Prochaine réunion : mardi 7 avril 2026 à 14 h")
    await claire.presses("✅ Enregistrer")
    minutes = (await claire.receives_documents(1))[0]
    assert "Refaire l’atelier à Tamaris" in minutes.text


async def test_optional_parts_can_be_skipped(story: Story) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.presses("GT Nutrition")
    await claire.presses("Aujourd’hui")
    await claire.presses("1 h")
    await claire.presses("5")
    for _ in range(5):
        await claire.presses(next(label for label in claire.buttons if label.startswith("▶ ")))
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Préciser la nature"]
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_hours_with_buttons_only(story: Story) -> None:
    ines = story.ines
    await ines.says("/heures")
    await ines.presses("2 h")
    await ines.presses("GT Nutrition")
    await ines.presses("Hier")
    await ines.presses("Préparation")
    await ines.presses("✅ Enregistrer")
    ines.sees("⏱ 2 h de préparation", "📁 GT Nutrition", "🗓 mardi 10 mars 2026")
    await ines.says("/moi")
    ines.sees("⏱ 2 h notées cette année")


async def test_correcting_a_field_by_button(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 12 présents")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Date")
    await claire.presses("Aujourd’hui")
    claire.sees("🗓 aujourd’hui, mercredi 11 mars 2026")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Lieu")
    await claire.says("mairie d'Anduze")
    claire.sees("📍 Mairie d’Anduze")
    await claire.presses("✏️ Corriger")
    await claire.presses("◀ Retour")
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Préciser la nature"]


async def test_an_old_button_gets_a_polite_word_and_the_fresh_card(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 12 présents")
    card = claire.card
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Nombre")
    await claire.presses("14")
    claire.person.presses_stale("✏️ Nombre", on=card, version=-2)
    await quiet(claire.person, story.store)
    assert claire.toast == "Voici la carte à jour."
    claire.sees("👥 14 présents (avec vous)")


async def test_a_half_typed_meeting_is_never_lost(story: Story) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.presses("GT Diabète")
    await claire.says("/agenda")
    await claire.says("/brouillon")
    claire.sees("GT Diabète", "❓ Quel jour ?")
    await claire.presses("❌ Abandonner")
    claire.sees("C’est abandonné : rien n’a été enregistré.")
    await claire.says("/brouillon")
    claire.sees("Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion.")


async def test_the_groups_of_her_last_meetings_come_first(story: Story) -> None:
    claire = story.claire
    for words in ("GT Nutrition lundi dernier 9h-10h, 5 présents", "Copil ASV hier 14h-16h, 5 présents"):
        await claire.says(words)
        await claire.presses("✅ Enregistrer")
    await claire.receives_documents(2)  # else they may come after the card
    await claire.says("/reunion")
    assert claire.buttons[:5] == ["Copil ASV", "GT Nutrition", "Copil CLS", "GT Diabète", "GT Santé mentale"]
    claire.sees("❓ Quel groupe s’est réuni ?")


async def test_a_long_list_of_groups_says_that_a_name_can_be_written(story: Story) -> None:
    claire = story.claire
    for name in ("Commission addictions", "GT Sport"):
        await claire.says(f"{name} hier 14h-16h, 5 présents")
        await claire.presses(f"➕ Créer « {name} »")
        await claire.presses("✅ Enregistrer")
    await claire.receives_documents(2)
    await claire.says("/reunion")
    claire.sees("❓ Quel groupe s’est réuni ? Touchez-le, ou écrivez son nom.")
    await claire.says("santé mentale")
    claire.sees("GT Santé mentale", "❓ Quel jour ?")
