"""Which day is meant where the words leave two, by what waits in the agenda: « le GT Diabète du 17 », planned on 17 December."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bot.domain.drafts import MeetingDraft
from bot.understanding.plan_near import is_bare_number
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention
from bot.understanding.when import mentions_in

_EVERY = frozenset({"du", "des"})  # « le GT du mardi »


def coming_day(scan: Scan, group_ids: Collection[int], on: date | None, *, pointed: bool = False) -> date | None:
    """The day on which a meeting stands: « du 28 » is the next 28th on which the group has one, where `on`, the nearest, has none.

    `pointed`: one that was just spoken of, so that « celui de jeudi » is the next that stands on a Thursday.
    """
    days = _days_of(scan, group_ids)
    if on is None or not days or on in days:
        return on
    told = next((m for m in mentions_in(scan, [(0, len(scan))]) if (ahead := m.days_toward("future")) and ahead.first == on), None)
    if told is None:
        return on
    if is_bare_number(told):
        return next((day for day in days if day.day == on.day), on)
    return (
        next((day for day in days if day.isoweekday() == on.isoweekday()), on)
        if (pointed and told.bare_weekday) or _is_habit(scan, told)
        else on
    )


def stands_ahead(scan: Scan, meeting: MeetingDraft) -> date | None:
    """The coming day of what was told, if the agenda holds it then and nothing of that group on the day gone by; None if it was held."""
    if meeting.group_id is None or meeting.day is None or meeting.headcount is not None or meeting.people:
        return None
    held = (meeting.group_id, meeting.day) in scan.hearing.planned
    days = () if held else _days_of(scan, (meeting.group_id,))
    told = next((m for m in mentions_in(scan, [(0, len(scan))]) if (past := m.days_toward("past")) and past.first == meeting.day), None)
    ahead = told.days_toward("future") if told is not None else None
    if told is None or ahead is None or not ahead.single or ahead.first <= meeting.day:
        return None
    if ahead.first in days:
        return ahead.first
    return next((day for day in days if day.day == ahead.first.day), None) if is_bare_number(told) else None


def _days_of(scan: Scan, group_ids: Collection[int]) -> list[date]:
    """The coming days on which the agenda holds one of those groups."""
    today = scan.hearing.now.date()
    return sorted(day for group, day in scan.hearing.planned if group in group_ids and day >= today)


def _is_habit(scan: Scan, mention: TimeMention) -> bool:
    """« le GT du mardi »: the weekday on which it is, more than one day."""
    first, _ = scan.span_of(mention)
    return mention.bare_weekday and bool({scan.fold(first), scan.fold(first - 1)} & _EVERY)
