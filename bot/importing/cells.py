"""What one row of a file says, cell by cell, before anything is told apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bot.domain.directory_imports import LeftAside, RowPlace, UnreadValue
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
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    structure_phones: list[str] = field(default_factory=list)
    structure_emails: list[str] = field(default_factory=list)
    commune: str = ""
    insee: str = ""
    groups: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)  # structure and function of her other mandates
    aliases: tuple[str, ...] = ()  # other names of the structure


@dataclass(slots=True)
class Reading:
    """All entries of a file, and what was left aside."""

    entries: list[Entry] = field(default_factory=list)
    aside: list[LeftAside] = field(default_factory=list)
    unread: list[UnreadValue] = field(default_factory=list)
    left_columns: Counter[str] = field(default_factory=Counter)
    read: int = 0


class Cells:
    """The cells of a row by what their column holds."""

    __slots__ = ("_row", "first", "full", "last", "layout")

    def __init__(self, row: Row, layout: Layout) -> None:
        self._row, self.layout = row, layout
        self.full, self.first, self.last = (self.of(c) for c in (Column.FULL_NAME, Column.FIRST_NAME, Column.LAST_NAME))

    def of(self, *columns: Column) -> str:
        """What stands in these columns, lines between them."""
        return "\n".join(cell for _, cell in self.each(*columns))

    def each(self, *columns: Column) -> list[tuple[str, str]]:
        """Title and content of each of these columns that says something."""
        cells, titles = self._row.cells, self.layout.titles
        places = [place for place in self.layout.all_of(*columns) if place < len(cells)]
        return [(titles.get(place, ""), cells[place]) for place in places if not says_nothing(cells[place])]
