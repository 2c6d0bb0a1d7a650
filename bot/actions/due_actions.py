"""Who hears of an action before its day: one reminder the working day before, and only because somebody asked for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.actions.reminders import change, days_off, plan
from bot.domain.decisions import Action, ActionStatus
from bot.domain.drafts import DraftContent
from bot.domain.errors import NoSuchMeeting, NotAllowed
from bot.domain.leads import USUAL
from bot.domain.notices import instant
from bot.domain.permissions import Verb, may
from bot.domain.quiet import working_day
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.territory import Account
from bot.ports import UnitOfWork

Words = Callable[[Action, bool], str]
"""What is recalled of an action; whether to one of those who bear it."""


def has_actions_due(content: DraftContent, *, today: date) -> bool:
    """Whether an action of a card has a day that is still to come."""
    return any(action.due is not None and action.due > today for meeting in content.meetings for action in meeting.actions)


def remind_of_actions(work: UnitOfWork, account: Account, meeting_id: int, *, words: Words, now: datetime) -> tuple[Account, ...]:
    """Makes due, the working day before at 9 h, each action of that meeting whose day is to come: who will hear of them.

    Those who bear it and have joined are told, else the one who asked. Asked again, it follows days that were corrected since.
    Raises NotAllowed, NoSuchMeeting.
    """
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    meeting = work.meetings.get(meeting_id)
    if meeting is None or not (may(account.role, Verb.LOG_ANY_MEETING) or meeting.author_id == account.person_id):
        raise NoSuchMeeting
    told: dict[int, Account] = {}
    for action in meeting.actions:
        day = _day_before(work, action, now=now)
        if day is None:
            continue
        bearers = [found for b in action.bearers if b.person_id and (found := work.accounts.of_person(b.person_id)) is not None]
        for who in bearers or [account]:
            _remind(work, who, action, day=day, what=words(action, bool(bearers)), now=now)
            told[who.id] = who
    return tuple(told.values())


def _day_before(work: UnitOfWork, action: Action, *, now: datetime) -> date | None:
    """When it is recalled; None without a day, once it is done, or when that is past."""
    if action.due is None or action.status is not ActionStatus.OPEN:
        return None
    zone = work.territory.zone
    day = working_day(action.due - timedelta(days=1), days_off(zone), step=-1)
    return day if instant(day, USUAL, zone) > now else None


def _remind(work: UnitOfWork, who: Account, action: Action, *, day: date, what: str, now: datetime) -> None:
    known = work.reminders.of_action(action.id or 0, who.id)
    if known is not None and known.state is ReminderState.ACTIVE:
        if (known.day, known.what) != (day, what):
            change(work, replace(known, day=day, what=what), now=now)
        return
    if known is not None:
        return  # done, or given up by her: not twice
    made = Reminder(
        id=0,
        account_id=who.id,
        state=ReminderState.ACTIVE,
        what=what,
        day=day,
        at=USUAL,
        action_id=action.id,
        zone=work.territory.zone,
        touched_at=now,
        kept_at=now,
    )
    plan(work, work.reminders.add(made), now=now, afresh=True)
