"""What the minutes of a held meeting say, with names instead of ids, and what they take over from the meetings before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from bot.domain.decisions import ActionStatus
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.minutes import FollowedAction, MinutedDecision, Minutes, MinutesState, PreviousMinutes
from bot.domain.territory import Territory
from storage import tables
from storage.decisions import read_actions_where
from storage.entries import SqlEntries
from storage.meetings import SqlMeetings
from storage.queries.names import Names, names_behind
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.writing import style_of

MOST_FOLLOWED = 15
_t, _actions = tables.meetings, tables.actions
_GROUP: sa.BindParameter[Any] = sa.bindparam("group")
_DAY: sa.BindParameter[Any] = sa.bindparam("day_of", type_=sa.Date)
_EARLIER = sa.and_(
    own(_t), _t.c.state == MeetingState.HELD, _t.c.group_id == _GROUP,
    sa.or_(_t.c.day < _DAY, sa.and_(_t.c.day == _DAY, _t.c.id < sa.bindparam("this"))),
)  # fmt: skip
_PREVIOUS = Prepared(
    sa.select(_t.c.id, _t.c.day, _t.c.minutes_version, _t.c.minutes_state, _t.c.minutes_approved_in)
    .where(_EARLIER)
    .order_by(_t.c.day.desc(), _t.c.id.desc())
    .limit(1)
)
_APPROVING = Prepared(sa.select(_t.c.day).where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.state == MeetingState.HELD))
_FOLLOWED = Prepared(
    sa.select(_actions.c.id, _t.c.day, _t.c.group_id, _t.c.title)
    .select_from(_actions.join(_t, sa.and_(_t.c.territory_id == _actions.c.territory_id, _t.c.id == _actions.c.meeting_id)))
    .where(_EARLIER, own(_actions), sa.or_(_actions.c.status == ActionStatus.OPEN, _actions.c.meeting_id == sa.bindparam("previous")))
    .order_by(_t.c.day.desc(), _t.c.id.desc(), _actions.c.position)
    .limit(MOST_FOLLOWED)
)


def minutes_of(scope: Scope, territory: Territory, meeting_id: int, *, on: date) -> Minutes | None:
    """The minutes of a held meeting, None for any other; `on` is the day they are made.

    Nobody is made chair or secretary: that is not said when a meeting is logged. Corrections go to whoever logged it.
    """
    meeting = SqlMeetings(scope).get(meeting_id)
    if meeting is None or meeting.state is not MeetingState.HELD:
        return None
    entry = SqlEntries(scope).get(meeting.amended_by) if meeting.amended_by else None
    before = entry.before if entry else None
    names = names_behind(scope, (meeting, before) if before else (meeting,))
    return replace(
        _told(scope, names, territory, meeting, on=on),
        before=_told(scope, names, territory, before, on=on) if before else None,
        previous=previous_minutes(scope, meeting),
        earlier_actions=_earlier_actions(scope, meeting),
        style=style_of(scope),
    )


def _told(scope: Scope, names: Names, territory: Territory, meeting: Meeting, *, on: date) -> Minutes:
    """What this very meeting says, whatever came before it."""
    group = names.groups.get(meeting.group_id or 0)
    approved = scope.one(_APPROVING, wanted=meeting.minutes_approved_in) if meeting.minutes_approved_in else None
    place, commune = names.place(meeting.place_id, meeting.place_said, meeting.commune)
    return Minutes(
        organism=territory.organism,
        territory=territory.name,
        instance=names.label(meeting.group_id, meeting.title),
        instance_kind=group.kind if group else None,
        title=meeting.title if group else None,
        state=meeting.minutes_state,
        version=meeting.minutes_version,
        moved_on=meeting.minutes_moved_on,
        approved_on=approved.day if approved else None,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        minutes=meeting.minutes,
        times_approximate=meeting.times_approximate,
        place=place,
        commune=commune,
        headcount=meeting.headcount,
        headcount_approximate=meeting.headcount_approximate,
        participants=names.participants(meeting),
        topics=meeting.topics,
        decisions=tuple(MinutedDecision(text=decision.text, number=decision.number) for decision in meeting.decisions),
        actions=tuple(map(names.action, meeting.actions)),
        next_meeting=names.following(meeting.next_meeting, meeting.group_id),
        corrections_to=names.address(meeting.author_id),
        generated_on=on,
    )


def previous_minutes(scope: Scope, meeting: Meeting) -> PreviousMinutes | None:
    """Those of the meeting before of the same group, once they were sent out; once approved, only in the meeting that did."""
    row = scope.one(_PREVIOUS, **_before(meeting)) if meeting.group_id is not None else None
    if row is None or row.minutes_state not in (MinutesState.SENT, MinutesState.APPROVED):
        return None
    if row.minutes_state is MinutesState.APPROVED and row.minutes_approved_in != meeting.id:
        return None
    return PreviousMinutes(meeting_id=row.id, day=row.day, version=row.minutes_version, approved=row.minutes_state is MinutesState.APPROVED)


def _before(meeting: Meeting) -> dict[str, Any]:
    return {"group": meeting.group_id, "day_of": meeting.day, "this": meeting.id}


def _earlier_actions(scope: Scope, meeting: Meeting) -> tuple[FollowedAction, ...]:
    """What earlier meetings of the group entrusted: all of the meeting before, and what is still to do; the newest ones, oldest first."""
    previous = scope.one(_PREVIOUS, **_before(meeting)) if meeting.group_id is not None else None
    if previous is None:
        return ()
    rows = scope.rows(_FOLLOWED, **_before(meeting), previous=previous.id)
    actions = read_actions_where(scope, [row.id for row in rows])
    names = names_behind(scope, (), actions=actions.values(), groups=[meeting.group_id] if meeting.group_id else [])
    return tuple(names.followed(actions[row.id], day=row.day, instance=names.label(row.group_id, row.title)) for row in reversed(rows))
