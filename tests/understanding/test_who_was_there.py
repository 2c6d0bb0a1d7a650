"""Who was there, who was not, and whether the count agrees: what is told of another day or against the list is never kept silently."""

from __future__ import annotations

import sys

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import Field, MeetingDraft
from tests.understanding.cards import NAMES, answer
from tests.understanding.territory import kept, say

_HEAD = "GT Diabète hier 14h-16h"  # its members: Garnier, Vidal, Bouzid, Haddad, Bonnet, Chevalier, Mansouri; Claire Fontaine writes
_DOUBTED = {Field.HEADCOUNT, Field.PEOPLE}


def _there(meeting: MeetingDraft) -> dict[str, str]:
    """Who is listed, and how."""
    return {NAMES[p.person_id] if p.person_id else p.said or "?": p.state.value for p in meeting.people}


def _meeting(words: str) -> MeetingDraft:
    return kept(f"{_HEAD}{words}").meetings[0]


@pytest.mark.parametrize(
    "words",
    [
        ", 12 présents, aucun absent",
        ", 3 présents, tous sauf Karim",
        ", on était 5, tout le monde était là",
        ", personne d'absent, on était 4",
        ", tout le monde sauf Karim donc 4 personnes",
        ", 2 présents : Sophie Martin, Karim, Rachid et Aurélie",
        ", on était deux, moi, Karim et Rachid",
        ". Groupe au complet, 20 participants",
    ],
)
def test_a_count_that_contradicts_the_list_is_marked(words: str) -> None:
    assert set(_meeting(words).unsure) == _DOUBTED


@pytest.mark.parametrize(
    "words",
    [
        ", 8 présents, aucun absent",
        ", 7 présents, tous sauf Karim",
        ", on était 8, tout le monde était là",
        ", on était 4 : Sophie Martin, Karim et Rachid",
        ", on était 12 dont Sophie Martin et Karim",
        ", tous présents sauf Karim",
        ", il manquait Karim, on était 7",
    ],
)
def test_a_count_that_agrees_is_not(words: str) -> None:
    assert _meeting(words).unsure == ()


@pytest.mark.parametrize(
    ("words", "away"),
    [
        (", tous les membres sauf 2", {"personnes": "absent"}),
        (", tous là sauf deux personnes excusées", {"personnes": "excusé"}),
        (", tout le groupe sauf 3 personnes", {"personnes": "absent"}),
        (", tous présents, 2 excusés", {"personnes": "excusé"}),
        (", tous à l'exception de deux membres", {"personnes": "absent"}),
        (", tout le monde hormis 1 personne", {"personne": "absent"}),
    ],
)
def test_all_but_some_unnamed_lists_nobody_by_name(words: str, away: dict[str, str]) -> None:
    meeting = _meeting(words)
    assert (_there(meeting), meeting.headcount) == (away, None)
    assert set(meeting.unsure) == _DOUBTED


def test_all_of_the_group_over_a_card_that_counts_fewer_is_marked() -> None:
    assert set(answer("tous présents sauf Karim").content.meetings[0].unsure) >= _DOUBTED - {Field.PEOPLE}


@pytest.mark.parametrize(
    "words",
    [
        "Rachid n'a pas pu rester jusqu'au bout",
        "Rachid a dû partir avant la fin",
        "Rachid n'a pu rester qu'une heure",
        "Rachid n'est pas resté longtemps",
        "Rachid s'est excusé de devoir partir à 15h",
        "Rachid excusé pour son retard",
        "Rachid a dû nous quitter à 15h30",
        "Rachid est reparti plus tôt",
        "Rachid s'est excusé d'être arrivé en retard",
    ],
)
def test_who_left_early_or_came_late_was_there(words: str) -> None:
    assert _there(_meeting(f" avec Sophie Martin. {words}")) == {"Sophie Martin": "présent", "Rachid Bouzid": "présent"}


@pytest.mark.parametrize(
    "words",
    [
        "Rachid ne pourra pas venir à la prochaine",
        "Rachid sera absent en janvier",
        "Rachid et Aurélie ne pourront pas être là le 12 janvier",
        "La prochaine fois Rachid ne sera pas là",
        "En janvier, Rachid sera absent",
        "Rachid s'excuse pour la prochaine réunion",
        "Aurélie en congé la semaine prochaine",
        "Aurélie en congés à partir de demain",
        "Attention Rachid ne viendra pas à la prochaine",
        "Rachid absent demain",
        "Rachid est excusé pour la fois d'après",
        "Tout le monde sera là le 12 janvier",
        "Rachid prévient qu'il ne sera pas là vendredi",
    ],
)
def test_an_absence_to_come_is_none_of_this_meeting(words: str) -> None:
    assert _there(_meeting(f" avec Sophie Martin. {words}")) == {"Sophie Martin": "présent"}


def test_who_was_there_and_will_be_away_was_there() -> None:
    assert _there(_meeting(" avec Sophie Martin et Rachid. Rachid sera absent en janvier")) == {
        "Sophie Martin": "présent",
        "Rachid Bouzid": "présent",
    }
    assert _there(_meeting(" avec Sophie Martin et Rachid, qui ne sera pas là en janvier"))["Rachid Bouzid"] == "présent"


@pytest.mark.parametrize(
    "words",
    [
        "Rachid excusé",
        "Rachid excusé, prochaine réunion le 12 janvier",
        "Rachid avait prévenu qu'il ne pourrait pas venir",
        "Rachid excusé prochaine réunion le 12 janvier",
        "Rachid n'a pas pu se libérer",
        "Rachid malade. On se revoit demain",
    ],
)
def test_an_absence_of_that_day_stays_one(words: str) -> None:
    away = [p.state for p in _meeting(f" avec Sophie Martin. {words}").people if NAMES[p.person_id or 0] == "Rachid Bouzid"]
    assert away == [AttendanceState.EXCUSED]


@pytest.mark.parametrize(
    "piece", ["Karim, ", "CAF, CAF, ", "+ Karim, - Sophie, ", "2 habitants, 3 élus, ", "faut l'enlever Karim ", "\n- Karim"]
)
def test_a_long_change_of_attendance_costs_in_step_with_its_length(piece: str) -> None:
    assert _calls(f"ajoute {piece * 4096}"[:4096]) < 2.6 * _calls(f"ajoute {piece * 4096}"[:2048])


def _calls(text: str) -> int:
    """How many functions reading a text calls: its cost, whatever else the machine does meanwhile."""
    counted = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        say(text)
    finally:
        sys.setprofile(before)
    return counted
