"""Papers beside the minutes leave by the outbox, and minutes know when they were read again, sent out and approved."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: three columns that may be empty."""
    op.add_column("outbox", sa.Column("paper", sa.Text(), nullable=True))
    op.add_column("meetings", sa.Column("minutes_moved_on", sa.Date(), nullable=True))
    op.add_column("meetings", sa.Column("minutes_approved_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
