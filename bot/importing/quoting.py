"""Which lines of a text file with separators make one record, when a quote opened in one of them may or may not be closed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

_SAMPLE = 300
_LONGEST_CELL = 500  # lines; a quote that is not closed within them was never meant to open anything


def records(text: str, sign: str) -> Iterator[list[str]]:
    """The cells of each record. A quote that would swallow the rows below is taken as a sign like another. Raises csv.Error."""
    lines = list(io.StringIO(text, newline=""))
    usual = _usual_width(lines, sign)
    at = 0
    while at < len(lines):
        last = _last_line(lines, at, sign=sign, usual=usual)
        if last is None:
            yield next(csv.reader([_without_open_quotes(lines[at], sign)], delimiter=sign), [])
            at += 1
        else:
            yield next(csv.reader(lines[at : last + 1], delimiter=sign), [])
            at = last + 1


def _usual_width(lines: Sequence[str], sign: str) -> int:
    """How many cells most records have: as the quotes say where half the sample reads well, else of the lines that no quote breaks."""
    sample = lines[:_SAMPLE]
    reader, widths, read = csv.reader(sample, delimiter=sign, strict=True), Counter[int](), 0
    try:
        for record in reader:
            read = reader.line_num
            widths[len(record)] += any(record)
    except csv.Error:
        if read * 2 < len(sample):
            whole = (line for line in sample if line.strip() and line.count('"') % 2 == 0 and _open_quote(line, sign) is None)
            widths = Counter(len(next(csv.reader([line], delimiter=sign), [])) for line in whole)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _last_line(lines: Sequence[str], first: int, *, sign: str, usual: int) -> int | None:
    """The line that ends the record begun at `first`; None when the quote that it opens swallows other rows."""
    if '"' not in lines[first] or _open_quote(lines[first], sign) is None:
        return first
    for at in range(first + 1, min(len(lines), first + _LONGEST_CELL)):
        end = _closing(lines[at], 0)
        if end is None:
            if usual > 2 and _width(lines[at], sign) == usual:
                return None  # a row that says all by itself
            continue
        if lines[at][end + 1 : end + 2] not in (sign, "\r", "\n", ""):
            return None  # this quote opens a cell of another row
        if usual > 2 and _width(lines[first], sign) == _width(lines[at], sign) == usual:
            return None
        if _open_quote(lines[at][end + 1 :], sign) is None:
            return at
    return None


def _width(line: str, sign: str) -> int:
    return line.count(sign) + 1


def _open_quote(line: str, sign: str) -> int | None:
    """Where the quote stands that opens a cell which this line does not close."""
    at = 0
    while True:
        if line[at : at + 1] == '"':
            end = _closing(line, at + 1)
            if end is None:
                return at
            at = end + 1
        following = line.find(sign, at)
        if following < 0:
            return None
        at = following + 1


def _closing(line: str, at: int) -> int | None:
    """Where the next quote that is not doubled stands."""
    while (at := line.find('"', at)) >= 0:
        if line[at + 1 : at + 2] != '"':
            return at
        at += 2
    return None


def _without_open_quotes(line: str, sign: str) -> str:
    while (at := _open_quote(line, sign)) is not None:
        line = line[:at] + line[at + 1 :]
    return line
