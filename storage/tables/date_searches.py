"""Date searches, and what everybody said of each date."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.date_searches import Fit, SearchContent, SearchState
from storage.tables.base import TELEGRAM_ID, Coded, JsonOf, Moment, of_territory, within

date_searches = of_territory(
    "date_searches",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", Coded(SearchState), nullable=False),
    sa.Column("group_id", sa.Integer),
    sa.Column("content", JsonOf(SearchContent), nullable=False),
    sa.Column("rounds", sa.Integer, nullable=False),
    sa.Column("message_id", sa.Integer),  # of the counts, in the chat of who asks
    sa.Column("plan_id", sa.Integer),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("touched_at", Moment, nullable=False),
    sa.Column("settled_at", Moment),
    within("account_id", "accounts"),
    within("group_id", "groups"),
    within("plan_id", "plans"),
    sa.UniqueConstraint("territory_id", "update_id"),
    sa.Index(None, "territory_id", "account_id", "state"),
    sa.Index(None, "territory_id", "group_id", "state"),
    sa.Index(None, "territory_id", "plan_id"),
)

date_answers = of_territory(  # never rewritten: what was told last holds
    "date_answers",
    sa.Column("search_id", sa.Integer, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("fit", Coded(Fit), nullable=False),
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("told_at", Moment, nullable=False),
    sa.Column("update_id", TELEGRAM_ID, nullable=False),
    sa.Column("undone_at", Moment),
    within("search_id", "date_searches", ondelete="CASCADE"),
    within("person_id", "people"),
    within("account_id", "accounts"),
    sa.Index(None, "territory_id", "search_id"),
    sa.Index(None, "territory_id", "person_id"),
    sa.Index(None, "territory_id", "account_id"),
    pointed_at=False,
)
