"""What people asked to be reminded of, and each time that this makes something due to somebody."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.drafts import DayWindow
from bot.domain.notices import NoticeAnswer, NoticeKind
from bot.domain.recurrence import Recurrence
from bot.domain.reminders import Asked, ReminderState
from storage.tables.base import IDS, PEOPLE_IDS, TELEGRAM_ID, Coded, JsonOf, Moment, of_territory, where, within
from storage.tables.leaving import leaving

ZONE = sa.String(64)  # an IANA name

reminders = of_territory(
    "reminders",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", Coded(ReminderState), nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("people", PEOPLE_IDS, nullable=False),
    sa.Column("group_id", sa.Integer),
    sa.Column("group_candidates", IDS, nullable=False),
    sa.Column("day", sa.Date),
    sa.Column("at", sa.Time),
    sa.Column("window", JsonOf(DayWindow)),
    sa.Column("recurrence", JsonOf(Recurrence)),
    sa.Column("before", sa.Integer),  # minutes
    sa.Column("action_id", sa.Integer),
    sa.Column("zone", ZONE, nullable=False),
    sa.Column("asked", Coded(Asked)),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("touched_at", Moment, nullable=False),
    sa.Column("kept_at", Moment),
    sa.Column("planned_to", Moment),  # when the last time of a series that is a notice already is due
    sa.Column("anchor_day", sa.Date),  # the meeting that its notice counts back from, as it was then
    sa.Column("anchor_starts", sa.Time),
    within("account_id", "accounts"),
    within("group_id", "groups"),
    within("action_id", "actions", ondelete="CASCADE"),
    sa.UniqueConstraint("territory_id", "update_id"),
    sa.UniqueConstraint("territory_id", "action_id", "account_id"),
)
sa.Index("ix_reminders_account", reminders.c.territory_id, reminders.c.account_id, reminders.c.touched_at)
sa.Index("ix_reminders_series", reminders.c.planned_to, **where("state = 'active' AND recurrence IS NOT NULL"))
sa.Index("ix_reminders_before", reminders.c.id, **where("state = 'active' AND before IS NOT NULL"))
sa.Index("ix_reminders_group", reminders.c.territory_id, reminders.c.group_id)

notices = of_territory(
    "notices",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("kind", Coded(NoticeKind), nullable=False),
    sa.Column("reminder_id", sa.Integer),
    sa.Column("about_account_id", sa.Integer),  # of an UNREACHABLE one: who
    sa.Column("meeting_id", sa.Integer),  # of one that asks about a meeting: which, and on what day it was then
    sa.Column("meeting_day", sa.Date),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("snoozes", sa.Integer, nullable=False),
    sa.Column("on", sa.Date, nullable=False),  # the hour that was promised, on the clocks of `zone`
    sa.Column("at", sa.Time, nullable=False),
    sa.Column("zone", ZONE, nullable=False),
    sa.Column("loud", sa.Boolean, nullable=False),
    sa.Column("until", Moment, nullable=False),
    sa.Column("answer", Coded(NoticeAnswer)),
    *leaving(),
    within("account_id", "accounts"),
    within("about_account_id", "accounts"),
    within("reminder_id", "reminders", ondelete="CASCADE"),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    sa.UniqueConstraint("territory_id", "reminder_id", "turn", "snoozes"),  # nothing is due twice
    sa.UniqueConstraint("territory_id", "meeting_id", "kind", "meeting_day", "snoozes"),
    sa.UniqueConstraint("territory_id", "account_id", "about_account_id", "turn"),
)
sa.Index("ix_notices_due", notices.c.due_at, notices.c.account_id, notices.c.id, **where("state = 'queued'"))
sa.Index("ix_notices_waiting", notices.c.account_id, notices.c.due_at, **where("state = 'queued'"))
sa.Index("ix_notices_moving", notices.c.state, **where("state IN ('claimed', 'sending')"))
sa.Index("ix_notices_message", notices.c.territory_id, notices.c.account_id, notices.c.message_id)
sa.Index(
    "ix_notices_date_search",
    *[notices.c[name] for name in ("territory_id", "account_id", "turn", "snoozes")],
    unique=True,
    **where("kind = 'date search'"),
)
sa.Index("ix_notices_week", notices.c.territory_id, notices.c.account_id, notices.c.turn, unique=True, **where("kind = 'week'"))
