"""What each row of a file says: a person, a structure, or nothing that can be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.directory_imports import AsideReason, Datum, LeftAside, UnreadValue
from bot.importing.cells import Cells, Entry, Reading
from bot.importing.columns import Column, Layout, header_of, profile, settled
from bot.importing.contacts import contacts_of
from bot.importing.files import Row, Table
from bot.importing.groups import listed
from bot.importing.named_rows import is_a_person, names_of, share_of
from bot.importing.names import Habits, Name, read_name, titles_of
from bot.importing.places import Places
from bot.importing.signatures import signature
from bot.importing.words import says_nothing, spaced, words, words_of

_SEARCHED_FOR_HEADER = 60
_GROUP_START = re.compile(r"^\s*(gt|copil|cotech|commission|groupe de travail)\b", re.IGNORECASE)
_NO_MARK = frozenset({"non", "n", "0", "no", "faux", "false", "absent"})
_GROUP_TITLE_END = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(slots=True)
class _Section:
    """What the last section row said for those below it."""

    structure: str = ""
    commune: str = ""
    group: str = ""


def read_entries(tables: Sequence[Table], places: Places) -> Reading:
    """The entries of all tables, in order."""
    reading, habits = Reading(), Habits()
    runs = [run for table in tables for run in _runs(table, places, reading)]
    for layout, rows in runs:
        _learn(layout, rows, habits)
    for layout, rows in runs:
        section = _Section()
        for title in (layout.titles[place] for place in layout.all_of(Column.LEFT, Column.UNKNOWN) if place in layout.titles):
            reading.left_columns[title] += 1
        for row in rows:
            _read_row(row, layout, section, habits, places, reading)
    return reading


def _runs(table: Table, places: Places, reading: Reading) -> Iterator[tuple[Layout, list[Row]]]:
    """Rows under the same header; titles and repeated headers go aside."""
    reading.read += len(table.rows) + len(table.unreadable)
    reading.aside += [LeftAside(row=place, reason=AsideReason.UNREADABLE, said="") for place in table.unreadable]
    if table.roles is not None:
        yield Layout({place: Column(role) for place, role in enumerate(table.roles)}, last_first=False), list(table.rows)
        return
    layout, rows = _before_any_header(table, places), list[Row]()
    started = layout is not None
    for row in table.rows:
        header = header_of(row)
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
    base = _base(row, cells, section, reading)
    names = names_of(cells, base.emails, layout, habits, base)
    if not names and not base.structure:
        reading.aside.append(LeftAside(row=row.place, reason=AsideReason.NO_NAME, said=row.said()))
        return
    civility, doctor, _ = titles_of(f"{cells.of(Column.CIVILITY)} x x")
    if not names:
        base.structure_phones += base.phones
        base.structure_emails += base.emails
        reading.entries.append(base)
    for rank, name in enumerate(names):
        entry = base if len(names) == 1 else share_of(base, rank, names)
        entry.name = Name(name.first, name.last, name.civility or civility, name.doctor or doctor, name.initial, name.sure, name.aside)
        if name.aside:
            entry.notes.append(name.aside)
        reading.entries.append(entry)


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
        or (title == cells.of(Column.STRUCTURE) and title != row.cells[0])
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


def _base(row: Row, cells: Cells, section: _Section, reading: Reading) -> Entry:
    """All but the name."""
    found = contacts_of(cells.of(Column.PHONE, Column.EMAIL, Column.CONTACT))
    shared = contacts_of(cells.of(Column.STRUCTURE_PHONE, Column.STRUCTURE_EMAIL))
    reading.unread += [
        UnreadValue(row=row.place, datum=Datum.EMAIL if "@" in said else Datum.PHONE, said=said) for said in found.unread + shared.unread
    ]
    reading.unread += [
        UnreadValue(row=row.place, datum=Datum.PHONE, said=phone.number, kept=True)
        for phone in found.phones + shared.phones
        if not phone.sure
    ]
    structure = " ".join(cells.of(Column.STRUCTURE).split("\n")) or section.structure
    function, service = " ".join(cells.of(Column.FUNCTION).split("\n")), " ".join(cells.of(Column.SERVICE).split("\n"))
    if service and not structure:
        structure, service = service, ""
    notes = [cell for _, cell in cells.each(Column.NOTE)]
    notes += [f"{title} : {cell}" if title else cell for title, cell in cells.each(Column.UNKNOWN, Column.ADDRESS)]
    if spaced(structure) in words_of("contents", "no_structure"):
        notes.append(structure)
        structure = ""
    marks = [
        _GROUP_TITLE_END.sub("", title) for title, cell in cells.each(Column.GROUP_MARK) if cell.casefold().strip(".") not in _NO_MARK
    ] + [title for title, cell in _crosses(row, cells)]
    return Entry(
        row=row.place,
        name=None,
        structure=structure,
        function=" – ".join(part for part in (function, service) if part),
        phones=[phone.number for phone in found.phones],
        emails=list(found.emails),
        structure_phones=[phone.number for phone in shared.phones],
        structure_emails=list(shared.emails),
        commune=_commune(cells) or section.commune,
        insee=cells.of(Column.INSEE),
        groups=[*listed(cells.of(Column.GROUPS)), *dict.fromkeys(marks), *([section.group] if section.group else [])],
        notes=notes,
        others=[_mandate(line) for line in cells.of(Column.OTHER_MANDATES).split("\n") if line],
        aliases=tuple(line for line in cells.of(Column.ALIASES).split("\n") if line),
    )


def _crosses(row: Row, cells: Cells) -> list[tuple[str, str]]:
    """Groups ticked with a sign that elsewhere says nothing: « x »."""
    layout = cells.layout
    places = [place for place in layout.all_of(Column.GROUP_MARK) if place < len(row.cells)]
    return [(_GROUP_TITLE_END.sub("", layout.titles[place]), row.cells[place]) for place in places if row.cells[place].casefold() == "x"]


def _commune(cells: Cells) -> str:
    commune, postcode = cells.of(Column.COMMUNE).replace("\n", " "), cells.of(Column.POSTCODE)
    if commune or postcode:
        return f"{postcode} {commune}".strip()
    address = cells.of(Column.ADDRESS).replace("\n", " ")
    at = re.search(r"\b\d{5}\b.*", address)
    return at[0] if at else ""


def _mandate(line: str) -> tuple[str, str]:
    """« Structure : fonction »; either may be missing."""
    structure, _, function = f" {line} ".partition(" : ")
    return structure.strip(), function.strip()
