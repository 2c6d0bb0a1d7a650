"""Rows that say word for word what sheets say are those sheets; one row that several could have said is nobody's."""

from __future__ import annotations

import pytest

from bot.domain.directory import KnownPerson, WholeDirectory
from bot.importing import plan_import

TWINS = WholeDirectory(people=tuple(KnownPerson(id=i, first_name="A.", last_name="Martin") for i in (1, 2, 3)))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["MARTIN;A.;"] * 3, [1, 2, 3]),  # as many as there are sheets: each is one of them
        (["MARTIN;A.;"], [None]),  # which of the three, nothing says
        (["MARTIN;A.;à rappeler"] * 3, [None, None, None]),  # says more than the sheets do
    ],
    ids=["all three", "one of three", "news"],
)
def test_twins_are_recognised_only_when_all_are_there(rows: list[str], expected: list[int | None]) -> None:
    plan = plan_import("a.csv", "\n".join(["Nom;Prénom;Remarques", *rows]).encode(), TWINS)
    assert [person.id for person in plan.people] == expected


def test_a_cell_of_two_lines_does_not_set_the_width_of_the_table() -> None:
    two = '"06 12 34 56 78\n04 66 11 22 33"'
    text = f"Nom;Prénom;Structure;Tél.;Mail;Fonction;Groupes\nMARTIN;Zoé;;{two};;;GT A\nMARTIN;Luc;;{two};;;GT B\n"
    plan = plan_import("a.csv", text.encode(), WholeDirectory())
    assert [len(person.phones) for person in plan.people] == [2, 2]
    assert not plan.structures
