"""How points that wait for the next agenda of a group are stored and found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa

from bot.domain.meetings import MeetingState
from bot.domain.parked import ParkedPoint
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import Moment

_t, _held = tables.parked_points, tables.meetings
_planned = _held.alias("planned")
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_select = sa.select(*_COLUMNS).where(own(_t))
_UPDATE = _t.c.update_id == sa.bindparam("wanted")
_CANCELLED = sa.exists().where(own(_held), _held.c.id == _t.c.meeting_id, _held.c.state == MeetingState.CANCELLED)
_FREE = sa.or_(_t.c.meeting_id.is_(None), _CANCELLED)  # what a cancelled meeting took waits again
_ADD = insert_into(_t, returning=False)
_OF_UPDATE = Prepared(_select.where(_UPDATE).order_by(_t.c.id))
_WAITING = Prepared(_select.where(_t.c.group_id == sa.bindparam("group"), _t.c.undone_at.is_(None), _FREE).order_by(_t.c.id))
_TAKE_BACK = Prepared(
    sa.update(_t)
    .where(own(_t), _UPDATE, _t.c.undone_at.is_(None), _t.c.meeting_id.is_(None))
    .values(undone_at=sa.bindparam("moment", type_=Moment))
)
_IDS: sa.BindParameter[int] = sa.bindparam("ids", expanding=True)
_TAKE_IN = Prepared(sa.update(_t).where(own(_t), _t.c.id.in_(_IDS)).values(meeting_id=sa.bindparam("meeting", type_=sa.Integer)))
_LET_GO = Prepared(sa.update(_t).where(own(_t), _t.c.meeting_id == sa.bindparam("meeting")).values(meeting_id=None))
_DROP = Prepared(sa.update(_t).where(own(_t), _t.c.id.in_(_IDS)).values(undone_at=sa.bindparam("moment", type_=Moment)))
_LAST_HELD = Prepared(
    sa.select(_held.c.id, _held.c.topics.label("treated"), _planned.c.topics.label("agenda"))
    .select_from(
        _held.outerjoin(
            _planned, sa.and_(_planned.c.territory_id == _held.c.territory_id, _planned.c.became == _held.c.id, _planned.c.id != _held.c.id)
        )
    )
    .where(own(_held), _held.c.group_id == sa.bindparam("group"), _held.c.state == MeetingState.HELD, _held.c.day <= sa.bindparam("day_of"))
    .order_by(_held.c.day.desc(), _held.c.id.desc())
    .limit(1)
)
_TOLD = [sa.select(told.c.text).where(own(told), told.c.meeting_id == sa.bindparam("held")) for told in (tables.decisions, tables.actions)]
_CAME_OUT = Prepared(sa.union_all(*_TOLD))


class SqlParkedPoints:
    """Points that wait, of the groups of one territory."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, points: Sequence[ParkedPoint]) -> None:
        """Keeps what one message put off."""
        self._scope.add_all(_ADD, [{c.name: getattr(one, c.name) for c in _COLUMNS if c.name != "id"} for one in points])

    def of_update(self, update_id: int) -> tuple[ParkedPoint, ...]:
        """What one message put off."""
        return tuple(ParkedPoint(**row._asdict()) for row in self._scope.rows(_OF_UPDATE, wanted=update_id))

    def waiting(self, group_id: int) -> tuple[ParkedPoint, ...]:
        """Those that no agenda of the group took, but that of a meeting cancelled since, oldest first."""
        return tuple(ParkedPoint(**row._asdict()) for row in self._scope.rows(_WAITING, group=group_id))

    def last_agenda(self, group_id: int, *, before: date) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The points that were planned for the last meeting held by that day, those of which it spoke, and what came out of it."""
        row = self._scope.one(_LAST_HELD, group=group_id, day_of=before)
        if row is None:
            return (), (), ()
        return row.agenda or (), row.treated, tuple(one.text for one in self._scope.rows(_CAME_OUT, held=row.id))

    def take_back(self, update_id: int, *, now: datetime) -> None:
        """What that message put off waits no more, unless an agenda took it."""
        self._scope.change(_TAKE_BACK, wanted=update_id, moment=now)

    def drop(self, point_ids: Sequence[int], *, now: datetime) -> None:
        """They are proposed no more."""
        if point_ids:
            self._scope.change(_DROP, ids=list(point_ids), moment=now)

    def take_in(self, point_ids: Sequence[int], meeting_id: int) -> None:
        """Notes that the agenda of that meeting took them."""
        if point_ids:
            self._scope.change(_TAKE_IN, ids=list(point_ids), meeting=meeting_id)

    def let_go(self, meeting_id: int) -> None:
        """What the agenda of that meeting took waits again."""
        self._scope.change(_LET_GO, meeting=meeting_id)
