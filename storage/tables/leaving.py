"""What leaves Maillon by itself has in common, whatever it is: how far it has gone, and what became of it."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa

from storage.tables.base import Coded, Moment


class DeliveryState(StrEnum):
    """Where a delivery stands: queued → claimed → sending → sent, uncertain or failed; cancelled before it left; missed when too late."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"
    MISSED = "missed"  # kept for the next digest


def leaving() -> tuple[sa.Column[object], ...]:
    """The columns that tell it."""
    return (
        sa.Column("state", Coded(DeliveryState), nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("message_id", sa.Integer),
        sa.Column("reason", sa.Text),
        sa.Column("queued_at", Moment, nullable=False),
        sa.Column("changed_at", Moment, nullable=False),
    )
