"""Which dates are proposed for a group when nobody told any: its usual hour, on working days on which nothing stands in the way."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta

from bot.actions.reminders import days_off
from bot.actions.series import school_zone_of
from bot.domain.agenda import AgendaLine, conflicts_of
from bot.domain.date_searches import ProposedDate, SearchContent
from bot.domain.meetings import MeetingState
from bot.domain.plans import later, minutes_between
from bot.french.school_holidays import is_school_holiday
from bot.ports import UnitOfWork

AHEAD, WITHIN = timedelta(days=7), timedelta(days=45)  # from when on, and over how long, dates are proposed
HABIT = timedelta(days=400)
USUAL_STARTS, USUAL_MINUTES = time(14), 120
APART = timedelta(days=2)  # between two dates, as long as there are enough of them


def suggested(work: UnitOfWork, group_id: int, content: SearchContent, *, now: datetime) -> tuple[ProposedDate, ...]:
    """So many dates as are asked for, or as many as there are; `now` is local."""
    starts, minutes = _habit(work, group_id, today=now.date())
    ends = later(starts, content.minutes or minutes)
    first, last = now.date() + AHEAD, now.date() + AHEAD + WITHIN
    if content.window is not None:
        first, last = max(content.window.first, now.date() + timedelta(days=1)), content.window.last
    days = _free_days(work, group_id, first, last, starts=starts, ends=ends)
    chosen: list[date] = []
    for apart in (APART, timedelta(days=1)):
        for day in days:
            if len(chosen) < content.count and all(abs(day - other) >= apart for other in chosen):
                chosen.append(day)
    return tuple(ProposedDate(day=day, starts=starts, ends=ends) for day in sorted(chosen))


def _habit(work: UnitOfWork, group_id: int, *, today: date) -> tuple[time, int]:
    """When its meetings mostly began of late, and how long they mostly lasted."""
    lines = work.meetings.lines(first=today - HABIT, last=today, group_ids=(group_id,), held=True, newest_first=True, limit=12)
    begun = Counter(line.starts for line in lines if line.starts is not None)
    lasted = Counter(minutes for line in lines if (minutes := minutes_between(line.starts, line.ends)) is not None)
    starts = begun.most_common(1)[0][0] if begun else USUAL_STARTS
    return starts, lasted.most_common(1)[0][0] if lasted else USUAL_MINUTES


def _free_days(work: UnitOfWork, group_id: int, first: date, last: date, *, starts: time, ends: time | None) -> list[date]:
    """Working days out of the school holidays on which neither its pilots nor the group have anything then."""
    off, zone = days_off(work.territory.zone), school_zone_of(work)
    others = work.meetings.agenda(first=first, last=last)
    concerned = {line.group_id for line in others if line.group_id is not None} | {group_id}
    pilots = {group.id: group.pilot_ids for group in work.directory.groups(sorted(concerned))}
    taken = {line.day for line in others if line.group_id == group_id}
    free = []
    for n in range(max(0, (last - first).days + 1)):
        day = first + timedelta(days=n)
        line = AgendaLine(id=0, state=MeetingState.PLANNED, label="", group_id=group_id, day=day, starts=starts, ends=ends)
        in_school_holiday = zone is not None and is_school_holiday(day, zone)
        if not off(day) and not in_school_holiday and day not in taken and not any(conflicts_of(line, others, pilots)):
            free.append(day)
    return free
