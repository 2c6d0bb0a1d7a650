"""What a notice says: its reminder's words, the meeting that it announces, and where it goes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.domain.notices import Due, Notice
from storage import tables

_t, _accounts, _reminders, _groups, _people = tables.notices, tables.accounts, tables.reminders, tables.groups, tables.people
_about, _later = _accounts.alias("about"), _t.alias("later")
_DUE = ("on", "at", "zone", "due_at", "until", "loud")
_PLAIN = ("id", "territory_id", "account_id", "kind", "reminder_id", "turn", "snoozes", "attempts", "answer")


def _same(row: sa.FromClause, other: sa.FromClause, link: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    return sa.and_(other.c.territory_id == row.c.territory_id, other.c.id == link)


_PUT_OFF = sa.and_(
    _later.c.territory_id == _t.c.territory_id,
    _later.c.reminder_id == _t.c.reminder_id,
    _later.c.turn == _t.c.turn,
    _later.c.snoozes == _t.c.snoozes + 1,
)
NOTICES = sa.select(
    *[_t.c[name] for name in (*_PLAIN, *_DUE)],
    _accounts.c.chat_id,
    _accounts.c.unreachable_since,
    _reminders.c.what,
    _reminders.c.recurrence.is_not(None).label("series"),
    _groups.c.name.label("meeting"),
    _reminders.c.anchor_day,
    _reminders.c.anchor_starts,
    _people.c.first_name,
    _people.c.last_name,
    _later.c.on.label("later_on"),
    _later.c.at.label("later_at"),
).select_from(
    _t.join(_accounts, _same(_t, _accounts, _t.c.account_id))
    .outerjoin(_reminders, _same(_t, _reminders, _t.c.reminder_id))
    .outerjoin(_groups, sa.and_(_same(_t, _groups, _reminders.c.group_id), _reminders.c.before.is_not(None)))
    .outerjoin(_about, _same(_t, _about, _t.c.about_account_id))
    .outerjoin(_people, _same(_t, _people, _about.c.person_id))
    .outerjoin(_later, _PUT_OFF)
)


def notice_of(row: Any) -> Notice:
    """A row of `NOTICES`. Written out: ten thousand may be due at the same minute."""
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
        meeting=row.meeting,
        meeting_day=row.anchor_day,
        meeting_starts=row.anchor_starts,
        about=f"{row.first_name or ''} {row.last_name or ''}".strip(),
        unreachable=row.unreachable_since is not None,
        answer=row.answer,
        later_on=row.later_on,
        later_at=row.later_at,
    )
