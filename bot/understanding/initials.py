"""Initials in place of a first or last name: « C. Moulin », « mh vasseur », « Simon G. »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.understanding.tokens import fold
from bot.understanding.words import HYPHENS, Word

_INITIALS = frozenset("cdejlnst")  # also what « c'est », « j'ai », « l'ARS » leave behind
_LISTING = frozenset({",", ":", "+", "(", "\n", ".", "&", "-", "–", "/", ";"})
_SMALL_WORDS = frozenset({"a", "y", "l", "d", "m", "s", "j", "n", "t", "c", "e", "et", "de", "du", "la", "le", "un"})


def initials_before(words: Sequence[Word], i: int) -> Iterator[tuple[str, int]]:
    """The initials that may stand at word i before a last name, and the word where that name would begin."""
    word = words[i]
    if word.fold == "h" and i and words[i - 1].is_number and not word.is_capital:
        return  # « 14h-16h. Caron, Leroux »
    if not word.is_word or len(word.fold) > 3 or (len(word.fold) == 3 and not (i + 1 < len(words) and words[i + 1].text == ".")):
        return
    beyond = words[i + 1] if i + 1 < len(words) else None
    if (
        beyond is not None
        and len(word.fold) == len(beyond.fold) == 1
        and word.is_capital
        and beyond.is_capital
        and beyond.start - word.end <= 2
    ):
        yield word.fold + beyond.fold, i + 2
    dotted = beyond is not None and beyond.text == "."
    hyphened = words[i + 2 : i + 5] if dotted and word.is_capital else ()
    if len(hyphened) == 3 and hyphened[0].fold in HYPHENS and len(hyphened[1].fold) == 1 and hyphened[2].text == ".":
        yield word.fold + hyphened[1].fold, i + 5  # « M.-H. Vasseur »
    if dotted or word.is_capital or word.fold not in _SMALL_WORDS or _initial_in_list(words, i):
        yield word.fold, i + 2 if dotted else i + 1


def _initial_in_list(words: Sequence[Word], i: int) -> bool:
    """Whether « j », « c », « l » in small letters stands where a list goes on: « mh vasseur, j picard »."""
    before = words[i - 1] if i else None
    listed = before is None or before.text in _LISTING or before.fold == "et"
    return (
        listed and words[i].fold in _INITIALS and words[i].text[-1:].isalpha() and i + 1 < len(words) and words[i + 1].start > words[i].end
    )


def after_initial(words: Sequence[Word], i: int) -> int | None:
    """The word after a capital initial and its dot at word i; None if there is none."""
    if i >= len(words) or len(words[i].fold) != 1 or not words[i].is_capital or words[i].text.endswith(("'", "’")):
        return None
    return i + 2 if i + 1 < len(words) and words[i + 1].text == "." else i + 1


def initials_fit(first_name: str, initials: str) -> bool:
    """Whether initials can be those of a first name, or its first letters: « M.-H. », « Chl. »."""
    parts = fold(first_name).replace("-", " ").split()
    shortened = len(initials) > 1 and bool(parts) and parts[0].startswith(initials) and len(parts[0]) > len(initials) + 1
    return bool(parts) and (initials == parts[0][0] or shortened or initials == "".join(p[0] for p in parts))
