"""How it is stored how long before each meeting of a group its pilot hears of it, and which meetings that concerns now."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.leads import DAY, SLACK
from bot.domain.meetings import MeetingState
from bot.domain.notices import NoticeKind
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, Session

_t, _meetings, _notices = tables.leads, tables.meetings, tables.notices
_GROUP = _t.c.group_id == sa.bindparam("group")
_OF_GROUP = Prepared(sa.select(_t.c.minutes).where(own(_t), _GROUP).order_by(_t.c.minutes.desc()))
_ADD = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=["territory_id", "group_id", "minutes"],
)
_REMOVE = Prepared(sa.delete(_t).where(own(_t), _GROUP, _t.c.minutes == sa.bindparam("length")))
_TOLD = sa.exists().where(
    _notices.c.territory_id == _meetings.c.territory_id,
    _notices.c.meeting_id == _meetings.c.id,
    _notices.c.meeting_day == _meetings.c.day,
    _notices.c.kind == NoticeKind.AHEAD,
    _notices.c.snoozes == _t.c.minutes,
)
_AHEAD = Prepared(
    sa.select(_meetings.c.territory_id, _meetings.c.id, _meetings.c.day, _t.c.minutes)
    .select_from(_t.join(_meetings, sa.and_(_meetings.c.territory_id == _t.c.territory_id, _meetings.c.group_id == _t.c.group_id)))
    .where(
        _meetings.c.state == MeetingState.PLANNED,
        _meetings.c.became.is_(None),
        _meetings.c.day >= sa.bindparam("first", type_=sa.Date),
        ~_TOLD,
    )
    .order_by(_meetings.c.id)
)


class SqlLeads:
    """How long before, of the groups of one territory."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of_group(self, group_id: int) -> tuple[int, ...]:
        """So many minutes, the longest first."""
        return tuple(row.minutes for row in self._scope.rows(_OF_GROUP, group=group_id))

    def add(self, group_id: int, minutes: int) -> bool:
        """One more; False when it stands already."""
        return self._scope.change(_ADD, territory_id=self._scope.territory_id, group_id=group_id, minutes=minutes) == 1

    def remove(self, group_id: int, minutes: int) -> bool:
        """One less; False when there is none."""
        return self._scope.change(_REMOVE, group=group_id, length=minutes) == 1


def meetings_ahead(session: Session, *, today: date) -> tuple[tuple[int, int], ...]:
    """The planned meetings of all territories that are near enough for something to be said of them: (territory id, meeting id)."""
    near = (row for row in session.rows(_AHEAD, first=today) if (row.day - today).days <= row.minutes // DAY + SLACK)
    return tuple(dict.fromkeys((row.territory_id, row.id) for row in near))
