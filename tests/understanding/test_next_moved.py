"""A decision or a task about the next meeting stays whole, and its day is that of the next meeting as well."""

from __future__ import annotations

from datetime import date

import pytest

from tests.understanding.cards import changes
from tests.understanding.test_facts_behind import _OPEN, told

_HEAD = "gt diabete hier 10h-12h, 8 présents, "


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("on a décidé de décaler le prochain gt au 17 décembre à 14h", "décaler le prochain gt au 17 décembre à 14h"),
        ("on a decide de reporter la prochaine reunion au 17 decembre", "reporter la prochaine reunion au 17 decembre"),
        ("on décide d'avancer la prochaine séance au 17/12", "avancer la prochaine séance au 17/12"),
        ("décision : reporter la prochaine réunion au 17 décembre", "reporter la prochaine réunion au 17 décembre"),
        ("on décale la prochaine au 17 décembre", "on décale la prochaine au 17 décembre"),
        (
            "on a décidé d'inviter la caf à la prochaine réunion le 17 décembre",
            "inviter la caf à la prochaine réunion le 17 décembre",
        ),
    ],
)
@pytest.mark.parametrize("behind", ["", ", karim envoie l'invitation avant vendredi", ", même lieu"])
def test_what_was_decided_of_the_next_meeting(said: str, decided: str, behind: str) -> None:
    meeting = told(_HEAD + said + behind)
    assert meeting.decisions == (decided,)
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.day == date(2026, 12, 17)
    assert len(meeting.actions) == ("karim" in behind)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("karim décale la prochaine réunion au 17 décembre", "décale la prochaine réunion au 17 décembre"),
        ("on garde l'affiche, il faut caler la prochaine au 17 décembre", "caler la prochaine au 17 décembre"),
    ],
)
def test_a_task_about_the_next_meeting_is_not_due_on_its_day(said: str, what: str) -> None:
    meeting = told(_HEAD + said)
    assert [(task.text, task.due) for task in meeting.actions] == [(what, None)]
    assert meeting.next_meeting is not None


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("on garde l'affiche, prochaine le 17 décembre", ("on garde l'affiche",)),
        ("on a acté l'affiche et la prochaine le 17 décembre", ("l'affiche",)),
        ("on a décidé de se revoir le 17 décembre", ()),
        ("décision : prochaine réunion le 17 décembre", ()),
        ("on garde l'affiche on se revoit le 17 décembre", ("on garde l'affiche",)),
    ],
)
def test_what_only_announces_it_is_no_part_of_a_decision(said: str, decided: tuple[str, ...]) -> None:
    meeting = told(_HEAD + said)
    assert meeting.decisions == decided
    assert meeting.next_meeting is not None


def test_over_an_open_card() -> None:
    assert changes("on a décidé de décaler le prochain gt au 17 décembre", _OPEN) == {
        "decisions": ["décaler le prochain gt au 17 décembre"],
        "next_meeting": "2026-12-17",
    }


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("on a décidé d'annuler la prochaine réunion du 12 janvier", "annuler la prochaine réunion du 12 janvier"),
        ("on annule la prochaine du 12 janvier", "on annule la prochaine du 12 janvier"),
    ],
)
def test_a_next_meeting_that_is_cancelled_is_not_announced(said: str, decided: str) -> None:
    meeting = told(f"{_HEAD}{said}, karim previent tout le monde")
    assert (meeting.decisions, meeting.next_meeting, len(meeting.actions)) == ((decided,), None, 1)


def test_the_next_meeting_that_passes_to_a_day() -> None:
    meeting = told(_HEAD + "convention signée, on décale la prochaine au 17/12, karim relance la caf")
    assert meeting.decisions == ("convention signée", "on décale la prochaine au 17/12")
    passed = told(_HEAD + "le prochain gt passe au 17 decembre").next_meeting
    assert passed is not None
    assert passed.day == date(2026, 12, 17)


@pytest.mark.parametrize("must", ["il faut relancer la caf", "faut relancer la caf", "il faudra relancer la caf"])
def test_what_must_be_done_ends_a_decision(must: str) -> None:
    meeting = told(f"{_HEAD}on garde l'affiche, {must}")
    assert (meeting.decisions, [task.text for task in meeting.actions]) == (("on garde l'affiche",), ["relancer la caf"])


@pytest.mark.parametrize("before", ["on garde l'affiche", "karim relance la caf"])
@pytest.mark.parametrize("came", ["sophie arrivée à 14h30", "sophie est partie à 15h", "sophie partie vers 15h"])
def test_who_came_late_or_left_ends_a_decision_or_a_task(before: str, came: str) -> None:
    alone, meeting = told("gt diabete hier 14h-16h, 8 présents, " + before), told(f"gt diabete hier 14h-16h, 8 présents, {before}, {came}")
    assert (meeting.decisions, meeting.actions, len(meeting.people)) == (alone.decisions, alone.actions, 1)
    assert (meeting.starts, meeting.ends) == (alone.starts, alone.ends)
