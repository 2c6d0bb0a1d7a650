"""How what is due to people is stored: made due once, claimed by one conditional UPDATE, and followed to its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.notices import Due, Notice, NoticeAnswer, NoticeKind
from bot.domain.reminders import Reminder
from bot.ports import Mark, Step
from storage import reminders, tables
from storage.engine import Engines
from storage.leaving import MOMENT, after_a_crash, steps
from storage.queries.notices import NOTICES, notice_of
from storage.scope import Scope, own
from storage.statements import Prepared, Session
from storage.tables import DeliveryState

_t = tables.notices
_WAITS = (DeliveryState.QUEUED, DeliveryState.CANCELLED)
_WANTED = _t.c.id == sa.bindparam("wanted")
_REMINDER = _t.c.reminder_id == sa.bindparam("reminder")
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_PLAN = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=[column.name for column in _t.c if column.name != "id"],
)
_MOVED = ("on", "at", "zone", "loud", "until", "due_at")
_MOVE = Prepared(
    sa.update(_t)
    .where(own(_t), _REMINDER, _t.c.turn == sa.bindparam("which"), _t.c.snoozes == sa.bindparam("again"), _t.c.state.in_(_WAITS))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _MOVED}
        | {"state": DeliveryState.QUEUED, "changed_at": MOMENT}
    )
)
_WITHDRAW = Prepared(
    sa.update(_t)
    .where(own(_t), _REMINDER, _t.c.state.in_((DeliveryState.QUEUED, DeliveryState.CLAIMED)))
    .values(state=DeliveryState.CANCELLED, changed_at=MOMENT)
)
_LAST_TURN = Prepared(sa.select(sa.func.max(_t.c.turn).label("last")).where(own(_t), _REMINDER, _t.c.snoozes == 0))
_GET = Prepared(NOTICES.where(own(_t), _WANTED))
_OF_MESSAGE = Prepared(
    NOTICES.where(own(_t), _t.c.account_id == sa.bindparam("account"), _t.c.message_id == sa.bindparam("message")).order_by(_t.c.id)
)
_ANSWER = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.answer.is_(None))
    .values(answer=sa.bindparam("given", type_=_t.c.answer.type), changed_at=MOMENT)
)
_SETTLE = Prepared(
    sa.update(_t)
    .where(
        own(_t),
        _REMINDER,
        _t.c.answer.is_(None),
        _t.c.state.in_((DeliveryState.MISSED, DeliveryState.UNCERTAIN, DeliveryState.FAILED)),
    )
    .values(answer=NoticeAnswer.LATER)
)
_IS_DUE = sa.and_(_t.c.state == sa.literal_column("'queued'"), _t.c.due_at <= MOMENT)  # written out: a partial index
_ANY_DUE = Prepared(sa.select(_t.c.id).where(_IS_DUE).limit(1))


def _claiming(*conditions: sa.ColumnElement[bool]) -> Prepared:
    """Takes those rows if nobody else does: on PostgreSQL it passes over the rows that another process is taking."""
    due = sa.select(_t.c.id).where(_IS_DUE, *conditions).order_by(_t.c.due_at, _t.c.account_id, _t.c.id)
    due = due.limit(sa.bindparam("most", type_=sa.Integer))
    locked = due.with_for_update(skip_locked=True).cte("due").prefix_with("MATERIALIZED", dialect="postgresql")
    forms = {"sqlite": due.scalar_subquery(), "postgresql": sa.select(locked.c.id).scalar_subquery()}
    return Prepared(
        {
            name: sa.update(_t)
            .where(_t.c.id.in_(taken), _t.c.state == DeliveryState.QUEUED)
            .values(state=DeliveryState.CLAIMED, attempts=_t.c.attempts + 1, changed_at=MOMENT)
            .returning(_t.c.id, _t.c.account_id)
            for name, taken in forms.items()
        }
    )


_CLAIM = _claiming()
_CLAIM_TOGETHER = _claiming(_t.c.account_id.in_(sa.bindparam("accounts", expanding=True)))
_CLAIMED = Prepared(NOTICES.where(_t.c.id.in_(_IDS)).order_by(_t.c.account_id, _t.c.due_at, _t.c.id))
_STEPS = steps(_t)
_AFTER_A_CRASH = after_a_crash(_t, _t.c.id)


class SqlNotices:
    """What is due to the people of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def plan(self, reminder: Reminder, due: Due, *, turn: int = 0, snoozes: int = 0, now: datetime) -> bool:
        """Makes it due, or moves it while it has not begun to leave; False when it has."""
        moved = {f"new_{name}": getattr(due, name) for name in _MOVED}
        if self._scope.change(_MOVE, reminder=reminder.id, which=turn, again=snoozes, moment=now, **moved):
            return True
        values = {"account_id": reminder.account_id, "reminder_id": reminder.id, "turn": turn, "snoozes": snoozes}
        return self._insert(NoticeKind.REMINDER, due, now=now, **values)

    def tell_unreachable(self, account_id: int, due: Due, *, about: int, now: datetime) -> None:
        """Makes it due to a coordinator that somebody does not receive anything; once a day at most."""
        values = {"account_id": account_id, "about_account_id": about, "turn": due.on.toordinal(), "snoozes": 0}
        self._insert(NoticeKind.UNREACHABLE, due, now=now, **values)

    def _insert(self, kind: NoticeKind, due: Due, *, now: datetime, **values: int) -> bool:
        row = {name: getattr(due, name) for name in _MOVED} | values
        row |= {"kind": kind, "state": DeliveryState.QUEUED, "attempts": 0, "queued_at": now, "changed_at": now}
        return self._scope.change(_PLAN, territory_id=self._scope.territory_id, **row) == 1

    def withdraw(self, reminder_id: int, *, now: datetime) -> None:
        """What is due because of that reminder and has not begun to leave will not leave."""
        self._scope.change(_WITHDRAW, reminder=reminder_id, moment=now)

    def last_turn(self, reminder_id: int) -> int | None:
        """The newest of the times of a series that is a notice."""
        row = self._scope.one(_LAST_TURN, reminder=reminder_id)
        return None if row is None or row.last is None else int(row.last)

    def get(self, notice_id: int) -> Notice | None:
        """A notice of this territory."""
        row = self._scope.one(_GET, wanted=notice_id)
        return None if row is None else notice_of(row)

    def of_message(self, account_id: int, message_id: int) -> tuple[Notice, ...]:
        """What one message told her."""
        return tuple(notice_of(row) for row in self._scope.rows(_OF_MESSAGE, account=account_id, message=message_id))

    def answer(self, notice_id: int, answer: NoticeAnswer, *, now: datetime) -> bool:
        """Notes what she did with it; True only for the first answer."""
        return self._scope.change(_ANSWER, wanted=notice_id, given=answer, moment=now) == 1

    def settle(self, reminder_id: int) -> None:
        """What did not reach her for sure is no longer told: she has seen this reminder."""
        self._scope.change(_SETTLE, reminder=reminder_id)


class SqlNoticeDesk:
    """The notices of all territories, as the job that sends them sees them; each call is one transaction."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def claim(self, *, now: datetime, limit: int = 100) -> tuple[Notice, ...]:
        """Takes what is due, oldest first, and whatever else is due to the same people. Nothing is written when nothing is due.

        It need not outlive a power cut: what was claimed and not sent is due again anyway.
        """
        with self._engines.read() as connection:
            if Session(connection).one(_ANY_DUE, moment=now) is None:
                return ()
        with self._engines.write(durable=False) as connection:
            session = Session(connection)
            taken = session.rows(_CLAIM, moment=now, most=limit)
            accounts = sorted({row.account_id for row in taken})
            taken += session.rows(_CLAIM_TOGETHER, moment=now, most=limit, accounts=accounts) if accounts else []
            found = session.rows(_CLAIMED, ids=[row.id for row in taken]) if taken else []
        return tuple(notice_of(row) for row in found)

    def mark(self, marks: Sequence[Mark], *, now: datetime) -> tuple[bool, ...]:
        """Takes these steps one by one; False for what was withdrawn, or taken by another process, in between.

        Only SENDING must outlive a power cut: without it the same would be sent again; without the others it is but uncertain.
        """
        durable = any(mark.step is Step.SENDING for mark in marks)
        try:
            with self._engines.write(durable=durable) as connection:
                _mark_together(Session(connection), marks, now)
        except _SomeWereGone:
            with self._engines.write(durable=durable) as connection:
                return _mark_apart(Session(connection), marks, now)
        return (True,) * len(marks)

    def recover(self, *, now: datetime) -> tuple[Notice, ...]:
        """After a crash: what was claimed is due again; what may have left becomes uncertain and is returned."""
        with self._engines.write() as connection:
            session = Session(connection)
            session.change(_AFTER_A_CRASH["give_back"], moment=now)
            doubtful = [row.id for row in session.rows(_AFTER_A_CRASH["doubt"], moment=now)]
            return tuple(notice_of(row) for row in session.rows(_CLAIMED, ids=doubtful)) if doubtful else ()

    def to_plan(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Series whose last planned time is past, and reminders whose meeting has moved: (territory id, reminder id)."""
        with self._engines.read() as connection:
            session = Session(connection)
            found = [*session.rows(reminders.SERIES_TO_PLAN, moment=now), *session.rows(reminders.ADRIFT)]
        return tuple((row.territory_id, row.id) for row in found)


class _SomeWereGone(Exception):
    """Not every row was still to be marked: which ones is to be found out one by one."""


def _mark_together(session: Session, marks: Sequence[Mark], now: datetime) -> None:
    """The same UPDATE for each row, handed to the driver at once. Raises _SomeWereGone."""
    alike: dict[tuple[Step, datetime | None, str | None], list[dict[str, Any]]] = defaultdict(list)
    for mark in marks:
        alike[mark.step, mark.at, mark.reason].append({"wanted": mark.notice_id} | _message(mark))
    for (step, at, reason), rows in alike.items():
        if session.change_each(_STEPS[step.value], rows, moment=at or now, **_reason(step, reason)) != len(rows):
            raise _SomeWereGone


def _mark_apart(session: Session, marks: Sequence[Mark], now: datetime) -> tuple[bool, ...]:
    return tuple(
        session.change(
            _STEPS[mark.step.value], wanted=mark.notice_id, moment=mark.at or now, **_message(mark), **_reason(mark.step, mark.reason)
        )
        == 1
        for mark in marks
    )


def _message(mark: Mark) -> dict[str, Any]:
    return {"message": mark.message_id} if mark.step is Step.SENT else {}


def _reason(step: Step, reason: str | None) -> dict[str, Any]:
    return {} if step in (Step.SENDING, Step.SENT) else {"why": reason}
