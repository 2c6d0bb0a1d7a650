"""How it is stored how long before each meeting of a group its pilot hears of it, and which meetings that concerns now."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.leads import DAY, SLACK
from bot.domain.meetings import MeetingState
from bot.domain.notices import NoticeKind
from bot.domain.plans import PlanState
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, Session
from storage.tables.base import Moment

_t, _meetings, _notices = tables.leads, tables.meetings, tables.notices
_GROUP = _t.c.group_id == sa.bindparam("group")
_OF_GROUP = Prepared(sa.select(_t.c.minutes).where(own(_t), _GROUP).order_by(_t.c.minutes.desc()))
_ADD = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=["territory_id", "group_id", "minutes"],
)
_REMOVE = Prepared(sa.delete(_t).where(own(_t), _GROUP, _t.c.minutes == sa.bindparam("length")))
_TOLD = sa.exists().where(
    _notices.c.territory_id == _meetings.c.territory_id,
    _notices.c.meeting_id == _meetings.c.id,
    _notices.c.meeting_day == _meetings.c.day,
    _notices.c.kind == NoticeKind.AHEAD,
    _notices.c.snoozes == _t.c.minutes,
)
_AHEAD = Prepared(
    sa.select(_meetings.c.territory_id, _meetings.c.id, _meetings.c.day, _t.c.minutes)
    .select_from(_t.join(_meetings, sa.and_(_meetings.c.territory_id == _t.c.territory_id, _meetings.c.group_id == _t.c.group_id)))
    .where(
        _meetings.c.state == MeetingState.PLANNED,
        _meetings.c.became.is_(None),
        _meetings.c.day >= sa.bindparam("first", type_=sa.Date),
        ~_TOLD,
    )
    .order_by(_meetings.c.id)
)
_SINCE = sa.bindparam("since", type_=Moment)
_WANTED = sa.bindparam("wanted", type_=sa.Integer)
_plans, _entries, _journal, _occurrences = tables.plans, tables.entries, tables.journal, tables.occurrences
_CARDS_SINCE = Prepared(
    sa.select(_plans.c.changed, _plans.c.series_id).where(
        own(_plans), _plans.c.touched_at >= _SINCE, _plans.c.state.in_((PlanState.KEPT, PlanState.UNDONE))
    )
)
_SERIES_OF = Prepared(sa.select(_occurrences.c.series_id).where(own(_occurrences), _occurrences.c.meeting_id == _WANTED))
_TOLD_SINCE = Prepared(
    sa.select(_entries.c.id)
    .select_from(
        _entries.join(
            _meetings,
            sa.and_(
                _meetings.c.territory_id == _entries.c.territory_id,
                sa.or_(_meetings.c.entry_id == _entries.c.id, _meetings.c.amended_by == _entries.c.id),
            ),
        )
    )
    .where(
        own(_entries),
        _entries.c.kept_at >= _SINCE,
        sa.or_(_meetings.c.id == _WANTED, _meetings.c.announces == _WANTED),
    )
    .limit(1)
)
_MOVED_SINCE = Prepared(
    sa.select(_journal.c.id)
    .where(own(_journal), _journal.c.noun == "meeting", _journal.c.noun_id == _WANTED, _journal.c.at >= _SINCE)
    .limit(1)
)


class SqlLeads:
    """How long before, of the groups of one territory."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def of_group(self, group_id: int) -> tuple[int, ...]:
        """So many minutes, the longest first."""
        return tuple(row.minutes for row in self._scope.rows(_OF_GROUP, group=group_id))

    def add(self, group_id: int, minutes: int) -> bool:
        """One more; False when it stands already."""
        return self._scope.change(_ADD, territory_id=self._scope.territory_id, group_id=group_id, minutes=minutes) == 1

    def remove(self, group_id: int, minutes: int) -> bool:
        """One less; False when there is none."""
        return self._scope.change(_REMOVE, group=group_id, length=minutes) == 1

    def planned_since(self, meeting_id: int, since: datetime) -> bool:
        """Whether that meeting was planned, moved or put back then or later: by a card, by what another one announced, by an answer."""
        series = self._scope.one(_SERIES_OF, wanted=meeting_id)
        for card in self._scope.rows(_CARDS_SINCE, since=since):
            whole = series is not None and card.series_id == series.series_id
            if whole or any(changed.meeting_id == meeting_id for changed in card.changed):
                return True
        return any(self._scope.one(asked, wanted=meeting_id, since=since) is not None for asked in (_TOLD_SINCE, _MOVED_SINCE))


def meetings_ahead(session: Session, *, today: date) -> tuple[tuple[int, int], ...]:
    """The planned meetings of all territories that are near enough for something to be said of them: (territory id, meeting id)."""
    near = (row for row in session.rows(_AHEAD, first=today) if (row.day - today).days <= row.minutes // DAY + SLACK)
    return tuple(dict.fromkeys((row.territory_id, row.id) for row in near))
