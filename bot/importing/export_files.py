"""How what is taken out is written: a workbook, one CSV a noun and a .vcf, in which no cell can act as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from bot.domain.directory import ExportedNoun, ExportedSheet, ExportPart, KnownPerson, WholeDirectory
from bot.domain.people import Person
from bot.importing.places import Places

WORKBOOK, CARDS = "maillon.xlsx", "personnes.vcf"
_ACTING = ("=", "+", "-", "@", "\t", "\r", "|", "%")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST = 60
LONGEST_CONTACT = 2048  # bytes of a contact's vCard (Bot API, sendContact)
_PHONE_COLUMNS = {ExportedNoun.PEOPLE: (6,), ExportedNoun.STRUCTURES: (5,)}


def export_files(
    sheets: Sequence[ExportedSheet], columns: Mapping[ExportedNoun, tuple[str, ...]], directory: WholeDirectory
) -> dict[str, bytes]:
    """Every file by its name."""
    spoken = [_with_spoken_phones(sheet) for sheet in sheets]
    files = {WORKBOOK: _workbook(spoken, columns)}
    files |= {f"{sheet.noun.value}.csv": _delimited(sheet, columns[sheet.noun]) for sheet in spoken}
    return files | {CARDS: _cards(directory)}


def export_part(
    part: ExportPart, sheets: Sequence[ExportedSheet], *, columns: Mapping[ExportedNoun, tuple[str, ...]], directory: WholeDirectory
) -> bytes:
    """One file of the directory alone; its table (.csv) is that of the people."""
    if part is ExportPart.CARDS:
        return _cards(directory)
    spoken = [_with_spoken_phones(sheet) for sheet in sheets]
    if part is ExportPart.WORKBOOK:
        return _workbook(spoken, columns)
    return next(_delimited(sheet, columns[sheet.noun]) for sheet in spoken if sheet.noun is ExportedNoun.PEOPLE)


def _workbook(sheets: Sequence[ExportedSheet], columns: Mapping[ExportedNoun, tuple[str, ...]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.noun.value)
        page.freeze_panes = "A2"
        titles = columns[sheet.noun]
        for place, title in enumerate(titles):
            longest = max((len(str(row[place]).split("\n")[0]) for row in sheet.rows[:200] if row[place] is not None), default=0)
            page.column_dimensions[get_column_letter(place + 1)].width = min(max(longest, len(title)) + 2, _WIDEST)
        heads = [WriteOnlyCell(page, value=title) for title in titles]
        for head in heads:
            head.font = Font(bold=True)
        page.append(heads)
        page.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{len(sheet.rows) + 1}"
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(page: Any, value: object) -> Any:
    """Dates and numbers as they are; text that could act as a formula is marked as text."""
    if not isinstance(value, str):
        return value
    text = _UNPRINTABLE.sub("", str(value))[:32_000]
    if not text.startswith(_ACTING):
        return text
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, value=text)
    cell.data_type, cell.quotePrefix = "s", True
    return cell


def _delimited(sheet: ExportedSheet, titles: Sequence[str]) -> bytes:
    """Semicolons and a mark of UTF-8, as spreadsheets expect in France."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(titles)
    writer.writerows([_text(value) for value in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date | datetime | int):
        return str(value)
    text = _UNPRINTABLE.sub("", str(value))
    return f"'{text}" if text.startswith(_ACTING) else text


def _with_spoken_phones(sheet: ExportedSheet) -> ExportedSheet:
    """Numbers as one dials them: « 04 66 87 42 54 », « 00 41 22 379 00 00 »; no cell then begins with a sign."""
    places = _PHONE_COLUMNS.get(sheet.noun, ())
    rows = tuple(
        tuple(_dialled(value) if i in places and isinstance(value, str) else value for i, value in enumerate(r)) for r in sheet.rows
    )
    return ExportedSheet(noun=sheet.noun, rows=rows) if places else sheet


def _dialled(phones: str) -> str:
    return "\n".join(_one_dialled(phone) for phone in phones.split("\n"))


def _one_dialled(phone: str) -> str:
    if phone.startswith("+33") and len(phone) == 12:
        national = "0" + phone[3:]
        return " ".join(national[i : i + 2] for i in range(0, 10, 2))
    return "00" + phone[1:] if phone.startswith("+") else phone


def _cards(directory: WholeDirectory) -> bytes:
    structures = {structure.id: structure.name for structure in directory.structures}
    groups = {group.id: group.name for group in directory.groups}
    places = Places(directory.communes)
    return "".join(_card(person, structures, groups, places) for person in directory.people).encode("utf-8")


def card_of(person: Person, *, structure: str | None) -> str:
    """The vCard that goes with a contact: name, structure, function, phone and mail of somebody as she may be seen; empty when too long."""
    import vobject

    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family=person.last_name, given=person.first_name, prefix=person.civility or "")
    card.add("fn").value = person.full_name or "?"
    if structure:
        card.add("org").value = [structure]
    if person.function:
        card.add("title").value = person.function
    if person.phone:
        card.add("tel").value = person.phone
    if person.email:
        card.add("email").value = person.email
    text = str(card.serialize())
    return text if len(text.encode()) <= LONGEST_CONTACT else ""


def _card(person: KnownPerson, structures: Mapping[int, str], groups: Mapping[int, str], places: Places) -> str:
    import vobject

    card = vobject.vCard()
    title = " ".join(part for part in ("Dr" if person.doctor else "", person.civility or "") if part)
    card.add("n").value = vobject.vcard.Name(family=person.last_name, given=person.first_name, prefix=title)
    card.add("fn").value = f"{person.first_name} {person.last_name}".strip() or "?"
    structure = structures.get(person.mandates[0].structure_id or 0) if person.mandates else None
    if structure is not None:
        card.add("org").value = [structure]
    if person.mandates and person.mandates[0].function:
        card.add("title").value = person.mandates[0].function
    for phone in person.phones:
        card.add("tel").value = phone
    for email in person.emails:
        card.add("email").value = email
    if person.commune:
        card.add("adr").value = vobject.vcard.Address(
            city=places.name(person.commune), code=places.postcode(person.commune), country="France"
        )
    if person.group_ids:
        card.add("categories").value = [groups[group_id] for group_id in person.group_ids]
    if person.note:
        card.add("note").value = person.note
    return str(card.serialize())
