"""How an SQLite database is copied while the bot runs, and put back after checks."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from storage.engine import DatabaseRefused, newest_revision

_SIGN = b"SQLite format 3\x00"


class BackupRefused(Exception):
    """Why there is no backup, or why it is not put back; subclasses carry the facts."""


class NotSqlite(BackupRefused):
    """PostgreSQL is saved by its own tools: `pg_dump` to save, `pg_restore` to put back."""


class NoDatabase(BackupRefused):
    """There is no file to save or to put back."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileExists(BackupRefused):
    """The backup would overwrite a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotABackup(BackupRefused):
    """The file is no database of Maillon, is damaged (`problems`), or comes from a newer version (`revision`)."""

    def __init__(self, path: Path, *, problems: tuple[str, ...] = (), revision: str | None = None) -> None:
        super().__init__(path, problems, revision)
        self.path, self.problems, self.revision = path, problems, revision


class DatabaseInUse(BackupRefused):
    """Another process holds the database: the bot must be stopped before it is replaced."""


def back_up(url: str, target: Path) -> None:
    """Copies the database to a new file, as it was at one moment, while others read and write it.

    Raises NotSqlite, NoDatabase, FileExists, NotABackup (the copy is checked, and removed when damaged).
    """
    source = _path(url)
    if not source.is_file():
        raise NoDatabase(source)
    if target.exists():
        raise FileExists(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        with closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as running:
            _copy(running, unfinished)
        check(unfinished)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(url: str, saved: Path) -> Path | None:
    """Puts a backup in the place of the database; returns where the former one was set aside, None when there was none.

    Nothing is touched when the backup is refused. Raises NotSqlite, NoDatabase, NotABackup, DatabaseInUse.
    """
    target = _path(url)
    if not saved.is_file():
        raise NoDatabase(saved)
    check(saved)
    target.parent.mkdir(parents=True, exist_ok=True)
    arriving = target.with_name(target.name + ".arriving")
    aside = None
    try:
        with closing(sqlite3.connect(f"{saved.resolve().as_uri()}?mode=ro", uri=True)) as source:
            _copy(source, arriving)
        if target.exists():
            aside = _set_aside(target)
        os.replace(arriving, target)
    finally:
        arriving.unlink(missing_ok=True)
    return aside


def check(path: Path) -> None:
    """Raises NotABackup unless the file is a whole database of Maillon, not newer than this version."""
    with path.open("rb") as file:
        if file.read(len(_SIGN)) != _SIGN:
            raise NotABackup(path)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            problems = [row[0] for row in connection.execute("PRAGMA integrity_check(5)") if row[0] != "ok"]
            problems += [f"{row[0]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check").fetchmany(5)]
            revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as refused:
        raise NotABackup(path, problems=(str(refused),)) from refused
    if problems:
        raise NotABackup(path, problems=tuple(problems))
    if revision is None or revision[0] > newest_revision():
        raise NotABackup(path, revision=revision[0] if revision else None)


def _path(url: str) -> Path:
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise DatabaseRefused("") from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise NotSqlite
    return Path(parsed.database).resolve()


def _copy(source: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as copy:
        source.backup(copy, pages=-1)  # all pages in one go: one moment, and never begun anew because of a writer
        copy.execute("PRAGMA journal_mode=DELETE")  # one file alone
    path.chmod(0o600)


def _set_aside(target: Path) -> Path:
    """Empties the write-ahead log into the file, which fails while another process uses it, then renames it."""
    with closing(sqlite3.connect(target, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as refused:
            raise DatabaseInUse from refused
        except sqlite3.DatabaseError:
            pass  # a damaged file is what one restores from: it is set aside as it is
    number = 1
    while (aside := target.with_name(f"{target.name}.avant-restauration-{number}")).exists():
        number += 1
    os.replace(target, aside)
    log = target.with_name(target.name + "-wal")
    if log.exists():  # of a damaged file: it may hold what one would like to save
        os.replace(log, aside.with_name(aside.name + "-wal"))
    target.with_name(target.name + "-shm").unlink(missing_ok=True)  # an index of the log, which SQLite makes anew
    return aside
