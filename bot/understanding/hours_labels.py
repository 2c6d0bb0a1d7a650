"""Under what nature somebody asks to keep her hours, said apart from what she did: « à mettre en préparation », « type : formation »."""

from __future__ import annotations

from bot.understanding.lengths import PARTS
from bot.understanding.lexicon_files import words_of
from bot.understanding.phrases import Found
from bot.understanding.scan import Scan

_KEEPING = words_of("parts", "keeping")
_LABELS = words_of("parts", "labels")
_INTO = frozenset({"en", "dans", "comme", "sur"})
_THEM = frozenset({"ca", "le", "la", "les", "l", "cela", "moi", "tout", "plutot"})
_THE = frozenset({"la", "le", "l", "les", "de", "du", "d"})


def labelled_part(scan: Scan, first: int, last: int) -> Found | None:
    """What the hours told by words [first, last) are to be kept as; None where no clause says nothing else than that."""
    for i in range(first, last):
        begin = _after_label(scan, i, last)
        part = PARTS.at(scan.words, begin) if begin is not None and begin < last else None
        if part is not None and scan.group_at[part.first] is None and _closes(scan, part.last, last):
            return part
    return None


def _after_label(scan: Scan, i: int, last: int) -> int | None:
    """Where the nature begins that words at i announce; None if they announce none."""
    said = scan.folds[i]
    if said in _KEEPING:
        j = i + 1
        while j < last and (scan.fold(j) in _THEM or scan.sign(j) in {"-", "‑"}):
            j += 1
        return _past_articles(scan, j + 1, last) if scan.fold(j) in _INTO else None
    if said in _LABELS and _opens(scan, i):
        return _past_articles(scan, i + 1 + (scan.sign(i + 1) == ":"), last)
    if said == "c" and scan.fold(i + 1) in {"est", "etait"} and scan.fold(i + 2) in {"de", "du"} and _opens(scan, i):
        return _past_articles(scan, i + 3, last)
    return None


def _past_articles(scan: Scan, i: int, last: int) -> int:
    while i < last and scan.fold(i) in _THE:
        i += 1
    return i


def _opens(scan: Scan, i: int) -> bool:
    return i == 0 or not scan.words[i - 1].is_word


def _closes(scan: Scan, i: int, last: int) -> bool:
    """Whether nothing else is told in the clause: not « à mettre en forme la rédaction », « type prépa du forum »."""
    return i >= last or not (scan.words[i].is_word or scan.words[i].is_number) or scan.fold(i) in {"stp", "svp", "merci"}
