"""Whether the rules of docs/decisions/0001 hold in every room: imports, sizes, names, docstrings."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "storage", "doc_templates")
SOURCES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_HANDLER = 300, 40, 35
MOSTLY_DATA = 0.6  # a file is a table of data when that share of its lines stands in literals at the top level
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "services", "misc"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(module: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(module) if isinstance(node, Function))


def lines_of(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_data(statement: ast.stmt) -> bool:
    """Whether a statement of a module is an assignment of a literal (calls of classes with literals included)."""
    return isinstance(statement, ast.Assign | ast.AnnAssign) and not any(isinstance(n, ast.Lambda) for n in ast.walk(statement))


def is_table_of_data(path: Path) -> bool:
    body = tree(path).body
    data = sum(lines_of(statement) for statement in body if is_data(statement))
    return data > MOSTLY_DATA * len(path.read_text(encoding="utf-8").splitlines())


def test_the_rooms_know_only_whom_they_may_know() -> None:
    ran = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


class TestEveryModule:
    """One test a rule, whose failure names each file that breaks it."""

    def test_opens_with_a_sentence(self) -> None:
        firsts = {named(path): (ast.get_docstring(tree(path)) or "").split("\n")[0] for path in SOURCES}
        assert {
            name: first for name, first in firsts.items() if len(first) <= 15 or first[0] != first[0].upper() or first[-1] not in ".:;"
        } == {}

    def test_is_short(self) -> None:
        lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES if "migrations/versions" not in named(path)}
        assert {named(path): n for path, n in lengths.items() if n > LONGEST_FILE and not is_table_of_data(path)} == {}

    def test_has_short_functions(self) -> None:
        """But for migrations: each is a table of columns."""
        of_all = [(named(path), f) for path in SOURCES if "migrations/versions" not in named(path) for f in functions(tree(path))]
        assert [(name, f.name, lines_of(f)) for name, f in of_all if lines_of(f) > LONGEST_FUNCTION] == []

    def test_is_not_named_after_nothing(self) -> None:
        assert [named(path) for path in SOURCES if set(path.relative_to(ROOT).with_suffix("").parts) & BANNED_NAMES] == []

    def test_says_what_its_public_functions_do(self) -> None:
        defined = [(named(path), node) for path in SOURCES for node in tree(path).body if isinstance(node, Function | ast.ClassDef)]
        assert [(name, node.name) for name, node in defined if not node.name.startswith("_") and not ast.get_docstring(node)] == []

    def test_leaves_nothing_for_later(self) -> None:
        said = [(named(path), comment) for path in SOURCES for comment in comments(path)]
        assert [one for one in said if any(word in one[1].upper() for word in ("TODO", "FIXME", "XXX", "HACK"))] == []


def comments(path: Path) -> list[str]:
    """The comments of a file."""
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def test_there_are_modules_to_look_at() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in SOURCES} == set(ROOMS)


def test_handlers_are_short() -> None:
    too_long = {
        f"{named(path)}:{f.name}": lines_of(f)
        for path in SOURCES
        if path.is_relative_to(ROOT / "handlers")
        for f in functions(tree(path))
        if f.name.startswith("on_") and lines_of(f) > LONGEST_HANDLER
    }
    assert too_long == {}


def test_nothing_prints() -> None:
    """Ruff bans it too (T20); this holds where Ruff is told to look away."""
    printing = [
        f"{named(path)}:{call.lineno}"
        for path in SOURCES
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("print", "pprint", "breakpoint")
    ]
    assert printing == []


def test_functions_take_more_than_two_parameters_by_name_only_in_the_core() -> None:
    """Public functions of the actions: two positional parameters of context (unit of work, account) and one subject at most."""
    crowded = [
        f"{named(path)}:{f.name}"
        for path in SOURCES
        if path.is_relative_to(ROOT / "bot" / "actions")
        for f in tree(path).body
        if isinstance(f, Function) and not f.name.startswith("_") and len(f.args.args) > 3
    ]
    assert crowded == []


def test_every_constant_sentence_is_said_somewhere() -> None:
    """A sentence that nobody says is dead text in docs/messages.md."""
    uses = Counter(word for path in SOURCES for word in re.findall(r"\b[A-Z_]{2,}\b", path.read_text(encoding="utf-8")))
    constants = [
        (named(path), target.id)
        for path in (ROOT / "bot" / "texts").glob("*.py")
        for statement in tree(path).body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name) and target.id.isupper()
    ]
    assert [f"{path}: {name}" for path, name in constants if uses[name] < 2] == []


def test_tests_have_no_mocks_of_telegram() -> None:
    guilty = [named(path) for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__) and "mock" in imported(path)]
    assert guilty == []


def imported(path: Path) -> set[str]:
    """The last names of what a file imports."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[-1] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.name for alias in node.names} | set((node.module or "").split(".")[-1:])
    return found
