"""How the statements of the hot path run: compiled once by SQLAlchemy, then handed to the driver without ceremony.

Executing a Core statement costs about 90 µs of Python each time, the database's own work 5 to 10 µs (docs/decisions/0003-core-not-orm.md).
SQLAlchemy still writes the SQL of either database and converts every value; only its execution layer is left out.
"""

from __future__ import annotations

import json
import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

_LIST = re.compile(r"__\[POSTCOMPILE_(\w+?)(~~.+?~~REPL~~.+?~~)?\]")
Convert = Callable[[Any], Any]
Fetchers = tuple[tuple[int, Convert], ...]
MANY = 16  # rows, from which on their columns are gone through


@dataclass(slots=True)
class _Form:
    """A statement as one database takes it: its text, the order of its parameters (None: by name), and what converts values."""

    sql: str
    order: tuple[str, ...] | None
    fixed: dict[str, Any]
    binders: tuple[tuple[str, Convert], ...]
    lists: frozenset[str]
    fetchers: Fetchers
    row: Callable[[Iterable[Any]], Any] | None
    as_text: bool
    by_lengths: dict[tuple[int, ...], tuple[str, tuple[str, ...] | None]] = field(default_factory=dict)


class Prepared:
    """A statement of a module, compiled at its first use with each database.

    Parameters are given by name; one that is missing is None (in an INSERT: NULL). A parameter made with `expanding=True` takes a sequence
    of integers. Where the databases differ, `core` is a mapping by the name of the dialect.

    `as_text`: a query of texts and whole numbers whose many rows SQLite tells as one JSON text, in their order (it keeps that of a subquery
    under such an aggregate); else it hands the interpreter over to the other threads at each row.
    """

    __slots__ = ("_as_text", "_core", "_forms", "_keys")

    def __init__(
        self, core: sa.Executable | Mapping[str, sa.Executable], *, keys: Sequence[str] | None = None, as_text: bool = False
    ) -> None:
        self._core, self._keys, self._as_text = core, keys, as_text
        self._forms: dict[str, _Form] = {}

    def parameters(self) -> frozenset[str]:
        """The names of all its parameters."""
        return frozenset(name for core in self.cores() for name in core.compile(column_keys=self._keys).params)

    def cores(self) -> tuple[Any, ...]:
        """What SQLAlchemy was given: one statement, or one for each database."""
        return tuple(self._core.values()) if isinstance(self._core, Mapping) else (self._core,)

    def form(self, dialect: Dialect) -> _Form:
        """The compiled statement for that database."""
        known = self._forms.get(dialect.name)
        if known is None:
            core = self._core[dialect.name] if isinstance(self._core, Mapping) else self._core
            known = self._forms[dialect.name] = _compiled(core, dialect, self._keys, as_text=self._as_text and dialect.name == "sqlite")
        return known


def insert_into(table: sa.Table, *, returning: bool = True) -> Prepared:
    """Inserts a row; the database chooses its id and, if `returning`, tells it."""
    keys = [column.name for column in table.c if column.name != "id"]
    return Prepared(table.insert().returning(table.c.id) if returning else table.insert(), keys=keys)


class Session:
    """A connection inside a transaction, through which prepared statements run."""

    __slots__ = ("_dialect", "_raw", "connection")

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self._dialect = connection.dialect
        self._raw: Any = connection.connection.dbapi_connection

    def rows(self, statement: Prepared, **values: Any) -> list[Any]:
        """All rows, as named tuples."""
        form = statement.form(self._dialect)
        found = self._execute(form, values).fetchall()
        assert form.row is not None
        if form.as_text:
            found = json.loads(found[0][0])
        if form.fetchers:
            found = _converted(found, form.fetchers)
        return [form.row(row) for row in found]

    def one(self, statement: Prepared, **values: Any) -> Any:
        """The first row as a named tuple, or None."""
        found = self.rows(statement, **values)
        return found[0] if found else None

    def change(self, statement: Prepared, **values: Any) -> int:
        """How many rows it changed."""
        return int(self._execute(statement.form(self._dialect), values).rowcount)

    def change_many(self, statement: Prepared, rows: Sequence[Mapping[str, Any]]) -> None:
        """Runs it once for each row of values."""
        form = statement.form(self._dialect)
        given = [_given(form, dict(row), form.order) for row in rows]
        try:
            self._raw.cursor().executemany(form.sql, given)
        except self._dialect.loaded_dbapi.Error as refused:
            raise _refused(self._dialect, form.sql, refused) from refused

    def _execute(self, form: _Form, values: dict[str, Any]) -> Any:
        sql, order = (form.sql, form.order) if not form.lists else _expanded(form, values)
        given = _given(form, values, order)
        try:
            return self._raw.execute(sql, given)
        except self._dialect.loaded_dbapi.Error as refused:
            raise _refused(self._dialect, sql, refused) from refused


def _converted(rows: Sequence[Sequence[Any]], fetchers: Fetchers) -> Iterable[Sequence[Any]]:
    """Their cells as values; many rows share few words and moments, and each of these is converted once."""
    if len(rows) < MANY:
        return [_converted_one(row, fetchers) for row in rows]
    columns = list(zip(*rows, strict=True))
    for place, convert in fetchers:
        known = {cell: convert(cell) for cell in set(columns[place])}
        columns[place] = tuple(known.values()) * len(rows) if len(known) == 1 else tuple([known[cell] for cell in columns[place]])
    return zip(*columns, strict=True)


def _converted_one(row: Iterable[Any], fetchers: Fetchers) -> Sequence[Any]:
    cells = list(row)
    for place, convert in fetchers:
        cells[place] = convert(cells[place])
    return cells


def _refused(dialect: Dialect, sql: str, refused: BaseException) -> BaseException:
    """The driver's error as SQLAlchemy's, without the values: they are what people typed."""
    return sa.exc.DBAPIError.instance(sql, None, refused, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect)


def _given(form: _Form, values: dict[str, Any], order: tuple[str, ...] | None) -> Any:
    for name, convert in form.binders:
        values[name] = convert(values.get(name))
    if order is None:
        return {**form.fixed, **values}
    fixed = form.fixed
    return [values[name] if name in values else fixed[name] for name in order]


def _compiled(core: Any, dialect: Dialect, keys: Sequence[str] | None, *, as_text: bool) -> _Form:
    compiled = core.compile(dialect=dialect, column_keys=keys)
    binds = {compiled.bind_names[bind]: bind for bind in compiled.bind_names}
    converters = {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()}
    fixed = {name: None for name, bind in binds.items() if bind.required}
    constant = {name: bind.effective_value for name, bind in binds.items() if not bind.required}
    sql, order, plain = _constants(str(compiled), compiled.positiontup, constant, converters)
    columns: list[Any] = [] if core.is_dml and not core.exported_columns else list(core.exported_columns)
    if as_text:
        cells = ", ".join(dialect.identifier_preparer.quote(column.name) for column in columns)
        sql = f"SELECT json_group_array(json_array({cells})) FROM ({sql})"
    fetchers = [(place, column.type.dialect_impl(dialect).result_processor(dialect, None)) for place, column in enumerate(columns)]
    return _Form(
        sql=sql,
        order=None if order is None else tuple(order),
        fixed=fixed | plain,
        binders=tuple((name, convert) for name, convert in converters.items() if convert is not None and name in fixed),
        lists=frozenset(name for name, bind in binds.items() if bind.expanding and bind.required),
        fetchers=tuple((place, convert) for place, convert in fetchers if convert is not None),
        row=_maker([column.name for column in columns]) if columns else None,
        as_text=as_text,
    )


def _constants(
    sql: str, order: Sequence[str] | None, constant: dict[str, Any], converters: dict[str, Convert | None]
) -> tuple[str, Sequence[str] | None, dict[str, Any]]:
    """The values written in the statement itself, converted; its constant lists are opened into one parameter each."""
    plain: dict[str, Any] = {}
    for name, value in constant.items():
        convert = converters[name] or _same
        if isinstance(value, list | tuple) and f"POSTCOMPILE_{name}" in sql:
            plain |= {f"{name}_{place}": convert(one) for place, one in enumerate(value)}
            sql, order = _open(sql, order, {name: len(value)})
        else:
            plain[name] = convert(value)
    return sql, order, plain


def _expanded(form: _Form, values: dict[str, Any]) -> tuple[str, tuple[str, ...] | None]:
    """The statement with its lists opened to the lengths given; the items become values of their own."""
    lengths = {name: len(values[name]) for name in sorted(form.lists)}
    key = tuple(lengths.values())
    known = form.by_lengths.get(key)
    if known is None:
        sql, order = _open(form.sql, form.order, lengths)
        known = (sql, None if order is None else tuple(order))
        if max(key) <= 16:  # longer ones are rare and would fill memory
            form.by_lengths[key] = known
    for name in lengths:
        values.update({f"{name}_{place}": item for place, item in enumerate(values.pop(name))})
    return known


def _open(sql: str, order: Sequence[str] | None, lengths: dict[str, int]) -> tuple[str, list[str] | None]:
    def items(found: re.Match[str]) -> str:
        name = found[1]
        if name not in lengths:
            return found[0]
        marks = ["?" if order is not None else f"%({name}_{place})s" for place in range(lengths[name])]
        return ", ".join(marks) or "NULL"

    opened = _LIST.sub(items, sql)
    if order is None:
        return opened, None
    return opened, [one for name in order for one in ([f"{name}_{i}" for i in range(lengths[name])] if name in lengths else [name])]


def _maker(names: list[str]) -> Any:
    make: Any = namedtuple  # its names are known only here, which no type can say
    return make("Row", names)._make


def _same(value: Any) -> Any:
    return value
