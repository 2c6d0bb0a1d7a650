"""Places where meetings are held, and the priority neighbourhoods (QPV) in which they may be."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import WORDS, of_territory

places = of_territory(
    "places",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("commune", sa.Text),
    sa.Column("aliases", WORDS, nullable=False),
    sa.Column("neighbourhood", sa.Text),  # the name of one of `neighbourhoods`
)

neighbourhoods = of_territory(
    "neighbourhoods",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("commune", sa.Text),
    sa.Column("code", sa.Text),
    sa.UniqueConstraint("territory_id", "name"),
    pointed_at=False,
)
