"""How updates are kept until they are done, and forgotten afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.ports import KeptUpdate
from storage import tables
from storage.engine import Engines
from storage.statements import Prepared, Session
from storage.tables.base import Moment

KEPT_FOR = timedelta(days=7)  # Telegram itself forgets after one; its numbers begin anew after a silent week

_t = tables.inbox
_KEEP = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=[column.name for column in _t.c],
)
_PENDING = Prepared(
    sa.select(_t.c.update_id, _t.c.sender_id, _t.c.body, _t.c.attempts, _t.c.answer).where(_t.c.done_at.is_(None)).order_by(_t.c.update_id)
)
_BEGIN = Prepared(sa.update(_t).where(_t.c.update_id == sa.bindparam("wanted")).values(attempts=_t.c.attempts + 1).returning(_t.c.attempts))
_DONE = Prepared(
    sa.update(_t)
    .where(_t.c.update_id.in_(sa.bindparam("wanted", expanding=True)), _t.c.done_at.is_(None))
    .values(body="", answer=None, done_at=sa.bindparam("moment", type_=Moment))
)
_REMEMBER = Prepared(sa.update(_t).where(_t.c.update_id == sa.bindparam("wanted")).values(answer=sa.bindparam("said", type_=sa.Text)))
_SPOKE = Prepared(
    sa.select(sa.func.count().label("count")).where(
        _t.c.sender_id == sa.bindparam("sender"),
        _t.c.received_at > sa.bindparam("since", type_=Moment),
        _t.c.update_id < sa.bindparam("before"),
    )
)
_JUST_BEFORE = Prepared(
    sa.select(_t.c.update_id)
    .where(_t.c.sender_id == sa.bindparam("sender"), _t.c.update_id < sa.bindparam("wanted"))
    .order_by(_t.c.update_id.desc())
    .limit(1)
)
_PURGE = Prepared(sa.delete(_t).where(_t.c.done_at.is_not(None), _t.c.received_at < sa.bindparam("before", type_=Moment)))


class SqlInbox:
    """The inbox; each call is its own transaction."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def keep(self, updates: Sequence[KeptUpdate], *, now: datetime) -> tuple[KeptUpdate, ...]:
        """Keeps those that are new, in one transaction; returns the new ones."""
        if not updates:
            return ()
        with self._engines.write() as connection:
            session = Session(connection)
            return tuple(update for update in updates if session.change(_KEEP, **_row(update), received_at=now))

    def pending(self) -> tuple[KeptUpdate, ...]:
        """Those not done, oldest first."""
        with self._engines.read() as connection:
            return tuple(KeptUpdate(**row._asdict()) for row in Session(connection).rows(_PENDING))

    def begin(self, update_id: int) -> int:
        """Counts an attempt; returns how many there were, 0 for an update that was never kept."""
        with self._engines.write(durable=False) as connection:
            row = Session(connection).one(_BEGIN, wanted=update_id)
            return row.attempts if row else 0

    def done(self, update_ids: Sequence[int], *, now: datetime) -> None:
        """Marks them done and wipes their bodies (nothing of what people typed stays here)."""
        if update_ids:
            with self._engines.write(durable=False) as connection:
                Session(connection).change(_DONE, wanted=list(update_ids), moment=now)

    def purge(self, now: datetime) -> int:
        """Deletes what is done and older than a week; returns how many rows. What is not done yet is never lost."""
        with self._engines.write(durable=False) as connection:
            return Session(connection).change(_PURGE, before=now - KEPT_FOR)


def _row(update: KeptUpdate) -> dict[str, Any]:
    return {"update_id": update.update_id, "sender_id": update.sender_id, "body": update.body, "attempts": update.attempts}


def remember_answer(session: Session, update_id: int, answer: str) -> None:
    """Keeps what is to be said, in the transaction of what was done (an update belongs to no territory)."""
    Session(session.connection).change(_REMEMBER, wanted=update_id, said=answer)


def spoke_since(session: Session, sender_id: int, moment: datetime, *, before: int) -> bool:
    """Whether that person said or touched anything after that moment, in an update before that one."""
    row = Session(session.connection).one(_SPOKE, sender=sender_id, since=moment, before=before)
    return row is not None and row.count > 0


def update_before(session: Session, update_id: int, *, sender_id: int) -> int | None:
    """What the same person sent or tapped just before that update."""
    row = Session(session.connection).one(_JUST_BEFORE, sender=sender_id, wanted=update_id)
    return None if row is None else row.update_id
