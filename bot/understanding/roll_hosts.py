"""Which structures a message names only to say whom one met: « réunion avec l’ARS, Isabelle Petit et Gilles Rey »."""

from __future__ import annotations

from bot.understanding.choosing import ARTICLES
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan

_MET = frozenset({"reunion", "reu", "rencontre", "rdv", "vous", "rv", "point", "entretien", "echange", "visio", "call", "seance"})


def shown_by_people(scan: Scan, item: Item, items: list[Item]) -> bool:
    """Whether a structure only says whom one met, its people named behind: « réunion avec l'ARS hier, Isabelle Petit et… »."""
    structure = item.presence.structure_id
    if structure is None or item.presence.person_id is not None or item.presence.said is not None or item.presence.count != 1:
        return False
    k = item.first - 1
    while scan.fold(k) in ARTICLES and k > 0:
        k -= 1
    among = scan.fold(item.last) == "et" or scan.sign(item.last) in {",", "+", "&"}
    if scan.fold(k) != "avec" or scan.fold(k - 1) not in _MET or (among and scan.person_at[min(item.last + 1, len(scan) - 1)] is None):
        return False  # « avec l'ARS et le Département »: a list of houses
    people = (other.presence.person_id for other in items if other.first > item.last and not other.tied)
    return any(p is not None and scan.index.people[p].structure_id == structure for p in people)
