"""How long before each meeting of a group its pilot hears of it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: no group has chosen yet."""
    op.create_table(
        "leads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"],
            ["groups.territory_id", "groups.id"],
            name=op.f("fk_leads_territory_id_group_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_leads_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
        sa.UniqueConstraint("territory_id", "group_id", "minutes", name=op.f("uq_leads_territory_id_group_id_minutes")),
    )


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
