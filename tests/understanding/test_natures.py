"""Under what title people gave their time, as a message about an open card tells it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.contributions import Nature, NatureShare
from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft
from bot.domain.requests import CorrectDraft, Hearing
from bot.understanding.index import compile_index
from bot.understanding.reader import read
from tests.message_catalogue import NAMES, NOW

INDEX = compile_index(NAMES.vocabulary)
MEETING = DraftContent(meetings=(MeetingDraft(group_id=1, day=date(2026, 3, 10), minutes=120, headcount=12),))
HOURS = DraftContent(hours=(HoursDraft(minutes=120, group_id=1, days=(date(2026, 3, 10),)),))
VOLUNTEERS = NatureShare(nature=Nature.VOLUNTEER)
AT_WORK = NatureShare(nature=Nature.EMPLOYER_TIME)


def heard(words: str, *, draft: DraftContent = MEETING, asked: Field | None = None) -> CorrectDraft | None:
    """The correction of natures that the message makes."""
    request = read(words, Hearing(now=NOW, author_id=1, draft=draft, asked=asked), INDEX)
    return request if isinstance(request, CorrectDraft) and request.changed == (Field.NATURE,) else None


@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("les 12 sont bénévoles", (VOLUNTEERS,)),
        ("Les autres sont bénévoles.", (VOLUNTEERS,)),
        ("tous bénévoles", (VOLUNTEERS,)),
        ("ils étaient sur leur temps de travail", (AT_WORK,)),
        ("4 bénévoles, les autres en temps employeur", (NatureShare(nature=Nature.VOLUNTEER, count=4), AT_WORK)),
        ("les autres sont salariés et 4 sont bénévoles", (NatureShare(nature=Nature.VOLUNTEER, count=4), AT_WORK)),
        ("les 7 autres sont des habitants", (NatureShare(nature=Nature.RESIDENT, count=7),)),
        ("trois étaient des libéraux non indemnisés", (NatureShare(nature=Nature.NOT_INDEMNIFIED, count=3),)),
    ],
)
def test_how_people_count(words: str, shares: tuple[NatureShare, ...]) -> None:
    said = heard(words)
    assert said is not None
    assert (said.content.meetings[0].natures, said.content.meetings[0].headcount) == (shares, 12)


def test_a_bare_count_answers_the_question_and_else_says_who_was_there() -> None:
    assert heard("5 habitants") is None
    answer = heard("5 habitants", asked=Field.NATURE)
    assert answer is not None
    assert answer.content.meetings[0].natures == (NatureShare(nature=Nature.RESIDENT, count=5),)


@pytest.mark.parametrize("words", ["bénévole", "en bénévole", "c’est du bénévolat", "à titre bénévole"])
def test_hours_have_one_nature(words: str) -> None:
    said = heard(words, draft=HOURS)
    assert said is not None
    assert said.content.hours[0].nature is Nature.VOLUNTEER


@pytest.mark.parametrize(
    "words",
    [
        "on a décidé de former les bénévoles",
        "non, 13 présents",
        "les 3 bénévoles du CCAS étaient là",
        "Sophie est bénévole",
        "bénévoles et habitants, tous étaient là",
        "les 12",
    ],
)
def test_anything_else_is_not_taken_for_it(words: str) -> None:
    assert heard(words) is None
