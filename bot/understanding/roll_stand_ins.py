"""Who stands for somebody in a list: « M. Fabre, représenté par M. Saïdi », « la PMI représentée par Mme Roux »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.callings import called
from bot.understanding.choosing import ARTICLES
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.roll_guests import Item
from bot.understanding.roll_items import item_at
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at


def stand_in(scan: Scan, first: int, end: int, setting: RollSetting, items: list[Item]) -> int | None:
    """Put whoever is told from word `first` on in the place of the last of the items; the word after, None if nobody is told.

    A person replaced stays on the list as represented, the other was there; a house is there through them.
    """
    begin = _past_relation(scan, first, items)
    past = past_someone(scan, begin, end)
    if not items or past <= begin:
        return None
    item = items[-1]
    instead = item_at(scan, begin, end, setting, in_list=True)
    if instead is None and scan.fold(begin) in ARTICLES and stranger_at(scan, begin + 1, end) == past:
        instead = Item(begin, past, Presence(said=scan.slice(begin + 1, past)))  # « par le Dr Costa »
    if instead is None and scan.fold(begin) in {"un", "une", "son", "sa"} and stranger_at(scan, begin + 1, end) is None:
        instead = Item(begin, past, Presence(said=scan.slice(begin + 1, past)))
    one = scan.fold(begin) in {"un", "une", "son", "sa"}
    if instead is not None and (not instead.presence.count or (instead.presence.structure_id is not None and not one)):
        instead = None
    told = item.presence
    house = told.person_id is None and (told.structure_id is not None or (told.said or "").isupper())
    if instead is not None and house and instead.presence.person_id is None:
        said = None if told.structure_id is not None else told.said
        instead.presence = replace(instead.presence, structure_id=told.structure_id, structure_said=said)
    if instead is not None and house and not item.said_state:
        items.pop()
    else:
        item.presence = replace(told, state=AttendanceState.REPRESENTED, represented_by=scan.slice(first, past))
        item.said_state = True
    if instead is None:
        return past
    instead.said_state = True
    items.append(instead)
    return max(past, instead.last)


def past_someone(scan: Scan, i: int, end: int) -> int:
    """The word after whoever is named at word i, over an article; i if nobody is."""
    j = i + 1 if scan.fold(i) in ARTICLES else i
    person, thing = scan.person_at[j], scan.thing_at[j]
    if person is not None:
        return person.last
    if thing is not None and thing.structures:
        return thing.last
    known = stranger_at(scan, j, end)
    if known is None and scan.fold(i) in {"un", "une", "son", "sa"} and j < end and called(scan, i + 1, i + 2):
        return noun_phrase(scan, i + 1, end)  # « représenté par une cadre de nuit »
    return known or i


def _past_relation(scan: Scan, i: int, items: list[Item]) -> int:
    """The word after « sa collègue », « son adjointe » at word i, if somebody's name follows; i elsewhere.

    « Bouzid remplacé par son interne, Aurélie »: she works elsewhere, so the list goes on with her.
    """
    if scan.fold(i) not in {"son", "sa", "leur", "notre", "une", "un"} or i + 2 >= len(scan):
        return i
    apart = scan.sign(i + 2) == ","
    named = i + 2 + apart
    person = scan.person_at[named] if named < len(scan) else None
    if person is None:
        return named if stranger_at(scan, named, len(scan)) is not None else i
    replaced = items[-1].presence.person_id if items else None
    theirs = {scan.index.people[p].structure_id for p in person.ids}
    return i if apart and replaced is not None and scan.index.people[replaced].structure_id not in theirs else named
