"""Who was not there, another having come instead: « Mehdi à la place de Laurent », « Camille (remplace Tessier) »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attendance import AttendanceState
from bot.understanding.choosing import presence_of, structure_beside
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roll_guests import Item
from bot.understanding.roll_setting import RollSetting
from bot.understanding.roll_stand_ins import past_someone
from bot.understanding.roll_told_of import replaced
from bot.understanding.scan import Scan

_BESIDE = words_of("roll", "in_place")
_INSTEAD = PhraseTable({"instead": table("roll")["instead"]["words"]})
_STANDS_FOR = words_of("roll", "stands_for")
_CAME = words_of("roll", "came_instead")
_ORDERS = words_of("roll", "list_orders")
_ENDS = frozenset({",", ".", "\n", ")", ";", "+", "&", "/", "!"})


def instead_of(scan: Scan, i: int, end: int, setting: RollSetting, items: Sequence[Item]) -> tuple[Item | None, int] | None:
    """Whoever word i tells to have been replaced by the one just named, and the word after; None elsewhere.

    With « qui accompagnait le Dr Bonnet » the other is told of, not listed.
    """
    told = _told_beside(scan, i, end, setting)
    if told is not None:
        return told
    found = _INSTEAD.at(scan.words, i)
    if found is None and scan.fold(i) not in {"pour", "pr"}:
        return None
    by = _who_came(scan, i, items)
    named = found.last if found is not None and by is not None else _stands_for(scan, i, end, items) if by is not None else None
    return _represented(scan, named, end, setting, by) if named is not None and by is not None else None


def _told_beside(scan: Scan, i: int, end: int, setting: RollSetting) -> tuple[Item | None, int] | None:
    """« une interne qui accompagnait le Dr Bonnet », « Paola représentait Karim », « Camille (remplace Bruno) »."""
    before = i - 1 - (scan.sign(i - 1) in {"(", ","})
    subject = scan.person_at[before] is not None or scan.thing_at[i - 1] is not None
    verb = i + 1 if scan.fold(i) in {"qui", "pour"} else i if subject else i + 2
    if not (verb < i + 2 and scan.fold(verb) in _BESIDE):
        return None
    past = past_someone(scan, verb + 1, end)
    away = replaced(scan, verb + 1, past, end, setting)
    if away is not None:
        return away
    instead = scan.fold(verb) in _STANDS_FOR and before >= 0
    told = _represented(scan, verb + 1, end, setting, scan.sign(before)) if instead and scan.fold(verb + 1) != "moi" else None
    return told or (None, past)


def _represented(scan: Scan, i: int, end: int, setting: RollSetting, by: str) -> tuple[Item, int] | None:
    """The person named at word i, over an article, as represented by somebody; None where no person is."""
    i += scan.fold(i) in {"le", "la", "l", "du", "de", "d"}
    person = scan.person_at[i] if i < end else None
    if person is None or person.first != i:
        return None
    structures, last = structure_beside(scan, person.last)
    presence = presence_of(scan, person, structures, setting.group_id)
    if presence.person_id is None or not presence.count:
        return None
    item = Item(i, last, replace(presence, state=AttendanceState.REPRESENTED, represented_by=by))
    item.said_state = True
    return item, last


def _who_came(scan: Scan, i: int, items: Sequence[Item]) -> str | None:
    """Whoever was listed right before word i, over « qui est venue », in their words; None if nobody was."""
    if not items or items[-1].presence.state is not AttendanceState.PRESENT or items[-1].last > i or i - items[-1].last > 5:
        return None
    between, first = range(items[-1].last, i), items[-1].first
    if any(scan.folds[k] in _ORDERS for k in range(max(0, first - 3), first)):
        return None
    if any(scan.fold(k) not in _CAME and scan.sign(k) not in {",", "("} for k in between):
        return None
    return scan.slice(items[-1].first, items[-1].last)


def _stands_for(scan: Scan, i: int, end: int, items: Sequence[Item]) -> int | None:
    """The word from which « Pauline Chevalier pour le Dr Bonnet » names whom she stands for; None elsewhere."""
    if scan.fold(i) not in {"pour", "pr"} or items[-1].last != i or items[-1].presence.person_id is None:
        return None
    named = i + 1 + (scan.fold(i + 1) in {"le", "la", "l"})
    person = scan.person_at[named] if named < end else None
    if person is None or person.first != named or not (person.titled or person.full or len(items) > 1):
        return None
    closed = person.last >= end or scan.sign(person.last) in _ENDS or scan.fold(person.last) == "et"
    return named if closed else None
