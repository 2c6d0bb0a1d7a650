"""The migrations make exactly the tables that the code speaks of, on either database."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storage.engine import alembic_config, current_revision, engines, newest_revision, upgrade
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


def upgrade_to(url: str, revision: str, *statements: str) -> None:
    """An older Maillon made that database, and was used."""
    doors = engines(url)
    with doors.write() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in statements:
            connection.execute(sa.text(statement))
    doors.dispose()


def asked(url: str, question: str) -> list[tuple[object, ...]]:
    """The rows of that question."""
    doors = engines(url)
    with doors.read() as connection:
        rows = [tuple(row) for row in connection.execute(sa.text(question))]
    doors.dispose()
    return rows


def test_the_id_of_a_deleted_notice_is_never_given_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/old.sqlite3"
    upgrade_to(url, "0007", "INSERT INTO sqlite_sequence (name, seq) VALUES ('notices', 41)")
    upgrade(url)
    assert asked(url, "SELECT name, seq FROM sqlite_sequence WHERE name LIKE '%notices%'") == [("notices", 41)]


def test_a_day_of_approval_becomes_the_meeting_that_approved(empty_database_url: str) -> None:
    columns = "territory_id, id, state, group_id, day, times_approximate, headcount_approximate, author_present, natures, topics, sequence"
    row = f"INSERT INTO meetings ({columns}, minutes_state, minutes_version, minutes_approved_on) VALUES"
    usual = "false, false, false, '[]', '[]', 0"
    upgrade_to(
        empty_database_url,
        "0009",
        "INSERT INTO territories (id, name, organism, zone, vocabulary_version) VALUES (1, 'Alès', 'Reseda', 'Europe/Paris', 1)",
        "INSERT INTO groups (territory_id, id, name, kind, code, aliases) VALUES (1, 4, 'GT Diabète', 'GT', 'GTD', '[]')",
        f"{row} (1, 1, 'tenue', 4, '2026-03-10', {usual}, 'validé', 1, '2026-04-14')",
        f"{row} (1, 2, 'prévue', 4, '2026-04-14', {usual}, 'projet', 1, NULL)",
        f"{row} (1, 3, 'tenue', 4, '2026-04-14', {usual}, 'projet', 1, NULL)",
    )
    upgrade(empty_database_url)
    assert asked(empty_database_url, "SELECT id, minutes_approved_in FROM meetings ORDER BY id") == [(1, 3), (2, None), (3, None)]
