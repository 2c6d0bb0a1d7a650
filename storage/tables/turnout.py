"""What people said beforehand of a planned meeting: that they come, or do not."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState
from storage.tables.base import TELEGRAM_ID, Coded, Moment, of_territory, within

turnout = of_territory(  # never rewritten: what was told last holds
    "turnout",
    sa.Column("meeting_id", sa.Integer, nullable=False),
    sa.Column("day", sa.Date, nullable=False),  # of the meeting when it was told
    sa.Column("person_id", sa.Integer),
    sa.Column("structure_id", sa.Integer),
    sa.Column("state", Coded(AttendanceState), nullable=False),
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("told_at", Moment, nullable=False),
    sa.Column("update_id", TELEGRAM_ID, nullable=False),
    sa.Column("undone_at", Moment),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    within("person_id", "people"),
    within("structure_id", "structures"),
    within("account_id", "accounts"),
    sa.Index(None, "territory_id", "meeting_id"),
    sa.Index(None, "territory_id", "person_id"),
    sa.Index(None, "territory_id", "structure_id"),
    sa.Index(None, "territory_id", "account_id"),
    pointed_at=False,
)
