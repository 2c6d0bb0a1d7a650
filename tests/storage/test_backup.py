"""A backup made while the bot writes is whole; restoring loses nothing, and refuses what is not a backup."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import DatabaseInUse, FileExists, NoDatabase, NotABackup, NotSqlite, back_up, check, restore
from storage.engine import open_store
from storage.unit_of_work import SqlStore
from tests.databases import KIND
from tests.storage.world import HOURS, NOW, World

pytestmark = pytest.mark.skipif(KIND != "sqlite", reason="about SQLite files")
POSTGRESQL = "postgresql+psycopg://localhost/maillon"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "sauvegardes" / "maillon.sauvegarde"


def draft_count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM drafts").fetchone()[0]
        return count


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def test_a_backup_holds_what_was_just_kept(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    again = open_store(f"sqlite:///{saved}")
    with again.read(ales.territory.id) as work:
        assert (work.drafts.get(ales.draft.id), work.meetings.get(ales.held.id)) == (ales.draft, ales.held)
    again.close()


def test_a_backup_is_one_file_for_its_owner_alone(database_url: str, ales: World, saved: Path) -> None:
    back_up(database_url, saved)
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_backups_made_while_the_bot_writes_are_whole(database_url: str, ales: World, store: SqlStore, tmp_path: Path) -> None:
    """Each transaction writes two drafts: no backup may hold an odd number more than there were."""
    stop = threading.Event()
    before = draft_count(file_of(database_url))

    def write() -> None:
        while not stop.is_set():
            with store.work(ales.territory.id) as work:
                for _ in range(2):
                    work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        counts = []
        for number in range(5):
            target = tmp_path / f"{number}.sauvegarde"
            back_up(database_url, target)
            counts.append(draft_count(target) - before)
    finally:
        stop.set()
        writer.join()
    assert [count % 2 for count in counts] == [0] * 5
    assert counts == sorted(counts)


def test_a_file_is_never_overwritten(database_url: str, ales: World, saved: Path) -> None:
    saved.parent.mkdir()
    saved.write_text("mine")
    with pytest.raises(FileExists) as refused:
        back_up(database_url, saved)
    assert (refused.value.path, saved.read_text()) == (saved, "mine")


def test_without_a_database_there_is_no_backup(tmp_path: Path, saved: Path) -> None:
    missing = tmp_path / "missing.sqlite3"
    with pytest.raises(NoDatabase) as refused:
        back_up(f"sqlite:///{missing}", saved)
    assert (refused.value.path, missing.exists(), saved.exists()) == (missing, False, False)


def test_restoring_brings_back_what_was_saved_and_sets_the_rest_aside(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    with store.work(ales.territory.id) as work:
        later = work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW)
    store.close()
    aside = restore(database_url, saved)
    again = open_store(database_url)
    with again.read(ales.territory.id) as work:
        assert (work.drafts.get(ales.draft.id), work.drafts.get(later.id)) == (ales.draft, None)
    again.close()
    assert aside is not None
    assert draft_count(aside) == draft_count(saved) + 1


def test_restoring_twice_sets_both_aside(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    store.close()
    asides = [restore(database_url, saved), restore(database_url, saved)]
    name = file_of(database_url).name
    assert [aside.name for aside in asides if aside] == [f"{name}.avant-restauration-1", f"{name}.avant-restauration-2"]
    assert sorted(path.name for path in file_of(database_url).parent.glob(f"{name}*")) == [name, *(aside.name for aside in asides if aside)]


def test_restoring_on_a_new_machine(database_url: str, ales: World, saved: Path, tmp_path: Path) -> None:
    back_up(database_url, saved)
    new = tmp_path / "new machine" / "maillon.sqlite3"
    assert restore(f"sqlite:///{new}", saved) is None
    check(new)
    assert draft_count(new) == draft_count(saved)


def test_a_database_in_use_is_not_replaced(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    with store.work(ales.territory.id) as work:
        later = work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW)
    with pytest.raises(DatabaseInUse):
        restore(database_url, saved)
    with store.work(ales.territory.id) as work:
        assert work.drafts.get(later.id) == later
        work.drafts.save(later)
    assert sorted(path.name for path in file_of(database_url).parent.glob("*.arriving")) == []


def test_a_damaged_database_can_be_restored_over(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    store.close()
    file_of(database_url).write_bytes(b"SQLite format 3\x00" + b"damaged" * 1000)
    aside = restore(database_url, saved)
    check(file_of(database_url))
    assert aside is not None
    assert aside.read_bytes()[16:23] == b"damaged"


@pytest.mark.parametrize("content", [b"", b"une lettre", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"x" * 5000])
def test_what_is_not_a_backup_is_refused_and_nothing_is_touched(database_url: str, ales: World, tmp_path: Path, content: bytes) -> None:
    before = draft_count(file_of(database_url))
    odd = tmp_path / "odd"
    odd.write_bytes(content)
    with pytest.raises(NotABackup) as refused:
        restore(database_url, odd)
    assert (refused.value.path, refused.value.revision) == (odd, None)
    assert draft_count(file_of(database_url)) == before


def test_another_sqlite_database_is_refused(database_url: str, ales: World, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    with pytest.raises(NotABackup) as refused:
        restore(database_url, other)
    assert refused.value.problems == ("no such table: alembic_version",)


def test_a_damaged_backup_is_refused(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    content = bytearray(saved.read_bytes())
    content[4096 * 4 : 4096 * 12] = b"\x7f" * (4096 * 8)
    saved.write_bytes(content)
    store.close()
    with pytest.raises(NotABackup) as refused:
        restore(database_url, saved)
    assert refused.value.problems != ()


def test_a_backup_of_a_newer_version_is_refused(database_url: str, ales: World, store: SqlStore, saved: Path) -> None:
    back_up(database_url, saved)
    with closing(sqlite3.connect(saved)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(NotABackup) as refused:
        restore(database_url, saved)
    assert (refused.value.revision, refused.value.problems) == ("9999", ())


def test_a_missing_backup_is_said(database_url: str, ales: World, tmp_path: Path) -> None:
    with pytest.raises(NoDatabase) as refused:
        restore(database_url, tmp_path / "missing")
    assert refused.value.path == tmp_path / "missing"


def test_postgresql_has_its_own_tools(saved: Path) -> None:
    with pytest.raises(NotSqlite):
        back_up(POSTGRESQL, saved)
    with pytest.raises(NotSqlite):
        restore(POSTGRESQL, saved)


def test_a_backup_that_was_copied_with_a_log_beside_it_is_read_whole(
    database_url: str, ales: World, store: SqlStore, tmp_path: Path
) -> None:
    """Somebody copied the three files of a running database by hand."""
    source, copied = file_of(database_url), tmp_path / "copied" / "maillon.sqlite3"
    copied.parent.mkdir()
    for end in ("", "-wal", "-shm"):
        shutil.copyfile(f"{source}{end}", f"{copied}{end}")
    store.close()
    restore(f"sqlite:///{tmp_path}/restored.sqlite3", copied)
    assert draft_count(tmp_path / "restored.sqlite3") == draft_count(source)
