"""To which moment a sentence moves a reminder: the one that it tells, so long after the one on which it stands, or its limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import reminders as acts
from bot.domain.recurrence import Limits, first_day, limited
from bot.domain.reminders import Reminder
from bot.domain.requests import Hearing, PlanDeed, Spot
from bot.understanding.moments import is_clock_alone, read_moment
from bot.understanding.plan_changes import read_plan_change
from bot.understanding.reminder_orders import read_shift
from bot.understanding.tokens import tokenize
from handlers.room import Room


def hearing(room: Room) -> Hearing:
    """How a sentence about a reminder is heard."""
    return Hearing(now=room.local_now, author_id=room.account.person_id)


def retold(room: Room, reminder: Reminder, text: str) -> Reminder | None:
    """The reminder at the moment that the sentence tells; None when it tells none, or more than a moment."""
    limits = _limits(room, reminder, text)
    if limits is not None and reminder.recurrence is not None and reminder.day is not None:
        rule = limited(reminder.recurrence, limits)
        return replace(reminder, recurrence=rule, day=first_day(rule, since=limits.since or reminder.day) or reminder.day)
    stands = read_shift(tokenize(text), text, room.local_now)
    if stands is not None:
        return _shifted(room, reminder, *stands)
    again = read_moment(text, hearing(room), room.index)
    if again is None:
        return None
    if reminder.day is not None and again.at is not None and is_clock_alone(text, hearing(room)):
        return replace(reminder, at=again.at)
    moved = acts.told(reminder, again, today=room.today)
    return None if moved == reminder else moved


def _shifted(room: Room, reminder: Reminder, minutes: int, hour: str) -> Reminder | None:
    """« le lendemain » of the day that the card tells; None where it tells none, or several."""
    if reminder.day is None or reminder.recurrence is not None or reminder.before is not None:
        return None
    moved = acts.at_moment(reminder, datetime.combine(reminder.day, reminder.hour) + timedelta(minutes=minutes))
    return (retold(room, moved, hour) if hour else None) or moved


def _limits(room: Room, reminder: Reminder, text: str) -> Limits | None:
    """« jusqu'au 31 mars », « sauf en août », said of a series: it still comes again."""
    if reminder.recurrence is None:
        return None
    said = read_plan_change(text, hearing(room), room.index, deed=PlanDeed.PLAN, over_series=True)
    if said is None or said.limits is None or said.rule is not None or said.spot != Spot() or said.group_id is not None:
        return None
    heeded = not (said.limits.off_school or said.limits.off_holidays) and said.limits.weekday is None and said.limits.days_long is None
    return said.limits if said.unread is None and heeded else None
