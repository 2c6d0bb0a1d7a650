"""How long before each meeting of a group its pilot hears of it: a week, the day before, two hours, as she chose for that group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.quiet import DaysOff, working_day

DAY = 24 * 60  # minutes
USUAL = time(9)
OFFERED = (7 * DAY, DAY, 120)  # minutes before it
LONGEST = 60 * DAY
SLACK = 5  # days: of a bridge over which what counts back from a meeting goes to the working day before


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLeads:
    """« rappelle-moi la veille de chaque GT Diabète »: so many minutes before each of its meetings; none: what is set is shown.

    `only`: nothing else (« une heure avant seulement », « jamais »). `unheeded`: what cannot be kept of it, such as an hour of its own.
    """

    minutes: tuple[int, ...]
    group_id: int | None = None
    only: bool = False
    unheeded: tuple[str, ...] = ()


def moment_before(day: date, starts: time | None, minutes: int, *, at: time = USUAL, off: DaysOff) -> datetime | None:
    """That long before a meeting (negative: after it), on local clocks: whole days at `at` of a working day, hours to the minute.

    None without its hour.
    """
    if minutes == 0:
        return datetime.combine(day, at)
    if minutes % DAY == 0:
        return datetime.combine(working_day(day - timedelta(days=minutes // DAY), off, step=-1 if minutes > 0 else 1), at)
    return datetime.combine(day, starts) - timedelta(minutes=minutes) if starts is not None else None
