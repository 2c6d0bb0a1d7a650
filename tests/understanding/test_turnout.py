"""Which sentences tell who will come to a planned meeting, and which only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import DraftContent, MeetingDraft
from bot.domain.turnout import TellTurnout
from tests.understanding.territory import GROUPS, PEOPLE, say

AWAY, COMING = AttendanceState.EXCUSED, AttendanceState.PRESENT
FRIDAY = date(2026, 12, 11)
NUTRITION = GROUPS["GT Nutrition"]


def who(name: str, state: AttendanceState = AWAY) -> Presence:
    return Presence(person_id=PEOPLE[name], state=state)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Karim Benali s'excuse pour le GT Nutrition de vendredi", (who("Karim Benali"),)),
        ("bonjour, Karim Benali ne viendra pas au GT Nutrition vendredi", (who("Karim Benali"),)),
        ("vendredi au GT Nutrition Karim Benali ne sera pas là", (who("Karim Benali"),)),
        ("Karim Benali ne pourra pas venir au GT Nutrition vendredi car il est souffrant", (who("Karim Benali"),)),
        ("Karim Benali viendra finalement au GT Nutrition de vendredi", (who("Karim Benali", COMING),)),
        ("excusez Karim Benali pour le GT Nutrition de vendredi", (who("Karim Benali"),)),
        ("je m'excuse pour le GT Nutrition de vendredi", (who("Claire Fontaine"),)),
    ],
)
def test_who_comes(words: str, expected: tuple[Presence, ...]) -> None:
    assert say(words) == TellTurnout(people=expected, days=(FRIDAY,), group_id=NUTRITION)


@pytest.mark.parametrize(
    "words",
    [
        "Karim Benali viendra vendredi ?",
        "Karim Benali viendra vendredi relire le compte rendu",
        "Karim Benali s'excuse",
        "Karim Benali était absent vendredi",
        "rappelle-moi que Karim Benali ne viendra pas vendredi",
        "GT Nutrition hier 14h-16h, Karim Benali s'excuse, 8 présents",
        "Karim Benali ne viendra pas vendredi, il sera remplacé par Sophie Martin",
        "je serai absente vendredi",
    ],
)
def test_what_says_more_or_less_is_something_else(words: str) -> None:
    assert not isinstance(say(words), TellTurnout)


def test_over_the_card_of_that_meeting_it_is_a_correction() -> None:
    monday = DraftContent(meetings=(MeetingDraft(group_id=NUTRITION, day=date(2026, 12, 7)),))
    assert not isinstance(say("Karim Benali s'excuse pour le GT Nutrition", draft=monday), TellTurnout)
    assert not isinstance(say("Karim Benali s'excuse, lundi", draft=monday), TellTurnout)
    assert isinstance(say("Karim Benali s'excuse pour le GT Nutrition de vendredi", draft=monday), TellTurnout)
