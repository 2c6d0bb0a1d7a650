"""Whether a file is a Word package that may be opened at all: counts, sizes and names, before any of its words is read."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from bot.domain.templates import LARGEST_TEMPLATE, TemplateFault, TemplateProblem

_MOST_ENTRIES = 400
_LARGEST_XML = 8_000_000
_LARGEST_WHOLE = 50_000_000
_STEEPEST = 200  # bytes of contents for one byte of file
_STEEP_FROM = 100_000  # smaller entries may be as repetitive as they like
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how .doc files and encrypted packages begin
_ENCRYPTED = 0x1
_XML = (".xml", ".rels")


class Faulty(Exception):
    """The file cannot be a template; `faults` say why."""

    def __init__(self, *faults: TemplateFault) -> None:
        super().__init__(faults)
        self.faults = faults


def refuse(problem: TemplateProblem, said: str = "") -> Faulty:
    """What to raise about the file as a whole."""
    return Faulty(TemplateFault(problem=problem, said=said[:60]))


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of the package by name. Raises Faulty."""
    if len(content) > LARGEST_TEMPLATE:
        raise refuse(TemplateProblem.TOO_HEAVY)
    if content.startswith(_OLE):
        raise refuse(TemplateProblem.PROTECTED)
    if not content.startswith(b"PK"):
        raise refuse(TemplateProblem.NOT_WORD)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _read(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError, OSError) as error:
        raise refuse(TemplateProblem.DAMAGED) from error


def _read(package: zipfile.ZipFile) -> dict[str, bytes]:
    entries = package.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise refuse(TemplateProblem.TOO_HEAVY)
    names = [entry.filename for entry in entries]
    if len({name.casefold() for name in names}) != len(names) or any(map(_strays, names)):
        raise refuse(TemplateProblem.DAMAGED)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refuse(TemplateProblem.PROTECTED)
    parts: dict[str, bytes] = {}
    left = _LARGEST_WHOLE
    for entry in entries:
        most = min(left, _LARGEST_XML if entry.filename.endswith(_XML) else left)
        steep = max(_STEEP_FROM, _STEEPEST * entry.compress_size)
        with package.open(entry) as stream:
            part = stream.read(min(most, steep) + 1)  # what the package says of its own sizes is not believed
        if len(part) > min(most, steep):
            raise refuse(TemplateProblem.TOO_HEAVY)
        left -= len(part)
        if not entry.is_dir():
            parts[entry.filename] = part
    return parts


def _strays(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or "\x00" in name or ":" in name


def packed(parts: dict[str, bytes]) -> bytes:
    """The package again."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return written.getvalue()
