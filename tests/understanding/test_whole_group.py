"""« Tout le monde sauf… »: the members of the group, less those of a structure that is told away, whichever of its name it is."""

from __future__ import annotations

import pytest

from bot.domain.attendance import AttendanceState
from tests.understanding.territory import INDEX, PEOPLE, STRUCTURES, kept

HOMES = {person.id: person.structure_id for person in INDEX.people.values()}
BOTH = {STRUCTURES["CCAS d'Alès"], STRUCTURES["CCAS de La Grand-Combe"]}


def told(text: str) -> tuple[set[int | None], list[tuple[int | None, tuple[int, ...]]]]:
    """The structures of those who were there, and of whom was away: the structure, or those it may be."""
    people = kept(text).meetings[0].people
    there = {HOMES[p.person_id] for p in people if p.person_id is not None and p.state is AttendanceState.PRESENT}
    return there, [(p.structure_id, p.candidates) for p in people if p.state is not AttendanceState.PRESENT]


def test_the_one_that_sits_in_the_group_is_meant() -> None:
    there, away = told("GT Nutrition hier 14h-16h, tout le monde sauf le CCAS excusé")
    assert away == [(STRUCTURES["CCAS d'Alès"], ())]
    assert there
    assert not there & BOTH


def test_of_two_that_sit_in_it_nobody_is_said_to_have_been_there_before_it_is_asked() -> None:
    there, away = told("GT Précarité hier 14h-16h, tout le monde sauf le CCAS excusé")
    ((structure, candidates),) = away
    assert (structure, set(candidates)) == (None, BOTH)
    assert not there & BOTH


@pytest.mark.parametrize("said", ["tout le monde excusé sauf Zoé", "tout le monde était absent sauf Zoé", "tous absents sauf Zoé"])
def test_nobody_was_there_but_one(said: str) -> None:
    people = kept(f"GT Précarité hier 14h-16h, {said}").meetings[0].people
    assert [(p.person_id, p.state) for p in people] == [(PEOPLE["Zoé Renard"], AttendanceState.PRESENT)]
