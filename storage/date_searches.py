"""How date searches and what was answered are stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.date_searches import DateAnswer, DateSearch, SearchState
from bot.domain.errors import DateSearchMoved
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables.base import Moment

_t, _answers = tables.date_searches, tables.date_answers
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_FIXED = ("id", "account_id", "version", "update_id", "message_id")
_WANTED = _t.c.id == sa.bindparam("wanted")
_STATE = _t.c.state == sa.bindparam("state_is", type_=_t.c.state.type)
_select = sa.select(*_COLUMNS).where(own(_t))
_NEWEST = (_t.c.touched_at.desc(), _t.c.id.desc())
_ADD = insert_into(_t)
_GET = Prepared(_select.where(_WANTED))
_OF_UPDATE = Prepared(_select.where(_t.c.update_id == sa.bindparam("wanted")))
_OF_PLAN = Prepared(_select.where(_t.c.plan_id == sa.bindparam("wanted")))
_OF_ACCOUNT = Prepared(_select.where(_t.c.account_id == sa.bindparam("account"), _STATE).order_by(*_NEWEST))
_OF_GROUPS = Prepared(_select.where(_t.c.group_id.in_(sa.bindparam("group_ids", expanding=True)), _STATE).order_by(*_NEWEST))
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.version == sa.bindparam("seen"))
    .values({c.name: sa.bindparam(f"new_{c.name}", type_=c.type) for c in _COLUMNS if c.name not in _FIXED} | {"version": _t.c.version + 1})
)
_SHOWN_IN = Prepared(sa.update(_t).where(own(_t), _WANTED).values(message_id=sa.bindparam("message", type_=sa.Integer)))
_ANSWER_COLUMNS = [column for column in _answers.c if column.name != "territory_id"]
_ANSWER = insert_into(_answers)
_OF_SEARCH = Prepared(
    sa.select(*_ANSWER_COLUMNS).where(own(_answers), _answers.c.search_id == sa.bindparam("search")).order_by(_answers.c.id)
)
_TAKE_BACK = Prepared(
    sa.update(_answers)
    .where(
        own(_answers),
        _answers.c.search_id == sa.bindparam("search"),
        _answers.c.update_id == sa.bindparam("wanted"),
        _answers.c.undone_at.is_(None),
    )
    .values(undone_at=sa.bindparam("moment", type_=Moment))
)


class SqlDateSearches:
    """Date searches of one territory, in one transaction; see `bot.ports.DateSearches`."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, search: DateSearch) -> DateSearch:
        """A new one, version 1; the database refuses a second one of the same update."""
        values = {column.name: getattr(search, column.name) for column in _COLUMNS if column.name != "id"} | {"version": 1}
        return replace(search, id=self._scope.add(_ADD, **values), version=1)

    def get(self, search_id: int) -> DateSearch | None:
        """A date search of this territory, whatever its state."""
        return _search(self._scope.one(_GET, wanted=search_id))

    def of_update(self, update_id: int) -> DateSearch | None:
        """The one that this update made, if it was handled before."""
        return _search(self._scope.one(_OF_UPDATE, wanted=update_id))

    def of_plan(self, plan_id: int) -> DateSearch | None:
        """The one whose date became that plan."""
        return _search(self._scope.one(_OF_PLAN, wanted=plan_id))

    def save(self, search: DateSearch) -> DateSearch:
        """Writes it where the stored version is still `search.version`; returns it with version + 1. Raises DateSearchMoved."""
        values = {f"new_{c.name}": getattr(search, c.name) for c in _COLUMNS if c.name not in _FIXED}
        if self._scope.change(_SAVE, wanted=search.id, seen=search.version, **values) != 1:
            raise DateSearchMoved
        return replace(search, version=search.version + 1)

    def shown_in(self, search_id: int, message_id: int | None) -> None:
        """Its counts stand in that message of who asks (None: something else stands there now); no new version."""
        self._scope.change(_SHOWN_IN, wanted=search_id, message=message_id)

    def of_account(self, account_id: int, state: SearchState) -> tuple[DateSearch, ...]:
        """Hers in that state, the newest first."""
        return _searches(self._scope.rows(_OF_ACCOUNT, account=account_id, state_is=state))

    def of_groups(self, group_ids: Sequence[int], state: SearchState) -> tuple[DateSearch, ...]:
        """Those of these groups in that state, the newest first."""
        return _searches(self._scope.rows(_OF_GROUPS, group_ids=list(group_ids), state_is=state)) if group_ids else ()

    def answer(self, answers: Sequence[DateAnswer]) -> None:
        """Keeps what one message or tap told."""
        for answer in answers:
            self._scope.add(_ANSWER, **{c.name: getattr(answer, c.name) for c in _ANSWER_COLUMNS if c.name != "id"})

    def answers(self, search_id: int) -> tuple[DateAnswer, ...]:
        """All that was told of it, oldest first, taken back or not."""
        return tuple(DateAnswer(**row._asdict()) for row in self._scope.rows(_OF_SEARCH, search=search_id))

    def take_back(self, search_id: int, update_id: int, *, now: datetime) -> bool:
        """Whether this call took back what that message told."""
        return self._scope.change(_TAKE_BACK, search=search_id, wanted=update_id, moment=now) > 0


def _search(row: Any) -> DateSearch | None:
    return None if row is None else DateSearch(**row._asdict())


def _searches(rows: Sequence[Any]) -> tuple[DateSearch, ...]:
    return tuple(DateSearch(**row._asdict()) for row in rows)
