"""How series of meetings are stored, and which of them have meetings still to be planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import sqlalchemy as sa

from bot.domain.series import Occurrence, Series, SeriesPart
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into

_t = tables.series
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_WANTED = _t.c.id == sa.bindparam("wanted")
_ADD = insert_into(_t)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _WANTED))
_occurrences = tables.occurrences
_PLANNED = insert_into(_occurrences, returning=False)
_OF_MEETING = Prepared(
    sa.select(*[_occurrences.c[name] for name in ("series_id", "day", "meeting_id")]).where(
        own(_occurrences), _occurrences.c.meeting_id == sa.bindparam("wanted")
    )
)
_SAVE = {
    part: Prepared(sa.update(_t).where(own(_t), _WANTED).values({part: sa.bindparam("new", type_=_t.c[part].type)}))
    for part in get_args(SeriesPart)
}
_EXTEND = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.ended_on.is_(None), _t.c.planned_to == sa.bindparam("seen", type_=sa.Date))
    .values(planned_to=sa.bindparam("to_day", type_=sa.Date))
)
_TO_EXTEND = Prepared(
    sa.select(_t.c.territory_id, _t.c.id)
    .where(_t.c.ended_on.is_(None), _t.c.planned_to < sa.bindparam("before", type_=sa.Date))
    .order_by(_t.c.planned_to, _t.c.id)
    .limit(100)
)


class SqlSeries:
    """Series of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, series: Series) -> Series:
        """A new one (its `id` is ignored)."""
        values = {column.name: getattr(series, column.name) for column in _COLUMNS if column.name != "id"}
        return replace(series, id=self._scope.add(_ADD, **values))

    def get(self, series_id: int) -> Series | None:
        """A series of this territory."""
        row: Any = self._scope.one(_GET, wanted=series_id)
        return None if row is None else Series(**row._asdict())

    def save(self, series: Series, part: SeriesPart) -> None:
        """Writes that part of it, and nothing else: the rest may be newer than what was read."""
        self._scope.change(_SAVE[part], wanted=series.id, new=getattr(series, part))

    def extended(self, series: Series, *, to: date) -> Series | None:
        """Notes that it is planned up to that day, as it stands now; None when it has ended, or is extended already."""
        done = self._scope.change(_EXTEND, wanted=series.id, seen=series.planned_to, to_day=to)
        return self.get(series.id) if done else None

    def planned(self, occurrence: Occurrence) -> None:
        """Notes that this meeting is one of that series; the database refuses a second one of the same day."""
        self._scope.add_all(_PLANNED, [{"series_id": occurrence.series_id, "day": occurrence.day, "meeting_id": occurrence.meeting_id}])

    def of_meeting(self, meeting_id: int) -> Occurrence | None:
        """Of which series a meeting is, if it is of one."""
        row: Any = self._scope.one(_OF_MEETING, wanted=meeting_id)
        return None if row is None else Occurrence(**row._asdict())


def series_to_extend(session: Session, *, before: date) -> tuple[tuple[int, int], ...]:
    """See `bot.ports.Store.series_to_extend`."""
    return tuple((row.territory_id, row.id) for row in session.rows(_TO_EXTEND, before=before))
