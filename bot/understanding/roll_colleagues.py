"""Whose colleagues came without their names: « Gilles Rey et un collègue à lui », « Élise et deux de ses collègues »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.attendance import Presence
from bot.understanding.counts import number_value
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at

_COLLEAGUES = frozenset({"collegue", "collegues"})
_ONE = frozenset({"un", "une", "son", "sa"})


def colleagues(scan: Scan, i: int, items: Sequence[Item]) -> tuple[Item, int] | None:
    """Those told at word i to work with whoever was just listed, of the same structure; None where the words do not say it."""
    structure = _structure_before(scan, i, items) if items and items[-1].last == i - 1 else None
    if structure is None:
        return None
    own = scan.fold(i) in {"son", "sa", "ses"}
    number = number_value(scan, i + (scan.fold(i) == "ses"))
    count, j = (1, i + 1) if scan.fold(i) in _ONE else (number[0], number[2]) if number is not None else (0, i)
    if scan.fold(j) == "de" and scan.fold(j + 1) in {"ses", "leurs"}:
        own, j = True, j + 2
    if not 1 <= count <= 20 or scan.fold(j) not in _COLLEAGUES:
        return None
    j += 1
    if scan.fold(j) == "a" and scan.fold(j + 1) in {"lui", "elle"}:
        own, j = True, j + 2
    if not own or scan.fold(j) in {"de", "du", "des", "d"} or _named(scan, j, count):
        return None
    return Item(i, j, Presence(structure_id=structure, count=count)), j


def _structure_before(scan: Scan, i: int, items: Sequence[Item]) -> int | None:
    """The structure of the person listed right before word i, over « et » or a sign; None if nobody was."""
    person = items[-1].presence.person_id
    near = person is not None and (scan.fold(i - 1) in {"et", "avec"} or scan.sign(i - 1) in {",", "+", "&"})
    return scan.index.people[person].structure_id if near and person is not None else None


def _named(scan: Scan, i: int, count: int) -> bool:
    """Whether « son collègue M. Bastide », « sa collègue, Zoé » names the one at word i."""
    k = i + (scan.sign(i) in {",", "("})
    return count == 1 and k < len(scan) and (scan.person_at[k] is not None or stranger_at(scan, k, len(scan)) is not None)
