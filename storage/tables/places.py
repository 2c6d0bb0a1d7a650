"""Places where meetings are held."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import WORDS, of_territory

places = of_territory(
    "places",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("commune", sa.Text),
    sa.Column("aliases", WORDS, nullable=False),
)
