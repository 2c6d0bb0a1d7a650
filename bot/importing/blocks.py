"""Whether a table writes each structure once, for all the people below it, as merged cells become when a file is saved as text."""

from __future__ import annotations

from dataclasses import replace

from bot.importing.columns import Column, Layout
from bot.importing.files import Row
from bot.importing.words import says_nothing, spaced

_FEWEST_ROWS = 5
_BLANK = 0.4  # of the rows, at least


def filled_down(layout: Layout, rows: list[Row]) -> list[Row]:
    """The rows, each with the structure of its block; as they are when the table is not in blocks."""
    places = layout.all_of(Column.STRUCTURE)
    if len(places) != 1 or places[0] != min(layout.columns, default=0) or not layout.names_people or len(rows) < _FEWEST_ROWS:
        return rows
    place = places[0]
    said = [row.cells[place] if row.cells and place < len(row.cells) else "" for row in rows]
    told = [spaced(cell) for cell in said if cell]
    if (
        not said[0]
        or len(told) < 2
        or len(told) != len(set(told))
        or said.count("") < _BLANK * len(rows)
        or any(map(says_nothing, filter(None, said)))
    ):
        return rows
    layout.in_blocks = True
    kept: list[Row] = []
    current = ""
    for row, cell in zip(rows, said, strict=True):
        current = cell or current
        kept.append(row if cell else replace(row, cells=(*row.cells[:place], current, *row.cells[place + 1 :])))
    return kept
