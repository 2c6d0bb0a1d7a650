"""Hours, as integer minutes."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.contributions import ContributionSource, Nature, Part
from storage.tables.base import Coded, of_territory, within

contributions = of_territory(
    "contributions",
    sa.Column("entry_id", sa.Integer),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("part", Coded(Part), nullable=False),
    sa.Column("nature", Coded(Nature)),
    sa.Column("source", Coded(ContributionSource), nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("structure_id", sa.Integer),
    sa.Column("group_id", sa.Integer),
    sa.Column("axis", sa.Integer),
    sa.Column("meeting_id", sa.Integer),
    sa.Column("what", sa.Text),
    sa.Column("place_said", sa.Text),
    sa.Column("commune", sa.Text),
    within("entry_id", "entries"),
    within("person_id", "people"),
    within("structure_id", "structures"),
    within("group_id", "groups"),
    within("meeting_id", "meetings"),
    sa.Index(None, "territory_id", "day"),
    sa.Index(None, "territory_id", "person_id", "day"),
    sa.Index(None, "territory_id", "entry_id"),
    sa.Index(None, "territory_id", "meeting_id"),
    pointed_at=False,
)
