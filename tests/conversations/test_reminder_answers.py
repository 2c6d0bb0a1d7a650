"""What is done with what rang: an action that is closed with it, numbers that stay, lists that say when it really rings."""

from __future__ import annotations

import pytest

from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain

KEEP = "✅ Enregistrer"


async def asks(who: Someone, *sentences: str) -> None:
    """Reminders, each in one sentence and one tap."""
    for sentence in sentences:
        await who.says(sentence)
        await who.presses(KEEP)


class TestAnAction:
    TOLD = (
        "GT Diabète hier 14h-16h, 12 présents, Sophie Martin réserve la salle pour le 23 mars, Marc Roussel relance la CAF avant le 20 mars"
    )

    async def kept(self, story: Story, group: str = "GT Diabète") -> None:
        await story.claire.says(self.TOLD.replace("GT Diabète", group))
        await story.claire.presses(KEEP)
        await story.claire.presses("⏰ Rappeler les échéances")

    async def test_done_under_its_reminder_is_done_in_the_list_until_it_is_taken_back(self, story: Story) -> None:
        claire = story.claire
        await self.kept(story)
        moves_to(story, 2026, 3, 20, 9)
        await rings(claire)
        await claire.presses("✅ Fait")
        claire.sees("✅ réserve la salle (Sophie Martin, échéance : lundi 23 mars)", "☑️ L’action est faite aussi dans /actions.")
        assert claire.buttons == ["↩︎ Annuler"]
        await claire.says("/actions")
        claire.sees_no("réserve la salle")
        claire.sees("1. Marc Roussel : relance la CAF – 20/03/2026, GT Diabète")

    async def test_it_is_taken_back_with_its_reminder(self, story: Story) -> None:
        claire = story.claire
        await self.kept(story)
        moves_to(story, 2026, 3, 20, 9)
        await rings(claire)
        await claire.presses("✅ Fait", times=2)
        await claire.presses("↩︎ Annuler")
        assert plain(claire.card.text) == "⏰ réserve la salle (Sophie Martin, échéance : lundi 23 mars)"
        assert claire.buttons == ["✅ Fait", "⏰ Plus tard", "❌ Ne plus rappeler"]
        await claire.says("/actions")
        claire.sees("2. Sophie Martin : réserve la salle – 23/03/2026, GT Diabète")

    async def test_one_that_she_may_not_close_stays_and_it_is_said(self, story: Story) -> None:
        claire, marc = story.claire, story.marc
        await self.kept(story, "Copil CLS")
        moves_to(story, 2026, 3, 19, 9)
        await rings(marc)
        await marc.presses("✅ Fait")
        marc.sees(
            "✅ relance la CAF (échéance : vendredi 20 mars)",
            "ℹ️ L’action reste à faire : la personne qui pilote le groupe peut la cocher dans /actions.",
        )
        assert marc.buttons == []
        await claire.says("/actions")
        claire.sees("1. Marc Roussel : relance la CAF – 20/03/2026, Copil CLS")


class TestNumbers:
    async def test_they_stay_whatever_is_done_with_one(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h20 girafe", "rappelle-moi jeudi à 9h05 aigle", "rappelle-moi jeudi à 9h10 zebre")
        moves_to(story, 2026, 3, 12, 9, 30)
        rung = await rings(claire)
        assert [line.split(" (")[0] for line in rung.splitlines()[2:]] == ["1. aigle", "2. zebre", "3. girafe"]
        await claire.presses("✅ 3")
        assert plain(claire.card.text).splitlines()[2:] == ["1. aigle", "2. zebre", "3. ✅ girafe"]
        await claire.presses("✅ 1")
        assert plain(claire.card.text).splitlines()[2:] == ["1. ✅ aigle", "2. zebre", "3. ✅ girafe"]
        assert claire.buttons == ["✅ 2", "⏰ 2", "❌ 2"]


class TestLists:
    async def test_an_open_card_is_no_reminder_that_rang(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de relancer la CAF")
        story.passes(minutes=20)
        await claire.says("rappelle-moi jeudi à 10h de relancer la CPAM")
        await claire.says("supprime mes rappels de jeudi")
        claire.sees("1. relancer la CAF – jeudi 12 mars à 9 h", "2. relancer la CPAM – carte ouverte, pas encore enregistrée")
        claire.sees_no("a sonné")

    async def test_working_days_are_shown_on_the_day_on_which_it_rings_and_said_once(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "tous les jours ouvrés à 17h pointer")
        moves_to(story, 2026, 3, 13, 17)
        await rings(claire)
        await claire.says("/rappels")
        claire.sees("1. pointer – lundi 16 mars à 17 h (tous les jours ouvrés)")
        moves_to(story, 2026, 3, 16, 12)
        await claire.says("supprime le rappel de lundi")
        claire.sees("pointer – lundi 16 mars à 17 h (tous les jours ouvrés)")
        moves_to(story, 2026, 3, 16, 17)
        assert await rings(claire) == "⏰ pointer"
        await claire.presses("✅ Fait")
        await claire.says("/rappels")
        claire.sees("1. pointer – mardi 17 mars à 17 h (tous les jours ouvrés)")
        moves_to(story, 2026, 3, 19, 17)
        assert (await rings(claire)).startswith("⏰ pointer")
        await stays_silent(story, claire)

    async def test_what_was_held_up_of_a_daily_series_is_said_once(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "tous les jours à 17h pointer")
        moves_to(story, 2026, 3, 18, 12)
        assert (await rings(claire)).startswith("⏰ pointer\n(prévu")
        await stays_silent(story, claire)


class TestAMeetingThatHasBegun:
    async def test_the_next_one_is_meant_or_none_is_planned(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Diabète jeudi 12 mars 10h-11h")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 12, 10, 42)
        await claire.says("rappelle-moi 1 jour avant le GT Diabète de relire le CR")
        claire.sees(
            "📅 La veille de la prochaine réunion – GT Diabète",
            "Aucune date n’est encore prévue : je fixerai le rappel dès qu’il y en aura une.",
        )
        await claire.says("prochain GT Diabète le 26 mars à 10h")
        await claire.presses(KEEP)
        await claire.says("rappelle-moi 1 jour avant le GT Diabète de relire les notes")
        claire.sees("📅 La veille de la prochaine réunion – GT Diabète : mercredi 25 mars à 9 h, pour le 26 mars")

    async def test_a_card_kept_later_looks_for_the_next_one(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Diabète jeudi 12 mars 10h-11h")
        await claire.presses(KEEP)
        await claire.says("rappelle-moi 2h avant le GT Diabète de relire le CR")
        claire.sees("📅 2 h avant la prochaine réunion – GT Diabète : jeudi 12 mars à 8 h, pour le 12 mars")
        moves_to(story, 2026, 3, 13, 10)
        await claire.presses(KEEP)
        claire.sees("⏰ C’est noté", "Aucune date n’est encore prévue : je fixerai le rappel dès qu’il y en aura une.")


class TestTheCard:
    async def test_before_a_day_it_rings_on_the_working_day_before_and_says_so(self, story: Story) -> None:
        await story.claire.says("rappelle-moi d'acheter les cadeaux avant lundi")
        story.claire.sees(
            "ℹ️ « avant lundi » : je vous le rappelle le dernier jour ouvré d’avant.",
            "acheter les cadeaux",
            "📅 Après-demain, vendredi 13 mars 2026 à 9 h (heure habituelle)",
        )

    async def test_a_second_reminder_is_said_and_not_kept(self, story: Story) -> None:
        await story.claire.says("vendredi 12h rendre le véhicule, lundi 8h30 prendre le badge")
        story.claire.sees(
            "ℹ️ Un rappel à la fois : j’ai laissé de côté « lundi 8 h 30 prendre le badge ». Redites-le après celui-ci.",
            "rendre le véhicule",
            "📅 Après-demain, vendredi 13 mars 2026 à 12 h",
        )


class TestSaidInWords:
    @pytest.mark.parametrize(
        "words", ["c fait", "c'est fait", "fait", "ok c'est fait merci", "préfecture c est fait", "la préfecture c'est appelé"]
    )
    async def test_done(self, story: Story, words: str) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler la préfecture")
        moves_to(story, 2026, 3, 12, 9)
        await rings(claire)
        await claire.says(words)
        assert (plain(claire.card.text), claire.buttons) == ("✅ appeler la préfecture", [])
        await claire.says("/rappels")
        claire.sees("Aucun rappel n’est prévu. Écrivez par exemple rappelle-moi de réserver la salle jeudi matin")

    async def test_of_several_she_is_asked_which_or_names_it(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler la préfecture", "rappelle-moi jeudi à 9h d'appeler la CAF")
        moves_to(story, 2026, 3, 12, 9)
        await rings(claire)
        await claire.says("c'est fait")
        claire.sees("✅ Lequel est fait ?", "1. appeler la préfecture", "2. appeler la CAF")
        await claire.says("la caf c'est fait")
        assert plain(claire.card.text) == "✅ appeler la CAF"

    async def test_what_names_nothing_that_rang_is_something_else(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler la préfecture")
        await claire.says("c'est fait")
        claire.sees_no("✅ appeler")
        moves_to(story, 2026, 3, 12, 9)
        await rings(claire)
        await claire.says("le dentiste c'est fait")
        claire.sees_no("✅ appeler")


class TestPutOffInWords:
    async def test_what_rang_last_rings_again_then(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler Paul")
        await claire.says("dans 1h")
        claire.sees_no("remis")
        moves_to(story, 2026, 3, 12, 9)
        await rings(claire)
        await claire.says("encore 10 min stp")
        assert plain(claire.card.text) == "⏰ appeler Paul\nremis à 9 h 10"
        moves_to(story, 2026, 3, 12, 9, 10)
        assert await rings(claire) == "⏰ appeler Paul"
        await claire.says("plus tard")
        claire.sees("⏰ appeler Paul", "⏰ Pour quand ?")
        assert claire.buttons[0] == "⏰ Dans une heure"
        await claire.says("ce soir plutôt")
        assert plain(claire.card.text) == "⏰ appeler Paul\nremis à 18 h"
        moves_to(story, 2026, 3, 12, 18)
        await rings(claire)
        await claire.says("redis le moi demain")
        assert plain(claire.card.text) == "⏰ appeler Paul\nremis au vendredi 13 mars à 9 h"
        moves_to(story, 2026, 3, 13, 9)
        assert await rings(claire) == "⏰ appeler Paul"

    async def test_of_several_she_is_asked_and_a_card_touched_since_goes_before(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler Paul", "rappelle-moi jeudi à 9h d'appeler la CAF")
        moves_to(story, 2026, 3, 12, 9)
        await rings(claire)
        await claire.says("dans 1h")
        claire.sees("⏰ Lequel remettre à plus tard ?", "1. appeler Paul", "2. appeler la CAF")
        await claire.says("rappelle-moi de réserver la salle")
        await claire.says("dans 2h")
        claire.sees("réserver la salle", "📅 Aujourd’hui, jeudi 12 mars 2026 à 11 h")


class TestDoneBeforeItRings:
    async def test_the_one_that_is_named_never_rings(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h d'appeler la CPAM", "rappelle-moi jeudi à 10h de relancer l'ARS")
        await claire.says("le rappel de la cpam c fait")
        assert plain(claire.card.text) == "✅ C’est fait : appeler la CPAM. Je ne vous le rappellerai pas."
        await claire.presses("↩︎ Annuler")
        claire.sees("⏰ C’est noté", "appeler la CPAM", "📅 Demain, jeudi 12 mars 2026 à 9 h")
        await claire.says("c bon pour la cpam")
        claire.sees("✅ C’est fait : appeler la CPAM. Je ne vous le rappellerai pas.")
        await claire.says("le rappel du dentiste c'est fait")
        claire.sees("Je ne trouve pas de rappel « dentiste ».", "1. relancer l’ARS – jeudi 12 mars à 10 h")
        moves_to(story, 2026, 3, 12, 9, 30)
        await stays_silent(story, claire)

    async def test_taken_back_an_action_that_somebody_else_has_closed_stays_closed(self, story: Story) -> None:
        claire, marc = story.claire, story.marc
        await claire.says("GT Diabète hier 14h-16h, 12 présents, Marc Roussel relance la CAF avant le 20 mars")
        await claire.presses(KEEP)
        await claire.presses("⏰ Rappeler les échéances")
        await claire.says("la caf c'est fait")
        claire.sees("☑️ C’est fait : relance la CAF")
        await marc.says("le rappel de la caf c'est fait")
        await marc.presses("↩︎ Annuler")
        marc.sees("📅 Jeudi 19 mars 2026 à 9 h")
        await claire.says("/actions")
        claire.sees_no("relance la CAF")

    async def test_of_several_she_is_asked_and_a_series_goes_on(self, story: Story) -> None:
        claire = story.claire
        await asks(
            claire,
            "rappelle-moi jeudi à 9h d'appeler la CAF",
            "rappelle-moi lundi d'écrire à la CAF",
            "tous les lundis à 9h faire la caisse",
        )
        await claire.says("la caf c'est fait")
        claire.sees("✅ Lequel est fait ?", "1. appeler la CAF – jeudi 12 mars à 9 h", "2. écrire à la CAF – lundi 16 mars à 9 h")
        await claire.presses("✅ 2")
        claire.sees("✅ C’est fait : écrire à la CAF. Je ne vous le rappellerai pas.")
        await claire.says("la caisse c'est fait")
        claire.sees("ℹ️ Ce rappel revient : la prochaine fois reste prévue. Pour l’arrêter, touchez ❌.")
        await claire.says("GT Diabète hier 14h-16h, 12 présents, Sophie Martin réserve le vidéoprojecteur")
        await claire.presses(KEEP)
        await claire.says("le videoprojecteur c'est réglé")
        claire.sees("☑️ C’est fait : réserve le vidéoprojecteur")


class TestOnTheDayAfter:
    async def test_it_counts_from_the_day_on_which_it_stands(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi le 18 mars à 10h d'envoyer la lettre ARS")
        story.passes(minutes=90)
        await claire.says("repousse le rappel lettre ars au lendemain")
        claire.sees("📅 Jeudi 19 mars 2026 à 10 h")
        story.passes(minutes=90)
        await claire.says("décale le rappel lettre ars au lendemain 11h")
        claire.sees("📅 Vendredi 20 mars 2026 à 11 h")

    async def test_over_an_open_card_too(self, story: Story) -> None:
        await story.claire.says("rappelle-moi le 18 mars à 10h d'envoyer la lettre ARS")
        await story.claire.says("finalement la veille à 14h")
        story.claire.sees("📅 Mardi prochain, 17 mars 2026 à 14 h")


class TestBeforeEachMeeting:
    async def test_what_is_set_is_shown_replaced_and_taken_away(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappels gt diabete j-7 et la veille")
        await claire.says("rappels du gt diabete")
        claire.sees("⏰ Avant chaque réunion – GT Diabète", "Je le rappelle une semaine avant et la veille à Marc Roussel.")
        await claire.says("rappels gt diabete une heure avant seulement")
        claire.sees("Je le rappelle 1 h avant à Marc Roussel.")
        await claire.says("rappels gt diabete : la veille à 18h")
        claire.sees(
            "ℹ️ Je ne peux pas tenir compte de « à 18 h » : compté en jours, ce rappel arrive à 9 h. "
            "Pour une autre heure, comptez en heures : 3 h avant.",
            "Je le rappelle la veille et 1 h avant à Marc Roussel.",
        )
        await claire.says("rappels gt diabete jamais")
        claire.sees("Rien pour l’instant. Ce que vous touchez sera rappelé à Marc Roussel.")

    async def test_who_does_not_pilot_it_hears_whom_to_ask(self, story: Story) -> None:
        await story.marc.says("rappels copil cls j-2")
        story.marc.sees("Seule la personne qui pilote le groupe règle les rappels avant chaque réunion. Demandez-lui ou à la coordination.")


class TestNamedByItsWordsAlone:
    async def test_deleted_or_moved(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de relancer la CAF", "rappelle-moi lundi à 9h de faire la caisse")
        story.passes(minutes=90)
        await claire.says("decale relancer la caf d'une heure")
        claire.sees("⏰ C’est noté", "relancer la CAF", "📅 Demain, jeudi 12 mars 2026 à 10 h")
        await claire.says("celui de la caf finalement vendredi 11h")
        claire.sees("relancer la CAF", "📅 Après-demain, vendredi 13 mars 2026 à 11 h")
        await claire.says("supprime caisse")
        claire.sees("❌ Supprimer ce rappel ?", "faire la caisse – lundi 16 mars à 9 h")
        await claire.says("supprime dentiste")
        claire.sees_no("❌ Supprimer ce rappel ?")

    async def test_what_counts_on_from_each_meeting_is_said_and_asked(self, story: Story) -> None:
        await story.claire.says("rappelle moi apres chaque copil cls d'envoyer le cr")
        story.claire.sees("ℹ️ Je ne peux pas tenir compte de « apres chaque copil cls ».", "envoyer le cr")


class TestAfterAMeeting:
    async def test_it_follows_the_meeting_and_rings_though_the_meeting_is_told(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Diabète jeudi 12 mars 10h-11h")
        await claire.presses(KEEP)
        await asks(claire, "rappelle-moi d'envoyer les docs après le GT Diabète")
        claire.sees("📅 15 min après la fin de la prochaine réunion – GT Diabète : jeudi 12 mars à 11 h 15, réunion du 12 mars")
        await claire.says("rappelle-moi le lendemain du GT Diabète à 10h de remercier les intervenants")
        claire.sees("📅 Le lendemain de la prochaine réunion – GT Diabète : vendredi 13 mars à 10 h, réunion du 12 mars")
        await claire.presses(KEEP)
        await claire.says("décale le GT Diabète de jeudi à 9h-9h30")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 12, 9, 35)
        await claire.says("GT Diabète ce matin 9h-9h30, 12 présents")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 12, 9, 45)
        assert (await rings(claire)).startswith("⏰ envoyer les docs")
        moves_to(story, 2026, 3, 13, 10)
        assert (await rings(claire)).startswith("⏰ remercier les intervenants")

    async def test_the_group_is_asked_where_none_is_named(self, story: Story) -> None:
        await story.claire.says("après la réunion rappelle moi d'envoyer le CR")
        story.claire.sees("envoyer le CR", "Après la réunion de quel groupe ?")
        await story.claire.says("gt diabete")
        story.claire.sees("📅 15 min après la fin de la prochaine réunion – GT Diabète")


def shows(who: Someone, *parts: str) -> None:
    shown = plain(who.card.text)
    assert [part for part in parts if part not in shown] == [], shown


def hides(who: Someone, *parts: str) -> None:
    shown = plain(who.card.text)
    assert [part for part in parts if part in shown] == [], shown


class TestWhatWasTouchedLast:
    """Above an older card of a meeting, which stays as it was."""

    MEETING = "GT Diabète hier 14h-16h, 12 présents"

    async def test_what_rings_is_put_off_and_ticked(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de valider le devis", "rappelle-moi jeudi à 14h d'appeler Sophie")
        await claire.says(self.MEETING)
        moves_to(story, 2026, 3, 12, 9)
        await rings(claire)
        await claire.says("/rappels")
        await claire.says("demain 9h plutot")
        shows(claire, "⏰ valider le devis", "remis au vendredi 13 mars à 9 h")
        hides(claire, "GT Diabète")
        await claire.says("fait")
        shows(claire, "✅", "valider le devis")
        moves_to(story, 2026, 3, 12, 14)
        await rings(claire)
        await claire.says("sophie appelee")
        shows(claire, "✅ appeler Sophie")
        await claire.says("/brouillon")
        shows(claire, "12 présents", "10 mars", "de 14 h à 16 h")
        hides(claire, "Décision", "Prochaine réunion")

    async def test_what_was_just_kept_is_changed(self, story: Story) -> None:
        claire = story.claire
        await claire.says(self.MEETING)
        await claire.presses(KEEP)
        await asks(claire, "rappelle-moi jeudi à 9h d'imprimer les badges")
        await claire.says("non vendredi 9h")
        shows(claire, "imprimer les badges", "vendredi 13 mars 2026 à 9 h")
        await claire.says("finalement 10h")
        shows(claire, "imprimer les badges", "vendredi 13 mars 2026 à 10 h")
        await claire.says("en fait vendredi 10h")
        shows(claire, "C’est déjà ce qui est noté", "imprimer les badges")
        await claire.says("/rappels")
        shows(claire, "1. imprimer les badges – vendredi 13 mars à 10 h")

    async def test_an_open_card_hears_a_plain_yes_and_another_hour_and_its_old_copy_deletes_nothing(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi jeudi à 9h d'écrire à l'ARS")
        for yes in ("ok", "c bon"):
            await claire.says(yes)
            shows(claire, "Rien n’est encore enregistré : touchez ✅", "écrire à l’ARS")
        await claire.says("plutot 17h")
        shows(claire, "12 mars 2026 à 17 h")
        await claire.says("a 11h plutot")
        shows(claire, "12 mars 2026 à 11 h")
        await claire.presses(KEEP)
        await claire.presses("❌ Abandonner")
        await claire.says("/rappels")
        shows(claire, "1. écrire à l’ARS – jeudi 12 mars à 11 h")

    async def test_a_leave_is_on_other_days(self, story: Story) -> None:
        claire = story.claire
        await claire.says(self.MEETING)
        await claire.presses(KEEP)
        await claire.says("je suis en congé du 24 au 27")
        await claire.says("non du 24 au 26")
        shows(claire, "Congé", "Du 24 au 26 mars 2026")
        await claire.presses(KEEP)
        await claire.says("finalement que le 25")
        shows(claire, "Congé noté", "25 mars 2026")
        hides(claire, "GT Diabète")
