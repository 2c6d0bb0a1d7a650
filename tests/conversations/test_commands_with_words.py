"""A command with words behind it does what the words say; the two lists that no sentence of a meeting gives: /actions and /presences."""

from __future__ import annotations

import pytest

from bot.domain.permissions import Role
from tests.builders import invite
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_week import tells

MEETING = "GT Diabète hier 14h-16h, 8 présents, Sophie Martin relance la CAF avant le 16, Marc Delmas relit le projet"


async def says(who: Someone, words: str) -> str:
    """The answer to it."""
    await who.says(words)
    return plain(who.card.text)


class TestWordsBehindACommand:
    async def test_the_minutes_of_that_group(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Nutrition hier 9h-10h, 5 présents")
        await tells(claire, MEETING)
        assert await says(claire, "/cr GT Diabète") == "Le compte rendu arrive."
        assert [sent.name for sent in await claire.receives_documents(3)][-1].startswith("CR_GT-Diabete")

    async def test_hours_are_a_card(self, story: Story) -> None:
        told = await says(story.claire, "/heures 2h de préparation hier pour le GT Diabète")
        assert told.splitlines()[:2] == ["⏱ 2 h de préparation", "📁 GT Diabète"]

    async def test_a_meeting_on_the_next_line(self, story: Story) -> None:
        told = await says(story.claire, "/reunion@maillon_bot\nGT Nutrition hier 9h-10h, 5 présents")
        assert told.splitlines()[0] == "GT Nutrition"

    async def test_words_that_say_nothing_leave_the_command(self, story: Story) -> None:
        alone = await says(story.claire, "/heures")
        await story.claire.presses("❌ Abandonner")
        assert await says(story.claire, "/heures bla bla") == alone

    async def test_groups_by_a_word_of_their_name(self, story: Story) -> None:
        assert (await says(story.claire, "/groupes NUTRI")).splitlines()[2] == "⭐ GT Nutrition · axe 7"


class TestActions:
    async def test_all_that_is_hers_whatever_the_day_done_and_taken_back(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, MEETING)
        listed = await says(claire, "/actions")
        assert listed.splitlines() == [
            "☑️ Actions à faire",
            "Touchez ✅ quand c’est fait.",
            "",
            "1. Sophie Martin : relance la CAF – 16/03/2026, GT Diabète",
            "2. Marc Delmas : relit le projet, GT Diabète",
        ]
        await claire.presses("✅ 2")
        assert plain(claire.card.text).splitlines()[3:] == ["1. Sophie Martin : relance la CAF – 16/03/2026, GT Diabète"]
        await claire.presses("↩︎ Annuler")
        assert plain(claire.card.text) == listed
        assert await says(claire, "mes actions") == listed

    async def test_of_a_group(self, story: Story) -> None:
        await tells(story.claire, MEETING)
        assert (await says(story.claire, "/actions GT Diabète")).startswith("☑️ Actions – GT Diabète")


class TestAttendance:
    async def test_a_card_opens_again(self, story: Story) -> None:
        claire = story.claire
        assert (await says(claire, "/presences")).startswith("Aucune réunion enregistrée")
        await tells(claire, MEETING)
        assert (await says(claire, "/presences")).startswith("👥 Qui était là : quelle réunion ?")
        await claire.presses("✏️ GT Diabète – 10/03/2026")
        assert "8 présents" in plain(claire.card.text)

    async def test_with_words(self, story: Story) -> None:
        await tells(story.claire, MEETING)
        told = await says(story.claire, "/presences ajoute Karim Benali au GT Diabète d'hier")
        assert told.splitlines()[0] == "✏️ Correction d’une réunion enregistrée"
        assert "Karim Benali" in told

    @pytest.mark.parametrize("command", ["/presences", "/actions", "/actions GT Diabète"])
    async def test_not_for_who_reads_figures_only(self, story: Story, command: str) -> None:
        await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=4, role=Role.READER))
        told = await says(story.stranger, command)
        assert "GT" not in told
        assert told
