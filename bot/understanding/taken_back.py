"""Which times still to come are taken back for others: « mardi 9h… non plutôt 11h », « jeudi, non vendredi à 10h »."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention

_TAKES_BACK = frozenset({"non", "nan", "pardon", "plutot", "oups", "erreur", "rectif", "enfin"})
_BETWEEN = _TAKES_BACK | {"euh", "heu", "ah", "en", "fait", "a", "le", "la", "pas", "vers", "ca", "sera", "c", "est"}

_OF_A_NAME = frozenset({"non", "nan", "pardon", "oups", "trompe", "trompee"})
_BEFORE_A_SIGN = frozenset({"rectif", "rectificatif", "correction", "erreur"})  # « Rectif : GT soins », not « correction du GT soins »
_BEFORE_A_NAME = _BETWEEN | frozenset(
    {
        "je",
        "j",
        "me",
        "suis",
        "voulais",
        "veux",
        "dire",
        "l",
        "du",
        "il",
        "s",
        "agit",
        "agissait",
        "etait",
        "tot",
        "mon",
        "desole",
    }
)
_FEW = 10  # words that take a name back


def taken_back(scan: Scan, i: int) -> bool:
    """Whether what is named at word i takes back what was named before: « GT SISM… ah non pardon : GT santé mentale »."""
    said = False
    for k in range(i - 1, max(-1, i - _FEW), -1):
        if not scan.words[k].is_word:
            continue
        if scan.folds[k] == "pas" and not said:
            return False  # « non, pas le GT SISM »
        said = said or scan.folds[k] in _OF_A_NAME or (scan.folds[k] in _BEFORE_A_SIGN and not scan.words[k + 1].is_word)
        if scan.folds[k] not in _OF_A_NAME | _BEFORE_A_SIGN | _BEFORE_A_NAME:
            break
    return said


def corrected(scan: Scan, mentions: list[TimeMention]) -> tuple[list[TimeMention], frozenset[int]]:
    """The times that are meant, those taken back put right, and the words that take them back."""
    found: list[TimeMention] = []
    said: set[int] = set()
    for mention in mentions:
        before = found[-1] if found else None
        between = _between(scan, before, mention) if before is not None else range(0)
        if before is None or not _takes_back(scan, between):
            found.append(mention)
            continue
        said |= set(between)
        found[-1] = _put_right(before, mention)
    return found, frozenset(said)


def standing(scan: Scan, mentions: list[TimeMention]) -> list[TimeMention]:
    """The times less the days that the day told next takes back: « hier, non avant-hier en fait »."""
    days = [(m, after) for m, after in pairwise(mentions) if m.days is not None and after.days is not None]
    gone = [m for m, after in days if _denies(scan, scan.span_of(after)[0])]
    return [m for m in mentions if m not in gone] if gone else mentions


def _denies(scan: Scan, i: int) -> bool:
    """Whether « …, non », « oups en fait » stands just before word i, so that what follows takes the place of what was told before."""
    said = False
    k = i - 1
    while k >= 0 and scan.words[k].is_word and scan.time_at[k] is None and scan.fold(k) in _BETWEEN - {"pas"}:
        said = said or scan.fold(k) in _TAKES_BACK
        k -= 1
    return said


def _between(scan: Scan, one: TimeMention, other: TimeMention) -> range:
    return range(scan.span_of(one)[1], scan.span_of(other)[0])


def _takes_back(scan: Scan, between: range) -> bool:
    words = [scan.fold(k) for k in between if scan.words[k].is_word]
    return any(word in _TAKES_BACK for word in words) and all(word in _BETWEEN for word in words)


def _put_right(before: TimeMention, mention: TimeMention) -> TimeMention:
    """The second time, with the day or the hour that only the first one tells."""
    if mention.days is None and mention.recurrence is None:
        return replace(before, starts=mention.starts, ends=mention.ends, part=mention.part or before.part)
    if mention.starts is None and mention.part is None:
        return replace(mention, starts=before.starts, ends=before.ends, part=before.part)
    return mention
