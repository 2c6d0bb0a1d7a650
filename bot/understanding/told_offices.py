"""What stands between commas behind a name and only says who that is: « Mme Coste, la directrice, », « Mme Laurent, de la CAF, était… »."""

from __future__ import annotations

from bot.understanding.callings import called
from bot.understanding.choosing import ATTENDANCE, structure_beside
from bot.understanding.clauses import told_away
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.person_mentions import title_of
from bot.understanding.roll_deeds import told_state
from bot.understanding.scan import Scan
from bot.understanding.verbs import deed_at

_WOMEN = frozenset({"mme", "madame", "mlle", "mademoiselle"})
_MEN = frozenset({"m", "mr", "monsieur"})
_CLOSED = frozenset({",", ".", ")", ";", "\n"})
_OF = frozenset({"de", "du", "des", "d"})
_ITS = frozenset({"le", "la", "l", "notre", "mon", "ma"})
_WERE = frozenset({"etait", "est", "s", "a", "avait", "n", "ne", "nous"})
_LONGEST = 8  # words of « de la maison de la santé »


def past_office(scan: Scan, first: int, i: int, end: int) -> int:
    """The word after « , la directrice de l'hôpital » behind the titled name [first, i); i where somebody else may be told."""
    title = scan.fold(first)
    article = scan.fold(i + 1)
    agrees = (article == "la" and title not in _MEN) or (article == "le" and title not in _WOMEN)
    if scan.sign(i) != "," or not agrees or title_of(scan.words, first) is None or i + 2 >= end:
        return i
    if not called(scan, i + 2, i + 3) or scan.fold(i + 2).endswith("s") or scan.person_at[i + 2] is not None:
        return i
    last = noun_phrase(scan, i + 2, end)
    last = max(last, structure_beside(scan, last)[1])
    return last if last > i + 2 and (last >= end or scan.sign(last) in _CLOSED) else i


def past_aside(scan: Scan, i: int, end: int) -> int:
    """The comma that closes « , de la CAF, était excusée » behind a name that ends before word i; i where no state follows it."""
    if scan.sign(i) != "," or not (scan.fold(i + 1) in _OF or scan.fold(i + 1) in _ITS):
        return i
    for k in range(i + 2, min(end, i + _LONGEST)):
        if scan.sign(k) == ",":
            told = told_state(scan, k + 1) or ATTENDANCE.at(scan.words, k + 1) is not None
            bare = scan.fold(i + 1) in _OF or (called(scan, i + 2, i + 3) and scan.fold(k + 1) in _WERE)
            away = _of_one(scan, k + 1) if told else told_away(scan, k + 1)
            return k if bare and away else i
        free = scan.words[k].is_word and scan.person_at[k] is None and scan.time_at[k] is None and ATTENDANCE.at(scan.words, k) is None
        if not free or scan.fold(k) == "et" or deed_at(scan.words, k) is not None:
            return i
    return i


def _of_one(scan: Scan, i: int) -> bool:
    """Whether the state at word i is of one, and of nobody named after it: « absente. », not « excusées », « absents : »."""
    cue = next((c for k in range(i, i + 3) if (c := ATTENDANCE.at(scan.words, k)) is not None), None)
    if cue is None or cue.tag not in {"excused", "absent"} or scan.sign(cue.last) == ":":
        return False
    return cue.last >= len(scan) or not scan.words[cue.last].is_word or scan.fold(cue.last) in {"et", "mais", "pour", "car", "que", "qu"}
