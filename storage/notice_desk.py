"""How what is due is claimed by one conditional UPDATE and followed to its end, and what is to be planned next."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from bot.domain.notices import Notice
from bot.ports import Mark, OutboxKind, Step
from storage import leads, reminders, rhythms, tables
from storage.engine import Engines
from storage.leaving import MOMENT, after_a_crash, steps, wanted
from storage.queries import asking
from storage.queries.notices import NOTICES, notice_of
from storage.statements import Prepared, Session
from storage.tables import DeliveryState

_t = tables.notices
ASKED_FOR = timedelta(days=14)  # how far back meetings are asked about: five working days and the longest bridge between them
LONG_AGO = timedelta(days=40)  # a leave that ended before has no notice waiting for its end any more
_IS_DUE = sa.and_(_t.c.state == sa.literal_column("'queued'"), _t.c.due_at <= MOMENT)  # written out: a partial index
_ANY_DUE = Prepared(sa.select(_t.c.id).where(_IS_DUE).limit(1))
_first = _t.alias("first")


def _listed() -> dict[str, sa.Select[Any]]:
    """The ids of the list `ids`, which goes to and fro as one text: SQLite hands the interpreter over at each row that it tells."""
    text = sa.bindparam("ids", type_=sa.Text)
    items = {"sqlite": sa.func.json_each(text), "postgresql": sa.func.json_array_elements_text(sa.cast(text, sa.JSON))}
    return {name: sa.select(sa.cast(item.table_valued("value", name="listed").c.value, sa.Integer)) for name, item in items.items()}


_LISTED = _listed()


def _among(column: sa.ColumnElement[Any], ids: Mapping[str, sa.Select[Any]]) -> dict[str, sa.ColumnElement[bool]]:
    """Whether a column holds one of those; as an array on PostgreSQL, which else reads the whole table for a list of unknown length."""
    listed = sa.func.array(ids["postgresql"].scalar_subquery(), type_=postgresql.ARRAY(sa.Integer))
    return {"sqlite": column.in_(ids["sqlite"]), "postgresql": column == sa.any_(listed)}


_OF_THE_LIST = _among(_t.c.id, _LISTED)


def _due_list(chosen: Mapping[str, sa.Select[Any]]) -> Prepared:
    """The list of those due; on PostgreSQL it passes over the rows that another process is taking, and keeps it from taking these."""
    due = chosen["sqlite"].subquery("due")
    locked = chosen["postgresql"].with_for_update(skip_locked=True, of=_t).cte("due").prefix_with("MATERIALIZED")
    as_json = sa.func.coalesce(sa.func.json_agg(locked.c.id), sa.literal_column("'[]'", sa.JSON))
    return Prepared(
        {
            "sqlite": sa.select(sa.func.json_group_array(due.c.id).label("ids")),
            "postgresql": sa.select(sa.cast(as_json, sa.Text).label("ids")),
        }
    )


_DUE = sa.select(_t.c.id).where(_IS_DUE).limit(sa.bindparam("most", type_=sa.Integer))
_OLDEST = _due_list(dict.fromkeys(_LISTED, _DUE.order_by(_t.c.due_at, _t.c.account_id, _t.c.id)))
_THEIRS = {name: sa.select(_first.c.account_id).where(of) for name, of in _among(_first.c.id, _LISTED).items()}
_TOGETHER = _due_list({name: _DUE.where(of) for name, of in _among(_t.c.account_id, _THEIRS).items()})
_CLAIM = Prepared(
    {
        name: sa.update(_t)
        .where(of, _t.c.state == DeliveryState.QUEUED)
        .values(state=DeliveryState.CLAIMED, attempts=_t.c.attempts + 1, changed_at=MOMENT)
        for name, of in _OF_THE_LIST.items()
    }
)
_IN_ORDER = NOTICES.order_by(_t.c.account_id, _t.c.due_at, _t.c.id)
_NOTICES = Prepared({name: _IN_ORDER.where(of) for name, of in _OF_THE_LIST.items()}, as_text=True)
_PICTURE = Prepared(
    tables.outbox.insert().from_select(
        ["territory_id", "kind", "chat_id", "subject_id", "state", "due_at", "attempts", "queued_at", "changed_at"],
        sa.select(
            _t.c.territory_id,
            sa.literal(OutboxKind.WEEK_PICTURE, tables.outbox.c.kind.type),
            tables.accounts.c.chat_id,
            _t.c.account_id,
            sa.literal(DeliveryState.QUEUED, tables.outbox.c.state.type),
            MOMENT,
            sa.literal(0, sa.Integer),
            MOMENT,
            MOMENT,
        )
        .select_from(
            _t.join(
                tables.accounts,
                sa.and_(tables.accounts.c.territory_id == _t.c.territory_id, tables.accounts.c.id == _t.c.account_id),
            )
        )
        .where(_t.c.id == sa.bindparam("wanted"), _t.c.state == DeliveryState.SENT),
    )
)
_STEPS = steps(_t)
_STEPS_TOLD = steps(_t, _t.c.id)
_AFTER_A_CRASH = after_a_crash(_t, _t.c.id)
Take = Callable[[Session, Sequence[Mark], datetime], set[int]]


class SqlNoticeDesk:
    """The notices of all territories, as the job that sends them sees them; each call writes in one transaction."""

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
            ids = session.one(_OLDEST, moment=now, most=limit).ids
            ids = session.one(_TOGETHER, ids=ids, moment=now, most=2 * limit).ids
            session.change(_CLAIM, ids=ids, moment=now)
        with self._engines.read() as connection:  # they are ours now: whoever marks others need not wait meanwhile
            session = Session(connection)
            found = session.rows(_NOTICES, ids=ids)
            accounts = sorted({row.account_id for row in found})
            away = rhythms.away(session, accounts, since=now.date() - LONG_AGO) if accounts else {}
        return tuple([notice_of(row, away.get(row.account_id, ())) for row in found])

    def mark(self, marks: Sequence[Mark], *, now: datetime) -> tuple[bool, ...]:
        """Takes these steps, one a notice; False for what was withdrawn, or taken by another process, in between.

        Only SENDING must outlive a power cut: without it the same would be sent again; without the others it is but uncertain.
        """
        try:
            return self._mark(marks, _take_all, now)
        except _NotAll:  # rolled back; which of them is asked only then
            return self._mark(marks, _take_some, now)

    def _mark(self, marks: Sequence[Mark], take: Take, now: datetime) -> tuple[bool, ...]:
        durable = any(mark.step is Step.SENDING for mark in marks)
        with self._engines.write(durable=durable) as connection:
            session = Session(connection)
            taken = take(session, marks, now)
            for mark in marks:
                if mark.pictured and mark.notice_id in taken:  # killed before, she hears that the words may have left; after, it is queued
                    session.change(_PICTURE, wanted=mark.notice_id, moment=now)
        return tuple([mark.notice_id in taken for mark in marks])

    def recover(self, *, now: datetime) -> tuple[Notice, ...]:
        """After a crash: what was claimed is due again; what may have left becomes uncertain and is returned."""
        with self._engines.write() as connection:
            session = Session(connection)
            session.change(_AFTER_A_CRASH["give_back"], moment=now)
            doubtful = [row.id for row in session.rows(_AFTER_A_CRASH["doubt"], moment=now)]
            return tuple(notice_of(row) for row in session.rows(_NOTICES, ids=json.dumps(doubtful)))

    def to_plan(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Series whose last planned time is past, and reminders whose meeting has moved: (territory id, reminder id)."""
        with self._engines.read() as connection:
            session = Session(connection)
            found = [*session.rows(reminders.SERIES_TO_PLAN, moment=now), *session.rows(reminders.ADRIFT)]
        return tuple((row.territory_id, row.id) for row in found)

    def meetings_to_ask(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Meetings of the last days about which somebody who joined may have to be asked: (territory id, meeting id)."""
        first, last = now.date() - ASKED_FOR, now.date() + timedelta(days=1)
        with self._engines.read() as connection:
            found = Session(connection).rows(asking.MEETINGS_TO_ASK, first=first, last=last)
        return tuple((row.territory_id, row.id) for row in found)

    def meetings_ahead(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Planned meetings of groups whose pilots hear of them beforehand, as far as these are near: (territory id, meeting id)."""
        with self._engines.read() as connection:
            return leads.meetings_ahead(Session(connection), today=now.date())

    def weeks_to_plan(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Those whose next point of the week is to be planned: (territory id, account id)."""
        with self._engines.read() as connection:
            found = Session(connection).rows(rhythms.WEEKS_TO_PLAN, moment=now)
        return tuple((row.territory_id, row.id) for row in found)


class _NotAll(Exception):
    """Some notice is not any more where its step begins."""


def _take_all(session: Session, marks: Sequence[Mark], now: datetime) -> set[int]:
    """The ids of all these notices, whose steps were taken. Raises _NotAll."""
    for (step, at, reason), messages in _alike(marks):
        if session.change(_STEPS[step.value], wanted=wanted(messages), moment=at or now, why=reason) < len(messages):
            raise _NotAll
    return {mark.notice_id for mark in marks}


def _take_some(session: Session, marks: Sequence[Mark], now: datetime) -> set[int]:
    """The ids of the notices whose step was still to be taken."""
    taken: set[int] = set()
    for (step, at, reason), messages in _alike(marks):
        found = session.rows(_STEPS_TOLD[step.value], wanted=wanted(messages), moment=at or now, why=reason)
        taken.update(row.id for row in found)
    return taken


def _alike(marks: Sequence[Mark]) -> Iterable[tuple[tuple[Step, datetime | None, str | None], dict[int, int | None]]]:
    """The messages of the notices that take the same step: one UPDATE for all of them."""
    alike: dict[tuple[Step, datetime | None, str | None], dict[int, int | None]] = defaultdict(dict)
    for mark in marks:
        alike[mark.step, mark.at, mark.reason][mark.notice_id] = mark.message_id
    return alike.items()
