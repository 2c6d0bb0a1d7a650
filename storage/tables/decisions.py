"""What meetings decided, with the counters of their numbers, and what must be done by whom."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.drafts import DayWindow
from storage.tables.base import PEOPLE_IDS, Coded, JsonOf, metadata, of_territory, within

decisions = of_territory(
    "decisions",
    sa.Column("meeting_id", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("number", sa.String(60), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("status", Coded(DecisionStatus), nullable=False),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    sa.UniqueConstraint("territory_id", "number"),
    sa.Index(None, "territory_id", "meeting_id"),
)

decision_counters = sa.Table(
    "decision_counters",
    metadata,
    sa.Column("territory_id", sa.Integer, sa.ForeignKey("territories.id"), primary_key=True),
    sa.Column("code", sa.String(40), primary_key=True),
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("last", sa.Integer, nullable=False),  # only grows: a number that was printed is never given twice
)

actions = of_territory(
    "actions",
    sa.Column("meeting_id", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("due", sa.Date),
    sa.Column("due_window", JsonOf(DayWindow)),
    sa.Column("due_said", sa.Text),
    sa.Column("status", Coded(ActionStatus), nullable=False),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    sa.Index(None, "territory_id", "meeting_id"),
)

bearers = of_territory(
    "bearers",
    sa.Column("action_id", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("structure_id", sa.Integer),
    sa.Column("said", sa.Text),
    sa.Column("candidates", PEOPLE_IDS, nullable=False),
    within("action_id", "actions", ondelete="CASCADE"),
    within("person_id", "people"),
    within("structure_id", "structures"),
    sa.Index(None, "territory_id", "action_id"),
    sa.Index(None, "territory_id", "person_id"),
    pointed_at=False,
)
