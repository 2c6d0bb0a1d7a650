"""Builds the demonstration territory at the reference scale: the same seed and the same day always give the same values."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from bot.communes import communes_of_epci
from bot.demonstration.axes import AXES
from bot.demonstration.contributions import build_contributions
from bot.demonstration.groups import build_groups, known_id
from bot.demonstration.known_people import CLAIRE, INES, MARC, STRANGER
from bot.demonstration.meetings import build_meetings
from bot.demonstration.people import build_people
from bot.demonstration.places import build_places
from bot.demonstration.schedule import build_schedule
from bot.demonstration.structures import build_structures
from bot.domain.communes import Commune
from bot.domain.groups import Group
from bot.domain.meetings import Contribution, Meeting
from bot.domain.people import Person, Structure
from bot.domain.permissions import Role
from bot.domain.vocabulary import AxisWords, PlaceWords

EPCIS = ("200066918", "200035129")  # CA Alès Agglomération, CC de Cèze Cévennes
SEED = 30_100
NAME = "Contrat local de santé Alès Cévennes (démonstration)"
ORGANISM = "Association Le Chaînon santé"
ZONE = "Europe/Paris"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who talks to the bot in the trial; the stranger has neither role nor sheet."""

    name: str
    role: Role | None
    person_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemonstrationTerritory:
    """All the values of the demonstration. Ids count from 1 in each kind and stand in order; they only tie these values together.

    The commune of a person or structure is an Insee code; that of a place, meeting or contribution is a name, as said.
    Held meetings lie in the 365 days before `until` (that day left out), planned ones in the 61 days after it.
    """

    name: str
    organism: str
    zone: str
    until: date
    communes: tuple[Commune, ...]
    axes: tuple[AxisWords, ...]
    places: tuple[PlaceWords, ...]
    structures: tuple[Structure, ...]
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    meetings: tuple[Meeting, ...]
    contributions: tuple[Contribution, ...]
    speakers: tuple[Speaker, ...]


def build(until: date, seed: int = SEED) -> DemonstrationTerritory:
    """The territory as it stands on the morning of `until`."""
    rng = random.Random(seed)
    communes = tuple(commune for code in EPCIS for commune in communes_of_epci(code))
    insee = {commune.name: commune.insee for commune in communes}
    placed = build_structures(insee=insee, rng=rng)
    structures = tuple(structure.value for structure in placed)
    people = build_people(structures=placed, communes=communes, rng=rng)
    groups = build_groups(people=people, structures=placed, communes=communes, rng=rng)
    places = build_places()
    slots = build_schedule(groups=groups, places=places, communes=communes, until=until, rng=rng)
    meetings = build_meetings(slots=slots, people=people, communes=communes, until=until, rng=rng)
    contributions = build_contributions(
        meetings=meetings, groups=groups, people=people, structures=structures, communes=communes, until=until, rng=rng
    )
    return DemonstrationTerritory(
        name=NAME,
        organism=ORGANISM,
        zone=ZONE,
        until=until,
        communes=communes,
        axes=AXES,
        places=places,
        structures=structures,
        people=people,
        groups=tuple(group.value for group in groups),
        meetings=meetings,
        contributions=contributions,
        speakers=_speakers(),
    )


def _speakers() -> tuple[Speaker, ...]:
    known = ((CLAIRE, Role.COORDINATOR), (MARC, Role.PILOT), (INES, Role.CONTRIBUTOR))
    with_sheet = [Speaker(name=f"{person.first_name} {person.last_name}", role=role, person_id=known_id(person)) for person, role in known]
    return (*with_sheet, Speaker(name=STRANGER, role=None, person_id=None))
