"""What becomes due as time goes by: series, what is said before meetings and asked after them, each person's point of the week."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.actions.after_meetings import plan_questions
from bot.actions.leads import announce
from bot.actions.reminders import plan
from bot.actions.rhythms import plan_week
from bot.domain.reminders import ReminderState
from bot.ports import Clock, Store, UnitOfWork

log = logging.getLogger(__name__)
Deed = Callable[[UnitOfWork, int, datetime], object]


class Planner:
    """Makes rows of what is due; each in a transaction of its own, so that one that fails holds no other back."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._minute: datetime | None = None

    def plan(self) -> None:
        """Series and reminders at each call; the rest, whose hours are whole minutes, once a minute."""
        now = self._clock.now()
        self._each(self._store.notices.to_plan(now=now), _plan_reminder, now)
        minute = now.replace(second=0, microsecond=0)
        if minute == self._minute:
            return
        self._each(self._store.notices.meetings_ahead(now=now), partial(_announce, since=self._minute), now)
        self._each(self._store.notices.meetings_to_ask(now=now), _plan_questions, now)
        self._each(self._store.notices.weeks_to_plan(now=now), _plan_week, now)
        self._minute = minute

    def _each(self, things: Sequence[tuple[int, int]], deed: Deed, now: datetime) -> None:
        for territory_id, thing_id in things:
            try:
                with self._store.work(territory_id) as work:
                    deed(work, thing_id, now)
            except Exception:
                log.exception("%s of %s could not be planned", deed, thing_id)


def _plan_reminder(work: UnitOfWork, reminder_id: int, now: datetime) -> None:
    reminder = work.reminders.get(reminder_id)
    if reminder is not None and reminder.state is ReminderState.ACTIVE:
        plan(work, reminder, now=now)


def _announce(work: UnitOfWork, meeting_id: int, now: datetime, *, since: datetime | None) -> None:
    announce(work, meeting_id, since=since, now=now)


def _plan_questions(work: UnitOfWork, meeting_id: int, now: datetime) -> None:
    plan_questions(work, meeting_id, now=now)


def _plan_week(work: UnitOfWork, account_id: int, now: datetime) -> None:
    account = work.accounts.get(account_id)
    if account is not None:
        plan_week(work, account, now=now)
