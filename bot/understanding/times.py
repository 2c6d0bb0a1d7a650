"""Which days, hours, durations and recurrences a message speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from bot.understanding.time_mentions import Bound, Days, Edge, Grain, PartOfDay, Tense, TimeKind, TimeMention
from bot.understanding.tokens import Token

__all__ = ["Bound", "Days", "Edge", "Grain", "PartOfDay", "Tense", "TimeKind", "TimeMention", "find_times"]


def find_times(tokens: Sequence[Token], now: datetime, *, tense: Tense = "any", night_ends: time = time(5)) -> tuple[TimeMention, ...]:
    """All expressions of time from left to right, none overlapping. Never raises; the time is linear in the number of tokens.

    `now` is the local time of sending. `tense` chooses the reading of words that do not say their direction (`any`: the nearest).
    Before `night_ends` « ce soir », « ce matin », « cet aprem » mean the day before (convention 2).
    """
    return ()
