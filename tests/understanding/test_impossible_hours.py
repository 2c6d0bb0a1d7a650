"""Whether hours and days that cannot be are asked or said, and a pause is taken off."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.drafts import Field, gaps_of_hours, gaps_of_meeting
from tests.understanding.cards import BLANK, CARD, answer, changes
from tests.understanding.territory import kept


@pytest.mark.parametrize("hours", ["16h-14h", "de 14h à 10h", "11h-9h30", "de 8h à 2h", "18h de réunion"])
def test_hours_that_can_hardly_be_are_asked(hours: str) -> None:
    (meeting,) = kept(f"GT Nutrition hier {hours}, 5 présents").meetings
    assert gaps_of_meeting(meeting) == (Field.DURATION,)


@pytest.mark.parametrize("hours", ["22h-4h", "de 20h à minuit", "19h-1h", "8h-20h"])
def test_a_night_or_a_long_day_can_be(hours: str) -> None:
    (meeting,) = kept(f"GT Nutrition hier {hours}, 5 présents").meetings
    assert gaps_of_meeting(meeting) == ()


def test_hours_said_again_are_believed() -> None:
    card = kept("GT Nutrition hier de 8h à 2h, 5 présents")
    again = answer("de 8h à 2h", card, asked=Field.DURATION)
    assert again.changed == (Field.DURATION,)
    assert gaps_of_meeting(again.content.meetings[0]) == ()
    other = answer("16h-14h", card, asked=Field.DURATION)
    assert gaps_of_meeting(other.content.meetings[0]) == (Field.DURATION,)


def test_a_correction_that_makes_hours_impossible_is_asked_about() -> None:
    assert gaps_of_meeting(answer("fini à 12h", CARD).content.meetings[0]) == (Field.DURATION,)


@pytest.mark.parametrize(
    "said", ["25 h de réunion hier", "30h de préparation hier pour le Copil CLS", "18h de route hier pour le Copil CLS"]
)
def test_more_than_a_day_of_hours_is_asked(said: str) -> None:
    (hours,) = kept(said).hours
    assert Field.MINUTES in gaps_of_hours(hours)


@pytest.mark.parametrize("day", ["le 29/2", "le 31/11", "le 30 février", "le 31 avril", "mardi 31 novembre", "le 32 janvier"])
def test_a_day_that_does_not_exist_is_asked(day: str) -> None:
    (meeting,) = kept(f"GT Nutrition {day} de 9h à 11h, 5 présents").meetings
    assert (meeting.day, gaps_of_meeting(meeting), meeting.unsure) == (None, (Field.DAY,), (Field.DAY,))


@pytest.mark.parametrize("day", ["le 29/2", "le 31/11", "le 31 novembre"])
def test_hours_on_a_day_that_does_not_exist_are_asked(day: str) -> None:
    (hours,) = kept(f"2h de préparation {day} pour le Copil CLS").hours
    assert (hours.days, gaps_of_hours(hours)) == ((), (Field.DAY,))


@pytest.mark.parametrize("said", ["c'était le 31/11", "non, le 31 novembre", "le 29/2"])
def test_a_correction_to_a_day_that_does_not_exist_is_asked(said: str) -> None:
    meeting = answer(said, CARD).content.meetings[0]
    assert (meeting.day, gaps_of_meeting(meeting)) == (None, (Field.DAY,))


@pytest.mark.parametrize("day", ["le 31/10", "le 30/11", "le 30 novembre", "le 31 octobre", "mardi 1er décembre"])
def test_a_day_that_exists_is_kept(day: str) -> None:
    (meeting,) = kept(f"GT Nutrition {day} de 9h à 11h, 5 présents").meetings
    assert meeting.day is not None


def test_the_29th_of_february_of_a_named_year() -> None:
    (meeting,) = kept("GT Nutrition le 29/02/2024 de 9h à 11h, 5 présents").meetings
    assert meeting.day == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [
        ("de 8h30 à 17h avec une heure de pause", 450),
        ("8h30-17h, 1h de pause", 450),
        ("de 8h30 à 17h moins 1h de pause", 450),
        ("de 9h à 17h (pause de 30 min)", 450),
        ("de 9h à 16h30 avec une pause d'une heure", 390),
        ("9h-17h avec 45 min de pause déjeuner", 435),
        ("de 9h à 17h dont 1h de pause", 420),
    ],
)
def test_a_pause_is_taken_off(hours: str, minutes: int) -> None:
    (meeting,) = kept(f"GT Nutrition hier {hours}, 5 présents").meetings
    assert meeting.minutes == minutes
    assert changes(hours, BLANK)["minutes"] == minutes


def test_a_pause_is_taken_off_hours_too() -> None:
    (hours,) = kept("hier permanence de 8h30 à 17h avec une heure de pause à La Grand-Combe").hours
    assert hours.minutes == 450


def test_a_pause_said_afterwards_is_taken_off() -> None:
    assert changes("avec une pause de 30 min", CARD) == {"minutes": 120}


def test_the_hour_of_route_told_beside_the_hours_is_kept() -> None:
    heard = answer("de 9h à 11h lundi, plus 1h de route", CARD).content
    assert (heard.meetings[0].minutes, heard.meetings[0].day) == (120, date(2026, 12, 7))
    assert [(line.minutes, line.days) for line in heard.hours] == [(60, (date(2026, 12, 7),))]


def test_the_hour_of_route_told_with_bare_hours_is_kept() -> None:
    card = kept("de 9h à 11h lundi, plus 1h de route")
    assert (card.meetings[0].minutes, card.hours[0].minutes) == (120, 60)
