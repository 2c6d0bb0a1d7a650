"""How what is planned is moved, taken off the agenda and put back, in the rows of meetings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from bot.domain.agenda import AgendaLine
from bot.domain.errors import MeetingMoved
from bot.domain.meetings import Meeting, MeetingState
from storage import tables
from storage.queries.agenda import agenda_lines, planned_days
from storage.scope import Scope, own
from storage.statements import Prepared

_t = tables.meetings
_OTHER = _t.alias("other")
_WANTED = _t.c.id == sa.bindparam("wanted")
_PLANNED_PARTS = ("author_id", "state", "day", "starts", "ends", "place_id", "place_said", "commune")
_RESCHEDULE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.sequence == sa.bindparam("seen"), _t.c.became.is_(None), _t.c.state != MeetingState.HELD)
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _PLANNED_PARTS} | {"sequence": _t.c.sequence + 1})
)
_TAKEN_OFF = Prepared(
    sa.select(sa.func.min(_t.c.id).label("found")).where(
        own(_t),
        _t.c.group_id == sa.bindparam("group"),
        _t.c.day == sa.bindparam("day_of"),
        sa.or_(_t.c.state == MeetingState.POSTPONED, sa.and_(_t.c.state == MeetingState.CANCELLED, _t.c.entry_id.is_not(None))),
    )
)
_ANNOUNCERS = Prepared(sa.select(_t.c.id).where(own(_t), _t.c.announces == sa.bindparam("wanted")))
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_UNPLAN = Prepared(  # planned by the announcement of a meeting that was corrected or taken back since
    sa.update(_t)
    .where(
        own(_t),
        _t.c.id.in_(_IDS),
        _t.c.state == MeetingState.PLANNED,
        _t.c.became.is_(None),
        _t.c.entry_id.is_not(None),
        ~sa.exists().where(own(_OTHER), _OTHER.c.announces == _t.c.id),
    )
    .values(state=MeetingState.CANCELLED, sequence=_t.c.sequence + 1)
)


class PlannedRows:
    """The part of `SqlMeetings` that speaks of the agenda."""

    _scope: Scope

    def taken_off(self, group_id: int, day: date) -> int | None:
        """What that group was announced on that day and has no more, as nobody announces it; it is the same meeting, announced again."""
        row = self._scope.one(_TAKEN_OFF, group=group_id, day_of=day)
        return None if row is None or row.found is None else int(row.found)

    def announced_by_another(self, planned_id: int, *, besides: int) -> bool:
        """Whether a held meeting other than `besides` announces that planned one."""
        return any(row.id != besides for row in self._scope.rows(_ANNOUNCERS, wanted=planned_id))

    def unplan(self, planned_id: int) -> bool:
        """Cancels what an announcement planned and no meeting announces any more, unless it was held; whether it did."""
        return self._unplan([planned_id]) == 1

    def _unplan(self, planned_ids: Sequence[int]) -> int:
        return self._scope.change(_UNPLAN, ids=list(planned_ids)) if planned_ids else 0

    def reschedule(self, meeting: Meeting) -> Meeting:
        """Rewrites when, where, by whom and in which state it is planned, as long as it was not held; its `sequence` grows by one.

        Raises MeetingMoved when it has another `sequence` by now.
        """
        values = {f"new_{name}": getattr(meeting, name) for name in _PLANNED_PARTS}
        if self._scope.change(_RESCHEDULE, wanted=meeting.id, seen=meeting.sequence, **values) != 1:
            raise MeetingMoved
        return replace(meeting, sequence=meeting.sequence + 1)

    def agenda(
        self,
        *,
        first: date,
        last: date,
        group_ids: Sequence[int] | None = None,
        series_id: int | None = None,
        meeting_ids: Sequence[int] | None = None,
        people: Collection[int] = (),
        cancelled: bool = False,
    ) -> tuple[AgendaLine, ...]:
        """What is planned between two days, both included, in order; of all of `people`. `cancelled`: what was taken off the agenda too."""
        return agenda_lines(
            self._scope,
            first=first,
            last=last,
            group_ids=group_ids,
            series_id=series_id,
            meeting_ids=meeting_ids,
            people=people,
            cancelled=cancelled,
        )

    def planned_days(self, *, first: date, last: date) -> frozenset[tuple[int, date]]:
        """See `bot.ports.Meetings.planned_days`."""
        return planned_days(self._scope, first=first, last=last)
