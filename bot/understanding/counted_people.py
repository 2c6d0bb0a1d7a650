"""Whether a number counts people: « 25 parents », « + 3 autres », « 2 doulas » among names."""

from __future__ import annotations

from bot.french.stems import stem
from bot.understanding.callings import SOMEBODY, is_calling, may_be_calling
from bot.understanding.counted_some import of_an_occasion, spoken_of
from bot.understanding.counts import staff_noun
from bot.understanding.lexicon_files import words_of
from bot.understanding.other_occasions import Other, of_another_occasion
from bot.understanding.roll_guests import whole_piece
from bot.understanding.scan import Scan

_NEW = frozenset({"autres", "nouveaux", "nouvelles"})
_SORTS = words_of("names", "sorts_of_houses")
_TIES = frozenset({"et", "avec", "dont", "plus"})


def counts_people(scan: Scan, i: int, after: int, last: int, *, in_list: bool) -> bool:
    """Whether a number at word i counts people by the words [after, last): « 25 parents », « + 3 autres »; not « (3 départs) »."""
    if scan.sign(i - 1) == "+" and scan.words[after].is_word:
        return True
    if spoken_of(scan, after + 1) or (not in_list and of_an_occasion(scan, i)):
        return False
    if of_another_occasion(scan, i, after + 1) is Other.SURE:
        return False  # « on attendait une quinzaine de personnes »
    noun, beside = scan.fold(after), scan.fold(after + 1)
    known = noun in SOMEBODY or stem(scan.canon(after)) in scan.index.functions or staff_noun(scan, after) is not None
    if known or not in_list:
        return known
    return is_calling(noun) or beside in SOMEBODY or noun in _NEW or _among_people(scan, i, after, last) or sent_by(scan, i, after, last)


def sent_by(scan: Scan, i: int, after: int, last: int) -> bool:
    """Whether houses of one sort are counted among people: « avec Gilles Rey et 5 communes », « , trois écoles d'Anduze »."""
    tied = scan.sign(i - 1) in {",", "&"} or scan.fold(i - 1) in _TIES
    alone = last == after + 1 or scan.fold(after + 1) in {"de", "d", "du", "des"}
    return tied and alone and scan.fold(after) in _SORTS and whole_piece(scan, last, len(scan))


def _among_people(scan: Scan, i: int, after: int, last: int) -> bool:
    """Whether a plural that nothing says to be a thing is one line of a list: « Solène, Yann et 2 doulas », « dont 4 adultes-relais »."""
    tied = scan.sign(i - 1) in {",", "&"} or scan.fold(i - 1) in _TIES
    named = tied and any(may_be_calling(scan.fold(k)) for k in range(after, min(last, after + 2)))
    return named and not scan.words[after].is_capital and whole_piece(scan, last, len(scan))
