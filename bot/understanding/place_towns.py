"""Which town a place stands in when it is not that of its namesake in the directory: « maison de santé de Bessèges »."""

from __future__ import annotations

from bot.understanding.place_words import ARTICLES
from bot.understanding.scan import Scan
from bot.understanding.things import ThingMention, place_in, same_commune
from bot.understanding.typed_places import Where


def of_another_town(scan: Scan, thing: ThingMention, commune: str | None) -> Where | None:
    """The place of the town told beside it, where that is another than `commune`, the town of the one of the directory."""
    return _behind(scan, thing, commune) or _before(scan, thing, commune)


def _behind(scan: Scan, thing: ThingMention, commune: str | None) -> Where | None:
    """« la médiathèque de Salindres »: as typed, though Alès has one of that name."""
    k = thing.last
    while scan.fold(k) in {"de", "d", "du"}:
        k += 1
    town = scan.thing_at[k] if thing.last < k < len(scan) else None
    if town is None or not town.only_commune or town.commune is None or same_commune(commune, town.commune):
        return None
    return Where(said=scan.slice(thing.first, town.last), commune=town.commune, first=thing.first, last=town.last)


def _before(scan: Scan, thing: ThingMention, commune: str | None) -> Where | None:
    """« à Saint-Ambroix, à la maison de santé »: the one of the town told just before, though another town has one of that name."""
    k = thing.first - 1
    while k > 0 and (scan.fold(k) in ARTICLES | {"a", "au", "dans"} or scan.sign(k) == ","):
        k -= 1
    town = scan.thing_at[k] if k > 0 else None
    if town is None or not town.only_commune or town.commune is None or same_commune(commune, town.commune):
        return None
    place = place_in(scan.fold(thing.first), town.commune, scan.index)
    said = scan.slice(thing.first, thing.last)
    return Where(place_id=place, said=said, commune=town.commune, first=town.first, last=thing.last)
