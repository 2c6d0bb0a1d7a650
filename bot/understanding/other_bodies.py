"""Which bodies decide for themselves, not for the group that met: « l'ARS », « le conseil municipal », « le copil » told in a GT."""

from __future__ import annotations

from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_BODIES = PhraseTable({"body": table("told_elsewhere")["bodies"]["words"]})
_GRANTED = words_of("told_elsewhere", "granted")
_PRESENT = words_of("told_elsewhere", "rules")
_AGREEMENTS = frozenset({"feu", "accord", "aval", "refus", "veto", "avis"})
_OF_AGREEMENT = frozenset({"vert", "rouge", "favorable", "defavorable", "principe", "de", "ecrit", "oral", "definitif"})
_ARTICLES = frozenset({"le", "la", "l", "les", "du", "des", "un", "une"})
_OF = frozenset({"de", "d", "du", "des"})
_TO_COME = frozenset({"sera", "seront", "soit", "soient"})
_GIVEN = ("accord", "refus", "attribu", "notifi")
_NEAR = 7  # words between « signée » and « par le Département »


def another_body_at(scan: Scan, i: int) -> int | None:
    """The word after a body that begins at word i and is not the group that met; None where there is none."""
    j = i + (scan.fold(i) in _ARTICLES)
    group = scan.group_at[j] if j < len(scan) else None
    if group is not None and group.first == j and group.strength >= Strength.NAMED:
        met = _met_before(scan, i)
        return group.last if met and not met & set(group.ids) else None
    thing = scan.thing_at[j]
    if thing is not None and thing.structures and thing.first in {i, j}:
        return thing.last
    if j == i:
        return None
    named = _BODIES.at(scan.words, j) if scan.folds[j] in _BODIES.openings else None
    return named.last if named is not None else None


def granted_by(scan: Scan, i: int) -> bool:
    """Whether another body gave it: « accordée par l'ARS », « signée le 1er mars par le Département », « feu vert de la mairie »."""
    if scan.folds[i] in _AGREEMENTS:
        j = i + 1
        while scan.fold(j) in _OF_AGREEMENT - _OF or (scan.fold(j) == "de" and scan.fold(j + 1) == "principe"):
            j += 1
        return scan.fold(j) in _OF and another_body_at(scan, j + (scan.fold(j) not in {"du", "des"})) is not None
    if not granted(scan, i):
        return False
    if any(scan.fold(k) in _TO_COME for k in (i - 1, i - 2)):
        return False
    for k in range(i + 1, min(len(scan), i + _NEAR)):
        if scan.sign(k) in {",", ":", ";", ".", "\n", "("}:
            return False
        if scan.folds[k] == "par":
            return another_body_at(scan, k + 1) is not None
    return False


def granted(scan: Scan, i: int) -> bool:
    """Whether « accordée », « signés » stands at word i: what a body does of a thing."""
    said = scan.folds[i].rstrip("s")
    return said in _GRANTED or said.removesuffix("e") in _GRANTED


def rules(scan: Scan, i: int, verb: int) -> bool:
    """Whether the body at word i only decides for itself by the verb at word `verb`: « l'ARS refuse le poste », « ARS : poste refusé »."""
    given = scan.sign(verb) == ":" and scan.fold(verb + 2).startswith(_GIVEN)
    return (given or scan.folds[verb] in _PRESENT) and another_body_at(scan, i) is not None


def _met_before(scan: Scan, i: int) -> set[int]:
    """The groups named before word i, of which the one that met is one."""
    return {one for g in scan.group_at[:i] if g is not None and g.strength >= Strength.HINTED for one in g.ids}
