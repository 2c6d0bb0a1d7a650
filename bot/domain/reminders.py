"""What a reminder is, what its card still lacks, and when it is due: once, again and again, or so long before a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.drafts import DayWindow
from bot.domain.leads import DAY, USUAL, moment_before
from bot.domain.notices import Due, due_on, instant, local
from bot.domain.quiet import DaysOff, working_day
from bot.domain.recurrence import Recurrence, days_of

SATURDAY = 5
_USUAL_LENGTH = timedelta(hours=2)
HOURS_OF_PARTS = {"matin": USUAL, "midi": time(12), "après-midi": time(14), "soir": time(18)}


class ReminderState(StrEnum):
    """Where a reminder stands: a card, kept, over (done or past), or given up."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DONE = "done"
    DROPPED = "dropped"


class Asked(StrEnum):
    """What the card of a reminder asks."""

    WHAT = "what"
    WHEN = "when"
    GROUP = "group"  # before whose meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """What somebody asked to be reminded of, and when, on the clocks of `zone`.

    Either `day` and `at` (with `recurrence`: the first of a series), or `before`: so many minutes before the next planned meeting of the
    group (negative: after its end), whole days being counted to `at` (`day` is then the day from which it is looked for), or before each
    (`recurrence` EACH_MEETING). `at` None: the usual hour.
    `window`: days among which she has still to choose. `people` and `group_id` are what it is about. `planned_to` is up to where the
    times of a series are notices already, `anchor_day` and `anchor_starts` tell the meeting that its notice counts back from.
    """

    id: int
    account_id: int
    version: int = 1
    state: ReminderState = ReminderState.PROPOSED
    what: str = ""
    people: tuple[int, ...] = ()
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    day: date | None = None
    at: time | None = None
    window: DayWindow | None = None
    recurrence: Recurrence | None = None
    before: int | None = None
    action_id: int | None = None
    zone: str
    asked: Asked | None = None
    update_id: int | None = None
    touched_at: datetime
    kept_at: datetime | None = None
    planned_to: datetime | None = None
    anchor_day: date | None = None
    anchor_starts: time | None = None

    @property
    def hour(self) -> time:
        """The hour at which it rings."""
        return self.at or USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """A reminder in a list: when it rings next, and whether the last time did not reach her for sure.

    `missed`: it was too late to ring; `uncertain`: it may have arrived; `rung`: it has rung, and she has not answered.
    """

    reminder: Reminder
    next: Due | None = None
    missed: bool = False
    uncertain: bool = False
    rung: bool = False

    @property
    def rings(self) -> datetime | None:
        """When it rings next, on the clocks of its zone: of a series the day on which it is really said."""
        if self.next is None:
            return None
        due = self.next
        return local(due.due_at, due.zone) if self.reminder.recurrence is not None else datetime.combine(due.on, due.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The planned meeting before, or after, which a reminder rings."""

    meeting_id: int
    day: date
    starts: time | None = None
    ends: time | None = None

    @property
    def over(self) -> datetime:
        """When it ends: two hours after it begins, or in the evening, where that is not known."""
        if self.ends is None and self.starts is None:
            return datetime.combine(self.day, HOURS_OF_PARTS["soir"])
        return datetime.combine(self.day, self.ends) if self.ends else datetime.combine(self.day, self.starts or USUAL) + _USUAL_LENGTH


def lacking(reminder: Reminder, *, now: datetime) -> Asked | None:
    """What is to be asked before it can be kept; an hour that is past is asked for again."""
    if not reminder.what:
        return Asked.WHAT
    if reminder.before is not None:
        return None if reminder.group_id is not None else Asked.GROUP
    if reminder.day is None:
        return Asked.WHEN
    if reminder.recurrence is not None:
        today = local(now, reminder.zone).date()
        return None if any(day >= today for day in days_of(reminder.recurrence, first=reminder.day)) else Asked.WHEN
    return Asked.WHEN if instant(reminder.day, reminder.hour, reminder.zone) <= now else None


def once(reminder: Reminder, *, off: DaysOff) -> Due:
    """When a reminder that comes once is due: at the very time that she saw on its card."""
    assert reminder.day is not None
    return due_on(reminder.day, reminder.hour, reminder.zone, off=off, loud=True)


def turns(reminder: Reminder, *, off: DaysOff, after: date | None = None) -> Iterator[Due]:
    """The times of a series, in order, from its first day or after a day.

    An hour of the evening or a day of the week-end that the series names is meant; a public holiday is not, and a day of « tous les jours »
    on which nobody works neither: these wait for the next working day, and fall together with what is due there.
    """
    assert reminder.recurrence is not None
    assert reminder.day is not None
    for day in days_of(reminder.recurrence, first=reminder.day, after=after):
        yield _turn(reminder, day, off)


def _turn(reminder: Reminder, day: date, off: DaysOff) -> Due:
    named = day.weekday() >= SATURDAY and reminder.recurrence is not None and not reminder.recurrence.every.endswith("D")
    rings = day if named else working_day(day, off)
    return due_on(rings, reminder.hour, reminder.zone, off=off, loud=True)._replace(on=day)


def _wished(reminder: Reminder, anchor: Anchor, off: DaysOff) -> datetime:
    assert reminder.before is not None
    if reminder.before < 0 and reminder.before % DAY:
        return anchor.over - timedelta(minutes=reminder.before)
    wished = moment_before(anchor.day, anchor.starts or USUAL, reminder.before, at=reminder.hour, off=off)
    assert wished is not None
    return wished


def rings_for(reminder: Reminder, anchor: Anchor, *, now: datetime, off: DaysOff) -> bool:
    """Whether that meeting may still be meant: it has not begun, or what rings after it is still to ring."""
    here = local(now, reminder.zone)
    if reminder.before is not None and reminder.before <= 0:
        return _wished(reminder, anchor, off) > here
    return datetime.combine(anchor.day, anchor.starts or time.max) > here


def before_meeting(reminder: Reminder, anchor: Anchor, *, now: datetime, off: DaysOff) -> Due:
    """When a reminder is due that counts back from a meeting: on a day off the working day before, and soon if that is past."""
    wished = _wished(reminder, anchor, off)
    if instant(wished.date(), wished.time(), reminder.zone) > now:
        return due_on(wished.date(), wished.time(), reminder.zone, off=off, loud=True)
    soon = local(now, reminder.zone).replace(second=0, microsecond=0)
    return due_on(soon.date(), soon.time(), reminder.zone, off=off, loud=False)
