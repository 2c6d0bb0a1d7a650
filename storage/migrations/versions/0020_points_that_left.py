"""The agenda that a point left when it was put off to the next one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: of points put off before, nobody knows which agenda they left."""
    with op.batch_alter_table("parked_points") as points:
        points.add_column(sa.Column("left_id", sa.Integer(), nullable=True))
        points.create_foreign_key(
            op.f("fk_parked_points_territory_id_left_id"), "meetings", ["territory_id", "left_id"], ["territory_id", "id"]
        )
    op.create_index(op.f("ix_parked_points_territory_id_left_id"), "parked_points", ["territory_id", "left_id"], unique=False)


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
