"""Points that wait for the next agenda of a group."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: one table."""
    links = (("account_id", "accounts"), ("group_id", "groups"), ("meeting_id", "meetings"))
    op.create_table(
        "parked_points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        *[
            sa.ForeignKeyConstraint(
                ["territory_id", column], [f"{table}.territory_id", f"{table}.id"], name=op.f(f"fk_parked_points_territory_id_{column}")
            )
            for column, table in links
        ],
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_parked_points_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parked_points")),
    )
    for column, _ in links:
        op.create_index(op.f(f"ix_parked_points_territory_id_{column}"), "parked_points", ["territory_id", column], unique=False)


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
