"""What each row of a file says: a person, a structure, or nothing that can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.domain.directory import once
from bot.domain.directory_imports import AsideReason, Datum, LeftAside
from bot.importing.blocks import filled_down
from bot.importing.cells import Cells, Entry, Reading
from bot.importing.columns import Column, Layout, begins_like_a_function, header_of, profile, settled
from bot.importing.files import Row, Table
from bot.importing.named_rows import NamesRead, is_a_person, mails_of_nobody, names_of, share_of
from bot.importing.names import Habits, Name, read_name
from bot.importing.places import Places
from bot.importing.row_values import civility_of, values_of
from bot.importing.signatures import signature
from bot.importing.words import says_nothing, spaced, words, words_of

_Some = TypeVar("_Some")
_SEARCHED_FOR_HEADER = 60
_GROUP_START = re.compile(r"^\s*(gt|copil|cotech|commission|groupe de travail)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Section:
    """What the last section row said for those below it."""

    structure: str = ""
    commune: str = ""
    group: str = ""


def read_entries(tables: list[Table], places: Places) -> Reading:
    """The entries of all tables, in order; what was read is let go, and the list ends empty."""
    reading, habits = Reading(), Habits()
    runs = [(layout, filled_down(layout, rows)) for table in _let_go(tables) for layout, rows in _runs(table, places, reading)]
    for layout, rows in runs:
        _learn(layout, rows, habits)
    for layout, rows in runs:
        section = _Section()
        reading.left_columns.update(_not_read(layout, rows))
        for row in _let_go(rows):
            _read_row(row, layout, section, habits, places, reading)
    return reading


def _let_go(several: list[_Some]) -> Iterator[_Some]:
    """Each in turn, which the list then holds no more: a hundred thousand rows weigh."""
    several.reverse()
    while several:
        yield several.pop()


def _runs(table: Table, places: Places, reading: Reading) -> Iterator[tuple[Layout, list[Row]]]:
    """Rows under the same header; titles and repeated headers go aside."""
    reading.read += len(table.rows) + len(table.unreadable)
    reading.aside += [LeftAside(row=place, reason=AsideReason.UNREADABLE, said="") for place in table.unreadable]
    reading.left_columns.update(table.left)
    if table.roles is not None:
        yield Layout({place: Column(role) for place, role in enumerate(table.roles)}, last_first=False), list(table.rows)
        return
    layout, rows = _before_any_header(table, places), list[Row]()
    started, above = layout is not None, None
    for row in table.rows:
        header = header_of(row, above=above)
        above = row
        if header is None:
            if started:
                rows.append(row)
            else:
                reading.aside.append(LeftAside(row=row.place, reason=AsideReason.TITLE, said=row.said()))
            continue
        reading.aside.append(LeftAside(row=row.place, reason=AsideReason.TITLE, said=row.said()))
        if layout is not None and rows and header.columns != layout.columns:
            yield settled(_copy(layout), rows, places), rows
            rows = []
        if layout is None or not rows:
            layout = header
        started = True
    if layout is not None and rows:
        yield settled(_copy(layout), rows, places), rows


def _not_read(layout: Layout, rows: Sequence[Row]) -> list[str]:
    """The titles of the columns of which nothing is kept as such: unknown ones, and in a table of structures what only people have."""
    columns = [Column.LEFT, Column.UNKNOWN]
    if not layout.names_people:
        columns += [Column.FUNCTION, Column.GROUPS, Column.GROUP_MARK, Column.NOTE, Column.ADDRESS, Column.CIVILITY, Column.OTHER_MANDATES]
    said = [place for place in layout.all_of(*columns) if any(len(row.cells) > place and row.cells[place] for row in rows)]
    return [layout.titles.get(place, f"la {place + 1}ᵉ, sans titre") for place in said if place in layout.titles or not layout.names_people]


def _copy(layout: Layout) -> Layout:
    return Layout(dict(layout.columns), dict(layout.titles), layout.last_first)


def _before_any_header(table: Table, places: Places) -> Layout | None:
    """An empty layout when the table has no header but looks like a directory all the same."""
    if any(header_of(row) for row in table.rows[:_SEARCHED_FOR_HEADER]):
        return None
    width = max((len(row.cells) for row in table.rows), default=0)
    sample = table.rows[:200]
    for place in range(width):
        cells = [row.cells[place] for row in sample if place < len(row.cells) and row.cells[place]]
        seen = profile(cells, places)
        if cells and len(cells) * 3 > len(sample) and max(seen.share(Column.EMAIL), seen.share(Column.PHONE)) > 0.5:
            return Layout()
    return None


def _learn(layout: Layout, rows: Sequence[Row], habits: Habits) -> None:
    for row in rows:
        cells = Cells(row, layout)
        if cells.full:
            name = read_name(cells.full)
            if name is not None:
                habits.learn(name, cells.full)
        elif cells.first and cells.last:
            habits.firsts.update(words(cells.first))


def _read_row(row: Row, layout: Layout, section: _Section, habits: Habits, places: Places, reading: Reading) -> None:
    cells = Cells(row, layout)
    if _opens_section(row, cells, layout, section, places):
        reading.aside.append(LeftAside(row=row.place, reason=AsideReason.TITLE, said=row.said()))
        return
    said = cells.full or " ".join(part for part in (cells.last, cells.first) if part)
    if said.startswith("="):
        reading.aside.append(LeftAside(row=row.place, reason=AsideReason.FORMULA, said=row.said()))
        return
    if spaced(said) in words_of("contents", "totals"):
        reading.aside.append(LeftAside(row=row.place, reason=AsideReason.TITLE, said=row.said()))
        return
    base = values_of(row, cells, reading)
    base.structure = base.structure or section.structure
    base.commune = base.commune or section.commune
    base.groups += (section.group,) if section.group else ()
    named = names_of(cells, layout, habits, base)
    reading.not_kept(row.place, Datum.NAME, *named.unread)
    if not named.names and not base.structure:
        reading.aside.append(LeftAside(row=row.place, reason=AsideReason.NO_NAME, said=row.said()))
    elif not named.names:
        _structure_alone(base, named, layout, reading)
    else:
        _people(row, cells, base, named.names, reading)


def _structure_alone(base: Entry, named: NamesRead, layout: Layout, reading: Reading) -> None:
    """A row of a structure; what its sheet has no place for is reported, by column where the whole table names nobody."""
    if named.unread:  # somebody's own: never given to the house
        reading.not_kept(base.row, Datum.PHONE, *base.phones)
        reading.not_kept(base.row, Datum.EMAIL, *base.emails)
    else:
        base.structure_phones = once(base.phones + base.structure_phones)
        base.structure_emails = once(base.emails + base.structure_emails)
    if layout.names_people:
        reading.not_kept(base.row, Datum.FUNCTION, base.function)
        reading.not_kept(base.row, Datum.GROUPS, *base.groups)
        reading.not_kept(base.row, Datum.NOTE, *base.notes)
    reading.entries.append(base)


def _people(row: Row, cells: Cells, base: Entry, names: Sequence[Name], reading: Reading) -> None:
    civility, doctor = civility_of(row, cells, reading)
    for rank, name in enumerate(names):
        entry = base if len(names) == 1 else share_of(base, rank, names)
        entry.name = replace(name, civility=name.civility or civility, doctor=name.doctor or doctor)
        if name.aside and not entry.function and begins_like_a_function(name.aside):
            entry.function = name.aside
        elif name.aside:
            entry.also(name.aside)
        reading.entries.append(entry)
    if len(names) > 1:
        reading.not_kept(row.place, Datum.EMAIL, *mails_of_nobody(base.emails, names))


def _opens_section(row: Row, cells: Cells, layout: Layout, section: _Section, places: Places) -> bool:
    """Whether a row is the title of those below, which may lend them a structure, a commune or a group."""
    said = [cell for cell in row.cells if not says_nothing(cell)]
    if len(said) != 1:
        return False
    title = said[0]
    if (
        "@" in title
        or sum(sign.isdigit() for sign in title) > 7
        or (title == cells.full and is_a_person(title))
        or (title == cells.of(Column.STRUCTURE) and (title != row.cells[0] or layout.in_blocks))
    ):
        return False
    section.structure = section.commune = section.group = ""
    if _GROUP_START.match(title) and not layout.all_of(Column.GROUPS):
        section.group = title
    elif not layout.all_of(Column.COMMUNE) and places.read(title).insee is not None:
        section.commune = title
    elif not layout.all_of(Column.STRUCTURE) and signature(title).kinds:
        section.structure = title
    return True
