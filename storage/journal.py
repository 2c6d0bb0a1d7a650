"""How the journal is written."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import Moment

_t = tables.journal
_ADD = insert_into(_t, returning=False)
_LAST = Prepared(
    sa.select(_t.c.detail)
    .where(
        own(_t),
        _t.c.account_id == sa.bindparam("account"),
        *(_t.c[name] == sa.bindparam(f"of_{name}") for name in ("verb", "noun")),
        _t.c.at >= sa.bindparam("since", type_=Moment),
    )
    .order_by(_t.c.id.desc())
    .limit(sa.bindparam("most"))
)
_MOST = 60


class SqlJournal:
    """The journal of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def note(self, *, account_id: int | None, verb: str, noun: str, noun_id: int | None, now: datetime, detail: str = "") -> None:
        """Adds a line; `detail` carries no personal datum beyond ids and counts."""
        self._scope.add_all(_ADD, [{"account_id": account_id, "verb": verb, "noun": noun, "noun_id": noun_id, "at": now, "detail": detail}])

    def last(self, *, account_id: int, verb: str, noun: str, since: datetime) -> str | None:
        """The detail of her last line of that kind since that moment."""
        row = self._scope.one(_LAST, account=account_id, of_verb=verb, of_noun=noun, since=since, most=1)
        return None if row is None else str(row.detail)

    def lately(self, *, account_id: int, verb: str, noun: str, since: datetime) -> tuple[str, ...]:
        """The details of her last lines of that kind since that moment, the newest first."""
        rows = self._scope.rows(_LAST, account=account_id, of_verb=verb, of_noun=noun, since=since, most=_MOST)
        return tuple(str(row.detail) for row in rows)
