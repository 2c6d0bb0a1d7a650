"""What of a reminder cannot be kept with the rest and is said: a second one, a second moment; and the day before which it is to be done."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.domain.requests import SetReminder
from tests.understanding.territory import NOW, say

WEDNESDAY = datetime(2026, 11, 25, 10, 42, tzinfo=NOW.tzinfo)


def heard(words: str) -> SetReminder:
    request = say(words, now=WEDNESDAY)
    assert isinstance(request, SetReminder)
    return request


@pytest.mark.parametrize(
    ("words", "what", "day", "left_out"),
    [
        ("rappelle moi jeudi 26 9h30 ordre jour; vendredi 11h appeler la mairie", "ordre jour", 26, "vendredi 11h appeler la mairie"),
        ("vendredi 12h rendre le vehicule, lundi 8h30 prendre le badge", "rendre le vehicule", 27, "lundi 8h30 prendre le badge"),
        ("rappelle-moi demain d'appeler Marc et d'envoyer l'odj vendredi", "appeler Marc", 26, "d'envoyer l'odj vendredi"),
        ("rappelle moi jeudi 9h relancer karim vendredi 14h appeler ars", "relancer karim", 26, "vendredi 14h appeler ars"),
        ("relance la caf jeudi, lundi appeler marc", "relance la caf", 26, "lundi appeler marc"),
        ("demain 9h appeler marc\nvendredi 10h relancer la caf", "appeler marc", 26, "vendredi 10h relancer la caf"),
    ],
)
def test_the_first_of_two_reminders_is_kept_and_the_rest_is_said(words: str, what: str, day: int, left_out: str) -> None:
    request = heard(words)
    assert (request.what, request.day, request.left_out) == (what, date(2026, 11, day), left_out)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("rappelle moi demain d'appeler marc, à 14h", "appeler marc"),
        ("rappelle moi jeudi, 9h30, d'appeler marc", "appeler marc"),
        ("rappelle moi jeudi 9h de relancer la CAF vendredi", "relancer la CAF vendredi"),
        ("vendredi 10h relancer la caf puis appeler marc", "relancer la caf puis appeler marc"),
        (
            "rappelle moi lundi de préparer la réunion du 15 décembre et d'envoyer l'odj",
            "préparer la réunion du 15 décembre et d'envoyer l'odj",
        ),
        ("rappelle moi jeudi 9h d'envoyer l'odj, vendredi c'est férié", "envoyer l'odj, vendredi c'est férié"),
    ],
)
def test_one_reminder_stays_one(words: str, what: str) -> None:
    request = heard(words)
    assert (request.what, request.left_out, request.unheeded) == (what, "", ())


@pytest.mark.parametrize(
    ("words", "what", "day", "at", "unheeded"),
    [
        ("rappelle moi lundi et jeudi d'appeler Marc", "appeler Marc", date(2026, 11, 30), None, ("jeudi",)),
        ("rappelle moi lundi à 9h et 14h d'appeler Marc", "appeler Marc", date(2026, 11, 30), time(9), ("14h",)),
        ("rappelle moi le 3, le 10 et le 17 décembre de payer", "payer", date(2026, 12, 3), None, ("10", "17 décembre")),
        ("rappelle moi tous les lundis et jeudis de payer", "payer", date(2026, 11, 30), None, ("jeudis",)),
    ],
)
def test_a_second_moment_is_said(words: str, what: str, day: date, at: time | None, unheeded: tuple[str, ...]) -> None:
    request = heard(words)
    assert (request.what, request.day, request.at, request.unheeded) == (what, day, at, unheeded)


@pytest.mark.parametrize(
    ("words", "day", "at", "eve_of"),
    [
        ("rappelle-moi d'acheter les cadeaux avant noel", date(2026, 12, 25), None, "avant noel"),
        ("rappelle moi d'envoyer l'odj avant le 15 décembre", date(2026, 12, 15), None, "avant le 15 décembre"),
        ("relance la caf avant jeudi 14h", date(2026, 11, 26), None, "avant jeudi 14h"),
        ("rappelle-moi avant la semaine prochaine d'appeler Marc", date(2026, 11, 30), None, "avant la semaine prochaine"),
        ("rappelle-moi à 14h d'acheter les cadeaux avant le 18", date(2026, 12, 18), time(14), "avant le 18"),
        ("rappelle moi d'envoyer l'odj avant 17h", date(2026, 11, 25), time(17), ""),
        ("rappelle moi d'envoyer l'odj avant fin décembre", date(2026, 12, 31), None, ""),
        ("rappelle moi d'envoyer l'odj d'ici le 15 décembre", date(2026, 12, 15), None, ""),
        ("rappelle moi 2 jours avant le 15 décembre d'appeler Marc", date(2026, 12, 13), None, ""),
        ("rappelle-moi jeudi d'acheter les cadeaux avant noel", date(2026, 11, 26), None, ""),
    ],
)
def test_what_is_to_be_done_before_a_day(words: str, day: date, at: time | None, eve_of: str) -> None:
    request = heard(words)
    assert (request.day, request.at, request.eve_of) == (day, at, eve_of)
