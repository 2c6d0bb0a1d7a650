"""Directories brought in: several phones and mails, notes, and the files from their preview to their end."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward: nobody has a second phone yet."""
    op.add_column("people", sa.Column("other_phones", sa.Text(), nullable=True))
    op.add_column("people", sa.Column("other_emails", sa.Text(), nullable=True))
    op.add_column("people", sa.Column("note", sa.Text(), nullable=True))
    op.create_table(
        "directory_imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("taken", sa.Text(), nullable=False),
        sa.Column("trace", sa.Text(), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"],
            ["accounts.territory_id", "accounts.id"],
            name=op.f("fk_directory_imports_territory_id_account_id"),
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_directory_imports_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directory_imports")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_directory_imports_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_directory_imports_territory_id_update_id")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
