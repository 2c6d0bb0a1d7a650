"""« Prochain GT Nutrition mardi à 14h »: one card, one tap, it is in the agenda; it moves, it is cancelled, and all can be undone."""

from __future__ import annotations

from datetime import date, time

import sqlalchemy as sa

from handlers.callbacks import Do, Tap
from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import keeps, rows, taps
from tests.conversations.test_planned_meetings import waiting

KEEP = "✅ Enregistrer"
WARNED = "Par discrétion, ces mots ne seront pas gardés."
RIGHT = "Tout est juste ? Touchez ✅, ou écrivez simplement ce qui change."


async def plans(who: Someone, sentence: str) -> None:
    """A sentence and one tap."""
    await who.says(sentence)
    await who.presses(next(label for label in who.buttons if label.startswith("✅")))


def pilots_no_more(story: Story) -> None:
    """Marc has lost his group."""
    with story.store.engines.write() as connection:
        connection.execute(sa.update(tables.members).where(tables.members.c.person_id == 2).values(pilot=False))


def hours_of(story: Story) -> list[tuple[object, ...]]:
    """When what stands in the agenda begins and ends."""
    table = tables.meetings
    return rows(story, table.c.day, table.c.starts, table.c.ends, where=table.c.state == "prévue")


class TestPlanning:
    async def test_one_card_one_tap_and_it_is_in_the_agenda(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition mardi 17 à 14h salle Rimbaud")
        claire.sees("🗓 À venir", "GT Nutrition", "🗓 Mardi prochain, 17 mars 2026", "🕑 à 14 h", "📍 salle Rimbaud", RIGHT)
        assert claire.buttons == [KEEP, "✏️ Quand", "❌ Abandonner"]
        assert waiting(story) == []
        await claire.presses(KEEP)
        claire.sees("✅ C’est dans l’agenda.", "GT Nutrition", "🗓 Mardi 17 mars 2026", "🕑 à 14 h", "📍 salle Rimbaud")
        assert claire.buttons == ["↩︎ Annuler", "📅 Vers mon calendrier"]
        await claire.says("/agenda")
        claire.sees("Mardi 17 mars à 14 h : GT Nutrition – salle Rimbaud")

    async def test_a_sentence_corrects_the_card_and_then_what_was_kept(self, story: Story) -> None:
        claire = story.claire
        await claire.says("on se revoit pour le Copil CLS le 12 mai 9h30-12h")
        await claire.says("non, 10h-12h à la Maison de la santé")
        claire.sees("🕑 de 10 h à 12 h", "📍 Maison de la santé, Alès")
        await claire.says("plutôt mercredi 13")
        claire.sees("🗓 Mercredi 13 mai 2026", "🕑 de 10 h à 12 h")
        await claire.presses(KEEP)
        await claire.says("non, à 14h")
        claire.sees("🗓 Changement dans l’agenda", "▫️ Avant : mercredi 13 mai 2026, de 10 h à 12 h, Maison de la santé, Alès")
        claire.sees("➡️ Après :", "🕑 de 14 h à 16 h")
        await claire.presses(KEEP)
        assert hours_of(story) == [(date(2026, 5, 13), time(14), time(16))]

    async def test_the_same_tap_twice_plans_one_and_an_older_card_is_no_trap(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition mardi 17 à 14h")
        older = claire.card
        first = rows(story, tables.plans.c.id, tables.plans.c.version)[0]
        await claire.says("15h")
        assert older.labels == []
        await claire.forges(Tap(Do.PLAN_KEEP, *first).encode())  # type: ignore[arg-type]
        assert claire.toast == "Voici la carte à jour."
        assert waiting(story) == []
        await claire.presses(KEEP, times=2)
        assert hours_of(story) == [(date(2026, 3, 17), time(15), None)]

    async def test_undone_within_a_day_and_no_later(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 24 à 14h")
        await claire.presses("↩︎ Annuler")
        assert (plain(claire.card.text), claire.buttons) == ("↩︎ C’est annulé : l’agenda est comme avant.\nGT Nutrition", [])
        assert waiting(story) == []
        await plans(claire, "prochain GT Nutrition mardi 24 à 14h")
        story.passes(hours=25)
        await claire.presses("↩︎ Annuler")
        assert claire.toast.startswith("Plus de 24 h ont passé")
        assert waiting(story) == [(date(2026, 3, 24),)]

    async def test_annule_takes_back_whichever_was_touched_last(self, story: Story) -> None:
        claire = story.claire
        await keeps(claire, "GT Diabète hier 14h-16h, 8 présents")
        story.passes(minutes=1)
        await plans(claire, "prochain GT Nutrition mardi 24 à 14h")
        await claire.says("annule")
        assert waiting(story) == []
        claire.sees("↩︎ C’est annulé : l’agenda est comme avant.", "GT Nutrition")

    async def test_what_lacks_is_asked(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prévois un Copil le 12 mai à 9h30")
        claire.sees("La réunion de quel groupe ?")
        assert claire.buttons == ["Copil CLS", "Copil ASV", "❌ Abandonner"]
        await claire.presses("Copil ASV")
        claire.sees("Copil ASV", "🗓 Mardi 12 mai 2026", "🕑 à 9 h 30", RIGHT)
        await claire.says("planifie le GT Diabète la semaine prochaine à 14h")
        claire.sees("🗓 Entre le 16 et le 22 mars 2026", "Quel jour ? Touchez, ou écrivez par exemple mardi 8 à 14h")
        assert claire.buttons == ["lun. 16/03", "mar. 17/03", "mer. 18/03", "jeu. 19/03", "ven. 20/03", "❌ Abandonner"]
        await claire.presses("jeu. 19/03")
        claire.sees("🗓 Jeudi 19 mars 2026", "🕑 à 14 h", RIGHT)

    async def test_a_moment_that_is_past_is_asked_again(self, story: Story) -> None:
        await story.claire.says("planifie le GT Nutrition aujourd'hui à 14h")
        story.claire.sees("Ce moment est déjà passé.")
        assert KEEP not in story.claire.buttons

    async def test_holidays_are_pointed_out_and_nothing_moves(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le 14 mai à 14h")
        claire.sees("🗓 Jeudi 14 mai 2026", "⚠️ Jour férié : Ascension")
        await claire.says("prochain GT Nutrition le 22 avril à 14h")
        claire.sees("🗓 Mercredi 22 avril 2026", "⚠️ C’est pendant les vacances scolaires.")
        await claire.presses(KEEP)
        assert waiting(story) == [(date(2026, 4, 22),)]

    async def test_a_meeting_of_no_group_has_a_name(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "planifie une réunion avec la CAF jeudi de 10h à 11h30 à la mairie d'Anduze")
        claire.sees("Réunion avec la CAF", "🗓 Jeudi 12 mars 2026", "🕑 de 10 h à 11 h 30", "📍 Mairie d’Anduze")
        await plans(claire, "annule la réunion avec la CAF")
        assert waiting(story) == []

    async def test_told_again_it_is_the_same_meeting(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 24 à 14h")
        await claire.says("prochain GT Nutrition mardi 24 à 15h salle Rimbaud")
        claire.sees("ℹ️ Cette réunion est déjà dans l’agenda : mardi 24 mars 2026, à 14 h. ✅ la met à jour.")
        claire.sees("🕑 à 15 h", "📍 salle Rimbaud")
        await claire.presses(KEEP)
        assert hours_of(story) == [(date(2026, 3, 24), time(15), None)]
        await claire.presses("↩︎ Annuler")
        assert hours_of(story) == [(date(2026, 3, 24), time(14), None)]

    async def test_once_held_it_waits_no_more_and_cannot_be_moved(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète demain à 14h")
        kept = claire.card
        story.passes(hours=23)
        await keeps(claire, "GT Diabète aujourd'hui 14h-16h, 8 présents")
        assert waiting(story) == []
        await taps(claire, kept, "↩︎ Annuler")
        assert claire.toast.startswith("Cette réunion a été déplacée, annulée ou tenue depuis")


class TestConflicts:
    async def test_the_same_room_is_pointed_out_before_it_is_kept_and_in_the_agenda(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 12 mai 9h30-12h à la Maison de la santé")
        await claire.says("prochain GT Nutrition le 12 mai 11h-13h à la maison santé")
        claire.sees("⚠️ Lieu déjà pris : Copil CLS, de 9 h 30 à 12 h")
        await claire.presses(KEEP)
        await claire.says("/agenda")
        claire.sees(
            "Mardi 12 mai, de 9 h 30 à 12 h : Copil CLS – Maison de la santé, Alès ⚠️",
            "Mardi 12 mai, de 11 h à 13 h : GT Nutrition – Maison de la santé, Alès ⚠️",
            "⚠️ même lieu ou même pilote à la même heure",
        )

    async def test_a_room_told_without_its_noun_is_the_same_one(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 12 mai 9h30-12h salle Rimbaud")
        await claire.says("prochain GT Nutrition le 12 mai 11h-13h, lieu : Rimbaud")
        claire.sees("⚠️ Lieu déjà pris : Copil CLS, de 9 h 30 à 12 h")

    async def test_a_room_that_another_meeting_of_the_day_has_is_known_by_its_name_alone(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 12 mai 9h30-12h salle Rimbaud")
        await claire.says("gt nutrition mardi 12 mai 11h-13h rimbaud")
        claire.sees("📍 salle Rimbaud", "⚠️ Lieu déjà pris : Copil CLS, de 9 h 30 à 12 h")
        await claire.says("gt nutrition mardi 12 mai 11h-13h machin")
        claire.sees("ℹ️ Je n’ai pas compris « machin » : je n’en ai pas tenu compte.")
        await claire.says("gt nutrition mardi 12 mai 11h-13h, ccas, cafe a prevoir")
        claire.sees("ℹ️ Je n’ai pas compris « cafe a prevoir » : je n’en ai pas tenu compte.", "📍 CCAS")

    async def test_one_after_the_other_is_no_conflict(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 12 mai 9h30-12h salle Rimbaud")
        await claire.says("prochain GT Nutrition le 12 mai 12h-13h salle Rimbaud")
        claire.sees_no("⚠️")

    async def test_the_same_pilot_is_pointed_out(self, story: Story) -> None:
        with story.store.engines.write() as connection:
            connection.execute(
                sa.update(tables.members).where(tables.members.c.group_id == 3, tables.members.c.person_id == 2).values(pilot=True)
            )
        claire = story.claire
        await plans(claire, "prochain GT Diabète le 12 mai 9h-11h")
        await claire.says("prochain Copil CLS le 12 mai 10h-12h")
        claire.sees("⚠️ Marc Roussel pilote à la même heure : GT Diabète, de 9 h à 11 h")


class TestMoving:
    async def test_a_day_for_another_at_the_same_hour(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars de 14h à 16h salle Rimbaud")
        await claire.says("reporte le GT de jeudi 19 au 26 même heure")
        claire.sees(
            "🗓 Changement dans l’agenda",
            "GT Nutrition",
            "▫️ Avant : jeudi 19 mars 2026, de 14 h à 16 h, salle Rimbaud",
            "➡️ Après :",
            "🗓 Jeudi 26 mars 2026",
            "🕑 de 14 h à 16 h",
        )
        assert waiting(story) == [(date(2026, 3, 19),)]
        await claire.presses(KEEP)
        assert waiting(story) == [(date(2026, 3, 26),)]
        await claire.presses("↩︎ Annuler")
        assert waiting(story) == [(date(2026, 3, 19),)]

    async def test_by_a_week_by_an_hour_and_to_another_hour(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 12 mai 9h30-12h")
        await plans(claire, "décale le copil CLS d'une semaine")
        assert hours_of(story) == [(date(2026, 5, 19), time(9, 30), time(12))]
        await plans(claire, "avance le copil CLS d'une heure")
        assert hours_of(story) == [(date(2026, 5, 19), time(8, 30), time(11))]
        await plans(claire, "le copil CLS passe à 14h")
        assert hours_of(story) == [(date(2026, 5, 19), time(14), time(16, 30))]

    async def test_where_to_is_asked(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars à 14h")
        await claire.says("finalement le GT Nutrition est reporté")
        claire.sees("GT Nutrition", "🗓 Jeudi 19 mars 2026", "À quand ? Touchez, ou écrivez par exemple jeudi 12 à 14h")
        assert claire.buttons == ["jeu. 26/03", "jeu. 02/04", "jeu. 09/04", "jeu. 16/04", "❌ Abandonner"]
        await claire.says("vendredi 27 à 10h")
        claire.sees("🗓 Vendredi 27 mars 2026", "🕑 à 10 h", RIGHT)

    async def test_which_one_is_asked_when_several_fit(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars à 9h")
        await plans(claire, "prochain GT Diabète jeudi 19 mars à 14h")
        await claire.says("annule la réunion de jeudi 19")
        claire.sees("🗓 Annulation", "Laquelle ?")
        assert claire.buttons == ["🗓 19/03/2026, 9 h – GT Nutrition", "🗓 19/03/2026, 14 h – GT Diabète", "❌ Abandonner"]
        await claire.presses("🗓 19/03/2026, 14 h – GT Diabète")
        claire.sees("GT Diabète", "🗓 Jeudi 19 mars 2026", "🕑 à 14 h")

    async def test_what_is_not_in_the_agenda_is_said(self, story: Story) -> None:
        await story.claire.says("annule le GT Nutrition de jeudi")
        story.claire.sees(
            "Je ne trouve pas de réunion prévue le jeudi 12 mars (GT Nutrition) que vous puissiez changer. "
            "Écrivez /agenda pour voir ce qui est prévu."
        )

    async def test_a_reminder_counted_back_follows(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète vendredi 20 mars à 14h")
        await plans(claire, "rappelle-moi de réserver la salle 3 jours avant le GT Diabète")
        claire.sees("📅 3 jours avant la prochaine réunion – GT Diabète : mardi 17 mars à 9 h, pour le 20 mars")
        await plans(claire, "décale le GT Diabète d'une semaine")
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 24, 9)
        assert await rings(claire) == "⏰ réserver la salle\nGT Diabète : vendredi 27 mars à 14 h"


class TestCancelling:
    async def test_given_up_in_words_and_asked_back(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars à 14h")
        await claire.says("annule le GT Nutrition")
        await claire.says("annule")
        claire.sees("Touchez ✅ pour annuler la réunion, ❌ pour la garder.", "🗓 Annulation")
        assert claire.buttons == ["✅ Oui, l’annuler", "❌ Abandonner"]
        await claire.says("finalement non")
        claire.sees("C’est abandonné : l’agenda n’a pas changé.", "GT Nutrition, jeudi 19 mars, à 14 h : la réunion reste prévue.")
        await claire.says("reporte le GT Nutrition au 20")
        await claire.says("non rien")
        claire.sees("GT Nutrition, jeudi 19 mars, à 14 h : la réunion reste prévue.")
        await plans(claire, "annule le GT Nutrition")
        await claire.says("ah non on la garde")
        assert waiting(story) == [(date(2026, 3, 19),)]

    async def test_cancelled_and_taken_back(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars à 14h")
        await claire.says("annule le GT Nutrition")
        claire.sees("🗓 Annulation", "GT Nutrition", "🗓 Jeudi 19 mars 2026")
        assert claire.buttons == ["✅ Oui, l’annuler", "❌ Abandonner"]
        await claire.presses("✅ Oui, l’annuler")
        claire.sees("✅ La réunion est annulée.")
        assert waiting(story) == []
        await claire.presses("↩︎ Annuler")
        assert waiting(story) == [(date(2026, 3, 19),)]

    async def test_given_up_nothing_changes(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars à 14h")
        await claire.says("le GT Nutrition de jeudi 19 est annulé, trop d'absents")
        await claire.presses("❌ Abandonner")
        assert plain(claire.card.text) == "C’est abandonné : l’agenda n’a pas changé.\nGT Nutrition"
        assert waiting(story) == [(date(2026, 3, 19),)]

    async def test_another_meeting_of_that_day_is_asked_about_and_not_taken(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition jeudi 19 mars à 14h")
        await claire.says("annule la réunion avec la CAF de jeudi 19 mars")
        claire.sees("🗓 Annulation", "Laquelle ?")
        assert claire.buttons[-1] == "❌ Abandonner"
        assert "✅ Oui, l’annuler" not in claire.buttons
        await plans(claire, "planifie une réunion avec la CAF jeudi 19 mars à 9h")
        await claire.says("annule la réunion avec la CAF de jeudi 19 mars")
        claire.sees("🗓 Annulation", "Réunion avec la CAF", "🕑 à 9 h")
        await claire.presses("✅ Oui, l’annuler")
        assert hours_of(story) == [(date(2026, 3, 19), time(14), None)]


class TestWhatCannotBeOneOrder:
    async def test_two_meetings_are_told_one_at_a_time(self, story: Story) -> None:
        await story.claire.says("planifie un GT Nutrition le 17 mars à 14h et le 24 mars à 15h")
        story.claire.sees(
            "Votre phrase dit plusieurs jours, heures ou groupes : je n’ai rien changé à l’agenda. "
            "Dites-moi une réunion à la fois, par exemple : GT Nutrition le 17 mars 2026 à 14h"
        )
        assert waiting(story) == []

    async def test_the_dates_of_a_group_are_no_meeting_and_the_first_is_copied(self, story: Story) -> None:
        await story.claire.says("prochains gt nutrition : 10/09, 8/10 et 12/11 a 10h")
        story.claire.sees(
            "Votre phrase dit plusieurs jours, heures ou groupes : je n’ai rien changé à l’agenda. "
            "Dites-moi une réunion à la fois, par exemple : GT Nutrition le 10 septembre 2026 à 10h"
        )
        assert rows(story, tables.drafts.c.id) == waiting(story) == []
        await plans(story.claire, "GT Nutrition le 10 septembre 2026 à 10h")
        assert waiting(story) == [(date(2026, 9, 10),)]

    async def test_a_day_that_does_not_exist_is_said(self, story: Story) -> None:
        await story.claire.says("planifie un GT Nutrition le 31 avril à 14h")
        story.claire.sees(
            "Le 31 avril n’existe pas dans le calendrier : je n’ai rien changé à l’agenda. Redites votre phrase avec le bon jour."
        )
        await story.claire.says("gt nutrition le 29 fevrier 2027 10h")
        story.claire.sees(
            "Le 29 février 2027 n’existe pas dans le calendrier : je n’ai rien changé à l’agenda. Redites votre phrase avec le bon jour."
        )
        assert waiting(story) == []

    async def test_a_patient_gives_no_name_to_a_meeting(self, story: Story) -> None:
        claire = story.claire
        await claire.says("planifie une synthèse jeudi 19 mars à 10h sur Mme Dupont, 82 ans, alzheimer")
        claire.sees("🗓 À venir", "Synthèse", "🕑 à 10 h")
        claire.sees_no("Dupont")
        assert plain(claire.card.text).endswith(plain(WARNED))
        await claire.presses(KEEP)
        assert rows(story, tables.meetings.c.title) == [("Synthèse",)]


class TestWhoMay:
    async def test_a_pilot_plans_for_her_groups_and_a_contributor_for_none(self, story: Story) -> None:
        await plans(story.marc, "prochain GT Diabète lundi à 9h")
        story.marc.sees("✅ C’est dans l’agenda.")
        await story.marc.says("prochain GT Nutrition lundi à 9h")
        story.marc.sees("Vous pouvez enregistrer les réunions des groupes que vous pilotez. Pour celle-ci, demandez à la coordination.")
        await story.ines.says("prochain GT Nutrition lundi à 9h")
        story.ines.sees(
            "Les réunions sont enregistrées par les pilotes et la coordination : demandez-leur. "
            "Écrivez /aide pour voir ce que je sais faire pour vous."
        )
        assert waiting(story) == [(date(2026, 3, 16),)]

    async def test_a_pilot_cannot_touch_the_meetings_of_others(self, story: Story) -> None:
        await plans(story.claire, "prochain Copil CLS lundi à 9h")
        await story.marc.says("annule le Copil CLS de lundi")
        story.marc.sees_no("Annulation")
        assert waiting(story) == [(date(2026, 3, 16),)]

    async def test_rights_lost_between_the_card_and_the_tap_are_looked_at_again(self, story: Story) -> None:
        marc = story.marc
        await plans(marc, "prochain GT Diabète lundi 16 à 9h")
        kept = marc.card
        await marc.says("prochain GT Diabète lundi 23 à 9h")
        pilots_no_more(story)
        await marc.presses(KEEP)
        assert marc.toast.startswith("Vous pouvez enregistrer les réunions des groupes que vous pilotez.")
        await taps(marc, kept, "↩︎ Annuler")
        assert marc.toast.startswith("Vous pouvez enregistrer les réunions des groupes que vous pilotez.")
        assert waiting(story) == [(date(2026, 3, 16),)]


async def test_an_open_card_of_another_meeting_stays_as_it_is(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, 12 présents")
    await plans(claire, "prochain GT Nutrition mardi à 14h")
    claire.sees("✅ C’est dans l’agenda.", "GT Nutrition")
    story.passes(minutes=61)
    await claire.says("non, 13 présents")
    claire.sees("GT Diabète", "👥 13 présents (avec vous)")


async def test_a_day_told_with_another_weekday_than_its_own_is_asked_and_both_are_offered(story: Story) -> None:
    claire = story.claire
    await claire.says("prochain GT Nutrition vendredi 15 avril à 9h")
    claire.sees("⚠️ Le 15 avril 2026 est un mercredi.", "🕑 à 9 h", "🗓 Entre le 15 et le 17 avril 2026")
    assert claire.buttons[:3] == ["mer. 15/04", "jeu. 16/04", "ven. 17/04"]
    await claire.presses("ven. 17/04")
    claire.sees("🗓 Vendredi 17 avril 2026")
    await claire.says("plutôt mardi 21 avril")
    claire.sees("🗓 Mardi 21 avril 2026")


async def test_points_told_behind_are_said_to_be_told_again_once_it_is_kept(story: Story) -> None:
    claire = story.claire
    await claire.says("prochain GT Nutrition mardi 17 à 14h, on parlera du budget et des fontaines")
    sentence = "ordre du jour du GT Nutrition du 17 mars 2026 : budget, fontaines"
    claire.sees(f"ℹ️ L’ordre du jour n’est pas sur cette carte. Après ✅, écrivez : {sentence}", "GT Nutrition", "🕑 à 14 h")
    await claire.presses("✅ Enregistrer")
    await claire.says(sentence)
    claire.sees("1. Budget", "2. Fontaines")


async def test_a_day_that_may_be_far_behind_or_ahead_offers_both(story: Story) -> None:
    await story.claire.says("Copil CLS le 24 septembre de 9h à 17h")
    assert "🗓 À venir : jeudi 24/09" in story.claire.buttons
