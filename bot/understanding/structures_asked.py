"""Which structures a question to the directory is about, where it asks for structures rather than people."""

from __future__ import annotations

from bot.domain.requests import FindPartner
from bot.understanding.scan import Scan
from bot.understanding.things import same_commune
from bot.understanding.words import key_words

MAX_ANSWERS = 40


def houses(scan: Scan, places: tuple[int, ...]) -> tuple[int, ...]:
    """The structures whose name a place bears: « la directrice du centre social des Prés »."""
    names = [frozenset(key_words(scan.index.places[p].name)) for p in places]
    return tuple(s.id for s in scan.index.vocabulary.structures if any(len(n) > 1 and n <= set(key_words(s.name)) for n in names))


def asks_structures(scan: Scan) -> bool:
    """Whether structures are asked for, not people: « quelles structures à Saint-Ambroix »."""
    return any(
        scan.fold(i) in {"structures", "associations", "assos", "organismes", "institutions", "etablissements"}
        and scan.fold(i - 1) in {"quelles", "quels", "les", "des", "nos", "mes", "toutes", "tous", "d"}
        for i in range(len(scan))
    ) and any(t is not None and t.only_commune for t in scan.thing_at)


def structures_of_communes(scan: Scan) -> FindPartner:
    """The structures of the communes that are named."""
    communes = [t.commune for t in scan.thing_at if t is not None and t.only_commune and t.commune]
    found = tuple(s.id for s in scan.index.vocabulary.structures if any(same_commune(s.commune, c) for c in communes))
    return FindPartner(words=" ".join(scan.text.split()), structures=found[:MAX_ANSWERS], fields=("name",))
