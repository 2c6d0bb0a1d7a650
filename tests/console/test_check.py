"""`maillon verifier`: each thing that can be wrong is told with how to mend it, and nothing is changed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.console.conftest import Console

NO_TOKEN = "– MAILLON_TOKEN n’est pas renseigné. Demandez un jeton à @BotFather dans Telegram, puis : export MAILLON_TOKEN=…"
NO_DATABASE = "– La base n’existe pas encore. Créez-la : maillon initialiser --help"


def test_all_is_in_order(console: Console, telegram: str) -> None:
    console.makes_a_territory()
    said = console.maillon("verifier")
    assert (said.code, said.out, said.err) == (0, ["Tout est en ordre."], [])


def test_nothing_is_set_up(console: Console) -> None:
    said = console.maillon("verifier")
    assert (said.code, said.out, said.err) == (1, [], ["À réparer :", NO_DATABASE, NO_TOKEN])
    assert list(console.folder.iterdir()) == []


def test_a_token_that_telegram_does_not_know(console: Console, telegram: str) -> None:
    console.makes_a_territory()
    console.settings["MAILLON_TOKEN"] = "123456:not-the-one-of-this-bot"
    said = console.maillon("verifier")
    assert (said.code, said.err) == (
        1,
        [
            "À réparer :",
            f"– {telegram} ne reconnaît pas le jeton. "
            "Demandez-en un à @BotFather (/token) pour MAILLON_TOKEN, et vérifiez MAILLON_API_URL.",
        ],
    )


def test_a_telegram_that_does_not_answer(console: Console) -> None:
    console.makes_a_territory()
    console.settings |= {"MAILLON_TOKEN": "123456:secret-secret-secret", "MAILLON_API_URL": "http://127.0.0.1:9"}
    said = console.maillon("verifier")
    assert (said.code, said.err) == (
        1,
        ["À réparer :", "– Personne ne répond à l’adresse http://127.0.0.1:9. Vérifiez le réseau et MAILLON_API_URL."],
    )


def test_an_address_that_is_not_telegram(console: Console, telegram: str) -> None:
    console.makes_a_territory()
    console.settings["MAILLON_API_URL"] = f"{telegram}/page"
    said = console.maillon("verifier")
    assert (said.code, said.err) == (
        1,
        [
            "À réparer :",
            f"– {telegram}/page ne reconnaît pas le jeton. "
            "Demandez-en un à @BotFather (/token) pour MAILLON_TOKEN, et vérifiez MAILLON_API_URL.",
        ],
    )


def test_a_wrong_setting(console: Console) -> None:
    console.settings["MAILLON_API_URL"] = "telegram"
    said = console.maillon("verifier")
    assert (said.code, said.err) == (1, ["À réparer :", "– MAILLON_API_URL n’est pas correct. Voyez la liste des réglages dans le README."])


def test_an_empty_database(console: Console, telegram: str) -> None:
    console.makes_a_territory()
    database = console.folder / "data" / "maillon.sqlite3"
    database.unlink()
    database.touch()
    said = console.maillon("verifier")
    assert (said.code, said.err) == (1, ["À réparer :", "– La base est vide. Créez le territoire : maillon initialiser --help"])


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("0000", "– La base date d’une version précédente. Sauvegardez-la ; « maillon lancer » la mettra à jour."),
        (
            "9999",
            "– La base vient d’une version plus récente de Maillon. Installez cette version, ou restaurez une sauvegarde plus ancienne.",
        ),
    ],
)
def test_a_database_of_another_version(console: Console, telegram: str, revision: str, told: str) -> None:
    console.makes_a_territory()
    with closing(sqlite3.connect(console.folder / "data" / "maillon.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    said = console.maillon("verifier")
    assert (said.code, said.err) == (1, ["À réparer :", told])


def test_a_file_that_is_no_database(console: Console, telegram: str) -> None:
    path = console.folder / "notes.txt"
    path.write_text("rien d’une base\n" * 100)
    console.settings["MAILLON_DATABASE_URL"] = f"sqlite:///{path}"
    said = console.maillon("verifier")
    assert (said.code, said.err) == (
        1,
        [
            "À réparer :",
            "– Le fichier de la base n’est pas lisible. Corrigez MAILLON_DATABASE_URL, "
            "ou restaurez une sauvegarde : maillon restaurer --help",
        ],
    )


def test_a_data_folder_that_is_a_file(console: Console, telegram: str) -> None:
    (console.folder / "data").write_text("")
    said = console.maillon("verifier")
    assert (said.code, said.err[1]) == (1, f"– {console.folder / 'data'} n’est pas un dossier. Donnez un dossier à MAILLON_DATA_DIR.")


@pytest.mark.parametrize("command", ["verifier", "lancer"])
def test_a_folder_with_our_name_that_is_found_first(console: Console, telegram: str, tmp_path: Path, command: str) -> None:
    console.makes_a_territory()
    intruder = tmp_path / "ailleurs" / "doc_templates"
    intruder.mkdir(parents=True)
    (intruder / "__init__.py").touch()
    console.settings["PYTHONPATH"] = f"{tmp_path / 'ailleurs'}{os.pathsep}{console.environment()['PYTHONPATH']}"
    said = console.maillon(command)
    assert (said.code, said.err) == (
        1,
        [
            "À réparer :",
            f"– Un autre dossier « doc_templates » est lu à la place de celui de Maillon : {tmp_path / 'ailleurs'}. "
            "Lancez maillon depuis un autre dossier, ou enlevez ce chemin de PYTHONPATH.",
        ],
    )


def test_a_damaged_database(console: Console, telegram: str) -> None:
    console.makes_a_territory()
    with closing(sqlite3.connect(console.folder / "data" / "maillon.sqlite3")) as database, database:
        database.execute("INSERT INTO decision_counters (territory_id, code, year, last) VALUES (9, 'GTD', 2026, 1)")
    said = console.maillon("verifier")
    damaged = "– La base est abîmée (decision_counters → territories). Restaurez la dernière sauvegarde saine : maillon restaurer --help"
    assert (said.code, said.err) == (1, ["À réparer :", damaged])
