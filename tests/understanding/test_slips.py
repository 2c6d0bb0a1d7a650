"""Words of sense typed with one slip, and words that must stay what they are."""

from __future__ import annotations

import pytest

from bot.understanding.slips import reader_of_slips
from bot.understanding.tokens import fold, tokenize
from tests.understanding.territory import PEOPLE, kept

read = reader_of_slips(fold)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("prochiane", "prochaine"),
        ("reunoin", "reunion"),
        ("presnts", "presents"),
        ("excsee", "excusee"),
        ("mradi", "mardi"),
        ("decmbre", "decembre"),
        ("preparaton", "preparation"),
        ("kan", "quand"),
        ("rapel", "rappel"),
    ],
)
def test_a_slip_is_understood(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize("word", ["martin", "marti", "absence", "rencontrer", "presente", "annulaire", "sociale", "xyzzyx", "mars", "hier"])
def test_real_words_names_and_riddles_stay(word: str) -> None:
    assert read(word) == word


def test_a_name_with_its_capital_is_never_mended() -> None:
    assert [t.folded for t in tokenize("Mradi mradi")] == ["mradi", "mardi"]


@pytest.mark.parametrize("heading", ["Présant", "Presants", "Exusés", "Absants"])
def test_a_heading_is_no_name_for_all_its_capital(heading: str) -> None:
    (meeting,) = kept(f"GT Diabète hier 14h-16h. {heading} : Fatima Zeroual, Denis Roche").meetings
    assert [p.person_id for p in meeting.people] == [PEOPLE["Fatima Zeroual"], PEOPLE["Denis Roche"]]
    assert (meeting.actions, meeting.decisions) == ((), ())


def test_a_plan_of_actions_that_is_voted_heads_no_list() -> None:
    (meeting,) = kept("copil cls ce matin 9h30 12h, 24 presents. plan d'actions 2028 voté").meetings
    assert (meeting.actions, meeting.decisions) == ((), ("plan d'actions 2028 voté",))
