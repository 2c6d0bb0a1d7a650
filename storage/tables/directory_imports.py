"""Files of directories that were sent, with what they would change and what they changed."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.directory_imports import ImportPlan, ImportState, ImportTrace, TakenChoice
from storage.tables.base import TELEGRAM_ID, Coded, JsonOf, Moment, of_territory, within

directory_imports = of_territory(
    "directory_imports",
    sa.Column("account_id", sa.Integer),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", Coded(ImportState), nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("plan", JsonOf(ImportPlan), nullable=False),
    sa.Column("taken", JsonOf(tuple[TakenChoice, ...]), nullable=False),
    sa.Column("trace", JsonOf(ImportTrace)),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("touched_at", Moment, nullable=False),
    within("account_id", "accounts"),
    sa.UniqueConstraint("territory_id", "update_id"),
)
