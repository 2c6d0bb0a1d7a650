"""Whether every request that the ear may return is answered, and told by the command that shows a reading."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.domain.requests import CorrectDraft, KeepContent, NameGroup, NotForMe, Request
from bot.understanding.__main__ import TITLES, shown
from handlers.free_text import ANSWERS
from tests.understanding.territory import INDEX, say

REQUESTS = set(get_args(Request))
OF_THE_CARD = {KeepContent, CorrectDraft, NameGroup, NotForMe}  # answered with the card that is open


def test_every_request_is_answered() -> None:
    assert set(ANSWERS) == REQUESTS - OF_THE_CARD


def test_every_request_has_a_title() -> None:
    assert set(TITLES) == REQUESTS


@pytest.mark.parametrize(
    ("words", "first_line"),
    [
        ("je suis en congé du 10 au 24", "→ congé"),
        ("je suis rentrée", "→ retour de congé"),
        ("plus de point de la semaine", "→ moments où Maillon écrit"),
        ("le bilan 2026", "→ bilan demandé"),
        ("propose 3 dates pour le GT Nutrition", "→ date cherchée"),
        ("la feuille d'émargement du GT Nutrition", "→ document demandé"),
    ],
)
def test_a_reading_is_shown(words: str, first_line: str) -> None:
    assert shown(words, say(words), INDEX)[0] == first_line
