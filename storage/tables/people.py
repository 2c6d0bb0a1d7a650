"""The directory: structures, people, and the mandates that tie them."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.contributions import Nature
from bot.domain.people import Visibility
from storage.tables.base import WORDS, Coded, Moment, of_territory, where, within

structures = of_territory(
    "structures",
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("sigle", sa.Text),
    sa.Column("aliases", WORDS, nullable=False),
    sa.Column("commune", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("email", sa.Text),
    sa.Column("nature", Coded(Nature)),
    sa.Column("neighbourhood", sa.Text),  # the name of one of `neighbourhoods`
    sa.Column("source", sa.Text),
    sa.Column("updated_at", Moment),
    sa.Column("updated_by", sa.Integer),
    within("updated_by", "people"),
)

people = of_territory(
    "people",
    sa.Column("first_name", sa.Text, nullable=False),
    sa.Column("last_name", sa.Text, nullable=False),
    sa.Column("civility", sa.Text),
    sa.Column("doctor", sa.Boolean, nullable=False),
    sa.Column("phone", sa.Text),
    sa.Column("email", sa.Text),
    sa.Column("other_phones", WORDS),
    sa.Column("other_emails", WORDS),
    sa.Column("note", sa.Text),
    sa.Column("visibility", Coded(Visibility), nullable=False),
    sa.Column("commune", sa.Text),
    sa.Column("nature", Coded(Nature)),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("informed_on", sa.Date),
    sa.Column("updated_at", Moment),
    sa.Column("objected_on", sa.Date),
    sa.Column("erasure_asked_on", sa.Date),
    sa.Column("checked_on", sa.Date),  # somebody said that the sheet is still right
    sa.Column("updated_by", sa.Integer),  # a person, so that accounts may point to people without a circle
    within("updated_by", "people"),
)

mandates = of_territory(
    "mandates",
    sa.Column("person_id", sa.Integer, nullable=False),
    sa.Column("structure_id", sa.Integer),
    sa.Column("function", sa.Text),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("main", sa.Boolean, nullable=False),
    within("person_id", "people", ondelete="CASCADE"),
    within("structure_id", "structures"),
    pointed_at=False,
)
sa.Index(None, mandates.c.territory_id, mandates.c.person_id)
sa.Index(None, mandates.c.territory_id, mandates.c.structure_id)
sa.Index("ix_mandates_current_main", mandates.c.person_id, unique=True, **where("main AND until IS NULL"))
