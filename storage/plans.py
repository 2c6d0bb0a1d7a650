"""How the cards of the agenda are stored, from proposal to ↩︎."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from bot.domain.errors import AgendaCardMoved
from bot.domain.plans import Plan, PlanState
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_t = tables.plans
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_FIXED = ("id", "account_id", "version", "update_id")
_ACCOUNT = _t.c.account_id == sa.bindparam("account")
_WANTED = _t.c.id == sa.bindparam("wanted")
_select = sa.select(*_COLUMNS).where(own(_t))
_ADD = insert_into(_t)
_GET = Prepared(_select.where(_WANTED))
_OF_UPDATE = Prepared(_select.where(_t.c.update_id == sa.bindparam("wanted")))
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.version == sa.bindparam("seen"))
    .values({c.name: sa.bindparam(f"new_{c.name}", type_=c.type) for c in _COLUMNS if c.name not in _FIXED} | {"version": _t.c.version + 1})
)
_LATEST = (_t.c.touched_at.desc(), _t.c.id.desc())
_LAST_OF = {
    state: Prepared(_select.where(_ACCOUNT, _t.c.state == state).order_by(*_LATEST).limit(1))
    for state in (PlanState.PROPOSED, PlanState.KEPT, PlanState.DROPPED)
}


class SqlPlans:
    """Plans of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, plan: Plan) -> Plan:
        """A new one, version 1; the database refuses a second one of the same update."""
        values = {column.name: getattr(plan, column.name) for column in _COLUMNS if column.name != "id"} | {"version": 1}
        return replace(plan, id=self._scope.add(_ADD, **values), version=1)

    def get(self, plan_id: int) -> Plan | None:
        """A plan of this territory, whatever its state."""
        return _plan(self._scope.one(_GET, wanted=plan_id))

    def of_update(self, update_id: int) -> Plan | None:
        """The plan that this update made, if it was handled before."""
        return _plan(self._scope.one(_OF_UPDATE, wanted=update_id))

    def save(self, plan: Plan) -> Plan:
        """Writes every field where the stored version is still `plan.version`; returns it with version + 1. Raises AgendaCardMoved."""
        values = {f"new_{c.name}": getattr(plan, c.name) for c in _COLUMNS if c.name not in _FIXED}
        if self._scope.change(_SAVE, wanted=plan.id, seen=plan.version, **values) != 1:
            raise AgendaCardMoved
        return replace(plan, version=plan.version + 1)

    def last_of(self, account_id: int, state: PlanState) -> Plan | None:
        """The one of hers in that state that was touched last; never UNDONE."""
        return _plan(self._scope.one(_LAST_OF[state], account=account_id))


def _plan(row: Any) -> Plan | None:
    return None if row is None else Plan(**row._asdict())
