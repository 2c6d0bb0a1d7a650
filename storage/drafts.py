"""How cards that are not kept yet are stored, one version after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.drafts import Draft, DraftContent, DraftState
from bot.domain.errors import DraftMoved
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_t = tables.drafts
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_ADD = insert_into(_t)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OF_UPDATE = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.update_id == sa.bindparam("wanted")))
_OPEN_OF = Prepared(
    sa.select(*_COLUMNS)
    .where(own(_t), _t.c.account_id == sa.bindparam("wanted"), _t.c.state == sa.literal_column("'open'"))  # written out: a partial index
    .order_by(_t.c.touched_at.desc(), _t.c.id.desc())
    .limit(1)
)
_ASIDE_OF = Prepared(
    sa.select(*_COLUMNS)
    .where(own(_t), _t.c.account_id == sa.bindparam("wanted"), _t.c.state == DraftState.ASIDE)
    .order_by(_t.c.touched_at.desc(), _t.c.id.desc())
    .limit(1)
)
_OPEN_AMENDING = Prepared(
    sa.select(*_COLUMNS)
    .where(
        own(_t),
        _t.c.account_id == sa.bindparam("account"),
        _t.c.amends == sa.bindparam("meeting"),
        _t.c.state == sa.literal_column("'open'"),
    )
    .order_by(_t.c.touched_at.desc(), _t.c.id.desc())
    .limit(1)
)
_RESUMING = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.resumes == sa.bindparam("wanted")).order_by(_t.c.id.desc()).limit(1))
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.version == sa.bindparam("seen"))
    .values(
        {
            column.name: sa.bindparam(f"new_{column.name}", type_=column.type)
            for column in _COLUMNS
            if column.name not in ("id", "account_id", "version")
        }
        | {"version": _t.c.version + 1}
    )
)
_DROP_AMENDING = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.amends.in_(sa.bindparam("meeting_ids", expanding=True)))
    .values(
        amends=None,
        state=sa.case((_t.c.state.in_((DraftState.OPEN, DraftState.ASIDE)), DraftState.DROPPED), else_=_t.c.state),
        version=_t.c.version + 1,
    )
)


class SqlDrafts:
    """Drafts of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(
        self,
        *,
        account_id: int,
        content: DraftContent,
        now: datetime,
        update_id: int | None = None,
        amends: int | None = None,
        resumes: int | None = None,
    ) -> Draft:
        """A new open draft, version 1; the database refuses a second one of the same update."""
        draft = Draft(
            id=0,
            account_id=account_id,
            version=1,
            state=DraftState.OPEN,
            content=content,
            amends=amends,
            resumes=resumes,
            update_id=update_id,
            touched_at=now,
        )
        return replace(draft, id=self._scope.add(_ADD, account_id=account_id, version=1, **_changing(draft)))

    def get(self, draft_id: int) -> Draft | None:
        """A draft of this territory, whatever its state."""
        return _draft(self._scope.one(_GET, wanted=draft_id))

    def of_update(self, update_id: int) -> Draft | None:
        """The draft that this update made, if it was handled before."""
        return _draft(self._scope.one(_OF_UPDATE, wanted=update_id))

    def open_of(self, account_id: int) -> Draft | None:
        """The account's most recently touched open draft."""
        return _draft(self._scope.one(_OPEN_OF, wanted=account_id))

    def aside_of(self, account_id: int) -> Draft | None:
        """The draft that the account set aside last."""
        return _draft(self._scope.one(_ASIDE_OF, wanted=account_id))

    def amending(self, account_id: int, meeting_id: int) -> Draft | None:
        """The account's open draft that corrects that meeting."""
        return _draft(self._scope.one(_OPEN_AMENDING, account=account_id, meeting=meeting_id))

    def resuming(self, draft_id: int) -> Draft | None:
        """The newest draft that takes that one up again, whatever its state."""
        return _draft(self._scope.one(_RESUMING, wanted=draft_id))

    def save(self, draft: Draft) -> Draft:
        """Writes every field where the stored version is still `draft.version`; returns it with version + 1. Raises DraftMoved."""
        values = {f"new_{name}": value for name, value in _changing(draft).items()}
        if self._scope.change(_SAVE, wanted=draft.id, seen=draft.version, **values) != 1:
            raise DraftMoved
        return replace(draft, version=draft.version + 1)


def drop_amending(scope: Scope, meeting_ids: list[int]) -> None:
    """Lets go of the drafts that correct meetings about to be deleted; those not kept are dropped, so that ✅ cannot keep it as new."""
    scope.change(_DROP_AMENDING, meeting_ids=meeting_ids)


def _changing(draft: Draft) -> dict[str, Any]:
    return {
        "state": draft.state,
        "content": draft.content,
        "asked": draft.asked,
        "to_ask": draft.to_ask,
        "amends": draft.amends,
        "amends_version": draft.amends_version,
        "before": draft.before,
        "resumes": draft.resumes,
        "entry_id": draft.entry_id,
        "update_id": draft.update_id,
        "touched_at": draft.touched_at,
    }


def _draft(row: Any) -> Draft | None:
    return None if row is None else Draft(**row._asdict())
