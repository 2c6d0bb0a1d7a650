"""Who stands in for somebody, for a day or for good: the first changes no sheet, the second takes her function and structure over."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.requests import NotForMe, UpdateAttendance
from tests.understanding.cards import NAMES
from tests.understanding.sheet_reading import read_as
from tests.understanding.territory import say


@pytest.mark.parametrize(
    "text",
    [
        "Karim Haddad remplace Sophie Martin demain",
        "Karim Haddad remplace Sophie Martin pour la réunion",
        "Karim Haddad remplacera Sophie Martin jeudi",
        "Sophie Martin est remplacée par Karim Haddad demain",
        "Sophie Martin sera remplacée par Karim Haddad à la prochaine réunion",
        "Karim Haddad remplace Sophie Martin pendant ses congés",
        "Karim Haddad remplace Sophie Martin cette semaine",
        "Karim Haddad va remplacer Sophie Martin lundi prochain",
        "c'est Karim Haddad qui remplace Sophie Martin ce soir",
        "Lucie Arnaud remplace Florence Girard au GT",
    ],
)
def test_a_stand_in_to_come_writes_nothing(text: str) -> None:
    assert isinstance(say(text), NotForMe)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Karim Haddad a remplacé Sophie Martin hier", date(2026, 12, 8)),
        ("Karim Haddad a remplacé Sophie Martin à la dernière réunion", None),
        ("hier Karim Haddad a remplacé Sophie Martin", date(2026, 12, 8)),
        ("Karim Haddad a remplacé Sophie Martin lundi", date(2026, 12, 7)),
        ("c'est Karim Haddad qui a remplacé Sophie Martin hier", date(2026, 12, 8)),
        ("Karim Haddad a remplacé Sophie Martin au Copil ASV de lundi", date(2026, 12, 7)),
    ],
)
def test_a_stand_in_of_a_meeting_that_was_is_noted_there(text: str, day: date | None) -> None:
    update = say(text)
    assert isinstance(update, UpdateAttendance)
    assert (update.day, [NAMES[p.person_id or 0] for p in update.add]) == (day, ["Karim Haddad"])
    assert [(NAMES[p.person_id or 0], p.state, p.represented_by) for p in update.away] == [
        ("Sophie Martin", AttendanceState.REPRESENTED, "Karim Haddad")
    ]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Karim Haddad prend le poste de Sophie Martin", {}),
        ("Karim Haddad a pris le poste de Sophie Martin", {}),
        ("Karim Haddad prend les fonctions de Sophie Martin", {}),
        ("Karim Haddad va prendre la place de Sophie Martin", {}),
        ("Karim Haddad reprend les missions de Sophie Martin", {}),
        ("Karim Haddad remplace maintenant Sophie Martin", {}),
        ("Karim Haddad succédera à Sophie Martin", {}),
        ("Karim Haddad prend le poste de Sophie Martin au CCAS d'Alès", {"where": "CCAS d'Alès"}),
    ],
)
def test_who_takes_a_post_over_takes_it_from_whoever_held_it(text: str, more: dict[str, str]) -> None:
    assert read_as(text) == {"deed": "leave", "who": "Sophie Martin", "other": "Karim Haddad", **more}


def test_a_stranger_may_take_a_post_over() -> None:
    assert read_as("Léa Dupont prend le poste de Sophie Martin") == {"deed": "leave", "who": "Sophie Martin", "other": "?Léa Dupont"}


def test_a_post_that_is_named_is_a_function() -> None:
    assert read_as("Karim Haddad prend le poste de directeur") == {"deed": "change", "who": "Karim Haddad", "function": "directeur"}


@pytest.mark.parametrize(
    ("since", "day"),
    [("depuis le 1er décembre", "2026-12-01"), ("à compter du 15 décembre", "2026-12-15"), ("à partir du 4 janvier", "2027-01-04")],
)
def test_a_replacing_since_a_day_is_for_good(since: str, day: str) -> None:
    read = read_as(f"Karim Haddad remplace Sophie Martin {since}")
    assert (read["deed"], read["other"], read["day"]) == ("leave", "Karim Haddad", day)


@pytest.mark.parametrize("said", ["est Claire Simon", "c'est Claire Simon", ": Claire Simon"])
def test_a_name_is_no_function(said: str) -> None:
    assert read_as(f"la nouvelle fonction de Karim Haddad {said}") == {}
