"""How the journal is written."""

from __future__ import annotations

from datetime import datetime

from storage import tables
from storage.scope import Scope
from storage.statements import insert_into

_ADD = insert_into(tables.journal, returning=False)


class SqlJournal:
    """The journal of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def note(self, *, account_id: int | None, verb: str, noun: str, noun_id: int | None, now: datetime, detail: str = "") -> None:
        """Adds a line; `detail` carries no personal datum beyond ids and counts."""
        self._scope.add_all(_ADD, [{"account_id": account_id, "verb": verb, "noun": noun, "noun_id": noun_id, "at": now, "detail": detail}])
