"""A planned meeting is prepared on its page: its agenda against its hours, an invitation to paste."""

from __future__ import annotations

import pytest

from storage import tables
from tests.conversations.bells import moves_to
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows
from tests.conversations.test_planning import plans
from tests.conversations.test_turnout import page, with_a_meeting

AGENDA = "ordre du jour du GT Diabète de vendredi : bilan 1h30, budget 45 min (Sophie Martin)"


async def with_an_agenda(story: Story) -> Someone:
    """The GT Diabète of Friday, 14 h to 16 h, with two points."""
    marc = await with_a_meeting(story)
    await marc.says(AGENDA)
    return marc


class TestTheTime:
    async def test_points_that_do_not_fit_are_said_at_once_and_on_the_page(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        marc.sees("En tout : 2 h 15.", "⚠️ C’est 15 min de plus que le temps prévu.")
        shown = (await page(marc)).splitlines()
        assert shown[-4:] == [
            "📄 Ordre du jour (2 h 15 en tout)", "1. Bilan (1 h 30)", "2. Budget (45 min, Sophie Martin)",
            "⚠️ C’est 15 min de plus que le temps prévu.",
        ]  # fmt: skip

    async def test_points_that_fit_need_no_word(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("ordre du jour du GT Diabète de vendredi : bilan 1h30, budget 30 min")
        marc.sees("En tout : 2 h.")
        marc.sees_no("de plus")


class TestTheInvitation:
    async def test_is_a_text_to_copy(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await page(marc)
        await marc.presses("📋 Texte d’invitation")
        assert plain(marc.card.text) == "\n".join([
            "✉️ À copier dans un message (Maillon ne l’envoie à personne)",
            "Bonjour,", "",
            "Nous avons le plaisir de vous inviter à la prochaine réunion – GT Diabète :",
            "vendredi 13 mars 2026, de 14 h à 16 h", "salle Rimbaud", "",
            "Ordre du jour :", "– bilan", "– budget", "",
            "Merci de confirmer votre présence à Marc ROUSSEL.", "",
            "Bien cordialement,", "Marc ROUSSEL", "Association Le Chaînon santé",
        ])  # fmt: skip
        assert story.claire.person.bot_messages[-1].text.startswith("Bienvenue")

    async def test_whoever_only_reads_the_agenda_writes_no_invitation(self, story: Story) -> None:
        await with_a_meeting(story)
        await story.claire.says("prochain GT Nutrition vendredi 13 mars 9h-11h")
        await story.claire.presses("✅ Enregistrer")
        await page(story.ines, "🗓 13/03/2026, 9 h – GT Nutrition")
        assert story.ines.buttons == ["📅 Vers mon calendrier", "◀ Agenda"]


BEFORE = "GT Diabète hier 14h-16h, 8 présents"
WAITS = "▶ Reporté au prochain ordre du jour : GT Diabète"
TAKE = "➕ Ajouter à l’ordre du jour"


class TestParkedPoints:
    async def test_put_off_taken_with_one_tap_and_taken_back(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await marc.says("points reportés du GT Diabète : enquête 20 min, site internet")
        assert plain(marc.card.text).splitlines() == [WAITS, "• enquête 20 min", "• site internet"]
        shown = (await page(marc)).splitlines()
        assert shown[-3:] == ["▶ Points reportés, à remettre ?", "• enquête 20 min", "• site internet"]
        await marc.presses(TAKE)
        assert plain(marc.card.text).splitlines()[1:] == [
            "1. Bilan (1 h 30)", "2. Budget (45 min, Sophie Martin)", "3. Enquête (20 min)", "4. Site internet",
        ]  # fmt: skip
        await marc.presses("↩︎ Annuler")
        assert plain(marc.card.text) == "↩︎ C’est annulé : GT Diabète, l’ordre du jour est comme avant."
        assert (await page(marc)).splitlines()[-2:] == ["• enquête 20 min", "• site internet"]

    async def test_of_the_meeting_that_was_just_kept(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says(BEFORE)
        await marc.presses("✅ Enregistrer")
        await marc.says("point reporté : enquête")
        assert (plain(marc.card.text).splitlines(), marc.buttons) == ([WAITS, "• enquête"], [TAKE, "↩︎ Annuler"])
        await marc.presses("↩︎ Annuler", times=2)
        await page(marc)
        offered = [
            "📋 Texte d’invitation",
            "⏰ Rappels du groupe",
            "✏️ Déplacer",
            "❌ Annuler la réunion",
            "📅 Vers mon calendrier",
            "◀ Agenda",
        ]
        assert marc.buttons == offered

    async def test_of_a_meeting_cancelled_since_they_wait_again(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("point reporté du GT Diabète : enquête")
        await marc.presses(TAKE)
        await marc.says("annule le GT Diabète de vendredi")
        await marc.presses("✅ Oui, l’annuler")
        await plans(marc, "prochain GT Diabète mardi 17 mars 14h-16h")
        assert (await page(marc, "🗓 17/03/2026, 14 h – GT Diabète")).splitlines()[-1] == "• enquête"

    async def test_without_a_group_it_is_asked(self, story: Story) -> None:
        await story.claire.says("point reporté : enquête")
        assert plain(story.claire.card.text).startswith("De quel groupe ?")

    async def test_what_the_last_meeting_did_not_speak_of_is_proposed(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        moves_to(story, 2026, 3, 13, 17)
        await marc.says("GT Diabète aujourd'hui 14h-16h, 8 présents, on a parlé du bilan, prochaine réunion le 9 avril à 14h")
        await marc.presses("✅ Enregistrer")
        await page(marc, "🗓 09/04/2026, 14 h – GT Diabète")
        marc.sees("▶ Point reporté, à remettre ?", "• budget 45 min (Sophie Martin)")

    async def test_only_by_whoever_keeps_the_meetings_of_the_group(self, story: Story) -> None:
        await story.ines.says("point reporté du GT Nutrition : enquête")
        await story.marc.says("point reporté du GT Nutrition : enquête")
        assert rows(story, tables.parked_points.c.id) == []

    async def test_an_agenda_that_changed_since_is_not_written_over(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("point reporté du GT Diabète : enquête")
        await marc.presses(TAKE)
        await marc.says(AGENDA)
        await marc.presses("↩︎ Annuler")
        assert rows(story, tables.meetings.c.topics, where=tables.meetings.c.state == "prévue") == [
            (("bilan 1h30", "budget 45 min (Sophie Martin)"),)
        ]


class TestAPointMoreOrLess:
    @pytest.mark.parametrize(
        "words",
        [
            "ajoute un point à l'odj du GT Diabète : astreintes 15 min",
            "rajoute à l'ordre du jour du gt diabete les astreintes (15 min)",
            "ajoute les astreintes 15 min à l'odj du GT Diabète de vendredi",
            "peux-tu mettre le point astreintes 15 min à l'ordre du jour du GT Diabète stp",
        ],
    )
    async def test_is_added_to_those_that_stand_there(self, story: Story, words: str) -> None:
        marc = await with_an_agenda(story)
        await marc.says(words)
        marc.sees("1. Bilan (1 h 30)", "2. Budget (45 min, Sophie Martin)", "3. Astreintes (15 min)", "En tout : 2 h 30.")
        assert rows(story, tables.drafts.c.id, where=tables.drafts.c.state == "open") == []

    async def test_is_taken_off_and_found_by_its_words(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await marc.says("enlève le budget de l'odj du GT Diabète")
        assert plain(marc.card.text).splitlines()[2:4] == ["1. Bilan (1 h 30)", ""]
        await marc.says("enlève les astreintes de l'odj du GT Diabète")
        marc.sees("1. Bilan (1 h 30)")
        assert "je n’y trouve pas « astreintes »" in plain(marc.card.text)

    async def test_that_stands_there_already_is_said(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await marc.says("ajoute le budget à l'odj du GT Diabète")
        assert "« budget » y est déjà" in plain(marc.card.text)

    async def test_that_was_not_told_is_asked(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await marc.says("ajoute un point à l'odj du GT Diabète")
        marc.sees("Quel point ? Dites par exemple ajoute le budget 15 min à l’ordre du jour du GT Diabète")

    async def test_put_off_in_one_sentence_moves_no_meeting(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await marc.says("reporte le point enquête logement à la prochaine séance du GT Diabète")
        assert plain(marc.card.text).splitlines() == [WAITS, "• enquête logement"]

    async def test_the_pilot_is_told_before(self, story: Story) -> None:
        marc = await with_an_agenda(story)
        await marc.says("pour le GT Diabète préviens le pilote 2h avant")
        assert any("☑" in label and "2 h" in label for label in marc.buttons), marc.buttons


class TestWhatIsKnownOfIt:
    async def test_who_comes_is_its_page(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("qui vient au GT Diabète vendredi ?")
        marc.sees("Personne ne s’est encore annoncé ni excusé pour cette réunion.", "GT Diabète", "📍 salle Rimbaud")
        await marc.says("Karim s'excuse pour le GT de vendredi")
        await marc.says("qui est excusé au gt diabete")
        marc.sees("GT Diabète", "🙏 Personne excusée : Karim Benali (Mission locale d’Alès)")
        marc.sees_no("Personne ne s’est encore")

    async def test_its_checklist(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("checklist du GT Diabète")
        assert plain(marc.card.text).startswith("Rien n’est noté à prévoir pour cette réunion.")
        await marc.says("à prévoir pour le GT Diabète de vendredi : salle, café")
        for words in ("checklist du GT Diabète", "logistique gt diabete", "qu'est-ce qu'il faut prévoir pour le GT Diabète ?"):
            await marc.says(words)
            assert marc.buttons[:2] == ["⬜ salle", "⬜ café"], marc.buttons

    async def test_what_was_seen_to_is_ticked(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("à prévoir pour le GT Diabète de vendredi : salle, café")
        await marc.says("la salle est réservée pour le GT Diabète")
        assert marc.buttons[:2] == ["☑️ salle", "⬜ café"], marc.buttons
        await marc.says("badges imprimés pour le gt diabete")
        assert plain(marc.card.text).startswith(
            "Je ne trouve pas « badges » dans ce qui est à prévoir : je n’ai rien coché. Touchez ci-dessous ce qui est fait."
        )
        marc.sees("⬜ café")

    async def test_the_points_that_wait(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("points reportés du GT Diabète")
        assert plain(marc.card.text).startswith("Aucun point reporté n’attend pour cette réunion.")
        await marc.says("point reporté du GT Diabète : enquête")
        await marc.says("points reportés du GT Diabète ?")
        marc.sees("▶ Point reporté, à remettre ?", "• enquête")

    async def test_of_a_group_without_a_meeting(self, story: Story) -> None:
        await story.claire.says("qui vient au GT Nutrition ?")
        assert plain(story.claire.card.text).startswith("Je ne trouve pas de réunion prévue")
