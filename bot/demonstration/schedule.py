"""When the demonstration's groups meet: a year of held meetings before a day, and what is planned for the two months after it."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.demonstration.groups import DIABETES, ThemedGroup
from bot.demonstration.known_people import KNOWN
from bot.demonstration.sentence_table import EVENTS
from bot.demonstration.wording import filled, sentence
from bot.demonstration.working_days import cumulative_business, working_days
from bot.domain.communes import Commune
from bot.domain.groups import GroupKind
from bot.domain.vocabulary import PlaceWords

HELD = 1_000
HAPPENINGS = 60  # held meetings that belong to no group
YEAR = timedelta(days=365)
AHEAD = timedelta(days=61)
NEAR = 15  # working days; nobody chairs that many meetings in six weeks
QUIET = timedelta(days=10)  # GT Diabète has not met in these last days: the story of the trial logs its meeting
_DAYTIME = (time(9), time(9, 30), time(10), time(13, 30), time(14), time(14), time(14, 30), time(15), time(16))
_FOR_PRACTITIONERS = (time(12, 15), time(12, 30), time(19), time(19, 30), time(20))
_LENGTHS: dict[GroupKind | None, tuple[tuple[int, ...], tuple[int, ...]]] = {  # minutes and their weights
    GroupKind.COPIL: ((120, 150), (7, 3)),
    GroupKind.PLENARY: ((180,), (1,)),
    GroupKind.COTECH: ((90, 120), (5, 5)),
    GroupKind.COMMISSION: ((90, 120), (6, 4)),
    GroupKind.PROJECT: ((60, 75, 90, 120), (45, 15, 30, 10)),
    GroupKind.GT: ((60, 75, 90, 120), (45, 15, 30, 10)),
    None: ((90, 120, 180), (5, 4, 1)),
}
_WEEKDAYS = (1, 3, 0, 2, 4, 3, 1)  # of the groups, in turn: rather Tuesdays and Thursdays
_SCARCE = {GroupKind.COPIL: 2, GroupKind.PLENARY: 1, GroupKind.COTECH: 6, GroupKind.COMMISSION: 8, GroupKind.PROJECT: 6}  # a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A meeting before anybody came: of a group, or a happening with a title and an axis."""

    group: ThemedGroup | None = None
    title: str | None = None
    axis: int | None = None
    author_id: int
    day: date
    starts: time
    minutes: int
    place: PlaceWords | None = None
    by_visio: bool = False
    commune: Commune
    planned: bool = False

    @property
    def ends(self) -> time:
        """Always on the same day."""
        whole = self.starts.hour * 60 + self.starts.minute + self.minutes
        return time(whole // 60, whole % 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Habit:
    """What a group usually does."""

    weekday: int
    starts: time
    place: PlaceWords | None


def build_schedule(
    *,
    groups: Sequence[ThemedGroup],
    places: Sequence[PlaceWords],
    communes: Sequence[Commune],
    until: date,
    rng: random.Random,
) -> tuple[Slot, ...]:
    """Held meetings in the 365 days before `until` (that day left out), planned ones in the 61 days after it, in time order."""
    return tuple(sorted(_Scheduler(places, communes, until, rng).slots(groups), key=lambda slot: (slot.day, slot.starts)))


class _Scheduler:
    """Draws days, hours and places; nobody chairs two meetings on one day."""

    def __init__(self, places: Sequence[PlaceWords], communes: Sequence[Commune], until: date, rng: random.Random) -> None:
        self._places = {name: [p for p in places if p.commune == name] for name in {place.commune for place in places}}
        self._communes = communes
        self._until = until
        self._rng = rng
        self._past = working_days(until - YEAR, until - timedelta(days=1))
        self._ahead = working_days(until + timedelta(days=1), until + AHEAD)
        self._with_saturdays = working_days(self._past[0], self._past[-1], saturdays=True)
        self._business = cumulative_business(self._with_saturdays)
        self._taken: set[tuple[int, date]] = set()

    def slots(self, groups: Sequence[ThemedGroup]) -> Iterator[Slot]:
        for group, count in zip(groups, self._yearly_counts(groups), strict=True):
            habit = self._habit_of(group)
            quiet = self._until - QUIET if group.value.name == DIABETES else self._until
            for day in self._days(group, [d for d in self._past if d < quiet], count, habit):
                yield self._meeting(group, day, habit, planned=False)
            for day in self._days(group, self._ahead, self._planned_count(group), habit):
                yield self._meeting(group, day, habit, planned=True)
        pilots = [group.value.pilot_ids[0] for group in groups if group.value.pilot_ids[0] > len(KNOWN)]
        for _ in range(HAPPENINGS):
            yield self._happening(self._rng.choice(pilots))

    def _yearly_counts(self, groups: Sequence[ThemedGroup]) -> list[int]:
        """How often each group met in the year: together with the happenings, exactly HELD."""
        counts = [_SCARCE.get(group.value.kind, 0) for group in groups]
        working = [number for number, count in enumerate(counts) if count == 0]
        base, rest = divmod(HELD - HAPPENINGS - sum(counts), len(working))
        for number in working:
            counts[number] = base
        for number in self._rng.sample(working, rest):
            counts[number] += 1
        for giver, taker in zip(*[iter(self._rng.sample(working, len(working) // 2 * 2))] * 2, strict=True):
            moved = self._rng.randint(0, 4)
            counts[giver] -= moved
            counts[taker] += moved
        return counts

    def _planned_count(self, group: ThemedGroup) -> int:
        if group.value.pilot_ids[0] <= len(KNOWN) and group.value.kind is not GroupKind.PLENARY:
            return self._rng.randint(1, 2)  # those of the speakers always have something ahead
        scarce = group.value.kind in (GroupKind.COPIL, GroupKind.PLENARY)
        return int(self._rng.random() < 0.3) if scarce else self._rng.choice((0, 1, 1, 2))

    def _habit_of(self, group: ThemedGroup) -> _Habit:
        places: Sequence[PlaceWords | None] = self._places.get(group.commune.name) or (None,)
        practitioners = group.theme == "primary" or (group.theme == "chronic" and self._rng.random() < 0.5)
        return _Habit(
            weekday=_WEEKDAYS[group.value.id % len(_WEEKDAYS)],
            starts=self._rng.choice(_FOR_PRACTITIONERS if practitioners else _DAYTIME),
            place=self._rng.choice(places),
        )

    def _days(self, group: ThemedGroup, days: Sequence[date], count: int, habit: _Habit) -> list[date]:
        """`count` days spread over the working ones, rather on the group's weekday; each is free for its pilot."""
        author = group.value.pilot_ids[0]
        cumulative = cumulative_business(days)
        chosen: list[date] = []
        for number in range(count):
            point = (number + self._rng.uniform(0.15, 0.85)) / count * cumulative[-1]
            free = self._free_day(author, days, bisect_left(cumulative, point), habit)
            self._taken.add((author, free))
            chosen.append(free)
        return sorted(chosen)

    def _free_day(self, author: int, days: Sequence[date], wanted: int, habit: _Habit) -> date:
        """The day nearest to that index on which the author chairs nothing; the group's weekday is worth three days of distance."""
        around = range(max(0, wanted - NEAR), min(len(days), wanted + NEAR + 1))
        nearest = sorted(around, key=lambda i: (abs(i - wanted) + 3 * (days[i].weekday() != habit.weekday), i))
        return next(days[i] for i in nearest if (author, days[i]) not in self._taken)

    def _meeting(self, group: ThemedGroup, day: date, habit: _Habit, *, planned: bool) -> Slot:
        rng = self._rng
        minutes = rng.choices(*_LENGTHS[group.value.kind])[0]
        by_visio = group.value.kind not in (GroupKind.COPIL, GroupKind.PLENARY) and rng.random() < 0.06
        place = habit.place
        if rng.random() < 0.3 and group.value.kind is not GroupKind.PLENARY:
            place = rng.choice(self._places[group.commune.name]) if group.commune.name in self._places else None
        return Slot(
            group=group,
            axis=group.value.axis,
            author_id=group.value.pilot_ids[0],
            day=day,
            starts=_fitting(habit.starts if rng.random() < 0.8 else rng.choice(_DAYTIME), minutes),
            minutes=minutes,
            place=None if by_visio else place,
            by_visio=by_visio,
            commune=group.commune,
            planned=planned,
        )

    def _happening(self, author_id: int) -> Slot:
        rng = self._rng
        commune = rng.choices(self._communes, weights=[(c.population or 1) ** 0.6 for c in self._communes])[0]
        title, axis = rng.choice(EVENTS)
        day = rng.choices(self._with_saturdays, cum_weights=self._business)[0]
        minutes = rng.choices(*_LENGTHS[None])[0]
        places = self._places.get(commune.name)
        return Slot(
            title=filled(sentence(title), commune=commune.name),
            axis=axis,
            author_id=author_id,
            day=day,
            starts=_fitting(rng.choice(_DAYTIME), minutes),
            minutes=minutes,
            place=rng.choice(places) if places else None,
            commune=commune,
        )


def _fitting(starts: time, minutes: int) -> time:
    """The start, brought forward where a daytime meeting would last beyond six in the evening."""
    evening = starts.hour >= 19 or starts.hour * 60 + starts.minute + minutes <= 18 * 60
    return starts if evening else time(14)
