"""Whether a plain message changes just the part of the open card that it speaks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft
from bot.domain.requests import Command, FindPartner, KeepContent
from tests.understanding.territory import GROUPS, PEOPLE, PLACES, corrected, kept, say

STORY = (
    "GT Diabète hier de 14h à 16h30 à la Maison de la santé, 12 présents dont Sophie Martin, Karim Benali et 2 pers du CCAS. "
    "Excusée : PMI. On a décidé de lancer l'enquête avant fin janvier, Sophie relance la CAF pour le 15. "
    "Prochaine réunion le 12 janvier à 14h"
)


@pytest.fixture
def card() -> DraftContent:
    return kept(STORY)


@pytest.mark.parametrize(
    ("said", "fields", "part"),
    [
        ("non, 13 présents", (Field.HEADCOUNT,), {"headcount": 13}),
        ("non 13", (Field.HEADCOUNT,), {"headcount": 13}),
        ("on était 13 en fait", (Field.HEADCOUNT,), {"headcount": 13}),
        ("c'était lundi", (Field.DAY,), {"day": date(2026, 12, 7)}),
        ("non c'était le 3 décembre", (Field.DAY,), {"day": date(2026, 12, 3)}),
        ("de 9h à 11h", (Field.DURATION,), {"starts": time(9), "ends": time(11), "minutes": 120}),
        ("fini à 17h", (Field.DURATION,), {"ends": time(17), "minutes": 180}),
        ("ça a duré 3h", (Field.DURATION,), {"ends": time(17), "minutes": 180}),
        (
            "c'était à la mairie d'Anduze",
            (Field.PLACE,),
            {"place_id": PLACES["Mairie d'Anduze"], "place_said": "mairie d'Anduze", "commune": "Anduze"},
        ),
        ("pas de décision", (Field.DECISIONS,), {"decisions": ()}),
        ("enlève les actions", (Field.ACTIONS,), {"actions": ()}),
        ("enlève la prochaine réunion", (Field.NEXT_MEETING,), {"next_meeting": None}),
    ],
)
def test_a_correction_changes_just_that(card: DraftContent, said: str, fields: tuple[Field, ...], part: dict[str, object]) -> None:
    answer = corrected(said, card)
    unsure = answer.content.meetings[0].unsure
    assert answer.changed == fields
    assert answer.content.meetings == (replace(card.meetings[0], unsure=unsure, **part),)  # type: ignore[arg-type]


def test_the_next_meeting_keeps_its_day_when_its_hour_changes(card: DraftContent) -> None:
    following = corrected("la prochaine c'est à 10h", card).content.meetings[0].next_meeting
    assert following is not None
    assert (following.day, following.starts) == (date(2027, 1, 12), time(10))


def test_another_group_takes_its_next_meeting_along(card: DraftContent) -> None:
    meeting = corrected("c'est le GT Nutrition", card).content.meetings[0]
    assert meeting.group_id == GROUPS["GT Nutrition"]
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.group_id == GROUPS["GT Nutrition"]


def present(card: DraftContent) -> list[int | None]:
    return [p.person_id for p in card.meetings[0].people if p.state is AttendanceState.PRESENT and p.person_id is not None]


def test_enleve_takes_the_karim_who_was_there_whatever_the_group(card: DraftContent) -> None:
    assert present(corrected("enlève Karim", card).content) == [PEOPLE["Sophie Martin"]]


def test_ajoute_adds_and_never_twice(card: DraftContent) -> None:
    more = corrected("ajoute Mehdi Saïdi", card).content
    assert present(more) == [PEOPLE["Sophie Martin"], PEOPLE["Karim Benali"], PEOPLE["Mehdi Saïdi"]]
    assert present(corrected("ajoute Mehdi Saïdi", more).content) == present(more)


def test_one_karim_for_another(card: DraftContent) -> None:
    assert present(corrected("ce n'est pas Karim Benali c'est Karim Haddad", card).content) == [
        PEOPLE["Sophie Martin"],
        PEOPLE["Karim Haddad"],
    ]


def test_excused_after_all(card: DraftContent) -> None:
    states = {p.person_id: p.state for p in corrected("Sophie était excusée", card).content.meetings[0].people}
    assert states[PEOPLE["Sophie Martin"]] is AttendanceState.EXCUSED


def test_one_more_decision_joins_the_first(card: DraftContent) -> None:
    decisions = corrected("on a aussi décidé de faire un flyer", card).content.meetings[0].decisions
    assert decisions == ("lancer l'enquête avant fin janvier", "faire un flyer")


def test_a_whole_other_meeting_is_another_card(card: DraftContent) -> None:
    request = say("GT Nutrition ce matin 9h-11h, 8 présents, médiathèque", draft=card)
    assert isinstance(request, KeepContent)
    assert request.content.meetings[0].group_id == GROUPS["GT Nutrition"]


def test_a_question_or_a_command_is_no_correction(card: DraftContent) -> None:
    assert isinstance(say("tel de la CAF ?", draft=card), FindPartner)
    assert say("annule", draft=card) == Command(name="annuler")


BLANK = DraftContent(meetings=(MeetingDraft(),))


@pytest.mark.parametrize(
    ("asked", "said", "part"),
    [
        (Field.GROUP, "nutrition", {"group_id": GROUPS["GT Nutrition"]}),
        (Field.GROUP, "le copil cls", {"group_id": GROUPS["Copil CLS"]}),
        (Field.GROUP, "aucun", {"no_group": True}),
        (Field.DAY, "hier", {"day": date(2026, 12, 8)}),
        (Field.DAY, "lundi", {"day": date(2026, 12, 7)}),
        (Field.DURATION, "2h", {"minutes": 120}),
        (Field.DURATION, "1h30", {"minutes": 90}),
        (Field.DURATION, "14h-16h", {"starts": time(14), "ends": time(16), "minutes": 120}),
        (Field.HEADCOUNT, "12", {"headcount": 12}),
        (Field.HEADCOUNT, "une douzaine", {"headcount": 12, "headcount_approximate": True}),
        (Field.PLACE, "mairie d'Anduze", {"place_id": PLACES["Mairie d'Anduze"], "place_said": "mairie d'Anduze", "commune": "Anduze"}),
        (Field.PLACE, "chez Paulette", {"place_said": "chez Paulette"}),
        (Field.DECISIONS, "aucune", {}),
        (
            Field.DECISIONS,
            "on refait l'atelier\nBudget validé. On achète",
            {"decisions": ("on refait l'atelier", "Budget validé", "On achète")},
        ),
        (Field.NEXT_MEETING, "pas encore fixée", {}),
    ],
)  # fmt: skip
def test_a_short_answer_fills_what_was_asked(asked: Field, said: str, part: dict[str, object]) -> None:
    answer = corrected(said, BLANK, asked=asked)
    assert answer.changed == (asked,)
    assert answer.content.meetings == (replace(MeetingDraft(), **part),)  # type: ignore[arg-type]


def test_actions_are_told_with_their_bearers_and_days() -> None:
    actions = (
        corrected("Sophie Martin relance la CAF pour le 15\nje réserve la salle", BLANK, asked=Field.ACTIONS).content.meetings[0].actions
    )
    assert [(a.text, a.bearers[0].person_id, a.due) for a in actions] == [
        ("relance la CAF", PEOPLE["Sophie Martin"], date(2026, 12, 15)),
        ("réserve la salle", PEOPLE["Claire Fontaine"], None),
    ]


def test_choosing_the_martin_that_was_asked() -> None:
    waiting = kept("GT accès aux droits hier 9h-11h : Martin, Colin")
    assert waiting.meetings[0].people[0].candidates == (
        PEOPLE["Philippe Martin"],
        PEOPLE["Sophie Martin"],
    )  # Claire meets Philippe at the Cotech
    chosen = corrected("Philippe", waiting, asked=Field.PEOPLE).content.meetings[0].people
    assert [p.person_id for p in chosen] == [PEOPLE["Philippe Martin"], PEOPLE["Inès Colin"]]


HOURS = DraftContent(hours=(HoursDraft(minutes=60),))


@pytest.mark.parametrize(
    ("asked", "said", "part"),
    [
        (Field.PERSON, "Sophie Martin", {"person_id": PEOPLE["Sophie Martin"], "person_said": "Sophie Martin"}),
        (Field.MINUTES, "2h30", {"minutes": 150}),
        (Field.GROUP, "copil cls", {"group_id": GROUPS["Copil CLS"]}),
        (Field.GROUP, "axe 3", {"axis": 3}),
        (Field.DAY, "hier", {"days": (date(2026, 12, 8),)}),
        (None, "non 2h", {"minutes": 120}),
    ],
)
def test_hours_are_answered_and_corrected(asked: Field | None, said: str, part: dict[str, object]) -> None:
    assert corrected(said, HOURS, asked=asked).content.hours == (replace(HOURS.hours[0], **part),)  # type: ignore[arg-type]
