"""How it is stored what is to be seen to before planned meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.domain.checklist import Thing
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import Moment

_t = tables.checklist
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_MEETING = _t.c.meeting_id == sa.bindparam("meeting")
_UPDATE = _t.c.update_id == sa.bindparam("wanted")
_select = sa.select(*_COLUMNS).where(own(_t), _MEETING).order_by(_t.c.id)
_ADD = insert_into(_t, returning=False)
_OF_MEETING = Prepared(_select.where(_t.c.undone_at.is_(None)))
_OF_UPDATE = Prepared(_select.where(_UPDATE))
_TICK = Prepared(
    sa.update(_t)
    .where(own(_t), _MEETING, _t.c.id == sa.bindparam("wanted"), _t.c.undone_at.is_(None))
    .values(done=sa.bindparam("is_done", type_=sa.Boolean))
)
_DROP = Prepared(
    sa.update(_t)
    .where(own(_t), _MEETING, _t.c.id == sa.bindparam("wanted"), _t.c.undone_at.is_(None))
    .values(undone_at=sa.bindparam("moment", type_=Moment))
)
_TAKE_BACK = Prepared(
    sa.update(_t).where(own(_t), _MEETING, _UPDATE, _t.c.undone_at.is_(None)).values(undone_at=sa.bindparam("moment", type_=Moment))
)


class SqlChecklist:
    """What is to be seen to, of the meetings of one territory."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, things: Sequence[Thing]) -> None:
        """Keeps what one message told."""
        self._scope.add_all(_ADD, [{c.name: getattr(one, c.name) for c in _COLUMNS if c.name != "id"} for one in things])

    def of_meeting(self, meeting_id: int) -> tuple[Thing, ...]:
        """The list of a meeting, in the order in which it was told."""
        return tuple(Thing(**row._asdict()) for row in self._scope.rows(_OF_MEETING, meeting=meeting_id))

    def of_update(self, meeting_id: int, update_id: int) -> tuple[Thing, ...]:
        """What one message told, taken back or not."""
        return tuple(Thing(**row._asdict()) for row in self._scope.rows(_OF_UPDATE, meeting=meeting_id, wanted=update_id))

    def tick(self, meeting_id: int, thing_id: int, *, done: bool) -> bool:
        """Notes whether it is seen to; False when it is not on the list."""
        return self._scope.change(_TICK, meeting=meeting_id, wanted=thing_id, is_done=done) == 1

    def drop(self, meeting_id: int, thing_id: int, *, now: datetime) -> None:
        """Takes one of them off the list."""
        self._scope.change(_DROP, meeting=meeting_id, wanted=thing_id, moment=now)

    def take_back(self, meeting_id: int, update_id: int, *, now: datetime) -> None:
        """Takes what that message told off the list."""
        self._scope.change(_TAKE_BACK, meeting=meeting_id, wanted=update_id, moment=now)
