"""Who is on a card: nobody twice, and nobody in the place of another."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.answers import all_present, choose_candidate, toggle_person
from bot.actions.attendance import with_attendance
from bot.actions.contributions import Natures, hours_of_meeting
from bot.actions.merging import merged
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import DraftContent, Field, Gap, MeetingDraft, named_present
from bot.domain.people import Structure
from bot.domain.requests import UpdateAttendance

MARC, SOPHIE, KARIM = 2, 4, 5
CCAS = Structure(id=2, name="CCAS d’Alès", sigle="CCAS", aliases=("CCAS Alès",))
TWO_OF_CCAS = Presence(structure_id=CCAS.id, said="CCAS", count=2)
JULIE = Presence(structure_id=CCAS.id, said="Julie Petit")
WHO = Gap(field=Field.PEOPLE, meeting=0)


def card(*people: Presence, headcount: int | None = None) -> MeetingDraft:
    """A meeting of Marc's."""
    return MeetingDraft(author_id=MARC, group_id=1, day=date(2026, 3, 10), minutes=120, headcount=headcount, people=people)


def hours(meeting: MeetingDraft) -> list[tuple[int | None, int]]:
    made = hours_of_meeting(meeting, author_id=MARC, natures=Natures({}, {}), axis=None, meeting_id=None)
    return [(hour.person_id, hour.count) for hour in made]


@pytest.mark.parametrize(
    ("before", "request_", "after"),
    [
        ((TWO_OF_CCAS,), UpdateAttendance(add=(JULIE,)), (TWO_OF_CCAS, JULIE)),
        (
            (JULIE,),
            UpdateAttendance(add=(Presence(structure_id=CCAS.id, said="Paul Roche"),)),
            (JULIE, Presence(structure_id=CCAS.id, said="Paul Roche")),
        ),
        ((TWO_OF_CCAS, JULIE), UpdateAttendance(remove=(Presence(structure_id=CCAS.id, said="le CCAS"),)), (JULIE,)),
        ((TWO_OF_CCAS, JULIE), UpdateAttendance(remove=(JULIE,)), (TWO_OF_CCAS,)),
        (
            (TWO_OF_CCAS,),
            UpdateAttendance(add=(Presence(structure_id=CCAS.id, said="CCAS Alès", count=3),)),
            (Presence(structure_id=CCAS.id, said="CCAS Alès", count=3),),
        ),
        ((), UpdateAttendance(add=(Presence(person_id=MARC, said="Marc"),)), ()),
    ],
)
def test_people_of_one_structure_are_told_apart(
    before: tuple[Presence, ...], request_: UpdateAttendance, after: tuple[Presence, ...]
) -> None:
    assert with_attendance(card(*before), request_, {CCAS.id: CCAS}).people == after


def test_the_head_count_follows_who_comes_and_goes() -> None:
    before = card(TWO_OF_CCAS, headcount=6)
    assert with_attendance(before, UpdateAttendance(add=(JULIE,)), {CCAS.id: CCAS}).headcount == 7
    assert with_attendance(before, UpdateAttendance(remove=(TWO_OF_CCAS,)), {CCAS.id: CCAS}).headcount == 4
    assert with_attendance(before, UpdateAttendance(add=(Presence(person_id=MARC),)), {CCAS.id: CCAS}).headcount == 6


def test_somebody_listed_twice_counts_once() -> None:
    twice = card(Presence(person_id=SOPHIE), Presence(person_id=SOPHIE, said="la directrice"), Presence(person_id=MARC))
    assert named_present(twice) == 2
    assert hours(twice) == [(MARC, 1), (SOPHIE, 1)]


@pytest.mark.parametrize("chosen", [SOPHIE, MARC])
def test_somebody_chosen_who_is_there_already_is_not_listed_again(chosen: int) -> None:
    doubtful = Presence(said="Martin", candidates=(MARC, SOPHIE))
    content = DraftContent(meetings=(card(Presence(person_id=SOPHIE), doubtful, Presence(person_id=KARIM)),))
    settled = choose_candidate(content, WHO, chosen).meetings[0]
    assert settled.people == (Presence(person_id=SOPHIE), Presence(person_id=KARIM))


def test_everybody_present_does_not_list_the_author() -> None:
    content = DraftContent(meetings=(card(),))
    everybody = all_present(content, 0, (MARC, SOPHIE))
    assert everybody.meetings[0].people == (Presence(person_id=SOPHIE),)
    assert everybody.meetings[0].author_present
    assert not toggle_person(everybody, 0, MARC).meetings[0].author_present
    assert toggle_person(everybody, 0, MARC).meetings[0].people == (Presence(person_id=SOPHIE),)


def test_two_corrections_of_one_meeting_meet() -> None:
    base = card(Presence(person_id=SOPHIE), JULIE, headcount=8)
    hers = card(Presence(person_id=SOPHIE, state=AttendanceState.EXCUSED), JULIE, headcount=9)
    theirs = card(Presence(person_id=SOPHIE), JULIE, Presence(person_id=KARIM), headcount=8)
    both = merged(hers, base, theirs)
    assert both.headcount == 9
    assert both.people == (JULIE, Presence(person_id=KARIM), Presence(person_id=SOPHIE, state=AttendanceState.EXCUSED))
    assert merged(base, base, theirs) == theirs
    assert merged(hers, base, base).people == (JULIE, Presence(person_id=SOPHIE, state=AttendanceState.EXCUSED))
