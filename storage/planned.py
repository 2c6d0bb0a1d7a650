"""How what is planned is moved, taken off the agenda and put back, in the rows of meetings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, time

import sqlalchemy as sa

from bot.domain.agenda import AgendaLine
from bot.domain.errors import MeetingMoved
from bot.domain.meetings import Meeting, MeetingState
from storage import tables
from storage.queries.agenda import agenda_lines
from storage.scope import Scope, own
from storage.statements import Prepared

_t = tables.meetings
_OTHER = _t.alias("other")
_WANTED = _t.c.id == sa.bindparam("wanted")
_PLANNED = _t.c.state == MeetingState.PLANNED
_PLANNED_PARTS = ("state", "day", "starts", "ends", "place_id", "place_said", "commune")
_RESCHEDULE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.sequence == sa.bindparam("seen"), _t.c.became.is_(None), _t.c.state != MeetingState.HELD)
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _PLANNED_PARTS} | {"sequence": _t.c.sequence + 1})
)
_OF_AGENDA = (_t.c.entry_id.is_(None), _t.c.group_id == sa.bindparam("group"), _t.c.day == sa.bindparam("day_of"))
_POSTPONE = Prepared(
    sa.update(_t)
    .where(own(_t), _PLANNED, _t.c.became.is_(None), *_OF_AGENDA, ~sa.exists().where(own(_OTHER), _OTHER.c.announces == _t.c.id))
    .values(state=MeetingState.POSTPONED)
)
_WAIT_AGAIN = Prepared(
    sa.update(_t).where(own(_t), _t.c.state == MeetingState.POSTPONED, *_OF_AGENDA).values(state=MeetingState.PLANNED).returning(_t.c.id)
)
_MOVED = ("day", "starts", "ends")
_ONE_MORE = {"sequence": _t.c.sequence + 1}  # as calendars count the changes of an event
_MOVE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _PLANNED, _t.c.became.is_(None))
    .values({name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _MOVED} | _ONE_MORE)
)
_CANCEL = Prepared(
    sa.update(_t).where(own(_t), _WANTED, _PLANNED, _t.c.became.is_(None)).values({"state": MeetingState.CANCELLED} | _ONE_MORE)
)
_RESTORE = Prepared(
    sa.update(_t).where(own(_t), _WANTED, _t.c.state == MeetingState.CANCELLED).values({"state": MeetingState.PLANNED} | _ONE_MORE)
)


class PlannedRows:
    """The part of `SqlMeetings` that speaks of the agenda."""

    _scope: Scope

    def postpone(self, group_id: int, day: date) -> None:
        """What an imported agenda plans for that group on that day was moved: it waits no more, unless another meeting announces it."""
        self._scope.change(_POSTPONE, group=group_id, day_of=day)

    def wait_again(self, group_id: int, day: date) -> int | None:
        """What was postponed from that day is announced for it again: it waits; None when nothing was."""
        rows = self._scope.rows(_WAIT_AGAIN, group=group_id, day_of=day)
        return min((int(row.id) for row in rows), default=None)

    def reschedule(self, meeting: Meeting) -> Meeting:
        """Rewrites when, where and in which state it is planned, as long as it was not held; its `sequence` grows by one.

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

    def move(self, meeting_id: int, *, day: date, starts: time | None, ends: time | None) -> bool:
        """Puts a planned meeting that still waits on another day or at other hours; whether it did."""
        return self._scope.change(_MOVE, wanted=meeting_id, new_day=day, new_starts=starts, new_ends=ends) == 1

    def cancel(self, meeting_id: int) -> bool:
        """A planned meeting that still waits will not take place; whether it was so."""
        return self._scope.change(_CANCEL, wanted=meeting_id) == 1

    def restore(self, meeting_id: int) -> bool:
        """A cancelled meeting waits again; whether it was cancelled."""
        return self._scope.change(_RESTORE, wanted=meeting_id) == 1
