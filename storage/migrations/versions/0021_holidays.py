"""Whether somebody may be written to on public holidays as well."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: nobody has asked for it yet."""
    op.add_column("rhythms", sa.Column("holidays", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
