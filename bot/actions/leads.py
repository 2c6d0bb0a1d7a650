"""What a group's pilot hears before each of its meetings: how long before she chose, and what that makes due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.actions.after_meetings import whom_to_ask
from bot.actions.reminders import days_off
from bot.domain.errors import NotAllowed, NotInGroup, NotPilot
from bot.domain.groups import Group
from bot.domain.leads import LONGEST, moment_before
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.notices import Due, Fate, begins_at, due_when_quiet_ends, fate, instant, local
from bot.domain.permissions import Verb, may
from bot.domain.quiet import DaysOff
from bot.domain.territory import Account
from bot.ports import UnitOfWork

MOST = 6  # of one group
LATE = timedelta(minutes=10)  # what ripened so long ago is still news, where it was chosen since


def check_group(work: UnitOfWork, account: Account, group_id: int) -> Group:
    """The group, if she may choose for it: its pilot, or who coordinates. Raises NotAllowed, NotInGroup, NotPilot."""
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    group = next(iter(work.directory.groups([group_id])), None)
    if group is None:
        raise NotInGroup
    if not may(account.role, Verb.LOG_ANY_MEETING) and account.person_id not in group.pilot_ids:
        raise NotPilot
    return group


def set_leads(work: UnitOfWork, account: Account, group_id: int, *, minutes: Sequence[int], on: bool, now: datetime) -> tuple[int, ...]:
    """These are told, or not any more; returns all that are. Raises NotAllowed, NotInGroup, NotPilot."""
    group = check_group(work, account, group_id)
    for length in minutes:
        if on and 0 < length <= LONGEST and len(work.leads.of_group(group.id)) < MOST:
            work.leads.add(group.id, length)
        elif not on:
            work.leads.remove(group.id, length)
    work.journal.note(account_id=account.id, verb="set", noun="leads", noun_id=group.id, now=now)
    return work.leads.of_group(group.id)


def announce(work: UnitOfWork, meeting_id: int, *, since: datetime | None, now: datetime) -> int:
    """Makes due what is to be said before that meeting by now; each once. Returns how many things it made due.

    `since`: when it was looked at last, None after a stop. What had ripened before that was said then; what had ripened before the
    meeting was planned, or moved, is never said.
    """
    meeting = work.meetings.get(meeting_id)
    if meeting is None or meeting.group_id is None or meeting.state is not MeetingState.PLANNED or meeting.became is not None:
        return 0
    zone = work.territory.zone
    off = days_off(zone)
    ripe = [
        (length, moment)
        for length in work.leads.of_group(meeting.group_id)
        if (moment := moment_before(meeting.day, meeting.starts, length, off=off)) is not None
        and (since is None or instant(moment.date(), moment.time(), zone) > since - LATE)
        and instant(moment.date(), moment.time(), zone) <= now
        and not work.leads.planned_since(meeting.id, instant(moment.date(), moment.time(), zone))
    ]
    account = whom_to_ask(work, meeting, on=local(now, zone).date()) if ripe else None
    if account is None:
        return 0
    dues = [
        (length, due)
        for length, moment in ripe
        if (due := _due(work, account, meeting, moment, off=off)) is not None and _worth_saying(work, account, meeting, due, now=now)
    ]
    return sum(work.notices.announce(meeting.id, due, lead=length, day=meeting.day, account_id=account.id, now=now) for length, due in dues)


def _due(work: UnitOfWork, account: Account, meeting: Meeting, moment: datetime, *, off: DaysOff) -> Due | None:
    """When she may hear of it; worth saying until the evening of the next working day, and never once it has begun."""
    zone, quiet = work.territory.zone, work.rhythms.get(account.id).quiet
    due = due_when_quiet_ends(moment, zone, off=days_off(zone, quiet), quiet=quiet)
    until = min(due.until, begins_at(meeting.day, meeting.starts, zone, quiet=quiet))
    return None if due.due_at >= until else Due(on=due.on, at=due.at, zone=zone, due_at=due.due_at, until=until)


def _worth_saying(work: UnitOfWork, account: Account, meeting: Meeting, due: Due, *, now: datetime) -> bool:
    """Whether it is not too late for it: what fell within her leave may be said after it, as long as the meeting has not begun."""
    quiet = work.rhythms.get(account.id).quiet
    away = work.leaves.away(account.id, since=due.on)
    late, _ = fate(due, now=now, off=days_off(due.zone, quiet), quiet=quiet, away=away)
    return late is not Fate.KEEP and now < begins_at(meeting.day, meeting.starts, due.zone, quiet=quiet)
