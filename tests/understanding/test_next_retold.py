"""A bare day or hour said over a card right after the next meeting's date is that date's, not the day of the meeting held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.drafts import DraftContent, Field, NextMeetingDraft
from tests.understanding.cards import CARD, MEETING, answer
from tests.understanding.territory import GROUPS

NEXT = NextMeetingDraft(day=date(2026, 12, 17), starts=time(9, 30), group_id=GROUPS["GT Diabète"])
AFTER_NEXT = DraftContent(meetings=(replace(MEETING, next_meeting=NEXT),), last_told=Field.NEXT_MEETING)
ANY_TIME = replace(AFTER_NEXT, last_told=None)
JANUARY_LAST = replace(CARD, last_told=Field.NEXT_MEETING)


@pytest.mark.parametrize(
    ("said", "day", "starts"),
    [
        ("finalement le 18", date(2026, 12, 18), time(9, 30)),
        ("non c le 16 plutot", date(2026, 12, 16), time(9, 30)),
        ("mets le 21", date(2026, 12, 21), time(9, 30)),
        ("non vendredi", date(2026, 12, 18), time(9, 30)),
        ("plutot 15h", date(2026, 12, 17), time(15)),
        ("non 14h30", date(2026, 12, 17), time(14, 30)),
        ("c'est à 10h", date(2026, 12, 17), time(10)),
        ("finalement le 18 a 10h", date(2026, 12, 18), time(10)),
        ("finalement le 18 plutot 10h", date(2026, 12, 18), time(10)),
    ],
)
def test_said_right_after_the_next_date(said: str, day: date, starts: time) -> None:
    meeting = answer(said, AFTER_NEXT).content.meetings[0]
    assert meeting.next_meeting is not None
    assert (meeting.next_meeting.day, meeting.next_meeting.starts) == (day, starts)
    assert (meeting.day, meeting.starts, meeting.ends, meeting.decisions) == (MEETING.day, MEETING.starts, MEETING.ends, MEETING.decisions)


@pytest.mark.parametrize("said", ["finalement le 15", "le 14 plutot", "non le 13"])
def test_a_day_is_that_of_the_date_it_is_nearest_to(said: str) -> None:
    """Whatever was told last: 15 November is three weeks away from the meeting held, 15 January three days from the next."""
    meeting = answer(said, CARD).content.meetings[0]
    assert meeting.day == MEETING.day
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.day is not None
    assert (meeting.next_meeting.day.year, meeting.next_meeting.day.month) == (2027, 1)


@pytest.mark.parametrize(
    ("said", "card", "day"),
    [
        ("non le 7", CARD, date(2026, 12, 7)),
        ("non le 9", ANY_TIME, date(2026, 12, 9)),
        ("c'était le 3", AFTER_NEXT, date(2026, 12, 3)),
        ("non c'était lundi", AFTER_NEXT, date(2026, 12, 7)),
        ("non hier", ANY_TIME, date(2026, 12, 8)),
        ("c etait le 4 decembre", JANUARY_LAST, date(2026, 12, 4)),
        ("non lundi", CARD, date(2026, 12, 7)),
    ],
)
def test_the_meeting_held_is_still_corrected(said: str, card: DraftContent, day: date) -> None:
    meeting = answer(said, card).content.meetings[0]
    assert (meeting.day, meeting.next_meeting) == (day, card.meetings[0].next_meeting)


@pytest.mark.parametrize(
    ("said", "card", "starts"),
    [("plutot 15h", ANY_TIME, time(15)), ("c'était à 15h", AFTER_NEXT, time(15)), ("non 13h30", CARD, time(13, 30))],
)
def test_the_hours_of_the_meeting_held_are_still_corrected(said: str, card: DraftContent, starts: time) -> None:
    meeting = answer(said, card).content.meetings[0]
    assert (meeting.starts, meeting.next_meeting) == (starts, card.meetings[0].next_meeting)


def test_no_meeting_moves_to_an_hour_of_today_still_to_come() -> None:
    today = replace(
        AFTER_NEXT, meetings=(replace(AFTER_NEXT.meetings[0], day=date(2026, 12, 9), starts=time(9), ends=time(10)),), last_told=None
    )
    meeting = answer("plutot 22h", today).content.meetings[0]
    assert meeting.starts == time(9)
    assert meeting.next_meeting is not None
    assert meeting.next_meeting.starts == time(22)


def test_the_end_told_alone_is_that_of_the_meeting_held() -> None:
    meeting = answer("fini à 17h", AFTER_NEXT).content.meetings[0]
    assert (meeting.ends, meeting.next_meeting) == (time(17), NEXT)
