"""Which meetings a list shows: the agenda, and past meetings whose minutes can be given again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.domain.meetings import MeetingLine, MeetingState
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared

_t, _groups, _places = tables.meetings, tables.groups, tables.places
_attendance, _members = tables.attendance, tables.members

LINES = (
    sa.select(
        *[_t.c[name] for name in ("id", "state", "title", "day", "starts", "ends", "place_said")],
        _groups.c.name.label("group_name"),
        _places.c.name.label("place_name"),
    )
    .select_from(
        _t.outerjoin(_groups, sa.and_(_groups.c.territory_id == _t.c.territory_id, _groups.c.id == _t.c.group_id)).outerjoin(
            _places, sa.and_(_places.c.territory_id == _t.c.territory_id, _places.c.id == _t.c.place_id)
        )
    )
    .where(own(_t))
)
HELD = _t.c.state == MeetingState.HELD
WAITING = sa.and_(_t.c.state == MeetingState.PLANNED, _t.c.became.is_(None))


def _she_was_there(person: str) -> sa.ColumnElement[bool]:
    named: sa.BindParameter[Any] = sa.bindparam(person)
    at = sa.select(_attendance.c.meeting_id).where(own(_attendance), _attendance.c.person_id == named)
    return sa.or_(_t.c.author_id == named, _t.c.id.in_(at))


def hers(person: str) -> sa.ColumnElement[bool]:
    """Whether the person whom that parameter names attended or authored it, or belongs to its group."""
    belongs = sa.select(_members.c.group_id).where(own(_members), _members.c.person_id == sa.bindparam(person))
    return sa.or_(_she_was_there(person), _t.c.group_id.in_(belongs))


_RECENT = Prepared(
    sa.select(_t.c.group_id)
    .where(own(_t), HELD, _t.c.group_id.is_not(None), _she_was_there("person"))
    .group_by(_t.c.group_id)
    .order_by(sa.func.max(_t.c.day).desc(), sa.func.max(_t.c.id).desc())
    .limit(sa.bindparam("most", type_=sa.Integer))
)
OLDEST_FIRST = (_t.c.day, _t.c.starts.is_(None), _t.c.starts, _t.c.id)
_NEWEST_FIRST = (_t.c.day.desc(), _t.c.starts.is_(None), _t.c.starts.desc(), _t.c.id.desc())


def meeting_lines(
    scope: Scope,
    *,
    first: date | None,
    last: date | None,
    group_ids: Sequence[int] | None,
    person_id: int | None,
    held: bool,
    newest_first: bool,
    limit: int,
    offset: int,
) -> tuple[MeetingLine, ...]:
    """See `bot.ports.Meetings.lines`; meetings of a day by their start, those without hours last."""
    statement = _statement(
        held=held,
        first=first is not None,
        last=last is not None,
        group=group_ids is not None,
        person=person_id is not None,
        newest_first=newest_first,
    )
    values: dict[str, Any] = {"first": first, "last": last, "person": person_id, "most": limit, "skipped": offset}
    if group_ids is not None:
        values["group_ids"] = list(group_ids)
    return tuple(line_of(row) for row in scope.rows(statement, **values))


@cache
def _statement(*, held: bool, first: bool, last: bool, group: bool, person: bool, newest_first: bool) -> Prepared:
    conditions = [
        HELD if held else WAITING,
        _t.c.day >= sa.bindparam("first") if first else None,
        _t.c.day <= sa.bindparam("last") if last else None,
        _t.c.group_id.in_(sa.bindparam("group_ids", expanding=True)) if group else None,
        hers("person") if person else None,
    ]
    return Prepared(
        LINES.where(*[condition for condition in conditions if condition is not None])
        .order_by(*(_NEWEST_FIRST if newest_first else OLDEST_FIRST))
        .limit(sa.bindparam("most", type_=sa.Integer))
        .offset(sa.bindparam("skipped", type_=sa.Integer))
    )


def recent_groups(scope: Scope, person_id: int, *, limit: int) -> tuple[int, ...]:
    """See `bot.ports.Meetings.recent_groups`."""
    return tuple(row.group_id for row in scope.rows(_RECENT, person=person_id, most=limit))


def line_of(row: Any) -> MeetingLine:
    """A row of `LINES`."""
    return MeetingLine(
        id=row.id,
        state=row.state,
        label=row.group_name or row.title or "",
        day=row.day,
        starts=row.starts,
        ends=row.ends,
        place=row.place_name or row.place_said,
        has_minutes=row.state is MeetingState.HELD,
    )
