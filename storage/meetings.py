"""How meetings are stored with all their parts, corrected and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from bot.domain.errors import MeetingMoved, NoSuchMeeting
from bot.domain.meetings import Meeting, MeetingLine, MeetingState
from storage import contributions, drafts, tables
from storage.attendance import read_attendance, write_attendance
from storage.decisions import read_actions, read_decisions, write_actions, write_decisions
from storage.planned import PlannedRows
from storage.queries.meetings import LINES, line_of, meeting_lines, recent_groups
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_t = tables.meetings
_COLUMNS = [column for column in _t.c if column.name != "territory_id"]
_WRITTEN = tuple(column.name for column in _COLUMNS if column.name != "id")
_REWRITTEN = tuple(name for name in _WRITTEN if name not in ("minutes_version", "became"))
_WANTED = _t.c.id == sa.bindparam("wanted")
_HELD, _PLANNED = _t.c.state == MeetingState.HELD, _t.c.state == MeetingState.PLANNED
_ADD = insert_into(_t)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _WANTED))
_REPLACE = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _t.c.minutes_version == sa.bindparam("seen"))
    .values(
        {name: sa.bindparam(f"new_{name}", type_=_t.c[name].type) for name in _REWRITTEN} | {"minutes_version": _t.c.minutes_version + 1}
    )
    .returning(_t.c.minutes_version, _t.c.became)
)
_MOVE_MINUTES = Prepared(
    sa.update(_t)
    .where(own(_t), _WANTED, _HELD, _t.c.minutes_version == sa.bindparam("seen"))
    .values(
        minutes_state=sa.bindparam("state_now", type_=_t.c.minutes_state.type),
        minutes_moved_on=sa.bindparam("moved", type_=sa.Date),
        minutes_approved_in=sa.bindparam("approved", type_=sa.Integer),
    )
)
_PLAN_TOPICS = Prepared(sa.update(_t).where(own(_t), _WANTED, _PLANNED).values(topics=sa.bindparam("points", type_=_t.c.topics.type)))
_HELD_AFTER = Prepared(
    LINES.where(
        _HELD,
        _t.c.group_id == sa.bindparam("group"),
        sa.or_(
            _t.c.day > sa.bindparam("day_of", type_=sa.Date),
            sa.and_(_t.c.day == sa.bindparam("day_of", type_=sa.Date), _t.c.id > sa.bindparam("this")),
        ),
    )
    .order_by(_t.c.day, _t.c.id)
    .limit(1)
)
_BECAME = Prepared(sa.update(_t).where(own(_t), _WANTED, _PLANNED).values(became=sa.bindparam("held", type_=sa.Integer)))
_OF_ENTRY = Prepared(sa.select(_t.c.id, _t.c.announces).where(own(_t), _t.c.entry_id == sa.bindparam("entry"), _HELD))
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_OTHER = _t.alias("other")
_SIBLING = _t.alias("sibling")
_BECAME_THESE = Prepared(sa.select(_t.c.id).where(own(_t), _t.c.became.in_(_IDS)))
_FREE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.became.in_(_IDS))
    .values(
        became=sa.select(sa.func.min(_OTHER.c.id))
        .where(
            own(_OTHER),
            _OTHER.c.state == MeetingState.HELD,
            _OTHER.c.group_id == _t.c.group_id,
            _OTHER.c.day == _t.c.day,
            _OTHER.c.id.not_in(_IDS),
            ~sa.exists().where(own(_SIBLING), _SIBLING.c.became == _OTHER.c.id),  # another one planned that day
        )
        .scalar_subquery()
    )
)
_REMOVE = Prepared(sa.delete(_t).where(own(_t), _t.c.id.in_(_IDS)))
_PLANNED_ON = Prepared(
    sa.select(*_COLUMNS)
    .where(own(_t), _PLANNED, _t.c.became.is_(None), _t.c.group_id == sa.bindparam("group"), _t.c.day == sa.bindparam("day_of"))
    .order_by(_t.c.starts, _t.c.id)
    .limit(1)
)
_ANNOUNCER = _t.alias("announcer")
_CANCELLED_ON = Prepared(  # what was only announced, and is no more, was never cancelled
    sa.select(*_COLUMNS)
    .where(
        own(_t),
        _t.c.state == MeetingState.CANCELLED,
        _t.c.group_id == sa.bindparam("group"),
        _t.c.day == sa.bindparam("day_of"),
        sa.or_(_t.c.entry_id.is_(None), sa.exists().where(own(_ANNOUNCER), _ANNOUNCER.c.announces == _t.c.id)),
    )
    .order_by(_t.c.starts, _t.c.id)
)
_DATED_ON = Prepared(
    sa.select(_t.c.id)
    .where(own(_t), _PLANNED, _t.c.group_id == sa.bindparam("group"), _t.c.day == sa.bindparam("day_of"))
    .order_by(_t.c.became.is_not(None), _t.c.id)
    .limit(1)
)
_LAST = sa.select(*_COLUMNS).where(own(_t), _HELD, _t.c.author_id == sa.bindparam("author")).order_by(_t.c.id.desc()).limit(1)
_ON_DAY = _t.c.day == sa.bindparam("day_of")
_OF_GROUP = _t.c.group_id == sa.bindparam("group")
_LAST_HELD = {
    (False, False): Prepared(_LAST),
    (True, False): Prepared(_LAST.where(_ON_DAY)),
    (False, True): Prepared(_LAST.where(_OF_GROUP)),
    (True, True): Prepared(_LAST.where(_ON_DAY, _OF_GROUP)),
}


class SqlMeetings(PlannedRows):
    """Meetings of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add(self, meeting: Meeting) -> Meeting:
        """Keeps a meeting with all its parts (its `id` is ignored), numbers its decisions; returns it as stored."""
        made = self._scope.add(_ADD, **row_of(meeting))
        return self._write_parts(replace(meeting, id=made), anew=True)

    def replace(self, meeting: Meeting) -> Meeting:
        """Rewrites the meeting of that id with all its parts where the stored version is still its `minutes_version`, which grows by one.

        Decisions keep their number when they bear it or when their text is unchanged. What it `became` is as in the database.
        Raises NoSuchMeeting, MeetingMoved.
        """
        values = {f"new_{name}": getattr(meeting, name) for name in _REWRITTEN}
        row = self._scope.one(_REPLACE, wanted=meeting.id, seen=meeting.minutes_version, **values)
        if row is None:
            raise NoSuchMeeting if self._scope.one(_GET, wanted=meeting.id) is None else MeetingMoved
        return self._write_parts(replace(meeting, minutes_version=row.minutes_version, became=row.became), anew=False)

    def _write_parts(self, meeting: Meeting, *, anew: bool) -> Meeting:
        write_attendance(self._scope, meeting.people, meeting_id=meeting.id, anew=anew)
        decisions, actions = meeting.decisions, meeting.actions
        if decisions or not anew:
            decisions = write_decisions(self._scope, decisions, meeting_id=meeting.id, group_id=meeting.group_id, year=meeting.day.year)
        if actions or not anew:
            actions = write_actions(self._scope, actions, meeting_id=meeting.id)
        return replace(meeting, decisions=decisions, actions=actions)

    def get(self, meeting_id: int) -> Meeting | None:
        """A meeting with all its parts."""
        return self._whole(self._scope.one(_GET, wanted=meeting_id))

    def move_minutes(self, meeting: Meeting) -> None:
        """Writes how far its minutes have gone, and since when. Raises MeetingMoved when it was corrected since it was read."""
        values = {"state_now": meeting.minutes_state, "moved": meeting.minutes_moved_on, "approved": meeting.minutes_approved_in}
        if not self._scope.change(_MOVE_MINUTES, wanted=meeting.id, seen=meeting.minutes_version, **values):
            raise MeetingMoved

    def plan_topics(self, meeting_id: int, topics: Sequence[str]) -> None:
        """Makes these the points of the agenda of a meeting that is planned."""
        self._scope.change(_PLAN_TOPICS, wanted=meeting_id, points=tuple(topics))

    def held_after(self, meeting: Meeting) -> MeetingLine | None:
        """The next meeting of the same group that was held after that one."""
        if meeting.group_id is None:
            return None
        row = self._scope.one(_HELD_AFTER, group=meeting.group_id, day_of=meeting.day, this=meeting.id)
        return line_of(row) if row is not None else None

    def remove_of_entry(self, entry_id: int) -> None:
        """Deletes the held meetings that this entry kept, cancels what they announced unless it was held or another meeting announces it.

        Planned meetings that they were wait again. Hours derived from them go too; hours said about them stay without a meeting; open
        drafts that correct them are dropped.
        """
        gone = self._scope.rows(_OF_ENTRY, entry=entry_id)
        ids = [row.id for row in gone]
        if not ids:
            return
        freed = self._freed(ids)
        contributions.forget_meetings(self._scope, ids)
        drafts.drop_amending(self._scope, ids)
        self._scope.change(_REMOVE, ids=ids)
        self._unplan([*freed, *(row.announces for row in gone if row.announces)])

    def _freed(self, held_ids: list[int]) -> list[int]:
        """The planned meetings that were held as those; from now on as another one of that group and day, or not at all."""
        planned = [row.id for row in self._scope.rows(_BECAME_THESE, ids=held_ids)]
        if planned:
            self._scope.change(_FREE, ids=held_ids)
        return planned

    def lines(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        group_ids: Sequence[int] | None = None,
        person_id: int | None = None,
        held: bool,
        newest_first: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[MeetingLine, ...]:
        """Held or planned (not `became`) meetings, both days included; `person_id`: attended, authored, or member of its group."""
        return meeting_lines(
            self._scope,
            first=first,
            last=last,
            group_ids=group_ids,
            person_id=person_id,
            held=held,
            newest_first=newest_first,
            limit=limit,
            offset=offset,
        )

    def recent_groups(self, person_id: int, *, limit: int) -> tuple[int, ...]:
        """The groups of the held meetings that she authored or attended, the latest meeting first."""
        return recent_groups(self._scope, person_id, limit=limit)

    def last_held_by(self, author_id: int, *, day: date | None = None, group_id: int | None = None) -> Meeting | None:
        """The held meeting that this author kept last (of that day, of that group)."""
        statement = _LAST_HELD[day is not None, group_id is not None]
        given = {"day_of": day} if day is not None else {}
        of_group = {"group": group_id} if group_id is not None else {}
        return self._whole(self._scope.one(statement, author=author_id, **given, **of_group))

    def planned_on(self, group_id: int, day: date) -> Meeting | None:
        """The planned meeting of that group on that day, if one still waits."""
        return self._whole(self._scope.one(_PLANNED_ON, group=group_id, day_of=day))

    def cancelled_on(self, group_id: int, day: date) -> tuple[Meeting, ...]:
        """The meetings of that group that were planned on that day and cancelled."""
        rows = self._scope.rows(_CANCELLED_ON, group=group_id, day_of=day)
        return tuple(meeting for row in rows if (meeting := self._whole(row)) is not None)

    def dated_on(self, group_id: int, day: date) -> int | None:
        """The planned meeting of that group on that day, be it waiting (these first) or held since."""
        row = self._scope.one(_DATED_ON, group=group_id, day_of=day)
        return None if row is None else int(row.id)

    def became(self, planned_id: int, held_id: int) -> None:
        """Says that a planned meeting was held under that row."""
        self._scope.change(_BECAME, wanted=planned_id, held=held_id)

    def became_no_more(self, held_id: int) -> None:
        """That meeting has another group or day now: the planned one that it was waits again, or is another one held that day."""
        self._unplan(self._freed([held_id]))

    def _whole(self, row: Any) -> Meeting | None:
        if row is None:
            return None
        return Meeting(
            **row._asdict(),
            people=read_attendance(self._scope, row.id),
            decisions=read_decisions(self._scope, row.id),
            actions=read_actions(self._scope, row.id),
        )


def row_of(meeting: Meeting) -> dict[str, Any]:
    """The columns of a meeting, without its id."""
    return {name: getattr(meeting, name) for name in _WRITTEN}
