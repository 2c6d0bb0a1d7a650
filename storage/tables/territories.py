"""Territories with what is dated or fixed for each: axes and communes."""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import metadata, of_territory, where

territories = sa.Table(
    "territories",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("organism", sa.Text, nullable=False),
    sa.Column("zone", sa.String(60), nullable=False),
    sa.Column("vocabulary_version", sa.Integer, nullable=False),
)

axes = of_territory(
    "axes",
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    pointed_at=False,
)
sa.Index("ix_axes_current", axes.c.territory_id, axes.c.number, unique=True, **where("until IS NULL"))

communes = sa.Table(
    "communes",
    metadata,
    sa.Column("territory_id", sa.Integer, sa.ForeignKey("territories.id"), primary_key=True),
    sa.Column("insee", sa.String(5), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("epci", sa.String(9)),
)
