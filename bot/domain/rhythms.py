"""When Maillon may write to somebody by itself: her quiet hours, her week-ends, her point of the week, and her leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, StrEnum, auto

from bot.domain.permissions import Role, Verb, may
from bot.domain.quiet import DaysOff, Quiet, working_day

FRIDAY, MONDAY = 5, 1
_USUAL_WEEK = {
    Role.ADMINISTRATOR: (FRIDAY, time(16)),
    Role.COORDINATOR: (FRIDAY, time(16)),
    Role.PILOT: (MONDAY, time(8, 30)),
    Role.READER: (MONDAY, time(8, 30)),
}
LONGEST_LEAVE = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """What somebody chose; None is the usual: that of her role for the week, 19 h to 8 h for the evening and the night.

    `week_day`: 1 = Monday, as ISO counts. `no_week`: she wants no point of the week. `week_due`: up to when that is planned, if it is.
    """

    account_id: int
    week_day: int | None = None
    week_at: time | None = None
    no_week: bool = False
    quiet: Quiet = field(default_factory=Quiet)
    week_due: datetime | None = None

    def week_of(self, role: Role) -> tuple[int, time] | None:
        """On which day and at what hour she gets her point of the week; None when she gets none.

        An hour that she chose holds whatever her quiet hours; the usual one gives way to them.
        """
        usual = _USUAL_WEEK.get(role)
        if self.no_week or not may(role, Verb.READ_FIGURES) or usual is None:
            return None
        return (self.week_day or usual[0], self.week_at or self.quiet.awake_near(usual[1]))


class LeaveState(StrEnum):
    """Where a leave stands: a card, kept, or given up."""

    PROPOSED = "proposed"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Days, both included, on which somebody is away; `stand_in_id` is the person who is asked after her meetings meanwhile.

    `stand_in_said`: words that name nobody, or several (`candidates`).
    """

    id: int
    account_id: int
    first: date
    last: date
    stand_in_id: int | None = None
    stand_in_said: str | None = None
    candidates: tuple[int, ...] = ()
    state: LeaveState = LeaveState.PROPOSED
    update_id: int | None = None
    touched_at: datetime

    def holds(self, day: date) -> bool:
        """Whether she is away on that day."""
        return self.first <= day <= self.last


class StandIn(Enum):
    """Whether the one who was named will be asked after meetings."""

    NOBODY = auto()
    READY = auto()
    NOT_JOINED = auto()
    NO_MEETINGS = auto()  # her role does not reach that far
    UNKNOWN = auto()
    SEVERAL = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days of a leave that is kept, both included: all that the delivery of what is due needs."""

    first: date
    last: date


def away_on(leaves: Iterable[Away], day: date) -> Away | None:
    """The leave in which that day falls."""
    return next((leave for leave in leaves if leave.first <= day <= leave.last), None)


def back_from(last: date, *, quiet: Quiet, off: DaysOff) -> datetime:
    """The local moment at which somebody may be written to again after the last day of a leave."""
    return quiet.next_moment(datetime.combine(last + timedelta(days=1), time()), off)


def next_week_point(week: tuple[int, time], *, after: datetime, off: DaysOff) -> tuple[date, datetime]:
    """The first point of the week after that local moment: the day that it is for, and when it comes.

    One that falls on a day off comes at the same hour of the working day before, within its week; of a week without any, of the next.
    """
    day, at = week
    monday = after.date() - timedelta(days=after.weekday())
    while True:
        meant = monday + timedelta(days=day - 1)
        rings = _working_day_near(meant, off)
        moment = datetime.combine(rings, at)
        if moment > after:
            return meant, moment
        monday += timedelta(days=7)


def _working_day_near(day: date, off: DaysOff) -> date:
    """That day; on a day off the working day before it in the same week, else the next one."""
    before = working_day(day, off, step=-1)
    return before if before.isocalendar()[:2] == day.isocalendar()[:2] else working_day(day, off)
