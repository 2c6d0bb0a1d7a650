"""What a review counts: the held meetings of a year, who was there, the time given, what was decided; and how they are narrowed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.contributions import Nature, Part
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.groups import GroupKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewScope:
    """What a review is narrowed to; each part that is told must hold. `group_ids` None: any; `commune` is an INSEE code."""

    group_ids: tuple[int, ...] | None = None
    axis: int | None = None
    structure_id: int | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedMeeting:
    """A held meeting; `present` None: attendance was not recorded (which is not absence); `commune` an INSEE code of the territory,

    `neighbourhood` the name of the QPV where it was held.
    """

    id: int
    day: date
    instance: str
    group_id: int | None = None
    kind: GroupKind | None = None
    axis: int | None = None
    commune: str | None = None
    neighbourhood: str | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Somebody present at a meeting (or `count` unnamed people), with the structure that she came from on that day."""

    meeting_id: int
    person_id: int | None = None
    structure_id: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTime:
    """A line of hours: `minutes` are those of all its people together."""

    day: date
    minutes: int
    part: Part
    nature: Nature | None = None
    person_id: int | None = None
    structure_id: int | None = None
    group_id: int | None = None
    axis: int | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDecision:
    """A decision by the meeting that took it."""

    meeting_id: int
    status: DecisionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedAction:
    """An action by the meeting that entrusted it, as it stands now."""

    meeting_id: int
    status: ActionStatus
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """All that was kept of the days between two dates."""

    meetings: tuple[ReviewedMeeting, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    time: tuple[GivenTime, ...] = ()
    decisions: tuple[ReviewedDecision, ...] = ()
    actions: tuple[ReviewedAction, ...] = ()

    @property
    def structures(self) -> frozenset[int]:
        """The structures that came to a meeting or gave time."""
        found = {one.structure_id for one in self.sightings} | {one.structure_id for one in self.time}
        return frozenset(one for one in found if one is not None)

    @property
    def people(self) -> frozenset[int]:
        """The people, known by name, who came to a meeting or gave time."""
        found = {one.person_id for one in self.sightings} | {one.person_id for one in self.time}
        return frozenset(one for one in found if one is not None)


def narrowed(facts: YearFacts, scope: ReviewScope) -> YearFacts:
    """What belongs to that scope. Of a structure: the meetings that it came to, with its own people alone, and its own time."""
    came = Counter[int]()
    for one in facts.sightings:
        if one.structure_id == scope.structure_id:
            came[one.meeting_id] += one.count
    meetings = [one for one in facts.meetings if _holds(scope, one) and (scope.structure_id is None or one.id in came)]
    if scope.structure_id is not None:
        meetings = [replace(one, present=came[one.id]) for one in meetings]
    kept = {one.id for one in meetings}
    return YearFacts(
        meetings=tuple(meetings),
        sightings=tuple(one for one in facts.sightings if one.meeting_id in kept and _of_structure(scope, one)),
        time=tuple(one for one in facts.time if _holds(scope, one) and _of_structure(scope, one)),
        decisions=tuple(one for one in facts.decisions if one.meeting_id in kept),
        actions=tuple(one for one in facts.actions if one.meeting_id in kept),
    )


def _holds(scope: ReviewScope, one: ReviewedMeeting | GivenTime) -> bool:
    return (
        (scope.group_ids is None or one.group_id in scope.group_ids)
        and (scope.axis is None or one.axis == scope.axis)
        and (scope.commune is None or one.commune == scope.commune)
    )


def _of_structure(scope: ReviewScope, one: Sighting | GivenTime) -> bool:
    return scope.structure_id is None or one.structure_id == scope.structure_id
