"""Which rows a text file with separators holds."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice

from bot.domain.directory_imports import FileProblem
from bot.domain.errors import FileRefused
from bot.importing.files import Table, table_of
from bot.importing.quoting import records

_SEPARATORS = (";", "\t", ",", "|")
_SAMPLE_ROWS, _SAMPLE_TEXT = 300, 1_000_000


def read_delimited(text: str) -> Table:
    """The rows of the file; numbers are those that a spreadsheet would show. Raises FileRefused."""
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        separator, text, skipped = first.strip()[4], rest, 1
    else:
        separator = _separator(text)
    text = text.replace("\x00", "")
    try:
        return table_of(enumerate(records(text, separator), 1 + skipped), sheet=None)
    except csv.Error as broken:
        raise FileRefused(FileProblem.DAMAGED) from broken


def _separator(text: str) -> str:
    """The separator that gives most rows the same number of columns, and as many of them as possible."""
    return max(_SEPARATORS, key=lambda sign: _regularity(text, sign))


def _regularity(text: str, sign: str) -> tuple[float, int]:
    try:
        widths = Counter(len(row) for row in islice(records(text[:_SAMPLE_TEXT], sign), _SAMPLE_ROWS) if any(row))
    except csv.Error:
        return (0.0, 0)
    several = {width: rows for width, rows in widths.items() if width > 1}
    if not several:
        return (0.0, 0)
    width, rows = max(several.items(), key=lambda item: (item[1], item[0]))
    return (round(rows / sum(widths.values()), 1), width)
