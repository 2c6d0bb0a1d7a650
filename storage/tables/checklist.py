"""What is to be seen to before planned meetings."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import TELEGRAM_ID, Moment, of_territory, within

checklist = of_territory(
    "checklist",
    sa.Column("meeting_id", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("done", sa.Boolean, nullable=False),
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("told_at", Moment, nullable=False),
    sa.Column("update_id", TELEGRAM_ID, nullable=False),
    sa.Column("undone_at", Moment),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    within("account_id", "accounts"),
    sa.Index(None, "territory_id", "meeting_id"),
    sa.Index(None, "territory_id", "account_id"),
    pointed_at=False,
)
