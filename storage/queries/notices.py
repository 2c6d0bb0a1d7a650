"""What a notice says: its reminder's words, the meeting that it announces, and where it goes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState
from bot.domain.meetings import MeetingState
from bot.domain.notices import QUIET, Due, Notice, NoticeAnswer, NoticeKind
from bot.domain.quiet import Quiet
from bot.domain.rhythms import Away, LeaveState
from storage import tables
from storage.tables import DeliveryState

_t, _accounts, _reminders, _groups, _people = tables.notices, tables.accounts, tables.reminders, tables.groups, tables.people
_meetings, _attendance, _rhythms, _leaves = tables.meetings, tables.attendance, tables.rhythms, tables.leaves
_about, _later, _again, _met = _accounts.alias("about"), _t.alias("later"), _t.alias("again"), _groups.alias("met")
_DUE = ("on", "at", "zone", "due_at", "until", "loud", "changed_at")
_PLAIN = ("id", "territory_id", "account_id", "kind", "reminder_id", "turn", "snoozes", "attempts", "answer", "meeting_id")
WAITS = sa.and_(_meetings.c.state == MeetingState.PLANNED, _meetings.c.became.is_(None))
"""A planned meeting of which nothing was told yet."""
LACKS_ATTENDANCE = sa.and_(
    _meetings.c.state == MeetingState.HELD,
    _meetings.c.headcount.is_(None),
    ~sa.exists()
    .where(
        _attendance.c.territory_id == _meetings.c.territory_id,
        _attendance.c.meeting_id == _meetings.c.id,
        _attendance.c.state == AttendanceState.PRESENT,
    )
    .correlate(_meetings),
)
"""A held meeting of which it is not known who was there, nor how many."""


def _same(row: sa.FromClause, other: sa.FromClause, link: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    return sa.and_(other.c.territory_id == row.c.territory_id, other.c.id == link)


_PUT_OFF = sa.and_(
    _later.c.territory_id == _t.c.territory_id,
    _later.c.reminder_id == _t.c.reminder_id,
    _later.c.turn == _t.c.turn,
    _later.c.snoozes == _t.c.snoozes + 1,
)
_ASKED_AGAIN = sa.and_(
    _again.c.territory_id == _t.c.territory_id,
    _again.c.meeting_id == _t.c.meeting_id,
    _again.c.kind == _t.c.kind,
    _again.c.meeting_day == _t.c.meeting_day,
    _again.c.snoozes == _t.c.snoozes + 1,
)
_counted = _meetings.alias("counted")  # the meeting of a reminder that counts back from each: its turn is the meeting's id
_STILL_ASKED = sa.or_(sa.and_(WAITS, _meetings.c.day == _t.c.meeting_day), LACKS_ATTENDANCE)
_OF_LEAVES = (NoticeKind.STAND_IN, NoticeKind.STAND_IN_OVER)
LOST = (DeliveryState.MISSED, DeliveryState.FAILED, DeliveryState.UNCERTAIN)
"""What did not reach her for sure."""
SEEN = "seen"
"""The reason of what is lost once she has looked at the list that says so."""
_rung = _t.alias("rung")
RUNG_SINCE = (
    sa.exists()
    .where(
        _rung.c.territory_id == _t.c.territory_id,
        _rung.c.reminder_id == _t.c.reminder_id,
        _rung.c.state == DeliveryState.SENT,
        _rung.c.due_at > _t.c.due_at,
    )
    .correlate(_t)
)
"""Whether the same reminder reached her later: a series that goes on, or one that she put elsewhere."""
NOTICES = sa.select(
    *[_t.c[name] for name in (*_PLAIN, *_DUE)],
    _accounts.c.chat_id,
    _accounts.c.unreachable_since,
    _reminders.c.what,
    _reminders.c.recurrence.is_not(None).label("series"),
    _groups.c.name.label("meeting"),
    sa.func.coalesce(_counted.c.day, _reminders.c.anchor_day).label("anchor_day"),
    sa.func.coalesce(_counted.c.starts, _reminders.c.anchor_starts).label("anchor_starts"),
    _people.c.first_name,
    _people.c.last_name,
    _later.c.on.label("later_on"),
    _later.c.at.label("later_at"),
    _again.c.on.label("again_on"),
    _again.c.at.label("again_at"),
    sa.func.coalesce(_met.c.name, _meetings.c.title).label("asks_about"),
    _t.c.meeting_day,
    _meetings.c.day.label("now_on"),
    _meetings.c.starts,
    _meetings.c.ends,
    _meetings.c.sequence,
    (_meetings.c.state == MeetingState.HELD).label("held"),
    sa.or_(
        sa.and_(_t.c.meeting_id.is_not(None), sa.not_(_STILL_ASKED)),
        sa.and_(_t.c.kind == NoticeKind.STAND_IN, _leaves.c.state.is_distinct_from(LeaveState.KEPT)),
    ).label("moot"),
    _leaves.c.first.label("leave_first"),
    _leaves.c.last.label("leave_last"),
    _leaves.c.state.label("leave_state"),
    _rhythms.c.quiet_from,
    _rhythms.c.quiet_to,
    _rhythms.c.week_ends,
    _rhythms.c.holidays,
).select_from(
    _t.join(_accounts, _same(_t, _accounts, _t.c.account_id))
    .outerjoin(_reminders, _same(_t, _reminders, _t.c.reminder_id))
    .outerjoin(_groups, sa.and_(_same(_t, _groups, _reminders.c.group_id), _reminders.c.before.is_not(None)))
    .outerjoin(_counted, sa.and_(_same(_t, _counted, _t.c.turn), _reminders.c.before.is_not(None)))
    .outerjoin(_about, _same(_t, _about, _t.c.about_account_id))
    .outerjoin(_people, _same(_t, _people, _about.c.person_id))
    .outerjoin(_later, _PUT_OFF)
    .outerjoin(_again, _ASKED_AGAIN)
    .outerjoin(_meetings, _same(_t, _meetings, _t.c.meeting_id))
    .outerjoin(_met, sa.and_(_met.c.territory_id == _t.c.territory_id, _met.c.id == _meetings.c.group_id))
    .outerjoin(
        _leaves,
        sa.and_(_leaves.c.territory_id == _t.c.territory_id, _t.c.kind.in_(_OF_LEAVES), _leaves.c.id == sa.func.abs(_t.c.turn)),
    )
    .outerjoin(_rhythms, sa.and_(_rhythms.c.territory_id == _t.c.territory_id, _rhythms.c.account_id == _t.c.account_id))
)


def notice_of(row: Any, away: tuple[Away, ...] = ()) -> Notice:
    """A row of `NOTICES`, and the leaves of whom it is for. Written out: ten thousand may be due at the same minute."""
    return Notice(
        id=row.id,
        territory_id=row.territory_id,
        account_id=row.account_id,
        chat_id=row.chat_id,
        kind=row.kind,
        due=Due(on=row.on, at=row.at, zone=row.zone, due_at=row.due_at, until=row.until, loud=row.loud),
        reminder_id=row.reminder_id,
        turn=row.turn,
        snoozes=row.snoozes,
        attempts=row.attempts,
        what=row.what or "",
        series=bool(row.series),
        meeting=row.meeting if row.meeting_id is None else row.asks_about or "",
        meeting_day=row.anchor_day if row.meeting_id is None else row.meeting_day,
        meeting_starts=row.anchor_starts if row.meeting_id is None else row.starts,
        meeting_ends=row.ends,
        meeting_id=row.meeting_id,
        held=bool(row.held),
        sequence=row.sequence or 0,
        changed_at=row.changed_at,
        moot=bool(row.moot),
        about=f"{row.first_name or ''} {row.last_name or ''}".strip() if row.first_name or row.last_name else "",
        unreachable=row.unreachable_since is not None,
        answer=row.answer,
        later_on=row.now_on if row.answer is NoticeAnswer.MOVED else row.later_on or row.again_on,
        later_at=row.starts if row.answer is NoticeAnswer.MOVED else row.later_at or row.again_at,
        leave=_leave_told(row),
        quiet=quiet_of(row) if row.quiet_from or row.quiet_to or row.week_ends or row.holidays else QUIET,
        away=away,
    )


def _leave_told(row: Any) -> Away | None:
    """The days of a leave that somebody bears, or bears no more; None where she is back before its end."""
    if not row.leave_first or (row.kind is NoticeKind.STAND_IN_OVER and row.leave_state is LeaveState.KEPT):
        return None
    return Away(first=row.leave_first, last=row.leave_last)


def quiet_of(row: Any) -> Quiet:
    """Her own quiet hours; the usual ones where she chose none."""
    return Quiet(
        begins=row.quiet_from or QUIET.begins,
        ends=row.quiet_to or QUIET.ends,
        week_ends=bool(row.week_ends),
        holidays=bool(row.holidays),
    )
