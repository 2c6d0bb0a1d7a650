"""For which group hours are told: the one named most plainly, or the one that takes another back."""

from __future__ import annotations

from bot.understanding.lengths import PARTS
from bot.understanding.lexicon_files import words_of
from bot.understanding.meeting_names import my_group
from bot.understanding.scan import Scan

_SHORT_WORDS = words_of("groups", "short_words")


def groups_told(scan: Scan, first: int, last: int, *, around: bool = False) -> tuple[int, ...]:
    """The groups most plainly named; « ce GT » is that of the meeting told around."""
    best: tuple[int, ...] = ()
    rank = (0, False)
    for i in range(first, last):
        group = scan.group_at[i]
        if group is None or group.first != i or (group.kind_only and (around or scan.fold(i - 1) in {"ce", "cette", "meme"})):
            continue
        if (group.strength, not group.kind_only) > rank or (best and not group.kind_only and _corrected(scan, i)):
            best, rank = group.ids, (group.strength, not group.kind_only)
    mine = my_group(scan, [(first, last)]) if not best else None
    return mine.ids if mine is not None else best or _by_sigle(scan, first, last)


def _corrected(scan: Scan, i: int) -> bool:
    """Whether « euh non », « pardon » stands right before the group at word i: the one told before was wrong."""
    k = i - 1
    while k > 0 and scan.fold(k) in {"le", "la", "l", "au", "du", "pour", "c", "etait", "est", "plutot", "euh"} and k > i - 6:
        k -= 1
    return scan.fold(k) in {"non", "pardon", "oups", "nan", "erreur"} or any(scan.fold(j) == "plutot" for j in range(k + 1, i))


def partly_said(scan: Scan, group_id: int, first: int, last: int) -> bool:
    """Whether those words name that group only by a part of its name, or by another kind."""
    named = [g for i in range(first, last) if (g := scan.group_at[i]) is not None and g.first == i and group_id in g.ids]
    return bool(named) and all(g.partly for g in named)


def _by_sigle(scan: Scan, first: int, last: int) -> tuple[int, ...]:
    """« stand sism », « prépa ist »: the sigle of a group typed in small letters, beside what time was spent on."""
    for i in range(first, last):
        word = scan.words[i]
        if not word.is_word or not 3 <= len(word.fold) <= 4 or word.fold in _SHORT_WORDS:
            continue
        if (
            any(at[i] is not None for at in (scan.time_at, scan.person_at, scan.thing_at, scan.number_at))
            or PARTS.at(scan.words, i) is not None
        ):
            continue
        ids = dict.fromkeys(c.group_id for c in scan.index.bare_cores.get(word.canon, ()) if len(c.words) == 1)
        if len(ids) == 1:
            return tuple(ids)
    return ()
