"""A small territory to tell stories in: Claire coordinates, Marc pilots the GT Diabète, Inès contributes; everybody is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.contributions import Nature
from bot.domain.directory_imports import FROM_FILE
from bot.domain.groups import Group, GroupKind
from bot.domain.people import Person, Structure
from bot.domain.permissions import Role
from bot.domain.territory import Territory
from bot.domain.vocabulary import AxisWords, PlaceWords
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 11, 17, 30, tzinfo=UTC)  # a Wednesday, 18:30 in Alès

STRUCTURES = (
    Structure(id=1, name="Association Le Chaînon santé", aliases=("Le Chaînon",), commune="30007", nature=Nature.TEAM),
    Structure(id=2, name="CCAS d’Alès", sigle="CCAS", aliases=("CCAS Alès",), commune="30007", nature=Nature.EMPLOYER_TIME),
    Structure(id=3, name="Mission locale d’Alès", aliases=("Mission locale",), commune="30007", nature=Nature.EMPLOYER_TIME),
    Structure(id=4, name="PMI d’Alès", sigle="PMI", aliases=("PMI",), commune="30007", nature=Nature.EMPLOYER_TIME),
    Structure(id=5, name="CAF du Gard", sigle="CAF", aliases=("CAF",), commune="30007", phone="+33465710001", nature=Nature.EMPLOYER_TIME),
    Structure(id=6, name="Association Diabète ensemble", aliases=("Diabète ensemble",), commune="30007", nature=Nature.VOLUNTEER),
    Structure(id=7, name="CPAM du Gard", sigle="CPAM", aliases=("CPAM",), commune="30007", nature=Nature.EMPLOYER_TIME),
)
PEOPLE = (
    Person(id=1, first_name="Claire", last_name="Fontaine", civility="Mme", structure_id=1, function="Coordinatrice CLS"),
    Person(id=2, first_name="Marc", last_name="Roussel", civility="M.", structure_id=6, function="Président"),
    Person(id=3, first_name="Inès", last_name="Colin", civility="Mme", structure_id=6, function="Bénévole"),
    Person(id=4, first_name="Sophie", last_name="Martin", civility="Mme", structure_id=2, function="Directrice"),
    Person(
        id=5,
        first_name="Karim",
        last_name="Benali",
        civility="M.",
        structure_id=3,
        function="Conseiller",
        phone="+33639980102",
        email="karim.benali@mission.example",
        commune="30132",
    ),
    Person(id=6, first_name="Nathalie", last_name="Roux", civility="Mme", structure_id=4, function="Puéricultrice"),
    Person(id=7, first_name="Michel", last_name="Durand", civility="M.", structure_id=7, function="Chargé de mission"),
    Person(id=8, first_name="Élise", last_name="Durant", civility="Mme", structure_id=5, function="Conseillère"),
    Person(
        id=9,
        first_name="Paul",
        last_name="Mercier",
        civility="M.",
        doctor=True,
        function="Médecin généraliste",
        nature=Nature.NOT_INDEMNIFIED,
    ),
)
GROUPS = (
    Group(
        id=1,
        name="GT Diabète",
        kind=GroupKind.GT,
        code="GTD",
        axis=9,
        aliases=("groupe diabète",),
        pilot_ids=(2,),
        member_ids=(1, 2, 4, 5, 6, 9),
    ),
    Group(id=2, name="GT Nutrition", kind=GroupKind.GT, code="GTN", axis=7, aliases=("gt nutri",), member_ids=(1, 3, 4, 8)),
    Group(id=3, name="Copil CLS", kind=GroupKind.COPIL, code="CLS", member_ids=(1, 2, 4, 7)),
    Group(id=4, name="Copil ASV", kind=GroupKind.COPIL, code="ASV", member_ids=(1, 4)),
    Group(id=5, name="GT Santé mentale", kind=GroupKind.GT, code="GTSM", axis=10, aliases=("gt SM",), member_ids=(1, 5, 7)),
)
PLACES = (
    PlaceWords(id=1, name="Maison de la santé", commune="Alès", aliases=("maison santé",)),
    PlaceWords(id=2, name="Mairie d’Anduze", commune="Anduze", aliases=("mairie anduze",)),
)
AXES = (
    AxisWords(number=7, name="Obésité infantile, nutrition"),
    AxisWords(number=9, name="Diabète"),
    AxisWords(number=10, name="Santé mentale"),
)


@dataclass(frozen=True, slots=True)
class Doors:
    """A territory and the invitation codes of its first speakers."""

    territory: Territory
    claire: str
    marc: str
    ines: str


def small_territory(store: SqlStore, *, now: datetime = NOW) -> Doors:
    """The territory with its directory, and three people who have not joined yet."""
    from bot.communes import communes_of_epci

    communes = communes_of_epci("200066918")
    territory = create_territory(
        store, name="CLS du bassin alésien", organism="Association Le Chaînon santé", zone="Europe/Paris", communes=communes, axes=AXES
    )
    with store.bulk(territory.id, now=now, source=f"{FROM_FILE}annuaire.csv") as bulk:
        bulk.structures(STRUCTURES)
        bulk.people(PEOPLE)
        bulk.groups(GROUPS)
        bulk.places(PLACES)
    return Doors(
        territory,
        invite(store, territory, person_id=1, role=Role.COORDINATOR, now=now),
        invite(store, territory, person_id=2, role=Role.PILOT, now=now),
        invite(store, territory, person_id=3, role=Role.CONTRIBUTOR, now=now),
    )


def invite(store: SqlStore, territory: Territory, *, person_id: int, role: Role, now: datetime = NOW) -> str:
    """A code for somebody of the directory."""
    from bot.wiring import first_invitation

    name = next(person.full_name for person in PEOPLE if person.id == person_id)
    return first_invitation(store, territory.id, name=name, role=role, now=now, person_id=person_id)
