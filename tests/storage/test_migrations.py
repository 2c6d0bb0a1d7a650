"""The migrations make exactly the tables that the code speaks of, on either database."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storage.engine import current_revision, engines, newest_revision, upgrade
from storage.tables import metadata


def test_a_new_database_is_brought_to_the_newest_revision(empty_database_url: str) -> None:
    assert current_revision(empty_database_url) is None
    upgrade(empty_database_url)
    assert current_revision(empty_database_url) == newest_revision() != ""


def test_upgrading_twice_changes_nothing(empty_database_url: str) -> None:
    upgrade(empty_database_url)
    upgrade(empty_database_url)
    assert current_revision(empty_database_url) == newest_revision()


def test_tables_and_migrations_say_the_same(database_url: str) -> None:
    doors = engines(database_url)
    with doors.read() as connection:
        difference = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    doors.dispose()
    assert difference == []
