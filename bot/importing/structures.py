"""Which sheet each way of writing a structure belongs to: one sheet, its aliases, and the doubts that remain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain.directory import once
from bot.domain.directory_imports import ProposedStructure
from bot.domain.people import Structure
from bot.importing.places import key_of
from bot.importing.signatures import Signature, relation, signature
from bot.importing.words import spaced


@dataclass(slots=True)
class _Sheet:
    """A structure in the making: the ways in which it is written, and the signatures that tell it from others."""

    signatures: list[Signature]
    said: Counter[str] = field(default_factory=Counter)
    known: Structure | None = None


class Structures:
    """The structures of a directory and of a file, told apart."""

    def __init__(self, known: Iterable[Structure], said: Mapping[str, int], *, together: Iterable[tuple[str, ...]] = ()) -> None:
        """`together`: names that the file itself gives to one structure."""
        self._sheets: list[_Sheet] = []
        self._exact: dict[str, int] = {}
        self._unsettled: dict[Signature, list[int]] = {}
        self._of_signature: dict[Signature, int] = {}
        self._by_mark: dict[tuple[str, str], set[int]] = defaultdict(set)
        for structure in known:
            self._know(structure)
        for names in together:
            if not any(spaced(name) in self._exact for name in names):
                self._begin(names, None)
                for name in names:
                    self._sheets[-1].said[name] += 1
        self._attach_all(said)

    def find(self, said: str, *, commune: str | None = None) -> tuple[int, tuple[int, ...]]:
        """The index of the sheet that these words name, and the others that they may name as well.

        `commune` is the name of the person's: it settles « CCAS » where the words alone do not.
        """
        index = self._exact[spaced(said)]
        others = self._unsettled.get(signature(said), [])
        if not others:
            return index, ()
        place = set(key_of(commune or ""))
        here = [other for other in others if place and any(place <= set(s.tokens) for s in self._sheets[other].signatures)]
        return (here[0], ()) if len(here) == 1 else (index, tuple(others))

    def proposed(self) -> tuple[ProposedStructure, ...]:
        """One sheet a structure, in the order of the indexes; those already known keep their name."""
        names = Counter(spaced(said) for sheet in self._sheets for said in sheet.said)
        return tuple(self._propose(sheet, names) for sheet in self._sheets)

    def _propose(self, sheet: _Sheet, names: Counter[str]) -> ProposedStructure:
        said = list(sheet.said)
        if sheet.known is not None:
            known = {spaced(name) for name in (sheet.known.name, sheet.known.sigle or "", *sheet.known.aliases)}
            new = [one for one in said if spaced(one) not in known]
            return ProposedStructure(id=sheet.known.id, name=sheet.known.name, sigle=sheet.known.sigle, aliases=_distinct(new))
        name = max(said, key=_worth)
        aliases = _distinct(one for one in said if spaced(one) != spaced(name))
        sigle = next(
            (one for one in sorted(aliases, key=len) if one.replace(".", "").isupper() and one.replace(".", "").isalpha() and len(one) < 9),
            None,
        )
        return ProposedStructure(name=name, sigle=sigle, aliases=tuple(a for a in aliases if a != sigle))

    def _know(self, structure: Structure) -> None:
        self._begin(once((structure.name, structure.sigle or "", *structure.aliases)), structure)

    def _begin(self, all_names: tuple[str, ...], known: Structure | None) -> None:
        index = len(self._sheets)
        signatures = [signature(name) for name in all_names]
        telling = [one for one in signatures if not one.bare] or signatures[:1]
        self._sheets.append(_Sheet(telling, known=known))
        for name in all_names:
            self._exact.setdefault(spaced(name), index)
        for one in signatures:
            if not one.bare or not one.many:
                self._of_signature.setdefault(one, index)
        self._note(index)

    def _note(self, index: int) -> None:
        for one in self._sheets[index].signatures:
            for mark in one.marks():
                self._by_mark[mark].add(index)

    def _attach_all(self, said: Mapping[str, int]) -> None:
        """The most telling names first, so that the shorter ones find all that they may mean."""
        for one in sorted(said, key=lambda name: (signature(name).richness, len(name)), reverse=True):
            if spaced(one) in self._exact:
                self._sheets[self._exact[spaced(one)]].said[one] += said[one]
                continue
            index = self._attach(signature(one))
            self._sheets[index].said[one] += said[one]
            self._exact[spaced(one)] = index

    def _attach(self, one: Signature) -> int:
        if one in self._of_signature:
            return self._of_signature[one]
        near = self._candidates(one)
        equal = [index for index, extra in near if extra == 0]
        settled = equal if len(equal) == 1 else [index for index, _ in near]
        if len(settled) == 1 and not (one.bare and one.many):
            self._of_signature[one] = settled[0]
            return settled[0]
        index = len(self._sheets)
        self._sheets.append(_Sheet([one]))
        self._of_signature[one] = index
        if settled:
            self._unsettled[one] = settled
        else:
            self._note(index)
        return index

    def _candidates(self, one: Signature) -> list[tuple[int, int]]:
        pool = {index for mark in one.marks(searched=True) for index in self._by_mark.get(mark, ())}
        found: list[tuple[int, int]] = []
        for index in sorted(pool):
            extras = [extra for extra in (relation(one, other) for other in self._sheets[index].signatures) if extra is not None]
            if extras:
                found.append((index, min(extras)))
        return found


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Those names once each, whatever their accents and capitals; the best written stands for the others."""
    best: dict[str, str] = {}
    for name in names:
        key = spaced(name)
        if key not in best or _worth(name) > _worth(best[key]):
            best[key] = name
    return tuple(best.values())


def _worth(name: str) -> int:
    """How fit a way of writing is to be the name of the sheet: whole words, in both cases, with their accents."""
    well_cased = name.upper() != name and name.lower() != name
    return len(name) + 40 * well_cased + 5 * name[:1].isupper() + 3 * sum(not c.isascii() for c in name) - 20 * name.endswith(".")
