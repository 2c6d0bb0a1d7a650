"""What a sentence may answer of the questions about meetings: those that stand open, the card of one, and the answer just given."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.actions.after_meetings import take_back
from bot.actions.planned_cards import filled, stood_at
from bot.actions.turnout import excused_from
from bot.domain.drafts import Draft, DraftContent
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.notices import Notice, NoticeAnswer
from bot.domain.territory import Account
from bot.ports import UnitOfWork

WHEN_IN_HAND = timedelta(hours=1)  # how long « demain matin » may still say to when a question is put off


def asks_when(work: UnitOfWork, account: Account, notice_id: int, *, update_id: int, now: datetime) -> None:
    """She is asked to when that question is put off, as the answer to that update: what she says next may tell it."""
    work.journal.note(account_id=account.id, verb="ask", noun="later", noun_id=notice_id, now=now, detail=f"{update_id}:{notice_id}")


def asked_when(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> int | None:
    """The question of which she was asked so, by the update just before that one."""
    asked = work.journal.last(account_id=account.id, verb="ask", noun="later", since=now - WHEN_IN_HAND)
    by, _, notice_id = (asked or "").partition(":")
    return int(notice_id) if asked and by == str(work.update_before(update_id, sender_id=account.telegram_id)) else None


def asks_date(work: UnitOfWork, account: Account, notice_id: int, *, update_id: int, now: datetime) -> None:
    """That meeting is put off to a date that nobody knows yet, as the answer to that update: a day said next is its own."""
    work.journal.note(account_id=account.id, verb="ask", noun="date", noun_id=notice_id, now=now, detail=f"{update_id}:{notice_id}")


def lacks_date(work: UnitOfWork, account: Account, notice: Notice, *, now: datetime) -> bool:
    """Whether she answered that question last by a date still to be fixed."""
    told = work.journal.last(account_id=account.id, verb="ask", noun="date", since=now - WHEN_IN_HAND)
    return notice.answer is NoticeAnswer.LATER and (told or "").partition(":")[2] == str(notice.id)


def planned_card(work: UnitOfWork, account: Account, meeting: Meeting) -> DraftContent:
    """The card of a planned meeting as « elle a eu lieu » opens it."""
    away = excused_from(work, meeting, besides=account.person_id)
    return DraftContent(meetings=(filled(meeting, author_id=account.person_id, away=away),))


def question_of(work: UnitOfWork, account: Account, draft: Draft) -> tuple[Notice, Meeting] | None:
    """The question that she answered by « elle a eu lieu », and the meeting that still waits, where this is its card."""
    if draft.amends is not None or len(draft.content.meetings) != 1 or draft.content.hours:
        return None
    told = draft.content.meetings[0]
    meeting = work.meetings.planned_on(told.group_id, told.day) if told.group_id is not None and told.day is not None else None
    if meeting is None:
        return None
    hers = [
        notice
        for notice in work.notices.about_meeting(meeting.id, meeting.day)
        if notice.account_id == account.id and notice.answer is NoticeAnswer.DONE and not notice.moot
    ]
    return (hers[-1], meeting) if hers else None


def bears_only_planned(work: UnitOfWork, account: Account, draft: Draft, *, meeting: Meeting) -> bool:
    """Whether nothing was told on that card yet."""
    return draft.content == planned_card(work, account, meeting)


def never_mind_answer(work: UnitOfWork, account: Account, notice: Notice, *, now: datetime) -> Notice:
    """« ah si, elle a eu lieu »: what she answered just before is taken back. Raises what ↩︎ raises."""
    meeting = work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is not None and notice.answer in {NoticeAnswer.CANCELLED, NoticeAnswer.MOVED}:
        before = _stood(work, account, notice) if notice.answer is NoticeAnswer.MOVED else None
        take_back(work, account, notice.id, sequence=meeting.sequence, before=before, now=now)
    elif notice.answer in {NoticeAnswer.LATER, NoticeAnswer.DROPPED, NoticeAnswer.MOVING}:
        work.notices.reanswer(notice.id, None, was=notice.answer, now=now)
    return work.notices.get(notice.id) or notice


def _stood(work: UnitOfWork, account: Account, notice: Notice) -> tuple[date, time | None, time | None] | None:
    """Where the meeting was before she put it off."""
    since = notice.changed_at or notice.due.due_at
    told = work.journal.last(account_id=account.id, verb="postpone", noun="meeting", since=since)
    of, _, stood = (told or "").partition(":")
    return stood_at(stood) if of == str(notice.id) else None


def was_cancelled(work: UnitOfWork, draft: Draft) -> Meeting | None:
    """The meeting of a new card that was cancelled in the agenda, when no other of that group waits on its day."""
    for told in draft.content.meetings if draft.amends is None else ():
        if told.group_id is None or told.day is None or work.meetings.planned_on(told.group_id, told.day) is not None:
            continue
        for gone in work.meetings.cancelled_on(told.group_id, told.day):
            apart = told.starts and told.ends and gone.starts and gone.ends and (told.ends <= gone.starts or gone.ends <= told.starts)
            if not apart and gone.state is MeetingState.CANCELLED:
                return gone
    return None
