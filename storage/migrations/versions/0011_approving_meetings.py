"""Minutes know which meeting approved them, whatever day it is said to be of."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: the first meeting of that group held on the day that was kept, in place of the day."""
    op.add_column("meetings", sa.Column("minutes_approved_in", sa.Integer(), nullable=True))
    op.execute(
        """
        UPDATE meetings SET minutes_approved_in = (
            SELECT min(later.id) FROM meetings AS later
            WHERE later.territory_id = meetings.territory_id AND later.group_id = meetings.group_id
            AND later.day = meetings.minutes_approved_on AND later.state = 'tenue' AND later.id <> meetings.id
        ) WHERE minutes_approved_on IS NOT NULL
        """
    )
    op.drop_column("meetings", "minutes_approved_on")


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
