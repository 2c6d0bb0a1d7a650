"""What is done already, or when it ended, typed without commas behind who was there: nothing is dropped, and no structure is made of it."""

from __future__ import annotations

from datetime import time

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import MeetingDraft
from tests.understanding.cards import changes
from tests.understanding.territory import PEOPLE, STRUCTURES, kept

_HEAD = "gt diabete hier 14h 16h 8 presents "
_THINGS = [
    "budget valide",
    "budget ok",
    "convention signee",
    "charte adoptée",
    "atelier tamaris reporte",
    "mission locale validee",
    "subvention de l'ars pour le bus accordee",
    "planning des permanences valide",
    "logo finalement choisi",
    "200 affiches commandees",
]


def told(words: str) -> MeetingDraft:
    """The one meeting that words tell."""
    (meeting,) = kept(words).meetings
    return meeting


@pytest.mark.parametrize("state", ["sophie martin excusee", "excuses sophie martin", "absente sophie martin"])
@pytest.mark.parametrize("thing", _THINGS)
@pytest.mark.parametrize("behind", ["", " karim relance la caf avant vendredi", " prochaine le 12 janvier 14h", " fini 15h30"])
def test_what_is_done_is_kept_whole(state: str, thing: str, behind: str) -> None:
    meeting = told(_HEAD + state + " " + thing + behind)
    assert [*meeting.decisions, *meeting.topics] == [thing]
    assert [(p.person_id, p.structure_id) for p in meeting.people] == [(PEOPLE["Sophie Martin"], None)]
    assert meeting.people[0].state is not AttendanceState.PRESENT
    assert len(meeting.actions) == ("relance" in behind)
    assert (meeting.next_meeting is not None) == ("prochaine" in behind)
    assert meeting.ends == (time(15, 30) if "fini" in behind else time(16))


def test_several_things_done_and_a_task_stand_apart() -> None:
    meeting = told(_HEAD + "karim absent budget valide convention signee relancer la caf avant vendredi flyer a imprimer par sophie martin")
    assert meeting.decisions == ("budget valide", "convention signee")
    assert [a.text for a in meeting.actions] == ["relancer la caf", "flyer a imprimer"]
    assert [b.person_id for b in meeting.actions[1].bearers] == [PEOPLE["Sophie Martin"]]


@pytest.mark.parametrize(
    "end",
    [
        "karim envoie le cr avant vendredi fini 15h30",
        "prochaine le 12 janv 14h salle rimbaud fini 15h30",
        "prochaine le 12 janv 14h salle rimbaud terminé à 15h30",
        "fini a 15h30",
    ],
)
def test_a_bare_end_ends_the_meeting(end: str) -> None:
    meeting = told(_HEAD + end)
    assert (meeting.starts, meeting.ends) == (time(14), time(15, 30))
    assert meeting.next_meeting is None or meeting.next_meeting.place_said == "salle rimbaud"
    assert [a.text for a in meeting.actions] == ["envoie le cr"] * end.startswith("karim")


@pytest.mark.parametrize("end", ["atelier fini à 17h", "buffet fini à 17h", "prochaine le 12 janvier 14h fin à 17h"])
def test_the_end_of_something_else_does_not(end: str) -> None:
    assert told("gt diabete hier 14h-16h, 8 présents, " + end).ends == time(16)


@pytest.mark.parametrize(
    ("words", "houses"),
    [
        ("excusée la PMI", {"Protection maternelle et infantile d'Alès"}),
        ("sophie martin excusee mission locale presente", {"Mission locale Alès"}),
        ("sophie martin excusee caf prevenue", {"CAF du Gard"}),
    ],
)
def test_a_structure_stays_one(words: str, houses: set[str]) -> None:
    meeting = told(_HEAD + words)
    assert {p.structure_id for p in meeting.people if p.structure_id} == {STRUCTURES[name] for name in houses}
    assert not meeting.decisions


@pytest.mark.parametrize("words", ["avec sophie dupont invitee", "sophie martin excusee ordre du jour budget"])
def test_nothing_is_told_to_be_done(words: str) -> None:
    assert not told(_HEAD + words).decisions


def test_a_count_is_no_part_of_what_is_done() -> None:
    whole = told("hier gt diabete 9h 11h 7 presents planning valide flyer a refaire par karim")
    assert (whole.headcount, whole.decisions, [a.text for a in whole.actions]) == (7, ("planning valide",), ["flyer a refaire"])
    late = told("gt diabete hier 14h 16h 5 pers sophie martin en retard plan d action adopte")
    assert (late.headcount, late.decisions, [p.state for p in late.people]) == (5, ("plan d’action adopte",), [AttendanceState.PRESENT])


@pytest.mark.parametrize("small", ["plutot", "plutôt", "finalement", "en fait", "stp"])
def test_a_small_word_is_no_part_of_a_place(small: str) -> None:
    assert changes(f"salle rimbaud {small}")["place_said"] == "salle rimbaud"
