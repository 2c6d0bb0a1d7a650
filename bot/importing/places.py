"""Which commune is meant: « St Martin de Valgalgues », « 30100 Alès », « La Gd Combe »; those of the territory win."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bot.communes import all_communes
from bot.domain.communes import Commune
from bot.importing.words import words

_POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")
_LOST_ZERO = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_CEDEX = re.compile(r"\bcedex\b\s*\d{0,2}", re.IGNORECASE)
_DEPARTMENT = re.compile(r"^\s*\(?(\d[\dAB])\)?\s+(?=[^\W\d])|(?<=[^\W\d])[\s,(-]+(\d[\dAB]|97\d)\)?\s*$")  # « Alès (30) »
_DISTRICT = re.compile(r"\b\d{1,2}\s?(?:e|er|eme|ème|ᵉ)\b(?:\s*arr\w*)?", re.IGNORECASE)
_SHORT = {
    "st": "saint",
    "ste": "sainte",
    "sts": "saints",
    "gd": "grand",
    "gde": "grande",
    "mt": "mont",
    "s": "sur",
    "ss": "sous",
    "chat": "chateau",
}
_SMALL = frozenset({"le", "la", "les", "l", "de", "du", "des", "d", "en", "et", "a", "au", "aux", "lez", "sur", "sous"})


@dataclass(frozen=True, slots=True)
class Place:
    """The INSEE code that was meant, or those between which the words leave the choice; neither: unknown words."""

    insee: str | None = None
    candidates: tuple[Commune, ...] = ()


class Places:
    """The communes of France, those of one territory first."""

    def __init__(self, territory: Iterable[str]) -> None:
        own = set(territory)
        self._communes = _france()
        self._own = [commune for commune in self._communes.values() if commune.insee in own]
        self._departments = {commune.insee[:2] for commune in self._own}
        self._near = _by_key(self._own)
        self._read: dict[str, Place] = {}

    def name(self, insee: str) -> str:
        """The official name."""
        return self._communes[insee].name if insee in self._communes else insee

    def postcode(self, insee: str) -> str:
        """Its first postcode."""
        commune = self._communes.get(insee)
        return commune.postcodes[0] if commune and commune.postcodes else ""

    def knows(self, insee: str) -> bool:
        """Whether that code is one of a commune."""
        return insee in self._communes

    def read(self, said: str) -> Place:
        """The commune of a cell."""
        if said not in self._read:
            self._read[said] = self._search(said)
        return self._read[said]

    def _search(self, said: str) -> Place:
        told = _DEPARTMENT.search(said)
        if told is not None and not _CEDEX.search(said):
            there = self._search(_DEPARTMENT.sub(" ", said))
            return self._in_department(there, told[1] or told[2])
        postcode = next(iter(_POSTCODE.findall(said)), None) or next((f"0{four}" for four in _LOST_ZERO.findall(said)), None)
        bare = _DISTRICT.sub(" ", _CEDEX.sub(" ", re.sub(r"\d+", " ", said) if postcode else said))
        key = key_of(bare)
        if not key:
            return self._of_postcode(postcode)
        near = self._near.get(key, [])
        if near and (postcode is None or len(near) == 1):
            return _one_of(near)
        found = near or _everywhere().get(key, [])
        if postcode:
            found = [c for c in found if postcode in c.postcodes] or [c for c in found if c.insee[:2] == postcode[:2]] or found
        if not postcode and not near:
            found = [c for c in found if c.insee[:2] in self._departments] or self._far(found, bare, key)
        if not found:
            return self._almost(key, postcode)
        if len(found) > 1:
            found = [c for c in found if c.insee[:2] in self._departments] or found
        return _one_of(found)

    def _in_department(self, place: Place, department: str) -> Place:
        """The same, those of that department alone when some are."""
        found = [c for c in place.candidates if c.insee.startswith(department)]
        return _one_of(found) if found else place

    def _far(self, found: list[Commune], said: str, key: tuple[str, ...]) -> list[Commune]:
        """Communes far away, only when their whole name was said and no commune of the territory has it as a part of its own."""
        if any(set(key) < set(known) for known in self._near):
            return []
        spelt = [_SHORT.get(word, word) for word in words(said)]
        return [c for c in found if list(words(c.name)) == spelt] if self._own else found

    def _of_postcode(self, postcode: str | None) -> Place:
        if postcode is None:
            return Place()
        own = [commune for commune in self._own if postcode in commune.postcodes]
        return _one_of(own or [commune for commune in self._communes.values() if postcode in commune.postcodes])

    def _almost(self, key: tuple[str, ...], postcode: str | None) -> Place:
        """One or two wrong letters, or a part of the name, among the communes of the territory, then of the postcode."""
        from rapidfuzz import fuzz, process

        pools = [self._near, _by_key([c for c in self._communes.values() if postcode in c.postcodes]) if postcode else {}]
        for pool in pools:
            joined = {" ".join(known): known for known in pool}
            if not joined:
                continue
            close = process.extract(" ".join(key), joined.keys(), scorer=fuzz.ratio, score_cutoff=86, limit=2)
            if close and (len(close) == 1 or close[0][1] - close[1][1] >= 5):
                return _one_of(pool[joined[close[0][0]]])
            parts = [commune for known, communes in pool.items() if len(set(key)) and set(key) < set(known) for commune in communes]
            if parts and any(len(word) > 3 and word not in ("saint", "sainte") for word in key):
                return _one_of(parts)
            if close:
                return Place(candidates=tuple(commune for one in close for commune in pool[joined[one[0]]])[:6])
        return Place()


def key_of(said: str) -> tuple[str, ...]:
    """What tells a commune from another, whatever the spelling: « St-Martin de Valgalgues » → saint martin valgalgues."""
    spelt = [_SHORT.get(word, word) for word in words(said)]
    kept = tuple(word for word in spelt if word not in _SMALL)
    return kept or tuple(spelt)


def _one_of(found: list[Commune]) -> Place:
    if len(found) == 1:
        return Place(insee=found[0].insee)
    return Place(candidates=tuple(sorted(found, key=lambda c: -(c.population or 0))[:6]))


def _by_key(communes: Iterable[Commune]) -> dict[tuple[str, ...], list[Commune]]:
    found: dict[tuple[str, ...], list[Commune]] = defaultdict(list)
    for commune in communes:
        found[key_of(commune.name)].append(commune)
    return dict(found)


@cache
def _france() -> dict[str, Commune]:
    return {commune.insee: commune for commune in all_communes()}


@cache
def _everywhere() -> dict[tuple[str, ...], list[Commune]]:
    return _by_key(_france().values())
