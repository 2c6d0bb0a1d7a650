"""`maillon sauvegarder` and `maillon restaurer`: nothing is overwritten, and what was saved comes back."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.console.conftest import Console


def territories(console: Console) -> list[str]:
    with closing(sqlite3.connect(console.folder / "data" / "maillon.sqlite3")) as database:
        return [row[0] for row in database.execute("SELECT name FROM territories ORDER BY id")]


def rename_territory(console: Console, name: str) -> None:
    with closing(sqlite3.connect(console.folder / "data" / "maillon.sqlite3")) as database, database:
        database.execute("UPDATE territories SET name = ?", (name,))


def test_what_was_saved_comes_back(console: Console) -> None:
    console.makes_a_territory()
    copy = console.folder / "copie.sqlite3"
    saved = console.maillon("sauvegarder", str(copy))
    assert (saved.code, saved.out, saved.err) == (0, [f"Sauvegarde faite : {copy}"], [])

    rename_territory(console, "Changé depuis")
    back = console.maillon("restaurer", str(copy))
    aside = console.folder / "data" / "maillon.sqlite3.avant-restauration-1"
    assert (back.code, back.out, back.err) == (
        0,
        ["La base est restaurée. Relancez le bot : maillon lancer"],
        [f"L’ancienne base est mise de côté : {aside}"],
    )
    assert territories(console) == ["CLS d’essai"]
    with closing(sqlite3.connect(aside)) as former:
        assert former.execute("SELECT name FROM territories").fetchall() == [("Changé depuis",)]


def test_no_backup_is_overwritten(console: Console) -> None:
    console.makes_a_territory()
    copy = console.folder / "copie.sqlite3"
    copy.write_text("la sauvegarde d’hier")
    said = console.maillon("sauvegarder", str(copy))
    assert (said.code, said.err) == (
        1,
        [f"{copy} existe déjà. Donnez un autre nom : une sauvegarde n’en écrase jamais une autre."],
    )
    assert copy.read_text() == "la sauvegarde d’hier"


def test_there_is_nothing_to_save(console: Console) -> None:
    said = console.maillon("sauvegarder", "copie.sqlite3")
    missing = console.folder / "data" / "maillon.sqlite3"
    assert (said.code, said.err) == (
        1,
        [f"Il n’y a pas de fichier {missing}. Vérifiez le chemin, MAILLON_DATA_DIR et MAILLON_DATABASE_URL."],
    )


def test_only_a_backup_is_put_back(console: Console) -> None:
    console.makes_a_territory()
    letter = console.folder / "lettre.txt"
    letter.write_text("Bonjour")
    said = console.maillon("restaurer", str(letter))
    assert (said.code, said.err) == (1, [f"{letter} n’est pas une sauvegarde de Maillon. Rien n’a été touché."])
    assert territories(console) == ["CLS d’essai"]


def test_a_backup_of_a_newer_version_waits(console: Console) -> None:
    console.makes_a_territory()
    copy = console.folder / "copie.sqlite3"
    console.maillon("sauvegarder", str(copy))
    with closing(sqlite3.connect(copy)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    said = console.maillon("restaurer", str(copy))
    assert (said.code, said.err) == (1, [f"{copy} vient d’une version plus récente de Maillon. Installez-la d’abord. Rien n’a été touché."])


def test_postgresql_has_its_own_tools(console: Console) -> None:
    console.settings["MAILLON_DATABASE_URL"] = "postgresql+psycopg://claire:secret@localhost/maillon"
    said = console.maillon("sauvegarder", "copie.sqlite3")
    assert (said.code, said.err) == (1, ["Cette base est sur PostgreSQL : sauvegardez-la par pg_dump et restaurez-la par pg_restore."])


@pytest.mark.usefixtures("telegram")
def test_a_running_bot_is_saved_but_not_replaced(console: Console) -> None:
    console.makes_a_territory()
    copy = console.folder / "copie.sqlite3"
    command = [sys.executable, "-m", "bot", "lancer"]
    with subprocess.Popen(
        command, cwd=console.folder, env=console.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().decode().startswith("Maillon écoute")
        saved = console.maillon("sauvegarder", str(copy))
        refused = console.maillon("restaurer", str(copy))
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=20) == 0
    assert (saved.code, refused.code) == (0, 1)
    assert refused.err == ["Maillon fonctionne déjà avec ce dossier de données. Arrêtez-le d’abord."]
