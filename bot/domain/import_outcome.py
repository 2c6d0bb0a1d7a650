"""What an import changes once its doubts are decided: each sheet as it will stand, and how many are new, changed or the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.directory import KnownMandate, KnownPerson, WholeDirectory, once
from bot.domain.directory_imports import DoubtKind, ImportOutcome, ImportPlan, ProposedMandate, ProposedPerson, ProposedStructure
from bot.domain.people import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChanges:
    """The sheets to write; new structures, groups and people bear ids below zero, which mandates and memberships use meanwhile."""

    new_structures: tuple[Structure, ...] = ()
    changed_structures: tuple[Structure, ...] = ()
    new_groups: tuple[tuple[int, str], ...] = ()  # temporary id, name
    new_people: tuple[KnownPerson, ...] = ()
    changed_people: tuple[KnownPerson, ...] = ()
    outcome: ImportOutcome = field(default_factory=ImportOutcome)


def settled(plan: ImportPlan, choices: Mapping[int, int]) -> ImportPlan:
    """The plan once these doubts are decided (index of the doubt → index of the choice); the others keep their first choice."""
    people: dict[int, ProposedPerson] = dict(enumerate(plan.people))
    moved: dict[int, int] = {}
    structure_of = {index: index for index in range(len(plan.structures))}
    for number, taken in sorted(choices.items()):
        doubt, choice = plan.doubts[number], plan.doubts[number].choices[taken]
        person = None if doubt.person is None else _followed(moved, doubt.person)
        if doubt.kind is DoubtKind.WHICH_COMMUNE and person is not None:
            people[person] = replace(people[person], commune=choice.commune or people[person].commune)
        elif doubt.kind is DoubtKind.WHICH_STRUCTURE and doubt.structure is not None and choice.structure is not None:
            structure_of[doubt.structure] = choice.structure
        elif choice.sheet is not None and person is not None and people[person].id is None:
            people[person] = replace(people[person], id=choice.sheet)
        elif choice.person is not None and person is not None:
            other = _followed(moved, choice.person)
            if other != person and None in (people[other].id, people[person].id):
                people[person] = _together(people[person], people.pop(other))
                moved[other] = person
    return _with_structures(replace(plan, people=tuple(people.values()), doubts=()), structure_of)


def changes_of(plan: ImportPlan, sheets: WholeDirectory) -> SheetChanges:
    """What a settled plan writes over a directory as it stands now."""
    known_structures = {structure.id: structure for structure in sheets.structures}
    known_people = {person.id: person for person in sheets.people}
    structure_ids = [s.id if s.id in known_structures else -1 - i for i, s in enumerate(plan.structures)]
    group_ids = [g.id if g.id is not None else -1 - i for i, g in enumerate(plan.groups)]
    structures = [_structure(s, known_structures.get(structure_ids[i]), structure_ids[i]) for i, s in enumerate(plan.structures)]
    used = {i for person in plan.people for i in person.groups}
    people = [
        _person(p, known_people.get(p.id or 0), structure_ids=structure_ids, group_ids=group_ids, temporary=-1 - i)
        for i, p in enumerate(plan.people)
    ]
    new_people, changed_people = [p for p in people if p.id < 0], [p for p in people if p.id > 0 and p != known_people[p.id]]
    new, changed = [s for s in structures if s.id < 0], [s for s in structures if s.id > 0 and s != known_structures[s.id]]
    groups = tuple((group_ids[i], plan.groups[i].name) for i in sorted(used) if group_ids[i] < 0)
    rows = {row for person in plan.people for row in person.rows} | {row for s in plan.structures for row in s.rows}
    return SheetChanges(
        new_structures=tuple(new),
        changed_structures=tuple(changed),
        new_groups=groups,
        new_people=tuple(new_people),
        changed_people=tuple(changed_people),
        outcome=ImportOutcome(
            people_added=len(new_people),
            people_changed=len(changed_people),
            people_same=len(people) - len(new_people) - len(changed_people),
            structures_added=len(new),
            structures_changed=len(changed),
            structures_same=len(structures) - len(new) - len(changed),
            groups_added=len(groups),
            rows=len(rows),
            merged_rows=sum(len(person.rows) - 1 for person in plan.people if person.rows),
        ),
    )


def _followed(moved: Mapping[int, int], index: int) -> int:
    while index in moved:
        index = moved[index]
    return index


def _together(one: ProposedPerson, other: ProposedPerson) -> ProposedPerson:
    """Both, the first one's values before the other's."""
    best = one if len(one.first_name) >= len(other.first_name) else other
    return replace(
        one,
        id=one.id if one.id is not None else other.id,
        first_name=best.first_name,
        last_name=best.last_name,
        civility=one.civility or other.civility,
        doctor=one.doctor or other.doctor,
        phones=once((*one.phones, *other.phones)),
        emails=once((*one.emails, *other.emails)),
        commune=one.commune or other.commune,
        note="\n".join(once((*(one.note or "").split("\n"), *(other.note or "").split("\n")))) or None,
        mandates=tuple(dict.fromkeys((*one.mandates, *other.mandates))),
        groups=tuple(dict.fromkeys((*one.groups, *other.groups))),
        rows=tuple(dict.fromkeys((*one.rows, *other.rows))),
    )


def _with_structures(plan: ImportPlan, structure_of: Mapping[int, int]) -> ImportPlan:
    """The plan where each structure stands for the one that was chosen, those that nobody uses any more left out."""
    used = {structure_of[m.structure] for p in plan.people for m in p.mandates if m.structure is not None}
    used |= {index for index, structure in enumerate(plan.structures) if structure.rows}
    order = [index for index in range(len(plan.structures)) if index in used]
    place = {index: rank for rank, index in enumerate(order)}

    def moved(mandate: ProposedMandate) -> ProposedMandate:
        return mandate if mandate.structure is None else replace(mandate, structure=place[structure_of[mandate.structure]])

    people = tuple(replace(p, mandates=tuple(dict.fromkeys(moved(m) for m in p.mandates))) for p in plan.people)
    return replace(plan, people=people, structures=tuple(plan.structures[index] for index in order))


def _structure(said: ProposedStructure, known: Structure | None, temporary: int) -> Structure:
    if known is None:
        return Structure(
            id=temporary,
            name=said.name,
            sigle=said.sigle,
            aliases=said.aliases,
            commune=said.commune,
            phone=said.phone,
            email=said.email,
            neighbourhood=said.neighbourhood,
        )
    return replace(
        known,
        aliases=once((*known.aliases, *(alias for alias in said.aliases if alias not in (known.name, known.sigle)))),
        commune=said.commune or known.commune,
        phone=said.phone or known.phone,
        email=said.email or known.email,
        neighbourhood=said.neighbourhood or known.neighbourhood,
    )


def _person(
    said: ProposedPerson, known: KnownPerson | None, *, structure_ids: Sequence[int], group_ids: Sequence[int], temporary: int
) -> KnownPerson:
    mandates = tuple(
        KnownMandate(structure_id=None if m.structure is None else structure_ids[m.structure], function=m.function) for m in said.mandates
    )
    groups = tuple(sorted(group_ids[i] for i in said.groups))
    if known is None:
        return KnownPerson(
            id=temporary, first_name=said.first_name, last_name=said.last_name, civility=said.civility, doctor=said.doctor,
            phones=said.phones, emails=said.emails, commune=said.commune, note=said.note, mandates=mandates, group_ids=groups,
        )  # fmt: skip
    return replace(
        known,
        first_name=_better(known.first_name, said.first_name),
        last_name=_better(known.last_name, said.last_name),
        civility=known.civility or said.civility,
        doctor=known.doctor or said.doctor,
        phones=_newest_first(known.phones, said.phones),
        emails=_newest_first(known.emails, said.emails),
        commune=said.commune or known.commune,
        note="\n".join(once((*(known.note or "").split("\n"), *(said.note or "").split("\n")))) or None,
        mandates=_mandates(known.mandates, mandates),
        group_ids=tuple(sorted({*known.group_ids, *groups})),
    )


def _better(known: str, said: str) -> str:
    """The known name, unless the file writes it whole (« A. » → Alain) or with its accents."""
    if not known or (len(known.strip(".")) == 1 and len(said.strip(".")) > 1 and said[0].casefold() == known[0].casefold()):
        return said or known
    return said if known.isascii() and not said.isascii() and len(known) == len(said) else known


def _newest_first(known: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """What the file adds comes first: it is newer; what was known stays."""
    return known if set(said) <= set(known) else once((*said, *known))


def _mandates(known: tuple[KnownMandate, ...], said: tuple[KnownMandate, ...]) -> tuple[KnownMandate, ...]:
    """The mandates at this moment: a new function in the same structure replaces the former, a new structure comes first."""
    kept = list(known)
    new: list[KnownMandate] = []
    told = {_spelt(mandate) for mandate in said}
    for mandate in said:
        if any(_spelt(mandate) == _spelt(one) for one in kept):
            continue
        place = next((i for i, one in enumerate(kept) if _replaces(mandate, one) and _spelt(one) not in told), None)
        if place is None:
            if mandate.function is not None or all(one.structure_id != mandate.structure_id for one in kept):
                new.append(mandate)
        elif mandate.function is not None:
            kept[place] = replace(kept[place], function=mandate.function)
    return (*new, *kept)


def _replaces(mandate: KnownMandate, known: KnownMandate) -> bool:
    return mandate.structure_id is None or mandate.structure_id == known.structure_id


def _spelt(mandate: KnownMandate) -> tuple[int | None, str]:
    return mandate.structure_id, (mandate.function or "").casefold()
