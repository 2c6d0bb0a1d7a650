"""What the parts of a message can tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a part of a message tells."""

    FACTS = "facts"
    DECISION = "decision"
    ACTION = "action"
    NEXT = "next"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words [first, last) of one role; its own text begins at `body`. `bearers`: [first, last) of each subject of an action, the
    author as (i, i). `sentence` numbers the sentence that it belongs to; `bullet`: that sentence is an item of a list."""

    role: Role
    first: int
    last: int
    body: int
    sentence: int
    bullet: bool = False
    bearers: tuple[tuple[int, int], ...] = ()
    kept_cue: bool = False
    about: tuple[int, int] | None = None  # what an action is about, when that is told before its bearer
    verb: tuple[int, int] | None = None  # the words of the task before meant again: « Pauline s'occupe de la salle, Karim du café »
    moves: int | None = None  # where the next meeting begins that it is about: « décaler le prochain cotech au 17 décembre »
