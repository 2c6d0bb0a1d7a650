"""How it is stored who said beforehand that they come to a planned meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.attendance import Presence
from bot.domain.meetings import Meeting
from bot.domain.turnout import Word, standing
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import Moment

_t = tables.turnout
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_select = sa.select(*_COLUMNS).where(own(_t))
_ADD = insert_into(_t)
_OF_MEETING = Prepared(_select.where(_t.c.meeting_id == sa.bindparam("meeting")).order_by(_t.c.id))
_OF_UPDATE = Prepared(_select.where(_t.c.meeting_id == sa.bindparam("meeting"), _t.c.update_id == sa.bindparam("wanted")).order_by(_t.c.id))
_TAKE_BACK = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.meeting_id == sa.bindparam("meeting"), _t.c.update_id == sa.bindparam("wanted"), _t.c.undone_at.is_(None))
    .values(undone_at=sa.bindparam("moment", type_=Moment))
)


class SqlTurnout:
    """Who comes to the planned meetings of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """Keeps what one message told; its ids are given."""
        return tuple(replace(word, id=self._scope.add(_ADD, **_values(word))) for word in words)

    def of_meeting(self, meeting_id: int) -> tuple[Word, ...]:
        """All that was told of a meeting, oldest first, taken back or not."""
        return tuple(Word(**row._asdict()) for row in self._scope.rows(_OF_MEETING, meeting=meeting_id))

    def of_update(self, meeting_id: int, update_id: int) -> tuple[Word, ...]:
        """What one message told of a meeting."""
        return tuple(Word(**row._asdict()) for row in self._scope.rows(_OF_UPDATE, meeting=meeting_id, wanted=update_id))

    def take_back(self, meeting_id: int, update_id: int, *, now: datetime) -> bool:
        """Whether this call took back what that message told."""
        return self._scope.change(_TAKE_BACK, meeting=meeting_id, wanted=update_id, moment=now) > 0


def read_turnout(scope: Scope, meeting: Meeting) -> tuple[Presence, ...]:
    """What holds of a meeting by now."""
    return standing(SqlTurnout(scope).of_meeting(meeting.id), day=meeting.day)


def _values(word: Word) -> dict[str, Any]:
    return {column.name: getattr(word, column.name) for column in _COLUMNS if column.name != "id"}
