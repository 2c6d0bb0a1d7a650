"""Changes of the directory as cards, where each datum comes from, and what is proposed about sheets."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.drafts import DraftState
from bot.domain.sheet_changes import ProposalKind, ProposalState, SheetChange, SheetView
from storage.tables.base import TELEGRAM_ID, Coded, JsonOf, Moment, of_territory, where, within

sheet_cards = of_territory(
    "sheet_cards",
    sa.Column("account_id", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("state", Coded(DraftState), nullable=False),
    sa.Column("change", JsonOf(SheetChange), nullable=False),
    sa.Column("sure", sa.Boolean, nullable=False),
    sa.Column("view", JsonOf(SheetView)),  # what the card showed when ✅ kept it
    sa.Column("trail", sa.Text),  # the rows that ✅ changed, before and after, for ↩︎
    sa.Column("update_id", TELEGRAM_ID),
    sa.Column("kept_at", Moment),
    sa.Column("undone_at", Moment),
    sa.Column("touched_at", Moment, nullable=False),
    within("account_id", "accounts"),
    sa.UniqueConstraint("territory_id", "update_id"),
    sa.Index(None, "territory_id", "account_id", "touched_at"),
)

provenances = of_territory(
    "provenances",
    sa.Column("person_id", sa.Integer),
    sa.Column("structure_id", sa.Integer),
    sa.Column("field", sa.String(40), nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("said_by", sa.Integer),
    within("person_id", "people", ondelete="CASCADE"),
    within("structure_id", "structures", ondelete="CASCADE"),
    within("said_by", "people"),
    pointed_at=False,
)
sa.Index(None, provenances.c.territory_id, provenances.c.person_id)
sa.Index(None, provenances.c.territory_id, provenances.c.structure_id)

proposals = of_territory(
    "proposals",
    sa.Column("kind", Coded(ProposalKind), nullable=False),
    sa.Column("key", sa.String(200), nullable=False),  # what makes two proposals the same: a refusal is remembered by it
    sa.Column("state", Coded(ProposalState), nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("other_id", sa.Integer),
    sa.Column("structure_id", sa.Integer),
    sa.Column("meeting_id", sa.Integer),
    sa.Column("said", sa.Text),
    sa.Column("proposed_on", sa.Date, nullable=False),
    within("person_id", "people", ondelete="CASCADE"),
    within("other_id", "people", ondelete="CASCADE"),
    within("structure_id", "structures", ondelete="CASCADE"),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    sa.UniqueConstraint("territory_id", "kind", "key"),
)
sa.Index("ix_proposals_open", proposals.c.territory_id, proposals.c.kind, **where("state = 'open'"))
