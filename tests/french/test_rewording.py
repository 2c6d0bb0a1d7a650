"""When two sentences say the same."""

from __future__ import annotations

import pytest

from bot.french.rewording import likeness, says_again


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        ("lancer l’enquête", "Lancer l'enquête avant fin janvier", True),
        ("on relance l’enquête auprès des jeunes", "relance enquête jeunes", True),
        ("lancer l’enquête", "lancer l’enquette", True),
        ("refaire l’atelier à Tamaris", "refaire l’atelier à Anduze", False),
        ("lancer l’enquête", "acheter des vélos", False),
        ("on y va", "et pour les autres", False),
        ("", "lancer l’enquête", False),
    ],
)
def test_a_sentence_is_said_again(one: str, other: str, again: bool) -> None:
    assert (says_again(one, other), says_again(other, one)) == (again, again)


def test_likeness_goes_from_nothing_to_all() -> None:
    assert likeness("lancer l’enquête", "l'ENQUÊTE à lancer en mars") == 1.0
    assert likeness("refaire l’atelier à Tamaris", "refaire l’atelier à Anduze") > 0.6
    assert likeness("lancer l’enquête", "acheter des vélos") < 0.4
