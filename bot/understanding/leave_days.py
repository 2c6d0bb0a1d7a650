"""On which other days a leave is: « non du 21 au 23 », « finalement que le 22 », « plutôt jusqu'au 23 », said of its card."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.peace_requests import TakeLeave
from bot.domain.requests import Hearing
from bot.domain.rhythms import Away
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.rhythms import read_rhythm
from bot.understanding.scan import scan
from bot.understanding.times import TimeKind, find_times
from bot.understanding.tokens import tokenize

_LEXICON = table("rhythms")
_OPENING = re.compile(_LEXICON["other_days"], re.IGNORECASE)
_NO_MONTH = frozenset(_LEXICON["days_no_month"])
_SHORT = 12  # words
_BEFORE = timedelta(days=7)


def read_other_days(text: str, leave: Away, hearing: Hearing, index: VocabularyIndex) -> tuple[date, date] | None:
    """Its days from now on, a day told without its month being the nearest to it; None when the sentence tells anything else."""
    said = text.strip()
    opening = _OPENING.match(said) if len(said.split()) <= _SHORT and not said.endswith("?") else None
    if opening is None:
        return None
    told = said[opening.end() :]
    words = [word.folded.rstrip("'’") for word in tokenize(told) if word.kind == "word"]
    near = datetime.combine(leave.first - _BEFORE, time(9), tzinfo=hearing.now.tzinfo)
    bare = near > hearing.now and any(sign.isdigit() for sign in told) and _NO_MONTH.issuperset(words)
    return _days(told, leave, replace(hearing, now=near) if bare else hearing, index)


def _days(told: str, leave: Away, hearing: Hearing, index: VocabularyIndex) -> tuple[date, date] | None:
    times = find_times(tokenize(told), hearing.now, tense="future")
    heard = read_rhythm(scan(f"je suis en congé {told}", hearing, index)) if times else None
    if not isinstance(heard, TakeLeave) or heard.stand_in_id or heard.candidates or heard.stand_in_said:
        return None
    bounds = [one.bound for one in times if one.kind is not TimeKind.INTERVAL]
    first, last = heard.first, heard.last
    if bounds == ["from"] and times[0].days is not None:
        first, last = times[0].days.first, leave.last
    elif bounds == ["until"]:
        first = leave.first
    return (first, last) if first is not None and last is not None and first <= last else None
