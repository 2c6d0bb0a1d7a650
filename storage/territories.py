"""How a territory begins: its name and carrier, its communes and its axes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.domain.communes import Commune
from bot.domain.territory import Territory
from bot.domain.vocabulary import AxisWords
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
