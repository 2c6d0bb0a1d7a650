"""What somebody does with what rang: done, later, given up; and what happens when she cannot be reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.actions.reminders import days_off, give_up, plan
from bot.actions.weeks import close_action
from bot.domain.errors import NoSuchMeeting, NotAllowed, NotInGroup, ReminderGone
from bot.domain.leads import USUAL
from bot.domain.notices import Notice, NoticeAnswer, due_on, local
from bot.domain.quiet import DaysOff, working_day
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.territory import Account
from bot.ports import UnitOfWork

EVENING = time(18)
MONDAY = 0


class Later(StrEnum):
    """To when something is put off."""

    HOUR = "h"
    EVENING = "e"
    TOMORROW = "d"
    WORKING_DAY = "w"
    MONDAY = "m"


def later_moment(later: Later, *, now: datetime, zone: str, off: DaysOff) -> datetime:
    """The local moment that « plus tard » means now."""
    here = local(now, zone)
    tomorrow = here.date() + timedelta(days=1)
    match later:
        case Later.HOUR:
            return local(now + timedelta(hours=1), zone).replace(second=0, microsecond=0)
        case Later.EVENING:
            return datetime.combine(here.date(), EVENING)
        case Later.TOMORROW:
            return datetime.combine(tomorrow, USUAL)
        case Later.WORKING_DAY:
            return datetime.combine(working_day(tomorrow, off), USUAL)
        case Later.MONDAY:
            return datetime.combine(tomorrow + timedelta(days=(MONDAY - tomorrow.weekday()) % 7), USUAL)


def offered_later(*, now: datetime, zone: str) -> tuple[Later, ...]:
    """What can be chosen now: no evening that has begun, and no moment twice (« demain matin » and « prochain jour ouvré »)."""
    gone = local(now, zone).time() >= EVENING
    each: dict[datetime, Later] = {}
    for later in Later:
        if not (gone and later is Later.EVENING):
            each.setdefault(later_moment(later, now=now, zone=zone, off=days_off(zone)), later)
    return tuple(each.values())


def own_notice(work: UnitOfWork, account: Account, notice_id: int) -> Notice:
    """Something that rang for her. Raises ReminderGone."""
    notice = work.notices.get(notice_id)
    if notice is None or notice.account_id != account.id:
        raise ReminderGone
    return notice


def _reminder_of(work: UnitOfWork, account: Account, notice: Notice) -> Reminder:
    reminder = work.reminders.get(notice.reminder_id) if notice.reminder_id is not None else None
    if reminder is None or reminder.account_id != account.id:
        raise ReminderGone
    return reminder


def done(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime) -> bool | None:
    """✅: this time is over; a reminder that comes once is over with it. Raises ReminderGone.

    Whether the action that it recalled is closed with it, False where she may not; None where it recalled none that was open.
    """
    notice = own_notice(work, account, notice_id)
    action_id = _reminder_of(work, account, notice).action_id
    first = _over(work, account, notice_id, NoticeAnswer.DONE, ReminderState.DONE, now=now)
    if action_id is None or not (first or notice.answer is NoticeAnswer.DONE):
        return None
    closed = action_done(work, account, action_id, now=now)
    return closed if closed is False else closed or not first or None  # a second tap finds it closed


def action_done(work: UnitOfWork, account: Account, action_id: int, *, now: datetime) -> bool | None:
    """Closes an action: whether it is, False where she may not; None where it was closed."""
    try:
        return close_action(work, account, action_id, done=True, now=now) or None
    except (NotAllowed, NotInGroup, NoSuchMeeting):
        work.weeks.close_action(action_id, done=False)
        return False


def finish(work: UnitOfWork, account: Account, reminder: Reminder, *, now: datetime) -> bool | None:
    """It is done before it has rung, and never will; what `done` tells of the action that it recalls."""
    work.notices.withdraw(reminder.id, now=now)
    work.reminders.save(replace(reminder, state=ReminderState.DONE, asked=None, touched_at=now))
    return action_done(work, account, reminder.action_id, now=now) if reminder.action_id is not None else None


def reopen(work: UnitOfWork, account: Account, reminder_id: int, *, action_too: bool, now: datetime) -> Reminder:
    """↩︎ of it: it rings as it was to, and the action that was closed with it is open. Raises ReminderGone, NotAllowed, NoSuchMeeting."""
    reminder = work.reminders.get(reminder_id)
    if reminder is None or reminder.account_id != account.id or reminder.state is not ReminderState.DONE:
        raise ReminderGone
    if reminder.action_id is not None and action_too:
        close_action(work, account, reminder.action_id, done=False, now=now)
    again = work.reminders.save(replace(reminder, state=ReminderState.ACTIVE, touched_at=now))
    plan(work, again, now=now, afresh=True)
    return again


def take_back(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime) -> None:
    """↩︎ of ✅ on what recalled an action: both are open again. Raises ReminderGone, NotAllowed, NoSuchMeeting."""
    notice = own_notice(work, account, notice_id)
    reminder = _reminder_of(work, account, notice)
    if reminder.action_id is None or not work.notices.reanswer(notice_id, None, was=NoticeAnswer.DONE, now=now):
        return
    close_action(work, account, reminder.action_id, done=False, now=now)
    if reminder.state is ReminderState.DONE:
        work.reminders.save(replace(reminder, state=ReminderState.ACTIVE, touched_at=now))


def dropped(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime, series: bool = False) -> None:
    """❌: this time, or with `series` all that would come. Raises ReminderGone."""
    _over(work, account, notice_id, NoticeAnswer.DROPPED, ReminderState.DROPPED, now=now)
    reminder = _reminder_of(work, account, own_notice(work, account, notice_id))
    if series and reminder.state is ReminderState.ACTIVE:
        give_up(work, account, reminder, now=now)


def _over(work: UnitOfWork, account: Account, notice_id: int, answer: NoticeAnswer, state: ReminderState, *, now: datetime) -> bool:
    """Whether it was not answered before."""
    notice = own_notice(work, account, notice_id)
    reminder = _reminder_of(work, account, notice)
    first = work.notices.answer(notice_id, answer, now=now)
    if first and reminder.state is ReminderState.ACTIVE and reminder.recurrence is None:
        work.notices.withdraw(reminder.id, now=now)
        work.reminders.save(replace(reminder, state=state, asked=None, touched_at=now))
    return first


def put_off(work: UnitOfWork, account: Account, notice_id: int, *, later: Later | datetime, now: datetime) -> None:
    """⏰: once more at that time or local moment, this time only: a series goes on as it was. Raises ReminderGone."""
    notice = own_notice(work, account, notice_id)
    reminder = _reminder_of(work, account, notice)
    if reminder.state is not ReminderState.ACTIVE:
        raise ReminderGone
    if not work.notices.answer(notice_id, NoticeAnswer.LATER, now=now):
        return
    off = days_off(reminder.zone)
    moment = later if isinstance(later, datetime) else later_moment(later, now=now, zone=reminder.zone, off=off)
    due = due_on(moment.date(), moment.time(), reminder.zone, off=off, loud=True)
    work.notices.plan(reminder, due, turn=notice.turn, snoozes=notice.snoozes + 1, now=now)
    if reminder.recurrence is None and reminder.before is None:
        work.reminders.save(replace(reminder, touched_at=now))  # « non, 18h », « fait » speak of it


def lose(work: UnitOfWork, account_id: int, *, now: datetime) -> bool:
    """She does not receive what Maillon sends: those who coordinate are told once. Whether that is news."""
    if not work.accounts.lose(account_id, now=now):
        return False
    zone = work.territory.zone
    here = local(now, zone).replace(second=0, microsecond=0)
    due = due_on(here.date(), here.time(), zone, off=days_off(zone), loud=False)
    for coordinator in work.accounts.coordinators():
        if coordinator.id != account_id:
            work.notices.tell_unreachable(coordinator.id, due, about=account_id, now=now)
    return True
