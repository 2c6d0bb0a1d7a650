"""What people say before and around the facts: polite openings, days nobody remembers, rough counts."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import Field, gaps
from tests.understanding.territory import GROUPS, PEOPLE, kept


@pytest.mark.parametrize(
    "opening",
    ["Je vous prie de noter que", "Merci de bien vouloir noter que", "Veuillez noter que", "Je te confirme que", "Pour information,"],
)
def test_a_polite_opening_is_not_what_is_told(opening: str) -> None:
    content = kept(f"{opening} le GT Nutrition s'est tenu hier de 14h à 16h, 9 présents.")
    meeting = content.meetings[0]
    assert (meeting.group_id, meeting.day, meeting.headcount) == (GROUPS["GT Nutrition"], date(2026, 12, 8), 9)
    assert (meeting.actions, meeting.topics) == ((), ())


@pytest.mark.parametrize("when", ["l'autre jour", "récemment", "il y a quelques jours", "je sais plus quel jour"])
def test_a_day_nobody_remembers_is_asked(when: str) -> None:
    content = kept(f"GT Nutrition {when}, 2h, 8 personnes")
    assert content.meetings[0].day is None
    assert [gap.field for gap in gaps(content)] == [Field.DAY]


def test_a_group_that_lasted_is_no_group_to_be_planned() -> None:
    assert kept("Le GT Nutrition a duré deux heures hier, 8 présents").meetings[0].group_id == GROUPS["GT Nutrition"]


@pytest.mark.parametrize(
    ("words", "total"),
    [("pas mal de monde, une trentaine je dirais", 30), ("une petite quinzaine", 15), ("on était une bonne douzaine", 12)],
)
def test_a_rough_count_stands_for_itself(words: str, total: int) -> None:
    meeting = kept(f"GT Nutrition hier de 14h à 16h, {words}").meetings[0]
    assert (meeting.headcount, meeting.headcount_approximate, meeting.topics) == (total, True, ())


def test_somebody_kept_elsewhere_is_no_decision() -> None:
    meeting = kept("GT Soins palliatifs hier 9h-11h. Tous étaient présents sauf M. Tessier, retenu par un autre rendez-vous.").meetings[0]
    assert meeting.decisions == ()
    assert [(p.person_id, p.state) for p in meeting.people if p.state is not AttendanceState.PRESENT] == [
        (PEOPLE["Bruno Tessier"], AttendanceState.EXCUSED)
    ]
