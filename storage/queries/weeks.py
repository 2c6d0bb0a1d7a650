"""What a week was in figures, and which meetings, actions, groups and structures wait for somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState
from bot.domain.decisions import ActionStatus
from bot.domain.meetings import MeetingLine, MeetingState
from bot.domain.minutes import UNSENT
from bot.domain.notices import NoticeKind
from bot.domain.reminders import ReminderState
from bot.domain.weeks import DueAction, Figures, Hers, Unseen
from storage import tables
from storage.queries.asking import REFUSED, SOMEBODY
from storage.queries.meetings import HELD, LINES, line_of
from storage.queries.notices import LACKS_ATTENDANCE, LOST, RUNG_SINCE, SEEN
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.tables import DeliveryState

_t, _attendance, _hours, _groups = tables.meetings, tables.attendance, tables.contributions, tables.groups
_actions, _bearers, _people, _structures, _notices = tables.actions, tables.bearers, tables.people, tables.structures, tables.notices
_FIRST, _LAST = sa.bindparam("first", type_=sa.Date), sa.bindparam("last", type_=sa.Date)
_GROUP_IDS: sa.BindParameter[Any] = sa.bindparam("group_ids", expanding=True)
_CAME = (
    sa.select(sa.func.coalesce(sa.func.sum(_attendance.c.count), 0))
    .where(
        _attendance.c.territory_id == _t.c.territory_id,
        _attendance.c.meeting_id == _t.c.id,
        _attendance.c.state == AttendanceState.PRESENT,
        sa.or_(~_t.c.author_present, _attendance.c.person_id.is_distinct_from(_t.c.author_id)),
    )
    .correlate(_t)
    .scalar_subquery()
) + sa.case((sa.and_(_t.c.author_present, _t.c.author_id.is_not(None)), 1), else_=0)
_PRESENT = sa.case((LACKS_ATTENDANCE, 0), (_t.c.headcount > _CAME, _t.c.headcount), else_=_CAME)  # as `people_present`
_BETWEEN = (_t.c.day >= _FIRST, _t.c.day <= _LAST)
_UNTOLD = (_t.c.state == MeetingState.PLANNED, _t.c.became.is_(None), ~REFUSED, *_BETWEEN)
_UNSENT = (HELD, _t.c.minutes_state.in_(sorted(UNSENT)), *_BETWEEN)


_HERS = sa.or_(_t.c.author_id == sa.bindparam("person"), _t.c.group_id.in_(_GROUP_IDS))
_BORNE = sa.exists().where(
    _bearers.c.territory_id == _actions.c.territory_id,
    _bearers.c.action_id == _actions.c.id,
    _bearers.c.person_id == sa.bindparam("person"),
)


@cache
def _sums(name: str, *, narrow: bool) -> Prepared:
    """The query of that name, for some groups or for all."""
    met = sa.select(sa.func.count().label("meetings"), sa.func.coalesce(sa.func.sum(_PRESENT), 0).label("came"))
    spent = sa.select(_hours.c.nature, sa.func.sum(_hours.c.minutes * _hours.c.count).label("minutes"))
    queries: dict[str, tuple[Any, sa.ColumnElement[Any]]] = {
        "met": (met.select_from(_t).where(own(_t), HELD, *_BETWEEN), _t.c.group_id),
        "spent": (
            spent.where(own(_hours), _hours.c.day >= _FIRST, _hours.c.day <= _LAST).group_by(_hours.c.nature),
            _hours.c.group_id,
        ),
        "axes": (_BY_AXIS, _hours.c.group_id),
        "quiet": (_QUIET_GROUPS, _groups.c.id),
    }
    statement, column = queries[name]
    return Prepared(statement.where(column.in_(_GROUP_IDS)) if narrow else statement)


_AXIS = sa.func.coalesce(_hours.c.axis, _groups.c.axis)
_BY_AXIS = (
    sa.select(_AXIS.label("axis"), sa.func.sum(_hours.c.minutes * _hours.c.count).label("minutes"))
    .select_from(_hours.outerjoin(_groups, sa.and_(_groups.c.territory_id == _hours.c.territory_id, _groups.c.id == _hours.c.group_id)))
    .where(own(_hours), _hours.c.day >= _FIRST, _hours.c.day <= _LAST)
    .group_by(_AXIS)
)
_AXES = Prepared(
    sa.select(tables.axes.c.number, tables.axes.c.name)
    .where(own(tables.axes))
    .order_by(tables.axes.c.until.is_(None), tables.axes.c.until, tables.axes.c.id)
)
_NEWEST = LINES.order_by(_t.c.day.desc(), _t.c.starts.is_(None), _t.c.starts.desc(), _t.c.id.desc())
_LISTED = {
    "untold": Prepared(_NEWEST.where(*_UNTOLD, _HERS)),
    "untold_by_anybody": Prepared(_NEWEST.where(*_UNTOLD, sa.or_(_HERS, ~SOMEBODY))),
    "unsent": Prepared(_NEWEST.where(*_UNSENT, _HERS)),
}
_OPEN_ACTIONS = (
    sa.select(_actions.c.id, _actions.c.text, _actions.c.due, sa.func.coalesce(_groups.c.name, _t.c.title).label("label"))
    .select_from(
        _actions.join(_t, sa.and_(_t.c.territory_id == _actions.c.territory_id, _t.c.id == _actions.c.meeting_id)).outerjoin(
            _groups, sa.and_(_groups.c.territory_id == _t.c.territory_id, _groups.c.id == _t.c.group_id)
        )
    )
    .where(own(_actions), _actions.c.status == ActionStatus.OPEN, sa.or_(_HERS, _BORNE))
    .order_by(_actions.c.due.is_(None), _actions.c.due, _actions.c.id)
)
_ALL_OPEN = Prepared(_OPEN_ACTIONS)
_DUE_ACTIONS = Prepared(_OPEN_ACTIONS.where(_actions.c.due >= _FIRST, _actions.c.due <= _LAST))
_WHO = Prepared(
    sa.select(_bearers.c.action_id, _bearers.c.said, _people.c.first_name, _people.c.last_name, _structures.c.name)
    .select_from(
        _bearers.outerjoin(
            _people, sa.and_(_people.c.territory_id == _bearers.c.territory_id, _people.c.id == _bearers.c.person_id)
        ).outerjoin(
            _structures, sa.and_(_structures.c.territory_id == _bearers.c.territory_id, _structures.c.id == _bearers.c.structure_id)
        )
    )
    .where(own(_bearers), _bearers.c.action_id.in_(sa.bindparam("actions", expanding=True)))
    .order_by(_bearers.c.action_id, _bearers.c.position)
)
_LAST_MET = sa.func.max(sa.case((_t.c.state == MeetingState.HELD, _t.c.day)))
_TO_COME = sa.func.max(sa.case((sa.and_(_t.c.state == MeetingState.PLANNED, _t.c.became.is_(None)), _t.c.day)))
_QUIET_GROUPS = (
    sa.select(_groups.c.name, _LAST_MET.label("since"))
    .select_from(_groups.join(_t, sa.and_(_t.c.territory_id == _groups.c.territory_id, _t.c.group_id == _groups.c.id)))
    .where(own(_groups))
    .group_by(_groups.c.id, _groups.c.name)
    .having(_LAST_MET < _FIRST, sa.or_(_TO_COME.is_(None), _TO_COME < _LAST))
    .order_by(_LAST_MET, _groups.c.name)
)
_HOUSE = sa.func.coalesce(_attendance.c.structure_id, tables.mandates.c.structure_id)
_SEEN = (
    sa.select(_HOUSE.label("structure_id"), _t.c.id.label("meeting_id"), _t.c.day)
    .select_from(
        _attendance.join(_t, sa.and_(_t.c.territory_id == _attendance.c.territory_id, _t.c.id == _attendance.c.meeting_id)).outerjoin(
            tables.mandates,
            sa.and_(
                tables.mandates.c.territory_id == _attendance.c.territory_id,
                tables.mandates.c.person_id == _attendance.c.person_id,
                tables.mandates.c.main.is_(sa.true()),
                tables.mandates.c.until.is_(None),
            ),
        )
    )
    .where(own(_attendance), HELD, _attendance.c.state == AttendanceState.PRESENT, _t.c.day >= _FIRST)
    .subquery()
)
_LOST = Prepared(
    sa.select(_structures.c.name, sa.func.max(_SEEN.c.day).label("since"))
    .select_from(_SEEN.join(_structures, _structures.c.id == _SEEN.c.structure_id))
    .where(own(_structures))
    .group_by(_structures.c.id, _structures.c.name)
    .having(
        sa.func.max(_SEEN.c.day) < sa.bindparam("since", type_=sa.Date),
        sa.func.count(_SEEN.c.meeting_id.distinct()) >= sa.bindparam("times", type_=sa.Integer),
    )
    .order_by(sa.func.max(_SEEN.c.day), _structures.c.name)
)
_told = _notices.alias("told")
_IN_A_POINT = (
    sa.exists()
    .where(
        _told.c.territory_id == _notices.c.territory_id,
        _told.c.account_id == _notices.c.account_id,
        _told.c.kind == NoticeKind.WEEK,
        _told.c.state == DeliveryState.SENT,
        _told.c.changed_at >= _notices.c.changed_at,
    )
    .correlate(_notices)
)
_MISSED = (
    sa.select(sa.func.count(_notices.c.reminder_id.distinct()).label("many"))
    .select_from(_notices.join(tables.reminders, tables.reminders.c.id == _notices.c.reminder_id))
    .where(
        own(_notices),
        own(tables.reminders),
        tables.reminders.c.state == ReminderState.ACTIVE,
        _notices.c.account_id == sa.bindparam("account"),
        _notices.c.kind == NoticeKind.REMINDER,
        _notices.c.answer.is_(None),
        _notices.c.state.in_(LOST),
        _notices.c.reason.is_distinct_from(SEEN),
        ~RUNG_SINCE,
    )
)
_ALL_MISSED, _NEWLY_MISSED = Prepared(_MISSED), Prepared(_MISSED.where(~_IN_A_POINT))
_WANTED = sa.bindparam("wanted", type_=sa.Integer)
_CLOSE = {
    done: Prepared(
        sa.update(_actions)
        .where(own(_actions), _actions.c.id == _WANTED, _actions.c.status == (ActionStatus.OPEN if done else ActionStatus.DONE))
        .values(status=ActionStatus.DONE if done else ActionStatus.OPEN)
        .returning(_actions.c.meeting_id)
    )
    for done in (True, False)
}


class SqlWeeks:
    """Sums and lists of one territory, in one transaction; see `bot.ports.Weeks`."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def _rows(self, name: str, groups: Sequence[int] | None, **values: Any) -> list[Any]:
        ids = {} if groups is None else {"group_ids": list(groups)}
        return self._scope.rows(_sums(name, narrow=groups is not None), **values, **ids)

    def figures(self, first: date, last: date, *, groups: Sequence[int] | None) -> Figures:
        """What was kept between two days, both included."""
        met = self._rows("met", groups, first=first, last=last)[0]
        spent = [(row.nature, int(row.minutes)) for row in self._rows("spent", groups, first=first, last=last)]
        return Figures(
            meetings=int(met.meetings), came=int(met.came), minutes=tuple(sorted(spent, key=lambda pair: (-pair[1], str(pair[0]))))
        )

    def by_axis(self, first: date, last: date, *, groups: Sequence[int] | None) -> Mapping[int | None, int]:
        """Minutes given between two days, both included, by the number of their axis (None: of none)."""
        return {row.axis: int(row.minutes) for row in self._rows("axes", groups, first=first, last=last)}

    def axis_names(self) -> Mapping[int, str]:
        """What the axes are called, by their numbers: as they are now, or were last."""
        return {row.number: row.name for row in self._scope.rows(_AXES)}

    def untold(self, first: date, last: date, *, hers: Hers, orphans: bool) -> tuple[MeetingLine, ...]:
        """Planned meetings of these days of which nothing was told, the newest first; `orphans`: also those about which nobody is asked."""
        return self._lines("untold_by_anybody" if orphans else "untold", first, last, hers)

    def unsent(self, first: date, last: date, *, hers: Hers) -> tuple[MeetingLine, ...]:
        """Held meetings of these days whose minutes were not sent out, the newest first."""
        return self._lines("unsent", first, last, hers)

    def _lines(self, name: str, first: date, last: date, hers: Hers) -> tuple[MeetingLine, ...]:
        found = self._scope.rows(_LISTED[name], first=first, last=last, person=hers.person_id, group_ids=list(hers.groups))
        return tuple(line_of(row) for row in found)

    def actions(self, first: date, last: date, *, hers: Hers) -> tuple[DueAction, ...]:
        """Open actions due between two days, both included, that she bears or that her meetings decided, the soonest first."""
        return self._borne(self._scope.rows(_DUE_ACTIONS, first=first, last=last, person=hers.person_id, group_ids=list(hers.groups)))

    def open_actions(self, *, hers: Hers) -> tuple[DueAction, ...]:
        """Those of hers that are open, whatever their day: the soonest first, those without a day last."""
        return self._borne(self._scope.rows(_ALL_OPEN, person=hers.person_id, group_ids=list(hers.groups)))

    def _borne(self, found: Sequence[Any]) -> tuple[DueAction, ...]:
        """These actions, with their bearers."""
        who: dict[int, tuple[str, ...]] = {}
        for row in self._scope.rows(_WHO, actions=[row.id for row in found]) if found else []:
            person = f"{row.first_name or ''} {row.last_name or ''}".strip()
            who[row.action_id] = (*who.get(row.action_id, ()), person or row.name or row.said or "")
        return tuple(DueAction(id=r.id, text=r.text, due=r.due, label=r.label or "", bearers=who.get(r.id, ())) for r in found)

    def quiet_groups(self, since: date, *, today: date, groups: Sequence[int] | None) -> tuple[Unseen, ...]:
        """Groups that met before that day, not since, and have no date to come; the longest silence first."""
        return tuple(Unseen(name=row.name, since=row.since) for row in self._rows("quiet", groups, first=since, last=today))

    def lost_structures(self, since: date, *, came_since: date, times: int) -> tuple[Unseen, ...]:
        """Structures that came at least so many times after `came_since`, and no more since that day; the longest absence first."""
        rows = self._scope.rows(_LOST, first=came_since, since=since, times=times)
        return tuple(Unseen(name=row.name, since=row.since) for row in rows)

    def missed(self, account_id: int, *, news: bool) -> int:
        """How many reminders could not be said to her for sure, have not rung since, and she has not seen; `news`: nor was told of."""
        return int(self._scope.one(_NEWLY_MISSED if news else _ALL_MISSED, account=account_id).many)

    def close_action(self, action_id: int, *, done: bool) -> int | None:
        """Says that an action is done, or is open after all; its meeting, None for no action that was otherwise."""
        row = self._scope.one(_CLOSE[done], wanted=action_id)
        return None if row is None else int(row.meeting_id)
