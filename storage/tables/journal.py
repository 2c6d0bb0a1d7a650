"""Who changed what, when."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import Moment, of_territory, within

journal = of_territory(
    "journal",
    sa.Column("account_id", sa.Integer),
    sa.Column("verb", sa.String(40), nullable=False),
    sa.Column("noun", sa.String(40), nullable=False),
    sa.Column("noun_id", sa.Integer),
    sa.Column("at", Moment, nullable=False),
    sa.Column("detail", sa.Text, nullable=False),
    within("account_id", "accounts"),
    sa.Index(None, "territory_id", "at"),
    pointed_at=False,
)
