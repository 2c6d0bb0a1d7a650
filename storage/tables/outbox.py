"""Deliveries: what must leave later, and how far each has gone."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from bot.ports import OutboxKind
from storage.tables.base import TELEGRAM_ID, Coded, Moment, of_territory, where, within


class DeliveryState(StrEnum):
    """Where a delivery stands: queued → claimed → sending → sent, uncertain or failed; cancelled before it left."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"


outbox = of_territory(
    "outbox",
    sa.Column("kind", Coded(OutboxKind), nullable=False),
    sa.Column("chat_id", TELEGRAM_ID, nullable=False),
    sa.Column("subject_id", sa.Integer, nullable=False),  # of a noun that `kind` tells, read within the row's territory
    sa.Column("entry_id", sa.Integer),
    sa.Column("state", Coded(DeliveryState), nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("message_id", sa.Integer),
    sa.Column("reason", sa.Text),
    sa.Column("queued_at", Moment, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    within("entry_id", "entries"),
    sa.Index(None, "territory_id", "entry_id"),
)
sa.Index("ix_outbox_due", outbox.c.due_at, **where("state = 'queued'"))
sa.Index("ix_outbox_moving", outbox.c.state, **where("state IN ('claimed', 'sending')"))
