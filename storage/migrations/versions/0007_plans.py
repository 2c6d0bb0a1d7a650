"""Plans and series, and which planned meetings are of one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: three tables, and a column of meetings."""
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("spot", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("planned_to", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_series_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"], ["groups.territory_id", "groups.id"], name=op.f("fk_series_territory_id_group_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_series_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_series_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_series_territory_id_account_id"), "series", ["territory_id", "account_id"], unique=False)
    op.create_index(op.f("ix_series_territory_id_group_id"), "series", ["territory_id", "group_id"], unique=False)
    going_on = sa.text("ended_on IS NULL")
    op.create_index("ix_series_going_on", "series", ["planned_to"], unique=False, sqlite_where=going_on, postgresql_where=going_on)
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("asked", sa.String(length=40), nullable=True),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_plans_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "series_id"], ["series.territory_id", "series.id"], name=op.f("fk_plans_territory_id_series_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_plans_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_plans_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_plans_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    touched = ["territory_id", "account_id", "touched_at"]
    op.create_index(op.f("ix_plans_territory_id_account_id_touched_at"), "plans", touched, unique=False)
    op.create_index(op.f("ix_plans_territory_id_series_id"), "plans", ["territory_id", "series_id"], unique=False)
    op.add_column("meetings", sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "occurrences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_occurrences_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "series_id"], ["series.territory_id", "series.id"], name=op.f("fk_occurrences_territory_id_series_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_occurrences_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrences")),
        sa.UniqueConstraint("territory_id", "meeting_id", name=op.f("uq_occurrences_territory_id_meeting_id")),
        sa.UniqueConstraint("territory_id", "series_id", "day", name=op.f("uq_occurrences_territory_id_series_id_day")),
    )


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
