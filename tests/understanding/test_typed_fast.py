"""Questions and changes as people type them fast: « c koi le num de… », « kes kon avait décidé »."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.requests import AskMinutes, FindPartner, UpdateAttendance
from tests.understanding.territory import GROUPS, PEOPLE, STRUCTURES, say


@pytest.mark.parametrize("words", ["c koi le num de lucie arnaud", "c quoi le mail de lucie arnaud", "c'est quoi le tel de Lucie Arnaud"])
def test_somebody_s_number_is_no_question_to_the_agenda(words: str) -> None:
    request = say(words)
    assert isinstance(request, FindPartner)
    assert request.people == (PEOPLE["Lucie Arnaud"],)


@pytest.mark.parametrize(
    "words", ["kes kon avait decide au gt addictions du 3 novembre", "keske on a decide au gt addictions du 3 novembre"]
)
def test_what_was_decided(words: str) -> None:
    request = say(words)
    assert isinstance(request, AskMinutes)
    assert (request.group_id, request.day) == (GROUPS["GT Addictions"], date(2026, 11, 3))


def test_to_add_somebody_to_a_meeting_held_is_no_reminder() -> None:
    request = say("Ajouter Chloé Dumas au GT nutrition de mardi")
    assert isinstance(request, UpdateAttendance)
    assert (request.group_id, request.day, [p.person_id for p in request.add]) == (
        GROUPS["GT Nutrition"],
        date(2026, 12, 8),
        [PEOPLE["Chloé Dumas"]],
    )


@pytest.mark.parametrize("which", ["que j'ai enregistrée", "déjà saisie"])
def test_what_was_kept_before_is_changed(which: str) -> None:
    request = say(f"Pour la séance du 20 octobre {which} : Denis Roche et la CAF étaient absents.")
    assert isinstance(request, UpdateAttendance)
    assert request.day == date(2026, 10, 20)
    assert [(p.person_id, p.structure_id) for p in request.away] == [(PEOPLE["Denis Roche"], None), (None, STRUCTURES["CAF du Gard"])]


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("on a parlé de la canicule dans quel CR ?", "la canicule"),
        ("on a parlé de la canicule à quelle réunion", "la canicule"),
        ("on a validé la charte quand ?", "charte"),
        ("dans quel CR parle-t-on de l'école de l'asthme ?", "l'école de l'asthme"),
    ],
)
def test_a_theme_ends_where_what_asks_begins(words: str, theme: str) -> None:
    request = say(words)
    assert isinstance(request, AskMinutes)
    assert (request.which, request.words) == ("search", theme)
