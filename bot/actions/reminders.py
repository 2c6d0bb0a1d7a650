"""How a reminder lives: proposed on a card, told when, kept, changed, and given up; what it makes due is planned with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.actions.entries import TIME_TO_UNDO
from bot.domain.drafts import Draft
from bot.domain.errors import NotAllowed, NotInGroup, ReminderGone, ReminderMoved
from bot.domain.leads import DAY
from bot.domain.meetings import Entry
from bot.domain.notices import QUIET, local
from bot.domain.permissions import Verb, may
from bot.domain.quiet import DaysOff, Quiet, working_day
from bot.domain.recurrence import EACH_MEETING, can_repeat
from bot.domain.reminders import (
    HOURS_OF_PARTS,
    Asked,
    Reminder,
    ReminderState,
    before_meeting,
    lacking,
    once,
    rings_for,
    turns,
)
from bot.domain.requests import SetReminder
from bot.domain.territory import Account
from bot.french.public_holidays import is_day_off
from bot.ports import UnitOfWork

LONGEST = 300  # characters of what is to be remembered
MOST_TURNS = 400  # of a series in one transaction: a year of days, after an absence
MOST_CHANGES = 99
IN_A_MOMENT = timedelta(hours=3)  # what an outage held up of a series is not said when the next time of it comes so soon
NO_TURN = -1


def days_off(zone: str, quiet: Quiet = QUIET) -> DaysOff:
    """Whether nobody works on a day, in that zone; `quiet`: for somebody who may be written to on some of them as well."""
    return partial(is_day_off, zone=zone, week_ends=quiet.week_ends, holidays=quiet.holidays)


def propose(work: UnitOfWork, account: Account, request: SetReminder, *, update_id: int, now: datetime) -> Reminder:
    """A card from what was said; the same update handled twice finds it again. Raises NotAllowed, NotInGroup."""
    if not may(account.role, Verb.BE_REMINDED):
        raise NotAllowed(Verb.BE_REMINDED)
    known = work.reminders.of_update(update_id)
    if known is not None:
        return known
    zone = work.territory.zone
    request = _of_planned_day(work, account, request, today=local(now, zone).date())
    blank = Reminder(id=0, account_id=account.id, zone=zone, touched_at=now, update_id=update_id)
    said = told(blank, request, today=local(now, zone).date())
    said = replace(said, what=request.what.strip()[:LONGEST], people=request.people, group_id=request.group_id)
    if said.before is not None:
        said = hers(work, account, said)
    return work.reminders.add(_asking(work, said, now=now))


def _of_planned_day(work: UnitOfWork, account: Account, request: SetReminder, *, today: date) -> SetReminder:
    """« la veille du GT Diabète du 14 janvier »: tied to the meeting that the group has planned that day, looked for from the day after
    the one before it, so that it is found again wherever it moves; on a fixed day where none is planned, or it is not hers to follow.
    """
    before, day, group_id = request.before, request.day, request.group_id
    if before is None or before < 0 or day is None or group_id is None or request.recurrence is not None:
        return request
    hers = may(account.role, Verb.LOG_ANY_MEETING) or any(group.id == group_id for group in work.directory.groups_of(account.person_id))
    ahead = work.meetings.agenda(first=today, last=day, group_ids=(group_id,)) if hers and day >= today else ()
    if not ahead or ahead[-1].day != day:
        return replace(request, before=None, day=day - timedelta(days=before // DAY))
    since = max((line.day + timedelta(days=1) for line in ahead if line.day < day), default=today)
    return replace(request, day=since, at=None if request.at == ahead[-1].starts else request.at)  # « du 14 à 10h »: its own hour


def told(reminder: Reminder, request: SetReminder, *, today: date) -> Reminder:
    """The reminder at the time that the request tells; unchanged when it tells none."""
    recurrence = request.recurrence if request.recurrence is not None and can_repeat(request.recurrence) else None
    at = request.at or (recurrence.at if recurrence else None) or HOURS_OF_PARTS.get(request.part_of_day or "")
    if request.before is not None:
        each = EACH_MEETING if request.recurrence == EACH_MEETING else None
        counted = replace(reminder, before=request.before, day=request.day or today, at=at, window=None, recurrence=each)
        return replace(counted, group_id=request.group_id, group_candidates=request.group_candidates)
    if recurrence is not None:
        return replace(reminder, recurrence=recurrence, day=request.day or today, at=at, window=None, before=None)
    if request.day is not None or request.day_window is not None:
        at = at or reminder.at
        day = request.day
        if request.eve_of and day is not None:
            day = working_day(day - timedelta(days=1), days_off(reminder.zone), step=-1)
        return replace(reminder, day=day, window=request.day_window, at=at, recurrence=None, before=None)
    return replace(reminder, at=at) if at is not None and reminder.day is not None else reminder


def hers(work: UnitOfWork, account: Account, reminder: Reminder) -> Reminder:
    """The reminder with only groups whose meetings she follows. Raises NotInGroup when none is left."""
    if may(account.role, Verb.LOG_ANY_MEETING):
        return reminder
    own = {group.id for group in work.directory.groups_of(account.person_id)}
    if reminder.group_id is not None and reminder.group_id not in own:
        raise NotInGroup
    offered = tuple(group for group in reminder.group_candidates if group in own)
    if reminder.group_id is None and reminder.group_candidates and not offered:
        raise NotInGroup
    return replace(reminder, group_candidates=offered)


def _asking(work: UnitOfWork, reminder: Reminder, *, now: datetime) -> Reminder:
    ahead = _not_begun(work, reminder, now=now)
    return replace(ahead, asked=lacking(ahead, now=now), touched_at=now)


def _not_begun(work: UnitOfWork, reminder: Reminder, *, now: datetime) -> Reminder:
    """One that counts from a meeting looks for it among those that have not begun, or after which it still has to ring."""
    off = days_off(reminder.zone)
    while reminder.before is not None and reminder.group_id is not None:
        anchor = work.reminders.next_meeting(reminder)
        if anchor is None or rings_for(reminder, anchor, now=now, off=off):
            break
        reminder = replace(reminder, day=anchor.day + timedelta(days=1))
    return reminder


def open_reminder(work: UnitOfWork, account: Account, reminder_id: int, *, version: int | None = None) -> Reminder:
    """The reminder that a button speaks of, a card or kept. Raises ReminderGone, ReminderMoved."""
    reminder = work.reminders.get(reminder_id)
    if reminder is None or reminder.account_id != account.id or reminder.state in (ReminderState.DONE, ReminderState.DROPPED):
        raise ReminderGone
    if version is not None and reminder.version != version:
        raise ReminderMoved
    return reminder


def ask(work: UnitOfWork, reminder: Reminder, asked: Asked | None, *, now: datetime) -> Reminder:
    """Opens that question; None closes the one that stands open, unless it must be answered."""
    return work.reminders.save(replace(reminder, asked=asked or lacking(reminder, now=now), touched_at=now))


def change(work: UnitOfWork, reminder: Reminder, *, now: datetime) -> Reminder:
    """The card with what was just told; of one that is kept already, what it makes due follows at once."""
    asking = _asking(work, reminder, now=now)
    saved = work.reminders.save(asking)
    if saved.state is ReminderState.ACTIVE and saved.asked is None:
        work.notices.withdraw(saved.id, now=now)
        plan(work, saved, now=now, afresh=True)
    return saved


def at_moment(reminder: Reminder, moment: datetime) -> Reminder:
    """The reminder once, at that local moment."""
    at = time(moment.hour, moment.minute)
    return replace(reminder, day=moment.date(), at=at, window=None, recurrence=None, before=None)


def keep_reminder(work: UnitOfWork, account: Account, reminder_id: int, *, version: int, now: datetime) -> Reminder:
    """✅: keeps it and makes due what follows; a second tap finds it kept. Raises ReminderGone, ReminderMoved.

    One that still lacks something comes back asking.
    """
    reminder = open_reminder(work, account, reminder_id)
    if reminder.state is ReminderState.ACTIVE:
        return reminder
    if reminder.version != version:
        raise ReminderMoved
    asking = _asking(work, reminder, now=now)
    if asking.asked is not None:
        return work.reminders.save(asking)
    kept = work.reminders.save(replace(asking, state=ReminderState.ACTIVE, kept_at=now))
    plan(work, kept, now=now, afresh=True)
    work.journal.note(account_id=account.id, verb="keep", noun="reminder", noun_id=kept.id, now=now)
    return kept


def plan(work: UnitOfWork, reminder: Reminder, *, now: datetime, afresh: bool = False) -> None:
    """Makes due what a kept reminder asks for next. `afresh`: its rule is new, so that what is past of it is not owed."""
    off = days_off(reminder.zone)
    if reminder.before is not None:
        _plan_before(work, reminder, now=now, off=off)
    elif reminder.recurrence is not None:
        _plan_series(work, reminder, now=now, off=off, afresh=afresh)
    else:
        due = once(reminder, off=off)
        any(work.notices.plan(reminder, due, snoozes=again, now=now) for again in range(MOST_CHANGES))


def _plan_before(work: UnitOfWork, reminder: Reminder, *, now: datetime, off: DaysOff) -> None:
    """It follows the next meeting of its group; without any it waits for one. Of each meeting: the next of which it has not told."""
    anchor, each = work.reminders.next_meeting(reminder), reminder.recurrence is not None
    if each:
        work.notices.withdraw_others(reminder.id, turn=anchor.meeting_id if anchor is not None else NO_TURN, now=now)
    elif anchor is None:
        work.notices.withdraw(reminder.id, now=now)
    if anchor is not None:
        turn = anchor.meeting_id if each else 0
        work.notices.plan(reminder, before_meeting(reminder, anchor, now=now, off=off), turn=turn, now=now)
    day, starts = (anchor.day, anchor.starts) if anchor is not None else (None, None)
    work.reminders.planned(replace(reminder, anchor_day=day, anchor_starts=starts))


def _plan_series(work: UnitOfWork, reminder: Reminder, *, now: datetime, off: DaysOff, afresh: bool) -> None:
    """Each time since the last one, up to the first that is still to come; of a new rule only that one."""
    last = None if afresh else work.notices.last_turn(reminder.id)
    after = None if last is None else date.fromordinal(last)
    planned = reminder.planned_to
    for count, due in enumerate(turns(reminder, off=off, after=after)):
        ahead = due.due_at > now
        if ahead or not afresh:
            work.notices.plan(reminder, due, turn=due.on.toordinal(), now=now)
            planned = due.due_at
        if ahead and due.due_at - now <= IN_A_MOMENT:
            work.notices.pass_over(reminder.id, newer=due.on.toordinal(), now=now)
        if ahead or (count >= MOST_TURNS and not afresh):
            break
    else:
        planned = None  # past the year 2100: nothing more is looked for
    work.reminders.planned(replace(reminder, planned_to=planned))


def give_up(work: UnitOfWork, account: Account, reminder: Reminder, *, now: datetime) -> Reminder:
    """❌ or ↩︎: nothing more comes of it."""
    work.notices.withdraw(reminder.id, now=now)
    gone = work.reminders.save(replace(reminder, state=ReminderState.DROPPED, asked=None, touched_at=now))
    if reminder.state is ReminderState.ACTIVE:
        work.journal.note(account_id=account.id, verb="drop", noun="reminder", noun_id=reminder.id, now=now)
    return gone


def was_put_off(reminder: Reminder, *, now: datetime) -> bool:
    """Whether one that comes once, and is still to come, has rung at its time."""
    alone = reminder.state is ReminderState.ACTIVE and reminder.recurrence is None and reminder.before is None and reminder.day is not None
    return alone and once(reminder, off=days_off(reminder.zone)).due_at <= now


def last_reminder(work: UnitOfWork, account: Account, last: Draft | Entry | None, *, now: datetime) -> Reminder | None:
    """The reminder that « annule » speaks of: her open card of one or the last that she kept, if she touched it after `last`."""
    touched = None if last is None else last.touched_at if isinstance(last, Draft) else last.kept_at
    asking, kept = work.reminders.asking(account.id), work.reminders.last_kept_by(account.id)
    found = [(r.touched_at, r) for r in (asking,) if r is not None]
    found += [(r.kept_at, r) for r in (kept,) if r is not None and r.kept_at is not None and now - r.kept_at <= TIME_TO_UNDO]
    moment, reminder = max(found, key=lambda pair: (pair[0], pair[1].id), default=(now, None))
    return reminder if reminder is not None and (touched is None or moment >= touched) else None
