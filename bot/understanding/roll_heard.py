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


def heard(scan: Scan, item: Item, group_id: int | None) -> Item:
    """The item, whoever it names by ear found among those of the house told, else among those of the group; itself if none fits."""
    presence = item.presence
    named = (presence.said or "").split()
    if presence.person_id is not None or presence.candidates or presence.count != 1 or len(named) != 2 or presence.structure_said:
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


def _sounds(person_id: int, first: str, last: str, index: VocabularyIndex) -> bool:
    """Whether both names sound as somebody's, and neither is another name that people bear: « Michèle » is not « Michel »."""
    person = index.people[person_id]
    mine, family = fold(person.first_name), fold(person.last_name)
    another = first in index.first_names or (first in FIRST_NAMES and first.endswith("e") != mine.endswith("e"))
    if first != mine and (another or sound(first) != sound(mine)):
        return False
    return last == family or (last not in index.last_names and sound(last) == sound(family))
