"""When Maillon may write to those who joined: what each chose, and when she is away."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.rhythms import LeaveState
from storage.tables.base import PEOPLE_IDS, TELEGRAM_ID, Coded, Moment, of_territory, within

rhythms = of_territory(
    "rhythms",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("week_day", sa.Integer),  # 1 = Monday; None: the usual one of her role
    sa.Column("week_at", sa.Time),
    sa.Column("no_week", sa.Boolean, nullable=False),
    sa.Column("quiet_from", sa.Time),
    sa.Column("quiet_to", sa.Time),
    sa.Column("week_ends", sa.Boolean, nullable=False),
    sa.Column("holidays", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("week_due", Moment),  # when her next point of the week is to be planned; None: to be worked out
    within("account_id", "accounts"),
    sa.UniqueConstraint("territory_id", "account_id"),
    sa.Index("ix_rhythms_week_due", "week_due"),
    pointed_at=False,
)

leaves = of_territory(
    "leaves",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False),
    sa.Column("stand_in_id", sa.Integer),  # a person
    sa.Column("stand_in_said", sa.Text),
    sa.Column("candidates", PEOPLE_IDS, nullable=False),
    sa.Column("state", Coded(LeaveState), nullable=False),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("touched_at", Moment, nullable=False),
    within("account_id", "accounts"),
    within("stand_in_id", "people"),
    sa.UniqueConstraint("territory_id", "update_id"),
    sa.Index("ix_leaves_account", "territory_id", "account_id", "last"),
    sa.Index("ix_leaves_stand_in", "territory_id", "stand_in_id", "last"),
)
