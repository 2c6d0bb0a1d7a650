"""How a territory writes in its documents."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: nobody has chosen yet, which is the usual style."""
    op.create_table(
        "writing",
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("inclusive", sa.String(length=40), nullable=False),
        sa.Column("names", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_writing_territory_id")),
        sa.PrimaryKeyConstraint("territory_id", name=op.f("pk_writing")),
    )


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
