"""When people are left in peace: quiet hours, week-ends and public holidays, and the nearest moment at which Maillon may speak."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DaysOff = Callable[[date], bool]
"""Whether nobody works on a day: week-ends and public holidays of the zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """The hours at which Maillon does not speak by itself: from `begins` in the evening to `ends` in the morning."""

    begins: time = time(19)
    ends: time = time(8)
    week_ends: bool = False  # whether Saturdays and Sundays are days like others
    holidays: bool = False  # whether public holidays are

    def holds(self, moment: datetime, off: DaysOff) -> bool:
        """Whether that local moment is one at which she is left in peace."""
        return off(moment.date()) or not self.ends <= moment.time() < self.begins

    def awake_near(self, at: time) -> time:
        """That hour of the day if it is not quiet, else the morning's end of quiet, or an hour before the evening's begins."""
        if at < self.ends:
            return self.ends
        return at if at < self.begins else max(self.ends, self.begins.replace(hour=self.begins.hour - 1))

    def next_moment(self, moment: datetime, off: DaysOff) -> datetime:
        """That local moment if it is not quiet, else the first one after it that is not."""
        if moment.time() < self.ends:
            moment = datetime.combine(moment.date(), self.ends)
        elif moment.time() >= self.begins:
            moment = datetime.combine(moment.date() + timedelta(days=1), self.ends)
        return moment if not off(moment.date()) else datetime.combine(working_day(moment.date(), off), self.ends)


def working_day(day: date, off: DaysOff, *, step: int = 1) -> date:
    """That day if people work on it, else the nearest one after it (`step=-1`: before it) on which they do."""
    while off(day):
        day += timedelta(days=step)
    return day
