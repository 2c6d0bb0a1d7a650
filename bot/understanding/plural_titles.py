"""Whom one title in the plural names: « Mmes Roux et Gomez (CPAM) », where the directory knows neither."""

from __future__ import annotations

from bot.domain.attendance import Presence
from bot.understanding.person_mentions import title_of
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan
from bot.understanding.structure_words import told_beside

_SINGULAR = {"mmes": "Mme", "mesdames": "Mme", "mm": "M.", "messieurs": "M.", "drs": "Dr", "docteurs": "Dr"}
_MOST = 6


def titled_together(scan: Scan, i: int, end: int) -> Item | None:
    """One line a name behind the plural title at word i, each with the structure told last; None where no two names follow."""
    title = _SINGULAR.get(scan.fold(i))
    if title is None:
        return None
    j = i + 1 + (scan.sign(i + 1) == ".")
    names: list[str] = []
    while j < end and len(names) < _MOST and scan.words[j].is_word and scan.words[j].is_capital and not _ends(scan, j):
        last = j + 1
        while last < end and scan.words[last].is_word and scan.words[last].is_capital and not scan.words[last].text.isupper():
            last += 1
        names.append(f"{title} {scan.slice(j, last)}")
        j = last
        if not (scan.sign(j) in {",", "&"} or scan.fold(j) == "et"):
            break
        j += 1
    if len(names) < 2:
        return None
    words, beyond = told_beside(scan, j, end)
    one, *others = (Presence(said=name, structure_said=words) for name in names)
    return Item(i, beyond, one, more=tuple(others))


def _ends(scan: Scan, i: int) -> bool:
    return scan.person_at[i] is not None or title_of(scan.words, i) is not None
