"""How the database is reached: SQLite's pragmas and transactions, PostgreSQL's pools, and the migrations that bring it up to date."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from alembic.config import Config

    from storage.unit_of_work import SqlStore

READERS = 4
WAIT_FOR_WRITER = 30.0  # seconds that a unit of work waits for the one before it in this process

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # what a tap on ✅ kept survives a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",  # another process (backup, import): within this one a lock serialises writers
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-4000",
)


class DatabaseRefused(ValueError):
    """The URL names a database that Maillon cannot use; `url` bears no password."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class StoreBusy(RuntimeError):
    """A writing transaction waited too long for the one before it."""


@dataclass(frozen=True, slots=True)
class Engines:
    """Two doors to one database: `writing` transactions one after the other on SQLite, `reading` ones in parallel on a snapshot."""

    writing: sa.Engine
    reading: sa.Engine
    writer: threading.Lock | None = field(default_factory=threading.Lock)  # None on PostgreSQL, whose rows are locked one by one

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction committed at the end, rolled back on an exception. Raises StoreBusy."""
        if self.writer is None:
            with self.writing.begin() as connection:
                yield connection
            return
        if not self.writer.acquire(timeout=WAIT_FOR_WRITER):
            raise StoreBusy
        try:
            with self.writing.begin() as connection:
                yield connection
        finally:
            self.writer.release()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A transaction that sees one moment of the database and can change nothing."""
        with self.reading.connect() as connection, connection.begin():
            yield connection

    def dispose(self) -> None:
        """Closes all connections."""
        self.reading.dispose()
        self.writing.dispose()


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
        return Engines(_sqlite(parsed, size=1, begin="BEGIN IMMEDIATE"), _sqlite(parsed, size=READERS, begin="BEGIN", query_only=True))
    if parsed.drivername == "postgresql+psycopg":
        engine = sa.create_engine(parsed, pool_size=READERS + 1, max_overflow=READERS, pool_pre_ping=True)
        reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return Engines(engine, reading, None)
    raise DatabaseRefused(parsed.render_as_string(hide_password=True))


def _sqlite(url: sa.URL, *, size: int, begin: str, query_only: bool = False) -> sa.Engine:
    Path(url.database or "").expanduser().parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0 if size == 1 else size,
        connect_args={"check_same_thread": False, "isolation_level": None, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        for pragma in (*_PRAGMAS, "PRAGMA query_only=ON") if query_only else _PRAGMAS:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.connection.cursor().execute(begin)  # the driver's own BEGIN would come late and without its lock

    return engine


def upgrade(url: str) -> None:
    """Brings the database to the newest migration, making it if there is none. Raises DatabaseRefused."""
    from alembic import command

    doors = engines(url)
    try:
        with doors.write() as connection:
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        doors.dispose()


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
    """The revision of that database; None when it bears no table of ours yet. Raises DatabaseRefused."""
    from alembic.migration import MigrationContext

    doors = engines(url)
    try:
        with doors.read() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        doors.dispose()
