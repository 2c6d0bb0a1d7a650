"""Builds the groups of the demonstration: their members come from the structures that work on their axis, their pilot is one of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.demonstration.group_table import GROUPS
from bot.demonstration.known_people import CLAIRE, DIABETES_GROUP, INES, KNOWN, LOOK_ALIKES, MARC, TEAM, KnownPerson
from bot.demonstration.structures import PlacedStructure
from bot.domain.communes import Commune
from bot.domain.groups import Group, GroupKind
from bot.domain.people import Person

DIABETES = "GT Diabète"
GROUPS_OF_INES = frozenset({"GT Nutrition", "GT Quartier Prés-Saint-Jean"})
MAIN_TOWN = "Alès"
_SIZES = {
    GroupKind.COPIL: (16, 24),
    GroupKind.COTECH: (9, 14),
    GroupKind.PLENARY: (45, 70),
    GroupKind.COMMISSION: (8, 13),
    GroupKind.PROJECT: (7, 12),
    GroupKind.GT: (8, 16),
}
_NEIGHBOURS = {
    "social centre": 4.0,
    "residents": 5.0,
    "ccas": 3.0,
    "cms": 3.0,
    "town hall": 3.0,
    "health house": 2.0,
    "hospital": 0.2,
    "institution": 0.5,
}
_DECIDERS = {"institution": 6.0, "town hall": 5.0, "hospital": 2.0, "ccas": 2.0, "care network": 3.0}  # who sits in committees, by kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemedGroup:
    """A group with what only the generator needs: the theme of its sentences and the commune where it usually meets."""

    value: Group
    theme: str
    commune: Commune


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    kind: GroupKind
    axis: int | None
    name: str
    code: str
    theme: str
    aliases: tuple[str, ...]
    pilot: str


def build_groups(
    *,
    people: Sequence[Person],
    structures: Sequence[PlacedStructure],
    communes: Sequence[Commune],
    rng: random.Random,
) -> tuple[ThemedGroup, ...]:
    """All groups in the order of the table."""
    casting = _Casting(people, structures, rng)
    by_name = {commune.name: commune for commune in communes}
    made = []
    for number, row in enumerate(_rows(), start=1):
        commune = by_name.get(row.name.removeprefix("GT Santé "), by_name[MAIN_TOWN])
        pilot, members = casting.of_group(row, commune)
        value = Group(
            id=number,
            name=row.name,
            kind=row.kind,
            code=row.code,
            axis=row.axis,
            aliases=row.aliases,
            pilot_ids=(pilot,),
            member_ids=members,
        )
        made.append(ThemedGroup(value=value, theme=row.theme, commune=commune))
    return tuple(made)


def known_id(person: KnownPerson) -> int:
    """The id of a known person: they come first, in the order of their table."""
    return KNOWN.index(person) + 1


def _rows() -> Iterator[_Row]:
    kind, axis = GroupKind.GT, 0
    for line in GROUPS.strip().splitlines():
        if line.startswith("["):
            kind_name, _, number = line.strip("[]").rpartition(" ")
            kind, axis = GroupKind(kind_name), int(number)
            continue
        name, code, theme, aliases, pilot = (cell.strip() for cell in line.split(";"))
        yield _Row(
            kind=kind,
            axis=axis or None,
            name=name,
            code=code,
            theme=theme,
            aliases=tuple(alias.strip() for alias in aliases.split(",") if alias.strip()),
            pilot=pilot,
        )


class _Casting:
    """Chooses who belongs to a group."""

    def __init__(self, people: Sequence[Person], structures: Sequence[PlacedStructure], rng: random.Random) -> None:
        self._rng = rng
        self._structures = structures
        self._by_full_name = {person.full_name: person.id for person in people}
        team = {known_id(known) for known in TEAM}
        self._candidates = [person for person in people if person.id not in team]
        self._zeal = {person.id: rng.choices((0.15, 1.0, 4.0), weights=(5, 4, 1))[0] for person in people}  # some come everywhere
        for known in (*DIABETES_GROUP, *LOOK_ALIKES):
            self._zeal[known_id(known)] = 1.5
        self._pilots = {known_id(MARC), known_id(INES)}  # pilots of other groups, and a contributor who pilots none

    def of_group(self, row: _Row, commune: Commune) -> tuple[int, tuple[int, ...]]:
        """The pilot's id and the ids of all members, the pilot among them."""
        if row.name == DIABETES:
            chosen = [known_id(known) for known in DIABETES_GROUP] + [known_id(CLAIRE)]
        else:
            chosen = self._draw(row, commune, self._rng.randint(*_SIZES[row.kind]))
        if row.name in GROUPS_OF_INES:
            chosen.append(known_id(INES))
        pilot = self._by_full_name[row.pilot] if row.pilot else self._pilot_among(chosen)
        return pilot, tuple(sorted({pilot, *chosen}))

    def _draw(self, row: _Row, commune: Commune, count: int) -> list[int]:
        by_structure = {structure.value.id: _interest(structure, row, commune) for structure in self._structures}
        weights = [
            self._zeal[person.id] * (by_structure[person.structure_id] if person.structure_id else _interest_at_home(person, row, commune))
            for person in self._candidates
        ]
        drawn: dict[int, None] = {}
        seats = Counter[int]()
        for person in self._rng.choices(self._candidates, weights=weights, k=count * 4):
            limit = self._seats_of(person.structure_id, row.kind)
            if person.id not in drawn and seats[person.structure_id or 0] < limit and len(drawn) < count:
                drawn[person.id] = None
                seats[person.structure_id or 0] += 1
        return list(drawn)

    def _seats_of(self, structure_id: int | None, kind: GroupKind) -> int:
        """How many members of a group one structure sends; people without structure all sit for themselves."""
        if structure_id is None or kind is GroupKind.PLENARY:
            return 5
        institution = self._structures[structure_id - 1].kind_name == "institution"
        return 1 if institution and kind is not GroupKind.COPIL else 2

    def _pilot_among(self, chosen: Sequence[int]) -> int:
        """Somebody who works in a structure and pilots no other group, rather one who comes everywhere."""
        free = set(chosen) - self._pilots
        seated = [person for person in self._candidates if person.id in free and person.structure_id is not None and person.function]
        pilot = max(seated, key=lambda person: (self._zeal[person.id], -person.id)).id
        self._pilots.add(pilot)
        return pilot


def _interest(structure: PlacedStructure, row: _Row, commune: Commune) -> float:
    """How much the people of a structure are drawn to a group."""
    if row.theme == "local":
        if structure.value.commune == commune.insee:
            return _NEIGHBOURS.get(structure.kind_name, 1.0)
        return _DECIDERS.get(structure.kind_name, 0.0) / 60
    if row.axis is None:
        return _DECIDERS.get(structure.kind_name, 0.3)
    if row.axis in structure.axes:
        return 1.0
    return _DECIDERS.get(structure.kind_name, 0.0) / 4 if row.kind in (GroupKind.COPIL, GroupKind.PLENARY) else 0.0


def _interest_at_home(person: Person, row: _Row, commune: Commune) -> float:
    """The same for somebody who comes in her own name."""
    return 2.0 if row.theme == "local" and person.commune == commune.insee else 0.02
