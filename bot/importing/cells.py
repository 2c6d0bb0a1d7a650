"""What one row of a file says, cell by cell, before anything is told apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bot.domain.directory_imports import Datum, LeftAside, RowPlace, UnreadValue
from bot.importing.columns import Column, Layout
from bot.importing.files import Row
from bot.importing.names import Name
from bot.importing.words import says_nothing


@dataclass(slots=True)
class Entry:
    """A row as read, before structures, communes and people are told apart; `name` None: only a structure."""

    row: RowPlace
    name: Name | None
    structure: str = ""
    function: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    structure_phones: tuple[str, ...] = ()
    structure_emails: tuple[str, ...] = ()
    commune: str = ""
    insee: str = ""
    groups: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()  # structure and function of her other mandates
    aliases: tuple[str, ...] = ()  # other names of the structure
    neighbourhood: str = ""  # the QPV in which the structure is

    def also(self, *notes: str) -> None:
        """Adds these notes."""
        self.notes = (*self.notes, *notes)


@dataclass(slots=True)
class Reading:
    """All entries of a file, and what was left aside."""

    entries: list[Entry] = field(default_factory=list)
    aside: list[LeftAside] = field(default_factory=list)
    unread: list[UnreadValue] = field(default_factory=list)
    left_columns: Counter[str] = field(default_factory=Counter)
    read: int = 0

    def not_kept(self, row: RowPlace, datum: Datum, *said: str) -> None:
        """Takes note of what these cells said, which no sheet will hold."""
        self.unread += [UnreadValue(row=row, datum=datum, said=one) for one in dict.fromkeys(said) if one]


class Cells:
    """The cells of a row by what their column holds."""

    __slots__ = ("_by_column", "first", "full", "last", "layout")

    def __init__(self, row: Row, layout: Layout) -> None:
        self.layout = layout
        self._by_column: dict[Column, list[tuple[str, str]]] = {}
        for place, cell in enumerate(row.cells):
            if not cell:
                continue
            column = layout.columns.get(place, Column.UNKNOWN)
            ticked = cell in ("x", "X") and column in (Column.UNKNOWN, Column.GROUPS)
            if not says_nothing(cell) or column is Column.GROUP_MARK or ticked:
                self._by_column.setdefault(column, []).append((layout.titles.get(place, ""), cell))
        self.full, self.first, self.last = (self.of(c) for c in (Column.FULL_NAME, Column.FIRST_NAME, Column.LAST_NAME))

    def of(self, *columns: Column) -> str:
        """What stands in these columns, lines between them."""
        return "\n".join([cell for column in columns for _, cell in self._by_column.get(column, ())])

    def on_one_line(self, *columns: Column) -> str:
        """The same, its lines made one."""
        return " ".join(self.of(*columns).split("\n"))

    def each(self, *columns: Column) -> list[tuple[str, str]]:
        """Title and content of each cell of these columns that says something."""
        return [told for column in columns for told in self._by_column.get(column, ())]
