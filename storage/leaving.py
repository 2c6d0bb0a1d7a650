"""How far what leaves by itself has gone: each step is one conditional UPDATE, so that nothing takes it twice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from storage.statements import Prepared
from storage.tables import DeliveryState
from storage.tables.base import Moment

MOMENT = sa.bindparam("moment", type_=Moment)
REASON = sa.bindparam("why", type_=sa.Text)
MOVING = (DeliveryState.CLAIMED, DeliveryState.SENDING)


def _given() -> dict[str, sa.FromClause]:
    """The rows that `wanted` names, with the message of each: handed over as one text, so that the statement is always the same."""
    pairs = sa.func.json_each(sa.bindparam("wanted", type_=sa.Text)).table_valued("value", name="pairs")
    both = (sa.func.json_extract(pairs.c.value, f"$.{name}", type_=sa.Integer).label(name) for name in ("id", "message"))
    as_json = sa.cast(sa.bindparam("wanted", type_=sa.Text), sa.JSON)
    columns = (sa.column("id", sa.Integer), sa.column("message", sa.Integer))
    return {
        "sqlite": sa.select(*both).subquery("given"),
        "postgresql": sa.func.json_to_recordset(as_json).table_valued(*columns).render_derived(name="given", with_types=True),
    }


_GIVEN = _given()
_MESSAGE = sa.literal_column("given.message", sa.Integer)


def wanted(messages: Mapping[int, int | None]) -> str:
    """The parameter of that name: the ids of rows, and the message that each became."""
    return json.dumps([{"id": row, "message": message} for row, message in messages.items()])


def step(table: sa.Table, *before: DeliveryState, returned: Sequence[sa.ColumnElement[Any]] = (), **values: Any) -> Prepared:
    """The rows `wanted` that are in one of those states take those values; what is `returned` of them: their ids, unless told."""
    return Prepared(
        {
            name: sa.update(table)
            .where(table.c.id == given.c.id, table.c.state.in_(before))
            .values(values)
            .returning(*(returned or [table.c.id]))
            for name, given in _GIVEN.items()
        }
    )


def steps(table: sa.Table) -> Mapping[str, Prepared]:
    """The steps that a claimed row of that table takes; see `bot.ports.Step`.

    What another process thought lost (UNCERTAIN) is SENT all the same once the answer comes.
    """
    ended: dict[str, Any] = {"changed_at": MOMENT, "reason": REASON}
    return {
        "sending": step(table, DeliveryState.CLAIMED, state=DeliveryState.SENDING, changed_at=MOMENT),
        "sent": step(
            table, *MOVING, DeliveryState.UNCERTAIN, state=DeliveryState.SENT, changed_at=MOMENT, message_id=_MESSAGE, reason=None
        ),
        "again": step(table, *MOVING, state=DeliveryState.QUEUED, due_at=MOMENT, reason=REASON),
        "uncertain": step(table, *MOVING, state=DeliveryState.UNCERTAIN, **ended),
        "failed": step(table, *MOVING, state=DeliveryState.FAILED, **ended),
        "missed": step(table, *MOVING, state=DeliveryState.MISSED, **ended),
        "moot": step(table, *MOVING, state=DeliveryState.CANCELLED, **ended),
    }


def after_a_crash(table: sa.Table, *returned: sa.ColumnElement[Any]) -> Mapping[str, Prepared]:
    """What was claimed is due again (`give_back`); what was leaving may have left (`doubt`)."""
    return {
        "give_back": Prepared(
            sa.update(table).where(table.c.state == DeliveryState.CLAIMED).values(state=DeliveryState.QUEUED, changed_at=MOMENT)
        ),
        "doubt": Prepared(
            sa.update(table)
            .where(table.c.state == DeliveryState.SENDING)
            .values(state=DeliveryState.UNCERTAIN, changed_at=MOMENT, reason="stopped while sending")
            .returning(*returned)
        ),
    }
