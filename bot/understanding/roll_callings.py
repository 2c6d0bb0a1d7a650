"""Where a list begins whose people are told by what they are: « L'infirmière de la PASS, le médecin d'Anduze et 2 pers de la CPAM »."""

from __future__ import annotations

from bot.understanding.callings import called
from bot.understanding.choosing import ARTICLES, ATTENDANCE, structure_beside
from bot.understanding.counts import number_value, staff_noun
from bot.understanding.lexicon_files import words_of
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.partner_choices import synonym_at
from bot.understanding.roll_deeds import told_state
from bot.understanding.scan import Scan
from bot.understanding.verbs import deed_at

_ONE = frozenset({"le", "la", "l", "un", "une"})
_HOUSES = words_of("roll", "houses")
_TIES = frozenset({",", "+", "&", "/"})
_CLOSED = frozenset({".", "\n", ")", ";", "!", ""})
_OPENING = frozenset({".", "\n", "-", "–", "•", "*"})
_NO_VERB = frozenset({"suivi", "charge", "service", "cadre", "garde", "accueil", "relais"})
_SMALL_MEETING = frozenset({"comite", "effectif", "nombre"})  # « en petit comité : la puer et l'animatrice »
_ENOUGH = 8


def callings_begin(scan: Scan, i: int, end: int, skipped: frozenset[int]) -> bool:
    """Whether people told by what they are, one after the other, begin at word i, where nothing announces a list."""
    if not (scan.fold(i) in _ONE or scan.number_at[i] is not None or scan.words[i].is_word) or not _opens(scan, i, skipped):
        return False
    told, count, j = 0, 0, i
    while j < end and count < _ENOUGH:
        one = _one(scan, j, end)
        if one is None:
            return False
        j, calling = one
        told, count = told + calling, count + 1
        if j >= end or not (scan.sign(j) in _TIES or scan.fold(j) in {"et", "plus"}):
            break
        j += 1
    closed = (
        j >= end
        or (count > 2 and scan.person_at[j - 1] is not None)
        or (count >= _ENOUGH and scan.sign(j - 1) in _TIES)
        or scan.sign(j) in _CLOSED
        or told_state(scan, j)
    )
    alone = count == 1 and (i == 0 or scan.fold(i) not in _ONE)
    return told > 0 and closed and not alone


def _opens(scan: Scan, i: int, skipped: frozenset[int]) -> bool:
    """Whether a list can begin at word i without being announced: behind the hours, the group, the place, or at the head of a clause."""
    before = scan.sign(i - 1)
    if i == 0 or scan.time_at[i - 1] is not None or before in _OPENING:
        return True
    if before not in {",", ":", "("}:
        return False
    facts = any(at[i - 2] is not None for at in (scan.time_at, scan.group_at, scan.thing_at)) if i >= 2 else True
    return facts or i - 2 in skipped or scan.sign(i - 2) == ")" or (before == ":" and scan.fold(i - 2) in _SMALL_MEETING)


def _one(scan: Scan, i: int, end: int) -> tuple[int, bool] | None:
    """The word after somebody told at word i, and whether what they are tells them; None where nobody is."""
    person = scan.person_at[i]
    if person is not None:
        return max(person.last, structure_beside(scan, person.last)[1]), False
    number = number_value(scan, i)
    j = number[2] if number is not None else i + 1 if scan.fold(i) in _ONE else i
    if j >= end or not scan.words[j].is_word:
        return (i + 1, False) if scan.fold(i) == "moi" else None
    thing = scan.thing_at[j]
    if thing is not None and thing.structures:
        return thing.last, False
    if (
        scan.time_at[j] is not None
        or (scan.group_at[j] is not None and synonym_at(scan, j) is None)
        or ATTENDANCE.at(scan.words, j) is not None
    ):
        return None
    articled = j > i
    house = articled and number is None and (scan.fold(j) in _HOUSES or scan.words[j].is_capital)
    counted = number is not None and staff_noun(scan, j) is not None
    known = house or counted or called(scan, j, j + 1 + articled) or synonym_at(scan, j) is not None
    if not known or (not articled and scan.fold(j).endswith(("s", "x")) and not _is_sigle(scan, j)):
        return None
    last = max(noun_phrase(scan, j, end), j + 1)
    last = noun_phrase(scan, last, end) if scan.group_at[j] is not None and scan.fold(last) in {"de", "du"} else last  # « AS de secteur »
    beside = scan.thing_at[last] if last < end else None
    last = beside.last if beside is not None and beside.structures and beside.first == last else last  # « une conseillère CAF »
    if any((deed := deed_at(scan.words, k)) is not None and deed[1] == k and _is_verb(scan, k) for k in range(j + 1, last)):
        return None
    return max(last, structure_beside(scan, last)[1]), not (house and scan.words[j].is_capital)


def _is_verb(scan: Scan, k: int) -> bool:
    """Whether word k, that has the form of a verb, is one: not in « cheffe de service », « AS de garde »."""
    return not scan.words[k].is_capital and scan.fold(k) not in _NO_VERB and scan.fold(k - 1) not in ARTICLES


def _is_sigle(scan: Scan, i: int) -> bool:
    return scan.sign(i).isupper() and len(scan.sign(i)) >= 2
