"""The structures told beside people and that no directory knows."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: the lists that are kept already say nothing of it."""
    op.add_column("attendance", sa.Column("structure_said", sa.Text()))


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
