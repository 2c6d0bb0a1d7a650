"""Who of the directory a name typed by ear is, where the house told beside or the group decides: « Celine Loran (caf) »."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.french.sounds import sound
from bot.understanding.index import VocabularyIndex
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan
from bot.understanding.strangers import FIRST_NAMES
from bot.understanding.tokens import fold

_SHORTEST = 4  # letters of a first name typed alone


def heard(scan: Scan, item: Item, group_id: int | None) -> Item:
    """The item, whoever it names by ear found among those of the house told, else among those of the group; itself if none fits."""
    presence = item.presence
    named = (presence.said or "").split()
    if presence.person_id is not None or presence.candidates or presence.count != 1 or presence.structure_said:
        return item
    if len(named) == 1:
        return _alone(scan, item, fold(named[0]), group_id)
    if len(named) != 2:
        return item
    index = scan.index
    if presence.structure_id is not None:
        pool: Iterable[int] = index.people_of_structure.get(presence.structure_id, ())
    else:
        group = index.groups.get(group_id) if group_id is not None else None
        pool = {*group.member_ids, *group.pilot_ids} if group is not None else ()
    first, last = fold(named[0]), fold(named[1])
    if last in index.last_names and first in index.first_names:
        return item
    ids = [p for p in pool if p != scan.hearing.author_id and _sounds(p, first, last, index)]
    if len(ids) != 1:
        return item
    return replace(item, presence=replace(presence, person_id=ids[0], structure_id=None), heard=True)


def _alone(scan: Scan, item: Item, said: str, group_id: int | None) -> Item:
    """The item of « Medi » alone, the one of the group whose first name sounds so, if no structure was told and no other name is it."""
    group = scan.index.groups.get(group_id) if group_id is not None and item.presence.structure_id is None else None
    if group is None or len(said) < _SHORTEST or said in scan.index.words:
        return item
    names = {p: fold(scan.index.people[p].first_name) for p in {*group.member_ids, *group.pilot_ids}}
    ids = [p for p, mine in names.items() if sound(mine) == sound(said) and not _another(said, mine)]
    if len(ids) != 1 or ids[0] == scan.hearing.author_id or scan.sign(item.first).isupper():
        return item
    return replace(item, presence=replace(item.presence, person_id=ids[0]), heard=True)


def _another(said: str, mine: str) -> bool:
    """Whether a first name that sounds as somebody's is another all the same: « Michèle » is not « Michel »."""
    return said in FIRST_NAMES and said.endswith("e") != mine.endswith("e")


def _sounds(person_id: int, first: str, last: str, index: VocabularyIndex) -> bool:
    """Whether both names sound as somebody's, and neither is another name that people bear: « Michèle » is not « Michel »."""
    person = index.people[person_id]
    mine, family = fold(person.first_name), fold(person.last_name)
    if first != mine and (first in index.first_names or _another(first, mine) or sound(first) != sound(mine)):
        return False
    return last == family or (last not in index.last_names and sound(last) == sound(family))
