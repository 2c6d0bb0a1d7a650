"""What is said beside an open card, of a planned meeting or of nothing it could hold: the card stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DraftContent, Field, HoursDraft
from bot.domain.requests import CorrectDraft, NotForMe, PlanDeed, PlanMeeting
from bot.domain.turnout import TellTurnout
from tests.understanding.cards import KARIM, MEETING, SOPHIE
from tests.understanding.territory import GROUPS, PEOPLE, say

HELD = DraftContent(meetings=(replace(MEETING, people=(), decisions=(), actions=(), next_meeting=None),))
HOURS = DraftContent(hours=(HoursDraft(person_id=PEOPLE["Claire Fontaine"], minutes=60, days=(date(2026, 12, 8),)),))
AWAY, COMING = AttendanceState.EXCUSED, AttendanceState.PRESENT


def who_comes(
    said: str, card: DraftContent | None, asked: Field | None = None
) -> tuple[list[tuple[int | None, AttendanceState]], tuple[date, ...]]:
    request = say(said, draft=card, asked=asked)
    assert isinstance(request, TellTurnout)
    return [(one.person_id, one.state) for one in request.people], request.days


@pytest.mark.parametrize("card", [HELD, HOURS, None])
@pytest.mark.parametrize(
    "said",
    [
        "karim benali peut pas le 11",
        "karim benali ne peut pas le 11 décembre",
        "Karim Benali pourra pas vendredi",
        "le 11 karim benali pourra plus",
        "finalement karim benali peut plus le 11",
        "karim benali peut pas venir le 11",
    ],
)
def test_who_cannot_on_a_day_to_come_is_excused_of_its_meeting(said: str, card: DraftContent | None) -> None:
    assert who_comes(said, card) == ([(KARIM, AWAY)], (date(2026, 12, 11),))


def test_several_who_cannot() -> None:
    assert who_comes("karim benali et sophie martin pourront pas vendredi", HELD)[0] == [(KARIM, AWAY), (SOPHIE, AWAY)]


@pytest.mark.parametrize(
    "said",
    [
        "karim benali sera pas la",
        "Karim Benali vient plus",
        "karim benali ne viendra pas",
        "karim benali viendra plus",
        "karim benali peut pas",
    ],
)
def test_who_will_not_come_is_not_of_a_meeting_that_was_held(said: str) -> None:
    assert who_comes(said, HELD) == ([(KARIM, AWAY)], ())


@pytest.mark.parametrize("said", ["mme lefort vient plus", "mme lefort sera pas la", "karim benali peut pas hier"])
def test_of_somebody_unknown_or_of_a_day_gone_nothing_is_noted(said: str) -> None:
    assert isinstance(say(said, draft=HELD), NotForMe)


@pytest.mark.parametrize(
    ("said", "state"),
    [("karim benali était pas là", AttendanceState.ABSENT), ("karim benali excusé", AWAY), ("karim benali n'a pas pu venir", AWAY)],
)
def test_who_was_away_is_of_the_card(said: str, state: AttendanceState) -> None:
    request = say(said, draft=HELD)
    assert isinstance(request, CorrectDraft)
    assert [(one.person_id, one.state) for one in request.content.meetings[0].people] == [(KARIM, state)]


@pytest.mark.parametrize("asked", [None, Field.GROUP, Field.PERSON])
@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("karim benali excusé", AWAY),
        ("karim benali vient pas", AWAY),
        ("karim benali ne vient pas", AWAY),
        ("karim benali absent", AWAY),
        ("karim benali sera la", COMING),
    ],
)
def test_who_comes_never_tells_whose_hours_they_are(said: str, state: AttendanceState, asked: Field | None) -> None:
    assert who_comes(said, HOURS, asked) == ([(KARIM, state)], ())


@pytest.mark.parametrize("asked", [None, Field.GROUP])
@pytest.mark.parametrize(
    "said",
    [
        "prochain gt nutrition lundi 14 dec 14h ccas",
        "prochain GT Nutrition le 14 décembre",
        "gt nutrition lundi 14 dec 14h",
        "le prochain gt nutrition sera le 14 à 14h",
    ],
)
@pytest.mark.parametrize("group", [None, GROUPS["GT Nutrition"]])
def test_a_plan_over_a_card_of_hours_is_a_plan(said: str, asked: Field | None, group: int | None) -> None:
    request = say(said, draft=DraftContent(hours=(replace(HOURS.hours[0], group_id=group),)), asked=asked)
    assert isinstance(request, PlanMeeting)
    assert (request.deed, request.group_id, request.spot.day) == (PlanDeed.PLAN, GROUPS["GT Nutrition"], date(2026, 12, 14))


@pytest.mark.parametrize(
    "said", ["gt nutrition", "c'était pour le gt nutrition", "le gt nutrition de jeudi", "la préparation du gt nutrition de lundi"]
)
def test_the_group_of_the_hours_is_their_group(said: str) -> None:
    request = say(said, draft=HOURS, asked=Field.GROUP)
    assert isinstance(request, CorrectDraft)
    assert request.content.hours[0].group_id == GROUPS["GT Nutrition"]


@pytest.mark.parametrize("card", [HELD, HOURS])
@pytest.mark.parametrize(
    ("said", "deed", "day"),
    [
        ("et celui de demain on l annule", PlanDeed.CANCEL, 10),
        ("celui de vendredi est annule", PlanDeed.CANCEL, 11),
        ("celle du 14 est annulée", PlanDeed.CANCEL, 14),
        ("on annule celui de jeudi", PlanDeed.CANCEL, 10),
        ("celui du 14 saute", PlanDeed.CANCEL, 14),
        ("celle du 14 est reportée au 16", PlanDeed.MOVE, 14),
    ],
)
def test_a_planned_meeting_told_by_its_day_alone(said: str, deed: PlanDeed, day: int, card: DraftContent) -> None:
    request = say(said, draft=card)
    assert isinstance(request, PlanMeeting)
    assert (request.deed, request.on) == (deed, date(2026, 12, day))


@pytest.mark.parametrize(
    "said",
    ["décision : celui du 14 est annulé", "on a décidé d'annuler celui du 14", "ok pour l'achat du film", "ok pour une journée dédiée"],
)
def test_what_was_decided_of_something_stays(said: str) -> None:
    request = say(said, draft=HELD)
    assert isinstance(request, CorrectDraft)
    assert len(request.content.meetings[0].decisions) == 1


@pytest.mark.parametrize(
    "said",
    [
        "ok pour la date",
        "ok pour le 17",
        "OK pour le GT Nutrition",
        "ok pour",
        "sophie martin ok pour le 16",
        "ok pour le 17 alors",
        "d'accord pour la prochaine date",
        "ok pour jeudi 14h",
    ],
)
def test_an_agreement_to_nothing_named_is_no_decision(said: str) -> None:
    request = say(said, draft=HELD)
    assert isinstance(request, NotForMe)
