"""Whether somebody is to tell people who are not there: « Leïla informe les pharmacies », not « Lucie informe le groupe »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_THOSE_THERE = words_of("verbs", "those_there")
_OF = frozenset({"de", "du", "d", "des"})
_ARTICLES = frozenset({"le", "la", "l", "les", "nos", "ses", "tous", "toutes"})


def tells_outsiders(scan: Scan, i: int) -> bool:
    """Whether « informe », « rappelle » at word i has people outside of the meeting for object, or a day by which they are rung."""
    if scan.fold(i) in {"informe", "informent"}:
        j = i + 1
        while scan.fold(j) in _ARTICLES:
            j += 1
        return j > i + 1 and scan.fold(j) not in _THOSE_THERE and scan.group_at[j] is None if j < len(scan) else False
    return scan.fold(i) in {"rappelle", "rappellent"} and scan.fold(i + 1) in _ARTICLES and _by_day(scan, i + 2)


def _by_day(scan: Scan, i: int) -> bool:
    """Whether a bare day to come ends the clause behind the noun at word i: « la radio locale vendredi », not « le forum de vendredi »."""
    today = scan.hearing.now.date()
    j = i + 1
    while j < min(len(scan), i + 4) and scan.words[j].is_word and scan.time_at[j] is None:
        if scan.fold(j) in {"que", "qu", "pour"}:
            return False
        j += 1
    time = scan.time_at[j] if j < len(scan) else None
    if time is None or time.days is None or (scan.fold(j) in _OF or scan.fold(j - 1) in _OF) or scan.time_at[i] is not None:
        return False
    last = scan.span_of(time)[1]
    ahead = time.days_toward("future")
    ends = last >= len(scan) or not scan.words[last].is_word
    return ends and ahead is not None and ahead.first > today and scan.fold(i) not in _THOSE_THERE
