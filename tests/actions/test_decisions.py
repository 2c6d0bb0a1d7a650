"""Which decision is which once their words were corrected."""

from __future__ import annotations

import pytest

from bot.actions.decisions import renumbered
from bot.domain.decisions import Decision, DecisionStatus

SURVEY = Decision(id=1, number="GTD-2026-001", text="lancer l'enquête", status=DecisionStatus.REVISED)
WORKSHOP = Decision(id=2, number="GTD-2026-002", text="refaire l'atelier à Tamaris")


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["lancer l'enquête", "refaire l'atelier à Tamaris"], [1, 2]),
        (["refaire l'atelier à Tamaris", "lancer l'enquête"], [2, 1]),
        (["Lancer l’enquète avant fin février", "refaire l'atelier à Anduze"], [1, 2]),
        (["refaire l'atelier à Anduze"], [2]),
        (["acheter des vélos", "lancer l'enquête"], [2, 1]),
        (["acheter des vélos"], [None]),
        (["lancer l'enquête", "lancer l'enquête en mars", "refaire l'atelier à Tamaris"], [1, None, 2]),
        (["lancer l'enquête", "lancer l'enquête"], [1, 2]),
        ([], []),
    ],
)
def test_each_keeps_its_number(texts: list[str], numbers: list[int | None]) -> None:
    after = renumbered((SURVEY, WORKSHOP), tuple(Decision(text=text) for text in texts))
    assert [decision.text for decision in after] == texts
    assert [decision.number for decision in after] == [number and f"GTD-2026-00{number}" for number in numbers]


def test_the_status_goes_with_the_number() -> None:
    assert renumbered((SURVEY,), (Decision(text="lancer l'enquête en mars"),))[0].status is DecisionStatus.REVISED


def test_the_same_text_twice_is_two_decisions() -> None:
    twice = (Decision(id=1, number="A-1", text="oui"), Decision(id=2, number="A-2", text="oui"))
    assert [d.number for d in renumbered(twice, (Decision(text="oui"), Decision(text="oui"), Decision(text="oui")))] == ["A-1", "A-2", None]
