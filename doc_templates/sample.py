"""How a template of the house becomes one that people can begin with: the same document, its blanks under their French names."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

from doc_templates.blanks import Blank
from doc_templates.engine import reproducible

_TAG = re.compile(r"(\{[{%])(.*?)([}%]\})", re.DOTALL)
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")
_LOOP = re.compile(r"for ([a-z_]+) in ([a-z_.]+)")
_OURS = frozenset({"p", "tr", "tc", "r", "for", "in", "if", "else", "elif", "endif", "endfor", "and", "or", "not", "loop"})


def translated(template: bytes, blanks: Iterable[Blank]) -> bytes:
    """The same file with each field in its tags renamed; KeyError for one that the dictionary lacks. Tags of ours stand in one run."""
    top = {blank.field: blank for blank in blanks}
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(template)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, _part(part.decode(), top).encode() if name.startswith("word/") and name.endswith(".xml") else part)
    return reproducible(written.getvalue())


def _part(xml: str, top: dict[str, Blank]) -> str:
    loops: list[tuple[str, Blank]] = []

    def tag(found: re.Match[str]) -> str:
        inside = found[2]
        if begun := _LOOP.search(inside):
            over = _blank(begun[2], top, loops)
            path = _path(begun[2], top, loops)
            loops.append((begun[1], over))
            inside = inside.replace(begun[0], f"for {over.each} in {path}")
        else:
            inside = _NAME.sub(lambda name: name[0] if name[0] in _OURS else _path(name[0], top, loops), inside)
        if "endfor" in inside:
            loops.pop()
        return found[1] + inside + found[3]

    return _TAG.sub(tag, xml)


def _path(name: str, top: dict[str, Blank], loops: list[tuple[str, Blank]]) -> str:
    owner, _, column = name.partition(".")
    if owner == "loop":
        return name
    line = dict(loops).get(owner)
    if line is None:
        return top[owner].name
    return f"{line.each}.{_blank(name, top, loops).name}" if column else line.each


def _blank(name: str, top: dict[str, Blank], loops: list[tuple[str, Blank]]) -> Blank:
    owner, _, column = name.partition(".")
    if not column:
        return top[owner]
    return next(one for one in dict(loops)[owner].columns if one.field == column)
