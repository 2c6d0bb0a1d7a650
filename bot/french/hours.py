"""How the hours of a clock and lengths of time are said in French: « 14 h 30 », « de 14 h à 16 h 30 », « 1 250 h », « 45 min »."""

from __future__ import annotations

from datetime import time

from bot.french.numbers import number
from bot.french.typography import NBSP, hour_with_minutes


def clock(moment: time) -> str:
    """« 14 h 30 », « 9 h », « 0 h 05 »; seconds are not said."""
    return hour_with_minutes(moment.hour, moment.minute)


def clock_range(starts: time, ends: time | None = None, *, approximate: bool = False) -> str:
    """« de 14 h à 16 h 30 », « à 14 h » when no end is known; approximate: « vers 14 h », « de 14 h à 16 h 30 environ »."""
    if ends is None:
        return f"{'vers' if approximate else 'à'} {clock(starts)}"
    return f"de {clock(starts)} à {clock(ends)}" + (" environ" if approximate else "")


def duration(minutes: int) -> str:
    """« 2 h 30 », « 45 min », « 2 h », « 1 250 h », « 0 min »; an exact integer, never rounded. Raises ValueError below zero."""
    if minutes < 0:
        raise ValueError(f"a negative duration: {minutes}")
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{number(hours)}{NBSP}h" + (f"{NBSP}{rest:02d}" if rest else "")
