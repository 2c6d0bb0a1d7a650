"""Word templates that coordinators made, version after version."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.templates import TemplateKind, TemplateState
from storage.tables.base import TELEGRAM_ID, Coded, Moment, of_territory, within

templates = of_territory(
    "templates",
    sa.Column("kind", Coded(TemplateKind), nullable=False),
    sa.Column("state", Coded(TemplateState), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("group_id", sa.Integer),  # None: the whole territory's
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary),
    sa.Column("digest", sa.LargeBinary(32)),  # SHA-256 of the content
    sa.Column("account_id", sa.Integer),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("kept_at", Moment),
    sa.Column("touched_at", Moment, nullable=False),
    within("account_id", "accounts"),
    within("group_id", "groups"),
    sa.UniqueConstraint("territory_id", "update_id"),
    sa.Index(None, "territory_id", "kind", "state"),
)
