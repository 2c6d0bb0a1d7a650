"""« 3 jours avant le Copil », « la veille », « tous les lundis point agenda », « non, plutôt vendredi »: when a reminder is asked for."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.drafts import Field
from bot.domain.recurrence import Recurrence
from bot.domain.requests import Hearing, KeepContent, PlanMeeting, SetReminder
from bot.understanding.index import compile_index
from bot.understanding.moments import corrects_moment, is_clock_alone, read_moment, read_task
from bot.understanding.reader import read
from tests.message_catalogue import NAMES

INDEX = compile_index(NAMES.vocabulary)
HEARING = Hearing(now=datetime(2026, 3, 11, 18, 30, tzinfo=ZoneInfo("Europe/Paris")), author_id=1)
DAY = 24 * 60


@pytest.mark.parametrize(
    ("said", "what", "before", "groups"),
    [
        ("rappelle-moi de réserver la salle 3 jours avant le Copil CLS", "réserver la salle", 3 * DAY, (3,)),
        ("rappelle-moi de commander le buffet la veille du GT Diabète", "commander le buffet", DAY, (1,)),
        ("rappelle-moi la veille du Copil CLS de préparer les chevalets", "préparer les chevalets", DAY, (3,)),
        ("rappelle-moi l'avant-veille du GT Diabète d'appeler le traiteur", "appeler le traiteur", 2 * DAY, (1,)),
        ("rappelle-moi une semaine avant le Copil CLS d'envoyer l'invitation", "envoyer l'invitation", 7 * DAY, (3,)),
        ("rappelle-moi 2h avant le GT Diabète d'imprimer la feuille", "imprimer la feuille", 120, (1,)),
        ("rappelle-moi à J-7 du Copil d'envoyer l'ordre du jour", "envoyer l'ordre du jour", 7 * DAY, (3, 4)),
    ],
)
def test_so_long_before_the_next_meeting(said: str, what: str, before: int, groups: tuple[int, ...]) -> None:
    heard = read(said, HEARING, INDEX)
    assert isinstance(heard, SetReminder)
    told = heard.group_candidates or (heard.group_id,)
    assert (heard.what, heard.before, told, heard.day) == (what, before, groups, None)


def test_a_series_needs_no_word_that_asks_for_it() -> None:
    heard = read("tous les lundis à 9h point agenda", HEARING, INDEX)
    assert isinstance(heard, SetReminder)
    assert (heard.what, heard.day, heard.at) == ("point agenda", date(2026, 3, 16), time(9))
    assert heard.recurrence == Recurrence(every="P1W", weekday=1, at=time(9))


def test_meetings_and_hours_that_come_again_are_no_reminders() -> None:
    assert isinstance(read("tous les mardis GT Diabète à 14h", HEARING, INDEX), PlanMeeting)
    assert isinstance(read("tous les jeudis 14h-16h permanence à la Maison de la santé", HEARING, INDEX), KeepContent)


@pytest.mark.parametrize("said", ["vendredi 14h", "non, plutôt vendredi à 14h", "finalement vendredi 14h"])
def test_a_moment_alone(said: str) -> None:
    heard = read_moment(said, HEARING, INDEX)
    assert heard is not None
    assert (heard.day, heard.at) == (date(2026, 3, 13), time(14))
    assert not is_clock_alone(said, HEARING)


@pytest.mark.parametrize(
    "said",
    [
        "vendredi 14h plutot",
        "plutot vendredi 14h",
        "en fait vendredi 14h",
        "nan vendredi 14h",
        "pardon c vendredi 14h",
        "oups je voulais dire vendredi 14h",
        "non pas lundi, vendredi 14h",
        "mets le vendredi 14h stp",
    ],
)
def test_a_moment_that_corrects(said: str) -> None:
    heard = read_moment(said, HEARING, INDEX)
    assert heard is not None
    assert (heard.day, heard.at) == (date(2026, 3, 13), time(14))
    assert corrects_moment(said)


@pytest.mark.parametrize("said", ["plutot 11h", "a 11h plutot", "non c'est 11h", "pas vendredi, 11h"])
def test_an_hour_that_corrects(said: str) -> None:
    heard = read_moment(said, HEARING, INDEX)
    assert heard is not None
    assert heard.at == time(11)
    assert is_clock_alone(said, HEARING)


@pytest.mark.parametrize("said", ["non", "plutôt Sophie", "finalement GT Diabète vendredi", "non vendredi ou samedi", "c bon"])
def test_what_corrects_something_else(said: str) -> None:
    assert read_moment(said, HEARING, INDEX) is None


def test_a_moment_alone_corrects_nothing() -> None:
    assert not corrects_moment("vendredi 14h")


def test_an_hour_alone() -> None:
    assert is_clock_alone("16h30", HEARING)


@pytest.mark.parametrize("said", ["merci", "réserver la salle vendredi", "non"])
def test_no_moment_or_more_than_one_thing(said: str) -> None:
    assert read_moment(said, HEARING, INDEX) is None


def test_what_follows_a_command() -> None:
    assert read_task("commander le buffet lundi à 10h", HEARING, INDEX).what == "commander le buffet"
    assert read_task("lundi", HEARING, INDEX).what == ""


@pytest.mark.parametrize("words", ["rappelle-moi d'appeler l'ARS le 2 mars 2026 à 14h", "rappelle-moi hier à 9h de relancer la CAF"])
def test_a_day_that_is_gone_is_asked_again(words: str) -> None:
    request = read(words, HEARING, INDEX)
    assert isinstance(request, SetReminder)
    assert (request.day, request.missing) == (None, (Field.DAY,))
