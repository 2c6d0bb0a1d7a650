"""How far minutes go: read again, sent out, approved at a later meeting, and one step back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.meetings import check_may_log, may_read_minutes
from bot.domain.drafts import MeetingDraft
from bot.domain.errors import MinutesMoved, NoLaterMeeting
from bot.domain.meetings import Meeting
from bot.domain.minutes import MinutesState
from bot.domain.territory import Account
from bot.ports import UnitOfWork

STEPS = {
    MinutesState.DRAFT: (MinutesState.PROOFREAD, MinutesState.SENT),
    MinutesState.PROOFREAD: (MinutesState.SENT, MinutesState.DRAFT),
    MinutesState.SENT: (MinutesState.APPROVED, MinutesState.PROOFREAD, MinutesState.DRAFT),
    MinutesState.APPROVED: (MinutesState.SENT,),
}
"""Where minutes may go from each state: forward, then back, the nearest first."""


def move_minutes(
    work: UnitOfWork, account: Account, meeting_id: int, *, to: MinutesState, version: int, now: datetime
) -> tuple[Meeting, bool]:
    """The meeting with its minutes in that state, and whether this very call moved them (a second tap does nothing).

    Raises NotAllowed, NoSuchMeeting, MinutesMoved when they were corrected or moved elsewhere since, NoLaterMeeting when nobody could
    have approved them yet.
    """
    meeting = may_read_minutes(work, account, meeting_id)
    if meeting.author_id != account.person_id:
        check_may_log(work, account, MeetingDraft(group_id=meeting.group_id, day=meeting.day))
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
    moved = replace(meeting, minutes_state=to, minutes_moved_on=today, minutes_approved_in=later.id if later else None)
    work.meetings.move_minutes(moved)
    work.journal.note(account_id=account.id, verb="move", noun="minutes", noun_id=meeting.id, now=now, detail=to.name)
    return moved, True
