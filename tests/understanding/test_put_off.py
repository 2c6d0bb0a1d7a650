"""To when a few words put off what just rang, and what they say is done."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understanding.done_answers import read_done, says_done_of
from bot.understanding.put_off import PutOff, read_put_off
from tests.understanding.territory import NOW

MORNING = NOW.replace(hour=9, minute=16)  # Wednesday 9 December 2026


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("dans 1h", at(9, 10, 16)),
        ("encore 10 min stp", at(9, 9, 26)),
        ("ds 10min", at(9, 9, 26)),
        ("d'ici une heure", at(9, 10, 16)),
        ("repousse d'1h", at(9, 10, 16)),
        ("snooze 15 min", at(9, 9, 31)),
        ("redis le moi demain", at(10, 9)),
        ("rappelle le moi demain 8h stp", at(10, 8)),
        ("pas le temps, redis moi ça lundi", at(14, 9)),
        ("pas maintenant, ce soir", at(9, 18)),
        ("repousse le rappel à demain", at(10, 9)),
        ("dans 2 jours", at(11, 9)),
    ],
)
def test_it_is_asked_for_again(words: str, moment: datetime) -> None:
    assert read_put_off(words, MORNING) == PutOff(moment, plain=True)


@pytest.mark.parametrize(
    ("words", "moment"), [("ce soir plutôt", at(9, 18)), ("demain", at(10, 9)), ("non, à 11h", at(9, 11)), ("à 8h", None)]
)
def test_a_moment_alone_may_answer_something_else(words: str, moment: datetime | None) -> None:
    assert read_put_off(words, MORNING) == PutOff(moment, plain=False)


@pytest.mark.parametrize("words", ["plus tard", "pas maintenant", "tout a l heure", "redis le moi"])
def test_later_without_a_moment_is_asked(words: str) -> None:
    assert read_put_off(words, MORNING) == PutOff(None, plain=True)


@pytest.mark.parametrize(
    "words",
    [
        "dans 1h j'ai réunion",
        "demain gt diabete 14h",
        "14h-16h",
        "2h",
        "ok merci",
        "non",
        "et demain ?",
        "tous les jours",
        "demain et lundi",
    ],
)
def test_anything_else_puts_nothing_off(words: str) -> None:
    assert read_put_off(words, MORNING) is None


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("le rappel de la cpam c fait", ("cpam",)),
        ("c bon pour la cpam", ("cpam",)),
        ("c'est fait pour la cpam", ("cpam",)),
        ("la cpam c'est bon", ("cpam",)),
        ("c'est fait", ()),
        ("c'est bon", None),
        ("c bon pour moi", None),
        ("la cpam c'est fait ?", None),
        ("la caf c'est relancé", ("caf", "relance")),
        ("le budget c déjà envoyé", ("budget", "envoye")),
        ("le gt c'est annulé", None),
        ("c'est relancé", None),
    ],
)
def test_what_is_done(words: str, named: tuple[str, ...] | None) -> None:
    assert read_done(words) == named


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("valider le devis", "devis valide"),
        ("valider le devis", "validé !"),
        ("appeler sophie", "sophie appelée"),
        ("appeler sophie", "j'ai appelé sophie"),
        ("écrire à l'ARS", "ok ecrit a l ars"),
        ("relire le cr", "cr relu"),
        ("rendre les clés", "clés rendues"),
        ("prévenir la mairie", "mairie prevenue"),
    ],
)
def test_its_verb_in_the_past_says_that_it_is_done(asked: str, said: str) -> None:
    assert says_done_of(asked, said)


@pytest.mark.parametrize(
    "said", ["budget validé", "pas validé", "valider le devis", "devis", "devis validé ?", "devis validé par le copil du CLS"]
)
def test_anything_else_does_not(said: str) -> None:
    assert not says_done_of("valider le devis", said)
