"""What a territory holds, noun by noun, with names instead of ids: all that is taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.domain.directory import ExportedNoun, ExportedSheet, WholeDirectory
from bot.domain.drafts import DayWindow
from storage import tables
from storage.scope import Scope, own
from storage.sheets import SqlSheets
from storage.statements import Prepared

_t = tables
_PILOTS = Prepared(sa.select(_t.members.c.group_id, _t.members.c.person_id).where(own(_t.members), _t.members.c.pilot.is_(sa.true())))
_GROUPS = Prepared(
    sa.select(*[_t.groups.c[n] for n in ("id", "name", "kind", "code", "axis", "aliases")]).where(own(_t.groups)).order_by(_t.groups.c.id)
)
_PLACES = Prepared(sa.select(_t.places.c.id, _t.places.c.name).where(own(_t.places)))
_MEETING_COLUMNS = (
    "id",
    "day",
    "starts",
    "ends",
    "minutes",
    "state",
    "group_id",
    "title",
    "place_id",
    "place_said",
    "commune",
    "headcount",
)
_MEETINGS = Prepared(
    sa.select(*[_t.meetings.c[n] for n in _MEETING_COLUMNS]).where(own(_t.meetings)).order_by(_t.meetings.c.day, _t.meetings.c.id)
)
_ATTENDANCE_COLUMNS = ("meeting_id", "person_id", "structure_id", "said", "count", "state", "represented_by", "by_visio")
_ATTENDANCE = Prepared(
    sa.select(*[_t.attendance.c[n] for n in _ATTENDANCE_COLUMNS])
    .where(own(_t.attendance))
    .order_by(_t.attendance.c.meeting_id, _t.attendance.c.position)
)
_HOURS_COLUMNS = (
    "day", "minutes", "count", "part", "nature", "source", "person_id", "structure_id", "group_id", "axis", "meeting_id", "what", "commune",
)  # fmt: skip
_HOURS = Prepared(
    sa.select(*[_t.contributions.c[n] for n in _HOURS_COLUMNS])
    .where(own(_t.contributions))
    .order_by(_t.contributions.c.day, _t.contributions.c.id)
)
_DECISIONS = Prepared(
    sa.select(*[_t.decisions.c[n] for n in ("number", "meeting_id", "text", "status")])
    .where(own(_t.decisions))
    .order_by(_t.decisions.c.meeting_id, _t.decisions.c.position)
)
_ACTIONS = Prepared(
    sa.select(*[_t.actions.c[n] for n in ("id", "meeting_id", "text", "due", "due_window", "due_said", "status")])
    .where(own(_t.actions))
    .order_by(_t.actions.c.meeting_id, _t.actions.c.position)
)
_BEARERS = Prepared(
    sa.select(*[_t.bearers.c[n] for n in ("action_id", "person_id", "structure_id", "said")])
    .where(own(_t.bearers))
    .order_by(_t.bearers.c.action_id, _t.bearers.c.position)
)
_ALL_COMMUNES = Prepared(sa.select(_t.communes.c.insee, _t.communes.c.name).where(own(_t.communes)))
MANY = "\n"
"""What parts several values of one cell."""


def exported_sheets(scope: Scope, nouns: Sequence[ExportedNoun]) -> tuple[ExportedSheet, ...]:
    """Those nouns, in the order of the workbook."""
    names = _Names(SqlSheets(scope).read(), {row.insee: row.name for row in scope.rows(_ALL_COMMUNES)}, scope)
    makers: dict[ExportedNoun, Callable[[], Sequence[tuple[object, ...]]]] = {
        ExportedNoun.PEOPLE: lambda: _people(names),
        ExportedNoun.STRUCTURES: lambda: _structures(names),
        ExportedNoun.GROUPS: lambda: _groups(scope, names),
        ExportedNoun.MEETINGS: lambda: _meetings(scope, names),
        ExportedNoun.ATTENDANCE: lambda: _attendance(scope, names),
        ExportedNoun.CONTRIBUTIONS: lambda: _hours(scope, names),
        ExportedNoun.DECISIONS: lambda: _decisions(scope, names),
        ExportedNoun.ACTIONS: lambda: _actions(scope, names),
    }
    return tuple(ExportedSheet(noun=noun, rows=tuple(make())) for noun, make in makers.items() if noun in nouns)


@dataclass(slots=True)
class _Names:
    """How ids are called."""

    sheets: WholeDirectory
    communes: dict[str, str]
    people: dict[int, str]
    structures: dict[int, str]
    groups: dict[int, str]
    places: dict[int, str]
    days: dict[int, Any]

    def __init__(self, sheets: WholeDirectory, communes: dict[str, str], scope: Scope) -> None:
        self.sheets, self.communes = sheets, communes
        self.people = {p.id: f"{p.first_name} {p.last_name}".strip() for p in sheets.people}
        self.structures = {s.id: s.name for s in sheets.structures}
        self.groups = {g.id: g.name for g in sheets.groups}
        self.places = {row.id: row.name for row in scope.rows(_PLACES)}
        self.days = {row.id: row.day for row in scope.rows(_MEETINGS)}

    def commune(self, code: str | None) -> str | None:
        """The name of a commune of the territory; what is stored otherwise."""
        return self.communes.get(code or "", code)

    def who(self, person_id: int | None, structure_id: int | None, said: str | None) -> str | None:
        """Somebody, as well as she is known."""
        return self.people.get(person_id or 0) or self.structures.get(structure_id or 0) or said


def _people(names: _Names) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for person in names.sheets.people:
        main = person.mandates[0] if person.mandates else None
        title = " ".join(part for part in ("Dr" if person.doctor else "", person.civility or "") if part)
        others = MANY.join(f"{names.structures.get(m.structure_id or 0, '')} : {m.function or ''}" for m in person.mandates[1:])
        rows.append(
            (
                person.last_name,
                person.first_name,
                title or None,
                main.function if main else None,
                names.structures.get(main.structure_id or 0) if main else None,
                others or None,
                MANY.join(person.phones) or None,
                MANY.join(person.emails) or None,
                person.commune,
                names.commune(person.commune),
                MANY.join(names.groups[g] for g in person.group_ids) or None,
                person.note,
                person.source,
            )
        )
    return rows


def _structures(names: _Names) -> list[tuple[object, ...]]:
    return [
        (s.name, s.sigle, MANY.join(s.aliases) or None, s.commune, names.commune(s.commune), s.phone, s.email, s.nature, s.neighbourhood)
        for s in names.sheets.structures
    ]


def _groups(scope: Scope, names: _Names) -> list[tuple[object, ...]]:
    pilots: dict[int, list[str]] = defaultdict(list)
    for row in scope.rows(_PILOTS):
        pilots[row.group_id].append(names.people[row.person_id])
    members: dict[int, list[str]] = defaultdict(list)
    for person in names.sheets.people:
        for group_id in person.group_ids:
            members[group_id].append(names.people[person.id])
    return [
        (r.name, r.kind, r.code, r.axis, _lines(r.aliases), _lines(sorted(pilots[r.id])), _lines(sorted(members[r.id])))
        for r in scope.rows(_GROUPS)
    ]


def _meetings(scope: Scope, names: _Names) -> list[tuple[object, ...]]:
    return [
        (
            r.id, r.day, r.starts, r.ends, r.minutes, r.state, names.groups.get(r.group_id or 0), r.title,
            names.places.get(r.place_id or 0) or r.place_said, names.commune(r.commune), r.headcount,
        )
        for r in scope.rows(_MEETINGS)
    ]  # fmt: skip


def _attendance(scope: Scope, names: _Names) -> list[tuple[object, ...]]:
    return [
        (
            r.meeting_id, names.days.get(r.meeting_id), names.people.get(r.person_id or 0), names.structures.get(r.structure_id or 0),
            r.said, r.count, r.state, r.represented_by, "oui" if r.by_visio else None,
        )
        for r in scope.rows(_ATTENDANCE)
    ]  # fmt: skip


def _hours(scope: Scope, names: _Names) -> list[tuple[object, ...]]:
    return [
        (
            r.day, r.minutes, r.count, r.part, r.nature, r.source, names.people.get(r.person_id or 0),
            names.structures.get(r.structure_id or 0), names.groups.get(r.group_id or 0), r.axis, r.meeting_id, r.what,
            names.commune(r.commune),
        )
        for r in scope.rows(_HOURS)
    ]  # fmt: skip


def _decisions(scope: Scope, names: _Names) -> list[tuple[object, ...]]:
    return [(r.number, r.meeting_id, names.days.get(r.meeting_id), r.text, r.status) for r in scope.rows(_DECISIONS)]


def _actions(scope: Scope, names: _Names) -> list[tuple[object, ...]]:
    bearers: dict[int, list[str]] = defaultdict(list)
    for row in scope.rows(_BEARERS):
        bearers[row.action_id].append(names.who(row.person_id, row.structure_id, row.said) or "")
    return [
        (r.meeting_id, names.days.get(r.meeting_id), r.text, _lines(bearers[r.id]), r.due or _window(r.due_window), r.due_said, r.status)
        for r in scope.rows(_ACTIONS)
    ]


def _window(window: DayWindow | None) -> object:
    return window.last if window else None


def _lines(values: Sequence[str]) -> str | None:
    return MANY.join(values) or None
