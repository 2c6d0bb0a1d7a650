"""Handlers say nothing of their own: each word that a person reads comes from bot/texts, so that docs/messages.md lists it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HANDLERS = sorted((Path(__file__).parents[2] / "handlers").glob("*.py"))
READ = {"text", "toast", "label", "caption"}


def literal(value: ast.expr) -> bool:
    """Whether these words are written on the spot: « … », f« … », or joined with such."""
    if isinstance(value, ast.BinOp):
        return literal(value.left) or literal(value.right)
    if isinstance(value, ast.IfExp):
        return literal(value.body) or literal(value.orelse)
    if isinstance(value, ast.JoinedStr):
        return any(isinstance(part, ast.Constant) and any(c.isalpha() for c in str(part.value)) for part in value.values)
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value != ""


def plain(words: str) -> bool:
    """Whether no letter is French for sure."""
    return not any(c.isalpha() and not c.isascii() for c in words)


def written_on_the_spot(path: Path) -> Iterator[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from (f"{path.name}:{node.lineno} {word.arg}" for word in node.keywords if word.arg in READ and literal(word.value))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented and not plain(node.value):
            yield f"{path.name}:{node.lineno} {node.value}"


@pytest.mark.parametrize("path", HANDLERS, ids=lambda path: path.name)
def test_no_word_is_written_in_a_handler(path: Path) -> None:
    assert list(written_on_the_spot(path)) == []
