"""Which rows a workbook holds: its visible sheets, as text; macros, links and formulas stay asleep."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from bot.domain.directory_imports import FileProblem
from bot.domain.errors import FileRefused
from bot.importing.files import MOST_COLUMNS, ReadFile, Table, table_of

_LARGEST_UNFOLDED = 200_000_000  # bytes of all parts together
_LARGEST_STRINGS = 60_000_000  # they are held in memory whole
_MOST_PARTS = 2_000
_MERGED = re.compile(rb'<mergeCell [^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_BEYOND = re.compile(rb'<c r="(?:C[W-Z]|[D-Z][A-Z]|[A-Z]{3})\d+"(?:[^>]*[^/>])?><')  # CV is the 100th
_MOST_MERGED = 20_000
_PIECE = 1 << 20
_OF_DIRECTORY = frozenset({"personnes", "structures"})
_OURS = _OF_DIRECTORY | {"réunions", "présences", "contributions"}


def read_workbook(content: bytes) -> ReadFile:
    """The rows of every visible sheet. Raises FileRefused."""
    archive = _checked(content)
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out (validation, styles) does not concern us
        try:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False, keep_vba=False, data_only=False)
            return _tables(book, archive)
        except FileRefused:
            raise
        except Exception as broken:  # whatever a spoilt file makes the library raise: the file is what is wrong
            raise FileRefused(FileProblem.DAMAGED) from broken


def _tables(book: Any, archive: zipfile.ZipFile) -> ReadFile:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
    tables: list[Table] = []
    if {sheet.title for sheet in visible} >= _OURS:  # our own export: the other sheets are no directory
        hidden += tuple(sheet.title for sheet in visible if sheet.title not in _OF_DIRECTORY)
        visible = [sheet for sheet in visible if sheet.title in _OF_DIRECTORY]
    already = 0
    for sheet in visible:
        sheet.reset_dimensions()  # the size that the file claims may be a lie
        merged, beyond = _merged_and_beyond(archive, sheet._worksheet_path)
        raw = enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1)
        table = table_of(_filled(raw, merged), sheet=sheet.title if len(visible) > 1 else None, already=already, beyond=beyond)
        already += len(table.rows)
        tables.append(table)
    return ReadFile(tuple(tables), hidden)


def _checked(content: bytes) -> zipfile.ZipFile:
    """The archive, refused when it is too large once unfolded, protected, or when a part declares entities."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as broken:
        raise FileRefused(FileProblem.DAMAGED) from broken
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNFOLDED:
        raise FileRefused(FileProblem.BOMB)
    if any(part.file_size > _LARGEST_STRINGS for part in parts if part.filename.casefold().endswith("sharedstrings.xml")):
        raise FileRefused(FileProblem.BOMB)
    for part in parts:
        if part.flag_bits & 0x1:
            raise FileRefused(FileProblem.PROTECTED)
        if part.filename.endswith((".xml", ".rels")) and _declares_entities(archive, part):
            raise FileRefused(FileProblem.BOMB)
    return archive


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    try:
        with archive.open(part) as opened:
            head = opened.read(4096).replace(b"\x00", b"")
    except Exception as broken:  # a part that cannot be unfolded
        raise FileRefused(FileProblem.DAMAGED) from broken
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _merged_and_beyond(archive: zipfile.ZipFile, path: str) -> tuple[dict[int, list[tuple[int, int]]], bool]:
    """By column (0 is A), first and last row of the cells merged downwards; and whether a cell beyond the last column read says something.

    Read as text, so that nothing is held in memory.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    count, tail, beyond = 0, b"", False
    with archive.open(path.lstrip("/")) as opened:
        while piece := opened.read(_PIECE):
            text = tail + piece
            beyond = beyond or _BEYOND.search(text) is not None
            for match in _MERGED.finditer(text) if count <= _MOST_MERGED else ():
                count += 1
                first, last = int(match[2]), int(match[4])
                if last > first:
                    found.setdefault(_column(match[1]), []).append((first, last))
            tail = text[text.rfind(b"<") :][-200:]
    return found, beyond


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _filled(raw: Iterator[tuple[int, tuple[Any, ...]]], merged: dict[int, list[tuple[int, int]]]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows, the value of a cell merged downwards repeated on each row that it covers."""
    if not merged:
        yield from raw
        return
    waiting = {column: sorted(ranges, reverse=True) for column, ranges in merged.items()}
    held: dict[int, tuple[int, Any]] = {}
    for number, values in raw:
        cells = list(values)
        for column, ranges in waiting.items():
            if column >= len(cells):
                continue
            if ranges and ranges[-1][0] == number:
                held[column] = (ranges.pop()[1], cells[column])
            until, value = held.get(column, (0, None))
            if number <= until and cells[column] is None:
                cells[column] = value
        yield number, tuple(cells)
