"""Which rows say of somebody what her sheet says, word for word: what was taken out comes back to whom it left, before any likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from bot.domain.directory import KnownPerson, WholeDirectory
from bot.importing.cells import Entry
from bot.importing.groups import listed

Located = tuple[Entry, tuple[int | None, str | None]]
"""A row, with the index of its structure and its commune."""


def echoes(sheets: WholeDirectory, rows: Iterable[Located]) -> list[tuple[int, int]]:
    """Pairs (place of the sheet, place of the row). Twins go in their order, and only where the file has as many of them."""
    if not sheets.people:
        return []
    structures = {structure.id: index for index, structure in enumerate(sheets.structures)}
    groups = {group.id: group.name for group in sheets.groups}
    known, read = defaultdict[Hashable, list[int]](list), defaultdict[Hashable, list[int]](list)
    for place, person in enumerate(sheets.people):
        known[_of_sheet(person, structures, groups)].append(place)
    for place, row in enumerate(rows):
        said = _of_row(row)
        if said in known:
            read[said].append(place)
    return [pair for said, places in read.items() if len(places) == len(known[said]) for pair in zip(known[said], places, strict=True)]


def _of_sheet(person: KnownPerson, structures: Mapping[int, int], groups: Mapping[int, str]) -> Hashable:
    main = person.mandates[0] if person.mandates else None
    return (
        person.first_name, person.last_name, frozenset(person.phones), frozenset(person.emails), person.commune,
        structures.get(main.structure_id or 0) if main else None, (main.function or "") if main else "",
        frozenset(listed("\n".join(groups[group] for group in person.group_ids if group in groups))), _lines((person.note or "",)),
    )  # fmt: skip


def _of_row(row: Located) -> Hashable:
    entry, (structure, commune) = row
    first, last = (entry.name.first, entry.name.last) if entry.name else ("", "")
    return (
        first, last, frozenset(entry.phones), frozenset(entry.emails), commune,
        structure, entry.function, frozenset(entry.groups), _lines(entry.notes),
    )  # fmt: skip


def _lines(notes: Sequence[str]) -> frozenset[str]:
    return frozenset(line.strip() for note in notes for line in note.split("\n") if line.strip())
