"""Whether a message says that only two were there: « juste lui et moi », « en tête à tête »."""

from __future__ import annotations

from bot.understanding.counts import Headcount
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


def two_of_us(scan: Scan, ranges: Ranges) -> Headcount | None:
    """The total of two that those words say without a number."""
    for first, last in ranges:
        found = _PAIR.first(scan.words, first, last)
        if found is not None and not _with_others(scan, found.first):
            return Headcount(2, False, found.first, found.last)
    return None


def _with_others(scan: Scan, i: int) -> bool:
    """Whether somebody is named right before « lui et moi » at word i: « Bruno, lui et moi »."""
    return scan.fold(i) in {"lui", "elle"} and (
        scan.person_at[i - 1] is not None or (scan.sign(i - 1) == "," and scan.person_at[i - 2] is not None)
    )
