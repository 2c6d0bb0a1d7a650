"""What a few words answer to « a-t-elle eu lieu ? »: done, cancelled, or put off, and to when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, auto

from bot.french.folding import fold
from bot.understanding.lexicon_files import table
from bot.understanding.times import find_times
from bot.understanding.tokens import tokenize

_LEXICON = table("after_meetings")
_POLITE = frozenset(_LEXICON["polite"])
_BESIDE_A_DAY = frozenset(_LEXICON["beside_a_day"])


class Said(Enum):
    """What became of the meeting."""

    DONE = auto()
    CANCELLED = auto()
    MOVED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered; `rest`: to when it was put off, as typed."""

    answer: Said
    rest: str = ""


_WORD = re.compile(r"[a-z0-9]+")


def _plain(text: str) -> str:
    return " ".join(word for word in _WORD.findall(fold(text)) if word not in _POLITE)


_WHOLE = {
    _plain(words): said
    for said, name in ((Said.DONE, "done"), (Said.CANCELLED, "cancelled"), (Said.MOVED, "moved"))
    for words in _LEXICON[name]
}
_PUT_OFF = re.compile(_LEXICON["put_off"], re.IGNORECASE)


def read_answer(text: str) -> Answer | None:
    """The answer that these words are as a whole; None when they say anything else."""
    if len(text) > 120:
        return None
    whole = _WHOLE.get(_plain(text))
    if whole is not None:
        return Answer(answer=whole)
    put_off = _PUT_OFF.match(text.strip())
    return Answer(answer=Said.MOVED, rest=put_off["rest"].strip(" .!")) if put_off is not None else None


def read_new_day(text: str, now: datetime) -> tuple[date, time | None] | None:
    """The one day that these words tell, past ones too, with its hour if any; None when they tell none, several, or anything more."""
    mentions = find_times(tokenize(text[:200]), now, tense="future")
    if len(mentions) != 1 or mentions[0].day is None or mentions[0].recurrence is not None:
        return None
    mention = mentions[0]
    beside = _WORD.findall(fold(text[: mention.start] + " " + text[mention.end :]))
    return (mentions[0].day, mention.starts) if set(beside) <= _POLITE | _BESIDE_A_DAY else None
