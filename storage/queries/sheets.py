"""What a sheet of the directory shows: mandates, groups, and the last meeting together."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState
from bot.domain.sheets import Mandate, PersonSheet, StructureSheet
from storage import tables
from storage.groups import groups_of_person
from storage.people import people_by_id, structures_by_id
from storage.queries.meetings import HELD, LINES, line_of
from storage.scope import Scope, own
from storage.statements import Prepared

_mandates, _people = tables.mandates, tables.people
_meetings, _attendance = tables.meetings, tables.attendance
_PERSON: sa.BindParameter[Any] = sa.bindparam("person")
_STRUCTURE: sa.BindParameter[Any] = sa.bindparam("structure")

_MANDATES = Prepared(
    sa.select(*[_mandates.c[name] for name in ("structure_id", "function", "since", "until")])
    .where(own(_mandates), _mandates.c.person_id == _PERSON)
    .order_by(_mandates.c.until.is_not(None), _mandates.c.main.desc(), _mandates.c.until.desc(), _mandates.c.id)
)
_PEOPLE_THERE = Prepared(
    sa.select(_people.c.id)
    .select_from(_people.join(_mandates, _mandates.c.person_id == _people.c.id))
    .where(own(_people), own(_mandates), _mandates.c.structure_id == _STRUCTURE, _mandates.c.until.is_(None))
    .group_by(_people.c.id, _people.c.last_name, _people.c.first_name)
    .order_by(_people.c.last_name, _people.c.first_name, _people.c.id)
)


def _attended(person: str) -> sa.ColumnElement[bool]:
    """She told the meeting and was there, or the list says that she was."""
    who: sa.BindParameter[Any] = sa.bindparam(person)
    listed = sa.select(_attendance.c.meeting_id).where(
        own(_attendance), _attendance.c.person_id == who, _attendance.c.state == AttendanceState.PRESENT
    )
    return sa.or_(sa.and_(_meetings.c.author_id == who, _meetings.c.author_present.is_(sa.true())), _meetings.c.id.in_(listed))


_TOGETHER = Prepared(
    LINES.where(HELD, _attended("person"), _attended("reader")).order_by(_meetings.c.day.desc(), _meetings.c.id.desc()).limit(1)
)


def person_sheet(scope: Scope, person_id: int, *, reader_id: int) -> PersonSheet | None:
    """See `bot.ports.Directory.person_sheet`."""
    person = people_by_id(scope, [person_id]).get(person_id)
    if person is None:
        return None
    groups = groups_of_person(scope, person_id)
    together = scope.rows(_TOGETHER, person=person_id, reader=reader_id) if person_id != reader_id else []
    return PersonSheet(
        person=person,
        structure=structures_by_id(scope, [person.structure_id]).get(person.structure_id) if person.structure_id else None,
        mandates=tuple(Mandate(**row._asdict()) for row in scope.rows(_MANDATES, person=person_id)),
        groups=tuple(group.id for group in groups),
        piloted=tuple(group.id for group in groups if person_id in group.pilot_ids),
        met=line_of(together[0]) if together else None,
    )


def structure_sheet(scope: Scope, structure_id: int) -> StructureSheet | None:
    """See `bot.ports.Directory.structure_sheet`."""
    structure = structures_by_id(scope, [structure_id]).get(structure_id)
    if structure is None:
        return None
    return StructureSheet(structure=structure, people=tuple(row.id for row in scope.rows(_PEOPLE_THERE, structure=structure_id)))
