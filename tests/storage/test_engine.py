"""Transactions: writers wait for each other, readers see one moment and change nothing, and a database that does not answer is said."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import engine
from storage.engine import DatabaseRefused, DatabaseUnreachable, StoreBusy, current_revision, engines, open_store, upgrade
from storage.unit_of_work import SqlStore
from tests.databases import KIND
from tests.storage.world import HOURS, NOW, World, new_group

sqlite_only = pytest.mark.skipif(KIND != "sqlite", reason="about SQLite files")


def test_reading_changes_nothing(store: SqlStore, ales: World) -> None:
    with pytest.raises(sa.exc.DBAPIError), store.read(ales.territory.id) as work:
        work.drafts.save(ales.draft)
    with store.read(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == ales.draft


def test_a_reader_sees_one_moment(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as reader:
        before = reader.directory.vocabulary()
        with store.work(ales.territory.id) as writer:
            new_group(writer, ales)
        assert reader.directory.vocabulary() == before
    with store.read(ales.territory.id) as reader:
        assert len(reader.directory.vocabulary().groups) == len(before.groups) + 1


def test_four_threads_lose_nothing(store: SqlStore, ales: World) -> None:
    def keep(thread: int) -> None:
        for number in range(10):
            with store.work(ales.territory.id) as work:
                draft = work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW, update_id=10_000 + thread * 100 + number)
            with store.read(ales.territory.id) as work:
                assert work.drafts.get(draft.id) == draft

    threads = [threading.Thread(target=keep, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.engines.read() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM drafts WHERE update_id >= 10000")).scalar_one() == 40


def test_a_store_that_was_opened_again_finds_everything(database_url: str, store: SqlStore, ales: World) -> None:
    store.close()
    again = open_store(database_url)
    with again.read(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == ales.draft
    again.close()


def test_a_healthy_database_has_nothing_to_mend(store: SqlStore, ales: World) -> None:
    assert store.integrity() == ()


@sqlite_only
def test_a_row_that_points_nowhere_is_reported(database_url: str, store: SqlStore, ales: World) -> None:
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as connection, connection:
        connection.execute("DELETE FROM places")
    assert store.integrity() == ("meetings → places",)


@pytest.fixture
def flushes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many drafts had reached the log at each flush of it."""
    seen: list[int] = []

    def flush(file: int) -> None:
        path = Path(f"/proc/self/fd/{file}").readlink()
        assert path.name.endswith("-wal")
        with closing(sqlite3.connect(str(path).removesuffix("-wal"))) as connection:
            seen.append(connection.execute("SELECT count(*) FROM drafts WHERE update_id >= 10000").fetchone()[0])
        os.fsync(file)

    monkeypatch.setattr(engine, "flush_file", flush)
    return seen


def add_draft(store: SqlStore, ales: World, number: int) -> None:
    with store.work(ales.territory.id) as work:
        work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW, update_id=10_000 + number)


@sqlite_only
def test_what_is_kept_is_on_the_disk_before_anybody_hears_of_it(store: SqlStore, ales: World, flushes: list[int]) -> None:
    add_draft(store, ales, 1)
    assert flushes == [1]
    add_draft(store, ales, 2)
    assert flushes == [1, 2]


@sqlite_only
def test_transactions_made_together_are_flushed_once_at_the_end(store: SqlStore, ales: World, flushes: list[int]) -> None:
    with store.together():
        add_draft(store, ales, 1)
        add_draft(store, ales, 2)
        assert flushes == []
    assert flushes == [2]
    with store.together(), store.read(ales.territory.id):
        pass
    assert flushes == [2]


def stumble(store: SqlStore, ales: World) -> None:
    with store.together():
        add_draft(store, ales, 1)
        raise ZeroDivisionError


@sqlite_only
def test_what_was_committed_before_an_accident_is_flushed_too(store: SqlStore, ales: World, flushes: list[int]) -> None:
    with pytest.raises(ZeroDivisionError):
        stumble(store, ales)
    assert flushes == [1]
    add_draft(store, ales, 2)
    assert flushes == [1, 2]


@sqlite_only
def test_another_thread_waits_for_no_one_s_flush(store: SqlStore, ales: World, flushes: list[int]) -> None:
    with store.together():
        add_draft(store, ales, 1)
        alone = threading.Thread(target=add_draft, args=(store, ales, 2))
        alone.start()
        alone.join()
        assert flushes == [2]
    assert flushes == [2, 2]


@sqlite_only
def test_links_are_checked_and_readers_never_wait(store: SqlStore) -> None:
    with store.engines.write() as connection:
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in ("journal_mode", "foreign_keys")}
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1}


@sqlite_only
def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "maillon.sqlite3"
    upgrade(f"sqlite:///{path}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@sqlite_only
def test_another_process_that_writes_for_too_long_is_said(database_url: str, ales: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_PRAGMAS", (*(p for p in engine._PRAGMAS if "timeout" not in p), "PRAGMA busy_timeout=20"))
    impatient = open_store(database_url)
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy), impatient.work(ales.territory.id):
            pass
        other.execute("ROLLBACK")
    with impatient.work(ales.territory.id) as work:
        work.drafts.save(ales.draft)
    impatient.close()


@sqlite_only
def test_a_writer_does_not_wait_for_ever(store: SqlStore, ales: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_FOR_WRITER", 0.05)
    with store.work(ales.territory.id), pytest.raises(StoreBusy), store.work(ales.territory.id):
        pass
    with store.work(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == ales.draft


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("", ""),
        ("maillon", ""),
        ("sqlite://", "sqlite://"),
        ("sqlite:///:memory:", "sqlite:///%3Amemory%3A"),
        ("mysql://claire:secret@localhost/maillon", "mysql://claire:***@localhost/maillon"),
        ("postgresql://claire:secret@h/maillon", "postgresql://claire:***@h/maillon"),
    ],
)
def test_a_database_that_maillon_cannot_use_is_refused_without_its_password(url: str, shown: str) -> None:
    with pytest.raises(DatabaseRefused) as refused:
        open_store(url)
    assert refused.value.url == shown


def test_a_database_that_does_not_answer_is_said_without_its_password(tmp_path: Path) -> None:
    for ask in (upgrade, current_revision):
        with pytest.raises(DatabaseUnreachable) as refused:
            ask(f"postgresql+psycopg://claire:secret@/maillon?host={tmp_path}")
        assert "secret" not in str(refused.value)
        assert "\n" not in str(refused.value)


def test_closing_twice_is_harmless(database_url: str) -> None:
    doors = engines(database_url)
    doors.dispose()
    doors.dispose()
