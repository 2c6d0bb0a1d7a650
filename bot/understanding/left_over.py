"""What a sentence of facts tells besides them: « …, la diététicienne a présenté l'étude » is kept as something spoken of."""

from __future__ import annotations

from collections.abc import Collection

from bot.understanding.choosing import ATTENDANCE
from bot.understanding.groups import kind_at
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at
from bot.understanding.words import LINKS

_SIGNS = frozenset({",", ";", ".", "\n", "("})
_FEWEST = 3  # words that say something


def left_over(scan: Scan, part: Segment, taken: Collection[int]) -> list[tuple[int, int]]:
    """The clauses [first, last) of a part in which somebody did something and of which nothing was `taken`."""
    found: list[tuple[int, int]] = []
    begin = part.body
    for i in range(part.body, part.last + 1):
        if i == part.last or scan.sign(i) in _SIGNS:
            if begin > part.body and _tells(scan, begin, i, taken):
                found.append((begin, i))
            begin = i + 1
    return found


def _tells(scan: Scan, first: int, last: int, taken: Collection[int]) -> bool:
    inside = range(first, last)
    if any(i in taken or scan.time_at[i] is not None or scan.group_at[i] is not None for i in inside):
        return False
    if any(_tells_presence(scan, i) or kind_at(scan.words, i)[0] is not None for i in inside):
        return False
    told = [i for i in inside if scan.words[i].is_word and len(scan.fold(i)) >= 4 and scan.fold(i) not in LINKS]
    done = any((deed := deed_at(scan.words, i)) is not None and deed[0] is not Deed.WILL for i in range(first + 1, last))
    return len(told) >= _FEWEST and done


def _tells_presence(scan: Scan, i: int) -> bool:
    """Whether word i tells who was there or away: not « a présenté »."""
    spoke = scan.fold(i).startswith("present") and scan.fold(i - 1) in {"a", "ont", "avait", "avaient", "ai", "nous"}
    return not spoke and ATTENDANCE.at(scan.words, i) is not None
