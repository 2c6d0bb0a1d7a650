"""Whether the wheel works by itself: built, installed into a fresh environment, and run from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "storage", "doc_templates")
NOT_SHIPPED = {"__pycache__"}
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: object, where: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command in another folder, with none of our settings but those given."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("MAILLON_", "PYTHON"))}
    return subprocess.run(
        [str(part) for part in command], cwd=where, env=clean | environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, where=folder)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the scripts of a fresh environment that holds the wheel and what it asks for, and nothing else."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    done = run(folder / SCRIPTS / "python", "-m", "pip", "install", "-q", "--no-compile", wheel, where=folder)
    assert done.returncode == 0, done.stderr
    return folder / SCRIPTS


@contextmanager
def local_telegram(installed: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """The address and the token of the simulator that the wheel ships."""
    command = [installed / "python", "-m", "bot.simulator", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url, token = process.stdout.readline().split()
        try:
            yield url, token
        finally:
            process.terminate()


def test_the_wheel_holds_every_file_of_the_rooms(wheel: Path) -> None:
    wanted = {
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and not NOT_SHIPPED & set(path.parts)
    }
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_help_is_french(installed: Path, tmp_path: Path) -> None:
    shown = run(installed / "maillon", "--help", where=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.splitlines()[0] == "emploi : maillon [-h] COMMANDE ..."


def test_a_new_installation_is_verified_from_another_folder(installed: Path, tmp_path: Path) -> None:
    data = {"MAILLON_DATA_DIR": str(tmp_path / "data")}
    before = run(installed / "maillon", "verifier", where=tmp_path, **data)
    assert before.returncode == 1
    assert before.stderr.splitlines() == [
        "À réparer :",
        "– La base n’existe pas encore. Créez-la : maillon initialiser --help",
        "– MAILLON_TOKEN n’est pas renseigné. Demandez un jeton à @BotFather dans Telegram, puis : export MAILLON_TOKEN=…",
    ]
    made = run(
        installed / "maillon",
        "initialiser",
        "--nom",
        "CLS",
        "--epci",
        "200066918",
        "--coordinatrice",
        "Claire FONTAINE",
        where=tmp_path,
        **data,
    )
    assert made.returncode == 0, made.stderr
    with local_telegram(installed, tmp_path) as (url, token):
        after = run(installed / "maillon", "verifier", where=tmp_path, **data, MAILLON_API_URL=url, MAILLON_TOKEN=token)
    assert (after.returncode, after.stdout, after.stderr) == (0, "Tout est en ordre.\n", "")


def test_another_distribution_with_our_names_is_told(installed: Path, tmp_path: Path) -> None:
    site = Path(sysconfig.get_path("purelib", vars={"base": str(installed.parent), "platbase": str(installed.parent)}))
    stranger = site / "telegram_handlers-1.0.dist-info"
    stranger.mkdir()
    (stranger / "METADATA").write_text("Metadata-Version: 2.1\nName: telegram-handlers\nVersion: 1.0\n")
    (stranger / "top_level.txt").write_text("handlers\n")
    try:
        told = run(installed / "maillon", "verifier", where=tmp_path, MAILLON_DATA_DIR=str(tmp_path))
    finally:
        for file in stranger.iterdir():
            file.unlink()
        stranger.rmdir()
    assert told.returncode == 1
    assert told.stderr.splitlines()[1] == (
        "– Le paquet Python « handlers » appartient aussi à telegram-handlers. "
        "Installez Maillon dans un environnement à lui : python3 -m venv maillon && maillon/bin/pip install ."
    )
