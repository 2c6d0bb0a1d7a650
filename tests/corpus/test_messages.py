"""Whether the reader keeps reading what people really type: the message corpus with its floors, our own phrases, and what is not for it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.requests import NotForMe
from bot.domain.turnout import TellTurnout
from tests.corpus.adapter import read, read_request
from tests.corpus.floors import DATA, TERRITORY, right_answers

SENT = datetime(2026, 11, 18, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
CORPORA = sorted(path.stem for path in DATA.glob("messages_*.jsonl"))
OWN = [json.loads(line) for path in sorted(DATA.glob("own_*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
AHEAD = ("Le dr Simon ne pourra pas venir au GT de demain", "Zoé sera absente au gt jeunes de vendredi", "Karim sera là demain")
NEGATIVES = (DATA / "negatives.txt").read_text(encoding="utf-8").splitlines()


def floors(corpus: str) -> dict[str, int]:
    """Right answers that each slot of a corpus had when `python -m tests.corpus.floors` last raised them; they never go down."""
    return json.loads((DATA / "floors.json").read_text(encoding="utf-8"))[corpus]


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_slot_of_a_corpus_falls_under_its_floor(corpus: str) -> None:
    right = right_answers(corpus)
    assert {slot: (right[slot], floor) for slot, floor in floors(corpus).items() if right[slot] < floor} == {}


@pytest.mark.parametrize("line", OWN, ids=[line["text"][:40] for line in OWN])
def test_our_own_phrases_read_as_meant(line: dict[str, Any]) -> None:
    assert essential(read(line["text"], SENT, line["author"], TERRITORY)) == line["expect"]


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_is_no_request_writes_nothing(text: str) -> None:
    assert isinstance(read_request(text, SENT, "Samira El Amrani", TERRITORY), NotForMe)


@pytest.mark.parametrize("text", AHEAD)
def test_who_will_come_keeps_no_meeting_and_no_hours(text: str) -> None:
    assert isinstance(read_request(text, SENT, "Samira El Amrani", TERRITORY), TellTurnout)


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_plan_keeps_what_must_not_be_stored(corpus: str) -> None:
    lines = [json.loads(line) for line in (DATA / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()]
    kept = [
        (line["text"], word)
        for line in lines
        for answer in [read(line["text"], datetime.fromisoformat(line["sent_at"]), line["author"], TERRITORY)]
        for word in line["expect"].get("must_not_store", [])
        if word.casefold() in json.dumps(answer.get("plan"), ensure_ascii=False).casefold()
    ]
    assert kept == []


def essential(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what is empty, computed from the rest, or only words to show."""
    kept: dict[str, Any] = _filled(answer)
    for meeting in kept.get("meetings", []):
        meeting.pop("topics_keywords", None)
        meeting.pop("candidates", None)
    if "search" in kept:
        kept["search"].pop("fields", None)
    return {key: value for key, value in kept.items() if key != "plan" or value}


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(v) for key, v in value.items() if _tells(key, v)}
    return [_filled(v) for v in value] if isinstance(value, list) else value


def _tells(key: str, value: Any) -> bool:
    if key == "author_present":
        return value is False
    return key not in {"writes", "total_minutes", "commune", "axis"} and value not in (None, [], {}, False, "")
