"""What a file would change in a directory: the plan of sheets to add or update, of doubts, and of what is left aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.directory import KnownPerson, WholeDirectory, once
from bot.domain.directory_imports import (
    Choice,
    Datum,
    Doubt,
    DoubtKind,
    FileProblem,
    ImportPlan,
    ProposedMandate,
    ProposedPerson,
    ProposedStructure,
)
from bot.domain.errors import FileRefused
from bot.importing.cells import Entry, Reading
from bot.importing.echoes import echoes
from bot.importing.entries import read_entries
from bot.importing.files import ReadFile, read_file
from bot.importing.groups import Groups
from bot.importing.likeness import Features
from bot.importing.names import Name
from bot.importing.people import Clusters, clusters
from bot.importing.places import Place, Places
from bot.importing.structures import Structures
from bot.importing.words import fold


def plan_import(name: str, content: bytes, sheets: WholeDirectory) -> ImportPlan:
    """What the file of that name would change in that directory. Raises FileRefused."""
    return plan_rows(read_file(name, content), sheets)


def plan_rows(file: ReadFile, sheets: WholeDirectory) -> ImportPlan:
    """The same, from rows. Raises FileRefused when they name nobody and no structure."""
    hidden, tables = tuple(f"feuille masquée « {sheet} »" for sheet in file.hidden), list(file.tables)
    del file  # only the list holds the rows, and lets them go one by one
    places = Places(sheets.communes)
    reading = read_entries(tables, places)
    if not reading.entries:
        raise FileRefused(FileProblem.EMPTY)
    return _Planner(reading, sheets, places).plan(hidden)


class _Planner:
    """One plan in the making."""

    def __init__(self, reading: Reading, sheets: WholeDirectory, places: Places) -> None:
        self._reading, self._sheets, self._places = reading, sheets, places
        self._doubts: list[Doubt] = []
        self._which_commune: list[tuple[int, Place]] = []
        self._person_of: dict[int, int] = {}
        said = Counter(entry.structure for entry in reading.entries if entry.structure)
        said.update(structure for entry in reading.entries for structure, _ in entry.others if structure)
        together = [(entry.structure, *entry.aliases) for entry in reading.entries if entry.aliases and entry.structure]
        self._structures = Structures(sheets.structures, said, together=together)
        self._place_of_structure = {structure.id: index for index, structure in enumerate(sheets.structures)}
        self._groups = Groups(sheets.groups)
        self._own: list[tuple[int | None, str | None]] = [self._placed(i, entry) for i, entry in enumerate(reading.entries)]

    def plan(self, hidden: tuple[str, ...]) -> ImportPlan:
        """The whole plan."""
        named = [i for i, entry in enumerate(self._reading.entries) if entry.name is not None]
        features = [self._known_features(person) for person in self._sheets.people] + [self._features(i) for i in named]
        first = len(self._sheets.people)
        same = echoes(self._sheets, ((self._reading.entries[i], self._own[i]) for i in named))
        found = clusters(features, [(sheet, first + row) for sheet, row in same])
        del features
        people, place_of = self._people(found, named, first)
        self._doubt_people(found, people, place_of, first)
        structures, renumbered = self._used_structures(people)
        for place, person in enumerate(people):  # one by one: two lists of them would weigh
            people[place] = _renumbered(person, renumbered)
        return ImportPlan(
            read=self._reading.read,
            people=tuple(people),
            structures=structures,
            groups=self._groups.proposed(),
            doubts=self._settled_doubts(renumbered, people, structures),
            aside=tuple(sorted(self._reading.aside, key=lambda left: (left.row.sheet or "", left.row.number))),
            unread=tuple(self._reading.unread),
            unread_columns=(*self._reading.left_columns, *hidden),
        )

    def _placed(self, i: int, entry: Entry) -> tuple[int | None, str | None]:
        """The structure and the commune of an entry; what remains unknown is a doubt, or reported."""
        insee = self._commune_of(i, entry)
        if not entry.structure:
            return None, insee
        index, others = self._structures.find(entry.structure, commune=self._places.name(insee) if insee else None)
        if others and not any(d.kind is DoubtKind.WHICH_STRUCTURE and d.structure == index for d in self._doubts):
            self._doubts.append(
                Doubt(
                    kind=DoubtKind.WHICH_STRUCTURE, said=entry.structure, structure=index, row=entry.row,
                    choices=tuple(Choice(label="", structure=other) for other in (index, *others[:6])),
                )
            )  # fmt: skip
        return index, insee

    def _commune_of(self, i: int, entry: Entry) -> str | None:
        if entry.insee and self._places.knows(entry.insee.zfill(5).upper()):
            return entry.insee.zfill(5).upper()
        self._reading.not_kept(entry.row, Datum.COMMUNE, entry.insee)
        if not entry.commune:
            return None
        place = self._places.read(entry.commune)
        if place.insee is None and not place.candidates:
            self._reading.not_kept(entry.row, Datum.COMMUNE, entry.commune)
        elif place.candidates:
            self._which_commune.append((i, place))
        return place.insee

    def _features(self, i: int) -> Features:
        entry, (structure, commune) = self._reading.entries[i], self._own[i]
        name = entry.name or Name("", "")
        return Features(
            name.first, name.last, name.initial, entry.phones, entry.emails,
            () if structure is None else (structure,), (fold(entry.function),) if entry.function else (), commune,
        )  # fmt: skip

    def _known_features(self, person: KnownPerson) -> Features:
        by_id = self._place_of_structure
        initial = all(len(word.strip(".")) == 1 for word in person.first_name.replace("-", " ").split()) and bool(person.first_name)
        return Features(
            person.first_name, person.last_name, initial, person.phones, person.emails,
            tuple(by_id[m.structure_id] for m in person.mandates if m.structure_id in by_id),
            tuple(fold(m.function) for m in person.mandates if m.function), person.commune, person.id,
        )  # fmt: skip

    def _people(self, found: Clusters, named: list[int], first: int) -> tuple[list[ProposedPerson], dict[int, int]]:
        """One proposed person a cluster that the file speaks of, and where each cluster went."""
        people: list[ProposedPerson] = []
        place_of: dict[int, int] = {}
        for root, members in found.members.items():
            rows = [named[index - first] for index in members if index >= first]
            if not rows:
                continue
            known = next((self._sheets.people[index] for index in members if index < first), None)
            place_of[root] = len(people)
            self._person_of |= dict.fromkeys(rows, len(people))
            people.append(self._person(rows, known))
        return people, place_of

    def _person(self, rows: Sequence[int], known: KnownPerson | None) -> ProposedPerson:
        entries = [self._reading.entries[i] for i in rows]
        names = [entry.name for entry in entries if entry.name is not None]
        best = max(names, key=_worth)
        civilities = {name.civility for name in names if name.civility}
        communes = [commune for commune in (self._own[i][1] for i in rows) if commune]
        if len(civilities) > 1:
            self._reading.not_kept(entries[0].row, Datum.CIVILITY, " / ".join(sorted(civilities)))
        for i in rows:
            if self._own[i][1] and communes and self._own[i][1] != communes[0]:
                entry = self._reading.entries[i]
                self._reading.not_kept(entry.row, Datum.COMMUNE, entry.commune or entry.insee)
        return ProposedPerson(
            id=known.id if known else None,
            first_name=best.first,
            last_name=best.last,
            civility=civilities.pop() if len(civilities) == 1 else None,
            doctor=any(name.doctor for name in names),
            phones=once(phone for entry in entries for phone in entry.phones),
            emails=once(email for entry in entries for email in entry.emails),
            commune=communes[0] if communes else None,
            note="\n".join(once(note for entry in entries for note in entry.notes)) or None,
            mandates=_mandates([self._main(i) for i in rows] + [other for i in rows for other in self._others(i)]),
            groups=tuple(dict.fromkeys(g for entry in entries for piece in entry.groups for g in self._groups.find_all(piece))),
            rows=tuple(dict.fromkeys(entry.row for entry in entries)),
        )

    def _main(self, i: int) -> tuple[int | None, str]:
        return self._own[i][0], self._reading.entries[i].function

    def _others(self, i: int) -> list[tuple[int | None, str]]:
        others = self._reading.entries[i].others
        return [(self._structures.find(structure)[0] if structure else None, function) for structure, function in others]

    def _doubt_people(self, found: Clusters, people: Sequence[ProposedPerson], place_of: dict[int, int], first: int) -> None:
        for one, other in found.doubts:
            sheets = [next((i for i in found.members[root] if i < first), None) for root in (one, other)]
            if one not in place_of or (other in place_of and sheets[0] is not None):
                one, other, sheets = other, one, sheets[::-1]
            if one not in place_of:
                continue
            person = people[place_of[one]]
            known = self._sheets.people[sheets[1]] if sheets[1] is not None else None
            label = f"{known.first_name} {known.last_name}" if known else _full(people[place_of[other]])
            if known and label == _full(person):  # a namesake: where she works tells more
                label = " – ".join(part for part in (label, self._house_of(known)) if part)
            same = Choice(label=label, sheet=known.id) if known else Choice(label=label, person=place_of[other])
            self._doubts.append(
                Doubt(
                    kind=DoubtKind.SAME_PERSON, said=_full(person), person=place_of[one],
                    row=person.rows[0], choices=(Choice(label=""), same),
                )
            )  # fmt: skip

    def _house_of(self, known: KnownPerson) -> str:
        """The name of the structure of her main mandate."""
        wanted = known.mandates[0].structure_id if known.mandates else None
        return next((structure.name for structure in self._sheets.structures if structure.id == wanted), "")

    def _used_structures(self, people: Iterable[ProposedPerson]) -> tuple[tuple[ProposedStructure, ...], dict[int, int]]:
        """The structures that the file speaks of, and their new indexes."""
        used = {mandate.structure for person in people for mandate in person.mandates if mandate.structure is not None}
        told: dict[int, list[int]] = {}
        for i, (entry, (structure, _)) in enumerate(zip(self._reading.entries, self._own, strict=True)):
            if structure is not None and (entry.name is None or entry.structure_phones or entry.structure_emails or entry.neighbourhood):
                told.setdefault(structure, []).append(i)
        used |= set(told) | {c.structure for d in self._doubts if d.structure is not None for c in d.choices if c.structure is not None}
        proposed = self._structures.proposed()
        order = [index for index in range(len(proposed)) if index in used]
        kept = [self._with_contacts(proposed[index], told.get(index, ())) for index in order]
        return tuple(kept), {index: place for place, index in enumerate(order)}

    def _with_contacts(self, structure: ProposedStructure, told: Sequence[int]) -> ProposedStructure:
        """With the first phone, mail and commune that its rows say; the others are reported."""
        rows = [(i, self._reading.entries[i]) for i in told]
        alone = [(i, entry) for i, entry in rows if entry.name is None]
        return replace(
            structure,
            phone=self._first_of(Datum.PHONE, [(entry, phone) for _, entry in rows for phone in entry.structure_phones]),
            email=self._first_of(Datum.EMAIL, [(entry, email) for _, entry in rows for email in entry.structure_emails]),
            commune=self._first_of(Datum.COMMUNE, [(entry, self._own[i][1] or "") for i, entry in alone]),
            neighbourhood=self._first_of(Datum.NEIGHBOURHOOD, [(entry, entry.neighbourhood) for _, entry in rows]),
            rows=tuple(dict.fromkeys(entry.row for _, entry in alone)),
        )

    def _first_of(self, datum: Datum, said: Sequence[tuple[Entry, str]]) -> str | None:
        values = [(entry, value) for entry, value in said if value]
        kept = values[0][1] if values else None
        for entry, value in values:
            if value != kept:
                self._reading.not_kept(entry.row, datum, entry.commune or value if datum is Datum.COMMUNE else value)
        return kept

    def _settled_doubts(
        self, renumbered: dict[int, int], people: Sequence[ProposedPerson], structures: Sequence[ProposedStructure]
    ) -> tuple[Doubt, ...]:
        """The doubts with the indexes of the plan; a commune that another row of the same person tells is no doubt."""
        settled: list[Doubt] = []
        for doubt in self._doubts:
            if doubt.kind is DoubtKind.WHICH_STRUCTURE and doubt.structure is not None:
                places = [renumbered[c.structure] for c in doubt.choices if c.structure is not None]
                choices = tuple(Choice(label=structures[place].name, structure=place) for place in places)
                doubt = replace(doubt, structure=renumbered[doubt.structure], choices=choices)
            settled.append(doubt)
        for i, place in self._which_commune:
            entry, person = self._reading.entries[i], self._person_of.get(i)
            if person is None:
                self._reading.not_kept(entry.row, Datum.COMMUNE, entry.commune)
            if person is None or people[person].commune is not None:
                continue
            choices = tuple(
                Choice(label=f"{c.name} ({c.postcodes[0] if c.postcodes else c.insee})", commune=c.insee) for c in place.candidates
            )
            settled.append(
                Doubt(kind=DoubtKind.WHICH_COMMUNE, said=entry.commune, person=person, row=entry.row, choices=(Choice(label=""), *choices))
            )
        return tuple(settled)


def _full(person: ProposedPerson) -> str:
    return f"{person.first_name} {person.last_name}".strip()


def _renumbered(person: ProposedPerson, renumbered: dict[int, int]) -> ProposedPerson:
    mandates = tuple(replace(m, structure=None if m.structure is None else renumbered[m.structure]) for m in person.mandates)
    return replace(person, mandates=mandates)


def _mandates(said: Iterable[tuple[int | None, str]]) -> tuple[ProposedMandate, ...]:
    """One mandate for each structure and function; a structure without function only when no other row says one."""
    pairs: dict[tuple[int | None, str], tuple[int | None, str]] = {}
    for structure, function in said:
        if structure is not None or function:
            pairs.setdefault((structure, fold(function)), (structure, function))
    with_function = {structure for structure, function in pairs if function}
    kept = [(s, f) for s, f in pairs.values() if f or s not in with_function]
    if any(structure is not None for structure, _ in kept):
        orphans = {fold(f) for s, f in kept if s is not None}
        kept = [(s, f) for s, f in kept if s is not None or fold(f) not in orphans]
    return tuple(ProposedMandate(structure=structure, function=function or None) for structure, function in kept)


def _worth(name: Name) -> tuple[bool, bool, int, int]:
    """How fit a way of writing a name is to stand: whole first name, accents, the writing itself tells the parts."""
    return (not name.initial, bool(name.first), sum(not c.isascii() for c in name.first + name.last), name.sure)
