"""What a list tells beside somebody or a structure: where somebody works, how many came."""

from __future__ import annotations

from bot.understanding.callings import is_calling
from bot.understanding.counts import number_value, staff_noun
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.scan import Scan

_ONE = frozenset({"un", "une", "le", "la", "l"})
_LONGEST = 16  # words


def count_beside(scan: Scan, i: int) -> tuple[int, int] | None:
    """How many came of whoever is named before word i, and the word after: « (2 pers.) », « x2 », « : 2 », « PJJ 1 / »; None if untold."""
    opened = scan.sign(i) == "("
    j = i + (opened or scan.sign(i) in {":", "="})
    j += scan.fold(j) in {"x", "×"}
    number = (
        number_value(scan, j)
        or ((int(scan.fold(j)), False, j + 1) if scan.words[j].is_number and scan.fold(j - 1) == "x" and len(scan.fold(j)) < 4 else None)
        if j < len(scan)
        else None
    )
    if number is None or number[1] or not 1 <= number[0] <= 200:
        return None
    k = staff_noun(scan, number[2]) or number[2]
    k += scan.sign(k) == "." and opened
    k += opened and scan.fold(k) in {"x"}
    if opened:
        return (number[0], k + 1) if scan.sign(k) == ")" else None
    closes = k >= len(scan) or scan.sign(k) in {"/", ",", "+", ";", "\n", "|", "-", "–", "→", ")"} or scan.fold(k) == "et"
    return (number[0], k) if closes and number[0] <= 30 else None


def callings_beside(scan: Scan, i: int) -> tuple[int, int] | None:
    """How many came of the structure that ends before word i, told by what they are: « (2 éducs + la psy) », « : une conseillère »."""
    opened, total, j = scan.sign(i) == "(", 0, i + 1
    if not opened and scan.sign(i) != ":":
        return None
    while j < min(len(scan), i + _LONGEST):
        number = number_value(scan, j)
        noun = number[2] if number is not None else j + 1
        if (number is None and scan.fold(j) not in _ONE) or noun >= len(scan) or not is_calling(scan.fold(noun)):
            return None
        total += number[0] if number is not None else 1
        j = noun_phrase(scan, noun, len(scan))
        if opened and scan.sign(j) == ")":
            return total, j + 1
        if not opened and (j >= len(scan) or scan.sign(j) in {"\n", ".", ";"}):
            return total, j
        if scan.sign(j) not in {",", "+", "&"} and scan.fold(j) != "et":
            return None
        if not opened and scan.sign(i - 2) not in {"-", "–", "•", "*", "\n"}:
            return None  # « la CAF : une conseillère, Zoé »
        j += 1
    return None


def comes_besides(scan: Scan, i: int) -> bool:
    """Whether « , plus », « + », « et en plus » at word i adds somebody to the whole group."""
    return scan.sign(i) == "+" or (scan.fold(i) == "plus" and (scan.sign(i - 1) in {",", "("} or scan.fold(i - 1) in {"et", "en"}))
