"""How the database is reached: SQLite's pragmas and transactions, PostgreSQL's pools, and the migrations that bring it up to date."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from alembic.config import Config

    from storage.unit_of_work import SqlStore

READERS = 4
WAIT_FOR_WRITER = 30.0  # seconds that a unit of work waits for the one before it in this process

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # a commit does not wait for the disk: SqliteEngines flushes the log itself, once for several
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",  # another process (backup, import): within this one a lock serialises writers
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-4000",
)


flush_file = getattr(os, "fdatasync", os.fsync)


class DatabaseRefused(ValueError):
    """The URL names a database that Maillon cannot use; `url` bears no password."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class DatabaseUnreachable(Exception):
    """The database does not answer, or refuses us; the text is the driver's first line, which bears no password."""


class StoreBusy(RuntimeError):
    """A writing transaction waited too long for the one before it, in this process or in another one."""


class Engines(Protocol):
    """Two doors to one database."""

    writing: sa.Engine

    def write(self, *, durable: bool = True) -> AbstractContextManager[sa.Connection]:
        """A transaction committed at the end, rolled back on an exception. Raises StoreBusy.

        `durable`: it outlives a power cut; otherwise only the death of the process, which is enough for what is done again anyway.
        """
        ...

    def read(self) -> AbstractContextManager[sa.Connection]:
        """A transaction that sees one moment of the database and can change nothing."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """What this thread writes inside is only durable at its end, where it costs one flush in all. Transactions stay separate."""
        ...

    def dispose(self) -> None:
        """Closes all connections."""
        ...


class PostgresqlEngines:
    """Pooled connections; rows are locked one by one, so writers run side by side."""

    def __init__(self, url: sa.URL) -> None:
        self.writing = sa.create_engine(url, pool_size=READERS + 1, max_overflow=READERS, pool_pre_ping=True, hide_parameters=True)
        self._reading = self.writing.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sa.Connection]:
        """See Engines."""
        with self.writing.begin() as connection:
            if not durable:
                connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
            yield connection

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """See Engines."""
        with self._reading.connect() as connection, connection.begin():
            yield connection

    def together(self) -> AbstractContextManager[None]:
        """See Engines: the server itself flushes once for the commits of several connections."""
        return nullcontext()

    def dispose(self) -> None:
        """See Engines."""
        self.writing.dispose()


class _Debt(threading.local):
    """What a thread has written and not flushed: `gathers` while it may owe a flush."""

    gathers = False
    owes = False


class SqliteEngines:
    """Connections kept open; writers one after the other (the busy handler would sleep), readers in parallel on a snapshot.

    A flush takes as long as twenty statements (1 ms here, 10 ms on a slow disk), so it is ours to place: after a durable transaction, or
    once for all those of a `together`. It is the flush that SQLite itself makes after each commit with `synchronous=FULL`.
    """

    def __init__(self, url: sa.URL) -> None:
        self.writing = _sqlite(url, begin="BEGIN IMMEDIATE")
        self._reading = _sqlite(url, begin="BEGIN", more="PRAGMA query_only=ON")
        self._log = f"{url.database}-wal"
        self._debt = _Debt()
        self._writer = threading.Lock()
        self._idle: dict[sa.Engine, list[sa.Connection]] = {self.writing: [], self._reading: []}

    @contextmanager
    def write(self, *, durable: bool = True) -> Iterator[sa.Connection]:
        """See Engines."""
        if not self._writer.acquire(timeout=WAIT_FOR_WRITER):
            raise StoreBusy
        try:
            with self._kept(self.writing) as connection:
                yield connection
        finally:
            self._writer.release()
        if durable and self._debt.gathers:
            self._debt.owes = True
        elif durable:
            self._flush()

    @contextmanager
    def together(self) -> Iterator[None]:
        """See Engines."""
        self._debt.gathers = True
        try:
            yield
        finally:
            self._debt.gathers = False
            if self._debt.owes:
                self._debt.owes = False
                self._flush()

    def _flush(self) -> None:
        """Everything committed so far outlives a power cut. Raises OSError when the disk refuses."""
        try:
            log = os.open(self._log, os.O_RDWR)
        except FileNotFoundError:  # a file system without WAL: the commit has flushed
            return
        try:
            flush_file(log)
        finally:
            os.close(log)

    def read(self) -> AbstractContextManager[sa.Connection]:
        """See Engines."""
        return self._kept(self._reading)

    @contextmanager
    def _kept(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """A transaction on an idle connection, or on a new one; it is idle again only if the transaction ended well or was rolled back."""
        idle = self._idle[engine]
        try:
            connection = idle.pop()  # a list's pop and append are atomic
        except IndexError:
            connection = engine.connect()
        try:
            with connection.begin():
                yield connection
        finally:
            if connection.in_transaction() or connection.invalidated or len(idle) >= READERS:
                connection.close()
            else:
                idle.append(connection)

    def dispose(self) -> None:
        """See Engines."""
        for engine, idle in self._idle.items():
            while idle:
                idle.pop().close()
            engine.dispose()


def open_store(url: str) -> SqlStore:
    """The store over that database, which must have been upgraded. Raises DatabaseRefused."""
    from storage.unit_of_work import SqlStore

    return SqlStore(engines(url))


def engines(url: str) -> Engines:
    """The engines over an SQLite file (`sqlite:///…`) or PostgreSQL (`postgresql+psycopg://…`). Raises DatabaseRefused."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise DatabaseRefused("") from None
    if parsed.drivername in ("sqlite", "sqlite+pysqlite") and parsed.database not in (None, "", ":memory:"):
        return SqliteEngines(parsed)
    if parsed.drivername == "postgresql+psycopg":
        return PostgresqlEngines(parsed)
    raise DatabaseRefused(parsed.render_as_string(hide_password=True))


def _sqlite(url: sa.URL, *, begin: str, more: str | None = None) -> sa.Engine:
    file = Path(url.database or "")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)  # names and phone numbers: for this user's eyes only (the logs beside it take the same mode)
    engine = sa.create_engine(
        url,
        poolclass=NullPool,  # SqliteEngines keeps the connections
        hide_parameters=True,
        connect_args={"check_same_thread": False, "isolation_level": None, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        for pragma in (*_PRAGMAS, more) if more else _PRAGMAS:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        raw: Any = connection.connection.dbapi_connection
        try:
            raw.execute(begin)  # the driver's own BEGIN would come late and without its lock
        except sqlite3.OperationalError as refused:
            raise StoreBusy from refused

    return engine


def upgrade(url: str) -> None:
    """Brings the database to the newest migration, making it if there is none. Raises DatabaseRefused, DatabaseUnreachable."""
    from alembic import command

    doors = engines(url)
    try:
        with doors.write() as connection:
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except sa.exc.OperationalError as refused:
        raise _unreachable(refused) from refused
    finally:
        doors.dispose()


def _unreachable(refused: sa.exc.OperationalError) -> DatabaseUnreachable:
    return DatabaseUnreachable(str(refused.orig).partition("\n")[0])


def alembic_config() -> Config:
    """The settings of Alembic, without any file: the migrations lie in the package."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def newest_revision() -> str:
    """The revision that this version of Maillon works with."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(alembic_config()).get_current_head() or ""


def current_revision(url: str) -> str | None:
    """The revision of that database; None when it bears no table of ours yet. Raises DatabaseRefused, DatabaseUnreachable."""
    from alembic.migration import MigrationContext

    doors = engines(url)
    try:
        with doors.read() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except sa.exc.OperationalError as refused:
        raise _unreachable(refused) from refused
    finally:
        doors.dispose()
