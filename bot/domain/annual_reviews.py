"""What an annual review says: its figures are sums of what was kept, minutes as integers from entry to total."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from bot.domain.contributions import Nature, Part
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.groups import GroupKind
from bot.domain.minutes import NamedPerson
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.review_facts import ReviewedMeeting, ReviewScope, YearFacts, narrowed
from bot.domain.reviewed_neighbourhoods import NeighbourhoodLine, neighbourhood_lines
from bot.domain.voluntary_accounts import ACCOUNT_OF, VOLUNTARY, AccountLine, account_lines
from bot.domain.writing import USUAL, WritingStyle

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTotals:
    """The key figures of a year. `participations` are people present, meeting by meeting, over those whose attendance was recorded."""

    meetings: int
    unrecorded: int
    participations: int
    people: int
    structures: int
    minutes: int
    voluntary_minutes: int
    communes: int
    decisions: int
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """The instances of one kind that met; kind None: meetings outside any instance."""

    kind: GroupKind | None
    instances: int
    meetings: int
    participations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceLine:
    """An instance that met: from when to when, how often, with how many people in all."""

    kind: GroupKind | None
    name: str
    first: date
    last: date
    meetings: int
    unrecorded: int
    participations: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisLine:
    """An axis (None: outside any): meetings of its groups and the time given to it."""

    number: int | None
    name: str
    meetings: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneLine:
    """A commune where people met or acted, and the structures seated there that took part."""

    name: str
    meetings: int
    minutes: int
    structures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReview:
    """All that the document says. `complete`: the year was over; `named` False: figures alone, no list of structures.

    Each mapping has every key of its kind, so that nothing is left out in silence. `months` holds this year's meetings and those of the
    year before.
    """

    organism: str
    territory: str
    scope: str
    whole: bool  # of the whole territory
    year: int
    first: date
    last: date
    complete: bool
    totals: ReviewTotals
    before: ReviewTotals
    kinds: tuple[KindLine, ...]
    instances: tuple[InstanceLine, ...]
    months: tuple[tuple[int, int], ...]
    natures: Mapping[Nature | None, int]
    parts: Mapping[Part, int]
    accounts: tuple[AccountLine, ...]
    axes: tuple[AxisLine, ...]
    communes: tuple[CommuneLine, ...]
    neighbourhoods: tuple[NeighbourhoodLine, ...] = ()  # all that the territory has; none: nobody told them
    territory_communes: int
    seated_communes: int  # communes where a structure that took part is seated
    new_structures: tuple[str, ...]
    lost_structures: tuple[str, ...]
    decisions: Mapping[DecisionStatus, int]
    actions: Mapping[ActionStatus, int]
    late_actions: int
    named: bool = True
    made_by: NamedPerson | None = None
    generated_on: date
    style: WritingStyle = USUAL

    @property
    def unmet_minutes(self) -> int:
        """Time given to instances that did not meet, or to none while no meeting was outside any."""
        return self.totals.minutes - sum(line.minutes for line in self.instances)

    @property
    def compared(self) -> bool:
        """Whether anything is known of the year before."""
        return bool(self.before.meetings or self.before.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNames:
    """The names behind ids and codes: structures with their communes, axes, communes of the territory."""

    structures: Mapping[int, str] = field(default_factory=dict)
    seats: Mapping[int, str] = field(default_factory=dict)  # structure → INSEE code
    axes: Mapping[int, str] = field(default_factory=dict)
    communes: Mapping[str, str] = field(default_factory=dict)
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    homes: Mapping[int, str] = field(default_factory=dict)  # structure → the name of its QPV


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHead:
    """Whose review it is, of which days, and who made it when."""

    organism: str
    territory: str
    scope: str
    year: int
    first: date
    last: date
    complete: bool
    named: bool
    made_by: NamedPerson | None
    generated_on: date


def review_of(head: ReviewHead, scope: ReviewScope, *, facts: YearFacts, before: YearFacts, names: ReviewNames) -> AnnualReview:
    """The review of a scope: `facts` are those of its days, `before` those of the whole year before, both of the whole territory."""
    this, last = narrowed(facts, scope), narrowed(before, scope)
    return AnnualReview(
        organism=head.organism,
        territory=head.territory,
        scope=head.scope,
        whole=scope == ReviewScope(),
        year=head.year,
        first=head.first,
        last=head.last,
        complete=head.complete,
        totals=totals_of(this),
        before=totals_of(last),
        kinds=_kinds(this),
        instances=_instances(this),
        months=_months(this, last),
        natures=_all_of((None, *Nature), ((one.nature, one.minutes) for one in this.time)),
        parts=_all_of(Part, ((one.part, one.minutes) for one in this.time)),
        accounts=account_lines(this.time),
        axes=_axes(this, names),
        communes=_communes(this, names),
        neighbourhoods=neighbourhood_lines(this, names.neighbourhoods, homes=names.homes),
        territory_communes=len(names.communes),
        seated_communes=len({names.seats[one] for one in this.structures if names.seats.get(one) in names.communes}),
        new_structures=_named(this.structures - last.structures, names),
        lost_structures=_named(last.structures - this.structures, names),
        decisions=_all_of(DecisionStatus, ((one.status, 1) for one in this.decisions)),
        actions=_all_of(ActionStatus, ((one.status, 1) for one in this.actions)),
        late_actions=sum(1 for one in this.actions if one.status is ActionStatus.OPEN and one.due and one.due < head.generated_on),
        named=head.named,
        made_by=head.made_by,
        generated_on=head.generated_on,
    )


def totals_of(facts: YearFacts) -> ReviewTotals:
    """The key figures of these facts."""
    return ReviewTotals(
        meetings=len(facts.meetings),
        unrecorded=sum(1 for one in facts.meetings if one.present is None),
        participations=_present(facts.meetings),
        people=len(facts.people),
        structures=len(facts.structures),
        minutes=sum(one.minutes for one in facts.time),
        voluntary_minutes=sum(one.minutes for one in facts.time if ACCOUNT_OF[one.nature] in VOLUNTARY),
        communes=len(({one.commune for one in facts.meetings} | {one.commune for one in facts.time}) - {None}),
        decisions=len(facts.decisions),
        actions=len(facts.actions),
    )


def _present(meetings: Iterable[ReviewedMeeting]) -> int:
    return sum(one.present or 0 for one in meetings)


def _all_of(keys: Iterable[K], counted: Iterable[tuple[K, int]]) -> dict[K, int]:
    sums = dict.fromkeys(keys, 0)
    for key, count in counted:
        sums[key] += count
    return sums


def _kinds(facts: YearFacts) -> tuple[KindLine, ...]:
    by_kind: defaultdict[GroupKind | None, list[ReviewedMeeting]] = defaultdict(list)
    for one in facts.meetings:
        by_kind[one.kind].append(one)
    return tuple(
        KindLine(
            kind=kind,
            instances=len({one.group_id for one in by_kind[kind] if one.group_id is not None}),
            meetings=len(by_kind[kind]),
            participations=_present(by_kind[kind]),
        )
        for kind in (*GroupKind, None)
        if kind in by_kind
    )


def _instances(facts: YearFacts) -> tuple[InstanceLine, ...]:
    """Kind after kind, each by name; meetings outside any instance make one line."""
    met: defaultdict[int | None, list[ReviewedMeeting]] = defaultdict(list)
    for one in facts.meetings:
        met[one.group_id].append(one)
    spent = Counter[int | None]()
    for given in facts.time:
        spent[given.group_id] += given.minutes
    lines = [
        InstanceLine(
            kind=several[0].kind,
            name=several[0].instance if group_id is not None else "",
            first=min(one.day for one in several),
            last=max(one.day for one in several),
            meetings=len(several),
            unrecorded=sum(1 for one in several if one.present is None),
            participations=_present(several),
            minutes=spent[group_id],
        )
        for group_id, several in met.items()
    ]
    order = {kind: rank for rank, kind in enumerate((*GroupKind, None))}
    return tuple(sorted(lines, key=lambda line: (order[line.kind], line.name, line.first)))


def _months(facts: YearFacts, before: YearFacts) -> tuple[tuple[int, int], ...]:
    now, then = (Counter(one.day.month for one in year.meetings) for year in (facts, before))
    return tuple((now[month], then[month]) for month in range(1, 13))


def _axes(facts: YearFacts, names: ReviewNames) -> tuple[AxisLine, ...]:
    """Every axis of the territory that met or was given time, by number; what belongs to none comes last."""
    met = Counter(one.axis for one in facts.meetings)
    spent = Counter[int | None]()
    for given in facts.time:
        spent[given.axis] += given.minutes
    numbers = sorted((set(met) | set(spent)), key=lambda number: (number is None, number or 0))
    return tuple(
        AxisLine(number=one, name=names.axes.get(one, "") if one is not None else "", meetings=met[one], minutes=spent[one])
        for one in numbers
    )


def _communes(facts: YearFacts, names: ReviewNames) -> tuple[CommuneLine, ...]:
    """The communes where people met or acted, the busiest first."""
    met = Counter(one.commune for one in facts.meetings)
    seated = Counter(names.seats.get(one) for one in facts.structures)
    spent = Counter[str | None]()
    for given in facts.time:
        spent[given.commune] += given.minutes
    lines = [
        CommuneLine(name=names.communes.get(code, code), meetings=met[code], minutes=spent[code], structures=seated[code])
        for code in set(met) | set(spent)
        if code
    ]
    return tuple(sorted(lines, key=lambda line: (-line.meetings, -line.minutes, line.name)))


def _named(ids: Iterable[int], names: ReviewNames) -> tuple[str, ...]:
    return tuple(sorted(names.structures.get(one, "?") for one in ids))
