"""What is asked once a planned meeting has ended, of whom, and what each answer does: told, moved, cancelled, later, never."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.actions import drafts
from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import can_answer, check_may_tell, may_tell
from bot.actions.notices import EVENING, Later, later_moment, own_notice
from bot.actions.planned_cards import END_OF_DAY, as_stood, filled, planned_end
from bot.actions.reminders import days_off
from bot.actions.turnout import excused_from
from bot.domain.drafts import Draft, DraftContent, Field, Gap, MeetingDraft, gaps
from bot.domain.errors import DayIsPast, MeetingMoved, MeetingSettled, PlannedMoved, UndoTooLate
from bot.domain.leads import USUAL
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.notices import OF_MEETINGS, Due, Notice, NoticeAnswer, NoticeKind, due_on, due_when_quiet_ends, instant, local
from bot.domain.plans import apart
from bot.domain.quiet import DaysOff, working_day
from bot.domain.territory import Account
from bot.ports import UnitOfWork

ASKS_AFTER = timedelta(minutes=10)
_BEGUN = (NoticeAnswer.DONE, NoticeAnswer.MOVING)  # a card, or a day, that she may have left
CHASES = ((NoticeKind.CHASE, 2), (NoticeKind.LAST_CHASE, 5))  # working days after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A meeting that was put off, with what takes it back."""

    notice: Notice
    before: Meeting
    after: Meeting


def _moments(meeting: Meeting, off: DaysOff) -> list[tuple[NoticeKind, datetime]]:
    """When each thing is asked; of a meeting that was held only who was there, later."""
    end = planned_end(meeting)
    first = [(NoticeKind.PROMPT, end + ASKS_AFTER)] if meeting.state is MeetingState.PLANNED else []
    return first + [(kind, datetime.combine(_working_days_after(end.date(), days, off), USUAL)) for kind, days in CHASES]


def _next_morning(due: Due, off: DaysOff) -> datetime:
    """When it may be asked again after what is due then, were it put off or kept waiting by a leave: never twice in a morning."""
    return datetime.combine(_working_days_after(local(due.due_at, due.zone).date(), 1, off), USUAL)


def _working_days_after(day: date, count: int, off: DaysOff) -> date:
    for _ in range(count):
        day = working_day(day + timedelta(days=1), off)
    return day


def plan_questions(work: UnitOfWork, meeting_id: int, *, now: datetime) -> int:
    """Makes due what is to be asked about that meeting by now; each once, whatever moves. Returns how many things it made due."""
    meeting = work.meetings.get(meeting_id)
    if meeting is None:
        return 0
    zone = work.territory.zone
    here, off = local(now, zone), days_off(zone)
    end = planned_end(meeting)
    ripe = [(kind, moment) for kind, moment in _moments(meeting, off) if moment <= here]
    if not ripe:
        return 0
    asked = [notice for notice in work.notices.about_meeting(meeting.id, meeting.day) if notice.kind in OF_MEETINGS]
    if any(notice.answer is NoticeAnswer.DROPPED for notice in asked):
        return 0
    ends = instant(end.date(), end.time(), zone)
    since = [notice for notice in asked if notice.due.due_at >= ends]  # it may have moved to a later hour
    known = {notice.kind for notice in since}
    free = max((_next_morning(notice.due, off) for notice in since), default=end)
    missing = [(kind, max(moment, free)) for kind, moment in ripe if kind not in known and free <= here]
    account = whom_to_ask(work, meeting, on=here.date()) if missing else None
    if account is None:
        return 0
    quiet = work.rhythms.get(account.id).quiet
    hers = days_off(zone, quiet)
    dues = [(kind, due_when_quiet_ends(moment, zone, off=hers, quiet=quiet)) for kind, moment in missing]
    return sum(_ask(work, meeting, due, kind=kind, account=account, now=now) for kind, due in dues)


def _ask(work: UnitOfWork, meeting: Meeting, due: Due, *, kind: NoticeKind, account: Account, now: datetime) -> bool:
    """Makes it due once more; False when somebody else just did."""
    asked = work.notices.about_meeting(meeting.id, meeting.day)
    again = max((notice.snoozes + 1 for notice in asked if notice.kind is kind), default=0)
    return work.notices.ask_about(meeting.id, due, kind=kind, day=meeting.day, account_id=account.id, snoozes=again, now=now)


def whom_to_ask(work: UnitOfWork, meeting: Meeting, *, on: date) -> Account | None:
    """Who pilots its group and has joined, else whoever planned it; while she is away the one whom she named, if that one joined.

    Nobody who did not join, and nobody who could not keep the meeting. Without anybody there, the one who is away: it waits for her.
    """
    groups = work.directory.groups([meeting.group_id]) if meeting.group_id else ()
    people = [*sorted((p for g in groups for p in g.pilot_ids), key=lambda p: p != meeting.author_id), meeting.author_id]
    known = [a for p in dict.fromkeys(people) if p is not None and (a := work.accounts.of_person(p)) is not None]
    joined = [account for account in known if can_answer(account) and may_tell(work, account, meeting)]
    for account in joined:
        leaves = [leave for leave in work.leaves.of_account(account.id, since=on) if leave.holds(on)]
        if not leaves:
            return account
        named = [work.accounts.of_person(leave.stand_in_id) for leave in leaves if leave.stand_in_id is not None]
        instead = next((one for one in named if one is not None and can_answer(one)), None)
        if instead is not None:
            return instead
    return joined[0] if joined else None


def asked_meeting(work: UnitOfWork, account: Account, notice: Notice, *, now: datetime) -> Meeting:
    """The meeting that a notice asks about, if there is still something to tell, and it is hers. Raises MeetingSettled, NotAllowed."""
    meeting = work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None or notice.moot:
        raise MeetingSettled
    check_may_tell(work, account, meeting, today=local(now, work.territory.zone).date())
    return meeting


def begin_card(work: UnitOfWork, account: Account, notice_id: int, *, update_id: int, now: datetime) -> Draft:
    """« Elle a eu lieu »: the card of that meeting, which asks who was there; the one that she has begun if there is one.

    Raises ReminderGone, MeetingSettled, NotAllowed, and what opening such a card raises.
    """
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    notice = own_notice(work, account, notice_id)
    meeting = asked_meeting(work, account, notice, now=now)
    work.notices.answer(notice.id, NoticeAnswer.DONE, now=now)
    if meeting.state is MeetingState.HELD:
        draft = drafts.reopen_meeting(work, account, meeting.id, update_id=update_id, now=now)
        return drafts.ask(work, draft, Gap(field=Field.PEOPLE, meeting=0), now=now)
    return _card(work, account, meeting, update_id=update_id, now=now)


def tell_planned(work: UnitOfWork, account: Account, meeting_id: int, *, update_id: int, now: datetime) -> Draft:
    """The same for a planned meeting that nothing asks about any more. Raises MeetingSettled, and what opening such a card raises."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    meeting = work.meetings.get(meeting_id)
    if meeting is None or meeting.state is not MeetingState.PLANNED or meeting.became is not None:
        raise MeetingSettled
    return _card(work, account, meeting, update_id=update_id, now=now)


def _is_of(begun: MeetingDraft, meeting: Meeting) -> bool:
    return (begun.group_id, begun.day) == (meeting.group_id, meeting.day) and not apart(begun, meeting)


def _card(work: UnitOfWork, account: Account, meeting: Meeting, *, update_id: int, now: datetime) -> Draft:
    begun = work.drafts.open_of(account.id)
    if begun is not None and any(_is_of(one, meeting) for one in begun.content.meetings):
        return begun
    away = excused_from(work, meeting, besides=account.person_id)
    content = DraftContent(meetings=(filled(meeting, author_id=account.person_id, away=away),))
    draft = drafts.start_draft(work, account, content, update_id=update_id, now=now)
    lacking = gaps(draft.content)
    if (lacking and lacking[0].field is Field.HEADCOUNT) or (away and not lacking):
        return drafts.ask(work, draft, Gap(field=Field.PEOPLE, meeting=0), now=now)
    return draft


def ask_which_day(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime) -> Meeting:
    """« Reporté »: to which day? Raises ReminderGone, MeetingSettled, NotAllowed."""
    notice = own_notice(work, account, notice_id)
    meeting = asked_meeting(work, account, notice, now=now)
    _settle(work, notice, NoticeAnswer.MOVING, now=now)
    return meeting


def never_mind(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime) -> None:
    """◀: the question of the day is taken back."""
    notice = own_notice(work, account, notice_id)
    work.notices.reanswer(notice.id, None, was=NoticeAnswer.MOVING, now=now)


def move(work: UnitOfWork, account: Account, notice_id: int, *, day: date, starts: time | None, now: datetime) -> Moved:
    """Puts the meeting on that day, as long as it was, at its hour when none is told.

    Raises ReminderGone, MeetingSettled, NotAllowed, DayIsPast, PlannedMoved.
    """
    notice = own_notice(work, account, notice_id)
    before = asked_meeting(work, account, notice, now=now)
    begins = starts or before.starts
    zone = work.territory.zone
    if instant(day, begins or END_OF_DAY, zone) <= now:
        raise DayIsPast(day)
    ends = before.ends
    if starts is not None and before.starts is not None and before.ends is not None:
        length = planned_end(before) - datetime.combine(before.day, before.starts)
        ends = (datetime.combine(day, starts) + length).time()
    elif starts is not None:
        ends = None
    after = _rescheduled(work, replace(before, day=day, starts=begins, ends=ends))
    _settle(work, notice, NoticeAnswer.MOVED, now=now)
    detail = f"{notice.id}:{as_stood(before)}"
    work.journal.note(account_id=account.id, verb="postpone", noun="meeting", noun_id=before.id, now=now, detail=detail)
    return Moved(notice=own_notice(work, account, notice_id), before=before, after=after)


def _rescheduled(work: UnitOfWork, meeting: Meeting) -> Meeting:
    try:
        return work.meetings.reschedule(meeting)
    except MeetingMoved as moved:
        raise PlannedMoved from moved


def cancel(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime) -> None:
    """« Annulé »: it did not take place. Raises ReminderGone, MeetingSettled, NotAllowed, PlannedMoved."""
    notice = own_notice(work, account, notice_id)
    if notice.answer is NoticeAnswer.CANCELLED:
        return
    meeting = asked_meeting(work, account, notice, now=now)
    if meeting.state is MeetingState.PLANNED:
        _rescheduled(work, replace(meeting, state=MeetingState.CANCELLED))
        _settle(work, notice, NoticeAnswer.CANCELLED, now=now)
        work.journal.note(account_id=account.id, verb="cancel", noun="meeting", noun_id=meeting.id, now=now)


def take_back(
    work: UnitOfWork,
    account: Account,
    notice_id: int,
    *,
    sequence: int,
    before: tuple[date, time | None, time | None] | None,
    now: datetime,
) -> None:
    """↩︎: what was cancelled waits again, what was put off is where it was (`before`: its day and hours).

    Only within 24 hours, and while its `sequence` is the one that the answer gave it. Raises ReminderGone, NotAllowed, UndoTooLate,
    PlannedMoved.
    """
    notice = own_notice(work, account, notice_id)
    assert notice.meeting_id is not None
    if notice.answer not in (NoticeAnswer.CANCELLED, NoticeAnswer.MOVED) or (notice.answer is NoticeAnswer.MOVED and before is None):
        return
    if notice.changed_at is not None and now - notice.changed_at > TIME_TO_UNDO:
        raise UndoTooLate(notice.changed_at)
    meeting = work.meetings.get(notice.meeting_id)
    if meeting is None or meeting.sequence != sequence:
        raise PlannedMoved
    check_may_tell(work, account, meeting, today=local(now, work.territory.zone).date())
    day, starts, ends = before or (meeting.day, meeting.starts, meeting.ends)
    _rescheduled(work, replace(meeting, state=MeetingState.PLANNED, day=day, starts=starts, ends=ends))
    work.notices.reanswer(notice.id, None, was=notice.answer, now=now)
    work.journal.note(account_id=account.id, verb="undo", noun="meeting", noun_id=notice.meeting_id, now=now)


def refuse(work: UnitOfWork, account: Account, notice_id: int, *, now: datetime) -> None:
    """« Ne plus demander »: nothing more is asked about that meeting, whatever was answered before. Raises ReminderGone."""
    notice = own_notice(work, account, notice_id)
    _settle(work, notice, NoticeAnswer.DROPPED, now=now)


def _settle(work: UnitOfWork, notice: Notice, answer: NoticeAnswer, *, now: datetime) -> bool:
    """Her answer, over a card or a day that she has begun to tell; False when she has answered otherwise."""
    if work.notices.answer(notice.id, answer, now=now):
        return True
    return notice.answer in _BEGUN and work.notices.reanswer(notice.id, answer, was=notice.answer, now=now)


def offered_later(notice: Notice, *, now: datetime) -> tuple[Later, ...]:
    """To when the question can be put off: this evening, and the next morning on which people work."""
    zone = notice.due.zone
    here = local(now, zone)
    off = days_off(zone, notice.quiet)
    morning = Later.WORKING_DAY if off(here.date() + timedelta(days=1)) else Later.TOMORROW
    return (Later.EVENING, morning) if here.time() < EVENING else (morning,)


def put_off(work: UnitOfWork, account: Account, notice_id: int, *, later: Later | datetime, now: datetime) -> None:
    """⏰: the same question at that time, or at that local moment. Raises ReminderGone, MeetingSettled, NotAllowed."""
    notice = own_notice(work, account, notice_id)
    meeting = asked_meeting(work, account, notice, now=now)
    if not _settle(work, notice, NoticeAnswer.LATER, now=now):
        return
    zone = notice.due.zone
    off = days_off(zone, notice.quiet)
    moment = later if isinstance(later, datetime) else later_moment(later, now=now, zone=zone, off=off)
    due = due_on(moment.date(), moment.time(), zone, off=off, loud=True)
    _ask(work, meeting, due, kind=notice.kind, account=account, now=now)
