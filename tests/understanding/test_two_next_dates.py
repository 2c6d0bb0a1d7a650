"""Two dates told for what comes next: the first one is kept, and the card tells that the other is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.drafts import DraftContent, NextMeetingDraft
from tests.understanding.cards import MEETING, answer
from tests.understanding.territory import kept

NEXT = NextMeetingDraft(day=date(2026, 12, 17), starts=time(10))
CARD = DraftContent(meetings=(replace(MEETING, next_meeting=None),))
WITH_NEXT = DraftContent(meetings=(replace(MEETING, next_meeting=NEXT),))


@pytest.mark.parametrize(
    ("said", "day", "starts", "more"),
    [
        ("on se revoit mardi 15 et jeudi 17 a 14h", date(2026, 12, 15), time(14), (date(2026, 12, 17),)),
        ("on se revoit le 14 et le 21 dec a 10h", date(2026, 12, 14), time(10), (date(2026, 12, 21),)),
        ("prochain le 17 10h puis le 14 janv 10h", date(2026, 12, 17), time(10), (date(2027, 1, 14),)),
        ("prochaine réunion le 17 décembre à 10h et le 14 janvier à 9h", date(2026, 12, 17), time(10), (date(2027, 1, 14),)),
        ("prochaine réunion le 17 décembre à 10h", date(2026, 12, 17), time(10), ()),
        ("prochaine réunion le 17 décembre, invitations avant le 14", date(2026, 12, 17), None, ()),
    ],
)
def test_two_dates(said: str, day: date, starts: time | None, more: tuple[date, ...]) -> None:
    for meeting in (answer(said, CARD).content.meetings[0], kept("gt diabete hier 10h-12h, 8 présents, " + said).meetings[0]):
        following = meeting.next_meeting
        assert following is not None
        assert (following.day, following.starts, following.more_days) == (day, starts, more)


def test_one_more_date_leaves_the_first() -> None:
    following = answer("et on se revoit aussi le 18 a 9h", WITH_NEXT).content.meetings[0].next_meeting
    assert following is not None
    assert (following.day, following.starts, following.more_days) == (date(2026, 12, 17), time(10), (date(2026, 12, 18),))


def test_another_date_is_said_no_more_beside() -> None:
    beside = replace(WITH_NEXT.meetings[0], next_meeting=replace(NEXT, more_days=(date(2026, 12, 18),)))
    following = answer("la prochaine c'est le 21", DraftContent(meetings=(beside,))).content.meetings[0].next_meeting
    assert following is not None
    assert (following.day, following.more_days) == (date(2026, 12, 21), ())
