"""How Alembic runs a migration: on the connection that `storage.engine.upgrade` opened, in its transaction."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from sqlalchemy.types import TypeDecorator

from storage.tables import metadata


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Writes our column types as the plain ones that they are stored as, so that a revision depends on no code of ours."""
    if kind == "type" and isinstance(item, TypeDecorator):
        plain = item.impl_instance
        return f"sa.DateTime(timezone={plain.timezone})" if isinstance(plain, sa.DateTime) else f"sa.{plain!r}"
    return False


def run() -> None:
    """Runs what is asked (upgrade, comparison) on the given connection."""
    connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=render_item,
        compare_type=True,
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
