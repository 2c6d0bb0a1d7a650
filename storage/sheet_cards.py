"""How changes of the directory are stored as cards, one version after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.drafts import DraftState
from bot.domain.errors import DraftMoved
from bot.domain.sheet_changes import SheetCard, SheetChange
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import Moment

SHOWN_FOR = timedelta(days=7)  # what was there before is no longer needed once ↩︎ is too late

_t = tables.sheet_cards
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_CHANGING = tuple(column.name for column in _COLUMNS if column.name not in ("id", "account_id", "version", "update_id"))
_ADD = insert_into(_t)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OF_UPDATE = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.update_id == sa.bindparam("wanted")))
_LAST_OF = Prepared(
    sa.select(*_COLUMNS)
    .where(
        own(_t),
        _t.c.account_id == sa.bindparam("wanted"),
        _t.c.state.in_((DraftState.OPEN, DraftState.KEPT)),
        _t.c.undone_at.is_(None),
    )
    .order_by(_t.c.touched_at.desc(), _t.c.id.desc())
    .limit(1)
)
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.version == sa.bindparam("seen"))
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _CHANGING} | {"version": _t.c.version + 1})
)
_WIPE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.kept_at < sa.bindparam("before", type_=Moment), sa.or_(_t.c.trail.is_not(None), _t.c.view.is_not(None)))
    .values(trail=None, view=None)
)


class SqlSheetCards:
    """Cards of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, *, account_id: int, change: SheetChange, update_id: int | None, now: datetime) -> SheetCard:
        """A new open card, version 1; the database refuses a second one of the same update."""
        self._scope.change(_WIPE, before=now - SHOWN_FOR)
        card = SheetCard(id=0, account_id=account_id, version=1, state=DraftState.OPEN, change=change, update_id=update_id, touched_at=now)
        values = {name: getattr(card, name) for name in (*_CHANGING, "account_id", "version", "update_id")}
        return replace(card, id=self._scope.add(_ADD, **values))

    def get(self, card_id: int) -> SheetCard | None:
        """A card of this territory, whatever its state."""
        return _card(self._scope.one(_GET, wanted=card_id))

    def of_update(self, update_id: int) -> SheetCard | None:
        """The card that this update made, if it was handled before."""
        return _card(self._scope.one(_OF_UPDATE, wanted=update_id))

    def last_of(self, account_id: int) -> SheetCard | None:
        """The account's card that is open, or kept and not undone, and was touched last."""
        return _card(self._scope.one(_LAST_OF, wanted=account_id))

    def save(self, card: SheetCard) -> SheetCard:
        """Writes every field where the stored version is still `card.version`; returns it with version + 1. Raises DraftMoved."""
        values = {f"new_{name}": getattr(card, name) for name in _CHANGING}
        if self._scope.change(_SAVE, wanted=card.id, seen=card.version, **values) != 1:
            raise DraftMoved
        return replace(card, version=card.version + 1)


def _card(row: Any) -> SheetCard | None:
    return None if row is None else SheetCard(**row._asdict())
