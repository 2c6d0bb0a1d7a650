"""Date searches and their answers, and that nobody is told of a round of one twice."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: nobody looks for a date yet."""
    op.create_table(
        "date_searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_date_searches_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"], ["groups.territory_id", "groups.id"], name=op.f("fk_date_searches_territory_id_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "plan_id"], ["plans.territory_id", "plans.id"], name=op.f("fk_date_searches_territory_id_plan_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_date_searches_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_date_searches")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_date_searches_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_date_searches_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_date_searches_territory_id_account_id_state"), "date_searches", ["territory_id", "account_id", "state"])
    op.create_index(op.f("ix_date_searches_territory_id_group_id_state"), "date_searches", ["territory_id", "group_id", "state"])
    op.create_index(op.f("ix_date_searches_territory_id_plan_id"), "date_searches", ["territory_id", "plan_id"])
    op.create_table(
        "date_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("search_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("fit", sa.String(length=40), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "search_id"],
            ["date_searches.territory_id", "date_searches.id"],
            name=op.f("fk_date_answers_territory_id_search_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_date_answers_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_date_answers_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_date_answers_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_date_answers")),
    )
    op.create_index(op.f("ix_date_answers_territory_id_search_id"), "date_answers", ["territory_id", "search_id"])
    op.create_index(op.f("ix_date_answers_territory_id_person_id"), "date_answers", ["territory_id", "person_id"])
    op.create_index(op.f("ix_date_answers_territory_id_account_id"), "date_answers", ["territory_id", "account_id"])
    op.create_index(
        "ix_notices_date_search",
        "notices",
        ["territory_id", "account_id", "turn", "snoozes"],
        unique=True,
        sqlite_where=sa.text("kind = 'date search'"),
        postgresql_where=sa.text("kind = 'date search'"),
    )


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
