"""How Word templates are stored, version after version, and when their bytes are forgotten."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from bot.domain.errors import DraftMoved
from bot.domain.templates import OPEN_FOR, UNDO_WINDOW, KeptTemplate, Template, TemplateKind, TemplateState
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into
from storage.tables.base import Moment

_t = tables.templates
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_WRITTEN = ("kind", "state", "group_id", "content", "kept_at", "touched_at")
_ADD = insert_into(_t)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OF_UPDATE = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.update_id == sa.bindparam("wanted")))
_KEPT = Prepared(
    sa.select(_t.c.id, _t.c.kind, _t.c.group_id, _t.c.file_name, _t.c.content.is_not(None).label("own"), _t.c.account_id, _t.c.kept_at)
    .where(own(_t), _t.c.state == TemplateState.KEPT)
    .order_by(_t.c.kept_at, _t.c.id)
)
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.version == sa.bindparam("seen"))
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _WRITTEN} | {"version": _t.c.version + 1})
)
# Of every territory: what nobody answered about, and what ↩︎ can no longer bring back.
_GIVE_UP = Prepared(
    sa.update(_t)
    .where(_t.c.state.in_((TemplateState.ASKED, TemplateState.OPEN)), _t.c.touched_at < sa.bindparam("before", type_=Moment))
    .values(state=TemplateState.DROPPED, content=None, version=_t.c.version + 1)
)
_EMPTY = Prepared(
    sa.update(_t)
    .where(_t.c.state == TemplateState.WITHDRAWN, _t.c.content.is_not(None), _t.c.touched_at < sa.bindparam("before", type_=Moment))
    .values(state=TemplateState.DROPPED, content=None, version=_t.c.version + 1)
)


def forget_old_templates(session: Session, now: datetime) -> None:
    """Gives up what waited a week, and empties what was taken back a day ago."""
    session.change(_GIVE_UP, before=now - OPEN_FOR)
    session.change(_EMPTY, before=now - UNDO_WINDOW)


class SqlTemplates:
    """Templates of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, template: Template) -> Template:
        """A new version; returns it with its id."""
        values = {column.name: getattr(template, column.name) for column in _COLUMNS if column.name != "id"}
        return replace(template, id=self._scope.add(_ADD, **values))

    def get(self, template_id: int) -> Template | None:
        """A version of this territory, whatever its state."""
        return self._one(_GET, template_id)

    def of_update(self, update_id: int) -> Template | None:
        """The version that this update brought, if it was handled before."""
        return self._one(_OF_UPDATE, update_id)

    def save(self, template: Template) -> Template:
        """Writes it where the stored version is still `template.version`; returns it with version + 1. Raises DraftMoved."""
        values = {f"new_{name}": getattr(template, name) for name in _WRITTEN}
        if self._scope.change(_SAVE, wanted=template.id, seen=template.version, **values) == 0:
            raise DraftMoved
        return replace(template, version=template.version + 1)

    def kept(self) -> tuple[KeptTemplate, ...]:
        """All that are kept, of every kind, oldest first: the last one of a kind and a place is in use."""
        ranks: Counter[tuple[TemplateKind, int | None]] = Counter()
        found: list[KeptTemplate] = []
        for row in self._scope.rows(_KEPT):
            place = row.kind, row.group_id
            ranks[place] += 1
            found.append(KeptTemplate(**(row._asdict() | {"own": bool(row.own)}), rank=ranks[place]))
        return tuple(found)

    def _one(self, statement: Prepared, wanted: int) -> Template | None:
        row = self._scope.one(statement, wanted=wanted)
        if row is None:
            return None
        told = row._asdict()
        return Template(**(told | {name: bytes(told[name]) if told[name] is not None else None for name in ("content", "digest")}))
