"""Who came to the demonstration's meetings: named people, unnamed people of a structure, people only counted, and those who could not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bot.demonstration.schedule import Slot
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.groups import GroupKind
from bot.domain.people import Person

_HEADCOUNTS: dict[GroupKind | None, tuple[tuple[int, ...], tuple[int, ...]]] = {  # people present, the author included, and weights
    GroupKind.COPIL: ((12, 14, 16, 18, 20), (1, 2, 3, 2, 1)),
    GroupKind.PLENARY: ((22, 23, 24, 25), (1, 1, 2, 3)),
    GroupKind.COTECH: ((5, 6, 7, 8), (3, 4, 2, 1)),
    GroupKind.COMMISSION: ((4, 5, 6, 7), (3, 4, 2, 1)),
    GroupKind.PROJECT: ((4, 5, 6), (5, 3, 2)),
    GroupKind.GT: ((4, 5, 6, 7, 8, 12), (44, 28, 14, 8, 4, 2)),
    None: ((4, 5, 6, 8), (5, 3, 2, 1)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceList:
    """A list as noted by the author, who is not on it; `headcount` counts her, None when only names were noted."""

    people: tuple[Presence, ...]
    headcount: int | None


class AttendanceClerk:
    """Notes attendance, meeting after meeting."""

    def __init__(self, people: Sequence[Person], rng: random.Random) -> None:
        self._people = people
        self._rng = rng
        self._colleagues: dict[int | None, list[Person]] = {}
        for person in people:
            self._colleagues.setdefault(person.structure_id, []).append(person)

    def note(self, slot: Slot) -> AttendanceList:
        """Who was there: from 4 to 25 people, the author included."""
        rng = self._rng
        expected = rng.choices(*_HEADCOUNTS[slot.group.value.kind if slot.group else None])[0]
        invited = self._invited(slot)
        counted_only = rng.randint(1, 2) if expected > 4 and rng.random() < 0.15 else 0
        unnamed = rng.randint(1, 2) if expected > 4 and rng.random() < 0.25 else 0
        came = invited[: expected - 1 - counted_only - unnamed]
        present = [Presence(person_id=person.id, by_visio=slot.by_visio or rng.random() < 0.02) for person in came]
        unnamed = expected - 1 - counted_only - len(came)
        if unnamed:
            present.append(self._unnamed(came, unnamed))
        away = self._away(invited[len(came) :], {person.structure_id for person in came})
        headcount = expected if counted_only or rng.random() < 0.85 else None
        return AttendanceList(people=(*present, *away), headcount=headcount)

    def _invited(self, slot: Slot) -> list[Person]:
        """The members of the group in chance order; for a happening, some colleagues of its author, then anybody."""
        if slot.group is not None:
            members = [member for member in slot.group.value.member_ids if member != slot.author_id]
            return [self._people[member - 1] for member in self._rng.sample(members, len(members))]
        author = self._people[slot.author_id - 1]
        near = self._colleagues[author.structure_id]
        mixed = self._rng.sample(near, min(3, len(near))) + self._rng.sample(self._people[len(self._people) // 2 :], 8)
        return [person for person in dict.fromkeys(mixed) if person.id != author.id]

    def _unnamed(self, came: Sequence[Person], count: int) -> Presence:
        """People whose names were not noted: of a structure that somebody named comes from, else inhabitants."""
        structures = [person.structure_id for person in came if person.structure_id]
        if structures:
            return Presence(structure_id=self._rng.choice(structures), count=count)
        return Presence(said="habitants", count=count)

    def _away(self, others: Sequence[Person], present_structures: set[int | None]) -> list[Presence]:
        rng = self._rng
        away: list[Presence] = []
        excused_structures: set[int] = set()
        for person in others[: rng.choices((0, 1, 2, 3), weights=(3, 4, 2, 1))[0]]:
            draw = rng.random()
            colleagues = [other for other in self._colleagues[person.structure_id] if other.id != person.id]
            free = person.structure_id not in present_structures and person.structure_id not in excused_structures
            if draw < 0.08 and person.structure_id and colleagues:
                represented_by = rng.choice(colleagues).full_name
                away.append(Presence(person_id=person.id, state=AttendanceState.REPRESENTED, represented_by=represented_by))
            elif draw < 0.22 and person.structure_id and free:
                excused_structures.add(person.structure_id)
                away.append(Presence(structure_id=person.structure_id, state=AttendanceState.EXCUSED))
            else:
                away.append(Presence(person_id=person.id, state=AttendanceState.ABSENT if draw > 0.93 else AttendanceState.EXCUSED))
        return away
