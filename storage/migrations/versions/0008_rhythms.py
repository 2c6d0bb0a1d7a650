"""What is asked after a meeting, the point of the week, and when people are left in peace."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: two tables, and the meetings that notices ask about."""
    op.create_table(
        "rhythms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("week_day", sa.Integer(), nullable=True),
        sa.Column("week_at", sa.Time(), nullable=True),
        sa.Column("no_week", sa.Boolean(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_to", sa.Time(), nullable=True),
        sa.Column("week_ends", sa.Boolean(), nullable=False),
        sa.Column("week_due", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_rhythms_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_rhythms_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythms")),
        sa.UniqueConstraint("territory_id", "account_id", name=op.f("uq_rhythms_territory_id_account_id")),
    )
    op.create_index("ix_rhythms_week_due", "rhythms", ["week_due"], unique=False)
    op.create_table(
        "leaves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=True),
        sa.Column("stand_in_said", sa.Text(), nullable=True),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_leaves_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "stand_in_id"], ["people.territory_id", "people.id"], name=op.f("fk_leaves_territory_id_stand_in_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_leaves_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leaves")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_leaves_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_leaves_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_leaves_account", "leaves", ["territory_id", "account_id", "last"], unique=False)
    op.create_index("ix_leaves_stand_in", "leaves", ["territory_id", "stand_in_id", "last"], unique=False)
    given = _ids_given("notices")
    with op.batch_alter_table("notices", table_kwargs={"sqlite_autoincrement": True}) as notices:
        notices.add_column(sa.Column("meeting_id", sa.Integer(), nullable=True))
        notices.add_column(sa.Column("meeting_day", sa.Date(), nullable=True))
        notices.create_foreign_key(
            op.f("fk_notices_territory_id_meeting_id"),
            "meetings",
            ["territory_id", "meeting_id"],
            ["territory_id", "id"],
            ondelete="CASCADE",
        )
        notices.create_unique_constraint(
            op.f("uq_notices_territory_id_meeting_id_kind_meeting_day_snoozes"),
            ["territory_id", "meeting_id", "kind", "meeting_day", "snoozes"],
        )
    if given is not None:  # the table was written anew: its ids go on from where they were, that of a deleted row is never given again
        op.get_bind().execute(sa.text("DELETE FROM sqlite_sequence WHERE name = 'notices'"))
        op.get_bind().execute(sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('notices', :seq)"), {"seq": given})
    op.create_index(
        "ix_notices_week",
        "notices",
        ["territory_id", "account_id", "turn"],
        unique=True,
        sqlite_where=sa.text("kind = 'week'"),
        postgresql_where=sa.text("kind = 'week'"),
    )
    op.create_index(
        "ix_meetings_waiting",
        "meetings",
        ["day"],
        unique=False,
        sqlite_where=sa.text("state = 'prévue' AND became IS NULL"),
        postgresql_where=sa.text("state = 'prévue' AND became IS NULL"),
    )


def _ids_given(table: str) -> int | None:
    """The last id that SQLite gave in that table, be the row there or not; None on PostgreSQL."""
    if op.get_bind().dialect.name != "sqlite":
        return None
    return op.get_bind().execute(sa.text("SELECT max(seq) FROM sqlite_sequence WHERE name = :name"), {"name": table}).scalar()


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
