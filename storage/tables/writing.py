"""How each territory writes in its documents."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.writing import Inclusive, NameStyle
from storage.tables.base import Coded, metadata

writing = sa.Table(
    "writing",
    metadata,
    sa.Column("territory_id", sa.Integer, sa.ForeignKey("territories.id"), primary_key=True),
    sa.Column("inclusive", Coded(Inclusive), nullable=False),
    sa.Column("names", Coded(NameStyle), nullable=False),
)
