"""Whose rows a transaction may touch: the territory is added to every statement here, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa

AnyRow: TypeAlias = sa.Row[*tuple[Any, ...]]
Rows: TypeAlias = sa.CursorResult[*tuple[Any, ...]]

TERRITORY: sa.BindParameter[Any] = sa.bindparam("territory")
"""The parameter that each statement over a territory's rows compares with `territory_id`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A connection inside a transaction, and the one territory that it speaks for."""

    connection: sa.Connection
    territory_id: int

    def run(self, statement: sa.Executable, **values: Any) -> Rows:
        """Executes a statement that bears TERRITORY."""
        values["territory"] = self.territory_id
        return self.connection.execute(statement, values)

    def one(self, statement: sa.Executable, **values: Any) -> AnyRow | None:
        """The first row, if any."""
        return self.run(statement, **values).first()

    def add(self, statement: sa.Executable, **values: Any) -> int:
        """Inserts one row of the territory; returns its id (0 where the table has none)."""
        key = self.connection.execute(statement, {"territory_id": self.territory_id, **values}).inserted_primary_key
        return int(key[0]) if key else 0

    def add_all(self, statement: sa.Executable, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts rows of the territory, all with the same keys."""
        if rows:
            self.connection.execute(statement, [{"territory_id": self.territory_id, **row} for row in rows])


def own(table: sa.Table) -> sa.ColumnElement[bool]:
    """Rows of the territory of the transaction."""
    return table.c.territory_id == TERRITORY
