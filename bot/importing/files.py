"""Which rows a file holds, whatever its kind; a hostile one is refused, and nothing in it is ever computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.directory_imports import FileProblem, RowPlace
from bot.domain.errors import FileRefused

HEAVIEST = 50_000_000  # bytes, as received
MOST_ROWS = 200_000
MOST_COLUMNS = 100
_TOO_FAR = f"toutes après la {MOST_COLUMNS}ᵉ"
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its cells as tidy text, up to the last one that is not empty; `beyond`: some stand further right than is read."""

    place: RowPlace
    cells: tuple[str, ...]
    beyond: bool = False

    def said(self) -> str:
        """How it begins, for a report."""
        return " · ".join(cell for cell in self.cells if cell)[:60]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that share their columns: a sheet, a CSV file, or the cards of a .vcf (`roles`: their columns need no guess)."""

    rows: tuple[Row, ...]
    roles: tuple[str, ...] | None = None
    unreadable: tuple[RowPlace, ...] = ()
    left: tuple[str, ...] = ()  # what the report says was not read: columns too far right, headings of a card


@dataclass(frozen=True, slots=True)
class ReadFile:
    """All tables of a file, and the sheets that were hidden."""

    tables: tuple[Table, ...]
    hidden: tuple[str, ...] = ()


def read_file(name: str, content: bytes) -> ReadFile:
    """The rows of that file; `name` tells its kind when its content does not. Raises FileRefused."""
    if len(content) > HEAVIEST:
        raise FileRefused(FileProblem.TOO_HEAVY)
    if not content.strip(b"\x00 \t\r\n"):
        raise FileRefused(FileProblem.EMPTY)
    ending = name.rpartition(".")[2].casefold()
    if content.startswith(_OLD_OFFICE):
        raise FileRefused(FileProblem.OLD_EXCEL if ending == "xls" else FileProblem.PROTECTED)
    if content.startswith(_ZIP):
        if ending not in ("xlsx", "xlsm", "xltx"):
            raise FileRefused(FileProblem.KIND)
        from bot.importing.workbooks import read_workbook

        return read_workbook(content)
    if ending in ("xlsx", "xlsm"):
        raise FileRefused(FileProblem.DAMAGED)
    if ending not in ("csv", "txt", "tsv", "vcf", "vcard"):
        raise FileRefused(FileProblem.KIND)
    from bot.importing.encodings import decoded

    text = decoded(content)
    if ending in ("vcf", "vcard") or "BEGIN:VCARD" in text[:200].upper():
        from bot.importing.vcards import read_cards

        return ReadFile((read_cards(text),))
    from bot.importing.delimited import read_delimited

    return ReadFile((read_delimited(text),))


def rows_of(raw: Iterable[tuple[int, Iterable[object]]], *, sheet: str | None, already: int = 0) -> Iterator[Row]:
    """The rows that say something, tidied; `already` counts those of earlier sheets. Raises FileRefused past the limit."""
    kept = already
    for number, values in raw:
        cells = [tidy(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        kept += 1
        if kept > MOST_ROWS:
            raise FileRefused(FileProblem.TOO_MANY_ROWS)
        yield Row(RowPlace(number=number, sheet=sheet), tuple(cells[:MOST_COLUMNS]), len(cells) > MOST_COLUMNS)


def table_of(raw: Iterable[tuple[int, Iterable[object]]], *, sheet: str | None, already: int = 0, beyond: bool = False) -> Table:
    """These rows as a table, which says when it has columns `beyond` those that are read. Raises FileRefused."""
    rows = tuple(rows_of(raw, sheet=sheet, already=already))
    too_far = (_TOO_FAR + (f" de la feuille « {sheet} »" if sheet else ""),)
    return Table(rows, left=too_far if beyond or any(row.beyond for row in rows) else ())


_SPACES = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2007": " ", "\t": " ", "\u200b": None, "\ufeff": None, "\x00": None, "\r": "\n"})


def tidy(value: object) -> str:
    """A cell as text: plain spaces, lines kept, whole numbers without « .0 », and `="0466…"` as the text that it protects."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = str(value).translate(_SPACES)
    if text.startswith('="') and text.endswith('"') and text.count('"') == 2:
        text = text[2:-1]
    if len(text) > 1 and text[0] == "'" and text[1] in "=+-@":
        text = text[1:]  # how text that begins with a sign is protected
    if "\n" in text:
        return "\n".join(line for line in (" ".join(part.split()) for part in text.split("\n")) if line)
    return " ".join(text.split())
