"""Whether the people just counted are named right after: « deux aidants, Mme Vignal et M. Combes », « une interne (Manon Castel) »."""

from __future__ import annotations

from bot.understanding.choosing import structure_beside
from bot.understanding.partner_filters import function_stems
from bot.understanding.person_mentions import title_of
from bot.understanding.roll_deeds import told_state
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.structure_words import told_beside

_SEPARATORS = frozenset({",", "/", "&", "+"})


def named_after(scan: Scan, item: Item, end: int) -> bool:
    """Whether as many names as the item counts stand after it, so that it counts them and nobody else."""
    presence = item.presence
    if presence.person_id is not None or presence.candidates or not presence.count:
        return False
    i = item.last
    while scan.fold(i) in {"invite", "invitee", "invites", "invitees"}:
        i += 1
    sign = scan.sign(i)
    if sign == "(":
        count, last = names_in_a_row(scan, i + 1, end, most=presence.count)
        return count == presence.count and scan.sign(last) == ")"
    if presence.count == 1:
        if _bears(scan, item, i):
            return True
        if sign != "," or scan.fold(item.first) not in {"un", "une", "le", "la", "l"} or not (presence.said or "personne")[:1].islower():
            return False
        if presence.said is None and scan.fold(item.first) not in {"un", "une"}:
            return False  # « la CAF, Jules »
        beside = scan.person_at[i + 1] if i + 1 < end else None
        if beside is not None:  # « la dame de la CAF, Mme Laurent »
            return presence.structure_id is not None and any(scan.index.people[p].structure_id == presence.structure_id for p in beside.ids)
        named = i + 1 + (scan.fold(i + 1) in {"le", "la", "l"} and title_of(scan.words, i + 2) is not None)
        if presence.structure_id is not None or scan.fold(item.first) not in {"un", "une"}:
            last = stranger_at(scan, named, end) or 0
            return last > 0 and (
                last >= end or scan.sign(last) == "." or scan.fold(last) == "qui" or (scan.sign(last) == "," and told_state(scan, last + 1))
            )
        last = stranger_at(scan, named, end) or 0
        beyond = _past_structure(scan, last, end) if last else 0
        return last > 0 and (beyond >= end or not scan.words[beyond].is_word or scan.fold(last) == "qui")
    count, last = names_in_a_row(scan, i + (sign in {":", ","}), end, most=presence.count)
    if count != presence.count or sign == ":":
        return count == presence.count
    begin = i + (sign == ",")
    others = any(scan.sign(k) == "(" or scan.fold(k) in {"de", "du", "d"} for k in range(begin, last))  # with structures of their own
    return (not others or scan.fold(i - 1).startswith("invit")) and _all_strangers(scan, begin, last)


def _bears(scan: Scan, item: Item, i: int) -> bool:
    """Whether somebody of that function is named at word i, without a sign: « l'infirmière du lycée sylvie meunier »."""
    person = scan.person_at[i] if i < len(scan) else None
    article = scan.fold(item.first) in {"le", "la", "l"}
    if person is None or person.first != i or not article or item.first + 1 >= i:
        return False
    stems = function_stems(scan.index, scan.canon(item.first + 1))
    return any(p in scan.index.functions[stem] for stem in stems for p in person.ids)


def names_in_a_row(scan: Scan, i: int, end: int, *, most: int) -> tuple[int, int]:
    """How many names stand one after the other from word i on, no more than one above `most`, and the word after the last."""
    count = 0
    while i < end and count <= most:
        person = scan.person_at[i]
        after = person.last if person is not None else stranger_at(scan, i, end)
        if after is None:
            break
        after = _past_structure(scan, after, end)
        count, last = count + 1, after
        separated = scan.sign(after) in _SEPARATORS or scan.fold(after) == "et"
        if not separated and title_of(scan.words, min(after, len(scan) - 1)) is None:
            return count, last
        i = after + separated
    return count, i - 1 if count and (scan.sign(i - 1) in _SEPARATORS or scan.fold(i - 1) == "et") else i


def _past_structure(scan: Scan, i: int, end: int) -> int:
    """The word after « (PMI) », « de la Mission locale » told right behind a name; i if nothing is."""
    known = structure_beside(scan, i)[1]
    return known if known > i else told_beside(scan, i, end)[1] if scan.sign(i) != "," else i


def _all_strangers(scan: Scan, first: int, last: int) -> bool:
    return all(scan.person_at[k] is None for k in range(first, last))
