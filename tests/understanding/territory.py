"""A small territory to speak in: the directory of the message corpus, and names for its ids."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.drafts import DraftContent, Field
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, Request
from bot.understanding.__main__ import vocabulary_of
from bot.understanding.index import compile_index
from bot.understanding.reader import read

VOCABULARY = vocabulary_of(
    json.loads((Path(__file__).parents[1] / "corpus" / "data" / "territoire_corpus.json").read_text(encoding="utf-8"))
)
INDEX = compile_index(VOCABULARY)
NOW = datetime(2026, 12, 9, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
PEOPLE = {p.full_name: p.id for p in VOCABULARY.people}
GROUPS = {g.name: g.id for g in VOCABULARY.groups}
STRUCTURES = {s.name: s.id for s in VOCABULARY.structures}
PLACES = {p.name: p.id for p in VOCABULARY.places}


def say(
    text: str, *, author: str = "Claire Fontaine", now: datetime = NOW, draft: DraftContent | None = None, asked: Field | None = None
) -> Request:
    """What the reader makes of a message."""
    return read(text, Hearing(now=now, author_id=PEOPLE[author], draft=draft, asked=asked), INDEX)


def kept(text: str, *, author: str = "Claire Fontaine", now: datetime = NOW) -> DraftContent:
    """The card that a message makes."""
    request = say(text, author=author, now=now)
    assert isinstance(request, KeepContent)
    return request.content


def corrected(text: str, draft: DraftContent, *, asked: Field | None = None, now: datetime = NOW) -> CorrectDraft:
    """The card as a message corrects it, or as it answers its open question."""
    request = say(text, draft=draft, asked=asked, now=now)
    assert isinstance(request, CorrectDraft)
    return request


def words_kept(told: str) -> set[str]:
    """The words of a situation, told between a meeting and what it decided, that are kept all the same; it must be warned of."""
    content = kept(f"GT Précarité hier 14h-16h, 8 présents. {told}. Décision : faire une affiche.")
    (meeting,) = content.meetings
    assert content.privacy_warning
    assert meeting.decisions == ("faire une affiche",)
    stored = str((meeting.topics, meeting.actions, meeting.title, [p.said for p in meeting.people])).casefold()
    return {word for word in re.findall(r"\w{4,}", told.casefold()) if word in stored}
