"""What all tables share: the metadata, the column types, and what makes a row belong to a territory."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

E = TypeVar("E", bound=StrEnum)


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; a naive one is refused (SQLite would silently drop its zone)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC, without its zone where the database knows none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment must be aware")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Coded(TypeDecorator[E]):
    """A state or kind, stored as the word that the domain uses; an unknown word is refused when read."""

    impl = sa.String(40)
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words
        self._by_text: dict[str, E] = {word.value: word for word in words}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """The word itself."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """The member of the enumeration."""
        return None if value is None else self._by_text.get(value) or self.words(value)


class JsonOf(TypeDecorator[Any]):
    """A value of the domain as JSON text, defaults left out; keys that are no longer known are ignored when read."""

    impl = sa.Text()
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        self._adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Compact JSON."""
        if value is None:
            return None
        return "[]" if value == () else self._adapter.dump_json(value, exclude_defaults=True).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The value again."""
        if value is None:
            return None
        return () if value == "[]" else self._adapter.validate_json(value)


WORDS = JsonOf(tuple[str, ...])
IDS = JsonOf(tuple[int, ...])


class PeopleIds(JsonOf):
    """Ids of people: they follow their sheets when those are merged, and leave when one is erased."""

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(tuple[int, ...])


PEOPLE_IDS = PeopleIds()
TELEGRAM_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def of_territory(name: str, *parts: sa.schema.SchemaItem, pointed_at: bool = True) -> sa.Table:
    """A table whose rows belong to a territory; `pointed_at` tables bear the (territory_id, id) key that others refer to.

    Ids are never used twice (AUTOINCREMENT), so an old button cannot come to mean a newer row.
    """
    items: list[sa.schema.SchemaItem] = [
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("territory_id", sa.Integer, sa.ForeignKey("territories.id"), nullable=False),
        *parts,
    ]
    if pointed_at:
        items.append(sa.UniqueConstraint("territory_id", "id"))
    return sa.Table(name, metadata, *items, sqlite_autoincrement=pointed_at)


def within(column: str, table: str, *, ondelete: str | None = None, circle: bool = False) -> sa.ForeignKeyConstraint:
    """The database itself refuses that `column` points to a row of another territory; `circle`: the other table points back."""
    return sa.ForeignKeyConstraint(["territory_id", column], [f"{table}.territory_id", f"{table}.id"], ondelete=ondelete, use_alter=circle)


def where(condition: str) -> dict[str, Any]:
    """The options of a partial index, for both databases."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
