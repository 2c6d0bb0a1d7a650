"""Groups and who belongs to them."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.groups import GroupKind
from storage.tables.base import WORDS, Coded, metadata, of_territory, within

groups = of_territory(
    "groups",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", Coded(GroupKind), nullable=False),
    sa.Column("code", sa.String(40), nullable=False),
    sa.Column("axis", sa.Integer),
    sa.Column("aliases", WORDS, nullable=False),
)

members = sa.Table(
    "members",
    metadata,
    sa.Column("territory_id", sa.Integer, sa.ForeignKey("territories.id"), nullable=False),
    sa.Column("group_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("pilot", sa.Boolean, nullable=False),
    within("group_id", "groups", ondelete="CASCADE"),
    within("person_id", "people", ondelete="CASCADE"),
    sa.Index(None, "territory_id", "group_id"),
    sa.Index(None, "territory_id", "person_id"),
)
