"""Of what a meeting spoke, told over the card of a planned meeting: compared with the points of its agenda, never beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import CorrectDraft, Hearing
from bot.understanding.reader import read
from tests.understanding.territory import GROUPS, INDEX, NOW, kept

PLANNED = ("bilan", "budget", "calendrier")
CARD = DraftContent(
    meetings=(MeetingDraft(author_id=1, group_id=GROUPS["GT Nutrition"], day=NOW.date(), starts=time(14), ends=time(16), topics=PLANNED),)
)


def spoken(words: str, *, agenda: tuple[str, ...] = PLANNED, card: DraftContent = CARD) -> tuple[str, ...]:
    """The topics of the card once that was said of it."""
    heard = read(words, Hearing(now=NOW, author_id=1, draft=card, asked=Field.PEOPLE, agenda=agenda), INDEX)
    assert isinstance(heard, CorrectDraft), heard
    return heard.content.meetings[0].topics


@pytest.mark.parametrize(
    "words",
    [
        "on a parlé du bilan seulement",
        "on a parlé que du bilan",
        "on n'a parlé que du bilan",
        "on n a parle que du bilan",
        "on a seulement parlé du bilan",
        "on a juste parlé du bilan",
        "on a parlé uniquement du bilan",
        "on a parlé du bilan, c'est tout",
        "on a parlé du bilan",
        "on a évoqué le bilan",
        "on a parlé du bilan et pas du budget",
        "9 personnes, on a parlé du bilan seulement",
        "fait, 9 personnes, Karim Benali excusé, on a parlé du bilan seulement",
    ],
)
def test_a_planned_point_alone_was_spoken_of(words: str) -> None:
    assert spoken(words) == ("bilan",)


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("on a parlé du bilan et du transport", ("bilan", "transport")),
        ("on n'a parlé que du bilan et du calendrier", ("bilan", "calendrier")),
        ("on a parlé du bilan de l'atelier", ("bilan de l'atelier",)),
        ("on a parlé du transport", (*PLANNED, "transport")),
        ("on a parlé que du transport", ("transport",)),
        ("on a aussi parlé du transport", (*PLANNED, "transport")),
        ("on a parlé aussi du transport et du bilan", (*PLANNED, "transport")),
        ("on n'a pas parlé du budget", ("bilan", "calendrier")),
    ],
)
def test_of_what_one_spoke(words: str, topics: tuple[str, ...]) -> None:
    assert spoken(words) == topics


def test_what_she_told_herself_is_completed_not_replaced() -> None:
    told = DraftContent(meetings=(replace(CARD.meetings[0], topics=("bilan", "transport")),))
    assert spoken("on a parlé du bilan et du calendrier", card=told) == ("bilan", "transport", "calendrier")


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("on a parlé du bilan seulement", ("bilan",)),
        ("on n'a parlé que du bilan", ("bilan",)),
        ("on a parlé du film et que les jeunes l'ont aimé", ("film et que les jeunes l'ont aimé",)),
    ],
)
def test_a_meeting_told_alone_has_plain_topics(words: str, topics: tuple[str, ...]) -> None:
    assert kept(f"GT Nutrition hier 14h-16h, 8 présents, {words}").meetings[0].topics == topics
