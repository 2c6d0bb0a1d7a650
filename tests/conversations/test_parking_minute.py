"""« La minute du parking »: after a planned meeting its pilot is asked, answers with one tap and one message, or is left alone."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows, taps
from tests.conversations.test_planned_meetings import waiting
from tests.conversations.test_planning import pilots_no_more

KEEP = "✅ Enregistrer"
QUESTION = "🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?"
HINT = "Si oui, un seul message suffira ensuite, par exemple 12 présents, Karim excusé"
PROMPT = ["✅ Elle a eu lieu", "✏️ Reportée", "❌ Annulée", "⏰ Plus tard"]
CHASE = ["✅ Elle a eu lieu", "✏️ Reportée", "❌ Annulée", "❌ Ne plus demander"]


async def plans(who: Someone, when: str = "vendredi 13 mars de 14h à 16h à la Maison de la santé", group: str = "GT Diabète") -> None:
    """A meeting that is told announces the next one; the point of the week does not come between."""
    await who.says("plus de point de la semaine")
    await who.says(f"{group} hier 14h-16h, 8 présents. Prochaine réunion {when}")
    await who.presses(KEEP)
    await who.receives_document()


async def says_and_keeps(who: Someone, words: str) -> None:
    """A sentence and ✅."""
    await who.says(words)
    await who.presses(KEEP)


async def asked(story: Story) -> Someone:
    """Marc has planned a meeting, and is asked about it ten minutes after its end."""
    await plans(story.marc)
    moves_to(story, 2026, 3, 13, 16, 10)
    assert await rings(story.marc) == f"{QUESTION}\n{HINT}"
    return story.marc


def held(story: Story) -> list[tuple[object, ...]]:
    table = tables.meetings
    return rows(story, table.c.day, table.c.headcount, where=table.c.state == "tenue")


class TestDone:
    async def test_one_tap_one_message_one_tap(self, story: Story) -> None:
        await plans(story.marc)
        moves_to(story, 2026, 3, 13, 16, 9)
        await stays_silent(story, story.marc)
        moves_to(story, 2026, 3, 13, 16, 10)
        marc = story.marc
        assert await rings(marc) == f"{QUESTION}\n{HINT}"
        assert marc.buttons == PROMPT
        await marc.presses("✅ Elle a eu lieu")
        marc.sees("GT Diabète", "🗓 aujourd’hui, vendredi 13 mars 2026", "🕑 de 14 h à 16 h (2 h)", "📍 Maison de la santé, Alès")
        marc.sees_no("présents (avec vous)")
        assert [b for b in marc.buttons if b.startswith("⬜")] == [
            "⬜ Claire Fontaine", "⬜ Karim Benali", "⬜ Nathalie Roux", "⬜ Paul Mercier", "⬜ Sophie Martin",
        ]  # fmt: skip
        await marc.says("12 présents, Karim excusé, on a décidé de refaire l'atelier, prochaine réunion le 14 avril à 14h")
        marc.sees("👥 12 présents (avec vous)", "🙏 Personne excusée : Karim Benali (Mission locale d’Alès)")
        marc.sees("⚖️ Décision : refaire l’atelier")
        await marc.presses(KEEP)
        assert held(story) == [(date(2026, 3, 10), 8), (date(2026, 3, 13), 12)]
        assert waiting(story) == [(date(2026, 4, 14),)]
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, marc)

    async def test_commas_only(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says(
            "oui c fait on etait 8, on a decidé de refaire laffiche, sophie envoie le pdf avant lundi, mission locale excusée, fini a 15h30"
        )
        marc.sees("🕑 de 14 h à 15 h 30 (1 h 30)", "👥 8 présents (avec vous)", "⚖️ Décision : refaire laffiche")
        marc.sees("🙏 Personne excusée : Mission locale d’Alès", "☑️ Sophie Martin : envoie le pdf – pour le lundi 16 mars")

    async def test_nobody_is_silently_present(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await marc.presses("⬜ Karim Benali")
        await marc.presses("◀ Retour")
        await marc.presses(KEEP)
        table = tables.attendance
        there = rows(story, table.c.person_id, where=sa.and_(table.c.state == "présent", table.c.meeting_id == 3))
        assert there == [(5,)]

    async def test_straight_in_words(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("12 présents, Karim excusé")
        marc.sees("GT Diabète", "🕑 de 14 h à 16 h (2 h)", "👥 12 présents (avec vous)")
        marc.sees("🙏 Personne excusée : Karim Benali (Mission locale d’Alès)")

    async def test_another_meeting_told_is_another_card(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("GT Diabète mercredi 10h-11h, 4 présents")
        marc.sees("🗓 avant-hier, mercredi 11 mars 2026", "👥 4 présents (avec vous)")

    async def test_the_question_can_be_answered_in_its_own_words(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("oui, elle a bien eu lieu")
        marc.sees("GT Diabète", "🗓 aujourd’hui, vendredi 13 mars 2026", "🕑 de 14 h à 16 h (2 h)")

    async def test_a_second_tap_opens_the_same_card(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu", times=2)
        assert len(rows(story, tables.drafts.c.id, where=tables.drafts.c.state == "open")) == 1

    async def test_told_before_the_hour_it_is_not_asked(self, story: Story) -> None:
        await plans(story.marc)
        moves_to(story, 2026, 3, 13, 16, 5)
        await story.marc.says("GT Diabète aujourd'hui 14h-16h, 9 présents")
        await story.marc.presses(KEEP)
        await story.marc.receives_documents(2)
        moves_to(story, 2026, 3, 13, 16, 10)
        await stays_silent(story, story.marc)
        moves_to(story, 2026, 3, 20, 9)
        await stays_silent(story, story.marc)

    async def test_told_with_its_end_alone_it_began_as_planned(self, story: Story) -> None:
        await plans(story.marc)
        moves_to(story, 2026, 3, 13, 15, 20)
        await story.marc.says("gt diabete : 6 presents fini a 15h10")
        story.marc.sees("🕑 de 14 h à 15 h 10 (1 h 10)")


class TestNotDone:
    async def test_put_off_by_a_button_and_back(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✏️ Reportée")
        which = "Réunion reportée à quel jour ? Touchez, ou écrivez par exemple lundi 14h"
        marc.sees("🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h", which)
        assert marc.buttons == [
            "lun. 16/03, 14 h", "mar. 17/03, 14 h", "ven. 20/03, 14 h", "ven. 27/03, 14 h", "ven. 03/04, 14 h", "◀ Retour",
        ]  # fmt: skip
        await marc.presses("ven. 20/03, 14 h")
        marc.sees("✏️ GT Diabète, vendredi 13 mars : réunion reportée au vendredi 20 mars à 14 h")
        assert (waiting(story), marc.buttons) == ([(date(2026, 3, 20),)], ["↩︎ Annuler"])
        await marc.presses("↩︎ Annuler")
        assert (waiting(story), marc.buttons) == ([(date(2026, 3, 13),)], PROMPT)

    async def test_put_off_to_another_hour_of_the_day_it_is_asked_again_after_it(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("reportée à aujourd'hui 17h")
        marc.sees("🗓 GT Diabète : réunion reportée au vendredi 13 mars à 17 h. Je vous le redemanderai après.")
        moves_to(story, 2026, 3, 13, 17, 30)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 16, 8)
        assert (await rings(marc)).startswith("🗓 GT Diabète, vendredi 13 mars, de 17 h à 19 h : a-t-elle eu lieu ?")

    async def test_taken_back_only_while_nothing_newer_happened(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✏️ Reportée")
        await marc.presses("ven. 20/03, 14 h")
        prompt = marc.card
        await says_and_keeps(story.claire, "reporte le GT Diabète du 20 mars au 27 mars")
        await taps(marc, prompt, "↩︎ Annuler")
        assert marc.toast.startswith("Cette réunion a été déplacée, annulée ou tenue depuis")
        assert waiting(story) == [(date(2026, 3, 27),)]

    async def test_taken_back_within_a_day_and_no_later(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("❌ Annulée")
        story.passes(hours=25)
        await marc.presses("↩︎ Annuler")
        assert marc.toast.startswith("Plus de 24 h ont passé")
        assert waiting(story) == []

    async def test_who_lost_the_group_changes_its_meetings_no_more(self, story: Story) -> None:
        marc = await asked(story)
        pilots_no_more(story)
        await marc.presses("❌ Annulée")
        assert marc.toast.startswith("Vous pouvez enregistrer les réunions des groupes que vous pilotez.")
        await marc.says("reportée au lundi 16 à 14h")
        marc.sees("Vous pouvez enregistrer les réunions des groupes que vous pilotez. Pour celle-ci, demandez à la coordination.")
        assert waiting(story) == [(date(2026, 3, 13),)]

    async def test_a_new_day_is_that_of_the_question_though_another_meeting_was_just_planned(self, story: Story) -> None:
        await plans(story.marc)
        moves_to(story, 2026, 3, 13, 16, 0)
        marc = story.marc
        await says_and_keeps(marc, "prochain GT Diabète mardi 24 mars à 9h")
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(marc)
        await marc.presses("✏️ Reportée")
        await marc.says("mardi 17 à 10h")
        marc.sees("🗓 GT Diabète : réunion reportée au mardi 17 mars à 10 h. Je vous le redemanderai après.")

    async def test_put_off_in_words_and_asked_again_after_it(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✏️ Reportée")
        await marc.says("mardi 17 à 10h")
        marc.sees("🗓 GT Diabète : réunion reportée au mardi 17 mars à 10 h. Je vous le redemanderai après.")
        moves_to(story, 2026, 3, 17, 12, 10)
        assert (await rings(marc)).startswith("🗓 GT Diabète, mardi 17 mars, de 10 h à 12 h : a-t-elle eu lieu ?")

    async def test_put_off_without_a_tap(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("non, reportée au lundi 16 à 14h")
        marc.sees("🗓 GT Diabète : réunion reportée au lundi 16 mars à 14 h. Je vous le redemanderai après.")
        assert waiting(story) == [(date(2026, 3, 16),)]

    async def test_a_day_that_is_past_is_asked_again(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✏️ Reportée")
        await marc.says("le 2 mars 2026 à 14h")
        marc.sees("Le lundi 2 mars 2026 est déjà passé : dites-moi un jour à venir, par exemple lundi 14 h")
        await marc.says("lundi 16 mars à 14h")
        assert waiting(story) == [(date(2026, 3, 16),)]

    async def test_cancelled_and_back(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("❌ Annulée")
        marc.sees("❌ GT Diabète, vendredi 13 mars, de 14 h à 16 h : réunion annulée")
        assert (waiting(story), marc.buttons) == ([], ["↩︎ Annuler"])
        await marc.presses("↩︎ Annuler")
        assert (waiting(story), marc.buttons) == ([(date(2026, 3, 13),)], PROMPT)
        await marc.says("c'est annulé")
        marc.sees("❌ GT Diabète, vendredi 13 mars : réunion annulée.")
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, marc)

    async def test_later_is_the_next_morning_on_which_people_work(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("⏰ Plus tard")
        assert marc.buttons == ["⏰ Ce soir", "⏰ Prochain jour ouvré", "❌ Ne plus demander", "◀ Retour"]
        await marc.presses("⏰ Prochain jour ouvré")
        marc.sees("⏰ GT Diabète, vendredi 13 mars, de 14 h à 16 h : je redemande lundi 16 mars à 9 h")
        moves_to(story, 2026, 3, 16, 9)
        assert await rings(marc) == f"{QUESTION}\n{HINT}"
        assert marc.buttons == PROMPT


class TestWhenNobodyAnswers:
    async def test_chased_after_two_and_five_working_days_then_never(self, story: Story) -> None:
        marc = await asked(story)
        chase = "🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h : je n’ai pas encore le compte rendu. A-t-elle eu lieu ?"
        moves_to(story, 2026, 3, 16, 18)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 17, 9)
        assert await rings(marc) == f"{chase}\n{HINT}"
        assert marc.buttons == CHASE
        moves_to(story, 2026, 3, 20, 9)
        assert await rings(marc) == f"{chase} Je ne le redemanderai plus.\n{HINT}"
        moves_to(story, 2026, 3, 26, 9)
        await stays_silent(story, marc)

    async def test_a_refusal_is_remembered(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("⏰ Plus tard")
        await marc.presses("❌ Ne plus demander")
        marc.sees("❌ GT Diabète, vendredi 13 mars, de 14 h à 16 h : je ne le demanderai plus")
        assert (marc.toast, marc.buttons) == ("Je ne vous le demanderai plus pour cette réunion.", [])
        for day in (17, 20, 24):
            moves_to(story, 2026, 3, day, 9)
            await stays_silent(story, marc)

    async def test_a_meeting_told_since_takes_its_question_away(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("GT Diabète aujourd'hui 14h-16h, 9 présents")
        await marc.presses(KEEP)
        await marc.presses("✅ Elle a eu lieu")
        assert "C’est déjà réglé" in marc.toast

    async def test_who_came_is_asked_of_a_meeting_that_was_told_without_it(self, story: Story) -> None:
        marc = story.marc
        await marc.says("plus de point de la semaine")
        await marc.says("GT Diabète hier 14h-16h, Karim excusé")
        await marc.presses(KEEP)
        await marc.receives_document()
        moves_to(story, 2026, 3, 12, 9)
        assert await rings(marc) == "🗓 GT Diabète, mardi 10 mars, de 14 h à 16 h : je ne sais pas encore qui était là."
        assert marc.buttons == ["✏️ Compléter", "❌ Ne plus demander"]
        await marc.presses("✏️ Compléter")
        await marc.says("12 présents")
        await marc.presses(KEEP)
        assert held(story) == [(date(2026, 3, 10), 12)]
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, marc)


class TestWhoAndWhen:
    async def test_an_evening_meeting_is_asked_about_in_the_morning(self, story: Story) -> None:
        await plans(story.marc, "vendredi 13 mars de 18h à 20h30")
        moves_to(story, 2026, 3, 13, 20, 40)
        await stays_silent(story, story.marc)
        moves_to(story, 2026, 3, 16, 8)
        assert (await rings(story.marc)).startswith("🗓 GT Diabète, vendredi 13 mars, de 18 h à 20 h 30 : a-t-elle eu lieu ?")

    async def test_the_pilot_is_asked_though_the_coordinator_planned_it(self, story: Story) -> None:
        await plans(story.claire)
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(story.marc)
        await stays_silent(story, story.claire)

    async def test_without_a_pilot_whoever_planned_it_is_asked(self, story: Story) -> None:
        await plans(story.claire, group="GT Nutrition")
        moves_to(story, 2026, 3, 13, 16, 10)
        assert (await rings(story.claire)).startswith("🗓 GT Nutrition, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
        await stays_silent(story, story.marc)

    async def test_two_meetings_that_end_together_are_one_message(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, group="GT Nutrition")
        await claire.says("GT Santé mentale hier 10h-11h, 5 présents. Prochaine réunion vendredi 13 mars de 14h à 16h")
        await claire.presses(KEEP)
        await claire.receives_documents(2)
        moves_to(story, 2026, 3, 13, 16, 10)
        assert await rings(claire) == plain(
            "🗓 Vos réunions passées\n\n1. GT Nutrition, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?\n"
            "2. GT Santé mentale, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?"
        )
        assert claire.buttons == ["✅ 1", "✏️ 1", "❌ 1", "⏰ 1", "✅ 2", "✏️ 2", "❌ 2", "⏰ 2"]
        for words in ("decale le gt diabete du 20 a 14h", "reporte le gt diabète du 20 au 27"):
            await claire.says(words)  # of neither: an order about another group's meeting
            assert plain(claire.card.text).startswith("Je ne trouve pas de réunion prévue le vendredi 20 mars (GT Diabète)")
        await claire.presses("❌ 2")
        await claire.presses("✅ 1")
        claire.sees("GT Nutrition", "🕑 de 14 h à 16 h (2 h)")


class TestWhatSpeaksOfSomethingElse:
    """Straight after the question a sentence may be about anything: only what plausibly tells the meeting fills its card."""

    @pytest.mark.parametrize(
        "words",
        [
            "ajoute une réunion gt mémoire jeudi prochain 18h à 19h30 chez moi",
            "inviter Loïc Bernard comme lecteur",
            "Sophie prend mon relais",
            "arrête le rappel du lundi",
            "ma semaine le jeudi à 18h plutôt",
            "il faudra une salle pour 12 personnes",
            "on sera 12 la prochaine fois",
            "décale le rappel relance la CAF à vendredi 10h",
            "report du GT Nutrition du 14 au 17",
            "lundi 10h",
            "qui est excusé ?",
        ],
    )
    async def test_opens_no_card_of_that_meeting(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        marc.sees_no("GT Diabète, vendredi 13 mars")
        assert waiting(story) == [(date(2026, 3, 13),)]

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            ("Karim et Sophie", "👥 3 présents (avec vous)"),
            ("on a décidé de refaire l'atelier", "⚖️ Décision : refaire l’atelier"),
            ("fini à 15h30", "🕑 de 14 h à 15 h 30 (1 h 30)"),
            ("non, on était 3 seulement", "👥 3 présents (avec vous)"),
            ("le GT Diabète a bien eu lieu", "🕑 de 14 h à 16 h (2 h)"),
        ],
    )
    async def test_what_tells_it_still_does(self, story: Story, words: str, line: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        marc.sees("GT Diabète", "🗓 aujourd’hui, vendredi 13 mars 2026", line)

    async def test_after_other_talk_only_a_clear_answer_is_one(self, story: Story) -> None:
        marc = await asked(story)
        story.passes(minutes=5)
        await marc.says("c'est quand le prochain Copil CLS ?")
        story.passes(minutes=5)
        for words in ("Karim et Sophie", "c'est bon", "non", "plus tard", "8", "fini à 15h30"):
            await marc.says(words)
            assert rows(story, tables.drafts.c.id, where=tables.drafts.c.state == "open") == []
            marc.sees_no("13 mars")
        await marc.says("12 présents, Karim excusé")
        marc.sees("GT Diabète", "👥 12 présents (avec vous)")

    async def test_after_other_talk_it_can_still_be_cancelled(self, story: Story) -> None:
        marc = await asked(story)
        story.passes(minutes=5)
        await marc.says("/agenda")
        story.passes(minutes=5)
        await marc.says("finalement annulée")
        marc.sees("❌ GT Diabète, vendredi 13 mars : réunion annulée.")


EITHER = "🗓 GT Diabète, vendredi 13 mars : si la réunion n’a pas eu lieu, est-elle reportée ou annulée ?"


class TestRefusedInWords:
    @pytest.mark.parametrize("words", ["non pas fait", "non", "pas fait", "ça s'est pas fait", "personne n'est venu", "tombée à l'eau"])
    async def test_not_held_asks_which_and_a_tap_says_it(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        assert (plain(marc.card.text), marc.buttons) == (EITHER, ["✏️ Reportée", "❌ Annulée"])
        await marc.presses("❌ Annulée")
        assert waiting(story) == []

    @pytest.mark.parametrize(
        "words",
        [
            "on a annulé, personne n'est venu",
            "on a annulé personne n'est venu",
            "finalement annulé",
            "elle a été annulée car trop de malades",
            "non elle n'a pas eu lieu",
            "le GT Diabète n'a pas eu lieu",
            "on a annulé le gt diabete",
        ],
    )
    async def test_cancelled(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        marc.sees("❌ GT Diabète, vendredi 13 mars : réunion annulée.")

    @pytest.mark.parametrize(
        "words",
        [
            "pas fait, reporté à mardi prochain 14h",
            "pas fait reporté mardi 14h",
            "on la refait mardi à 14h",
            "finalement repoussée au mardi 17",
            "le GT Diabète est reporté au mardi 17 à 14h",
        ],
    )
    async def test_put_off(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        marc.sees("🗓 GT Diabète : réunion reportée au mardi 17 mars à 14 h. Je vous le redemanderai après.")
        assert held(story) == [(date(2026, 3, 10), 8)]

    async def test_put_off_without_a_day(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("reportée à une date ultérieure")
        marc.sees("⏰ GT Diabète, vendredi 13 mars : réunion reportée, date à fixer. Je vous redemande lundi 16 mars à 9 h.")

    async def test_later_offers_when(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("plus tard")
        marc.sees("⏰ GT Diabète, vendredi 13 mars : je vous redemande quand ?")
        assert marc.buttons == ["⏰ Ce soir", "⏰ Prochain jour ouvré", "❌ Ne plus demander", "◀ Retour"]

    async def test_later_with_its_moment(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("pas le temps, redemande moi ce soir")
        marc.sees("⏰ GT Diabète, vendredi 13 mars, de 14 h à 16 h : je redemande vendredi 13 mars à 18 h")
        moves_to(story, 2026, 3, 13, 18)
        assert await rings(marc) == f"{QUESTION}\n{HINT}"

    async def test_never_again(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("ne me demande plus")
        marc.sees("❌ GT Diabète, vendredi 13 mars, de 14 h à 16 h : je ne le demanderai plus")
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, marc)

    async def test_what_more_was_said_is_not_dropped_in_silence(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("annulée, Karim relance tout le monde")
        assert plain(marc.card.text) == f"J’ai compris qu’elle n’a pas eu lieu, mais pas la suite : redites-la après.\n\n{EITHER}"
        assert held(story) == [(date(2026, 3, 10), 8)]

    async def test_a_doubt_is_no_answer(self, story: Story) -> None:
        marc = await asked(story)
        for words in ("annulée ?", "pas annulée"):
            await marc.says(words)
            assert waiting(story) == [(date(2026, 3, 13),)]


class TestRefusedAfterItWasBegun:
    async def test_a_card_that_was_left_and_never_again(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("⏰ Plus tard")
        chooses = marc.card
        await marc.says("oui")
        await marc.presses("◀ Retour")
        await marc.presses("❌ Abandonner")
        await taps(marc, chooses, "❌ Ne plus demander")
        for day in (17, 20):
            moves_to(story, 2026, 3, day, 9)
            await stays_silent(story, marc)
