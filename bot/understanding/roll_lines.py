"""Which lines below others that name people tell somebody without a name: « - AS de secteur », « - EPTB : une technicienne »."""

from __future__ import annotations

from bot.domain.attendance import Presence
from bot.understanding.callings import is_calling
from bot.understanding.counted_structures import counted_structure
from bot.understanding.counts import everyone_noun, number_value, staff_noun
from bot.understanding.partner_choices import synonym_at
from bot.understanding.partner_filters import function_stems
from bot.understanding.person_mentions import title_of
from bot.understanding.roll_guests import Item
from bot.understanding.roll_roles import bare_role
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at
from bot.understanding.words import LINKS

_LONGEST = 7  # words


def line_of_people(scan: Scan, first: int, last: int, setting: RollSetting) -> list[Item] | None:
    """The people of a line that is but what somebody is, with how many there were; None if it tells anything else."""
    colon = next((k for k in range(first, min(last, first + 5)) if scan.sign(k) == ":"), None)
    begin = colon + 1 if colon is not None and _unknown_house(scan, first, colon) else first
    if begin >= last or last - begin > _LONGEST or not _plain(scan, begin, last):
        return None
    items: list[Item] = []
    i = begin
    while i < last:
        end = next((k for k in range(i, last) if scan.sign(k) in {",", "+"} or scan.fold(k) == "et"), last)
        item = _somebody(scan, i, end, setting)
        if item is None:
            return None
        items.append(item)
        i = end + 1
    return items


def _unknown_house(scan: Scan, first: int, colon: int) -> bool:
    """Whether words before a colon name a structure that the directory does not know: « EPTB Gardons : »."""
    return (
        first < colon
        and scan.words[first].is_capital
        and all(scan.words[k].is_word and scan.thing_at[k] is None for k in range(first, colon))
    )


def _plain(scan: Scan, first: int, last: int) -> bool:
    """Whether nothing in those words is a time, a name, a verb, or a sign but that of a list."""
    for k in range(first, last):
        if scan.time_at[k] is not None or scan.person_at[k] is not None or scan.group_at[k] is not None:
            return False
        if not (scan.words[k].is_word or scan.words[k].is_number or scan.sign(k) in {",", "+", "'", "-", "(", ")", "."}):
            return False
        deed = deed_at(scan.words, k) if k > first and scan.words[k].is_word and not scan.words[k].is_capital else None
        if deed is not None and deed[1] == k and deed[0] is Deed.WILL:
            return False
    return True


def _somebody(scan: Scan, i: int, end: int, setting: RollSetting) -> Item | None:
    role = bare_role(scan, i, end, setting)
    if role is not None and role.last == end:
        return role
    title = title_of(scan.words, i)
    if title is not None:
        i += 1 + (scan.sign(i + 1) == ".")
        if scan.fold(i) not in {"le", "la", "l"}:
            return None
    number = number_value(scan, i)
    count, noun = (number[0], number[2]) if number is not None else (1, i)
    if number is not None and everyone_noun(scan, noun) == end:
        return None  # « - 11 pers »: how many there were in all
    articled = scan.fold(noun) in {"un", "une", "le", "la", "l"}
    noun += articled
    if noun >= end or not 1 <= count <= 60 or not scan.words[noun].is_word or scan.thing_at[noun] is not None:
        return None
    bearing = synonym_at(scan, noun) is not None or (len(scan.fold(noun)) >= 5 and bool(function_stems(scan.index, scan.canon(noun))))
    people = is_calling(scan.fold(noun)) or staff_noun(scan, noun) is not None
    if not (bearing or (people and (articled or number is not None))) or scan.fold(noun) in LINKS:
        return None
    structure = counted_structure(scan, noun, end)
    thing = scan.thing_at[structure] if structure is not None else None
    if thing is not None and len(thing.structures) == 1 and staff_noun(scan, noun) is not None:
        return Item(i, end, Presence(structure_id=thing.structures[0], count=count))
    ids = thing.structures if thing is not None else ()
    return Item(i, end, Presence(said=scan.slice(noun, end), count=count, structure_id=ids[0] if len(ids) == 1 else None))
