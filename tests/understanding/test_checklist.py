"""Which sentences list what is to be seen to before a planned meeting."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.checklist import PlanChecklist
from tests.understanding.territory import GROUPS, kept, say

FRIDAY = date(2026, 12, 11)


@pytest.mark.parametrize(
    ("words", "things", "days", "group"),
    [
        ("à prévoir pour le GT Nutrition de vendredi : salle, café", ("salle", "café"), (FRIDAY,), "GT Nutrition"),
        ("il faut prévoir pour vendredi : badges", ("badges",), (FRIDAY,), None),
        ("check list gt nutrition : réserver la salle, vidéoproj", ("réserver la salle", "vidéoproj"), (), "GT Nutrition"),
        ("Check-list du GT Nutrition de vendredi : salle", ("salle",), (FRIDAY,), "GT Nutrition"),
        ("ajoute à la checklist du gt nutrition : badges", ("badges",), (), "GT Nutrition"),
        ("a prevoir gt nutrition : multiprise", ("multiprise",), (), "GT Nutrition"),
        ("liste pour le GT Nutrition : salle, cafe", ("salle", "cafe"), (), "GT Nutrition"),
        ("voici la liste pour vendredi : salle, café", ("salle", "café"), (FRIDAY,), None),
        ("Logistique GT Nutrition :\n- salle\n- vidéoprojecteur", ("salle", "vidéoprojecteur"), (), "GT Nutrition"),
    ],
)
def test_what_is_to_be_seen_to(words: str, things: tuple[str, ...], days: tuple[date, ...], group: str | None) -> None:
    assert say(words) == PlanChecklist(things=things, days=days, group_id=GROUPS[group] if group else None)


def test_whatever_card_stands_open() -> None:
    words = "check list gt nutrition : réserver la salle, café"
    over = (kept("GT Diabète hier 14h-16h, 12 présents"), kept("GT Nutrition hier 14h-16h, 12 présents"))
    for draft in over:
        assert say(words, draft=draft) == PlanChecklist(things=("réserver la salle", "café"), group_id=GROUPS["GT Nutrition"])


@pytest.mark.parametrize(
    ("words", "things", "days", "drops"),
    [
        ("ajoute videoproj a la liste du gt nutrition", ("videoproj",), (), False),
        ("rajoute badges et café à la checklist du GT Nutrition de vendredi", ("badges", "café"), (FRIDAY,), False),
        ("enlève le café de la checklist du gt nutrition", ("café",), (), True),
        ("retire la salle des préparatifs du GT Nutrition stp", ("salle",), (), True),
    ],
)
def test_the_list_is_changed_in_words(words: str, things: tuple[str, ...], days: tuple[date, ...], *, drops: bool) -> None:
    assert say(words) == PlanChecklist(things=things, days=days, drops=drops, group_id=GROUPS["GT Nutrition"])


@pytest.mark.parametrize(
    "words",
    [
        "ajoute Karim Benali à la liste du GT Nutrition",
        "ajoute la CAF à la liste du GT Nutrition",
        "ajoute 3 participants à la liste du gt nutrition",
        "enlève le gt nutrition de la liste",
        "ajoute une action à la liste du gt nutrition",
        "ajoute la liste du gt nutrition",
        "à prévoir : salle, café",
        "rappelle-moi de prévoir vendredi : salle, café",
        "à prévoir pour le GT Nutrition de vendredi",
        "à prévoir avec la mairie pour vendredi : salle",
        "à prévoir pour lundi dernier : salle",
        "check list : salle, café",
        "pense bête pour lundi : relancer l'ARS",
        "liste pour le GT Nutrition : Sophie Martin, Karim Benali",
        "liste des présents du GT Nutrition : 12 personnes",
        "liste pour la mairie : salle",
    ],
)
def test_what_says_less_or_more_is_something_else(words: str) -> None:
    assert not isinstance(say(words), PlanChecklist)
