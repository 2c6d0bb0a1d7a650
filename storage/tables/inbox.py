"""Updates, kept before Telegram is told that they arrived.

They belong to the bot, not to a territory: who speaks is known only once they are handled. One database serves one bot (update ids are
counted by bot), so no bot_id is kept: a second bot takes a second database.
"""

from __future__ import annotations

import sqlalchemy as sa

from storage.tables.base import TELEGRAM_ID, Moment, metadata, where

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("update_id", TELEGRAM_ID, primary_key=True, autoincrement=False),
    sa.Column("sender_id", TELEGRAM_ID),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("answer", sa.Text),  # what is to be said, once the effect is committed
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("done_at", Moment),
)
sa.Index("ix_inbox_pending", inbox.c.update_id, **where("done_at IS NULL"))
