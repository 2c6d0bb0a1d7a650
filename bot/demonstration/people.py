"""Builds the people of the demonstration: invented names in the mix of the country around Alès, each in a structure with a function."""

from __future__ import annotations

import random
from collections.abc import Sequence

from bot.demonstration import name_table as names
from bot.demonstration.known_people import KNOWN, RESERVED_LAST_NAMES, STRANGER, KnownPerson
from bot.demonstration.structures import LANDLINES, MOBILES, STRUCTURE_NUMBERS, PlacedStructure
from bot.demonstration.wording import slug
from bot.domain.communes import Commune
from bot.domain.contributions import Nature
from bot.domain.people import Person

PEOPLE = 1_600
RESIDENTS = 70  # inhabitants who come in their own name, in no structure
MAIL_OF_RESIDENTS = "courriel.example"

_WOMEN, _WOMEN_MAGHREB, _WOMEN_WORLD = names.WOMEN.split(), names.WOMEN_MAGHREB.split(), names.WOMEN_WORLD.split()
_MEN, _MEN_MAGHREB, _MEN_WORLD = names.MEN.split(), names.MEN_MAGHREB.split(), names.MEN_WORLD.split()
_LAST_LOCAL, _LAST_FRANCE = names.LAST_LOCAL.split(), names.LAST_FRANCE.split()
_LAST_MAGHREB, _LAST_WORLD = names.LAST_MAGHREB.split(), names.LAST_WORLD.split()


def build_people(*, structures: Sequence[PlacedStructure], communes: Sequence[Commune], rng: random.Random) -> tuple[Person, ...]:
    """All people, those whom stories name first (in the order of `KNOWN`), by id."""
    maker = _PeopleMaker(rng)
    by_name = {structure.value.name: structure for structure in structures}
    for known in KNOWN:
        maker.add_known(known, by_name[known.structure])
    for structure in _seats(structures, PEOPLE - RESIDENTS - len(KNOWN), rng):
        maker.add_professional(structure)
    for commune in rng.choices(communes, weights=[c.population or 1 for c in communes], k=RESIDENTS):
        maker.add_resident(commune)
    return tuple(maker.people)


def _seats(structures: Sequence[PlacedStructure], count: int, rng: random.Random) -> list[PlacedStructure]:
    """Which structure each professional works in: one at least each (the carrier's team is known already), more in the large ones."""
    first = [structure for structure in structures if structure.kind.size > 0]
    more = rng.choices(first, weights=[structure.kind.size for structure in first], k=count - len(first))
    return sorted(first + more, key=lambda structure: structure.value.id)


class _PeopleMaker:
    """Gives ids, phones and mails in order, and never the same full name twice by chance."""

    def __init__(self, rng: random.Random) -> None:
        self.people: list[Person] = []
        self._rng = rng
        self._names = {f"{known.first_name} {known.last_name}" for known in KNOWN} | {STRANGER}
        self._mails: set[str] = set()
        self._mobiles = iter(rng.sample(range(10_000), PEOPLE))
        self._landlines = iter(rng.sample(range(STRUCTURE_NUMBERS, 10_000), PEOPLE))

    def add_known(self, known: KnownPerson, structure: PlacedStructure) -> None:
        self._add(
            first_name=known.first_name,
            last_name=known.last_name,
            civility=known.civility,
            function=known.function,
            doctor=known.doctor,
            structure=structure,
            reachable=True,
        )

    def add_professional(self, structure: PlacedStructure) -> None:
        rng = self._rng
        man = rng.random() < 0.32
        first_name, last_name = self._name(man)
        function = rng.choice(structure.kind.functions)
        masculine, _, feminine = function.partition("|")
        self._add(
            first_name=first_name,
            last_name=last_name,
            civility=("M." if man else "Mme") if rng.random() < 0.96 else None,
            function=(masculine if man else feminine or masculine) if rng.random() < 0.94 else None,
            doctor=masculine.startswith("médecin"),
            structure=structure,
        )

    def add_resident(self, commune: Commune) -> None:
        man = self._rng.random() < 0.4
        first_name, last_name = self._name(man)
        self._add(
            first_name=first_name,
            last_name=last_name,
            civility="M." if man else "Mme",
            function="habitant" if man else "habitante",
            commune=commune.insee,
            nature=Nature.RESIDENT,
        )

    def _add(
        self,
        *,
        first_name: str,
        last_name: str,
        civility: str | None,
        function: str | None,
        doctor: bool = False,
        structure: PlacedStructure | None = None,
        commune: str | None = None,
        nature: Nature | None = None,
        reachable: bool = False,
    ) -> None:
        self.people.append(
            Person(
                id=len(self.people) + 1,
                first_name=first_name,
                last_name=last_name,
                civility=civility,
                doctor=doctor,
                structure_id=structure.value.id if structure else None,
                function=function,
                phone=self._phone(reachable),
                email=self._mail(first_name, last_name, structure.domain if structure else MAIL_OF_RESIDENTS, reachable),
                commune=structure.value.commune if structure else commune,
                nature=nature,
            )
        )

    def _name(self, man: bool) -> tuple[str, str]:
        rng = self._rng
        while True:
            origin = rng.random()
            first_names, last_names = _families(man, origin)
            first_name, last_name = rng.choice(first_names), rng.choice(last_names).replace("_", " ")
            full_name = f"{first_name} {last_name}"
            if full_name not in self._names and last_name not in RESERVED_LAST_NAMES and first_name != last_name:
                self._names.add(full_name)
                return first_name, last_name

    def _phone(self, reachable: bool) -> str | None:
        mobile, landline, draw = next(self._mobiles), next(self._landlines), self._rng.random()
        if reachable or draw < 0.58:
            return f"{MOBILES}{mobile:04d}"
        return f"{LANDLINES}{landline:04d}" if draw < 0.86 else None

    def _mail(self, first_name: str, last_name: str, domain: str, reachable: bool) -> str | None:
        if self._rng.random() > 0.82 and not reachable:
            return None
        local, number = f"{slug(first_name)}.{slug(last_name)}", 1
        mail = f"{local}@{domain}"
        while mail in self._mails:
            number += 1
            mail = f"{local}{number}@{domain}"
        self._mails.add(mail)
        return mail


def _families(man: bool, origin: float) -> tuple[list[str], list[str]]:
    """First and last names to draw from: about half from the Cévennes, a third from all France, the rest from elsewhere."""
    french = _MEN if man else _WOMEN
    if origin < 0.48:
        return french, _LAST_LOCAL
    if origin < 0.80:
        return french, _LAST_FRANCE
    if origin < 0.90:
        return (_MEN_MAGHREB if man else _WOMEN_MAGHREB), _LAST_MAGHREB
    if origin < 0.97:
        return french, _LAST_WORLD
    return (_MEN_WORLD if man else _WOMEN_WORLD), _LAST_WORLD
