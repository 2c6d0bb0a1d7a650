"""Whether a number counts people: « 25 parents », « + 3 autres », « 2 doulas » among names."""

from __future__ import annotations

from bot.french.stems import stem
from bot.understanding.callings import SOMEBODY, is_calling, may_be_calling
from bot.understanding.counted_some import among, of_an_occasion, spoken_of
from bot.understanding.counts import everyone_noun, staff_noun
from bot.understanding.counts_joined import is_one_kind, told_again
from bot.understanding.lexicon_files import words_of
from bot.understanding.other_occasions import Other, of_another_occasion
from bot.understanding.roll_guests import whole_piece
from bot.understanding.scan import Scan

_NEW = frozenset({"autres", "nouveaux", "nouvelles"})
_NEAR = 8  # words
_SORTS = words_of("names", "sorts_of_houses")
_CAME = frozenset({"participe", "assiste", "rejoint", "suivi", "repondu", "pu"})
_STOPS = frozenset({".", "\n", "!", ";"})
_TIES = frozenset({"et", "avec", "dont", "plus"})


def counts_people(scan: Scan, i: int, after: int, last: int, *, in_list: bool) -> bool:
    """Whether a number at word i counts people by the words [after, last): « 25 parents », « + 3 autres »; not « (3 départs) »."""
    if scan.sign(i - 1) == "+" and scan.words[after].is_word:
        return True
    if spoken_of(scan, after + 1) or (not in_list and of_an_occasion(scan, i)):
        return False
    if of_another_occasion(scan, i, after + 1) is Other.SURE:
        return False  # « on attendait une quinzaine de personnes »
    elsewhere = scan.fold(after + 1) == "ont" and scan.sign(i - 1) in _STOPS and scan.fold(after + 2) not in _CAME
    if told_again(scan, i, after) or elsewhere:
        return False  # « 120 patients ont retrouvé un médecin »
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


def counts_everybody(scan: Scan, i: int, after: int, last: int) -> bool:
    """Whether the words [after, last) say no more than « présents », so that the number at word i lists nobody by itself."""
    everyone = everyone_noun(scan, after)
    if everyone is None or everyone < last or (is_one_kind(scan, i, after) and not _of_a_total(scan, i)):
        return False
    return not (scan.folds[after].startswith("invite") and among(scan, i, 0))


def _of_a_total(scan: Scan, i: int) -> bool:
    """Whether the number at word i is part of a total told before it: « 12 personnes : 8 pros et 4 jeunes »."""
    heads = (k for k in range(max(0, i - _NEAR), i - 1) if scan.number_at[k] is not None and scan.time_at[k] is None)
    return any(everyone_noun(scan, k + 1) is not None or scan.fold(k - 1) in {"etait", "etions"} for k in heads)


def _among_people(scan: Scan, i: int, after: int, last: int) -> bool:
    """Whether a plural that nothing says to be a thing is one line of a list: « Solène, Yann et 2 doulas », « dont 4 adultes-relais »."""
    tied = scan.sign(i - 1) in {",", "&"} or scan.fold(i - 1) in _TIES
    named = tied and any(may_be_calling(scan.fold(k)) for k in range(after, min(last, after + 2)))
    return named and not scan.words[after].is_capital and whole_piece(scan, last, len(scan))
