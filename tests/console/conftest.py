"""A person at a console: a folder of her own, none of our settings but those that she gives, and a local Telegram."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Said:
    """What a command answered."""

    code: int
    out: list[str]
    err: list[str]


@dataclass(slots=True)
class Console:
    """Runs `maillon …` in a folder; `settings` are environment variables."""

    folder: Path
    made: Path
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """All variables that a command sees."""
        clean = {k: v for k, v in os.environ.items() if not k.startswith("MAILLON_")}
        return clean | {"PYTHONPATH": str(ROOT), "MAILLON_DATA_DIR": str(self.folder / "data")} | self.settings

    def maillon(self, *arguments: str) -> Said:
        """One command, to its end."""
        ran = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return Said(ran.returncode, ran.stdout.splitlines(), ran.stderr.splitlines())

    def makes_a_territory(self) -> None:
        """What `maillon initialiser` does, made once for all tests and copied."""
        shutil.copytree(self.made, self.folder / "data")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder just after `maillon initialiser`."""
    first = Console(tmp_path_factory.mktemp("console"), Path())
    said = first.maillon("initialiser", "--nom", "CLS d’essai", "--coordinatrice", "Claire FONTAINE")
    assert said.code == 0, said.err
    return first.folder / "data"


@pytest.fixture
def console(tmp_path: Path, made: Path) -> Console:
    """A console in an empty folder."""
    return Console(tmp_path, made)


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[str, str]]:
    """The address and the token of a local Telegram, started once: the consoles only ask it who they are, or listen and stop."""
    command = [sys.executable, "-m", "bot.simulator", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url, token = process.stdout.readline().split()
        yield url, token
        process.terminate()


@pytest.fixture
def telegram(console: Console, served: tuple[str, str]) -> str:
    """A local Telegram to which the console speaks; its address."""
    url, token = served
    console.settings |= {"MAILLON_API_URL": url, "MAILLON_TOKEN": token}
    return url
