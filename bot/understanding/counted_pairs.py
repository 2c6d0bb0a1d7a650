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
        if found is not None:
            return Headcount(2, False, found.first, found.last)
    return None
