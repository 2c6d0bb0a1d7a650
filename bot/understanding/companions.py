"""Who gave time beside those named without being named: « avec Sophie et deux bénévoles », not the public, « avec 12 parents »."""

from __future__ import annotations

from bot.understanding.counts import number_value
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan

_COMPANIONS = words_of("parts", "companions")


def with_companions(scan: Scan, first: int, last: int) -> bool:
    """Whether people without a name accompany those whose hours are told: « avec Sophie et deux bénévoles »."""
    return any(accompanying(scan, i) for i in range(first + 1, last))


def accompanying(scan: Scan, i: int) -> bool:
    """Whether the number at word i counts companions of a list that « avec » opens: not the public, « avec 12 parents »."""
    number = number_value(scan, i) or ((1, False, i + 1) if scan.fold(i) in {"un", "une"} else None)
    if number is None or number[0] > 30 or scan.fold(number[2]) not in _COMPANIONS:
        return False
    k = i - 1
    while k > 0 and (scan.person_at[k] is not None or scan.fold(k) in {"et", "mme", "m", "dr"} or scan.sign(k) in {",", "."}):
        k -= 1
    return scan.fold(k) in {"avec", "binome"} and (
        k == i - 1 or scan.person_at[k + 1] is not None or title_of(scan.words, k + 1) is not None
    )
