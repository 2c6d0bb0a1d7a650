"""What is to be seen to before planned meetings."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: one table."""
    op.create_table(
        "checklist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_checklist_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_checklist_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_checklist_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist")),
    )
    for column in ("account_id", "meeting_id"):
        op.create_index(op.f(f"ix_checklist_territory_id_{column}"), "checklist", ["territory_id", column], unique=False)


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
