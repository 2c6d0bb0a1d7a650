"""How it is stored what a territory chose of its writing; no row is the usual style."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.writing import USUAL, WritingStyle
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared

_t = tables.writing
_CHOSEN = ("inclusive", "names")


def _kept(core: Any) -> Any:
    """The row, or what it becomes."""
    return core.on_conflict_do_update(index_elements=["territory_id"], set_={name: core.excluded[name] for name in _CHOSEN})


_GET = Prepared(sa.select(_t.c.inclusive, _t.c.names).where(own(_t)))
_KEEP = Prepared({"sqlite": _kept(sqlite.insert(_t)), "postgresql": _kept(postgresql.insert(_t))}, keys=[column.name for column in _t.c])


def style_of(scope: Scope) -> WritingStyle:
    """What the territory chose, the usual where it chose nothing."""
    row = scope.one(_GET)
    return WritingStyle(inclusive=row.inclusive, names=row.names) if row is not None else USUAL


class SqlWriting:
    """The writing of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self) -> WritingStyle:
        """What was chosen, the usual where nothing was."""
        return style_of(self._scope)

    def save(self, style: WritingStyle) -> None:
        """From now on that."""
        self._scope.add_all(_KEEP, [{"inclusive": style.inclusive, "names": style.names}])
