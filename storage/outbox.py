"""How deliveries are queued with a change, claimed once, and followed to their end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.papers import PaperOrder
from bot.ports import Delivery, OutboxKind
from storage import tables
from storage.engine import Engines
from storage.leaving import MOMENT, after_a_crash, step, steps, wanted
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into
from storage.tables import DeliveryState

_t = tables.outbox
_DELIVERY = (_t.c.id, _t.c.territory_id, _t.c.kind, _t.c.chat_id, _t.c.subject_id, _t.c.attempts, _t.c.paper)
_ADD = insert_into(_t)
_PAPER = Prepared(
    sa.select(_t.c.paper).where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.chat_id == sa.bindparam("chat", type_=_t.c.chat_id.type))
)
_WAITING = Prepared(
    sa.select(_t.c.id)
    .where(
        own(_t),
        _t.c.state == sa.literal_column("'queued'"),
        _t.c.kind == sa.bindparam("which", type_=_t.c.kind.type),
        _t.c.subject_id == sa.bindparam("subject"),
    )
    .limit(1)
)
_CANCEL = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.entry_id == sa.bindparam("wanted"), _t.c.state.in_([DeliveryState.QUEUED, DeliveryState.CLAIMED]))
    .values(state=DeliveryState.CANCELLED)
)
_DUE = Prepared(
    sa.select(_t.c.id)
    .where(_t.c.state == sa.literal_column("'queued'"), _t.c.due_at <= MOMENT)  # written out: a partial index
    .order_by(_t.c.due_at, _t.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
)


_CLAIM = step(_t, DeliveryState.QUEUED, returned=_DELIVERY, state=DeliveryState.CLAIMED, changed_at=MOMENT, attempts=_t.c.attempts + 1)
_STEPS = steps(_t)
_AFTER_A_CRASH = after_a_crash(_t, *_DELIVERY)


class SqlDeliveries:
    """What one territory queues, in the transaction of the change itself."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def queue(self, *, kind: OutboxKind, chat_id: int, subject_id: int, entry_id: int | None, now: datetime) -> int:
        """Queues a delivery about that subject (a meeting id for MINUTES, an ExportPart for DIRECTORY)."""
        return self._queue(kind=kind, chat_id=chat_id, subject_id=subject_id, entry_id=entry_id, paper=None, now=now)

    def queue_once(self, *, kind: OutboxKind, chat_id: int, subject_id: int, now: datetime) -> bool:
        """As `queue`; False when one about that subject waits already."""
        if self._scope.one(_WAITING, which=kind, subject=subject_id) is not None:
            return False
        self.queue(kind=kind, chat_id=chat_id, subject_id=subject_id, entry_id=None, now=now)
        return True

    def queue_paper(self, order: PaperOrder, *, chat_id: int, now: datetime) -> int:
        """Queues the document that this order is for."""
        return self._queue(kind=OutboxKind.PAPER, chat_id=chat_id, subject_id=order.meeting_id or 0, entry_id=None, paper=order, now=now)

    def paper_of(self, delivery_id: int, *, chat_id: int) -> PaperOrder | None:
        """The order of a delivery to that chat; None for any other delivery."""
        row = self._scope.one(_PAPER, wanted=delivery_id, chat=chat_id)
        return row.paper if row is not None else None

    def _queue(self, *, now: datetime, **columns: object) -> int:
        return self._scope.add(
            _ADD,
            **columns,
            state=DeliveryState.QUEUED,
            due_at=now,
            attempts=0,
            queued_at=now,
            changed_at=now,
        )

    def cancel_of_entry(self, entry_id: int) -> None:
        """Withdraws what this entry queued and has not begun to leave."""
        self._scope.change(_CANCEL, wanted=entry_id)


class SqlOutbox:
    """The deliveries of all territories, as the job that sends them sees them; each call is its own transaction."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def claim(self, *, now: datetime, limit: int = 10) -> tuple[Delivery, ...]:
        """Takes due rows, oldest first; `attempts` counts this one. Nothing is written when nothing is due."""
        with self._engines.read() as connection:
            due = [row.id for row in Session(connection).rows(_DUE, moment=now, most=limit)]
        if not due:
            return ()
        with self._engines.write(durable=False) as connection:
            session = Session(connection)
            rows = [session.one(_CLAIM, wanted=wanted({one: None}), moment=now) for one in due]
        return tuple(Delivery(**row._asdict()) for row in rows if row is not None)

    def sending(self, delivery_id: int, *, now: datetime) -> bool:
        """Just before the request leaves; False if it was cancelled in between."""
        return self._set(_STEPS["sending"], delivery_id, moment=now)

    def sent(self, delivery_id: int, *, message_id: int, now: datetime) -> None:
        """It arrived."""
        self._set(_STEPS["sent"], delivery_id, moment=now, message_id=message_id)

    def again(self, delivery_id: int, *, at: datetime, reason: str) -> None:
        """It certainly did not leave: once more at that time."""
        self._set(_STEPS["again"], delivery_id, moment=at, why=reason)

    def uncertain(self, delivery_id: int, *, now: datetime, reason: str) -> None:
        """It may have arrived: never sent again by itself."""
        self._set(_STEPS["uncertain"], delivery_id, moment=now, why=reason)

    def failed(self, delivery_id: int, *, now: datetime, reason: str) -> bool:
        """It cannot be delivered; False if it was cancelled in between."""
        return self._set(_STEPS["failed"], delivery_id, moment=now, why=reason)

    def recover(self, *, now: datetime) -> tuple[Delivery, ...]:
        """After a crash: claimed rows are queued again; rows left in `sending` become uncertain and are returned."""
        with self._engines.write() as connection:
            session = Session(connection)
            session.change(_AFTER_A_CRASH["give_back"], moment=now)
            return tuple(Delivery(**row._asdict()) for row in session.rows(_AFTER_A_CRASH["doubt"], moment=now))

    def _set(self, statement: Prepared, delivery_id: int, *, message_id: int | None = None, **values: Any) -> bool:
        with self._engines.write() as connection:
            return Session(connection).change(statement, wanted=wanted({delivery_id: message_id}), **values) == 1
