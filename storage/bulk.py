"""How a whole directory or a year of meetings is written at once, with ids chosen by the caller."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.groups import Group
from bot.domain.meetings import Contribution, Meeting
from bot.domain.people import Person, Structure, Visibility
from bot.domain.vocabulary import PlaceWords
from storage import contributions as hours
from storage import meetings, tables
from storage.attendance import ADD as ADD_PRESENCE
from storage.attendance import presence_rows
from storage.decisions import CODE_WITHOUT_GROUP, add_action, take_numbers
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.vocabulary import raise_version

_ADD_DECISION = insert_into(tables.decisions, returning=False)
_CODES = Prepared(sa.select(tables.groups.c.id, tables.groups.c.code).where(own(tables.groups)))


class Bulk:
    """Many rows of one territory in one transaction; `source` says where they come from, `now` when (UTC).

    Each id is the caller's and must be free. Order: structures, people, groups, places, then meetings, then contributions.
    """

    def __init__(self, scope: Scope, *, now: datetime, source: str) -> None:
        self._scope = scope
        self._now, self._source = now, source
        self._touched: set[str] = set()

    def structures(self, structures: Iterable[Structure]) -> None:
        """Structures, as they are."""
        names = ("id", "name", "sigle", "aliases", "commune", "phone", "email", "nature", "neighbourhood")
        stamp = {"source": self._source, "updated_at": self._now}
        self._insert(tables.structures, [{name: getattr(s, name) for name in names} | stamp for s in structures])

    def people(self, people: Iterable[Person]) -> None:
        """People, each with a main mandate made of `structure_id` and `function` when she has either."""
        people = list(people)
        names = ("id", "first_name", "last_name", "civility", "doctor", "phone", "email", "commune", "nature")
        stamp = {"source": self._source, "updated_at": self._now, "visibility": Visibility.TEAM}
        self._insert(tables.people, [{name: getattr(p, name) for name in names} | stamp for p in people])
        self._insert(
            tables.mandates,
            [
                {"person_id": p.id, "structure_id": p.structure_id, "function": p.function, "main": True}
                for p in people
                if p.structure_id or p.function
            ],
        )

    def groups(self, groups: Iterable[Group]) -> None:
        """Groups with their members; a pilot is a member too."""
        groups = list(groups)
        names = ("id", "name", "kind", "code", "axis", "aliases")
        self._insert(tables.groups, [{name: getattr(g, name) for name in names} for g in groups])
        self._insert(
            tables.members,
            [
                {"group_id": g.id, "person_id": person_id, "pilot": person_id in g.pilot_ids}
                for g in groups
                for person_id in dict.fromkeys((*g.pilot_ids, *g.member_ids))
            ],
        )

    def places(self, places: Iterable[PlaceWords]) -> None:
        """Places, as they are."""
        names = ("id", "name", "commune", "aliases")
        self._insert(tables.places, [{name: getattr(p, name) for name in names} for p in places])

    def meetings(self, meetings_: Iterable[Meeting]) -> None:
        """Meetings with attendance, decisions (numbered here, in the given order) and actions; `entry_id` and `became` must be None."""
        all_ = list(meetings_)
        self._insert(tables.meetings, [meetings.row_of(m) | {"id": m.id} for m in all_])
        self._scope.add_all(ADD_PRESENCE, [row for m in all_ for row in presence_rows(m.people, meeting_id=m.id)])
        self._decisions(all_)
        for meeting in all_:
            for place, action in enumerate(meeting.actions):
                add_action(self._scope, action, meeting_id=meeting.id, place=place)

    def contributions(self, contributions: Iterable[Contribution]) -> None:
        """Hours without an entry: there is no ✅ that one could undo."""
        self._scope.add_all(hours.ADD, [hours.row_of(contribution) for contribution in contributions])

    def finish(self) -> None:
        """Raises the vocabulary's version and, on PostgreSQL, sets the sequences behind the ids that were chosen."""
        raise_version(self._scope)
        if self._scope.connection.dialect.name != "postgresql":
            return
        for name in sorted(self._touched - {"members", "mandates"}):
            self._scope.connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")

    def _decisions(self, all_: list[Meeting]) -> None:
        codes = {row.id: row.code for row in self._scope.rows(_CODES)}
        series = [(codes.get(m.group_id, CODE_WITHOUT_GROUP), m.day.year) for m in all_ for _ in m.decisions]
        numbers: dict[tuple[str, int], list[str]] = defaultdict(list)
        for (code, year), how_many in Counter(series).items():
            numbers[code, year] = take_numbers(self._scope, code=code, year=year, how_many=how_many)[::-1]
        decisions = [(m.id, place, d) for m in all_ for place, d in enumerate(m.decisions)]
        self._scope.add_all(
            _ADD_DECISION,
            [
                {"meeting_id": meeting_id, "position": place, "number": numbers[key].pop(), "text": d.text, "status": d.status}
                for key, (meeting_id, place, d) in zip(series, decisions, strict=True)
            ],
        )

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._touched.add(table.name)
            own_rows = [{"territory_id": self._scope.territory_id, **row} for row in rows]
            self._scope.connection.execute(table.insert(), own_rows)
