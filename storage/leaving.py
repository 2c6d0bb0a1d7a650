"""How far what leaves by itself has gone: each step is one conditional UPDATE, so that nothing takes it twice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
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
    text = sa.bindparam("wanted", type_=sa.Text)
    pairs = {
        "sqlite": sa.func.json_each(text).table_valued("key", "value", name="pairs"),
        "postgresql": sa.func.json_each_text(sa.cast(text, sa.JSON)).table_valued("key", "value", name="pairs"),
    }
    return {
        name: sa.select(sa.cast(pair.c.key, sa.Integer).label("id"), sa.cast(pair.c.value, sa.Integer).label("message")).subquery("given")
        for name, pair in pairs.items()
    }


_GIVEN = _given()
_MESSAGE = sa.literal_column("given.message", sa.Integer)


def wanted(messages: Mapping[int, int | None]) -> str:
    """The parameter of that name: the ids of rows, and the message that each became."""
    return json.dumps(messages)


def step(table: sa.Table, *before: DeliveryState, returned: Sequence[sa.ColumnElement[Any]] = (), **values: Any) -> Prepared:
    """The rows `wanted` that are in one of those states take those values; `returned`: what is told of them, if anything."""
    moves = {
        name: sa.update(table).where(table.c.id == given.c.id, table.c.state.in_(before)).values(values) for name, given in _GIVEN.items()
    }
    return Prepared({name: move.returning(*returned) if returned else move for name, move in moves.items()})


def steps(table: sa.Table, *returned: sa.ColumnElement[Any]) -> Mapping[str, Prepared]:
    """The steps that a claimed row of that table takes; see `bot.ports.Step`. `returned`: what is told of those that took it, if anything.

    What another process thought lost (UNCERTAIN) is SENT all the same once the answer comes.
    """
    ended: dict[str, Any] = {"changed_at": MOMENT, "reason": REASON}
    moving = partial(step, table, *MOVING, returned=returned)
    return {
        "sending": step(table, DeliveryState.CLAIMED, returned=returned, state=DeliveryState.SENDING, changed_at=MOMENT),
        "sent": moving(DeliveryState.UNCERTAIN, state=DeliveryState.SENT, changed_at=MOMENT, message_id=_MESSAGE, reason=None),
        "again": moving(state=DeliveryState.QUEUED, due_at=MOMENT, reason=REASON),
        "uncertain": moving(state=DeliveryState.UNCERTAIN, **ended),
        "failed": moving(state=DeliveryState.FAILED, **ended),
        "missed": moving(state=DeliveryState.MISSED, **ended),
        "moot": moving(state=DeliveryState.CANCELLED, **ended),
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
