"""A planned meeting is prepared on its page: its agenda against its hours, an invitation to paste."""

from __future__ import annotations

from tests.conversations.conftest import Someone, Story, plain
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
            "Merci de confirmer votre présence à Marc Roussel.", "",
            "Bien cordialement,", "Marc Roussel", "Association Le Chaînon santé",
        ])  # fmt: skip
        assert story.claire.person.bot_messages[-1].text.startswith("Bienvenue")

    async def test_whoever_only_reads_the_agenda_writes_no_invitation(self, story: Story) -> None:
        await with_a_meeting(story)
        await story.claire.says("prochain GT Nutrition vendredi 13 mars 9h-11h")
        await story.claire.presses("✅ Enregistrer")
        await page(story.ines, "🗓 13/03/2026, 9 h – GT Nutrition")
        assert story.ines.buttons == ["📅 Vers mon calendrier", "◀ Agenda"]
