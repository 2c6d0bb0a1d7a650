"""Whose rows a transaction may touch: the territory is added to every statement here, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from storage.statements import Prepared, Session

TERRITORY: sa.BindParameter[Any] = sa.bindparam("territory")
"""The parameter that each statement over a territory's rows compares with `territory_id`."""


class Scope(Session):
    """A session that speaks for one territory: statements bear TERRITORY, new rows its id."""

    __slots__ = ("territory_id", "vocabulary_version")

    def __init__(self, connection: sa.Connection, territory_id: int) -> None:
        super().__init__(connection)
        self.territory_id = territory_id
        self.vocabulary_version: int | None = None  # as read or raised in this transaction

    def rows(self, statement: Prepared, **values: Any) -> list[Any]:
        """All rows, as named tuples."""
        return super().rows(statement, territory=self.territory_id, **values)

    def change(self, statement: Prepared, **values: Any) -> int:
        """How many rows it changed."""
        return super().change(statement, territory=self.territory_id, **values)

    def add(self, statement: Prepared, **values: Any) -> int:
        """Inserts one row of the territory; returns its id."""
        return int(super().rows(statement, territory_id=self.territory_id, **values)[0][0])

    def add_all(self, statement: Prepared, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts rows of the territory, whose ids nobody asks for."""
        if rows:
            self.change_many(statement, [{"territory_id": self.territory_id, **row} for row in rows])


def own(table: sa.FromClause) -> sa.ColumnElement[bool]:
    """Rows of the territory of the transaction."""
    return table.c.territory_id == TERRITORY
