"""Whether an hour is only what the clock shows as a meeting ends: « il est 18h20, on sort juste », « on termine, il est 18h »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_OVER = words_of("cues", "over")
_BEGUN = words_of("cues", "begun")
_NOW = frozenset({"deja", "maintenant", "presque", "environ", "la", "pile"})
_LEAD = 6  # words: « ça commence, il est 16h »
_NEAR = 14  # words between the hour and what says that it is over


def over_now(scan: Scan, i: int) -> bool:
    """Whether « il est » stands before the hour at word i, and what ends is told near: the hour is that of the end."""
    k = i - 1
    while scan.fold(k) in _NOW:
        k -= 1
    if k < 1 or scan.folds[k] != "est" or scan.folds[k - 1] != "il":
        return False
    near = range(max(0, i - _NEAR), min(len(scan), i + _NEAR))
    begun = any(scan.folds[j] in _BEGUN for j in range(max(0, i - _LEAD), k))
    return not begun and any(scan.folds[j] in _OVER and scan.group_at[j] is None for j in near)
