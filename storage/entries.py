"""How it is stored what one ✅ kept, once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.errors import DraftMoved
from bot.domain.meetings import Contribution, Entry, Meeting
from bot.domain.plans import Changed
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import IDS, Moment

_t = tables.entries
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_ADD = insert_into(_t)
_CLOSE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"))
    .values(
        meeting_ids=sa.bindparam("kept", type_=IDS),
        total_minutes=sa.bindparam("total", type_=sa.Integer),
        before=sa.bindparam("replaced", type_=_t.c.before.type),
        hours_before=sa.bindparam("replaced_hours", type_=_t.c.hours_before.type),
        moved=sa.bindparam("moved_date", type_=_t.c.moved.type),
    )
)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OF_DRAFT = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.draft_id == sa.bindparam("wanted"), _t.c.undone_at.is_(None)))
_LAST_OF = Prepared(
    sa.select(*_COLUMNS)
    .where(own(_t), _t.c.account_id == sa.bindparam("wanted"), _t.c.undone_at.is_(None))
    .order_by(_t.c.id.desc())
    .limit(1)
)
_UNDO = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.undone_at.is_(None))
    .values(undone_at=sa.bindparam("moment", type_=Moment))
)


class SqlEntries:
    """Entries of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, *, draft_id: int, account_id: int, now: datetime) -> int:
        """A new entry. Raises DraftMoved when the draft was kept already (by a tap in another transaction: a unique index refuses it)."""
        try:
            return self._scope.add(
                _ADD, draft_id=draft_id, account_id=account_id, kept_at=now, undone_at=None, meeting_ids=(), total_minutes=0
            )
        except sa.exc.IntegrityError as refused:
            if "ix_entries_standing" in str(refused.orig) or "UNIQUE" in str(refused.orig):
                raise DraftMoved from refused
            raise

    def close(
        self,
        entry_id: int,
        *,
        meeting_ids: Sequence[int],
        total_minutes: int,
        before: Meeting | None = None,
        hours_before: Sequence[Contribution] = (),
        moved: Changed | None = None,
    ) -> None:
        """Notes what the entry kept and, of a correction, what it replaced and which planned meeting it moved."""
        kept = {"kept": tuple(meeting_ids), "total": total_minutes, "replaced": before, "replaced_hours": tuple(hours_before) or None}
        self._scope.change(_CLOSE, wanted=entry_id, moved_date=moved, **kept)

    def get(self, entry_id: int) -> Entry | None:
        """An entry of this territory."""
        return _entry(self._scope.one(_GET, wanted=entry_id))

    def of_draft(self, draft_id: int) -> Entry | None:
        """The entry that kept this draft and is not undone."""
        return _entry(self._scope.one(_OF_DRAFT, wanted=draft_id))

    def last_of(self, account_id: int) -> Entry | None:
        """The account's newest entry that is not undone."""
        return _entry(self._scope.one(_LAST_OF, wanted=account_id))

    def mark_undone(self, entry_id: int, *, now: datetime) -> bool:
        """True only for the one call that undoes it."""
        return self._scope.change(_UNDO, wanted=entry_id, moment=now) == 1


def _entry(row: Any) -> Entry | None:
    return None if row is None else Entry(**row._asdict() | {"hours_before": row.hours_before or ()})
