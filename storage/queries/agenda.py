"""What stands in the agenda between two days: for /agenda, for conflicts and for calendar files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache

import sqlalchemy as sa

from bot.domain.agenda import AgendaLine
from bot.domain.meetings import MeetingState
from storage import tables
from storage.queries.meetings import OLDEST_FIRST, WAITING, hers
from storage.scope import Scope, own
from storage.statements import Prepared

_t, _groups, _places, _occurrences = tables.meetings, tables.groups, tables.places, tables.occurrences
MOST = 2_000
_LINES = (
    sa.select(
        *[_t.c[n] for n in ("id", "state", "group_id", "day", "starts", "ends", "place_id", "commune", "sequence")],
        _occurrences.c.series_id,
        sa.func.coalesce(_groups.c.name, _t.c.title, "").label("label"),
        sa.func.coalesce(_places.c.name, _t.c.place_said).label("place"),
    )
    .select_from(
        _t.outerjoin(_groups, sa.and_(_groups.c.territory_id == _t.c.territory_id, _groups.c.id == _t.c.group_id))
        .outerjoin(_places, sa.and_(_places.c.territory_id == _t.c.territory_id, _places.c.id == _t.c.place_id))
        .outerjoin(_occurrences, sa.and_(_occurrences.c.territory_id == _t.c.territory_id, _occurrences.c.meeting_id == _t.c.id))
    )
    .where(own(_t))
)
_CANCELLED = sa.and_(_t.c.state == MeetingState.CANCELLED, _t.c.sequence > 0)  # it was in an agenda before


def agenda_lines(
    scope: Scope,
    *,
    first: date,
    last: date,
    group_ids: Sequence[int] | None,
    series_id: int | None,
    meeting_ids: Sequence[int] | None,
    people: Collection[int],
    cancelled: bool,
) -> tuple[AgendaLine, ...]:
    """See `bot.ports.Meetings.agenda`."""
    statement = _statement(
        group=group_ids is not None,
        series=series_id is not None,
        ids=meeting_ids is not None,
        people=len(people),
        cancelled=cancelled,
    )
    values: dict[str, object] = {"first": first, "last": last, "series": series_id}
    values |= {f"person{i}": person for i, person in enumerate(sorted(people))}
    if group_ids is not None:
        values["group_ids"] = list(group_ids)
    if meeting_ids is not None:
        values["meeting_ids"] = list(meeting_ids)
    return tuple(AgendaLine(**row._asdict()) for row in scope.rows(statement, **values))


_DAYS = Prepared(
    sa.select(_t.c.group_id, _t.c.day)
    .where(own(_t), WAITING, _t.c.group_id.is_not(None))
    .where(_t.c.day >= sa.bindparam("first", type_=sa.Date), _t.c.day <= sa.bindparam("last", type_=sa.Date))
)


def planned_days(scope: Scope, *, first: date, last: date) -> frozenset[tuple[int, date]]:
    """See `bot.ports.Meetings.planned_days`."""
    return frozenset((row.group_id, row.day) for row in scope.rows(_DAYS, first=first, last=last))


@cache
def _statement(*, group: bool, series: bool, ids: bool, people: int, cancelled: bool) -> Prepared:
    conditions = [
        sa.or_(WAITING, _CANCELLED) if cancelled else WAITING,
        _t.c.day >= sa.bindparam("first", type_=sa.Date),
        _t.c.day <= sa.bindparam("last", type_=sa.Date),
        _t.c.group_id.in_(sa.bindparam("group_ids", expanding=True)) if group else None,
        _occurrences.c.series_id == sa.bindparam("series") if series else None,
        _t.c.id.in_(sa.bindparam("meeting_ids", expanding=True)) if ids else None,
        *[hers(f"person{i}") for i in range(people)],
    ]
    kept = [condition for condition in conditions if condition is not None]
    return Prepared(_LINES.where(*kept).order_by(*OLDEST_FIRST).limit(MOST))
