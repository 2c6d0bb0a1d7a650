"""Makes the hours of the demonstration: those that attendance gives, and those that people said, up to the reference total."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.demonstration.groups import ThemedGroup
from bot.demonstration.schedule import YEAR
from bot.demonstration.sentence_table import HOURS_SAID
from bot.demonstration.working_days import cumulative_business, working_days
from bot.domain.attendance import AttendanceState
from bot.domain.communes import Commune
from bot.domain.contributions import ContributionSource, Nature, Part
from bot.domain.meetings import Contribution, Meeting, MeetingState
from bot.domain.people import Person, Structure

PARTNER_MINUTES = 8_900 * 60  # what the network gives in a year; the carrier's own team comes on top
TEAM_MINUTES = 150 * 60  # at most, so that the whole stays within two percent of the same figure
_LENGTHS = ((15, 30, 45, 60, 90, 120, 150, 180, 240), (1, 4, 4, 8, 6, 6, 2, 2, 1))


@dataclass(frozen=True, slots=True)
class _Natures:
    people: Sequence[Person]
    structures: Sequence[Structure]

    def of_structure(self, structure_id: int | None) -> Nature | None:
        return self.structures[structure_id - 1].nature if structure_id else None

    def of_person(self, person: Person) -> Nature | None:
        return person.nature or self.of_structure(person.structure_id)


def build_contributions(
    *,
    meetings: Sequence[Meeting],
    groups: Sequence[ThemedGroup],
    people: Sequence[Person],
    structures: Sequence[Structure],
    communes: Sequence[Commune],
    until: date,
    rng: random.Random,
) -> tuple[Contribution, ...]:
    """All hours, by day. Those of partners make exactly PARTNER_MINUTES; those of the team at most TEAM_MINUTES."""
    natures = _Natures(people, structures)
    axes = {group.value.id: group.value.axis for group in groups}
    held = [meeting for meeting in meetings if meeting.state is MeetingState.HELD]
    derived = [hours for meeting in held for hours in _of_meeting(meeting, natures, axes.get(meeting.group_id or 0))]
    speaking = _Sayer(groups=groups, natures=natures, communes=communes, until=until, rng=rng)
    given = sum(hours.total_minutes for hours in derived if hours.nature is not Nature.TEAM)
    of_team = sum(hours.total_minutes for hours in derived if hours.nature is Nature.TEAM)
    said = [*speaking.by_partners(PARTNER_MINUTES - given), *speaking.by_team(TEAM_MINUTES - of_team)]
    return tuple(sorted([*derived, *said], key=lambda hours: hours.day))


def _of_meeting(meeting: Meeting, natures: _Natures, axis: int | None) -> Iterator[Contribution]:
    """What its attendance gives: the author, each line of those present, and those who are only counted (their nature is not known)."""
    present = [line for line in meeting.people if line.state is AttendanceState.PRESENT]
    lines: list[tuple[int | None, int | None, int]] = [(meeting.author_id, None, 1)] if meeting.author_present else []
    lines += [(line.person_id, line.structure_id, line.count) for line in present]
    counted_only = (meeting.headcount or 0) - meeting.named_present
    if counted_only > 0:
        lines.append((None, None, counted_only))
    for person_id, structure_id, count in lines:
        person = natures.people[person_id - 1] if person_id else None
        yield Contribution(
            day=meeting.day,
            minutes=meeting.minutes or 0,
            count=count,
            part=Part.MEETING,
            nature=natures.of_person(person) if person else natures.of_structure(structure_id),
            source=ContributionSource.FROM_ATTENDANCE,
            person_id=person_id,
            structure_id=person.structure_id if person else structure_id,
            group_id=meeting.group_id,
            axis=axis,
            meeting_id=meeting.id,
            place_said=meeting.place_said,
            commune=meeting.commune,
        )


class _Sayer:
    """Says hours of group members, one line after the other."""

    def __init__(
        self,
        *,
        groups: Sequence[ThemedGroup],
        natures: _Natures,
        communes: Sequence[Commune],
        until: date,
        rng: random.Random,
    ) -> None:
        self._groups = groups
        self._natures = natures
        self._communes = communes
        self._weights = [commune.population or 1 for commune in communes]
        self._rng = rng
        self._days = working_days(until - YEAR, date.fromordinal(until.toordinal() - 1))
        self._cumulative = cumulative_business(self._days)

    def by_partners(self, left: int) -> Iterator[Contribution]:
        """Lines that make exactly `left` minutes together."""
        longest = _LENGTHS[0][-1]
        while left > 2 * longest:
            line = self._line(team=False)
            left -= line.total_minutes
            yield line
        for minutes in (left // 2, left - left // 2):
            if minutes > 0:
                yield self._line(team=False, minutes=minutes)

    def by_team(self, left: int) -> Iterator[Contribution]:
        """Lines that make at most `left` minutes together."""
        while True:
            line = self._line(team=True)
            left -= line.total_minutes
            if left < 0:
                return
            yield line

    def _line(self, *, team: bool, minutes: int | None = None) -> Contribution:
        rng = self._rng
        group, person = self._somebody(team)
        what, part = rng.choice(HOURS_SAID)
        away = part in (Part.ACTION, Part.TRAVEL)
        commune = rng.choices(self._communes, weights=self._weights)[0] if away else None
        return Contribution(
            day=rng.choices(self._days, cum_weights=self._cumulative)[0],
            minutes=minutes or rng.choices(*_LENGTHS)[0],
            part=Part(part),
            nature=self._natures.of_person(person),
            source=ContributionSource.SAID,
            person_id=person.id,
            structure_id=person.structure_id,
            group_id=group.value.id,
            axis=group.value.axis,
            what=what,
            commune=commune.name if commune else None,
        )

    def _somebody(self, team: bool) -> tuple[ThemedGroup, Person]:
        """A group and one of its members, her pilot twice out of five."""
        while True:
            group = self._rng.choice(self._groups)
            chosen = group.value.pilot_ids[0] if self._rng.random() < 0.4 else self._rng.choice(group.value.member_ids)
            person = self._natures.people[chosen - 1]
            if (self._natures.of_person(person) is Nature.TEAM) is team:
                return group, person
