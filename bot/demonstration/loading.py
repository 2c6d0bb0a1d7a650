"""Writes a demonstration territory into a database, which it knows only by what it asks of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.demonstration.territory import DemonstrationTerritory
from bot.domain.groups import Group
from bot.domain.meetings import Contribution, Meeting
from bot.domain.people import Person, Structure
from bot.domain.vocabulary import PlaceWords

SOURCE = "démonstration"


class BulkWriter(Protocol):
    """Writes many rows of one territory in one transaction, with the ids that the values bear."""

    def structures(self, structures: Iterable[Structure], /) -> None:
        """Structures."""
        ...

    def people(self, people: Iterable[Person], /) -> None:
        """People with their mandates."""
        ...

    def groups(self, groups: Iterable[Group], /) -> None:
        """Groups with their members and pilots."""
        ...

    def places(self, places: Iterable[PlaceWords], /) -> None:
        """Places."""
        ...

    def meetings(self, meetings: Iterable[Meeting], /) -> None:
        """Meetings with attendance, decisions and actions."""
        ...

    def contributions(self, contributions: Iterable[Contribution], /) -> None:
        """Hours."""
        ...


class BulkStore(Protocol):
    """A database that takes many rows at once."""

    def bulk(self, territory_id: int, *, now: datetime, source: str) -> AbstractContextManager[BulkWriter]:
        """One writing transaction over the rows of that territory."""
        ...


def load(store: BulkStore, demo: DemonstrationTerritory, *, territory_id: int, now: datetime) -> None:
    """Writes all of it in one transaction into a territory that was made with its name, communes and axes. `now` is UTC.

    Ids are those of the values, so the database must hold no such rows yet.
    """
    with store.bulk(territory_id, now=now, source=SOURCE) as bulk:
        bulk.structures(demo.structures)
        bulk.people(demo.people)
        bulk.groups(demo.groups)
        bulk.places(demo.places)
        bulk.meetings(demo.meetings)
        bulk.contributions(demo.contributions)
