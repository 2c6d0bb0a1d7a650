"""The hours of what is planned: denied, backwards, none at all, a part of the day, or those of the last time."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_planning import KEEP, hours_of, plans

BACKWARDS = "⚠️ Cette réunion finirait avant d’avoir commencé. De quelle heure à quelle heure ? Écrivez par exemple 14h-16h"


def shown(who: Someone) -> str:
    """The card, without its marks."""
    text = plain(who.card.text)
    for mark in ("<b>", "</b>", "<i>", "</i>", "<code>", "</code>", "<s>", "</s>"):
        text = text.replace(mark, "")
    return text


class TestDeniedHours:
    @pytest.mark.parametrize(
        "said",
        [
            "le gt nutrition de mardi c a 15h pas a 10h30",
            "le GT Nutrition de mardi est à 15h, pas à 10h30",
            "gt nutrition mardi 17 mars à 15h (et non 10h30)",
            "gt nutrition mardi 17 mars 15h non 10h30",
            "gt nutrition mardi 17 mars pas à 10h30 mais à 15h",
            "décale le gt nutrition de mardi à 15h pas 10h30",
        ],
    )
    async def test_the_other_hour_is_meant_of_what_stands(self, story: Story, said: str) -> None:
        await plans(story.claire, "prochain GT Nutrition mardi 17 mars 10h30-12h")
        await plans(story.claire, said)
        assert hours_of(story) == [(date(2026, 3, 17), time(15), time(16, 30))]

    async def test_nothing_stands_there_yet(self, story: Story) -> None:
        await plans(story.claire, "gt nutrition mardi 17 mars 14h pas 10h")
        assert hours_of(story) == [(date(2026, 3, 17), time(14), None)]


class TestHoursBackwards:
    @pytest.mark.parametrize("hours", ["de 16h a 14h", "16h-14h", "15h 10h30"])
    async def test_they_are_asked_and_not_kept(self, story: Story, hours: str) -> None:
        claire = story.claire
        await claire.says(f"gt nutrition mardi 17 mars {hours}")
        assert BACKWARDS in shown(claire)
        assert KEEP not in claire.buttons
        await claire.says("14h-16h")
        await claire.presses(KEEP)
        assert hours_of(story) == [(date(2026, 3, 17), time(14), time(16))]

    async def test_a_start_told_alone_then_takes_the_wrong_end_away(self, story: Story) -> None:
        await story.claire.says("gt nutrition mardi 17 mars de 16h à 14h")
        await plans(story.claire, "à 14h")
        assert hours_of(story) == [(date(2026, 3, 17), time(14), None)]

    async def test_of_a_series_and_of_a_move_too(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Nutrition tous les mardis de 16h à 14h jusqu'au 15 avril")
        assert BACKWARDS in shown(claire)
        await plans(claire, "de 14h à 16h")
        await claire.says("décale le GT Nutrition du 17 mars de 16h à 15h")
        assert KEEP in claire.buttons or BACKWARDS in shown(claire)

    async def test_a_night_can_be(self, story: Story) -> None:
        await plans(story.claire, "gt nutrition mardi 17 mars de 22h à 2h")
        assert hours_of(story) == [(date(2026, 3, 17), time(22), time(2))]


class TestHoursThatNameNone:
    @pytest.mark.parametrize(
        ("said", "note"),
        [
            (
                "gt nutrition mardi 17 mars fin de matinee",
                "ℹ️ « Fin de matinee » : de quelle heure à quelle heure ? Écrivez par exemple 9h30-11h30",
            ),
            ("gt nutrition mardi 17 mars matin", "ℹ️ « Matin » : de quelle heure à quelle heure ? Écrivez par exemple 9h30-11h30"),
            ("gt nutrition mardi entre midi et 2", "ℹ️ « Entre midi et 2 » : de quelle heure à quelle heure ? Écrivez par exemple 12h-14h"),
            (
                "gt nutrition mardi apres midi à la mairie",
                "ℹ️ « Apres midi » : de quelle heure à quelle heure ? Écrivez par exemple 14h-16h",
            ),
            (
                "le gt nutrition c est le 24 mars toute la journee",
                "ℹ️ « Toute la journee » : de quelle heure à quelle heure ? Écrivez par exemple 9h-17h",
            ),
            (
                "gt nutrition tous les mardis matin",
                "ℹ️ « Matin » : de quelle heure à quelle heure ? Écrivez par exemple 9h30-11h30",
            ),
            ("gt nutrition mardi 17 mars à 25h", "⚠️ « 25h » n’est pas une heure : je ne l’ai pas prise. Écrivez par exemple 14h-16h"),
        ],
    )
    async def test_they_are_said_above_the_card(self, story: Story, said: str, note: str) -> None:
        await story.claire.says(said)
        assert shown(story.claire).splitlines()[0] == note
        await story.claire.says("9h-11h")
        story.claire.sees("🕑 de 9 h à 11 h")
        story.claire.sees_no("quelle heure à quelle heure")

    @pytest.mark.parametrize(
        "said", ["gt nutrition mardi matin 9h", "gt nutrition mardi 17 mars à 14h", "annule le gt nutrition de mardi matin"]
    )
    async def test_an_hour_told_beside_leaves_nothing_open(self, story: Story, said: str) -> None:
        await plans(story.claire, "prochain GT Nutrition mardi 17 mars")
        await story.claire.says(said)
        story.claire.sees_no("quelle heure")


class TestAsTheLastTime:
    @pytest.mark.parametrize(
        "said",
        [
            "prochain gt nutrition jeudi 26 mars meme heure meme salle",
            "gt nutrition jeudi 26 mars même horaire et même lieu que d'habitude",
            "gt nutrition le 26 mars mêmes horaires, même endroit",
            "gt nutrition jeudi 26 mars comme d'habitude",
        ],
    )
    async def test_hours_and_place_are_those_of_the_last_meeting(self, story: Story, said: str) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 17 mars 14h-16h salle Rimbaud")
        await claire.says(said)
        claire.sees("🕑 de 14 h à 16 h", "📍 salle Rimbaud")

    async def test_the_hour_alone(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 17 mars 14h-16h salle Rimbaud")
        await claire.says("gt nutrition jeudi 26 mars meme heure à la mairie")
        claire.sees("🕑 de 14 h à 16 h", "📍 mairie")

    async def test_over_the_card(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 17 mars 14h-16h salle Rimbaud")
        await claire.says("gt nutrition jeudi 26 mars")
        await claire.says("même heure même salle")
        claire.sees("🕑 de 14 h à 16 h", "📍 salle Rimbaud")

    async def test_what_is_not_known_is_said(self, story: Story) -> None:
        await story.claire.says("prochain copil cls dans 2 mois meme heure meme lieu")
        note = "ℹ️ Je ne connais ni l’heure ni le lieu habituels de cette réunion : dites-les-moi en une phrase."
        assert shown(story.claire).splitlines()[0] == note
