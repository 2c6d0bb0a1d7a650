"""Whether a message tells that somebody was met: « on a vu la directrice », « j'ai rencontré deux pompiers », not « on a vu le bilan »."""

from __future__ import annotations

from bot.understanding.callings import called, may_be_calling
from bot.understanding.counts import number_value
from bot.understanding.lexicon_files import table
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_MET = PhraseTable({"met": table("roll")["met"]["words"]})
_CASE = 5  # words of « M. Bertrand qui »
_SEEN = frozenset({"vu", "vus", "vues", "rencontre", "recu"})
_NEW = frozenset({"nouveau", "nouvel", "nouvelle", "futur", "future", "ancien", "ancienne"})
ONE = frozenset({"le", "la", "l", "un", "une", "mon", "ma", "son", "sa", "notre", "votre", "leur"})
"""What stands before one person told by what she is."""


def met_at(scan: Scan, i: int) -> int | None:
    """The word at which whoever was met begins, behind « on a vu » at word i; None where nobody was."""
    met = _MET.at(scan.words, i) if scan.fold(i) in _MET.openings else None
    seen = (
        met is None and scan.fold(i) in _SEEN and (i == 0 or scan.sign(i - 1) in {".", "\n", ":", ","} or scan.time_at[i - 1] is not None)
    )
    if met is None and not seen:
        return None
    last = begin = met.last if met is not None else i + 1
    while last < len(scan) and scan.time_at[last] is not None:
        last += 1  # « vu ce matin la directrice »
    return last if (last > begin or not seen or i == 0) and _somebody_at(scan, last) else None


def met_somebody(scan: Scan) -> bool:
    """Whether a message tells that somebody was met: « j'ai reçu la maire d'Anduze hier 10h-11h »."""
    met = (met_at(scan, found.first) for found in _MET.all(scan.words))
    return any(i is not None and not _is_a_case(scan, i) for i in met)


def _is_a_case(scan: Scan, i: int) -> bool:
    """Whether a stranger is met at word i of whom something is told: « on a reçu M. Bertrand qui n'a plus de droits »."""
    titled = title_of(scan.words, i) is not None and not any(scan.person_at[i : i + _CASE])
    return titled and "qui" in scan.folds[i : i + _CASE]


def _somebody_at(scan: Scan, i: int) -> bool:
    if i >= len(scan) or scan.time_at[i] is not None or scan.group_at[i] is not None:
        return False
    if scan.person_at[i] is not None or title_of(scan.words, i) is not None:
        return True
    number = number_value(scan, i)
    if number is not None:
        return number[0] > 1 and may_be_calling(scan.fold(number[2]))
    what = i + 1 + (scan.fold(i + 1) in _NEW)
    return scan.fold(i) in ONE and what < len(scan) and scan.words[what].is_word and called(scan, what, what + 1)
