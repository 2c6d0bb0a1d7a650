"""What is said over an open card, or just after ✅: a yes, a question, another meeting, a name that is not there, an impossible hour."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Story
from tests.conversations.test_amendments import held, keeps

MEETING = "GT Diabète hier de 14h à 16h, 12 présents dont Sophie Martin. On a décidé de lancer l'enquête et d'imprimer le flyer."
NOT_KEPT_YET = "Rien n’est encore enregistré : touchez ✅ pour garder, ou dites ce qui change."
STILL_ASKING = "Rien n’est encore enregistré : il me manque une réponse, en bas de la carte."
ALREADY = "C’est déjà ce qui est noté : je n’ai rien changé."


@pytest.mark.parametrize("said", ["oui", "ok", "c'est tout bon", "merci !", "valide", "non", "👍"])
async def test_a_yes_or_a_no_keeps_nothing_and_says_so(story: Story, said: str) -> None:
    claire = story.claire
    await claire.says(MEETING)
    await claire.says(said)
    claire.sees(NOT_KEPT_YET, "GT Diabète", "👥 12 présents (avec vous)")
    assert claire.buttons[:1] == ["✅ Enregistrer"]
    assert held(story) == []
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_a_yes_to_a_card_that_lacks_something_asks_again(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition ce matin")
    await claire.says("oui")
    claire.sees(STILL_ASKING, "❓ De quelle heure à quelle heure ? Par exemple 14h-16h30 ou 2h")


async def test_thanks_after_what_was_kept_are_thanks(story: Story) -> None:
    claire = story.claire
    await keeps(claire, MEETING)
    await claire.says("merci")
    claire.sees("À votre service !")
    await claire.says("ok")
    claire.sees("À votre service !")


async def test_a_no_after_what_was_kept_says_how_to_change_it(story: Story) -> None:
    claire = story.claire
    await keeps(claire, MEETING)
    await claire.says("non")
    claire.sees("Dites ce qui change, par exemple 13 présents, ou touchez ↩︎ sous la carte pour annuler.")
    assert held(story) == [(12,)]


@pytest.mark.parametrize("said", ["bonjour, comment ça va ?", "tu es nul", "combien d'heures ce mois-ci ?", "attends"])
async def test_no_group_is_made_of_small_talk(story: Story, said: str) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.says(said)
    assert [label for label in claire.buttons if label.startswith("➕")] == []
    claire.sees("❓ Quel groupe s’est réuni ?")
    await claire.says("/brouillon")
    claire.sees("❓ Quel groupe s’est réuni ?")


@pytest.mark.parametrize(("said", "name"), [("GT Mobilité", "GT Mobilité"), ("c'est la commission logement", "commission logement")])
async def test_a_plausible_name_is_offered_and_made(story: Story, said: str, name: str) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.says(said)
    claire.sees(f"❓ Je ne connais pas encore « {name} ». Quel groupe est-ce ?")
    await claire.presses(f"➕ Créer « {name} »")
    claire.sees(name, "❓ Quel jour ?")


async def test_several_groups_that_fit_are_offered(story: Story) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.says("copil")
    assert [label for label in claire.buttons if label.startswith("Copil")] == ["Copil CLS", "Copil ASV"]
    await claire.says("aucun")
    claire.sees("Réunion sans groupe", "❓ Quel jour ?")


async def test_a_question_leaves_the_card_as_it_is(story: Story) -> None:
    claire = story.claire
    await claire.says(MEETING)
    await claire.says("combien d'heures ce mois-ci ?")
    claire.sees("Je ne sais pas encore répondre à cela ; votre carte n’a pas bougé.", "🗓 hier, mardi 10 mars 2026")


async def test_who_is_not_there_cannot_be_taken_off(story: Story) -> None:
    claire = story.claire
    await claire.says(MEETING)
    await claire.says("retire Ahmed")
    claire.sees("Je ne trouve pas « Ahmed » sur la carte : je n’ai rien changé.", "   Sophie Martin (CCAS d’Alès)".strip())
    await claire.says("retire Ahmed et Sophie")
    claire.sees("Je n’ai pas trouvé « Ahmed » sur la carte ; le reste est changé.")
    claire.sees_no("Sophie Martin")


async def test_the_same_again_changes_nothing(story: Story) -> None:
    claire = story.claire
    await claire.says(MEETING)
    await claire.says("12 présents")
    claire.sees(ALREADY, "👥 12 présents (avec vous)")


async def test_one_of_several_decisions_is_asked_for(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier de 14h à 16h, 12 présents. Décisions :\n- lancer l'enquête\n- imprimer le flyer")
    await claire.says("supprime la décision")
    claire.sees("« la décision » : laquelle ? Redites-le avec « la première » ou « la dernière ». Je n’ai rien changé.")
    await claire.says("supprime la première décision")
    claire.sees("⚖️ Décision : imprimer le flyer")
    claire.sees_no("l’enquête")


async def test_nothing_is_reopened_for_what_stands_already(story: Story) -> None:
    claire = story.claire
    await keeps(claire, MEETING)
    await claire.says("12 présents")
    claire.sees(ALREADY)
    claire.sees_no("Correction d’une réunion")
    await claire.says("enlève Ahmed")
    claire.sees("Je ne trouve pas « Ahmed » sur la carte : je n’ai rien changé.")
    await claire.says("non, 13 présents")
    claire.sees("✏️ Correction d’une réunion enregistrée", "👥 13 présents (avec vous)")


@pytest.mark.parametrize("when", ["le 15 avril 14h-16h", "la semaine prochaine de 14h à 16h", "demain 14h-16h", "lundi en huit"])
async def test_a_meeting_to_come_corrects_nothing(story: Story, when: str) -> None:
    claire = story.claire
    await keeps(claire, MEETING)
    await claire.says(f"GT Nutrition {when}, 6 présents")
    claire.sees(
        "Cette réunion semble à venir : je n’ai rien enregistré. Racontez-la-moi quand elle aura eu lieu. "
        "Pour l’inscrire à l’agenda dès maintenant, dites seulement le groupe, le jour et l’heure : "
        "prochain GT Nutrition mardi 8 à 14h, salle Rimbaud"
    )
    assert held(story) == [(12,)]
    await claire.says("/brouillon")
    claire.sees("Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion.")


async def test_another_meeting_after_the_kept_one_is_a_new_card(story: Story) -> None:
    claire = story.claire
    await keeps(claire, MEETING)
    await claire.says("GT Nutrition lundi 9h-11h, 5 présents")
    claire.sees("GT Nutrition", "🗓 avant-hier, lundi 9 mars 2026", "👥 5 présents (avec vous)")
    claire.sees_no("Correction d’une réunion")
    await claire.presses("✅ Enregistrer")
    assert held(story) == [(12,), (5,)]


async def test_another_meeting_over_an_open_card_is_a_second_card(story: Story) -> None:
    claire = story.claire
    await claire.says(MEETING)
    first = claire.card
    await claire.says("GT Nutrition lundi 9h-11h, 5 présents")
    await claire.presses("✅ Enregistrer")
    claire.person.presses(next(label for label in first.labels if "Enregistrer" in label), on=first)
    await claire._heard()
    assert held(story) == [(5,), (12,)]


async def test_two_sentences_of_hours_are_two_cards(story: Story) -> None:
    ines = story.ines
    await ines.says("2h de préparation hier pour le GT Nutrition")
    first = ines.card
    await ines.says("1h30 de formation lundi dernier, GT Nutrition")
    ines.sees("⏱ 1 h 30 de formation", "🗓 avant-hier, lundi 9 mars 2026")
    await ines.presses("✅ Enregistrer")
    ines.person.presses(next(label for label in first.labels if "Enregistrer" in label), on=first)
    await ines._heard()
    await ines.says("/moi")
    ines.sees("⏱ 3 h 30 notées cette année")


async def test_impossible_hours_are_asked_about(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition hier 16h-14h, 5 présents")
    claire.sees("❓ De 16 h à 14 h, cela ferait 22 h : de quelle heure à quelle heure ? Par exemple 14h-16h30 ou 2h")
    await claire.says("14-16")
    claire.sees("🕑 de 14 h à 16 h (2 h)")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")


async def test_long_hours_said_again_are_believed(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition hier de 8h à 2h, 5 présents")
    claire.sees("❓ De 8 h à 2 h, cela ferait 18 h : de quelle heure à quelle heure ? Par exemple 14h-16h30 ou 2h")
    await claire.says("de 8h à 2h")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.", "🕑 de 8 h à 2 h (18 h)")


async def test_a_day_that_does_not_exist_is_asked_about(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition le 30/2 de 9h à 11h, 5 présents")
    claire.sees("❓ Ce jour n’existe pas au calendrier : quel jour était-ce ?")
    await claire.says("le 27 février")
    claire.sees("🗓 vendredi 27 février 2026")


async def test_more_hours_than_a_day_has_are_asked_about(story: Story) -> None:
    ines = story.ines
    await ines.says("25 h de formation hier pour le GT Nutrition")
    ines.sees("❓ 25 h en un jour, ce n’est pas possible : combien de temps ? Par exemple 2h30")
    await ines.says("2h30")
    await ines.presses("✅ Enregistrer")
    ines.sees("⏱ 2 h 30 de formation")


async def test_hours_to_come_are_not_noted(story: Story) -> None:
    ines = story.ines
    await ines.says("4h de permanence demain")
    ines.sees("Ces heures sont à venir : je n’ai rien enregistré. Dites-les-moi quand elles seront faites.")


async def test_an_answer_of_another_kind_leaves_the_question_open(story: Story) -> None:
    claire = story.claire
    await claire.says("/reunion")
    await claire.says("GT Nutrition")
    await claire.says("hier")
    await claire.says("2h")
    await claire.says("5")
    await claire.says("Sophie Martin rédige le courrier pour vendredi")
    claire.sees("☑️ Sophie Martin : rédige le courrier – pour le vendredi 13 mars")
    claire.sees("❓ Qui était là ? Touchez les noms, ou écrivez par exemple tous sauf la PMI excusée")
    await claire.says("Sophie Martin et Élise Durant")
    claire.sees("❓ Où était-ce ? Un lieu, une commune, ou visio")
    await claire.says("le 8 avril à 9h")
    claire.sees("➡️ Prochaine réunion : mercredi 8 avril 2026 à 9 h", "❓ Où était-ce ? Un lieu, une commune, ou visio")
    await claire.says("à la mairie d'Anduze")
    claire.sees("📍 Mairie d’Anduze")


async def test_the_flow_sentence_over_a_card(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 7 présents")
    await claire.says("tout le monde sauf la PMI excusée, plus Michel Durand de la CPAM, fini à 16h30")
    claire.sees("🕑 de 14 h à 16 h 30 (2 h 30)", "🙏 Personne excusée : PMI d’Alès")
    claire.sees(
        "Marc Roussel (Association Diabète ensemble), Sophie Martin (CCAS d’Alès), Karim Benali (Mission locale d’Alès), "
        "Paul Mercier, Michel Durand (CPAM du Gard)"
    )


async def test_what_follows_the_next_date_changes_that_date(story: Story) -> None:
    claire = story.claire
    stands = ("🗓 hier, mardi 10 mars 2026", "🕑 de 14 h à 16 h (2 h)")
    await claire.says(MEETING)
    await claire.says("prochain gt diabete le 2 avril a 14h")
    await claire.says("plutot 15h")
    claire.sees(*stands, "➡️ Prochaine réunion : jeudi 2 avril 2026 à 15 h")
    await claire.says("non c le 3 plutot")
    claire.sees(*stands, "➡️ Prochaine réunion : vendredi 3 avril 2026 à 15 h")
    await claire.presses("✅ Enregistrer")
    await claire.says("plutot 10h")
    claire.sees(*stands, "➡️ Prochaine réunion : vendredi 3 avril 2026 à 10 h")
    await claire.says("finalement le 7")
    claire.sees(*stands, "➡️ Prochaine réunion : mardi 7 avril 2026 à 10 h")


async def test_a_planned_meeting_stays_where_it_was_though_another_card_stands_open(story: Story) -> None:
    claire = story.claire
    await claire.says("prochain gt nutrition le 24 mars a 14h")
    await claire.presses("✅ Enregistrer")
    story.passes(minutes=61)
    await claire.says(MEETING)
    for words in ("non laisse le 24", "on laisse le 24", "non finalement on ne bouge pas"):
        await claire.says("decale le gt nutrition du 24 au 25")
        claire.sees("🗓 Changement dans l’agenda")
        await claire.says(words)
        claire.sees("C’est abandonné : l’agenda n’a pas changé.", "GT Nutrition, mardi 24 mars, à 14 h : la réunion reste prévue.")
        for again in ("non on laisse le 24", "non finalement on ne bouge pas"):
            await claire.says(again)
            claire.sees("Rien n’a changé dans l’agenda.", "GT Nutrition, mardi 24 mars, à 14 h : la réunion reste prévue.")
    await claire.says("decale le gt nutrition du 24 au 25")
    await claire.presses("❌ Abandonner")
    story.passes(minutes=1)
    await claire.says("non, 13 présents")
    claire.sees("👥 13 présents (avec vous)")
    await claire.says("on laisse le 24")
    claire.sees("👥 13 présents (avec vous)")
    await claire.says("decale le gt nutrition du 24 au 25")
    story.passes(minutes=1)
    await claire.says("non, 14 présents")
    claire.sees("👥 14 présents (avec vous)", "🗓 hier, mardi 10 mars 2026")
    await claire.says("non laisse le 24")
    claire.sees("C’est abandonné : l’agenda n’a pas changé.", "GT Nutrition, mardi 24 mars, à 14 h : la réunion reste prévue.")
