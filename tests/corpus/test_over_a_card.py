"""Whether what people type means the same while a card of another meeting, or of other hours, stands open."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.agenda import AskAgenda
from bot.domain.drafts import DraftContent, Field, HoursDraft
from bot.domain.requests import AskMinutes, CorrectDraft, FindPartner, Hearing, KeepContent, Request, SetReminder
from bot.understanding.reader import read
from tests.corpus.floors import DATA
from tests.understanding.cards import MEETING
from tests.understanding.territory import GROUPS, INDEX, PEOPLE

SENT = datetime(2026, 11, 18, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
LINES = [
    json.loads(line)
    for name in ("messages_dev.jsonl", "own_messages.jsonl")
    for line in (DATA / name).read_text(encoding="utf-8").splitlines()
]
LONG_AGO = date(2020, 1, 2)
HOURS = DraftContent(hours=(HoursDraft(person_id=PEOPLE["Claire Fontaine"], minutes=77, days=(LONG_AGO,), group_id=GROUPS["GT IST-Sida"]),))


def meeting_besides(group_id: int | None) -> DraftContent:
    """A card of another group, on a day long ago."""
    other = next(GROUPS[name] for name in ("GT Diabète", "GT IST-Sida") if GROUPS[name] != group_id)
    return DraftContent(meetings=(replace(MEETING, group_id=other, day=LONG_AGO),))


def heard(line: dict[str, Any], draft: DraftContent | None) -> Request:
    sent = datetime.fromisoformat(line["sent_at"]) if "sent_at" in line else SENT
    sent = sent if sent.tzinfo is not None else sent.replace(tzinfo=SENT.tzinfo)
    return read(line["text"], Hearing(now=sent, author_id=PEOPLE.get(line["author"]), draft=draft), INDEX)


def group_of(request: Request) -> int | None:
    return request.content.meetings[0].group_id if isinstance(request, KeepContent) and request.content.meetings else None


@cache
def all_alone() -> list[Request]:
    """Each line with no card open; read once for all tests, as are those over each card."""
    return [heard(line, None) for line in LINES]


@cache
def all_over(card: str) -> list[Request]:
    """Each line over that card, of another group than the line's."""
    drafts = (meeting_besides(group_of(alone)) if card == "meeting" else HOURS for alone in all_alone())
    return [heard(line, draft) for line, draft in zip(LINES, drafts, strict=True)]


def readings(card: str) -> Iterator[tuple[str, Request, Request]]:
    """Each text, what it means alone, and what it means over that card."""
    return zip((line["text"] for line in LINES), all_alone(), all_over(card), strict=True)


@pytest.mark.parametrize("card", ["meeting", "hours"])
def test_a_meeting_or_hours_are_a_card_of_their_own(card: str) -> None:
    assert [text for text, alone, over in readings(card) if isinstance(alone, KeepContent) and over != alone] == []


@pytest.mark.parametrize("card", ["meeting", "hours"])
def test_a_question_or_a_reminder_changes_no_card(card: str) -> None:
    swallowed = []
    for text, alone, over in readings(card):
        asks = isinstance(alone, AskAgenda | AskMinutes) or (isinstance(alone, FindPartner) and len(text.split()) > 2)
        to_do = isinstance(over, CorrectDraft) and over.changed == (Field.ACTIONS,)  # « il faut relancer la CAF » is a task of that meeting
        if (asks and over != alone) or (isinstance(alone, SetReminder) and not to_do and not isinstance(over, SetReminder)):
            swallowed.append(text)
    assert swallowed == []
