"""What a week was and what the next one brings, for one reader: figures, and the lists that wait behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.contributions import Nature
from bot.domain.meetings import MeetingLine

STALE_AFTER = timedelta(days=91)  # « trois mois »
LATE_SINCE = timedelta(days=92)  # actions that were due earlier are no news of the week
ORPHANS_SINCE = timedelta(days=13)  # meetings about which nobody can be asked
TELL_SINCE = timedelta(days=30)  # meetings of which nothing was told, and minutes that were not sent
A_YEAR = timedelta(days=365)  # meetings and minutes that waited longer were left behind: only figures tell of them
CAME_SINCE = timedelta(days=365)  # among whom a structure is lost from sight
CAME_TWICE = 2
ENOUGH_BEFORE = 10  # a tenth of this year


class WeekList(StrEnum):
    """A list behind a line of the point of the week; its letter stands in buttons."""

    AHEAD = "a"
    UNTOLD = "t"
    UNSENT = "s"
    ACTIONS = "l"
    OPEN_ACTIONS = "o"  # of /actions: whatever their day
    QUIET_GROUPS = "g"
    LOST_STRUCTURES = "p"
    SHEETS = "f"
    MISSED = "m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Some days in figures: meetings held, how many came to them in all, and minutes by nature, the greatest first (None: to be told)."""

    meetings: int = 0
    came: int = 0
    minutes: tuple[tuple[Nature | None, int], ...] = ()

    @property
    def total(self) -> int:
        """All minutes."""
        return sum(minutes for _, minutes in self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hers:
    """What is somebody's to see to: what she told or planned herself, and what the groups that she pilots did."""

    person_id: int
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueAction:
    """An action that is open, with the bearers as they are called; `due`: None when no day was said."""

    id: int
    text: str
    due: date | None
    bearers: tuple[str, ...] = ()
    label: str = ""

    def is_late(self, today: date) -> bool:
        """Whether its day is past."""
        return self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A group that has not met, or a structure that has not come, since a day (None: never)."""

    name: str
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The point of the week. `first`, `last`: the days that were; `until`: up to when what comes is told; counts of the lists behind it.

    `older`: how much waits in a list for so long that its line only counts it. `of_others`: how many of these are of groups in which she
    has no part, for who sees them all. `last_year`: the same week a year before, None when nothing was kept then. `figures_only`: for
    who reads nothing else.
    """

    first: date
    last: date
    until: date
    figures: Figures
    last_year: Figures | None = None
    next_ones: tuple[MeetingLine, ...] = ()
    counts: tuple[tuple[WeekList, int], ...] = ()
    of_others: tuple[tuple[WeekList, int], ...] = ()
    older: tuple[tuple[WeekList, int], ...] = ()
    late: int = 0  # of the actions
    figures_only: bool = False

    def count(self, which: WeekList) -> int:
        """How much stands in that list."""
        return dict(self.counts).get(which, 0)

    def older_of(self, which: WeekList) -> int:
        """How much waits there for long."""
        return dict(self.older).get(which, 0)

    def hers(self, which: WeekList) -> tuple[int, int]:
        """How much of that list is hers, and how much is of others."""
        others = dict(self.of_others).get(which, 0)
        return self.count(which) - others, others

    @property
    def says_something(self) -> bool:
        """Whether it is worth writing to somebody: what is only old waits for a week in which there is something."""
        happened = self.figures.meetings > 0 or self.figures.total > 0
        return happened or (not self.figures_only and any(self.count(which) for which in NEWS))


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisHours:
    """Minutes given to an axis (None: to none) since the first of January, and until the same day of the year before."""

    axis: int | None
    name: str = ""
    minutes: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursByAxis:
    """The year so far, axis by axis in the order of their numbers; `last`: its last day."""

    last: date
    lines: tuple[AxisHours, ...] = ()

    @property
    def total(self) -> int:
        """All minutes of this year."""
        return sum(line.minutes for line in self.lines)

    @property
    def compared(self) -> bool:
        """Whether enough was kept the year before for the two to stand side by side: not while it was only begun."""
        before = sum(line.before for line in self.lines)
        return before > 0 and before * ENOUGH_BEFORE >= self.total

    @property
    def worth_drawing(self) -> bool:
        """Whether there is something to see: a single bar that stands beside nothing tells no more than a figure."""
        told = [line for line in self.lines if line.minutes]
        return any(line.axis is not None for line in told) and (len(told) > 1 or self.compared)


OLD = frozenset({WeekList.QUIET_GROUPS, WeekList.LOST_STRUCTURES, WeekList.SHEETS})
NEWS = (WeekList.AHEAD, WeekList.UNTOLD, WeekList.UNSENT, WeekList.ACTIONS, WeekList.MISSED)


def is_first_of_month(monday: date) -> bool:
    """Whether a week that begins then is the first of its month: what is only old is told once a month."""
    return monday.day <= DAYS_OF_A_WEEK


def same_day_before(day: date) -> date:
    """That day of the year before; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def week_told(today: date) -> tuple[date, date, date]:
    """The Monday and Sunday of the week that is told on that day, and the Sunday up to which what comes is told.

    From Wednesday on it is the week itself, with what comes until the end of the next; on Monday and Tuesday the week before.
    """
    monday = today - timedelta(days=today.weekday())
    if today.weekday() < WEDNESDAY:
        monday -= timedelta(days=7)
    return monday, monday + timedelta(days=6), monday + timedelta(days=13)


WEDNESDAY = 2
DAYS_OF_A_WEEK = 7
A_YEAR_OF_WEEKS = timedelta(days=364)
