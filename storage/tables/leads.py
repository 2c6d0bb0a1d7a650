"""How long before each meeting of a group its pilot hears of it."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import of_territory, within

leads = of_territory(
    "leads",
    sa.Column("group_id", sa.Integer, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    within("group_id", "groups", ondelete="CASCADE"),
    sa.UniqueConstraint("territory_id", "group_id", "minutes"),
    pointed_at=False,
)
