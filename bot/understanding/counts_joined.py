"""How numbers of several sorts of people stand together: « 10 pros et 5 jeunes », « les 5 jeunes » again, « trois groupes de 6 »."""

from __future__ import annotations

from bot.understanding.callings import SOMEBODY, is_calling
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_KINDS = words_of("counts", "kinds")
_SMALLER = words_of("counts", "smaller")
_TIES = frozenset({"et", "plus", "avec"})
_ADDS = frozenset({"et", "plus"})
_SIGNS = frozenset({",", "+", "&", "/"})
_AGAIN = frozenset({"les", "ces", "nos", "mes", "aux", "des"})
_LOST = frozenset({"excuses", "excusees", "excuse", "absents", "absentes", "attendus", "inscrits", "invites"})


def is_one_kind(scan: Scan, first: int, noun: int) -> bool:
    """Whether the number at word `first`, with its noun at word `noun`, counts one sort beside another: « 10 pros et 5 jeunes »."""
    if scan.fold(noun) not in _KINDS:
        return False
    return (_others(scan, noun + 1)[0] > 0 and not _is_their_sum(scan, first, noun)) or _behind_another(scan, first)


def joined(scan: Scan, last: int) -> int:
    """How many more are told behind a total that ends before word `last`: « 12 participants + 3 élus »; 0 if they may be among them."""
    adds = scan.fold(last) in _ADDS or scan.sign(last) in {"+", "&"}
    return _others(scan, last)[0] if adds else 0


def told_again(scan: Scan, i: int, noun: int) -> bool:
    """Whether « les 5 jeunes » at word i only takes up the « 5 jeunes » counted before."""
    if scan.fold(i - 1) not in _AGAIN or noun >= len(scan):
        return False
    said = scan.number_at[i]
    return said is not None and any(
        scan.folds[k] == scan.folds[noun] and (n := scan.number_at[k - 1]) is not None and n.whole == said.whole for k in range(1, i)
    )


def in_groups(scan: Scan, i: int, last: int) -> tuple[int, int] | None:
    """How many « trois groupes de 6 » at word i are in all, and the word after; None where it makes no groups of those there."""
    number, each = scan.number_at[i], scan.number_at[i + 3] if i + 3 < last else None
    if number is None or each is None or scan.fold(i + 1) not in _SMALLER or scan.fold(i + 2) != "de" or scan.time_at[i + 3] is not None:
        return None
    opens = i == 0 or scan.sign(i - 1) in {",", ".", "\n", ":", ";", "(", "-", "–"} or scan.fold(i - 1) in {"en", "par"}
    beyond = i + 4 + (scan.fold(i + 4) in {"personnes", "pers", "participants"})
    closes = beyond >= len(scan) or not scan.words[beyond].is_word
    if not (opens and closes) or number.whole is None or each.whole is None or not 2 <= number.whole <= 12 or not 2 <= each.whole <= 40:
        return None
    return number.whole * each.whole, beyond


def all_sorts(scan: Scan, i: int, end: int) -> int | None:
    """The word after « élus et techniciens » at word i: two sorts of people under one number are a whole room."""
    i += scan.fold(i) in {"de", "d"}
    if i + 2 >= end or scan.fold(i) not in SOMEBODY or scan.fold(i + 1) != "et":
        return None
    i += scan.fold(i + 2) in {"de", "d", "des"} and i + 3 < end
    second = scan.words[i + 2]
    free = scan.person_at[i + 2] is None and scan.thing_at[i + 2] is None and second.is_word
    return i + 3 if free and second.fold.endswith(("s", "x")) and not second.is_capital and len(second.fold) > 3 else None


def _behind_another(scan: Scan, first: int) -> bool:
    """« 5 jeunes et 10 pros », « Zoé, Mehdi et 4 pros »: the number at word `first` goes on from others."""
    if scan.fold(first - 1) not in _TIES and scan.sign(first - 1) not in _SIGNS:
        return False
    if first >= 3 and _is_somebody(scan, first - 2) and scan.number_at[first - 3] is not None and scan.time_at[first - 3] is None:
        return True
    return (scan.fold(first - 1) in _ADDS or scan.sign(first - 1) in {"+", "&"}) and scan.person_at[first - 2] is not None


def _others(scan: Scan, i: int) -> tuple[int, int]:
    """The sum of the other sorts counted from word i on, « et 5 jeunes, 3 familles », and how many sorts they are."""
    total = sorts = 0
    while i + 2 < len(scan) and (scan.sign(i) in _SIGNS or scan.fold(i) in _TIES):
        i += 1 + (scan.sign(i) == "," and scan.fold(i + 1) in _TIES)
        number = scan.number_at[i]
        one = 1 if scan.fold(i) in {"un", "une"} else None
        value = number.whole if number is not None and scan.time_at[i] is None else one
        if value is None or not _is_somebody(scan, i + 1) or scan.fold(i + 2) in _LOST:
            break
        total, sorts, i = total + value, sorts + 1, i + 2
    return total, sorts


def _is_their_sum(scan: Scan, first: int, noun: int) -> bool:
    """« 8 pros, 3 médecins et 5 infirmiers »: the first number is that of all the others."""
    total, sorts = _others(scan, noun + 1)
    number = scan.number_at[first]
    return sorts > 1 and number is not None and number.whole == total


def _is_somebody(scan: Scan, i: int) -> bool:
    """Whether word i says what people are, on the list or by its form."""
    word = scan.fold(i)
    return (word in SOMEBODY or word in _KINDS or is_calling(word)) and word not in _LOST
