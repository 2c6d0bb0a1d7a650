"""« Rappelle-moi… »: one card, one tap, and it rings at its hour, once; she says done, later or leave it, and a series goes on."""

from __future__ import annotations

import pytest

from bot.simulator.faults import Fault
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain

KEEP = "✅ Enregistrer"


async def asks(who: Someone, sentence: str) -> None:
    """A reminder in one sentence and one tap."""
    await who.says(sentence)
    await who.presses(KEEP)


class TestACard:
    async def test_one_card_one_tap_and_it_rings_at_its_hour(self, story: Story) -> None:
        claire = story.claire
        await claire.says("relance la CAF jeudi matin")
        claire.sees("⏰ Rappel", "relance la CAF", "📅 Demain, jeudi 12 mars 2026 à 9 h")
        assert claire.buttons == [KEEP, "✏️ Quand", "❌ Abandonner"]
        await claire.presses(KEEP)
        claire.sees("⏰ C’est noté", "relance la CAF", "📅 Demain, jeudi 12 mars 2026 à 9 h")
        assert claire.buttons == ["↩︎ Annuler", "✏️ Quand"]
        moves_to(story, 2026, 3, 12, 8, 59)
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 12, 9)
        assert await rings(claire) == "⏰ relance la CAF"
        assert claire.buttons == ["✅ Fait", "⏰ Plus tard", "❌ Ne plus rappeler"]
        await claire.presses("✅ Fait")
        assert (plain(claire.card.text), claire.buttons) == ("✅ relance la CAF", [])
        moves_to(story, 2026, 3, 13, 9)
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("Aucun rappel n’est prévu. Écrivez par exemple rappelle-moi de réserver la salle jeudi matin")

    async def test_an_hour_that_nobody_said_is_shown_as_the_usual_one(self, story: Story) -> None:
        await story.claire.says("rappelle-moi vendredi de relancer Sophie Martin")
        story.claire.sees("relancer Sophie Martin", "📅 Après-demain, vendredi 13 mars 2026 à 9 h (heure habituelle)")

    async def test_what_is_missing_is_asked_by_buttons_or_told_in_words(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi d'appeler Karim")
        claire.sees("appeler Karim", "Quand faut-il vous le rappeler ? Touchez, ou écrivez par exemple vendredi 14h")
        await claire.presses("ven. 13/03, 9 h")
        claire.sees("📅 Après-demain, vendredi 13 mars 2026 à 9 h")
        await claire.says("plutôt lundi à 15h")
        claire.sees("appeler Karim", "📅 Lundi prochain, 16 mars 2026 à 15 h")
        await claire.says("16h30")
        claire.sees("📅 Lundi prochain, 16 mars 2026 à 16 h 30")

    async def test_a_time_without_a_task_asks_what(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi jeudi")
        claire.sees("Que faut-il vous rappeler ? Écrivez-le en quelques mots, par exemple réserver la salle")
        await claire.says("envoyer le CR du Copil CLS")
        claire.sees("envoyer le CR du Copil CLS", "📅 Demain, jeudi 12 mars 2026 à 9 h (heure habituelle)")

    async def test_an_hour_that_is_past_is_asked_again(self, story: Story) -> None:
        await story.claire.says("rappelle-moi ce soir de relire le CR")
        story.claire.sees("📅 Aujourd’hui, mercredi 11 mars 2026 à 18 h", "Ce moment est déjà passé.")
        assert KEEP not in story.claire.buttons

    async def test_days_left_open_are_offered_without_those_on_which_nobody_works(self, story: Story) -> None:
        await story.claire.says("rappelle-moi fin mars de faire le bilan")
        days = ["lun. 23/03", "mar. 24/03", "mer. 25/03", "jeu. 26/03", "ven. 27/03", "lun. 30/03", "mar. 31/03"]
        assert story.claire.buttons == [*(f"{day}, 9 h" for day in days), "❌ Abandonner"]

    async def test_a_public_holiday_is_said(self, story: Story) -> None:
        await story.claire.says("rappelle-moi le 14 mai à 10h de fermer le bureau")
        story.claire.sees("📅 Jeudi 14 mai 2026 (férié : Ascension) à 10 h")

    async def test_the_same_tap_twice_keeps_one(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi jeudi à 9h de réserver la salle")
        await claire.presses(KEEP, times=2)
        await claire.says("/rappels")
        claire.sees("1. réserver la salle – jeudi 12 mars à 9 h")
        assert claire.buttons == ["✏️ 1"]

    async def test_a_meeting_card_stays_while_a_reminder_is_asked(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Diabète hier 14h-16h, 12 présents")
        await asks(claire, "rappelle-moi jeudi à 9h de réserver la salle")
        await claire.says("non, 13 présents")
        claire.sees("👥 13 présents (avec vous)")
        await claire.presses(KEEP)
        assert len(await claire.receives_documents(1)) == 1


class TestTheCommands:
    async def test_rappel_with_words_or_without(self, story: Story) -> None:
        claire = story.claire
        await claire.says("/rappel commander le buffet lundi à 10h")
        claire.sees("commander le buffet", "📅 Lundi prochain, 16 mars 2026 à 10 h")
        await claire.says("/rappel")
        claire.sees("Que faut-il vous rappeler ? Écrivez-le en quelques mots, par exemple réserver la salle")

    async def test_rappels_is_turned_by_pages_changed_and_deleted(self, story: Story) -> None:
        claire = story.claire
        fruits = ("pommes", "poires", "prunes", "figues", "fraises", "cerises", "oranges")
        for day, fruit in enumerate(fruits, 12):
            await asks(claire, f"rappelle-moi le {day} mars à 10h d'acheter des {fruit}")
        await claire.says("mes rappels")
        claire.sees("1. acheter des pommes – jeudi 12 mars à 10 h", "5. acheter des fraises – lundi 16 mars à 10 h")
        assert claire.buttons == ["✏️ 1", "✏️ 2", "✏️ 3", "✏️ 4", "✏️ 5", "▶"]
        await claire.presses("▶")
        claire.sees("6. acheter des cerises – mardi 17 mars à 10 h", "7. acheter des oranges – mercredi 18 mars à 10 h")
        await claire.presses("✏️ 6")
        assert claire.buttons == ["✏️ Quand", "❌ Supprimer", "◀ Mes rappels"]
        await claire.presses("✏️ Quand")
        await claire.says("vendredi 20 à 11h")
        claire.sees("⏰ C’est noté", "acheter des cerises", "📅 Vendredi 20 mars 2026 à 11 h")
        await claire.says("/rappels")
        await claire.presses("▶")
        claire.sees("6. acheter des oranges – mercredi 18 mars à 10 h", "7. acheter des cerises – vendredi 20 mars à 11 h")
        await claire.presses("✏️ 6")
        await claire.presses("❌ Supprimer")
        claire.sees("❌ Supprimé : acheter des oranges")
        moves_to(story, 2026, 3, 20, 11)
        assert await rings(claire) == "⏰ acheter des cerises"

    async def test_annuler_takes_back_what_she_touched_last(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Diabète hier 14h-16h, 12 présents")
        story.passes(minutes=1)
        await asks(claire, "rappelle-moi jeudi à 9h de réserver la salle")
        story.passes(minutes=1)
        await claire.says("annule")
        claire.sees("↩︎ C’est annulé : réserver la salle")
        await claire.says("annule")
        claire.sees("C’est abandonné : rien n’a été enregistré.")
        moves_to(story, 2026, 3, 12, 9)
        await stays_silent(story, claire)

    async def test_what_was_undone_does_not_ring(self, story: Story) -> None:
        await asks(story.claire, "rappelle-moi jeudi à 9h de réserver la salle")
        await story.claire.presses("↩︎ Annuler")
        story.claire.sees("↩︎ C’est annulé : réserver la salle")
        moves_to(story, 2026, 3, 12, 9)
        await stays_silent(story, story.claire)


class TestASeries:
    async def test_putting_off_once_leaves_the_series_alone(self, story: Story) -> None:
        claire = story.claire
        await claire.says("tous les lundis à 9h point agenda")
        claire.sees("point agenda", "🔁 Tous les lundis à 9 h", "📅 Prochaine fois : lundi 16 mars")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 16, 9)
        assert await rings(claire) == "⏰ point agenda"
        await claire.presses("⏰ Plus tard")
        later = ["⏰ Dans une heure", "⏰ Ce soir", "⏰ Demain matin", "⏰ Lundi"]
        assert claire.buttons == [*later, "◀ Retour"]
        await claire.presses("⏰ Demain matin")
        assert (plain(claire.card.text), claire.toast) == (
            "⏰ point agenda\nremis au mardi 17 mars à 9 h",
            "Je vous le redis demain à 9 h.",
        )
        moves_to(story, 2026, 3, 17, 9)
        assert await rings(claire) == "⏰ point agenda"
        moves_to(story, 2026, 3, 23, 9)
        assert await rings(claire) == "⏰ point agenda"

    async def test_leaving_it_once_or_for_ever(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "tous les lundis à 9h point agenda")
        moves_to(story, 2026, 3, 16, 9)
        await rings(claire)
        await claire.presses("❌ Ne plus rappeler")
        assert claire.buttons == ["❌ Cette fois seulement", "❌ Toute la série", "◀ Retour"]
        await claire.presses("❌ Cette fois seulement")
        moves_to(story, 2026, 3, 23, 9)
        await rings(claire)
        await claire.presses("❌ Ne plus rappeler")
        await claire.presses("❌ Toute la série")
        assert claire.toast == "La série est arrêtée."
        moves_to(story, 2026, 3, 30, 9, summer=True)
        await stays_silent(story, claire)

    async def test_easter_monday_waits_for_tuesday(self, story: Story) -> None:
        claire = story.claire
        moves_to(story, 2026, 4, 4, 12, summer=True)
        await asks(claire, "tous les lundis à 9h point agenda")
        moves_to(story, 2026, 4, 6, 9, 30, summer=True)
        await stays_silent(story, claire)
        moves_to(story, 2026, 4, 7, 9, summer=True)
        assert await rings(claire) == "⏰ point agenda\n(prévu hier à 9 h)"

    async def test_nine_stays_nine_when_summer_comes(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "tous les vendredis à 9h point agenda")
        for day, summer in ((13, False), (20, False), (27, False)):
            moves_to(story, 2026, 3, day, 9, summer=summer)
            assert await rings(claire) == "⏰ point agenda"
        moves_to(story, 2026, 4, 3, 9, summer=True)
        assert await rings(claire) == "⏰ point agenda"


class TestBeforeAMeeting:
    async def test_it_counts_back_from_the_next_date_and_moves_with_it(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi de réserver la salle 3 jours avant le Copil CLS")
        claire.sees(
            "réserver la salle",
            "📅 3 jours avant la prochaine réunion – Copil CLS",
            "Aucune date n’est encore prévue : je fixerai le rappel dès qu’il y en aura une.",
        )
        await claire.presses(KEEP)
        await claire.says("Copil CLS hier 14h-16h, 8 présents, prochaine réunion le 27 mars à 14h")
        await claire.presses(KEEP)
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("1. réserver la salle – mardi 24 mars à 9 h")
        await claire.says("la prochaine réunion est le 9 avril à 14h")
        await claire.presses(KEEP)
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("1. réserver la salle – vendredi 3 avril à 9 h")  # three days before is Easter Monday
        moves_to(story, 2026, 3, 24, 9)
        await stays_silent(story, claire)
        moves_to(story, 2026, 4, 3, 9, summer=True)
        assert await rings(claire) == "⏰ réserver la salle\nCopil CLS : jeudi 9 avril à 14 h"

    async def test_two_copils_are_told_apart_by_a_button(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi deux jours avant le prochain Copil de réserver la salle")
        claire.sees("Avant la réunion de quel groupe ?")
        assert claire.buttons == ["Copil CLS", "Copil ASV", "❌ Abandonner"]
        await claire.presses("Copil ASV")
        claire.sees("📅 2 jours avant la prochaine réunion – Copil ASV")

    async def test_a_group_that_she_does_not_follow_is_refused(self, story: Story) -> None:
        await story.ines.says("rappelle-moi la veille du Copil CLS de venir")
        story.ines.sees("Vous ne suivez pas les réunions de ce groupe : dites-moi plutôt un jour, ou un de vos groupes.")


class TestBeforeEachMeeting:
    async def planned(self, claire: Someone, *spots: str) -> None:
        for spot in spots:
            await claire.says(f"prochain Copil CLS {spot}")
            await claire.presses(KEEP)

    async def test_it_rings_before_each_and_says_which(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappel 2h avant chaque copil cls de prendre le vidéoproj")
        claire.sees("prendre le vidéoproj", "📅 2 h avant chaque réunion – Copil CLS")
        await claire.presses(KEEP)
        await claire.says("/rappels")
        claire.sees("1. prendre le vidéoproj – avant chaque réunion – Copil CLS")
        await self.planned(claire, "vendredi 13 mars à 14h", "mardi 17 mars à 10h", "jeudi 19 mars à 15h")
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("1. prendre le vidéoproj – vendredi 13 mars à 12 h (avant chaque réunion – Copil CLS)")
        moves_to(story, 2026, 3, 13, 12)
        assert await rings(claire) == "⏰ prendre le vidéoproj\nCopil CLS : vendredi 13 mars à 14 h"
        await claire.presses("⏰ Plus tard")
        await claire.presses("⏰ Dans une heure")
        moves_to(story, 2026, 3, 13, 13)
        assert await rings(claire) == "⏰ prendre le vidéoproj\nCopil CLS : vendredi 13 mars à 14 h"
        await claire.presses("✅ Fait")
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("1. prendre le vidéoproj – mardi 17 mars à 8 h (avant chaque réunion – Copil CLS)")
        moves_to(story, 2026, 3, 17, 8)
        assert await rings(claire) == "⏰ prendre le vidéoproj\nCopil CLS : mardi 17 mars à 10 h"
        await claire.presses("❌ Ne plus rappeler")
        assert claire.buttons == ["❌ Cette fois seulement", "❌ Toute la série", "◀ Retour"]
        await claire.presses("❌ Toute la série")
        await claire.says("/rappels")
        claire.sees("Aucun rappel n’est prévu. Écrivez par exemple rappelle-moi de réserver la salle jeudi matin")

    async def test_on_its_day_it_rings_once_though_the_meeting_is_told_since(self, story: Story) -> None:
        claire = story.claire
        await self.planned(claire, "vendredi 13 mars à 14h", "vendredi 27 mars à 14h")
        await asks(claire, "rappelle-moi le matin de chaque Copil CLS de prendre les badges")
        moves_to(story, 2026, 3, 13, 9)
        await rings(claire)
        await claire.presses("✅ Fait")
        moves_to(story, 2026, 3, 13, 17)
        await claire.says("Copil CLS aujourd'hui 14h-16h, 12 présents")
        await claire.presses(KEEP)
        await claire.says("/rappels")
        claire.sees("1. prendre les badges – vendredi 27 mars à 9 h (le jour de chaque réunion – Copil CLS)")

    async def test_it_follows_what_is_moved_and_cancelled(self, story: Story) -> None:
        claire = story.claire
        await self.planned(claire, "vendredi 20 mars à 14h", "vendredi 27 mars à 14h")
        await asks(claire, "rappelle-moi 7 jours avant chaque Copil CLS d'envoyer la convocation")
        await claire.says("annule le copil cls du 20 mars")
        await claire.presses("✅ Oui, l’annuler")
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("1. envoyer la convocation – vendredi 20 mars à 9 h (avant chaque réunion – Copil CLS)")
        await self.planned(claire, "mercredi 25 mars à 10h")
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 18, 9)
        assert await rings(claire) == "⏰ envoyer la convocation\nCopil CLS : mercredi 25 mars à 10 h"
        moves_to(story, 2026, 3, 20, 9)
        assert await rings(claire) == "⏰ envoyer la convocation\nCopil CLS : vendredi 27 mars à 14 h"
        moves_to(story, 2026, 3, 21, 9)
        await stays_silent(story, claire)

    async def test_of_the_next_one_alone_the_list_says_that_it_has_rung(self, story: Story) -> None:
        claire = story.claire
        await self.planned(claire, "vendredi 13 mars à 14h", "mardi 17 mars à 10h")
        await asks(claire, "rappelle-moi 2h avant le copil cls de prendre le vidéoproj")
        moves_to(story, 2026, 3, 13, 12)
        await rings(claire)
        await claire.says("/rappels")
        claire.sees("1. prendre le vidéoproj – a sonné, sans réponse")
        await claire.presses("✏️ 1")
        claire.sees("📅 2 h avant la prochaine réunion – Copil CLS", "Il a déjà sonné, pour le 13 mars.")
        moves_to(story, 2026, 3, 17, 8)
        await stays_silent(story, claire)

    async def test_a_countdown_typed_beside_the_group(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappel J-7 copil cls envoyer convoc")
        claire.sees("envoyer convoc", "📅 7 jours avant la prochaine réunion – Copil CLS")
        await claire.says("rappels J-7 et J-1 copil cls envoyer convoc")
        claire.sees("ℹ️ Je ne peux pas tenir compte de « J-7 ».", "envoyer convoc", "📅 La veille de la prochaine réunion – Copil CLS")

    async def test_the_group_may_be_told_in_words(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi deux jours avant le prochain Copil de réserver la salle")
        claire.sees("Avant la réunion de quel groupe ?")
        await claire.says("cls")
        claire.sees("réserver la salle", "📅 2 jours avant la prochaine réunion – Copil CLS")


class TestWhatCannotBeKept:
    @pytest.mark.parametrize(
        ("words", "said", "shown"),
        [
            ("rappelle moi le 30 fevrier à 9h de ranger", "« le 30 fevrier »", "Quand faut-il vous le rappeler ?"),
            ("rappelle moi toutes les heures de boire", "« toutes les heures »", "Quand faut-il vous le rappeler ?"),
            ("rappelle moi hier de boire", "« hier »", "Quand faut-il vous le rappeler ?"),
            ("tous les lundis 9h hors vacances scolaires faire la facture", "« hors vacances scolaires »", "🔁 Tous les lundis"),
        ],
    )
    async def test_it_is_said_and_asked_for(self, story: Story, words: str, said: str, shown: str) -> None:
        await story.claire.says(words)
        story.claire.sees(f"ℹ️ Je ne peux pas tenir compte de {said}.")
        assert shown in plain(story.claire.card.text)

    async def test_a_day_of_the_year_comes_each_year(self, story: Story) -> None:
        await story.claire.says("tous les 29 fevrier rappelle moi de feter le bissextile à 10h")
        claire = story.claire
        claire.sees("feter le bissextile", "🔁 Tous les ans, le 29 février (le 28 les autres années) à 10 h")
        claire.sees("📅 Prochaine fois : dimanche 28 février 2027")
        await claire.presses("✅ Enregistrer")
        await claire.says("/rappels")
        listed = "feter le bissextile – dimanche 28 février 2027 à 10 h (tous les ans, le 29 février, ou le 28 les autres années)"
        assert listed in plain(claire.card.text)

    async def test_a_year_told_is_the_first_one(self, story: Story) -> None:
        await story.claire.says("rappelle moi le 29 fevrier 2028 à 10h de feter le bissextile")
        assert "29 février 2028" in plain(story.claire.card.text)

    async def test_no_brackets_stand_in_brackets(self, story: Story) -> None:
        await story.claire.says("rappelle moi le 31 de chaque mois a 17h d envoyer les heures")
        await story.claire.presses("✅ Enregistrer")
        await story.claire.says("/rappels")
        assert "(le 31 de chaque mois, ou le dernier jour d’un mois plus court)" in plain(story.claire.card.text)

    async def test_what_is_for_somebody_else_is_told_to_her(self, story: Story) -> None:
        await story.claire.says("rappelle à Marc Roussel d'envoyer le cr demain 10h")
        story.claire.sees("ℹ️ C’est à vous que je le rappellerai.", "rappeler à Marc Roussel d’envoyer le cr")

    async def test_the_due_days_of_actions_are_recalled_elsewhere(self, story: Story) -> None:
        await story.claire.says("rappelle moi la veille de l'échéance de l'action de Sophie")
        story.claire.sees(
            "ℹ️ Les échéances des actions : touchez ⏰ Rappeler les échéances sous la réunion enregistrée, ou dites-moi un jour."
        )


class TestActions:
    TOLD = (
        "GT Diabète hier 14h-16h, 12 présents, Marc Roussel relance la CAF avant le 20 mars, Sophie Martin réserve la salle pour le 23 mars"
    )

    async def test_nobody_hears_of_them_unless_she_asks(self, story: Story) -> None:
        await story.claire.says(self.TOLD)
        await story.claire.presses(KEEP)
        moves_to(story, 2026, 3, 20, 9)
        await stays_silent(story, story.marc)

    async def test_whoever_joined_hears_of_hers_the_working_day_before_else_the_one_who_asked(self, story: Story) -> None:
        claire, marc = story.claire, story.marc
        await claire.says(self.TOLD)
        await claire.presses(KEEP)
        await claire.presses("⏰ Rappeler les échéances")
        assert claire.toast == "Rappel à 9 h, le dernier jour ouvré avant l’échéance, à : Marc Roussel, Claire Fontaine."
        await claire.presses("⏰ Rappeler les échéances")
        moves_to(story, 2026, 3, 19, 9)
        assert await rings(marc) == "⏰ relance la CAF (échéance : vendredi 20 mars)"
        moves_to(story, 2026, 3, 20, 9)
        assert await rings(claire) == "⏰ réserve la salle (Sophie Martin, échéance : lundi 23 mars)"
        await stays_silent(story, marc)


class TestItsHour:
    async def test_late_in_the_day_it_says_for_when_it_was(self, story: Story) -> None:
        await asks(story.claire, "rappelle-moi jeudi à 9h de réserver la salle")
        moves_to(story, 2026, 3, 12, 14)
        assert await rings(story.claire) == "⏰ réserver la salle\n(prévu à 9 h)"

    async def test_the_next_morning_too(self, story: Story) -> None:
        await asks(story.claire, "rappelle-moi jeudi à 18h de réserver la salle")
        moves_to(story, 2026, 3, 12, 23)
        await stays_silent(story, story.claire)
        moves_to(story, 2026, 3, 13, 8)
        assert await rings(story.claire) == "⏰ réserver la salle\n(prévu hier à 18 h)"

    async def test_a_time_of_a_series_held_up_until_just_before_the_next_one_is_not_said_beside_it(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "tous les jours à 8h45 lire mes mails")
        moves_to(story, 2026, 3, 12, 8, 45)
        await rings(claire)
        moves_to(story, 2026, 3, 16, 8, 35)
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 16, 8, 45)
        assert await rings(claire) == "⏰ lire mes mails"
        await claire.says("/rappels")
        claire.sees_no("pas pu sonner")

    async def test_a_time_of_a_series_held_up_until_long_before_the_next_one_is_said(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "tous les jours à 17h lire mes mails")
        moves_to(story, 2026, 3, 12, 17)
        await rings(claire)
        moves_to(story, 2026, 3, 16, 8, 35)
        assert await rings(claire) == "⏰ lire mes mails\n(prévu vendredi dernier à 17 h)"

    async def test_past_its_window_it_is_kept_and_shown(self, story: Story) -> None:
        await asks(story.claire, "rappelle-moi jeudi à 9h de réserver la salle")
        moves_to(story, 2026, 3, 17, 10)
        await stays_silent(story, story.claire)
        await story.claire.says("/rappels")
        story.claire.sees("1. réserver la salle – n’a pas pu sonner")

    async def test_an_evening_or_a_sunday_that_she_asked_for_is_hers(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi demain à 21h d'appeler Karim")
        await asks(claire, "rappelle-moi dimanche à 10h d'arroser")
        moves_to(story, 2026, 3, 12, 21)
        assert await rings(claire) == "⏰ appeler Karim"
        moves_to(story, 2026, 3, 15, 10)
        assert await rings(claire) == "⏰ arroser"

    async def test_several_at_once_come_as_one_message(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de réserver la salle")
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler Karim")
        moves_to(story, 2026, 3, 12, 9)
        assert await rings(claire) == "⏰ À ne pas oublier\n\n1. réserver la salle\n2. appeler Karim"
        assert claire.buttons == ["✅ 1", "⏰ 1", "❌ 1", "✅ 2", "⏰ 2", "❌ 2"]
        await claire.presses("✅ 1")
        await claire.presses("⏰ 2")
        await claire.presses("⏰ Dans une heure")
        claire.sees("1. ✅ réserver la salle", "2. ⏰ appeler Karim – remis à 10 h")
        assert claire.buttons == []
        moves_to(story, 2026, 3, 12, 10)
        assert await rings(claire) == "⏰ appeler Karim"


class TestWhenTelegramFails:
    async def test_a_refusal_that_passes_is_tried_again(self, story: Story) -> None:
        await asks(story.claire, "rappelle-moi jeudi à 9h de réserver la salle")
        story.served.world.faults.add(Fault(kind="429", method="sendMessage", retry_after=1))
        moves_to(story, 2026, 3, 12, 9)
        world = story.served.world
        await world.waits_for(lambda: any(call.code == 429 for call in world.calls) or None, within=20, what="429")
        await stays_silent(story, story.claire)
        story.passes(seconds=30)
        assert await rings(story.claire) == "⏰ réserver la salle"

    @pytest.mark.parametrize("kind", ["lost_after_commit", "500"])
    async def test_what_may_have_arrived_is_said_and_not_sent_again(self, story: Story, kind: str) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de réserver la salle")
        story.served.world.faults.add(Fault(kind=kind, method="sendMessage"))  # type: ignore[arg-type]
        moves_to(story, 2026, 3, 12, 9)
        uncertain = (
            "Le rappel de 9 h (réserver la salle) est peut-être arrivé ci-dessus, peut-être pas : "
            "la connexion a été coupée. /rappels les montre tous."
        )
        await claire.person.waits_for(lambda her: plain(her.bot_messages[-1].text) == uncertain or None, within=20)
        rung = [plain(m.text) for m in claire.person.bot_messages if plain(m.text) == "⏰ réserver la salle"]
        assert len(rung) == (1 if kind == "lost_after_commit" else 0)
        await stays_silent(story, claire)
        await claire.says("/rappels")
        claire.sees("1. réserver la salle – est peut-être arrivé")

    async def test_nor_is_the_note_that_says_so_lost_with_it(self, story: Story) -> None:
        """Two faults in a row: the reminder, and the note that it may have arrived."""
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de réserver la salle")
        for _ in range(2):
            story.served.world.faults.add(Fault(kind="500", method="sendMessage"))
        moves_to(story, 2026, 3, 12, 9)
        await stays_silent(story, claire)
        story.passes(seconds=10)
        assert (await rings(claire)).startswith("Le rappel de 9 h (réserver la salle) est peut-être arrivé ci-dessus")
        story.passes(minutes=30)
        await stays_silent(story, claire)

    @pytest.mark.parametrize("kind", ["gone", "deactivated", "migrated"])
    async def test_nor_is_a_chat_that_is_no_more_tried_again_and_again(self, story: Story, kind: str) -> None:
        claire, marc = story.claire, story.marc
        await asks(marc, "tous les jours à 9h regarder les mails")
        story.served.world.faults.add(Fault(kind=kind, chat_id=marc.person.id, times=None))  # type: ignore[arg-type]
        moves_to(story, 2026, 3, 12, 9)
        assert (await rings(claire)).startswith("ℹ️ Marc Roussel ne reçoit plus mes messages")
        for day in (13, 16, 17):
            moves_to(story, 2026, 3, day, 9)
            await stays_silent(story, claire)
        refused = [call for call in story.served.world.calls if call.method == "sendMessage" and call.code != 200]
        assert len(refused) == 1

    async def test_the_coordinator_hears_once_of_somebody_who_blocked(self, story: Story) -> None:
        claire, marc = story.claire, story.marc
        await asks(marc, "tous les jours à 9h regarder les mails")
        marc.person.blocks()
        moves_to(story, 2026, 3, 12, 9)
        assert await rings(claire) == (
            "ℹ️ Marc Roussel ne reçoit plus mes messages : son compte Telegram est fermé ou bloque Maillon. "
            "Rien n’est perdu : ce qui était prévu l’attend dans /rappels."
        )
        sent = sum(call.method == "sendMessage" for call in story.served.world.calls)
        for day in (13, 16, 17):
            moves_to(story, 2026, 3, day, 9)
            await stays_silent(story, claire)
        assert sum(call.method == "sendMessage" for call in story.served.world.calls) == sent
        marc.person.unblocks()
        await marc.says("/rappels")
        marc.sees("1. regarder les mails – mercredi 18 mars à 9 h (tous les jours ouvrés) – la fois d’avant n’a pas pu sonner")
        moves_to(story, 2026, 3, 18, 9)
        assert await rings(marc) == "⏰ regarder les mails"


async def test_a_series_ends_when_she_said_and_leaves_out_what_she_left_out(story: Story) -> None:
    claire = story.claire
    await claire.says("rappelle-moi tous les jeudis à 9h jusqu'au 31 mars, sauf le 19 mars, de faire la paye")
    claire.sees(
        "faire la paye", "🔁 Tous les jeudis, sauf le 19 mars 2026, jusqu’au 31 mars 2026 à 9 h", "📅 Prochaine fois : jeudi 12 mars"
    )
    await claire.presses("✅ Enregistrer")
    claire.sees("🔁 Tous les jeudis, sauf le 19 mars 2026, jusqu’au 31 mars 2026 à 9 h")


async def test_the_last_day_of_each_month(story: Story) -> None:
    await story.claire.says("tous les mois le dernier jour à 17h envoyer les heures")
    story.claire.sees("envoyer les heures", "🔁 Le dernier jour de chaque mois à 17 h", "📅 Prochaine fois : mardi 31 mars")


async def test_a_day_beside_a_series_is_that_of_the_task(story: Story) -> None:
    await story.claire.says("rappelle-moi tous les lundis à 9h de préparer la réunion du 15 décembre")
    story.claire.sees("préparer la réunion du 15 décembre", "🔁 Tous les lundis à 9 h")


async def test_an_end_told_over_the_card_of_a_series_ends_it_and_keeps_it_a_series(story: Story) -> None:
    claire = story.claire
    await claire.says("rappelle-moi tous les lundis à 9h de faire la paye")
    await claire.says("jusqu'au 31 mars")
    claire.sees("faire la paye", "🔁 Tous les lundis, jusqu’au 31 mars 2026 à 9 h", "📅 Prochaine fois : lundi 16 mars")
    await claire.says("sauf le 16 mars")
    claire.sees("🔁 Tous les lundis, sauf le 16 mars 2026, jusqu’au 31 mars 2026 à 9 h", "📅 Prochaine fois : lundi 23 mars")


async def test_before_a_meeting_named_with_its_day_follows_that_meeting(story: Story) -> None:
    claire = story.claire
    for day in (18, 25):
        await claire.says(f"planifie le GT Diabète le {day} mars de 10h à 11h")
        await claire.presses("✅ Enregistrer")
    await claire.says("rappelle moi la veille du gt diabete du 25 mars a 17h d'imprimer les fiches")
    claire.sees("imprimer les fiches", "📅 La veille de la prochaine réunion – GT Diabète : mardi 24 mars à 17 h, pour le 25 mars")
    await claire.presses("✅ Enregistrer")
    await claire.says("decale le gt diabete du 25 mars au 20 mars 10h")
    await claire.presses("✅ Enregistrer")
    await claire.says("/rappels")
    assert "imprimer les fiches – jeudi 19 mars à 17 h" in plain(claire.card.text)
    await claire.says("rappelle moi la veille du gt diabete du 30 mars d'imprimer les fiches")
    assert "Dimanche 29 mars 2026 à 9 h" in plain(claire.card.text)
