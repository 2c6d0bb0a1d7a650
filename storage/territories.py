"""How a territory begins: its name and carrier, its communes and its axes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bot.domain.communes import Commune
from bot.domain.groups import Group
from bot.domain.meetings import Contribution, Meeting
from bot.domain.people import Person, Structure
from bot.domain.territory import Territory
from bot.domain.vocabulary import AxisWords, PlaceWords
from storage import tables
from storage.scope import Scope
from storage.statements import Session, insert_into
from storage.unit_of_work import SqlStore

_ADD = insert_into(tables.territories)
_ADD_COMMUNE = insert_into(tables.communes, returning=False)
_ADD_AXIS = insert_into(tables.axes, returning=False)


def create_territory(
    store: SqlStore,
    *,
    name: str,
    organism: str,
    zone: str,
    communes: Iterable[Commune] = (),
    axes: Iterable[AxisWords] = (),
    since: date | None = None,
) -> Territory:
    """A new territory, without people yet; its axes hold from the day `since`. `zone` is an IANA name."""
    with store.engines.write() as connection:
        made = Session(connection).one(_ADD, name=name, organism=organism, zone=zone, vocabulary_version=1)
        territory = Territory(id=made.id, name=name, organism=organism, zone=zone)
        scope = Scope(connection, territory.id)
        scope.add_all(_ADD_COMMUNE, [{"insee": c.insee, "name": c.name, "epci": c.epci_code} for c in communes])
        scope.add_all(_ADD_AXIS, [{"number": axis.number, "name": axis.name, "since": since} for axis in axes])
    return territory


def load_directory(
    store: SqlStore,
    territory_id: int,
    *,
    structures: Iterable[Structure],
    people: Iterable[Person],
    groups: Iterable[Group],
    places: Iterable[PlaceWords],
    now: datetime,
    source: str,
) -> None:
    """Writes a whole directory in one transaction; ids are the caller's and must be free. `now` is UTC."""
    with store.bulk(territory_id, now=now, source=source) as bulk:
        bulk.structures(structures)
        bulk.people(people)
        bulk.groups(groups)
        bulk.places(places)


def load_history(
    store: SqlStore,
    territory_id: int,
    *,
    meetings: Iterable[Meeting],
    contributions: Iterable[Contribution],
    now: datetime,
    source: str,
) -> None:
    """Writes past and planned meetings with their hours in one transaction; ids are the caller's and must be free. `now` is UTC."""
    with store.bulk(territory_id, now=now, source=source) as bulk:
        bulk.meetings(meetings)
        bulk.contributions(contributions)
