"""The first tables."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("sender_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),
    )
    op.create_index(
        "ix_inbox_pending",
        "inbox",
        ["update_id"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )

    op.create_table(
        "territories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organism", sa.Text(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("vocabulary_version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_territories")),
    )
    op.create_table(
        "axes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_axes_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_axes")),
        sqlite_autoincrement=False,
    )
    op.create_index(
        "ix_axes_current",
        "axes",
        ["territory_id", "number"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )

    op.create_table(
        "communes",
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("insee", sa.String(length=5), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("epci", sa.String(length=9), nullable=True),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_communes_territory_id")),
        sa.PrimaryKeyConstraint("territory_id", "insee", name=op.f("pk_communes")),
    )
    op.create_table(
        "decision_counters",
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_decision_counters_territory_id")),
        sa.PrimaryKeyConstraint("territory_id", "code", "year", name=op.f("pk_decision_counters")),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("axis", sa.Integer(), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_groups_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_groups_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("civility", sa.Text(), nullable=True),
        sa.Column("doctor", sa.Boolean(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("visibility", sa.String(length=40), nullable=False),
        sa.Column("commune", sa.Text(), nullable=True),
        sa.Column("nature", sa.String(length=40), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "updated_by"], ["people.territory_id", "people.id"], name=op.f("fk_people_territory_id_updated_by")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_people_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_people_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("commune", sa.Text(), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_places_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_places_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_accounts_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_accounts_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_accounts_telegram_id")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_accounts_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_accounts_territory_id_person_id"), "accounts", ["territory_id", "person_id"], unique=False)

    op.create_table(
        "members",
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pilot", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"],
            ["groups.territory_id", "groups.id"],
            name=op.f("fk_members_territory_id_group_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"],
            ["people.territory_id", "people.id"],
            name=op.f("fk_members_territory_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_members_territory_id")),
        sa.PrimaryKeyConstraint("group_id", "person_id", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_territory_id_group_id"), "members", ["territory_id", "group_id"], unique=False)
    op.create_index(op.f("ix_members_territory_id_person_id"), "members", ["territory_id", "person_id"], unique=False)

    op.create_table(
        "structures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sigle", sa.Text(), nullable=True),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("commune", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("nature", sa.String(length=40), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "updated_by"], ["people.territory_id", "people.id"], name=op.f("fk_structures_territory_id_updated_by")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_structures_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_structures")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_structures_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("to_ask", sa.Text(), nullable=False),
        sa.Column("amends", sa.Integer(), nullable=True),
        sa.Column("amends_version", sa.Integer(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("resumes", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("update_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_drafts_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "amends"], ["meetings.territory_id", "meetings.id"], name=op.f("fk_drafts_territory_id_amends"), use_alter=True
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "entry_id"],
            ["entries.territory_id", "entries.id"],
            name=op.f("fk_drafts_territory_id_entry_id"),
            use_alter=True,
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "resumes"], ["drafts.territory_id", "drafts.id"], name=op.f("fk_drafts_territory_id_resumes")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_drafts_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_drafts_territory_id_id")),
        sa.UniqueConstraint("territory_id", "update_id", name=op.f("uq_drafts_territory_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_drafts_amends",
        "drafts",
        ["territory_id", "amends"],
        unique=False,
        sqlite_where=sa.text("amends IS NOT NULL"),
        postgresql_where=sa.text("amends IS NOT NULL"),
    )
    op.create_index(
        "ix_drafts_open",
        "drafts",
        ["territory_id", "account_id", "touched_at"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(
        "ix_drafts_resumes",
        "drafts",
        ["territory_id", "resumes"],
        unique=False,
        sqlite_where=sa.text("resumes IS NOT NULL"),
        postgresql_where=sa.text("resumes IS NOT NULL"),
    )

    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=True),
        sa.Column("invited_by", sa.Integer(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "invited_by"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_invitations_territory_id_invited_by")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_invitations_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "used_by"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_invitations_territory_id_used_by")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_invitations_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("digest", name=op.f("uq_invitations_digest")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_invitations_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("noun_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_journal_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_journal_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sqlite_autoincrement=False,
    )
    op.create_index(op.f("ix_journal_territory_id_at"), "journal", ["territory_id", "at"], unique=False)

    op.create_table(
        "mandates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("function", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"],
            ["people.territory_id", "people.id"],
            name=op.f("fk_mandates_territory_id_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_mandates_territory_id_structure_id"),
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_mandates_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandates")),
        sqlite_autoincrement=False,
    )
    op.create_index(
        "ix_mandates_current_main",
        "mandates",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("main AND until IS NULL"),
        postgresql_where=sa.text("main AND until IS NULL"),
    )
    op.create_index(op.f("ix_mandates_territory_id_person_id"), "mandates", ["territory_id", "person_id"], unique=False)
    op.create_index(op.f("ix_mandates_territory_id_structure_id"), "mandates", ["territory_id", "structure_id"], unique=False)

    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("meeting_ids", sa.Text(), nullable=False),
        sa.Column("total_minutes", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("hours_before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "account_id"], ["accounts.territory_id", "accounts.id"], name=op.f("fk_entries_territory_id_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "draft_id"], ["drafts.territory_id", "drafts.id"], name=op.f("fk_entries_territory_id_draft_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_entries_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_entries_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entries_account", "entries", ["territory_id", "account_id"], unique=False)
    op.create_index(
        "ix_entries_standing",
        "entries",
        ["territory_id", "draft_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )

    op.create_table(
        "invited_groups",
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("group_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"],
            ["groups.territory_id", "groups.id"],
            name=op.f("fk_invited_groups_territory_id_group_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "invitation_id"],
            ["invitations.territory_id", "invitations.id"],
            name=op.f("fk_invited_groups_territory_id_invitation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_invited_groups_territory_id")),
        sa.PrimaryKeyConstraint("invitation_id", "group_id", name=op.f("pk_invited_groups")),
    )
    op.create_index(op.f("ix_invited_groups_territory_id_group_id"), "invited_groups", ["territory_id", "group_id"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("times_approximate", sa.Boolean(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("place_said", sa.Text(), nullable=True),
        sa.Column("commune", sa.Text(), nullable=True),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("headcount_approximate", sa.Boolean(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_present", sa.Boolean(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("next_meeting", sa.Text(), nullable=True),
        sa.Column("minutes_state", sa.String(length=40), nullable=False),
        sa.Column("minutes_version", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("became", sa.Integer(), nullable=True),
        sa.Column("announces", sa.Integer(), nullable=True),
        sa.Column("amended_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "amended_by"], ["entries.territory_id", "entries.id"], name=op.f("fk_meetings_territory_id_amended_by")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "announces"], ["meetings.territory_id", "meetings.id"], name=op.f("fk_meetings_territory_id_announces")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "author_id"], ["people.territory_id", "people.id"], name=op.f("fk_meetings_territory_id_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "became"], ["meetings.territory_id", "meetings.id"], name=op.f("fk_meetings_territory_id_became")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "entry_id"], ["entries.territory_id", "entries.id"], name=op.f("fk_meetings_territory_id_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"], ["groups.territory_id", "groups.id"], name=op.f("fk_meetings_territory_id_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "place_id"], ["places.territory_id", "places.id"], name=op.f("fk_meetings_territory_id_place_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_meetings_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_meetings_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_meetings_territory_id_announces"), "meetings", ["territory_id", "announces"], unique=False)
    op.create_index(op.f("ix_meetings_territory_id_author_id"), "meetings", ["territory_id", "author_id"], unique=False)
    op.create_index(op.f("ix_meetings_territory_id_became"), "meetings", ["territory_id", "became"], unique=False)
    op.create_index(op.f("ix_meetings_territory_id_day"), "meetings", ["territory_id", "day"], unique=False)
    op.create_index(op.f("ix_meetings_territory_id_entry_id"), "meetings", ["territory_id", "entry_id"], unique=False)
    op.create_index(op.f("ix_meetings_territory_id_group_id_day"), "meetings", ["territory_id", "group_id", "day"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("chat_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "entry_id"], ["entries.territory_id", "entries.id"], name=op.f("fk_outbox_territory_id_entry_id")
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_outbox_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_outbox_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        "ix_outbox_moving",
        "outbox",
        ["state"],
        unique=False,
        sqlite_where=sa.text("state IN ('claimed', 'sending')"),
        postgresql_where=sa.text("state IN ('claimed', 'sending')"),
    )
    op.create_index(op.f("ix_outbox_territory_id_entry_id"), "outbox", ["territory_id", "entry_id"], unique=False)

    op.create_table(
        "actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("due_window", sa.Text(), nullable=True),
        sa.Column("due_said", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_actions_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_actions_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_actions_territory_id_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_actions_territory_id_meeting_id"), "actions", ["territory_id", "meeting_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("represented_by", sa.Text(), nullable=True),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.Column("candidates_are_structures", sa.Boolean(), nullable=False),
        sa.Column("by_visio", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_attendance_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_attendance_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_attendance_territory_id_structure_id"),
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_attendance_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sqlite_autoincrement=False,
    )
    op.create_index(op.f("ix_attendance_territory_id_meeting_id"), "attendance", ["territory_id", "meeting_id"], unique=False)
    op.create_index(op.f("ix_attendance_territory_id_person_id"), "attendance", ["territory_id", "person_id"], unique=False)
    op.create_index(op.f("ix_attendance_territory_id_structure_id"), "attendance", ["territory_id", "structure_id"], unique=False)

    op.create_table(
        "contributions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("nature", sa.String(length=40), nullable=True),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("axis", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("place_said", sa.Text(), nullable=True),
        sa.Column("commune", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["territory_id", "entry_id"], ["entries.territory_id", "entries.id"], name=op.f("fk_contributions_territory_id_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "group_id"], ["groups.territory_id", "groups.id"], name=op.f("fk_contributions_territory_id_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"], ["meetings.territory_id", "meetings.id"], name=op.f("fk_contributions_territory_id_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_contributions_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_contributions_territory_id_structure_id"),
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_contributions_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sqlite_autoincrement=False,
    )
    op.create_index(op.f("ix_contributions_territory_id_day"), "contributions", ["territory_id", "day"], unique=False)
    op.create_index(op.f("ix_contributions_territory_id_entry_id"), "contributions", ["territory_id", "entry_id"], unique=False)
    op.create_index(op.f("ix_contributions_territory_id_meeting_id"), "contributions", ["territory_id", "meeting_id"], unique=False)
    op.create_index(
        op.f("ix_contributions_territory_id_person_id_day"), "contributions", ["territory_id", "person_id", "day"], unique=False
    )

    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "meeting_id"],
            ["meetings.territory_id", "meetings.id"],
            name=op.f("fk_decisions_territory_id_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_decisions_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("territory_id", "id", name=op.f("uq_decisions_territory_id_id")),
        sa.UniqueConstraint("territory_id", "number", name=op.f("uq_decisions_territory_id_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decisions_territory_id_meeting_id"), "decisions", ["territory_id", "meeting_id"], unique=False)

    op.create_table(
        "bearers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id", "action_id"],
            ["actions.territory_id", "actions.id"],
            name=op.f("fk_bearers_territory_id_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "person_id"], ["people.territory_id", "people.id"], name=op.f("fk_bearers_territory_id_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id", "structure_id"],
            ["structures.territory_id", "structures.id"],
            name=op.f("fk_bearers_territory_id_structure_id"),
        ),
        sa.ForeignKeyConstraint(["territory_id"], ["territories.id"], name=op.f("fk_bearers_territory_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bearers")),
        sqlite_autoincrement=False,
    )
    op.create_index(op.f("ix_bearers_territory_id_action_id"), "bearers", ["territory_id", "action_id"], unique=False)
    op.create_index(op.f("ix_bearers_territory_id_person_id"), "bearers", ["territory_id", "person_id"], unique=False)

    if op.get_bind().dialect.name != "sqlite":  # SQLite wrote these two with their table, since it cannot add them later
        op.create_foreign_key("fk_drafts_territory_id_amends", "drafts", "meetings", ["territory_id", "amends"], ["territory_id", "id"])
        op.create_foreign_key("fk_drafts_territory_id_entry_id", "drafts", "entries", ["territory_id", "entry_id"], ["territory_id", "id"])


def downgrade() -> None:
    """Back is a restored backup: maillon restaurer."""
    raise NotImplementedError
