"""What the cells of a row say besides the name, and which of them could not be read."""

from __future__ import annotations

import re
from sys import intern

from bot.domain.directory_imports import Datum, RowPlace, UnreadValue
from bot.importing.cells import Cells, Entry, Reading
from bot.importing.columns import Column
from bot.importing.contacts import contacts_of
from bot.importing.files import Row
from bot.importing.groups import listed
from bot.importing.marks import Mark, group_named, is_mark, mark_of, names_no_group
from bot.importing.names import titles_of
from bot.importing.words import spaced, words_of

_FORMULA = re.compile(r"=\s*(?:\w[\w.]*\(|\$?[A-Z]{1,3}\$?\d|'|\[)")
_NOWHERE = frozenset({"", "non", "no", "hors qpv", "aucun", "0", "sans objet", "-"})
_NO_NAMES = _NOWHERE | {"oui", "o", "x", "1", "qpv", "en qpv"}
_OF_PERSON = (Column.PHONE, Column.EMAIL, Column.CONTACT)
_OF_STRUCTURE = (Column.STRUCTURE_PHONE, Column.STRUCTURE_EMAIL)


def values_of(row: Row, cells: Cells, reading: Reading) -> Entry:
    """All but the name; what could not be read goes to the report."""
    entry = Entry(row=row.place, name=None, insee=cells.of(Column.INSEE), commune=intern(_commune(cells)))
    entry.structure, entry.function = map(intern, _structure_and_function(cells, row.place, reading))  # the same on many rows
    entry.also(*(cell for _, cell in cells.each(Column.NOTE)))
    entry.also(*(f"{title} : {cell}" if title else cell for title, cell in cells.each(Column.UNKNOWN, Column.ADDRESS)))
    if spaced(entry.structure) in words_of("contents", "no_structure"):
        entry.also(entry.structure)
        entry.structure = ""
    entry.phones, entry.emails = _contacts(cells, _OF_PERSON, entry, reading)
    entry.structure_phones, entry.structure_emails = _contacts(cells, _OF_STRUCTURE, entry, reading)
    entry.groups = _groups(cells, entry, reading)
    entry.others = tuple(_mandate(line) for line in cells.of(Column.OTHER_MANDATES).split("\n") if line)
    entry.neighbourhood = _neighbourhood(cells, entry)
    entry.aliases = tuple(line for line in cells.of(Column.ALIASES).split("\n") if line)
    return entry


def _neighbourhood(cells: Cells, entry: Entry) -> str:
    """The name of a QPV; « oui » or a cross does not say which, so it is noted, and « non » says nothing."""
    said = cells.on_one_line(Column.NEIGHBOURHOOD)
    if is_mark(said) or spaced(said) in _NO_NAMES:
        if spaced(said) not in _NOWHERE and said:
            entry.also(f"QPV : {said}")
        return ""
    return intern(said[:1].upper() + said[1:])


def civility_of(row: Row, cells: Cells, reading: Reading) -> tuple[str | None, bool]:
    """The civility that its own column says, and whether she is a doctor."""
    said = cells.of(Column.CIVILITY)
    civility, doctor, left = titles_of(f"{said} x x")
    if said and left != "x x":
        reading.not_kept(row.place, Datum.CIVILITY, said)
    return civility, doctor


def _structure_and_function(cells: Cells, row: RowPlace, reading: Reading) -> tuple[str, str]:
    said = {column: cells.on_one_line(column) for column in (Column.STRUCTURE, Column.FUNCTION, Column.SERVICE)}
    for column, text in said.items():
        if _FORMULA.match(text):
            reading.not_kept(row, Datum.STRUCTURE if column is Column.STRUCTURE else Datum.FUNCTION, text)
            said[column] = ""
    structure, function, service = said.values()
    if service and not structure:
        structure, service = service, ""
    return structure, " – ".join(part for part in (function, service) if part)


def _contacts(cells: Cells, columns: tuple[Column, ...], entry: Entry, reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phones and mails of those cells; words beside them become a note, and a cell that gives nothing is reported."""
    phones: dict[str, None] = {}
    emails: dict[str, None] = {}
    for column in columns:
        for title, cell in cells.each(column):
            found = contacts_of(cell)
            wanted = Datum.EMAIL if column in (Column.EMAIL, Column.STRUCTURE_EMAIL) else Datum.PHONE
            if not (found.phones or found.emails or found.unread):
                reading.not_kept(entry.row, wanted, cell)
                continue
            for said in found.unread:
                reading.not_kept(entry.row, Datum.EMAIL if "@" in said else Datum.PHONE, said)
            reading.unread += [
                UnreadValue(row=entry.row, datum=Datum.PHONE, said=phone.number, kept=True) for phone in found.phones if not phone.sure
            ]
            if found.beside:
                entry.also(f"{title} : {cell}" if title else cell)
            phones |= dict.fromkeys(phone.number for phone in found.phones)
            emails |= dict.fromkeys(found.emails)
    return tuple(phones), tuple(emails)


def _groups(cells: Cells, entry: Entry, reading: Reading) -> tuple[str, ...]:
    """The groups listed, then those ticked; a mark that leaves a doubt makes no member."""
    found: list[str] = []
    for title, cell in cells.each(Column.GROUPS):
        if not is_mark(cell):
            found += listed(cell)
        elif mark_of(cell) is Mark.MEMBER:
            if names_no_group(title):
                reading.not_kept(entry.row, Datum.GROUPS, f"{title} : {cell}" if title else cell)
            else:
                found.append(group_named(title))
    for title, cell in cells.each(Column.GROUP_MARK):
        mark, group = mark_of(cell), group_named(title)
        if mark in (Mark.MEMBER, Mark.MEMBER_AS):
            found.append(group)
        if mark is Mark.MEMBER_AS:
            entry.also(f"{group} : {cell}")
        elif mark is Mark.UNCLEAR:
            reading.not_kept(entry.row, Datum.GROUPS, f"{group} : {cell}")
    return tuple(map(intern, dict.fromkeys(found)))


def _commune(cells: Cells) -> str:
    commune, postcode = cells.on_one_line(Column.COMMUNE), cells.of(Column.POSTCODE)
    if commune or postcode:
        return f"{postcode} {commune}".strip()
    address = cells.on_one_line(Column.ADDRESS)
    at = re.search(r"\b\d{5}\b.*", address)
    return at[0] if at else ""


def _mandate(line: str) -> tuple[str, str]:
    """« Structure : fonction »; either may be missing."""
    structure, _, function = f" {line} ".partition(" : ")
    return structure.strip(), function.strip()
