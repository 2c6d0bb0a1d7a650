"""To when what just rang is put off: « dans 1h », « encore 10 min », « ce soir plutôt », « redis le moi demain », « plus tard »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.leads import USUAL
from bot.domain.reminders import HOURS_OF_PARTS
from bot.understanding.lexicon_files import table
from bot.understanding.times import TimeKind, TimeMention, find_times
from bot.understanding.tokens import tokenize

_LEXICON = table("reminder_orders")
_LATER = re.compile(_LEXICON["put_off_later"])
_AGAIN = frozenset(_LEXICON["put_off_again"])
_SMALL = frozenset(_LEXICON["put_off_small"])
_KNOWN = _AGAIN | _SMALL
LONGEST = 80  # characters: what is longer tells something else
_MOST = 6  # words of a moment: « vendredi 27 novembre 14h »
_WAITS = ("dans ", "ds ", "d'ici ", "d’ici ")


@dataclass(frozen=True, slots=True)
class PutOff:
    """To which local moment; None when it is asked, since none is told or it is gone. `plain`: it can answer nothing else."""

    moment: datetime | None
    plain: bool


def read_put_off(text: str, now: datetime) -> PutOff | None:
    """To when the message puts off what it answers; None when it says anything else."""
    if len(text) > LONGEST or text.rstrip().endswith("?"):
        return None
    words = tokenize(text)
    if sum(word.folded.rstrip("'’") not in _KNOWN for word in words) > _MOST:
        return None
    times = find_times(words, now, tense="future")
    timed = {i for one in times for i in range(one.first, one.last)}
    beside = [word.folded.rstrip("'’") for i, word in enumerate(words) if i not in timed and word.kind in {"word", "number"}]
    said, unnamed = " ".join(beside), _LATER.sub("", " ".join(beside)).split()
    again, later = any(word in _AGAIN for word in unnamed), _LATER.search(said) is not None
    if len(times) > 1 or any(word not in _KNOWN for word in unnamed) or not (times or again or later):
        return None
    if not times:
        return PutOff(None, plain=True)
    told = times[0]
    if told.ends is not None or told.recurrence is not None or (told.kind is TimeKind.DURATION and not (again or later)):
        return None
    moment, waits = _moment(told, now), told.words.casefold().startswith(_WAITS)
    return PutOff(moment if moment is not None and moment > now.replace(tzinfo=None) else None, plain=again or later or waits)


def _moment(told: TimeMention, now: datetime) -> datetime | None:
    """The one local moment that a time tells: at the usual hour of its day, or of a part of it."""
    if told.kind is TimeKind.DURATION:
        here = now.replace(tzinfo=None, second=0, microsecond=0)
        return here + timedelta(seconds=told.seconds) if told.seconds else None
    if told.days is not None and told.day is None:
        return None
    at = told.starts or HOURS_OF_PARTS.get(told.part or "") or USUAL
    return datetime.combine(told.day or now.date(), at)
