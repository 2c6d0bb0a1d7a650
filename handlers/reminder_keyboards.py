"""Which buttons stand below a reminder's card, below the list of reminders, and below one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.actions.notices import EVENING
from bot.actions.reminders import days_off
from bot.domain.notices import local
from bot.domain.quiet import working_day
from bot.domain.reminders import Asked, Reminder, ReminderLine, ReminderState, lacking
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, turning
from handlers.replies import Button, Keyboard
from handlers.room import Room

MOST_DAYS = 8
GROUPS = 12
A_PAGE = 5
MIDDAY = time(14)


def _tap(label: str, do: Do, reminder: Reminder, argument: object = "") -> Button:
    return Button(label=label, tap=Tap(do, reminder.id, reminder.version, str(argument)))


def card_keyboard(room: Room, reminder: Reminder) -> Keyboard:
    """✅ ✏️ ❌, the answers to its question, or ↩︎ once it is kept."""
    kept = reminder.state is ReminderState.ACTIVE
    drop = _tap(buttons.DROP_REMINDER if kept else buttons.DROP, Do.REMINDER_DROP, reminder)
    if reminder.asked is Asked.WHEN:
        moments = [
            _tap(buttons.moment(m, today=room.today), Do.REMINDER_AT, reminder, m.strftime("%Y%m%d%H%M")) for m in _offered(room, reminder)
        ]
        back = (_tap(buttons.BACK, Do.REMINDER_CARD, reminder),) if lacking(reminder, now=room.now) is None else ()
        return (*rows(moments, 2), (*back, drop))
    if reminder.asked is Asked.GROUP:
        listed = reminder.group_candidates or tuple(g.id for g in room.work.directory.groups_of(room.account.person_id))
        groups = [_tap(room.names.group(group)[:60], Do.REMINDER_GROUP, reminder, group) for group in listed[:GROUPS]]
        return (*rows(groups, 1), (drop,))
    if reminder.asked is Asked.WHAT:
        return ((drop,),)
    when = _tap(buttons.TELL_WHEN, Do.REMINDER_WHEN, reminder)
    if kept:
        return ((_tap(buttons.UNDO, Do.REMINDER_UNDO, reminder), when),)
    return ((_tap(buttons.KEEP, Do.REMINDER_KEEP, reminder),), (when, drop))


def _offered(room: Room, reminder: Reminder) -> list[datetime]:
    """Moments to choose: in the days that were told, else this evening and the next days on which people work."""
    here, off, hour = local(room.now, reminder.zone), days_off(reminder.zone), reminder.hour
    if reminder.window is not None:
        length = (reminder.window.last - reminder.window.first).days + 1
        days = [reminder.window.first + timedelta(days=n) for n in range(length)]
        inside = [datetime.combine(day, hour) for day in days if not off(day)]
        return [moment for moment in inside if moment > here][:MOST_DAYS]
    tomorrow = here.date() + timedelta(days=1)
    first = working_day(tomorrow, off)
    second = working_day(first + timedelta(days=1), off)
    monday = working_day(tomorrow + timedelta(days=-tomorrow.weekday() % 7), off)
    moments = [datetime.combine(here.date(), at) for at in (MIDDAY, EVENING)]
    moments += [datetime.combine(day, hour) for day in (first, second, monday, working_day(here.date() + timedelta(days=7), off))]
    moments.append(datetime.combine(first, MIDDAY))
    return sorted({moment for moment in moments if moment > here})


def list_keyboard(lines: Sequence[ReminderLine], *, page: int, more: bool) -> Keyboard:
    """✏️ for each of the page, and its neighbours."""
    first = page * A_PAGE + 1
    each = tuple(_tap(buttons.reminder(i), Do.REMINDER_OPEN, line.reminder) for i, line in enumerate(lines, first))
    pages = turning(page, more=more, to=lambda n: Tap(Do.REMINDERS_PAGE, 0, 0, str(n)))
    return (*((each,) if each else ()), *pages)


def opened_keyboard(reminder: Reminder | None = None) -> Keyboard:
    """Change, delete, or go back to the list; only the last once it is deleted."""
    back = (Button(label=buttons.ALL_REMINDERS, tap=Tap(Do.REMINDERS_PAGE, 0)),)
    if reminder is None:
        return (back,)
    when, drop = _tap(buttons.TELL_WHEN, Do.REMINDER_WHEN, reminder), _tap(buttons.DROP_REMINDER, Do.REMINDER_DROP, reminder)
    return ((when, drop), back)
