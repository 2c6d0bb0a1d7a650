"""How far minutes go: read again, sent out, approved at a later meeting, and one step back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.meetings import may_read_minutes
from bot.domain.errors import MinutesMoved, NoLaterMeeting, NotAllowed
from bot.domain.meetings import Meeting
from bot.domain.minutes import MinutesState
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.ports import UnitOfWork

STEPS = {
    MinutesState.DRAFT: (MinutesState.PROOFREAD, MinutesState.SENT),
    MinutesState.PROOFREAD: (MinutesState.SENT, MinutesState.DRAFT),
    MinutesState.SENT: (MinutesState.APPROVED, MinutesState.PROOFREAD),
    MinutesState.APPROVED: (MinutesState.SENT,),
}
"""Where minutes may go from each state: forward, or one step back."""


def move_minutes(
    work: UnitOfWork, account: Account, meeting_id: int, *, to: MinutesState, version: int, now: datetime
) -> tuple[Meeting, bool]:
    """The meeting with its minutes in that state, and whether this very call moved them (a second tap does nothing).

    Raises NotAllowed, NoSuchMeeting, MinutesMoved when they were corrected or moved elsewhere since, NoLaterMeeting when nobody could
    have approved them yet.
    """
    meeting = may_read_minutes(work, account, meeting_id)
    _check_may_move(work, account, meeting)
    if meeting.minutes_version != version:
        raise MinutesMoved
    if meeting.minutes_state is to:
        return meeting, False
    if to not in STEPS[meeting.minutes_state]:
        raise MinutesMoved
    later = work.meetings.held_after(meeting) if to is MinutesState.APPROVED else None
    if to is MinutesState.APPROVED and meeting.group_id is not None and later is None:
        raise NoLaterMeeting
    today = now.astimezone(work.territory.timezone).date()
    moved = replace(meeting, minutes_state=to, minutes_moved_on=today, minutes_approved_on=later.day if later else None)
    work.meetings.move_minutes(moved)
    work.journal.note(account_id=account.id, verb="move", noun="minutes", noun_id=meeting.id, now=now, detail=to.name)
    return moved, True


def _check_may_move(work: UnitOfWork, account: Account, meeting: Meeting) -> None:
    if may(account.role, Verb.LOG_ANY_MEETING):
        return
    groups = work.directory.groups([meeting.group_id]) if meeting.group_id else ()
    if not may(account.role, Verb.LOG_OWN_MEETING) or not any(account.person_id in group.pilot_ids for group in groups):
        raise NotAllowed(Verb.LOG_ANY_MEETING)
