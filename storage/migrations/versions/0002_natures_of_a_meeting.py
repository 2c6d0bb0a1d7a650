"""The natures that were said of people whom the directory does not tell."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: the meetings that are kept already say nothing of it."""
    op.add_column("meetings", sa.Column("natures", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
