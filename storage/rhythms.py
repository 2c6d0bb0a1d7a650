"""How it is stored when Maillon may write to somebody: what she chose, and her leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.notices import QUIET
from bot.domain.permissions import Role
from bot.domain.rhythms import Away, Leave, LeaveState, Rhythm
from storage import tables
from storage.queries.notices import quiet_of
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into
from storage.tables.base import Moment

_t, _leaves, _accounts = tables.rhythms, tables.leaves, tables.accounts
_ACCOUNT = sa.bindparam("account", type_=sa.Integer)
_GET = Prepared(sa.select(_t).where(own(_t), _t.c.account_id == _ACCOUNT))
_NEW = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=[column.name for column in _t.c if column.name != "id"],
)
_CHOSEN = ("week_day", "week_at", "no_week", "quiet_from", "quiet_to", "week_ends", "holidays")
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.account_id == _ACCOUNT)
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _CHOSEN})
)
_PLANNED = Prepared(
    sa.update(_t).where(own(_t), _t.c.account_id == _ACCOUNT).values(week_due=sa.bindparam("moment", type_=Moment, required=True))
)
_WITH_A_WEEK = (Role.ADMINISTRATOR, Role.COORDINATOR, Role.PILOT, Role.READER)
WEEKS_TO_PLAN = Prepared(
    sa.select(_accounts.c.territory_id, _accounts.c.id)
    .select_from(_accounts.outerjoin(_t, sa.and_(_t.c.territory_id == _accounts.c.territory_id, _t.c.account_id == _accounts.c.id)))
    .where(
        _accounts.c.role.in_(_WITH_A_WEEK),
        _accounts.c.telegram_id > 0,  # an account that was closed bears none
        sa.or_(
            _t.c.account_id.is_(None),
            sa.and_(_t.c.no_week.is_(sa.false()), sa.or_(_t.c.week_due.is_(None), _t.c.week_due <= sa.bindparam("moment", type_=Moment))),
        ),
    )
    .order_by(_accounts.c.id)
    .limit(200)
)
_COLUMNS = [column for column in _leaves.c if column.name != "territory_id"]
_KEPT = _leaves.c.state == LeaveState.KEPT
_ADD_LEAVE = insert_into(_leaves)
_LEAVE = sa.select(*_COLUMNS).where(own(_leaves))
_GET_LEAVE = Prepared(_LEAVE.where(_leaves.c.id == sa.bindparam("wanted")))
_LEAVE_OF_UPDATE = Prepared(_LEAVE.where(_leaves.c.update_id == sa.bindparam("wanted")))
_LAST_TOUCHED = Prepared(_LEAVE.where(_leaves.c.account_id == _ACCOUNT).order_by(_leaves.c.touched_at.desc(), _leaves.c.id.desc()).limit(1))
_SINCE = sa.bindparam("since", type_=sa.Date)
_OF_ACCOUNT = Prepared(
    _LEAVE.where(_leaves.c.account_id == _ACCOUNT, _KEPT, _leaves.c.last >= _SINCE).order_by(_leaves.c.first, _leaves.c.id)
)
_STANDING_IN = Prepared(
    _LEAVE.where(
        _leaves.c.stand_in_id == sa.bindparam("person"),
        _KEPT,
        _leaves.c.first <= sa.bindparam("day_of"),
        _leaves.c.last >= sa.bindparam("day_of"),
    )
)
_MOVED = ("first", "last", "stand_in_id", "stand_in_said", "candidates", "state", "touched_at")
_SAVE_LEAVE = Prepared(
    sa.update(_leaves)
    .where(own(_leaves), _leaves.c.id == sa.bindparam("wanted"))
    .values({name: sa.bindparam(f"new_{name}", type_=_leaves.c[name].type) for name in _MOVED})
)
_AWAY = Prepared(
    sa.select(_leaves.c.account_id, _leaves.c.first, _leaves.c.last).where(
        _leaves.c.account_id.in_(sa.bindparam("accounts", expanding=True)), _KEPT, _leaves.c.last >= _SINCE
    )
)


class SqlRhythms:
    """What the people of one territory chose, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, account_id: int) -> Rhythm:
        """What she chose; the usual where she chose nothing."""
        row = self._scope.one(_GET, account=account_id)
        if row is None:
            return Rhythm(account_id=account_id)
        chosen = {name: getattr(row, name) for name in ("week_day", "week_at", "no_week", "week_due")}
        return Rhythm(account_id=account_id, quiet=quiet_of(row), **chosen)

    def save(self, rhythm: Rhythm) -> None:
        """Writes what she chose."""
        self._begin(rhythm.account_id)
        quiet = rhythm.quiet
        hours = {
            "new_quiet_from": quiet.begins if quiet.begins != QUIET.begins else None,
            "new_quiet_to": quiet.ends if quiet.ends != QUIET.ends else None,
        }
        chosen = {f"new_{name}": getattr(rhythm, name) for name in ("week_day", "week_at", "no_week")}
        days = {"new_week_ends": quiet.week_ends, "new_holidays": quiet.holidays}
        self._scope.change(_SAVE, account=rhythm.account_id, **chosen, **hours, **days)

    def week_planned(self, account_id: int, due_at: datetime | None) -> None:
        """Up to when her point of the week is planned; None: it is to be worked out anew."""
        self._begin(account_id)
        self._scope.change(_PLANNED, account=account_id, moment=due_at)

    def _begin(self, account_id: int) -> None:
        usual = {"no_week": False, "week_ends": False, "holidays": False}
        self._scope.change(_NEW, territory_id=self._scope.territory_id, account_id=account_id, **usual)


class SqlLeaves:
    """Leaves of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, leave: Leave) -> Leave:
        """A new one (its `id` is ignored); the database refuses a second one of the same update."""
        values = {column.name: getattr(leave, column.name) for column in _COLUMNS if column.name != "id"}
        return replace(leave, id=self._scope.add(_ADD_LEAVE, **values))

    def get(self, leave_id: int) -> Leave | None:
        """A leave of this territory, whatever its state."""
        return _leave(self._scope.one(_GET_LEAVE, wanted=leave_id))

    def of_update(self, update_id: int) -> Leave | None:
        """The leave that this update made, if it was handled before."""
        return _leave(self._scope.one(_LEAVE_OF_UPDATE, wanted=update_id))

    def last_touched(self, account_id: int) -> Leave | None:
        """Her leave that was proposed or kept last, if it was not given up."""
        leave = _leave(self._scope.one(_LAST_TOUCHED, account=account_id))
        return leave if leave is not None and leave.state is not LeaveState.DROPPED else None

    def save(self, leave: Leave) -> Leave:
        """Writes its days, who stands in, and its state."""
        self._scope.change(_SAVE_LEAVE, wanted=leave.id, **{f"new_{name}": getattr(leave, name) for name in _MOVED})
        return leave

    def of_account(self, account_id: int, *, since: date) -> tuple[Leave, ...]:
        """Her leaves that are kept and not over on that day, the next one first."""
        return tuple(Leave(**row._asdict()) for row in self._scope.rows(_OF_ACCOUNT, account=account_id, since=since))

    def away(self, account_id: int, *, since: date) -> tuple[Away, ...]:
        """The days of these leaves."""
        return tuple(Away(first=leave.first, last=leave.last) for leave in self.of_account(account_id, since=since))

    def stood_in_by(self, person_id: int, *, on: date) -> tuple[Leave, ...]:
        """The leaves, kept, in which that person takes over on that day."""
        return tuple(Leave(**row._asdict()) for row in self._scope.rows(_STANDING_IN, person=person_id, day_of=on))


def _leave(row: Any) -> Leave | None:
    return None if row is None else Leave(**row._asdict())


def away(session: Session, accounts: Sequence[int], *, since: date) -> dict[int, tuple[Away, ...]]:
    """The leaves of those accounts, of whatever territory, that are not over on that day."""
    found: dict[int, tuple[Away, ...]] = {}
    for row in session.rows(_AWAY, accounts=list(accounts), since=since):
        found[row.account_id] = (*found.get(row.account_id, ()), Away(first=row.first, last=row.last))
    return found
