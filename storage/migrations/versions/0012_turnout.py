"""Who said beforehand that they come to a planned meeting."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: one table."""
    op.create_table(
        "turnout",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_turnout_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_turnout_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_turnout_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_turnout_territory_id_structure_id"),
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_turnout_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turnout")),
    )
    for column in ("account_id", "meeting_id", "person_id", "structure_id"):
        op.create_index(op.f(f"ix_turnout_territory_id_{column}"), "turnout", ["territory_id", column], unique=False)


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
