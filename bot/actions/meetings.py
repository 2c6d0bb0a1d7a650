"""How a card becomes a kept meeting, and a kept meeting a card again."""

from __future__ import annotations

from datetime import date, datetime

from bot.actions.groups import own_first
from bot.domain.decisions import Action, Decision
from bot.domain.drafts import ActionDraft, MeetingDraft, named_present
from bot.domain.errors import FewerThanNamed, InTheFuture, NoSuchMeeting, NotAllowed, TooLong
from bot.domain.groups import Group
from bot.domain.likely_hours import MINUTES_OF_A_DAY
from bot.domain.meetings import Meeting, MeetingLine, MeetingState
from bot.domain.permissions import Verb, may
from bot.domain.plans import Hours, nearest
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def groups_she_may_log(work: UnitOfWork, account: Account) -> tuple[Group, ...]:
    """The groups whose meetings this account may keep, her own first."""
    if may(account.role, Verb.LOG_ANY_MEETING):
        return own_first(work, account.person_id)
    if may(account.role, Verb.LOG_OWN_MEETING):
        return tuple(group for group in work.directory.groups_of(account.person_id) if account.person_id in group.pilot_ids)
    return ()


def check_may_log(work: UnitOfWork, account: Account, draft: MeetingDraft) -> None:
    """Raises NotAllowed when the meeting is not hers to keep."""
    if may(account.role, Verb.LOG_ANY_MEETING):
        return
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    own = {group.id for group in groups_she_may_log(work, account)}
    if draft.group_id is None or (draft.group_id not in own and not stands_in(work, account, draft.group_id, day=draft.day, on=draft.day)):
        raise NotAllowed(Verb.LOG_ANY_MEETING)


def stands_in(work: UnitOfWork, account: Account, group_id: int, *, day: date | None, on: date | None) -> bool:
    """Whether she takes over, `on` a day, from somebody on leave who pilots the group or planned its meeting of that `day`."""
    if day is None or on is None:
        return False
    away = [work.accounts.get(leave.account_id) for leave in work.leaves.stood_in_by(account.person_id, on=on)]
    people = {one.person_id for one in away if one is not None}
    planned = work.meetings.planned_on(group_id, day) if people else None
    pilots = {pilot for group in work.directory.groups([group_id]) for pilot in group.pilot_ids} if people else set()
    return bool(people & {*pilots, planned.author_id if planned is not None else None})


def can_answer(account: Account) -> bool:
    """Whether she has joined, with a role that keeps meetings."""
    return account.telegram_id > 0 and may(account.role, Verb.LOG_OWN_MEETING)


def may_tell(work: UnitOfWork, account: Account, meeting: Meeting) -> bool:
    """Whether that meeting is hers to keep, move or cancel, nobody being away."""
    return may(account.role, Verb.LOG_ANY_MEETING) or meeting.group_id in {group.id for group in groups_she_may_log(work, account)}


def check_may_tell(work: UnitOfWork, account: Account, meeting: Meeting, *, today: date) -> None:
    """Raises NotAllowed when it is not hers (any more), nor that of somebody away, on its day or today, for whom she stands in."""
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    if may_tell(work, account, meeting):
        return
    group_id, day = meeting.group_id, meeting.day
    if group_id is None or not any(stands_in(work, account, group_id, day=day, on=on) for on in {day, today}):
        raise NotAllowed(Verb.LOG_ANY_MEETING)


def check_meeting(draft: MeetingDraft, *, now: datetime) -> None:
    """Raises InTheFuture, TooLong or FewerThanNamed; `now` is local to the territory.

    An end before the start is a meeting that passes midnight: its minutes tell, and they are bounded by a day.
    """
    if draft.day is not None and draft.day > now.date():
        raise InTheFuture(draft.day)
    if draft.minutes is not None and not 0 < draft.minutes <= MINUTES_OF_A_DAY:
        raise TooLong(draft.minutes)
    named = named_present(draft)
    if draft.headcount is not None and not draft.headcount_approximate and named > draft.headcount:
        raise FewerThanNamed(draft.headcount, named)


def meeting_of(draft: MeetingDraft, *, author_id: int | None, entry_id: int | None, meeting_id: int = 0) -> Meeting:
    """The held meeting that a complete card stands for; its minutes are a « projet » again, since nobody has read them like that."""
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
        natures=draft.natures,
        topics=draft.topics,
        decisions=tuple(Decision(text=text) for text in draft.decisions),
        actions=tuple(
            Action(text=a.text, bearers=a.bearers, due=a.due, due_window=a.due_window, due_said=a.due_said) for a in draft.actions
        ),
        next_meeting=draft.next_meeting,
        entry_id=entry_id,
    )


def draft_of(meeting: Meeting) -> MeetingDraft:
    """The card of a kept meeting, to correct it; its author stays the one who kept it."""
    return MeetingDraft(
        author_id=meeting.author_id,
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
        author_present=meeting.author_present and meeting.author_id is not None,
        people=meeting.people,
        natures=meeting.natures,
        topics=meeting.topics,
        decisions=tuple(decision.text for decision in meeting.decisions),
        actions=tuple(
            ActionDraft(text=a.text, bearers=a.bearers, due=a.due, due_window=a.due_window, due_said=a.due_said) for a in meeting.actions
        ),
        next_meeting=meeting.next_meeting,
    )


def held_on(work: UnitOfWork, group_id: int | None, day: date) -> tuple[MeetingLine, ...]:
    """The held meetings of that group on that day; none without a group."""
    return work.meetings.lines(first=day, last=day, group_ids=(group_id,), held=True) if group_id is not None else ()


def waiting_on(work: UnitOfWork, group_id: int, told: Hours, *, day: date) -> Meeting | None:
    """Of what that group has planned on that day, and waits, the meeting at the hours nearest to those told."""
    one = nearest(told, work.meetings.agenda(first=day, last=day, group_ids=(group_id,)))
    return work.meetings.get(one.id) if one is not None else None


def kept_already(work: UnitOfWork, draft: MeetingDraft, *, besides: int | None) -> int | None:
    """A kept meeting of that group and day whose hours overlap or are not known: the card may be the same one, told twice.

    `besides` is the meeting that the card corrects.
    """
    if draft.group_id is None or draft.day is None:
        return None
    for line in held_on(work, draft.group_id, draft.day):
        apart = draft.starts and draft.ends and line.starts and line.ends and (draft.ends <= line.starts or line.ends <= draft.starts)
        if line.id != besides and not apart:
            return line.id
    return None


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
