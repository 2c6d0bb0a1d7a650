"""At what moment a reminder is heard, and what of it cannot be kept: said, never dropped."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.domain.leads import DAY
from bot.domain.recurrence import EACH_MEETING
from bot.domain.requests import KeepContent, SetReminder
from tests.understanding.territory import GROUPS, NOW, say

FRIDAY = datetime(2027, 1, 15, 10, tzinfo=NOW.tzinfo)


def heard(words: str) -> SetReminder:
    request = say(words, now=FRIDAY)
    assert isinstance(request, SetReminder)
    return request


@pytest.mark.parametrize(
    ("words", "what", "at"),
    [
        ("rappelle moi lundi 10h de signer la convention", "signer la convention", time(10)),
        ("rappelle moi lundi 10h de classer", "classer", time(10)),
        ("rappelle moi lundi 11h de faxer le devis", "faxer le devis", time(11)),
        ("rappelle moi lundi 15h de cloturer le budget", "cloturer le budget", time(15)),
        ("rappelle moi lundi 9h d'écrire à l'ARS", "écrire à l'ARS", time(9)),
        ("rappelle moi lundi 10h de rappeler Karim", "rappeler Karim", time(10)),
        ("rappelle moi lundi 10h de reporter la réunion", "reporter la réunion", time(10)),
        ("dis moi lundi à 16h d'envoyer les cr", "envoyer les cr", time(16)),
        ("noublie pas de me dire lundi midi de réserver le traiteur", "réserver le traiteur", time(12)),
        ("rappelle à Marc d'envoyer le cr lundi 10h", "rappeler à Marc d'envoyer le cr", time(10)),
    ],
)
def test_an_hour_before_a_task_is_its_hour(words: str, what: str, at: time) -> None:
    request = heard(words)
    assert (request.what, request.day, request.at) == (what, date(2027, 1, 18), at)


@pytest.mark.parametrize(
    "words", ["2h de chantier lundi", "hier 3h d'atelier", "lundi 10h de marche avec les aidants", "3h de courrier hier"]
)
def test_what_time_was_spent_on_stays_a_length(words: str) -> None:
    request = say(words, now=FRIDAY)
    assert isinstance(request, KeepContent)
    assert request.content.hours


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("rappelle moi lundi prochain en 15 a 9h de payer", date(2027, 2, 1), time(9)),
        ("rappelle moi lundi en 15 à 9h de payer", date(2027, 2, 1), time(9)),
        ("rappelle moi mardi prochain en huit a 14h de payer", date(2027, 1, 26), time(14)),
    ],
)
def test_days_counted_on(words: str, day: date, at: time) -> None:
    request = heard(words)
    assert (request.what, request.day, request.at) == ("payer", day, at)


@pytest.mark.parametrize(
    ("words", "what", "lost"),
    [
        ("rappelle moi le 30 fevrier à 9h de rire", "rire", "le 30 fevrier"),
        ("rappelle moi le 29 fevrier 2027 de signer", "signer", "le 29 fevrier 2027"),
        ("rappelle moi le 29/02/2027 de signer", "signer", "le 29/02/2027"),
        ("rappelle moi le 31/11 à 9h de rire", "rire", "le 31/11"),
        ("tous les 31 avril rappelle moi de rire", "rire", "tous les 31 avril"),
        ("rappelle moi toutes les 2 heures de boire", "boire", "toutes les 2 heures"),
        ("rappelle moi hier de boire", "boire", "hier"),
    ],
)
def test_what_names_no_moment_is_said_and_asked(words: str, what: str, lost: str) -> None:
    request = heard(words)
    assert (request.what, request.unheeded, request.day, request.recurrence) == (what, (lost,), None, None)


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("tous les lundis 9h hors vacances scolaires faire la facture", ("hors vacances scolaires",)),
        ("tous les lundis 9h sauf pendant les vacances scolaires faire la facture", ("sauf pendant les vacances scolaires",)),
        ("rappelle moi le 1er de chaque mois sauf janvier de faire la facture", ()),
        ("rappelle moi tous les lundis de faire la facture", ()),
    ],
)
def test_an_exception_of_a_series_is_said(words: str, lost: tuple[str, ...]) -> None:
    request = heard(words)
    assert (request.what, request.unheeded) == ("faire la facture", lost)
    assert request.recurrence is not None


def test_an_exception_of_the_task_is_the_tasks() -> None:
    assert heard("rappelle moi lundi de préparer tout sauf le café").what == "préparer tout sauf le café"


@pytest.mark.parametrize(
    "words", ["tous les 14 juillet rappelle moi de souhaiter la fête", "rappelle moi chaque 14 juillet de souhaiter la fête"]
)
def test_a_day_of_the_year_comes_each_year(words: str) -> None:
    request = heard(words)
    assert request.recurrence is not None
    assert (request.what, request.day, request.recurrence.every) == ("souhaiter la fête", date(2027, 7, 14), "P1Y")


@pytest.mark.parametrize(
    ("words", "what", "before", "each"),
    [
        ("rappel J-7 copil cls envoyer convoc", "envoyer convoc", 7 * DAY, False),
        ("rappel J-1 copil cls : acheter le café", "acheter le café", DAY, False),
        ("j-7 copil cls envoyer la convoc", "envoyer la convoc", 7 * DAY, False),
        ("rappel veille copil cls acheter le café", "acheter le café", DAY, False),
        ("rappelle-moi la veille de la réunion du copil cls de réserver", "réserver", DAY, False),
        ("rappel 2h avant chaque copil cls de prendre le vidéoproj", "prendre le vidéoproj", 120, True),
        ("rappelle-moi la veille de toutes les réunions du copil cls de réserver", "réserver", DAY, True),
    ],
)
def test_before_the_next_meeting_or_each(words: str, what: str, before: int, each: bool) -> None:
    request = heard(words)
    assert (request.what, request.before, request.group_id) == (what, before, GROUPS["Copil CLS"])
    assert request.recurrence == (EACH_MEETING if each else None)


def test_one_reminder_counts_back_once() -> None:
    request = heard("rappels J-7 et J-1 copil cls envoyer convoc")
    assert (request.what, request.before, request.unheeded) == ("envoyer convoc", DAY, ("J-7",))


@pytest.mark.parametrize(
    ("words", "what", "before", "at"),
    [
        ("rappelle moi la veille du copil cls à 17h d imprimer les dossiers", "imprimer les dossiers", DAY, time(17)),
        ("la veille du copil cls à 17h d imprimer les dossiers", "imprimer les dossiers", DAY, time(17)),
        ("la veille du copil cls à 17h imprimer les dossiers", "imprimer les dossiers", DAY, time(17)),
        ("rappelle moi la veille du copil cls a 17h dimprimer les dossiers", "imprimer les dossiers", DAY, time(17)),
        ("rappelle moi à 17h la veille du copil cls d'imprimer", "imprimer", DAY, time(17)),
        ("rappelle moi d'imprimer les dossiers la veille du copil cls à 17h", "imprimer les dossiers", DAY, time(17)),
        ("j-3 copil cls 14h envoyer l odj", "envoyer l’odj", 3 * DAY, time(14)),
        ("rappelle moi 3 jours avant le copil cls de 14h d'envoyer l'odj", "envoyer l'odj", 3 * DAY, None),
    ],
)
def test_an_hour_before_a_meeting_is_that_of_the_day_that_is_counted(words: str, what: str, before: int, at: time | None) -> None:
    request = heard(words)
    assert (request.what, request.before, request.at, request.day) == (what, before, at, None)
    assert request.group_id == GROUPS["Copil CLS"]


@pytest.mark.parametrize(
    ("words", "what", "day", "at"),
    [
        ("rappelle-moi à 20h d'appeler marc avant le gt diabète", "appeler marc avant le gt diabète", date(2027, 1, 15), time(20)),
        ("rappelle moi jeudi d'acheter le café la veille du copil cls", "acheter le café la veille du copil cls", date(2027, 1, 21), None),
    ],
)
def test_a_day_of_its_own_stays(words: str, what: str, day: date, at: time | None) -> None:
    request = heard(words)
    assert (request.what, request.before, request.day, request.at) == (what, None, day, at)


def test_the_morning_of_the_meeting_beside_its_eve_is_a_second_reminder() -> None:
    request = heard("rappelle moi la veille du copil cls a 17h dimprimer les feuilles et le matin meme d apporter les clés")
    assert (request.what, request.before, request.at) == ("imprimer les feuilles", DAY, time(17))
    assert request.left_out == "le matin meme d apporter les clés"


@pytest.mark.parametrize(
    ("words", "what", "at"),
    [
        ("rappelle claire vendredi 10h de m envoyer le tableau", "rappeler à claire de m’envoyer le tableau", time(10)),
        ("bonjour rappelle marc delmas vendredi d'envoyer le tableau", "rappeler à marc delmas d'envoyer le tableau", None),
        ("rappelle la caf vendredi 10h de nous envoyer le tableau", "rappeler à la caf de nous envoyer le tableau", time(10)),
        ("rappelle à claire vendredi 10h d'envoyer le tableau", "rappeler à claire d'envoyer le tableau", time(10)),
        ("rappelle moi vendredi 10h de m envoyer le tableau", "m’envoyer le tableau", time(10)),
        ("rappelle moi vendredi 10h de lui écrire", "lui écrire", time(10)),
    ],
)
def test_what_somebody_else_is_to_do_is_called_to_his_mind(words: str, what: str, at: time | None) -> None:
    request = heard(words)
    assert (request.what, request.day, request.at) == (what, date(2027, 1, 22), at)


@pytest.mark.parametrize(
    ("words", "what", "before", "at", "day"),
    [
        ("rappelle-moi d'envoyer les docs après le copil cls", "envoyer les docs", -15, None, None),
        ("rappelle moi a la fin du copil cls de noter les heures", "noter les heures", -15, None, None),
        ("rappelle moi 1h après le copil cls d envoyer le cr", "envoyer le cr", -60, None, None),
        ("rappelle moi le lendemain du copil cls à 10h d envoyer le cr", "envoyer le cr", -DAY, time(10), None),
        ("le lendemain du copil cls envoyer le cr", "envoyer le cr", -DAY, None, None),
        ("rappelle moi 2 jours après le copil cls d'envoyer le cr", "envoyer le cr", -2 * DAY, None, None),
        ("rappelle moi le jour du copil cls à 8h d'apporter les clés", "apporter les clés", 0, time(8), None),
        ("rappelle moi apres la réunion du copil cls de jeudi d envoyer le cr", "envoyer le cr", -15, None, date(2027, 1, 21)),
    ],
)
def test_after_a_meeting_or_on_its_day(words: str, what: str, before: int, at: time | None, day: date | None) -> None:
    request = heard(words)
    assert (request.what, request.before, request.at, request.day) == (what, before, at, day)
    assert (request.group_id, request.unheeded) == (GROUPS["Copil CLS"], ())


@pytest.mark.parametrize(
    ("words", "what", "before"),
    [
        ("après la réunion rappelle moi d'envoyer le CR", "envoyer le CR", -15),
        ("rappelle moi la veille de la réunion d'imprimer", "imprimer", DAY),
        ("rappelle moi après la réunion avec l'ars d'envoyer le doc", "après la réunion avec l'ars d'envoyer le doc", None),
        ("rappelle moi demain d'envoyer le CR après la réunion", "envoyer le CR après la réunion", None),
    ],
)
def test_the_meeting_of_no_group(words: str, what: str, before: int | None) -> None:
    request = heard(words)
    assert (request.what, request.before, request.group_id) == (what, before, None)


@pytest.mark.parametrize(
    ("words", "first", "until"),
    [
        ("rappelle moi tous les matins a 8h pendant 5 jours de pointer", date(2027, 1, 16), date(2027, 1, 20)),
        ("rappelle moi tous les jours a 17h pendant une semaine de pointer", date(2027, 1, 15), date(2027, 1, 21)),
        ("rappelle moi tous les lundis pendant un mois de pointer", date(2027, 1, 18), date(2027, 2, 16)),
    ],
)
def test_a_series_that_lasts_so_long(words: str, first: date, until: date) -> None:
    request = heard(words)
    assert request.recurrence is not None
    assert (request.what, request.day, request.recurrence.until) == ("pointer", first, until)


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("rappelle moi apres les vacances de relancer sophie", ("apres les vacances",)),
        ("rappelle moi a la rentree de relancer sophie", ("a la rentree",)),
        ("rappelle moi lundi mercredi et vendredi de relancer sophie", ("mercredi", "vendredi")),
        ("rappelle moi lundi matin de relancer sophie", ()),
        ("rappelle moi 10 jours ouvrés avant le copil cls de relancer sophie", ("ouvrés",)),
    ],
)
def test_words_of_time_that_cannot_be_kept_are_said(words: str, lost: tuple[str, ...]) -> None:
    request = heard(words)
    assert (request.what, request.unheeded) == ("relancer sophie", lost)


@pytest.mark.parametrize(
    ("words", "what", "before", "at", "day"),
    [
        ("rappelle moi la veille du copil cls du 28 janvier à 17h d'imprimer", "imprimer", 1440, time(17), date(2027, 1, 28)),
        (
            "rappelle moi 2 jours avant le copil cls du 28 janvier d'imprimer les fiches",
            "imprimer les fiches",
            2880,
            None,
            date(2027, 1, 28),
        ),
        (
            "rappelle-moi la veille du Copil CLS du 28 janvier de prendre le vidéoproj",
            "prendre le vidéoproj",
            1440,
            None,
            date(2027, 1, 28),
        ),
        ("rappelle moi 2h avant le copil cls de jeudi d'appeler Laure", "appeler Laure", 120, None, date(2027, 1, 21)),
    ],
)
def test_before_a_meeting_named_with_its_day(words: str, what: str, before: int, at: time | None, day: date) -> None:
    request = heard(words)
    assert (request.what, request.before, request.at, request.day) == (what, before, at, day)


def test_before_something_that_no_group_holds_stays_on_its_day() -> None:
    assert heard("rappelle-moi la veille de la réunion du 28 janvier de prendre les clés").before is None
