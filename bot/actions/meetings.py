"""How a card becomes a kept meeting, and a kept meeting a card again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.actions.contributions import MINUTES_OF_A_DAY
from bot.domain.decisions import Action, Decision
from bot.domain.drafts import ActionDraft, MeetingDraft, NextMeetingDraft
from bot.domain.errors import FewerThanNamed, InTheFuture, NoSuchMeeting, NotAllowed, TooLong
from bot.domain.groups import Group
from bot.domain.meetings import Meeting, MeetingLine, MeetingState
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def groups_she_may_log(work: UnitOfWork, account: Account) -> tuple[Group, ...]:
    """The groups whose meetings this account may keep, her own first."""
    own = work.directory.groups_of(account.person_id)
    if may(account.role, Verb.LOG_ANY_MEETING):
        known = {group.id for group in own}
        return own + tuple(group for group in work.directory.groups() if group.id not in known)
    if may(account.role, Verb.LOG_OWN_MEETING):
        return tuple(group for group in own if account.person_id in group.pilot_ids)
    return ()


def check_may_log(work: UnitOfWork, account: Account, draft: MeetingDraft) -> None:
    """Raises NotAllowed when the meeting is not hers to keep."""
    if may(account.role, Verb.LOG_ANY_MEETING):
        return
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    if draft.group_id is None or draft.group_id not in {group.id for group in groups_she_may_log(work, account)}:
        raise NotAllowed(Verb.LOG_ANY_MEETING)


def check_meeting(draft: MeetingDraft, *, now: datetime) -> None:
    """Raises InTheFuture, TooLong or FewerThanNamed; `now` is local to the territory.

    An end before the start is a meeting that passes midnight: its minutes tell, and they are bounded by a day.
    """
    if draft.day is not None and draft.day > now.date():
        raise InTheFuture(draft.day)
    if draft.minutes is not None and not 0 < draft.minutes <= MINUTES_OF_A_DAY:
        raise TooLong(draft.minutes)
    named = sum(p.count for p in draft.people if p.state == "présent") + (1 if draft.author_present else 0)
    if draft.headcount is not None and not draft.headcount_approximate and named > draft.headcount:
        raise FewerThanNamed(draft.headcount, named)


def meeting_of(draft: MeetingDraft, *, author_id: int, entry_id: int | None, meeting_id: int = 0) -> Meeting:
    """The held meeting that a complete card stands for."""
    assert draft.day is not None
    return Meeting(
        id=meeting_id,
        state=MeetingState.HELD,
        group_id=draft.group_id,
        title=draft.title,
        day=draft.day,
        starts=draft.starts,
        ends=draft.ends,
        minutes=draft.minutes,
        times_approximate=draft.times_approximate,
        place_id=draft.place_id,
        place_said=draft.place_said,
        commune=draft.commune,
        headcount=draft.headcount,
        headcount_approximate=draft.headcount_approximate,
        author_id=author_id,
        author_present=draft.author_present,
        people=draft.people,
        topics=draft.topics,
        decisions=tuple(Decision(text=text) for text in draft.decisions),
        actions=tuple(
            Action(text=a.text, bearers=a.bearers, due=a.due, due_window=a.due_window, due_said=a.due_said) for a in draft.actions
        ),
        next_meeting=draft.next_meeting,
        entry_id=entry_id,
    )


def draft_of(meeting: Meeting) -> MeetingDraft:
    """The card of a kept meeting, to correct it."""
    return MeetingDraft(
        group_id=meeting.group_id,
        no_group=meeting.group_id is None,
        title=meeting.title,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        minutes=meeting.minutes,
        times_approximate=meeting.times_approximate,
        place_id=meeting.place_id,
        place_said=meeting.place_said,
        commune=meeting.commune,
        headcount=meeting.headcount,
        headcount_approximate=meeting.headcount_approximate,
        author_present=meeting.author_present,
        people=meeting.people,
        topics=meeting.topics,
        decisions=tuple(decision.text for decision in meeting.decisions),
        actions=tuple(
            ActionDraft(text=a.text, bearers=a.bearers, due=a.due, due_window=a.due_window, due_said=a.due_said) for a in meeting.actions
        ),
        next_meeting=meeting.next_meeting,
    )


def plan_next(work: UnitOfWork, following: NextMeetingDraft | None, held: Meeting, *, entry_id: int) -> None:
    """Plans the announced meeting, unless that group has one planned on that day already."""
    if following is None or following.day is None:
        return
    group_id = following.group_id or held.group_id
    if group_id is not None and work.meetings.planned_on(group_id, following.day) is not None:
        return
    work.meetings.add(
        Meeting(
            id=0,
            state=MeetingState.PLANNED,
            group_id=group_id,
            title=held.title if group_id is None else None,
            day=following.day,
            starts=following.starts,
            ends=following.ends,
            place_id=following.place_id,
            place_said=following.place_said,
            commune=following.commune,
            author_id=held.author_id,
            author_present=False,
            entry_id=entry_id,
        )
    )


def agenda_of(
    work: UnitOfWork,
    account: Account,
    *,
    today: date,
    last: date | None = None,
    group_ids: tuple[int, ...] = (),
    limit: int = 12,
    offset: int = 0,
) -> tuple[MeetingLine, ...]:
    """What is planned from today on: everything for a coordinator, one's own groups for the others."""
    own = None if may(account.role, Verb.LOG_ANY_MEETING) else account.person_id
    until = last or today + timedelta(days=366)
    return work.meetings.lines(first=today, last=until, group_ids=group_ids or None, person_id=own, held=False, limit=limit, offset=offset)


def past_meetings(
    work: UnitOfWork,
    account: Account,
    *,
    group_ids: tuple[int, ...] = (),
    first: date | None = None,
    last: date | None = None,
    limit: int = 6,
    offset: int = 0,
) -> tuple[MeetingLine, ...]:
    """The held meetings whose minutes she may read, newest first. Raises NotAllowed."""
    if not may(account.role, Verb.READ_MINUTES):
        raise NotAllowed(Verb.READ_MINUTES)
    own = None if may(account.role, Verb.LOG_ANY_MEETING) else account.person_id
    return work.meetings.lines(
        first=first, last=last, group_ids=group_ids or None, person_id=own, held=True, newest_first=True, limit=limit, offset=offset
    )


def may_read_minutes(work: UnitOfWork, account: Account, meeting_id: int) -> Meeting:
    """The held meeting of that number. Raises NotAllowed, NoSuchMeeting (also for a meeting that is not hers to see)."""
    if not may(account.role, Verb.READ_MINUTES):
        raise NotAllowed(Verb.READ_MINUTES)
    meeting = work.meetings.get(meeting_id)
    if meeting is None or meeting.state is not MeetingState.HELD:
        raise NoSuchMeeting
    if may(account.role, Verb.LOG_ANY_MEETING) or account.person_id in _concerned(work, meeting):
        return meeting
    raise NoSuchMeeting


def _concerned(work: UnitOfWork, meeting: Meeting) -> set[int | None]:
    groups = work.directory.groups([meeting.group_id]) if meeting.group_id else ()
    members = {person for group in groups for person in (*group.member_ids, *group.pilot_ids)}
    return members | {meeting.author_id} | {p.person_id for p in meeting.people if p.person_id}
