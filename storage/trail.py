"""How a change of many rows is remembered row by row, so that ↩︎ puts back exactly what it changed and never what is newer.

Rare work over any table, so it speaks plain SQLAlchemy; each statement compares the territory.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa

from bot.domain.errors import SheetMoved
from storage import tables
from storage.scope import Scope
from storage.tables.base import Coded, JsonOf, Moment
from storage.uses import spoken_of

Row = Mapping[str, Any]
_CONVERTED = (Coded, JsonOf)


class Trail:
    """Changes rows of one territory and remembers each; `gentle` ones are left as they are by ↩︎ when somebody changed them since."""

    __slots__ = ("_scope", "_steps")

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._steps: list[dict[str, Any]] = []

    def rows(self, table: sa.Table, *conditions: sa.ColumnElement[bool]) -> list[Row]:
        """Whole rows of the territory."""
        wanted = sa.select(table).where(table.c.territory_id == self._scope.territory_id, *conditions).order_by(*table.primary_key.columns)
        return [dict(row) for row in self._scope.connection.execute(wanted).mappings()]

    def add(self, table: sa.Table, **values: Any) -> Row:
        """Inserts a row; returns it whole."""
        insert = table.insert().values(territory_id=self._scope.territory_id, **values).returning(*table.c)
        row = dict(self._scope.connection.execute(insert).mappings().one())
        self._note(table, row, before=None, after=row)
        return row

    def change(self, table: sa.Table, row: Row, values: Row, *, gentle: bool = False) -> None:
        """Changes some columns of a row that `rows` gave."""
        new = {name: value for name, value in values.items() if row[name] != value}
        if new:
            self._scope.connection.execute(sa.update(table).where(*self._key(table, row)).values(**new))
            self._note(table, {**row, **new}, before={name: row[name] for name in new}, after=new, gentle=gentle)

    def remove(self, table: sa.Table, row: Row) -> None:
        """Deletes a row that `rows` gave."""
        self._scope.connection.execute(sa.delete(table).where(*self._key(table, row)))
        self._note(table, row, before=row, after=None)

    def told(self) -> str:
        """All that was changed so far, as JSON."""
        return json.dumps(self._steps, ensure_ascii=False, separators=(",", ":"))

    def _key(self, table: sa.Table, row: Row) -> list[sa.ColumnElement[bool]]:
        keys = [column == row[column.name] for column in table.primary_key.columns]
        return [table.c.territory_id == self._scope.territory_id, *keys]

    def _note(self, table: sa.Table, row: Row, *, before: Row | None, after: Row | None, gentle: bool = False) -> None:
        key = {column.name: row[column.name] for column in table.primary_key.columns}
        step = {"t": table.name, "k": key, "b": _plain(table, before), "a": _plain(table, after)}
        self._steps.append(step | ({"g": True} if gentle else {}))


def take_back(scope: Scope, told: str) -> None:
    """Undoes what a trail tells, the last step first. Raises SheetMoved when something is not as the trail left it."""
    for step in reversed(json.loads(told)):
        table = tables.metadata.tables[step["t"]]
        before, after = _typed(table, step["b"]), _typed(table, step["a"])
        key = [table.c.territory_id == scope.territory_id, *(table.c[name] == value for name, value in step["k"].items())]
        if after is None:
            scope.connection.execute(table.insert().values(**(before or {})))
            continue
        row = scope.connection.execute(sa.select(table).where(*key)).mappings().first()
        if row is None or any(row[name] != value for name, value in after.items()):
            if step.get("g"):
                continue
            raise SheetMoved
        if before is None:
            _check_nothing_hangs_on(scope, table, dict(row))
            _delete(scope, sa.delete(table).where(*key))
        else:
            scope.connection.execute(sa.update(table).where(*key).values(**before))


def _check_nothing_hangs_on(scope: Scope, table: sa.Table, row: Row) -> None:
    """Her groups and mandates would go with a sheet in silence, and a card would name nobody: those are newer. Raises SheetMoved."""
    if table not in (tables.people, tables.structures):
        return
    wanted: dict[str, set[int]] = {"people": set(), "structures": set(), "groups": set()}
    wanted[table.name].add(row["id"])
    if spoken_of(scope, wanted, since=row["updated_at"]):
        raise SheetMoved
    if table is tables.structures:
        return
    for other in (tables.members, tables.mandates):
        hangs = sa.select(other.c.person_id).where(other.c.territory_id == scope.territory_id, other.c.person_id == row["id"]).limit(1)
        if scope.connection.execute(hangs).first() is not None:
            raise SheetMoved


def _delete(scope: Scope, statement: sa.Delete) -> None:
    try:
        scope.connection.execute(statement)
    except sa.exc.IntegrityError as refused:  # something points to it since: a meeting, hours
        raise SheetMoved from refused


def _plain(table: sa.Table, values: Row | None) -> dict[str, Any] | None:
    return None if values is None else {name: _out(table.c[name], value) for name, value in values.items()}


def _typed(table: sa.Table, values: Row | None) -> dict[str, Any] | None:
    return None if values is None else {name: _in(table.c[name], value) for name, value in values.items()}


def _out(column: sa.Column[Any], value: Any) -> Any:
    if isinstance(column.type, _CONVERTED):
        return column.type.process_bind_param(value, _ANY)
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if hasattr(value, "isoformat") else value


def _in(column: sa.Column[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(column.type, _CONVERTED):
        return column.type.process_result_value(value, _ANY)
    kind = datetime if isinstance(column.type, Moment) else column.type.python_type
    if kind is bytes:
        return bytes.fromhex(value)
    return kind.fromisoformat(value) if kind in (date, datetime, time) else value


_ANY = sa.create_mock_engine("sqlite://", lambda *_: None).dialect  # these types write the same for either database
