"""Whether a message says that only a few were there: « juste lui et moi », « en tête à tête », « juste nous trois »."""

from __future__ import annotations

from bot.understanding.counts import Headcount, number_value
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.when import Ranges

_PAIR = PhraseTable(
    {
        "pair": [
            "juste lui et moi",
            "juste elle et moi",
            "que lui et moi",
            "que elle et moi",
            "elle et moi",
            "lui et moi",
            "en tête à tête",
            "juste nous deux",
            "tous les deux",
            "toutes les deux",
        ]
    }
)
_ONLY = frozenset({"juste", "que", "qu", "seulement", "uniquement", "a", "tous", "toutes"})
_FEW = 9


def few_of_us(scan: Scan, ranges: Ranges) -> Headcount | None:
    """The total of the few that those words say: « elle et moi », « juste nous trois »."""
    for first, last in ranges:
        if (few := _just_us(scan, first, last)) is not None:
            return few
        found = _PAIR.first(scan.words, first, last)
        if found is not None and not _with_others(scan, found.first):
            return Headcount(2, False, found.first, found.last)
    return None


def _just_us(scan: Scan, first: int, last: int) -> Headcount | None:
    """« juste nous trois », « que nous quatre »."""
    for i in range(first + 1, last):
        number = number_value(scan, i) if scan.fold(i - 1) == "nous" and scan.fold(i - 2) in _ONLY else None
        if number is not None and 2 <= number[0] <= _FEW:
            return Headcount(number[0], False, i - 2, number[2])
    return None


def _with_others(scan: Scan, i: int) -> bool:
    """Whether somebody is named right before « lui et moi » at word i: « Bruno, lui et moi »."""
    return scan.fold(i) in {"lui", "elle"} and (
        scan.person_at[i - 1] is not None or (scan.sign(i - 1) == "," and scan.person_at[i - 2] is not None)
    )
