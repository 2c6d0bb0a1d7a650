"""Cards that are not kept yet, and what each ✅ kept."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.drafts import DraftContent, DraftState, Field, Gap
from bot.domain.meetings import Contribution, Meeting
from bot.domain.plans import Changed
from storage.tables.base import IDS, TELEGRAM_ID, Coded, JsonOf, Moment, of_territory, where, within

drafts = of_territory(
    "drafts",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", Coded(DraftState), nullable=False),
    sa.Column("content", JsonOf(DraftContent), nullable=False),
    sa.Column("asked", JsonOf(Gap)),
    sa.Column("to_ask", JsonOf(tuple[Field, ...]), nullable=False),
    sa.Column("amends", sa.Integer),
    sa.Column("amends_version", sa.Integer),
    sa.Column("before", JsonOf(DraftContent)),
    sa.Column("resumes", sa.Integer),
    sa.Column("entry_id", sa.Integer),
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("touched_at", Moment, nullable=False),
    within("account_id", "accounts"),
    within("amends", "meetings", circle=True),
    within("entry_id", "entries", circle=True),
    within("resumes", "drafts"),
    sa.UniqueConstraint("territory_id", "update_id"),
)
sa.Index("ix_drafts_open", drafts.c.territory_id, drafts.c.account_id, drafts.c.touched_at, **where("state = 'open'"))
sa.Index("ix_drafts_amends", drafts.c.territory_id, drafts.c.amends, **where("amends IS NOT NULL"))
sa.Index("ix_drafts_resumes", drafts.c.territory_id, drafts.c.resumes, **where("resumes IS NOT NULL"))

entries = of_territory(
    "entries",
    sa.Column("draft_id", sa.Integer, nullable=False),
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("kept_at", Moment, nullable=False),
    sa.Column("undone_at", Moment),
    sa.Column("meeting_ids", IDS, nullable=False),  # what was kept at the time; an undone meeting exists no more
    sa.Column("total_minutes", sa.Integer, nullable=False),
    sa.Column("before", JsonOf(Meeting)),  # the meeting that a correction replaced, for ↩︎
    sa.Column("hours_before", JsonOf(tuple[Contribution, ...])),
    sa.Column("moved", JsonOf(Changed)),
    within("draft_id", "drafts"),
    within("account_id", "accounts"),
)
sa.Index("ix_entries_account", entries.c.territory_id, entries.c.account_id)
sa.Index("ix_entries_standing", entries.c.territory_id, entries.c.draft_id, unique=True, **where("undone_at IS NULL"))
