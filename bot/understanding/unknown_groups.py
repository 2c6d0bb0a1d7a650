"""Which words name a group that the territory does not have: « GT Mobilité », « comité technique logement »."""

from __future__ import annotations

from bot.understanding.groups import kind_at
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.words import LINKS

_LOOSE = frozenset({"groupe", "grpe", "grp", "gpe", "com", "comm", "commission", "commissions"})
_STOPS = words_of("groups", "stops")
_LONGEST = 6


def unknown_group(scan: Scan, first: int, last: int) -> tuple[int, int] | None:
    """The first words [a, b) that tell a kind of group and a name that no group of the territory bears."""
    for i in range(first, last):
        if scan.group_at[i] is not None or not scan.words[i].is_word:
            continue
        kind, after = kind_at(scan.words, i)
        if kind is None:
            continue
        end = _past_name(scan, after, min(last, after + _LONGEST))
        if end > after:
            return i, end
        if scan.fold(i) not in _LOOSE and not scan.index.cores_of_kind.get(kind):
            return i, after
    return None


def _past_name(scan: Scan, i: int, end: int) -> int:
    """Past the name that follows a kind; i itself if none does."""
    last = j = i
    while j < end and scan.words[j].is_word and scan.time_at[j] is None and scan.person_at[j] is None:
        word = scan.words[j]
        if word.canon not in LINKS or word.text.isupper():
            if word.fold in _STOPS or _goes_on_with_verb(scan, j) or (word.fold == "a" and not word.text.isupper()):
                break
            last = j + 1
        elif word.fold in {"a", "au", "aux", "en"} and j == last and last > i and not _goes_on(scan, j, end):
            break
        j += 1
    return last


def _goes_on_with_verb(scan: Scan, j: int) -> bool:
    """Whether « s'est réuni », « n'a pas eu lieu », « se tenait » begins at word j."""
    return scan.fold(j) in {"s", "n", "se", "ne"} and not scan.sign(j).isupper() and scan.words[j + 1 : j + 2] != ()


def _goes_on(scan: Scan, j: int, end: int) -> bool:
    """Whether « accès aux droits », « aide à domicile » goes on after its small word, rather than « à la mairie »."""
    return scan.fold(j) == "aux" and j + 1 < end and scan.thing_at[j + 1] is None
