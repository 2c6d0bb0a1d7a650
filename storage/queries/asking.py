"""About which meetings of the last days somebody may have to be asked."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.notices import NoticeAnswer, NoticeKind
from storage import tables
from storage.queries.notices import LACKS_ATTENDANCE
from storage.statements import Prepared

_t, _notices, _accounts, _members = tables.meetings, tables.notices, tables.accounts, tables.members
_ASKED_ENOUGH = sa.exists().where(
    _notices.c.territory_id == _t.c.territory_id,
    _notices.c.meeting_id == _t.c.id,
    _notices.c.kind == NoticeKind.LAST_CHASE,
    _notices.c.meeting_day == _t.c.day,
)
SOMEBODY = sa.exists().where(
    _accounts.c.territory_id == _t.c.territory_id,
    sa.or_(
        _accounts.c.person_id == _t.c.author_id,
        _accounts.c.person_id.in_(
            sa.select(_members.c.person_id)
            .where(_members.c.territory_id == _t.c.territory_id, _members.c.group_id == _t.c.group_id, _members.c.pilot.is_(sa.true()))
            .correlate(_t)  # left to itself it looks at the pilots of any meeting
        ),
    ),
)
"""Whether somebody who joined pilots its group or planned it."""
REFUSED = sa.exists().where(
    _notices.c.territory_id == _t.c.territory_id,
    _notices.c.meeting_id == _t.c.id,
    _notices.c.meeting_day == _t.c.day,
    _notices.c.answer == NoticeAnswer.DROPPED,
)
"""Whether nothing more is to be asked about it on that day."""
_BETWEEN = (_t.c.day >= sa.bindparam("first", type_=sa.Date), _t.c.day <= sa.bindparam("last", type_=sa.Date))
_WAITS = sa.and_(_t.c.state == sa.literal_column("'prévue'"), _t.c.became.is_(None))  # written out: a partial index
MEETINGS_TO_ASK = Prepared(
    sa.union_all(
        sa.select(_t.c.territory_id, _t.c.id).where(_WAITS, *_BETWEEN, ~_ASKED_ENOUGH, SOMEBODY),
        sa.select(_t.c.territory_id, _t.c.id).where(LACKS_ATTENDANCE, *_BETWEEN, ~_ASKED_ENOUGH, SOMEBODY),
    )
)
