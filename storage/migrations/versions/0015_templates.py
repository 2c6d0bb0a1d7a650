"""Word templates of a territory or of a group."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: nobody has a template of her own yet."""
    op.create_table(
        "templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_templates_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"], ["groups.territory_id", "groups.id"], name=op.f("fk_templates_territory_id_group_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_templates_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templates")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_templates_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_templates_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_templates_territory_id_kind_state"), "templates", ["territory_id", "kind", "state"])


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
