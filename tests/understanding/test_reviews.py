"""Which sentences ask for the review of a year, of what, and which only speak of one."""

from __future__ import annotations

import pytest

from bot.domain.requests import AskReview
from tests.understanding.territory import GROUPS, say
from tests.understanding.test_papers import COPILS, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bilan 2026", {"year": 2026}),
        ("le bilan de 2025 stp", {"year": 2025}),
        ("le bilan en 2025", {"year": 2025}),
        ("tu peux me sortir le bilan annuel de cette année ?", {"year": 2026}),
        ("bilan de l'année dernière", {"year": 2025}),
        ("le rapport d'activité 2025", {"year": 2025}),
        ("bilan 2026 axe 3", {"year": 2026, "axis": 3}),
        ("le bilan de l'axe 3 pour 2025", {"year": 2025, "axis": 3}),
        ("le bilan du GT Nutrition", {"group_candidates": (GROUPS["GT Nutrition"],)}),
        ("bilan 2025 du GT Nutrition", {"year": 2025, "group_candidates": (GROUPS["GT Nutrition"],)}),
        ("les chiffres du GT Nutrition en 2026", {"year": 2026, "group_candidates": (GROUPS["GT Nutrition"],), "figures": True}),
        ("bilan 2026 d'Anduze", {"year": 2026, "commune": "Anduze"}),
    ],
)
def test_a_review(words: str, expected: dict[str, object]) -> None:
    request = say(words)
    assert isinstance(request, AskReview), request
    assert told(request) == expected


def test_of_several_groups_that_fit() -> None:
    request = say("bilan 2026 du Copil")
    assert isinstance(request, AskReview)
    assert {name for name, group_id in GROUPS.items() if group_id in request.group_candidates} == COPILS


def test_of_a_structure() -> None:
    request = say("bilan 2026 de la CAF")
    assert isinstance(request, AskReview)
    assert (request.year, len(request.structure_candidates), request.group_candidates) == (2026, 1, ())


@pytest.mark.parametrize(
    "words",
    [
        "bilan",
        "le bilan",
        "bilan 2025 2026",
        "j'ai rédigé le bilan 2025 pendant 2h",
        "2h de bilan 2025",
        "GT Nutrition hier 14h-16h, 8 présents, bilan 2025",
        "le bilan du GT Nutrition est reporté",
        "rappelle-moi de faire le bilan 2026",
        "le bilan du GT Nutrition de mardi",
        "bilan 2026 avec Sophie Martin",
        "on a fait le bilan du GT Nutrition",
    ],
)
def test_words_that_ask_for_no_review(words: str) -> None:
    assert not isinstance(say(words), AskReview)
