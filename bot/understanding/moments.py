"""Which moment, or group, a sentence tells for a reminder whose card stands open: « vendredi 14h », « non, plutôt lundi », « cls »."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.requests import Hearing, SetReminder
from bot.understanding.group_answers import group_ids
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.reader import read
from bot.understanding.reminder_text import says_no_task
from bot.understanding.scan import scan
from bot.understanding.times import TimeKind, find_times
from bot.understanding.tokens import tokenize

_ASKING = "rappelle-moi "
_LEXICON = table("reminder_orders")
_AHEAD, _BEHIND = re.compile(_LEXICON["moment_ahead"], re.IGNORECASE), re.compile(_LEXICON["moment_behind"], re.IGNORECASE)
_SHORT = 8  # words
_CLOCKS = frozenset({TimeKind.CLOCK, TimeKind.CLOCK_RANGE})


def read_task(words: str, hearing: Hearing, index: VocabularyIndex) -> SetReminder:
    """What and when, of words said after « rappelle-moi »; a moment alone leaves `what` empty."""
    heard = read(_ASKING + words, hearing, index)
    if not isinstance(heard, SetReminder):
        return SetReminder(what=words)
    return replace(heard, what="") if says_no_task(heard, _ASKING + words) else heard


def read_group(text: str, hearing: Hearing, index: VocabularyIndex) -> tuple[int, ...]:
    """The groups that a short answer fits, as when one is asked before whose meeting it rings: « cls », « le copil asv »."""
    seen = scan(text, hearing, index)
    return group_ids(seen) if len(seen) <= _SHORT and not any(seen.time_at) else ()


def read_moment(text: str, hearing: Hearing, index: VocabularyIndex) -> SetReminder | None:
    """The moment that the sentence tells, and nothing else; None when it tells none, or more than a moment."""
    words = _bare(text)
    heard = read_task(words, hearing, index) if words else None
    return heard if heard is not None and heard.what == "" and _tells_when(heard) else None


def corrects_moment(text: str) -> bool:
    """Whether it says that it corrects: « non vendredi 9h », « à 11h plutôt »."""
    return _bare(text) != text.strip()


def _bare(text: str) -> str:
    """The words without those which say that they correct."""
    words = text.strip()
    opening = _AHEAD.match(words)
    return _BEHIND.sub("", words[opening.end() :] if opening is not None else words).strip()


def _tells_when(heard: SetReminder) -> bool:
    return any((heard.day, heard.day_window, heard.at, heard.part_of_day, heard.before, heard.recurrence))


def is_clock_alone(text: str, hearing: Hearing) -> bool:
    """Whether it tells an hour and no day: « 16h30 »."""
    times = find_times(tokenize(_bare(text)), hearing.now)
    return bool(times) and all(time.kind in _CLOCKS for time in times)
