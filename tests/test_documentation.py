"""Whether what is written for readers is still true: the README's lines and tables, the glossary, the map, the decisions."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import iter_modules

import pytest

import bot.domain
from bot.__main__ import _DOORS, _parser
from bot.settings import Settings
from bot.texts.help import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def shell_blocks(text: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)


def table_rows(text: str) -> list[list[str]]:
    rows = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in row] for row in rows]


def domain_classes() -> set[str]:
    found: set[str] = set()
    for module in iter_modules(bot.domain.__path__):
        loaded = import_module(f"bot.domain.{module.name}")
        found |= {name for name, kind in getmembers(loaded, isclass) if kind.__module__ == loaded.__name__ and not name.startswith("_")}
    return found


class TestReadme:
    def test_begins_with_two_lines_to_copy(self) -> None:
        trial, tests = shell_blocks(README)[:2]
        assert (trial.count("\n"), tests.count("\n")) == (0, 0)
        assert trial == "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/maillon essai"
        assert tests.startswith("python3 -m venv .venv && .venv/bin/pip install -q '.[dev]' && .venv/bin/pytest ")

    def test_its_two_lines_are_what_ci_runs(self) -> None:
        trial, tests = shell_blocks(README)[:2]
        assert re.findall(r"^readonly (?:TRIAL|TESTS)=(.*)$", CI, re.MULTILINE) == [
            f'"{trial}"',
            f'"{tests.replace(chr(34), chr(92) + chr(34))}"',
        ]

    def test_tells_every_setting(self) -> None:
        rows = [row[0] for row in table_rows(README) if row[0].startswith("`MAILLON_")]
        told = set(re.findall(r"MAILLON_\w+", " ".join(rows)))
        assert told == {f"MAILLON_{name.upper()}" for name in Settings.model_fields}

    def test_tells_every_command_of_the_conversation(self) -> None:
        assert sorted(re.findall(r"^\| /(\w+) \|", README, re.MULTILINE)) == sorted(name for name, _, _ in COMMANDS)

    def test_names_only_console_commands_that_exist(self) -> None:
        assert set(re.findall(r"\bmaillon (?!et\b|-)([a-z]+)\b", " ".join(re.findall(r"`[^`]+`|```.*?```", README, re.DOTALL)))) <= set(
            _DOORS
        )


class TestGlossary:
    def test_has_every_class_of_the_domain(self) -> None:
        assert domain_classes() - set(re.findall(r"`(\w+)", GLOSSARY)) == set()

    def test_names_no_class_that_is_gone(self) -> None:
        assert set(re.findall(r"`([A-Z]\w+)(?:\.\w+)?`", GLOSSARY)) - domain_classes() == set()

    def test_has_one_line_a_french_word(self) -> None:
        words = [word.strip() for row in table_rows(GLOSSARY) for word in row[0].split(",")]
        assert sorted(words) == sorted(set(words))

    def test_its_forbidden_words_name_no_class(self) -> None:
        forbidden = {word.strip().casefold() for row in table_rows(GLOSSARY) if len(row) == 4 for word in row[3].split(",")}
        assert {name for name in domain_classes() if name.casefold() in forbidden} == set()


class TestMap:
    def test_names_only_files_that_exist(self) -> None:
        told = re.findall(r"`((?:bot|handlers|storage|doc_templates|tests|docs)/[\w./-]+)`", MAP)
        assert [path for path in told if not (ROOT / path).exists()] == []

    def test_shows_every_room(self) -> None:
        rooms = {path.name for path in (ROOT / "bot").iterdir() if path.is_dir() and (path / "__init__.py").exists()}
        assert {room for room in rooms if f"`bot/{room}/`" not in MAP} == set()


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
    def test_links_lead_somewhere(self, page: Path) -> None:
        links = re.findall(r"\]\(((?!https?:|#)[^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []

    def test_decisions_are_numbered_without_a_hole(self) -> None:
        assert [page.name[:4] for page in DECISIONS] == [f"{n:04d}" for n in range(1, len(DECISIONS) + 1)]

    @pytest.mark.parametrize("page", DECISIONS, ids=lambda p: p.name)
    def test_a_decision_says_what_lost(self, page: Path) -> None:
        text = page.read_text(encoding="utf-8")
        number = re.match(r"# (\d+)\. ", text)
        assert (int(number[1]) if number else None) == int(page.name[:4])
        assert re.search(r"\blost\b", text, re.IGNORECASE) is not None

    def test_the_changelog_knows_this_version(self) -> None:
        version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        told = re.findall(r"^## (\S+)", (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8"), re.MULTILINE)
        assert told[0] == version


def test_every_console_command_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in _DOORS:
        with pytest.raises(SystemExit) as ended:
            _parser().parse_args([command, "--help"])
        assert ended.value.code == 0
        shown = capsys.readouterr().out
        assert re.findall(rf"Exemple : .*maillon {command}", re.sub(r"\s+", " ", shown)) != []
