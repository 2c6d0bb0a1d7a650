"""How far what leaves by itself has gone: each step is one conditional UPDATE, so that nothing takes it twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from storage.statements import Prepared
from storage.tables import DeliveryState
from storage.tables.base import Moment

MOMENT = sa.bindparam("moment", type_=Moment)
REASON = sa.bindparam("why", type_=sa.Text)
MOVING = (DeliveryState.CLAIMED, DeliveryState.SENDING)


def step(table: sa.Table, *before: DeliveryState, to: DeliveryState, **values: Any) -> sa.Update:
    """The row `wanted` goes from one of those states to that one, if it is in one of them."""
    return (
        sa.update(table)
        .where(table.c.id == sa.bindparam("wanted"), table.c.state.in_(before))
        .values(state=to, changed_at=MOMENT, **values)
    )


def steps(table: sa.Table) -> Mapping[str, Prepared]:
    """The steps that a claimed row of that table takes; see `bot.ports.Step`.

    What another process thought lost (UNCERTAIN) is SENT all the same once the answer comes.
    """
    known_sent = step(
        table, *MOVING, DeliveryState.UNCERTAIN, to=DeliveryState.SENT, message_id=sa.bindparam("message", type_=sa.Integer), reason=None
    )
    again = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("wanted"), table.c.state.in_(MOVING))
        .values(state=DeliveryState.QUEUED, due_at=MOMENT, reason=REASON)
    )
    return {
        "sending": Prepared(step(table, DeliveryState.CLAIMED, to=DeliveryState.SENDING)),
        "sent": Prepared(known_sent),
        "again": Prepared(again),
        "uncertain": Prepared(step(table, *MOVING, to=DeliveryState.UNCERTAIN, reason=REASON)),
        "failed": Prepared(step(table, *MOVING, to=DeliveryState.FAILED, reason=REASON)),
        "missed": Prepared(step(table, *MOVING, to=DeliveryState.MISSED, reason=REASON)),
        "moot": Prepared(step(table, *MOVING, to=DeliveryState.CANCELLED, reason=REASON)),
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
