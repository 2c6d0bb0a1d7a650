"""Points that wait for the next agenda of a group."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import TELEGRAM_ID, Moment, of_territory, within

parked_points = of_territory(
    "parked_points",
    sa.Column("group_id", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("parked_at", Moment, nullable=False),
    sa.Column("update_id", TELEGRAM_ID, nullable=False),
    sa.Column("undone_at", Moment),
    sa.Column("meeting_id", sa.Integer),
    sa.Column("left_id", sa.Integer),
    within("group_id", "groups"),
    within("account_id", "accounts"),
    within("meeting_id", "meetings"),
    within("left_id", "meetings"),
    sa.Index(None, "territory_id", "group_id"),
    sa.Index(None, "territory_id", "account_id"),
    sa.Index(None, "territory_id", "meeting_id"),
    sa.Index(None, "territory_id", "left_id"),
    pointed_at=False,
)
