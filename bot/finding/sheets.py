"""What a sheet of the directory says that can be looked for: a person with her functions and structures, or a structure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.vocabulary import StructureWords, Vocabulary


class SheetKind(StrEnum):
    """Of whom or what a sheet is."""

    PERSON = "person"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A person with all her current mandates, or a structure, which is then the only one in `structures`.

    `id` is that of the person or structure; `communes` are names, as said; `civility` as in `PersonWords`.
    """

    kind: SheetKind
    id: int
    first_name: str = ""
    last_name: str = ""
    civility: str | None = None
    doctor: bool = False
    functions: tuple[str, ...] = ()
    structures: tuple[StructureWords, ...] = ()
    communes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is called: « Sophie Martin », « CCAS d'Alès »."""
        if self.kind is SheetKind.PERSON:
            return f"{self.first_name} {self.last_name}".strip()
        return self.structures[0].name if self.structures else ""


def sheet_of_structure(structure: StructureWords, *, communes: tuple[str, ...] = (), themes: tuple[str, ...] = ()) -> Sheet:
    """The sheet of a structure; `communes` where `structure.commune` is a code."""
    said = communes or ((structure.commune,) if structure.commune else ())
    return Sheet(kind=SheetKind.STRUCTURE, id=structure.id, structures=(structure,), communes=said, themes=themes)


def sheets_of(vocabulary: Vocabulary, *, commune_names: Mapping[str, str] | None = None) -> tuple[Sheet, ...]:
    """All sheets of a territory, people first; `commune_names` by INSEE code, where the vocabulary holds codes."""
    names = commune_names or {}
    structures = {structure.id: structure for structure in vocabulary.structures}
    groups: dict[int, list[str]] = defaultdict(list)
    for group in vocabulary.groups:
        for member in dict.fromkeys(group.pilot_ids + group.member_ids):
            groups[member].append(group.name)
    sheets = []
    for person in vocabulary.people:
        structure = structures.get(person.structure_id) if person.structure_id is not None else None
        seats = [commune for commune in (person.commune, structure.commune if structure else None) if commune]
        sheets.append(
            Sheet(
                kind=SheetKind.PERSON,
                id=person.id,
                first_name=person.first_name,
                last_name=person.last_name,
                civility=person.civility,
                doctor=person.doctor,
                functions=(person.function,) if person.function else (),
                structures=(structure,) if structure else (),
                communes=tuple(dict.fromkeys(names.get(seat, seat) for seat in seats)),
                groups=tuple(groups.get(person.id, ())),
            )
        )
    for structure in vocabulary.structures:
        commune = structure.commune
        sheets.append(sheet_of_structure(structure, communes=(names.get(commune, commune),) if commune else ()))
    return tuple(sheets)
