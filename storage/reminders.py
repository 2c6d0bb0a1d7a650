"""How reminders are stored, and which of them are to be planned anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from bot.domain.errors import ReminderMoved
from bot.domain.meetings import MeetingState
from bot.domain.notices import Due
from bot.domain.reminders import Anchor, Reminder, ReminderLine, ReminderState
from storage import tables
from storage.queries.notices import RUNG_SINCE
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables import DeliveryState

_t, _notices, _meetings = tables.reminders, tables.notices, tables.meetings
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_FIXED = ("id", "account_id", "version", "update_id")
_ACCOUNT = _t.c.account_id == sa.bindparam("account")
_WANTED = _t.c.id == sa.bindparam("wanted")
_select = sa.select(*_COLUMNS).where(own(_t))
_ADD = insert_into(_t)
_GET = Prepared(_select.where(_WANTED))
_OF_UPDATE = Prepared(_select.where(_t.c.update_id == sa.bindparam("wanted")))
_OF_ACTION = Prepared(_select.where(_ACCOUNT, _t.c.action_id == sa.bindparam("wanted")))
_SAVE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.version == sa.bindparam("seen"))
    .values({c.name: sa.bindparam(f"new_{c.name}", type_=c.type) for c in _COLUMNS if c.name not in _FIXED} | {"version": _t.c.version + 1})
)
_PLANNED = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED)
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in ("planned_to", "anchor_day", "anchor_starts")})
)
_OPEN = sa.or_(_t.c.state == ReminderState.PROPOSED, sa.and_(_t.c.state == ReminderState.ACTIVE, _t.c.asked.is_not(None)))
_ASKING = Prepared(_select.where(_ACCOUNT, _OPEN).order_by(_t.c.touched_at.desc(), _t.c.id.desc()).limit(1))
_LAST_KEPT = Prepared(
    _select.where(_ACCOUNT, _t.c.state == ReminderState.ACTIVE, _t.c.kept_at.is_not(None))
    .order_by(_t.c.kept_at.desc(), _t.c.id.desc())
    .limit(1)
)
_TOUCHED_LAST = Prepared(
    _select.where(_ACCOUNT, _t.c.state == ReminderState.ACTIVE, _t.c.kept_at.is_not(None))
    .order_by(_t.c.touched_at.desc(), _t.c.id.desc())
    .limit(1)
)


def _of_reminder(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return sa.and_(_notices.c.territory_id == _t.c.territory_id, _notices.c.reminder_id == _t.c.id, *conditions)


_NEXT = (
    sa.select(_notices.c.id)
    .where(_of_reminder(_notices.c.state.in_((DeliveryState.QUEUED, DeliveryState.CLAIMED, DeliveryState.SENDING))))
    .order_by(_notices.c.due_at, _notices.c.id)
    .limit(1)
    .correlate(_t)
    .scalar_subquery()
)


def _any_of(*states: DeliveryState) -> sa.ColumnElement[bool]:
    return sa.exists().where(_of_reminder(_notices.c.answer.is_(None), _notices.c.state.in_(states), ~RUNG_SINCE)).correlate(_t)


_soon = _notices.alias("soon")
_missed, _uncertain = _any_of(DeliveryState.MISSED, DeliveryState.FAILED), _any_of(DeliveryState.UNCERTAIN)
_rung = _any_of(DeliveryState.SENT)
_LINES = Prepared(
    sa.select(
        *_COLUMNS,
        *[_soon.c[name].label(f"next_{name}") for name in ("on", "at", "zone", "due_at", "until", "loud")],
        _missed.label("missed"),
        _uncertain.label("uncertain"),
        _rung.label("rung"),
    )
    .select_from(_t.outerjoin(_soon, sa.and_(_soon.c.territory_id == _t.c.territory_id, _soon.c.id == _NEXT)))
    .where(own(_t), _ACCOUNT, _t.c.state == ReminderState.ACTIVE)
    .order_by(sa.or_(_missed, _uncertain).desc(), _soon.c.due_at.is_(None), _soon.c.due_at, _t.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .offset(sa.bindparam("skipped", type_=sa.Integer))
)
_WAITING = sa.and_(_meetings.c.state == MeetingState.PLANNED, _meetings.c.became.is_(None))
_TOOK_PLACE = _meetings.c.state.in_((MeetingState.PLANNED, MeetingState.HELD))  # what rings once after a meeting follows it once it is told
_SOONEST = (_meetings.c.day, _meetings.c.starts.is_(None), _meetings.c.starts, _meetings.c.id)
_BEGUN_STATES = _notices.c.state.not_in((DeliveryState.QUEUED, DeliveryState.CANCELLED))


def _untold(reminder: sa.ColumnElement[int] | sa.BindParameter[int]) -> sa.ColumnElement[bool]:
    """Whether that reminder has not rung for the meeting: of each meeting the turn is its id, of the next one alone it is 0."""
    same = sa.and_(
        _notices.c.territory_id == _meetings.c.territory_id, _notices.c.reminder_id == reminder, _notices.c.turn == _meetings.c.id
    )
    return ~sa.exists().where(same, _BEGUN_STATES).correlate(_t, _meetings)


_NEXT_MEETING = Prepared(
    sa.select(_meetings.c.id.label("meeting_id"), _meetings.c.day, _meetings.c.starts, _meetings.c.ends)
    .where(
        own(_meetings),
        sa.or_(_WAITING, sa.and_(sa.bindparam("after", type_=sa.Boolean), _TOOK_PLACE)),
        _meetings.c.group_id == sa.bindparam("group"),
        _meetings.c.day >= sa.bindparam("since"),
        _untold(sa.bindparam("reminder", type_=sa.Integer)),
    )
    .order_by(*_SOONEST)
    .limit(1)
)
_ITS_MEETING = (
    sa.select(_meetings.c.id)
    .where(
        _meetings.c.territory_id == _t.c.territory_id,
        sa.or_(_WAITING, sa.and_(_t.c.before <= 0, _t.c.recurrence.is_(None), _TOOK_PLACE)),
        _meetings.c.group_id == _t.c.group_id,
        _meetings.c.day >= _t.c.day,
        _untold(_t.c.id),
    )
    .order_by(*_SOONEST)
    .limit(1)
    .correlate(_t)
    .scalar_subquery()
)
_BEGUN = sa.exists().where(_of_reminder(_BEGUN_STATES)).correlate(_t)  # it has rung: a meeting that moves now is told by the meeting itself
_nearest = _meetings.alias("nearest")
SERIES_TO_PLAN = Prepared(
    sa.select(_t.c.territory_id, _t.c.id)
    .where(
        _t.c.state == sa.literal_column("'active'"),  # written out: a partial index
        _t.c.recurrence.is_not(None),
        _t.c.planned_to <= sa.bindparam("moment", type_=_t.c.planned_to.type),
    )
    .order_by(_t.c.planned_to)
    .limit(100)
)
ADRIFT = Prepared(
    sa.select(_t.c.territory_id, _t.c.id)
    .select_from(_t.outerjoin(_nearest, sa.and_(_nearest.c.territory_id == _t.c.territory_id, _nearest.c.id == _ITS_MEETING)))
    .where(
        _t.c.state == sa.literal_column("'active'"),
        _t.c.before.is_not(None),
        sa.or_(_nearest.c.day.is_distinct_from(_t.c.anchor_day), _nearest.c.starts.is_distinct_from(_t.c.anchor_starts)),
        sa.or_(_t.c.recurrence.is_not(None), ~_BEGUN),
    )
    .limit(100)
)


class SqlReminders:
    """Reminders of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, reminder: Reminder) -> Reminder:
        """A new one, version 1; the database refuses a second one of the same update, or of the same action for the same person."""
        values = {column.name: getattr(reminder, column.name) for column in _COLUMNS if column.name != "id"} | {"version": 1}
        return replace(reminder, id=self._scope.add(_ADD, **values), version=1)

    def get(self, reminder_id: int) -> Reminder | None:
        """A reminder of this territory, whatever its state."""
        return _reminder(self._scope.one(_GET, wanted=reminder_id))

    def of_update(self, update_id: int) -> Reminder | None:
        """The reminder that this update made, if it was handled before."""
        return _reminder(self._scope.one(_OF_UPDATE, wanted=update_id))

    def of_action(self, action_id: int, account_id: int) -> Reminder | None:
        """Her reminder about that action, whatever its state."""
        return _reminder(self._scope.one(_OF_ACTION, wanted=action_id, account=account_id))

    def save(self, reminder: Reminder) -> Reminder:
        """Writes every field where the stored version is still `reminder.version`; returns it with version + 1. Raises ReminderMoved."""
        values = {f"new_{c.name}": getattr(reminder, c.name) for c in _COLUMNS if c.name not in _FIXED}
        if self._scope.change(_SAVE, wanted=reminder.id, seen=reminder.version, **values) != 1:
            raise ReminderMoved
        return replace(reminder, version=reminder.version + 1)

    def asking(self, account_id: int) -> Reminder | None:
        """The one of hers, touched last, whose card stands open or asks something."""
        return _reminder(self._scope.one(_ASKING, account=account_id))

    def last_kept_by(self, account_id: int) -> Reminder | None:
        """The one that she kept last and that is still to come."""
        return _reminder(self._scope.one(_LAST_KEPT, account=account_id))

    def touched_last(self, account_id: int) -> Reminder | None:
        """The one of those that she kept, still to come, which she kept or changed last."""
        return _reminder(self._scope.one(_TOUCHED_LAST, account=account_id))

    def lines(self, account_id: int, *, limit: int, offset: int = 0) -> tuple[ReminderLine, ...]:
        """Her reminders that are kept and not over, those that ring next first; those that did not reach her for sure before all."""
        return tuple(_line(row) for row in self._scope.rows(_LINES, account=account_id, most=limit, skipped=offset))

    def next_meeting(self, reminder: Reminder) -> Anchor | None:
        """The planned meeting of its group that a reminder counts back from now."""
        after = reminder.before is not None and reminder.before <= 0 and reminder.recurrence is None
        row = self._scope.one(_NEXT_MEETING, group=reminder.group_id, since=reminder.day, reminder=reminder.id, after=after)
        return None if row is None else Anchor(**row._asdict())

    def planned(self, reminder: Reminder) -> None:
        """Writes `planned_to` and the anchor, which no card shows: the version stays."""
        values = {f"new_{name}": getattr(reminder, name) for name in ("planned_to", "anchor_day", "anchor_starts")}
        self._scope.change(_PLANNED, wanted=reminder.id, **values)


def _reminder(row: Any) -> Reminder | None:
    return None if row is None else Reminder(**row._asdict())


def _line(row: Any) -> ReminderLine:
    values = row._asdict()
    reminder = Reminder(**{column.name: values[column.name] for column in _COLUMNS})
    due = {name: values[f"next_{name}"] for name in ("on", "at", "zone", "due_at", "until", "loud")}
    following = Due(**due) if due["on"] is not None else None
    return ReminderLine(reminder=reminder, next=following, missed=bool(row.missed), uncertain=bool(row.uncertain), rung=bool(row.rung))
