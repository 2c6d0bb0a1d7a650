"""What is asked again of past meetings: what they decided and entrusted, and where something was talked of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.meetings import MeetingLine


@dataclass(frozen=True, slots=True)
class Sought:
    """A word that is looked for, as the beginnings that any of its forms has: « lasthme » may be « l’asthme »."""

    stems: tuple[str, ...]


class PassageKind(StrEnum):
    """Which part of the minutes a passage is."""

    DECISION = "décision"
    ACTION = "action"
    TOPIC = "sujet"
    TITLE = "titre"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of the minutes of a meeting."""

    kind: PassageKind
    text: str


@dataclass(frozen=True, slots=True)
class ToldMeeting:
    """A held meeting with all that its minutes say in sentences, decisions first."""

    line: MeetingLine
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting that talked of something, and the sentence that says it best."""

    line: MeetingLine
    passage: Passage


@dataclass(frozen=True, slots=True)
class Mentions:
    """The meetings that say as many of the words as any does, newest first; `all_words`: every one of them; `more`: others do too."""

    found: tuple[Mention, ...] = ()
    all_words: bool = True
    more: bool = False
