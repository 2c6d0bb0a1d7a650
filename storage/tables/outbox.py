"""Deliveries: what must leave later, and how far each has gone."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.papers import PaperOrder
from bot.ports import OutboxKind
from storage.tables.base import TELEGRAM_ID, Coded, JsonOf, of_territory, where, within
from storage.tables.leaving import leaving

outbox = of_territory(
    "outbox",
    sa.Column("kind", Coded(OutboxKind), nullable=False),
    sa.Column("chat_id", TELEGRAM_ID, nullable=False),
    sa.Column("subject_id", sa.Integer, nullable=False),  # of a noun that `kind` tells, read within the row's territory
    sa.Column("entry_id", sa.Integer),
    sa.Column("paper", JsonOf(PaperOrder)),  # of OutboxKind.PAPER
    *leaving(),
    within("entry_id", "entries"),
    sa.Index(None, "territory_id", "entry_id"),
)
sa.Index("ix_outbox_due", outbox.c.due_at, **where("state = 'queued'"))
sa.Index("ix_outbox_moving", outbox.c.state, **where("state IN ('claimed', 'sending')"))
