"""Changes of the directory as cards, where each datum comes from, and what is proposed about sheets."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: of the sheets that are there already, all is known that `people.source` and `updated_at` tell."""
    op.create_table(
        "provenances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"],
            ["people.territory_id", "people.id"],
            name=op.f("fk_provenances_territory_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "said_by"], ["people.territory_id", "people.id"], name=op.f("fk_provenances_territory_id_said_by")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_provenances_territory_id_structure_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_provenances_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenances")),
        sqlite_autoincrement=False,
    )
    op.create_index(op.f("ix_provenances_territory_id_person_id"), "provenances", ["territory_id", "person_id"], unique=False)
    op.create_index(op.f("ix_provenances_territory_id_structure_id"), "provenances", ["territory_id", "structure_id"], unique=False)
    op.create_table(
        "sheet_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("view", sa.Text(), nullable=True),
        sa.Column("trail", sa.Text(), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_sheet_cards_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_sheet_cards_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_cards")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_sheet_cards_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_sheet_cards_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_sheet_cards_territory_id_account_id_touched_at"), "sheet_cards", ["territory_id", "account_id", "touched_at"], unique=False
    )
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_proposals_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "other_id"],
            ["people.territory_id", "people.id"],
            name=op.f("fk_proposals_territory_id_other_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"],
            ["people.territory_id", "people.id"],
            name=op.f("fk_proposals_territory_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_proposals_territory_id_structure_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_proposals_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_proposals_territory_id_id")),
        sa.UniqueConstraint("territory_id", "kind", "key", name=op.f("uq_proposals_territory_id_kind_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_proposals_open",
        "proposals",
        ["territory_id", "kind"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.add_column("people", sa.Column("objected_on", sa.Date(), nullable=True))
    op.add_column("people", sa.Column("erasure_asked_on", sa.Date(), nullable=True))
    op.add_column("people", sa.Column("checked_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
