"""Who was only invited, or decided elsewhere: « Invités : Zoé, Karim. Sont venues : Zoé » leaves Karim out, « la CAF a voté » the CAF."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.attendance import AttendanceState
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.roll_deeds import speaks, there_after
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan
from bot.understanding.told_by_others import decides_at

_SECTION = table("roll")["invited"]
_INVITED = PhraseTable({"invited": _SECTION["heads"]})
_CAME = PhraseTable({"came": _SECTION["came"], "listed": _SECTION["listed"]})
_BEFORE = 8  # words of « Zoé Renard et Mehdi Saïdi » before « sont venus »
_AWAY = ("absen", "excus", "manqu")
_MARKS = frozenset({"-", "–", "•", "*"})


def never_came(scan: Scan, item: Item) -> bool:
    """Whether somebody listed was only invited, and is not among those who are then said to have come; who is said to be away stays."""
    if item.presence.state is not AttendanceState.PRESENT:
        return False
    if item.presence.person_id is None and scan.person_at[item.first] is None and decides_at(scan, item.last):
        return True  # « la CAF a voté son budget »: her news, not her presence
    known = scan.memo.get("only invited")
    if not isinstance(known, frozenset):
        known = scan.memo["only invited"] = _not_come(scan)
    return not known.isdisjoint(range(item.first, item.last))


def _not_come(scan: Scan) -> frozenset[int]:
    head = _INVITED.first(scan.words)
    last = _list_end(scan, head.last) if head is not None else 0
    invited = [(k, who) for k, who in _named(scan, head.last, last)] if head is not None else []
    came = _came(scan, last) if len(invited) > 1 else None
    if came is None:
        return frozenset()
    there = {one for _, who in _named(scan, max(last, came.first - _BEFORE), _list_end(scan, came.last)) for one in who}
    if not any(who & there for _, who in invited):
        return frozenset()
    there |= {one for k, who in _named(scan, last, len(scan)) if _took_part(scan, k) for one in who}
    return frozenset(k for k, who in invited if not who & there)


def _took_part(scan: Scan, i: int) -> bool:
    """Whether whoever is named at word i is told to have joined or spoken: « Karim nous a rejoints »."""
    person = scan.person_at[i]
    return person is not None and (there_after(scan, person.last) or speaks(scan, person.last))


def _came(scan: Scan, first: int) -> Found | None:
    """« sont venues : », « seule Zoé est venue », « Présents : » after the list of those invited."""
    found = (f for f in _CAME.all(scan.words, first) if f.tag == "came" or scan.sign(f.last) == ":")
    return next((f for f in found if not scan.fold(f.last).startswith(_AWAY)), None)


def _list_end(scan: Scan, first: int) -> int:
    """The word after the list that begins at word `first`: its line, or the items below a bare heading."""
    k = first + (scan.sign(first) == ":")
    below = scan.sign(k) == "\n"
    k += below
    while k < len(scan):
        ends = scan.sign(k) in {";", "!", "?"} or (scan.sign(k) == "." and scan.person_at[k] is None)
        if ends or (scan.sign(k) == "\n" and not (below and scan.sign(k + 1) in _MARKS)) or _CAME.at(scan.words, k) is not None:
            return k
        k += 1
    return k


def _named(scan: Scan, first: int, last: int) -> Iterator[tuple[int, frozenset[tuple[str, int]]]]:
    """The people and structures named in words [first, last): each word of theirs, and whom it may mean."""
    for k in range(first, last):
        person, thing = scan.person_at[k], scan.thing_at[k]
        if person is not None:
            yield k, frozenset(("person", one) for one in person.ids)
        elif thing is not None and thing.structures:
            yield k, frozenset(("structure", one) for one in thing.structures)
