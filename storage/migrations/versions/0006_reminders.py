"""Reminders, and what is due to somebody at an hour of her clock."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: two tables, and since when somebody cannot be reached."""
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("group_candidates", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("window", sa.Text(), nullable=True),
        sa.Column("recurrence", sa.Text(), nullable=True),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("asked", sa.String(length=40), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("anchor_day", sa.Date(), nullable=True),
        sa.Column("anchor_starts", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_reminders_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "action_id"],
            ["actions.territory_id", "actions.id"],
            name=op.f("fk_reminders_territory_id_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"], ["groups.territory_id", "groups.id"], name=op.f("fk_reminders_territory_id_group_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_reminders_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("territory_id", "action_id", "account_id", name=op.f("uq_reminders_territory_id_action_id_account_id")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_reminders_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_reminders_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminders_account", "reminders", ["territory_id", "account_id", "touched_at"], unique=False)
    op.create_index(
        "ix_reminders_before",
        "reminders",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'active' AND before IS NOT NULL"),
        postgresql_where=sa.text("state = 'active' AND before IS NOT NULL"),
    )
    op.create_index("ix_reminders_group", "reminders", ["territory_id", "group_id"], unique=False)
    op.create_index(
        "ix_reminders_series",
        "reminders",
        ["planned_to"],
        unique=False,
        sqlite_where=sa.text("state = 'active' AND recurrence IS NOT NULL"),
        postgresql_where=sa.text("state = 'active' AND recurrence IS NOT NULL"),
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reminder_id", sa.Integer(), nullable=True),
        sa.Column("about_account_id", sa.Integer(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("snoozes", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("loud", sa.Boolean(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "about_account_id"],
            ["accounts.territory_id", "accounts.id"],
            name=op.f("fk_notices_territory_id_about_account_id"),
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_notices_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "reminder_id"],
            ["reminders.territory_id", "reminders.id"],
            name=op.f("fk_notices_territory_id_reminder_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_notices_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint(
            "territory_id", "account_id", "about_account_id", "turn", name=op.f("uq_notices_territory_id_account_id_about_account_id_turn")
        ),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_notices_territory_id_id")),
        sa.UniqueConstraint(
            "territory_id", "reminder_id", "turn", "snoozes", name=op.f("uq_notices_territory_id_reminder_id_turn_snoozes")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_notices_due",
        "notices",
        ["due_at", "account_id", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index("ix_notices_message", "notices", ["territory_id", "account_id", "message_id"], unique=False)
    op.create_index(
        "ix_notices_moving",
        "notices",
        ["state"],
        unique=False,
        sqlite_where=sa.text("state IN ('claimed', 'sending')"),
        postgresql_where=sa.text("state IN ('claimed', 'sending')"),
    )
    op.create_index(
        "ix_notices_waiting",
        "notices",
        ["account_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.add_column("accounts", sa.Column("unreachable_since", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
