"""What somebody chooses about when she is written to, and how her next point of the week becomes due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.actions.reminders import days_off
from bot.domain.errors import NoQuietLeft, NotAllowed, QuietByDay
from bot.domain.notices import Due, due_on, instant, local
from bot.domain.peace_requests import SetRhythm
from bot.domain.permissions import Verb, may
from bot.domain.quiet import Quiet
from bot.domain.rhythms import Rhythm, away_on, back_from, next_week_point
from bot.domain.territory import Account
from bot.ports import UnitOfWork

SOON = timedelta(hours=12)
IN_HAND = timedelta(hours=1)  # how long a sentence may still be meant for what is shown
LEAST_AWAKE = timedelta(hours=2)  # less of the day would leave no moment for what is due


def set_rhythm(work: UnitOfWork, account: Account, said: SetRhythm, *, now: datetime) -> Rhythm:
    """Her rhythm with what she said; what is due follows at once. Raises NotAllowed, NoQuietLeft, QuietByDay."""
    of_week = said.week_day is not None or said.week_at is not None or said.no_week is not None
    if of_week and not may(account.role, Verb.READ_FIGURES):
        raise NotAllowed(Verb.READ_FIGURES)
    before = work.rhythms.get(account.id)
    begins, ends = _hours(said, before.quiet)
    quiet = Quiet(
        begins=begins,
        ends=ends,
        week_ends=before.quiet.week_ends if said.week_ends is None else said.week_ends,
        holidays=before.quiet.holidays if said.holidays is None else said.holidays,
    )
    _check(quiet)
    after = replace(
        before,
        week_day=said.week_day or before.week_day,
        week_at=said.week_at or before.week_at,
        no_week=before.no_week if said.no_week is None else said.no_week,
        quiet=quiet,
    )
    work.rhythms.save(after)
    plan_week_anew(work, account, now=now)
    return after


def show(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> None:
    """What she chose is shown to her, as the answer to that update: what she says next may speak of it."""
    work.journal.note(account_id=account.id, verb="look", noun="rhythm", noun_id=None, now=now, detail=str(update_id))


def shown_just_before(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> bool:
    """Whether what she chose was the last thing that she looked at before that update, of late."""
    looked = work.journal.last(account_id=account.id, verb="look", noun="rhythm", since=now - IN_HAND)
    return looked is not None and looked == str(work.update_before(update_id, sender_id=account.telegram_id))


def _hours(said: SetRhythm, before: Quiet) -> tuple[time, time]:
    """When it is quiet from, and until when; hours of one day join those that are quiet already. Raises QuietByDay when they do not."""
    begins, ends = said.quiet_from, said.quiet_to
    if begins is not None and ends is not None and begins < ends:
        if begins <= before.ends:
            begins = None
        elif ends >= before.begins:
            ends = None
        else:
            raise QuietByDay
    return (before.begins if begins is None else begins, before.ends if ends is None else ends)


def _check(quiet: Quiet) -> None:
    """Raises NoQuietLeft when hardly an hour would be left at which she may be written to."""
    if _minutes(quiet.begins) - _minutes(quiet.ends) < LEAST_AWAKE.total_seconds() / 60:
        raise NoQuietLeft


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def plan_week_anew(work: UnitOfWork, account: Account, *, now: datetime) -> None:
    """What she chose has changed: the point of the week that waits goes, the next one comes.

    One of a day that is past, which waited for the end of her leave, is planned anew with its week: it is not dropped in silence.
    """
    waited = work.notices.forget_week(account.id)
    wanted = work.rhythms.get(account.id).week_of(account.role) is not None
    past = wanted and waited is not None and waited < local(now, work.territory.zone).date()
    monday = waited - timedelta(days=waited.weekday()) if waited is not None and past else None
    work.rhythms.week_planned(account.id, instant(monday, time(), work.territory.zone) if monday is not None else None)
    plan_week(work, account, now=now)


def told_already(work: UnitOfWork, account: Account, *, now: datetime) -> None:
    """She has just asked for her week: what would repeat it in the next hours does not come, nor what an outage has held up."""
    plan_week(work, account, now=now)
    work.notices.withdraw_week(account.id, before=now + SOON, now=now)


def plan_week(work: UnitOfWork, account: Account, *, now: datetime) -> None:
    """Makes her next point of the week due, and the last one that nobody planned while nothing ran: it may still be worth saying."""
    rhythm = work.rhythms.get(account.id)
    week = rhythm.week_of(account.role)
    if week is None or account.telegram_id <= 0:
        return
    held_up = None
    since = min(rhythm.week_due or now, now)
    while True:
        meant, due, since = _point_after(work, rhythm, week, since)
        if due.due_at > now:
            break
        held_up = meant, due
    for day, what in filter(None, (held_up, (meant, due))):
        work.notices.tell_week(account.id, what, meant=day, now=now)
    work.rhythms.week_planned(account.id, since)


def _point_after(work: UnitOfWork, rhythm: Rhythm, week: tuple[int, time], since: datetime) -> tuple[date, Due, datetime]:
    """The first one after that moment: the day it is for, when it comes, and the moment after which the one behind it follows.

    Of those that fall within a leave one comes, at her hour of the day after it.
    """
    zone = work.territory.zone
    off = days_off(zone, rhythm.quiet)
    meant, moment = next_week_point(week, after=local(since, zone), off=off)
    leave = away_on(work.leaves.away(rhythm.account_id, since=meant), moment.date())
    if leave is not None:
        back = back_from(leave.last, quiet=rhythm.quiet, off=off)
        moment = max(back, datetime.combine(back.date(), week[1]))
    due = due_on(moment.date(), moment.time(), zone, off=off, loud=True)
    return meant, due, max(due.due_at, instant(meant, week[1], zone))
