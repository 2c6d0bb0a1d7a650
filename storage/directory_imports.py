"""How files of directories are stored, one version after the other, and how somebody is forgotten in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from bot.domain.directory import KnownPerson
from bot.domain.directory_imports import OPEN_FOR, UNDO_WINDOW, DirectoryImport, ImportPlan, ImportState, ImportTrace, ProposedPerson
from bot.domain.errors import DraftMoved
from bot.french.folding import folded_words
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into
from storage.tables.base import Moment
from storage.trail import Row, Trail

_t = tables.directory_imports
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_WRITTEN = ("state", "plan", "taken", "trace", "touched_at")
_ADD = insert_into(_t)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OF_UPDATE = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.update_id == sa.bindparam("wanted")))
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.version == sa.bindparam("seen"))
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _WRITTEN} | {"version": _t.c.version + 1})
)
# Of every territory: a whole file of phones that nobody kept, and what was there before an import that ↩︎ can no longer take back.
_FORGET_OPEN = Prepared(
    sa.update(_t)
    .where(_t.c.state == ImportState.OPEN, _t.c.touched_at < sa.bindparam("before", type_=Moment))
    .values(state=ImportState.DROPPED, plan=ImportPlan(), taken=(), version=_t.c.version + 1)
)
_FORGET_TRACES = Prepared(
    sa.update(_t).where(_t.c.trace.is_not(None), _t.c.touched_at < sa.bindparam("before", type_=Moment)).values(trace=None)
)


def forget_old_imports(session: Session, now: datetime) -> None:
    """Wipes what files said: of an open import after a week, of a kept one once ↩︎ is too late."""
    session.change(_FORGET_OPEN, before=now - OPEN_FOR)
    session.change(_FORGET_TRACES, before=now - UNDO_WINDOW)


class SqlDirectoryImports:
    """Imports of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(
        self, *, account_id: int | None, file_name: str, plan: ImportPlan, now: datetime, update_id: int | None = None
    ) -> DirectoryImport:
        """A new open import, version 1."""
        made = DirectoryImport(
            id=0,
            account_id=account_id,
            version=1,
            state=ImportState.OPEN,
            file_name=file_name,
            plan=plan,
            update_id=update_id,
            touched_at=now,
        )
        values = {column.name: getattr(made, column.name) for column in _COLUMNS if column.name != "id"}
        return replace(made, id=self._scope.add(_ADD, **values))

    def get(self, import_id: int) -> DirectoryImport | None:
        """An import of this territory, whatever its state."""
        return self._one(_GET, import_id)

    def of_update(self, update_id: int) -> DirectoryImport | None:
        """The import that this update made, if it was handled before."""
        return self._one(_OF_UPDATE, update_id)

    def save(self, one: DirectoryImport) -> DirectoryImport:
        """Writes it where the stored version is still `one.version`; returns it with version + 1. Raises DraftMoved."""
        values = {f"new_{name}": getattr(one, name) for name in _WRITTEN}
        if self._scope.change(_SAVE, wanted=one.id, seen=one.version, **values) == 0:
            raise DraftMoved
        return replace(one, version=one.version + 1)

    def _one(self, statement: Prepared, wanted: int) -> DirectoryImport | None:
        row = self._scope.one(statement, wanted=wanted)
        return DirectoryImport(**row._asdict()) if row is not None else None


def forget_in_imports(rows: Trail, person: Row, words: Callable[[str], str]) -> None:
    """Gives up the open files that tell of her (✅ would make her again) and empties such traces, so that ↩︎ refuses."""
    for row in rows.rows(_t, sa.or_(_t.c.state == ImportState.OPEN, _t.c.trace.is_not(None))):
        plan, trace = row["plan"], row["trace"]
        if row["state"] is ImportState.OPEN and (_tells(_t.c.plan, plan, words) or _hold(plan.people, person, words)):
            bare = {"plan": ImportPlan(read=plan.read), "taken": (), "state": ImportState.DROPPED}
            rows.change(_t, row, bare | {"version": row["version"] + 1})  # a ✅ that is under way does not save over it
        if trace is not None and (_tells(_t.c.trace, trace, words) or _hold(trace.people_before, person, words)):
            rows.change(_t, row, {"trace": ImportTrace()})


def _tells(column: sa.Column[ImportPlan | ImportTrace], value: ImportPlan | ImportTrace, words: Callable[[str], str]) -> bool:
    written = column.type.process_bind_param(value, None)  # type: ignore[attr-defined]
    return bool(words(written) != written)


def _hold(people: Iterable[ProposedPerson | KnownPerson], person: Row, words: Callable[[str], str]) -> bool:
    """Whether one of them is she, or is called as she is: first and last name stand apart there, so that no text has both."""

    def named(first: str, last: str) -> str:
        return " ".join(sorted(folded_words(f"{first} {last}")))

    hers = named(person["first_name"], person["last_name"])
    return any(
        one.id == person["id"]
        or named(one.first_name, one.last_name) == hers
        or words(f"{one.civility or ''} {one.first_name} {one.last_name}") != f"{one.civility or ''} {one.first_name} {one.last_name}"
        for one in people
    )
