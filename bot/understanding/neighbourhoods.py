"""Whether a message tells the territory's QPV, or in which one a structure or a place is: every word before the name is known."""

from __future__ import annotations

import re

from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.requests import ChangeSheet
from bot.domain.sheet_changes import Meant, SheetChange, SheetDeed
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.point_lists import points_told
from bot.understanding.scan import Scan
from bot.understanding.things import ThingMention, same_commune

_LEXICON = table("neighbourhoods")
_NOUN = PhraseTable(_LEXICON["nouns"])
_LIST, _OF = words_of("neighbourhoods", "list"), words_of("neighbourhoods", "of")
_ADD, _REMOVE = frozenset(_LEXICON["list"]["add"].split()), frozenset(_LEXICON["list"]["remove"].split())
_NOT = frozenset(_LEXICON["of"]["not"].split())
_AFTER = words_of("neighbourhoods", "after")
_CODE = re.compile(r"\bQ[NP] ?\d{5,6}[A-Z]?\b", re.IGNORECASE)
_ITEM = re.compile(r"(?:\([^()]*\)|[^,;\n])+")
_BESIDE = re.compile(r"\(([^()]*)\)")
_AT = re.compile(r"^(?P<name>.*\S)\s+(?:à|a)\s+(?P<commune>\S.*)$", re.IGNORECASE)
_LONGEST, _LONGEST_NAME, _MOST = 2000, 80, 60


def read_neighbourhood(scan: Scan) -> ChangeSheet | None:
    """What the whole message says of QPV; None if it asks, or as soon as one word before the name says anything else."""
    if len(scan.text) > _LONGEST or "?" in scan.text:
        return None
    noun = _NOUN.first(scan.words)
    if noun is None:
        return None
    change = _list(scan, noun) or _of(scan, noun)
    return ChangeSheet(change=change) if change is not None else None


def _list(scan: Scan, noun: Found) -> SheetChange | None:
    """« QPV : Cévennes (Alès, QN03001M), Prés-Saint-Jean », « ajoute le QPV Cévennes », « retire le QPV Cévennes »."""
    before = [scan.fold(i) for i in range(noun.first) if scan.words[i].is_word or scan.words[i].is_number]
    if not set(before) <= _LIST | _ADD | _REMOVE:
        return None
    colon = scan.sign(noun.last) == ":"
    removes = bool(_REMOVE & set(before))
    if not colon and not removes and not _ADD & set(before):
        return None
    items = (point for item in _ITEM.findall(_rest(scan, noun.last + colon)) for point in points_told(item))
    told = tuple(one for item in items if (one := _one(scan, item)) is not None)
    if not told or len(told) > _MOST or (removes and colon):
        return None
    return SheetChange(deed=SheetDeed.NEIGHBOURHOODS, neighbourhoods=told, outside=removes)


def _of(scan: Scan, noun: Found) -> SheetChange | None:
    """« le centre social est dans le QPV Cévennes », « la salle Rimbaud n'est plus dans un QPV »."""
    thing: ThingMention | None = None
    words: set[str] = set()
    i = 0
    while i < noun.first:
        met = scan.thing_at[i]
        if met is not None and met.first == i and not met.only_commune:
            if thing is not None:
                return None
            thing, i = met, met.last
            continue
        if scan.words[i].is_word or scan.words[i].is_number:
            words.add(scan.fold(i))
        i += 1
    outside = bool(words & _NOT)
    one = _one(scan, _rest(scan, noun.last))
    if thing is None or not words <= _OF | _NOT or (one is None and not outside):
        return None
    told = (one,) if one is not None and not outside else ()
    if thing.structures:
        alone = thing.structures[0] if len(thing.structures) == 1 else None
        where = Meant(said=thing.said, ids=thing.structures, id=alone)
        return SheetChange(deed=SheetDeed.STRUCTURE, where=where, neighbourhoods=told, outside=outside)
    if len(thing.places) != 1:
        return None
    place = Meant(said=thing.said, ids=thing.places, id=thing.places[0])
    return SheetChange(deed=SheetDeed.PLACE, place=place, neighbourhoods=told, outside=outside)


def _rest(scan: Scan, start: int) -> str:
    """The words from there on as typed, polite ones at the end left out."""
    end = len(scan)
    while end > start and (scan.fold(end - 1) in _AFTER or not _holds(scan, end - 1)):
        end -= 1
    return scan.text[scan.words[start].start : scan.words[end - 1].end] if end > start else ""


def _holds(scan: Scan, i: int) -> bool:
    """Whether word i may end a name: « (Alès) » does, a full stop does not."""
    return scan.words[i].is_word or scan.words[i].is_number or scan.sign(i) == ")"


def _one(scan: Scan, said: str) -> Neighbourhood | None:
    """« Prés-Saint-Jean (Alès, QN03001M) », « Cévennes à Alès QN03002M »."""
    code = _CODE.search(said)
    rest = _CODE.sub(" ", said)
    beside = _BESIDE.search(rest)
    commune = beside[1].strip(" ,;–-") if beside else ""
    name = _BESIDE.sub(" ", rest)
    known = _AT.match(" ".join(name.split()).strip(" ,;:–-."))
    if known and not commune and _commune(scan, known["commune"]):
        name, commune = known["name"], known["commune"]
    name = " ".join(name.split()).strip(' ,;:–-.«»"')
    if not name or len(name) > _LONGEST_NAME or not any(sign.isalpha() for sign in name):
        return None
    return Neighbourhood(
        name=name[:1].upper() + name[1:],
        commune=_commune(scan, commune) or commune or None,
        code=spaced(code[0]).replace(" ", "").upper() if code else None,
    )


def _commune(scan: Scan, said: str) -> str | None:
    """The commune of the territory that these words name."""
    return next((one for one in scan.index.vocabulary.communes if said and same_commune(one, said)), None)
