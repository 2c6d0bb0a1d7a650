"""Who joined, and the one-time doors by which people join."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.permissions import Role
from storage.tables.base import TELEGRAM_ID, Coded, Moment, metadata, of_territory, within

accounts = of_territory(
    "accounts",
    sa.Column("telegram_id", TELEGRAM_ID, nullable=False, unique=True),
    sa.Column("chat_id", TELEGRAM_ID, nullable=False),
    sa.Column("person_id", sa.Integer, nullable=False),
    sa.Column("role", Coded(Role), nullable=False),
    sa.Column("joined_at", Moment, nullable=False),
    sa.Column("unreachable_since", Moment),  # she blocked the bot or left Telegram; until she speaks again
    within("person_id", "people"),
    sa.Index(None, "territory_id", "person_id"),
)

invitations = of_territory(
    "invitations",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("role", Coded(Role)),
    sa.Column("digest", sa.LargeBinary(32), unique=True),  # SHA-256 of the code; None until it is issued
    sa.Column("invited_by", sa.Integer),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("used_at", Moment),
    sa.Column("used_by", sa.Integer),
    within("person_id", "people"),
    within("invited_by", "accounts"),
    within("used_by", "accounts"),
)

invited_groups = sa.Table(
    "invited_groups",
    metadata,
    sa.Column("territory_id", sa.Integer, sa.ForeignKey("territories.id"), nullable=False),
    sa.Column("invitation_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("group_id", sa.Integer, primary_key=True, autoincrement=False),
    within("invitation_id", "invitations", ondelete="CASCADE"),
    within("group_id", "groups", ondelete="CASCADE"),
    sa.Index(None, "territory_id", "group_id"),
)
