"""What she touched last: what is said or tapped last wins over an older card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import Enum, auto

from bot.domain.drafts import Draft
from bot.domain.plans import PlanState
from handlers.room import Room


class Thing(Enum):
    """Of what a card tells."""

    MEETING = auto()
    PLAN = auto()
    REMINDER = auto()
    LEAVE = auto()
    QUESTION = auto()  # what Maillon asked about a meeting


def is_last(room: Room, thing: Thing, touched_at: datetime, draft: Draft | None) -> bool:
    """Whether she has touched nothing of another kind since, and was asked nothing."""
    return all(other is thing or moment <= touched_at for other, moment in _touched(room, draft))


def _touched(room: Room, draft: Draft | None) -> Iterator[tuple[Thing, datetime]]:
    work, hers = room.work, room.account.id
    if draft is not None:
        yield Thing.MEETING, draft.touched_at
    if (entry := work.entries.last_of(hers)) is not None:
        yield Thing.MEETING, entry.kept_at
    for state in (PlanState.PROPOSED, PlanState.KEPT):
        if (plan := work.plans.last_of(hers, state)) is not None:
            yield Thing.PLAN, plan.touched_at
    if (leave := work.leaves.last_touched(hers)) is not None:
        yield Thing.LEAVE, leave.touched_at
    for reminder in (work.reminders.asking(hers), work.reminders.touched_last(hers)):
        if reminder is not None:
            yield Thing.REMINDER, reminder.touched_at
    asked = work.notices.last_asked(hers)
    if asked is not None and asked.changed_at is not None and not asked.moot:
        yield Thing.QUESTION, asked.changed_at
