"""Claire comes out of a meeting and writes one message."""

from __future__ import annotations

from tests.conversations.conftest import Story, quiet

MESSAGE = (
    "GT Diabète hier de 14h à 16h30 à la Maison de la santé, 12 présents dont Sophie Martin, Karim Benali et 2 pers du CCAS. "
    "Excusée : PMI. On a décidé de lancer l'enquête avant fin janvier, Sophie relance la CAF pour le 15. "
    "Prochaine réunion le 12 janvier à 14h"
)


async def test_one_message_one_card_one_tap_and_the_minutes(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    claire.sees(
        "GT Diabète",
        "🗓 hier, mardi 10 mars 2026",
        "🕑 de 14 h à 16 h 30 (2 h 30)",
        "📍 Maison de la santé, Alès",
        "👥 12 présents (avec vous)",
        "Sophie Martin (CCAS d’Alès), Karim Benali (Mission locale d’Alès), 2 personnes (CCAS d’Alès)",
        "🙏 Personne excusée : PMI d’Alès",
        "⚖️ Décision : lancer l’enquête avant fin janvier",
        "☑️ Sophie Martin : relance la CAF – pour le dimanche 15 mars",
        "➡️ Prochaine réunion : mardi 12 janvier 2027 à 14 h",
        "⏱ 30 h au total : temps employeur 10 h, équipe 2 h 30, nature à préciser 17 h 30",
    )
    assert claire.buttons == ["✅ Enregistrer", "✏️ Corriger", "❌ Abandonner", "✏️ Préciser la nature"]

    await claire.presses("✅ Enregistrer")
    minutes = (await claire.receives_documents(1))[0]
    assert minutes.name == "CR_GT-Diabete_2026-03-10.docx"
    for words in (
        "mardi 10 mars 2026",
        "Maison de la santé",
        "MARTIN Sophie",
        "BENALI Karim",
        "GTD-2026-001",
        "Sophie MARTIN",
        "12 janvier 2027",
    ):
        assert words in minutes.text

    await claire.says("/agenda")
    claire.sees("Mardi 12 janvier 2027 à 14 h : GT Diabète")


async def test_a_kept_card_reads_as_well_in_a_year(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    claire.sees("🗓 hier, mardi 10 mars 2026", "☑️ Sophie Martin : relance la CAF – pour le dimanche 15 mars")
    await claire.presses("✅ Enregistrer")
    claire.sees("🗓 mardi 10 mars 2026", "☑️ Sophie Martin : relance la CAF – pour le dimanche 15 mars 2026")
    await claire.presses("↩︎ Annuler")
    claire.sees("GT Diabète, mardi 10 mars 2026")


async def test_a_nervous_thumb_keeps_once(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    await claire.presses("✅ Enregistrer", times=2)
    await claire.receives_documents(1)
    await claire.says("/moi")
    claire.sees("⏱ 2 h 30 notées cette année")


async def test_corrections_by_message_before_and_after_keeping(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    await claire.says("non, 13 présents")
    claire.sees("👥 13 présents (avec vous)")
    await claire.says("c'était lundi")
    claire.sees("🗓 avant-hier, lundi 9 mars 2026")
    await claire.says("enlève Karim")
    claire.sees_no("Karim")
    await claire.presses("✅ Enregistrer")
    await claire.receives_documents(1)

    await claire.says("non, 14 présents")
    claire.sees("✏️ Correction d’une réunion enregistrée", "👥 14 présents (avec vous)")
    await claire.presses("✅ Enregistrer")
    corrected = (await claire.receives_documents(2))[1]
    assert "14 participantes et participants" in corrected.text
    assert "version 2" in corrected.text
    assert "GTD-2026-001" in corrected.text

    await claire.presses("↩︎ Annuler")
    claire.sees("↩︎ La correction est annulée : la réunion est comme avant.")
    await claire.says("/cr")
    await claire.presses("📄 GT Diabète – 09/03/2026")
    again = (await claire.receives_documents(3))[2]
    assert "13 participantes et participants" in again.text


async def test_undo_within_a_day_leaves_nothing(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    await claire.presses("✅ Enregistrer")
    await claire.receives_documents(1)
    story.passes(hours=23)
    await claire.presses("↩︎ Annuler")
    claire.sees("↩︎ C’est annulé : rien n’est gardé.")
    await claire.says("/agenda")
    claire.sees_no("GT Diabète")
    await claire.says("/moi")
    claire.sees("⏱ Aucune heure notée cette année")


async def test_undo_is_too_late_after_a_day(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    await claire.presses("✅ Enregistrer")
    await claire.receives_documents(1)
    card = next(m for m in claire.person.bot_messages if "↩︎ Annuler" in m.labels)
    story.passes(hours=25)
    claire.person.presses("↩︎ Annuler", on=card)
    await quiet(claire.person, story.store)
    assert claire.toast == (
        "Plus de 24 h ont passé : on n’annule plus. Une réunion passée se corrige par /cr, puis ✏️ ; "
        "ce qui est à venir, par /agenda, /rappels ou /dates."
    )


async def test_what_was_undone_can_be_taken_up_again(story: Story) -> None:
    claire = story.claire
    await claire.says(MESSAGE)
    await claire.presses("✅ Enregistrer")
    await claire.presses("↩︎ Annuler")
    await claire.presses("✏️ Reprendre")
    claire.sees("GT Diabète", "👥 12 présents (avec vous)")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_what_is_missing_is_asked_one_question_at_a_time(story: Story) -> None:
    claire = story.claire
    await claire.says("réunion du GT Nutrition ce matin")
    claire.sees("❓ De quelle heure à quelle heure ? Par exemple 14h-16h30 ou 2h")
    await claire.says("9h-11h")
    claire.sees("🕑 de 9 h à 11 h (2 h)", "❓ Combien de personnes étaient là, en tout ?")
    await claire.presses("8")
    claire.sees("👥 8 présents (avec vous)")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.", "⏱ 16 h au total : équipe 2 h, nature à préciser 14 h")


async def test_several_groups_fit_so_the_right_ones_are_offered(story: Story) -> None:
    claire = story.claire
    await claire.says("Copil hier 10h-12h, 15 présents")
    claire.sees("❓ Quel groupe s’est réuni ?")
    assert set(claire.buttons) >= {"Copil CLS", "Copil ASV"}
    assert "GT Diabète" not in claire.buttons
    await claire.presses("Copil ASV")
    claire.sees("Copil ASV", "👥 15 présents (avec vous)")


async def test_more_people_named_than_counted_is_asked(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 2 présents dont Sophie Martin, Karim Benali et Nathalie Roux")
    claire.sees("❓ Vous dites 2 présents, mais j’en compte 4 avec vous. Combien étaient là ?")
    await claire.presses("4")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_everybody_but_one(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, tous présents sauf Karim Benali excusé")
    claire.sees("🙏 Personne excusée : Karim Benali (Mission locale d’Alès)")
    assert "Sophie Martin (CCAS d’Alès)" in claire.card.text
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_a_patient_s_story_is_left_out(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Santé mentale hier 14h-16h, 6 présents. On a parlé de Madame Dupuis, schizophrène, qui refuse son traitement.")
    assert "ces mots ne seront pas gardés" in claire.card.text
    claire.sees_no("schizophrène")
    claire.sees_no("Dupuis")
