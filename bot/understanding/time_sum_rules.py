"""How lengths add up and repeat: « 3 x 1h », « un mois et 21 jours », « 30 à 45 min »."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit, Length

SUMS = Grammar(joins=("DUR", "HRS"))


@SUMS.rule("HRS DUR", r"(?:HRS|DUR) (?:\( )?x #(?P<n>\d{1,2}) (?:\) )?(?!U)")
@SUMS.rule("#", r"#(?P<n>\d{1,2}) x (?:HRS|DUR) ")
def _times(hit: Hit) -> Built:
    """« 3 x 1h », « 1h (x3) » (convention 10)."""
    atom = hit.atoms()[0]
    return replace(as_length(atom), count=hit.number("n") * atom.count) if hit.number("n") else None


@SUMS.rule("#", r"#\d{1,3} (?:a|-|ou) DUR ")
@SUMS.rule("entre de", r"(?:entre #\d{1,3} et|de #\d{1,3} a) DUR ")
def _more_or_less(hit: Hit) -> Built:
    """« 30 à 45 min »: the greater one, marked."""
    atom = hit.atoms()[0]
    if hit.before in ("dans", "sous", "ici") or atom.count > 1 or atom.by_convention or atom.age:
        return None
    return replace(atom, approximate=True, sure=False)


@SUMS.rule("DUR HRS", r"(?:DUR|HRS) (?:(?:, )?et |, )?(?:DUR|HRS) (?:et DUR )?")
def _sum(hit: Hit) -> Built:
    """« un mois et 21 jours », « 2 h et 20 min »: units that grow smaller."""
    totals = [(atom.offset or 0) * 60 if atom.length is None else atom.length.total() for atom in hit.atoms()]
    if totals[1] >= 3600 and totals[0] < 86400:
        return None
    if hit.atoms()[0].sort == "HRS" and (hit.before in ("a", "vers") or totals[0] > 12 * 3600):
        return None  # « fini à 16h30 et 45 min de trajet »
    said_and = "et" in (hit.row.code(i) for i in range(hit.first, hit.last))
    if hit.before == "dans" and totals[0] >= 86400 and hit.atoms()[1].sort == "HRS" and not said_and:
        return None  # « dans 15 jours 8h30 »
    listed = "," in (hit.row.code(i) for i in range(hit.first, hit.last)) and totals[1] < 86400  # « 2 jours, 14 h au total »
    joined = said_and or (totals[0] >= 86400 and not listed)
    if not joined or totals != sorted(totals, reverse=True) or (totals[0] < 20 * totals[1] and totals[0] != 3600 * (totals[0] // 3600)):
        return None
    parts = [as_length(atom) for atom in hit.atoms()]
    if any(part.by_convention or part.count > 1 for part in parts):
        return None
    length = Length()
    for part in parts:
        length = length.plus(part.length or Length())
    return Atom(sort="DUR", length=length)


def as_length(atom: Atom, *, sure: bool = True) -> Atom:
    """An hour-or-length as a length; any other atom as it is."""
    if atom.sort != "HRS":
        return atom
    return Atom(sort="DUR", length=Length(seconds=Fraction((atom.offset or 0) * 60)), approximate=atom.approximate, sure=sure)
