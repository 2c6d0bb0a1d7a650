"""Which sentences tell who will come to a planned meeting, and which only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import DraftContent, MeetingDraft
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout
from bot.understanding.turnout import read_bare_turnout
from tests.understanding.territory import GROUPS, INDEX, NOW, PEOPLE, kept, say

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
    assert say(words) == TellTurnout(people=expected, days=(FRIDAY,), past=(date(2026, 12, 4),), group_id=NUTRITION)


KARIM, SOPHIE, CLAIRE = "Karim Benali", "Sophie Martin", "Claire Fontaine"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("finalement karim benali vient au gt nutrition vendredi", (who(KARIM, COMING),)),
        ("karim benali pourra finalement venir au gt nutrition de vendredi", (who(KARIM, COMING),)),
        ("karim benali sera au final présent vendredi au gt nutrition", (who(KARIM, COMING),)),
        ("karim benali n'est plus excusé pour le gt nutrition de vendredi", (who(KARIM, COMING),)),
        ("karim benali ne sera malheureusement pas là vendredi au gt nutrition", (who(KARIM),)),
        ("en fait karim benali peut plus venir au gt nutrition de vendredi", (who(KARIM),)),
        ("excusez moi pour le gt nutrition de vendredi", (who(CLAIRE),)),
        ("karim benali sera excusé vendredi au gt nutrition, sophie martin sera là", (who(KARIM), who(SOPHIE, COMING))),
        ("karim benali sera excusé vendredi au gt nutrition, sophie martin aussi", (who(KARIM), who(SOPHIE))),
    ],
)
def test_a_change_of_mind_and_several_at_once(words: str, expected: tuple[Presence, ...]) -> None:
    found = say(words)
    assert isinstance(found, TellTurnout)
    assert (found.people, found.days, found.late, found.instead) == (expected, (FRIDAY,), False, False)


@pytest.mark.parametrize(
    "words",
    [
        "karim benali sera en retard de 20 min au gt nutrition du 11",
        "karim benali aura 20 min de retard au gt nutrition vendredi",
        "karim benali arrivera un peu en retard au GT Nutrition de vendredi",
        "karim benali viendra vendredi au gt nutrition mais en retard",
        "karim benali devra partir avant la fin du gt nutrition de vendredi",
        "karim benali arrivera à 15h au gt nutrition vendredi",
    ],
)
def test_who_is_not_there_the_whole_time_comes(words: str) -> None:
    found = say(words)
    assert isinstance(found, TellTurnout)
    assert (found.people, found.days, found.late) == ((who(KARIM, COMING),), (FRIDAY,), True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("karim benali sera représenté par sophie martin au gt nutrition de vendredi", (who(KARIM), who(SOPHIE, COMING))),
        ("vendredi au gt nutrition karim benali se fera remplacer par sophie martin", (who(KARIM), who(SOPHIE, COMING))),
        ("karim benali sera représenté par sa collègue au gt nutrition de vendredi", (who(KARIM),)),
        ("karim benali sera représenté par Mme Dupont de la PMI au gt nutrition de vendredi", (who(KARIM),)),
        ("sophie martin viendra à la place de karim benali au gt nutrition de vendredi", (who(SOPHIE, COMING), who(KARIM))),
        ("je me ferai représenter par karim benali au gt nutrition de vendredi", (who(CLAIRE), who(KARIM, COMING))),
    ],
)
def test_who_comes_for_whom(words: str, expected: tuple[Presence, ...]) -> None:
    found = say(words)
    assert isinstance(found, TellTurnout)
    assert (found.people, found.instead) == (expected, True)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("karim benali est excusé pour le gt nutrition du 17", AWAY),
        ("ajoute karim benali aux excusés du gt nutrition du 17", AWAY),
        ("retire karim benali des excusés du gt nutrition du 17", COMING),
        ("annule l'excuse de karim benali pour le gt nutrition du 17", COMING),
        ("karim benali des excusés du gt nutrition du 17", None),
        ("retire karim benali du gt nutrition du 17", None),
    ],
)
def test_put_among_the_excused_or_taken_off(words: str, state: AttendanceState | None) -> None:
    found = read_bare_turnout(words, Hearing(now=NOW, author_id=PEOPLE[CLAIRE]), INDEX)
    assert (None if found is None else found.people) == (None if state is None else (who(KARIM, state),))


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("sophie martin et karim benali excusées pour le gt nutrition du 17", 2),
        ("gt nutrition du 17 : karim benali absent", 1),
        ("karim benali représenté par sophie martin au gt nutrition du 17", 2),
        ("karim benali en retard de 20 min au gt nutrition du 17", 1),
        ("gt nutrition du 17 14h-16h, karim benali excusé", 0),
        ("gt nutrition du 17, 12 présents, karim benali excusé", 0),
        ("gt nutrition du 17 : 12, karim benali excusé", 0),
        ("karim benali était en retard de 20 min au gt nutrition du 17", 0),
        ("présents au gt nutrition du 17 : karim benali", 0),
    ],
)
def test_what_may_be_past_or_to_come_is_told_with_both_days(words: str, people: int) -> None:
    found = read_bare_turnout(words, Hearing(now=NOW, author_id=PEOPLE[CLAIRE]), INDEX)
    assert not isinstance(say(words), TellTurnout)
    if not people:
        assert found is None
    else:
        assert found is not None
        assert (len(found.people), found.days, found.past) == (people, (date(2026, 12, 17),), (date(2026, 11, 17),))


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
        "Karim Benali vient de la mission locale vendredi",
        "Karim Benali vient relire le compte rendu vendredi",
        "Karim Benali aura les chiffres vendredi",
        "Karim Benali viendra peut-être vendredi",
        "Karim Benali est arrivé en retard au GT Nutrition de vendredi",
        "excusez Karim Benali vendredi, Sophie Martin sera là",
        "Karim Benali viendra jeudi, Sophie Martin viendra vendredi",
    ],
)
def test_what_says_more_or_less_is_something_else(words: str) -> None:
    assert not isinstance(say(words), TellTurnout)


def test_over_the_card_of_that_meeting_it_is_a_correction() -> None:
    monday = DraftContent(meetings=(MeetingDraft(group_id=NUTRITION, day=date(2026, 12, 7)),))
    assert not isinstance(say("Karim Benali s'excuse pour le GT Nutrition", draft=monday), TellTurnout)
    assert not isinstance(say("Karim Benali s'excuse, lundi", draft=monday), TellTurnout)
    assert isinstance(say("Karim Benali s'excuse pour le GT Nutrition de vendredi", draft=monday), TellTurnout)


@pytest.mark.parametrize(
    ("words", "named", "unnamed"),
    [
        ("trois personnes seront excusées au gt nutrition vendredi", 0, 3),
        ("2 personnes ne viendront pas au gt nutrition vendredi", 0, 2),
        ("Karim Benali et 2 autres seront absents au GT Nutrition de vendredi", 1, 2),
    ],
)
def test_people_without_a_name_are_counted_apart(words: str, named: int, unnamed: int) -> None:
    heard = say(words)
    assert isinstance(heard, TellTurnout)
    assert (len(heard.people), heard.unnamed) == (named, unnamed)


@pytest.mark.parametrize(
    ("words", "headcount", "away"),
    [
        ("GT Nutrition hier 14h-16h, 3 personnes excusées", None, [3]),
        ("GT Nutrition hier 14h-16h, deux personnes étaient absentes", None, [2]),
        ("GT Nutrition hier 14h-16h, 9 personnes présentes, 3 personnes absentes", 9, [3]),
        ("GT Nutrition hier 14h-16h, 12 personnes excusé Karim Benali", 12, [1]),
    ],
)
def test_people_counted_away_are_not_counted_there(words: str, headcount: int | None, away: list[int]) -> None:
    (meeting,) = kept(words).meetings
    assert (meeting.headcount, [one.count for one in meeting.people]) == (headcount, away)
