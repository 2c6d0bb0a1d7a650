"""Cards of the agenda, and the series of meetings that they made."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.plans import Changed, PlanContent, PlanQuestion, PlanState
from bot.domain.recurrence import Recurrence
from bot.domain.requests import Spot
from storage.tables.base import TELEGRAM_ID, Coded, JsonOf, Moment, of_territory, where, within

plans = of_territory(
    "plans",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", Coded(PlanState), nullable=False),
    sa.Column("content", JsonOf(PlanContent), nullable=False),
    sa.Column("asked", Coded(PlanQuestion)),
    sa.Column("changed", JsonOf(tuple[Changed, ...]), nullable=False),
    sa.Column("series_id", sa.Integer),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("touched_at", Moment, nullable=False),
    sa.Column("kept_at", Moment),
    within("account_id", "accounts"),
    within("series_id", "series"),
    sa.UniqueConstraint("territory_id", "update_id"),
    sa.Index(None, "territory_id", "account_id", "touched_at"),
    sa.Index(None, "territory_id", "series_id"),
)

series = of_territory(
    "series",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("group_id", sa.Integer),
    sa.Column("title", sa.Text),
    sa.Column("spot", JsonOf(Spot), nullable=False),
    sa.Column("rule", JsonOf(Recurrence), nullable=False),
    sa.Column("planned_to", sa.Date, nullable=False),
    sa.Column("ended_on", sa.Date),
    within("account_id", "accounts"),
    within("group_id", "groups"),
    sa.Index(None, "territory_id", "account_id"),
    sa.Index(None, "territory_id", "group_id"),
)
occurrences = of_territory(  # a table of its own: SQLite would write all meetings anew to add a foreign key
    "occurrences",
    sa.Column("series_id", sa.Integer, nullable=False),
    sa.Column("day", sa.Date, nullable=False),  # that the rule gave it, wherever it was moved since
    sa.Column("meeting_id", sa.Integer, nullable=False),
    within("series_id", "series"),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    sa.UniqueConstraint("territory_id", "series_id", "day"),
    sa.UniqueConstraint("territory_id", "meeting_id"),
    pointed_at=False,
)
sa.Index("ix_series_going_on", series.c.planned_to, **where("ended_on IS NULL"))
