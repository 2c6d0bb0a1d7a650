"""Who is named as not there, or by mistake: « pas d'Élise », « ni l'ARS », « non pardon pas Nadia », « non que Benali »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attendance import AttendanceState
from bot.understanding.person_mentions import PersonMention
from bot.understanding.roll_guests import Item
from bot.understanding.roll_items import item_at
from bot.understanding.roll_setting import RollSetting
from bot.understanding.roll_states import someone_at
from bot.understanding.scan import Scan

_TAKES_BACK = frozenset({"non", "pardon", "euh", "enfin", "ah", "oups", "erreur", "nan"})
_ONLY = frozenset({"que", "qu", "seulement", "juste", "uniquement"})


def denied(scan: Scan, i: int, end: int, setting: RollSetting) -> tuple[Item | None, int] | None:
    """« pas d'Élise », « , pas Isabelle », « ni l'ARS »: whoever is absent, and the word after; None if nobody is denied here."""
    if scan.fold(i) == "ni" and i + 1 < end:
        return _absent_at(scan, i + 1 + (scan.fold(i + 1) in {"la", "le", "l"} and i + 2 < end), end, setting)
    if scan.fold(i) != "pas":
        return None
    named = i + 2 if scan.fold(i + 1) in {"de", "d"} else i + 1 if scan.sign(i - 1) in {",", "(", "mais", "et"} else end
    if named < end and (person := scan.person_at[named]) is not None and _other_namesake(scan, i, person):
        return None, person.last
    return _absent_at(scan, named, end, setting) if named < end and scan.person_at[named] is not None else None


def _other_namesake(scan: Scan, i: int, person: PersonMention) -> bool:
    """Whether « pas Benali » at word i only says which Karim is not meant: « Karim (Haddad, pas Benali) »."""
    before = scan.person_at[i - 2] if i >= 2 and scan.sign(i - 1) in {",", "("} else None
    aside = any(scan.sign(k) == "(" for k in range(max(0, i - 4), i))
    if before is None or not aside or len(person.ids) != 1 or scan.fold(i + 1) in {"de", "d"}:
        return False
    denied = scan.index.people[person.ids[0]]
    known = [scan.index.people[p] for p in before.ids if p != denied.id]
    return any(denied.first_name == p.first_name or denied.last_name == p.last_name for p in known)


def _absent_at(scan: Scan, i: int, end: int, setting: RollSetting) -> tuple[Item, int] | None:
    """Somebody named at word i, absent, and the word after; None if nobody is named there."""
    item = item_at(scan, i, end, setting, in_list=True) if someone_at(scan, i) else None
    if item is None or not item.presence.count:
        return None
    item.presence = replace(item.presence, state=AttendanceState.ABSENT)
    item.said_state = True
    return item, item.last


def taken_off(scan: Scan, i: int, items: list[Item]) -> tuple[None, int] | None:
    """Take off whoever was named by mistake; the word after, None where nothing is taken back at word i.

    « Nadia, non pardon pas Nadia » takes her off, « les 2 Karim, non que Benali » the other Karim, « Lefèvre (et non Lefebvre) » nobody.
    """
    said = scan.fold(i)
    if said not in _TAKES_BACK and said != "et":
        return None
    k = i
    while scan.fold(k) in _TAKES_BACK or scan.sign(k) in {",", "…", "..."}:
        k += 1
    if said == "et":
        person = scan.person_at[i + 2] if scan.fold(i + 1) == "non" and i + 2 < len(scan) else None
        return (None, person.last) if person is not None else None
    person = scan.person_at[k + 1] if k + 1 < len(scan) else None
    if person is None or person.first != k + 1:
        return None
    if scan.fold(k) == "pas" and (told := _named_already(items, person.ids)):
        items[:] = [item for item in items if item not in told]
        return None, person.last
    if scan.fold(k) in _ONLY and (others := _namesakes(items, person)):
        items[:] = [item for item in items if item not in others]
        return None, person.last
    return None


def _named_already(items: Sequence[Item], ids: Sequence[int]) -> list[Item]:
    """Those listed as present who may be meant."""
    told = [item for item in items if item.presence.person_id in ids and item.presence.state is AttendanceState.PRESENT]
    return told if len(told) == 1 else []


def _namesakes(items: Sequence[Item], person: PersonMention) -> list[Item]:
    """Those of « les 2 Karim » who are not the one meant after all."""
    meant = [item for item in items if item.more and _among(item, person)]
    if not meant:
        return []
    first = meant[0].first
    return [item for item in items if item.first == first and item.presence.person_id not in person.ids]


def _among(item: Item, person: PersonMention) -> bool:
    """Whether one of those told by one word is the person named."""
    return any(p.person_id in person.ids for p in (item.presence, *item.more))
