"""The point of the week of one reader, and the lists behind its lines: whose groups, whose figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.actions.meetings import check_may_log, may_read_minutes
from bot.actions.minutes import move_minutes
from bot.actions.proposals import to_do
from bot.domain.drafts import MeetingDraft
from bot.domain.errors import NoSuchMeeting, NotAllowed
from bot.domain.meetings import MeetingLine
from bot.domain.minutes import UNSENT, MinutesState
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.domain.weeks import (
    A_YEAR,
    A_YEAR_OF_WEEKS,
    CAME_SINCE,
    CAME_TWICE,
    LATE_SINCE,
    OLD,
    ORPHANS_SINCE,
    STALE_AFTER,
    TELL_SINCE,
    AxisHours,
    DueAction,
    Hers,
    HoursByAxis,
    Unseen,
    Week,
    WeekList,
    is_first_of_month,
    same_day_before,
    week_told,
)
from bot.ports import OutboxKind, UnitOfWork

SHOWN_AHEAD = 3
MANY = 500
AFTER_ITS_WORDS = timedelta(seconds=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """All that waits behind the point of the week; `older`: what waits for long, behind the rest of its list.

    `others`: the meetings of groups in which she has no part, for who sees them all.
    """

    ahead: tuple[MeetingLine, ...] = ()
    untold: tuple[MeetingLine, ...] = ()
    unsent: tuple[MeetingLine, ...] = ()
    actions: tuple[DueAction, ...] = ()
    quiet_groups: tuple[Unseen, ...] = ()
    lost_structures: tuple[Unseen, ...] = ()
    older: Mapping[WeekList, tuple[MeetingLine, ...] | tuple[DueAction, ...]] = field(default_factory=dict)
    others: frozenset[int] = frozenset()

    def of_others(self, lines: tuple[MeetingLine, ...]) -> int:
        """How many of these lines are not hers."""
        return sum(line.id in self.others for line in lines)


def groups_read(work: UnitOfWork, account: Account) -> tuple[int, ...] | None:
    """The groups whose week she reads; None: all. Raises NotAllowed."""
    if not may(account.role, Verb.READ_FIGURES):
        raise NotAllowed(Verb.READ_FIGURES)
    if may(account.role, Verb.LOG_ANY_MEETING) or not may(account.role, Verb.LOG_OWN_MEETING):
        return None
    return tuple(group.id for group in work.directory.groups_of(account.person_id) if account.person_id in group.pilot_ids)


def week_of(work: UnitOfWork, account: Account, *, now: datetime, by_itself: bool = False) -> Week:
    """Her point of the week; `by_itself`: nobody asked for it, so that what is only old is told once a month. Raises NotAllowed."""
    here = now.astimezone(work.territory.timezone)
    today = here.date()
    groups = groups_read(work, account)
    first, last, until = week_told(today)
    last_year = work.weeks.figures(first - A_YEAR_OF_WEEKS, last - A_YEAR_OF_WEEKS, groups=groups)
    week = Week(
        first=first,
        last=last,
        until=until,
        figures=work.weeks.figures(first, min(last, today), groups=groups),
        last_year=last_year if last_year.meetings or last_year.total else None,
        figures_only=not may(account.role, Verb.LOG_OWN_MEETING),
    )
    if week.figures_only:
        return week
    lists = lists_of(work, account, now=now)
    counts = {
        WeekList.AHEAD: len(lists.ahead),
        WeekList.UNTOLD: len(lists.untold),
        WeekList.UNSENT: len(lists.unsent),
        WeekList.ACTIONS: len(lists.actions),
        WeekList.QUIET_GROUPS: len(lists.quiet_groups),
        WeekList.LOST_STRUCTURES: len(lists.lost_structures),
        WeekList.SHEETS: _sheets(work, account, today),
        WeekList.MISSED: work.weeks.missed(account.id, news=by_itself),
    }
    return Week(
        first=week.first,
        last=week.last,
        until=week.until,
        figures=week.figures,
        last_year=week.last_year,
        next_ones=_hers_first(lists)[:SHOWN_AHEAD],
        of_others=tuple((w, lists.of_others(lines)) for w, lines in ((WeekList.AHEAD, lists.ahead), (WeekList.UNTOLD, lists.untold))),
        counts=tuple((w, count) for w, count in counts.items() if count and not (by_itself and w in OLD and not is_first_of_month(first))),
        older=tuple((w, len(old)) for w, old in lists.older.items() if old and (not by_itself or counts[w] or is_first_of_month(first))),
        late=sum(action.is_late(today) for action in lists.actions),
    )


def _hers_first(lists: Lists) -> tuple[MeetingLine, ...]:
    """What comes: of who sees all groups only what is hers, unless none of it is."""
    hers = tuple(line for line in lists.ahead if line.id not in lists.others)
    return hers or lists.ahead


def hours_by_axis(work: UnitOfWork, account: Account, *, now: datetime) -> HoursByAxis:
    """The hours of the year so far by axis, of the same groups as her point of the week. Raises NotAllowed."""
    groups = groups_read(work, account)
    today = now.astimezone(work.territory.timezone).date()
    given = work.weeks.by_axis(today.replace(month=1, day=1), today, groups=groups)
    until = same_day_before(today)
    before = work.weeks.by_axis(until.replace(month=1, day=1), until, groups=groups)
    names = work.weeks.axis_names()
    told = sorted({axis for axis in (*given, *before) if given.get(axis) or before.get(axis)}, key=lambda axis: (axis is None, axis or 0))
    return HoursByAxis(
        last=today,
        lines=tuple(
            AxisHours(axis=n, name=names.get(n, "") if n is not None else "", minutes=given.get(n, 0), before=before.get(n, 0))
            for n in told
        ),
    )


def queue_picture(work: UnitOfWork, account: Account, *, now: datetime) -> None:
    """The picture of the year follows the words that she asked for, when there is something to see. Raises NotAllowed."""
    if hours_by_axis(work, account, now=now).worth_drawing:
        soon = now + AFTER_ITS_WORDS
        work.deliveries.queue(kind=OutboxKind.WEEK_PICTURE, chat_id=account.chat_id, subject_id=account.id, entry_id=None, now=soon)


def lists_of(work: UnitOfWork, account: Account, *, now: datetime) -> Lists:
    """The lists behind it; those of the directory only for who keeps all of it. Raises NotAllowed."""
    groups = groups_read(work, account)
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    here = now.astimezone(work.territory.timezone).replace(tzinfo=None)
    today = here.date()
    _, _, until = week_told(today)
    belongs = None if groups is None else account.person_id  # a pilot hears of what comes in each group of hers, as /agenda shows it
    ahead = work.meetings.lines(first=today, last=until, person_id=belongs, held=False, limit=MANY)
    whole = may(account.role, Verb.LOG_ANY_MEETING)
    hers = _hers(work, account)
    untold = work.weeks.untold(today - TELL_SINCE, today, hers=hers, orphans=False)
    orphans = work.weeks.untold(today - ORPHANS_SINCE, today, hers=hers, orphans=True) if whole else ()
    mine = work.meetings.lines(first=today - ORPHANS_SINCE, last=until, person_id=account.person_id, held=False, limit=MANY)
    others = {line.id for line in (*ahead, *orphans)} - {line.id for line in (*mine, *untold)} if whole else set()
    lost = work.weeks.lost_structures(today - STALE_AFTER, came_since=today - CAME_SINCE, times=CAME_TWICE) if whole else ()
    return Lists(
        ahead=tuple(line for line in ahead if not _begun(line, here)),
        untold=tuple(line for line in _one_after_another(untold, orphans, others) if line.day < today or _over(line, here)),
        unsent=work.weeks.unsent(today - TELL_SINCE, today, hers=hers),
        actions=work.weeks.actions(today - LATE_SINCE, until, hers=hers),
        quiet_groups=work.weeks.quiet_groups(today - STALE_AFTER, today=today, groups=groups),
        lost_structures=lost,
        older=_older(work, hers, today),
        others=frozenset(others),
    )


def _older(work: UnitOfWork, hers: Hers, today: date) -> Mapping[WeekList, tuple[MeetingLine, ...] | tuple[DueAction, ...]]:
    """What is hers and waits for longer than the lists go back: never dropped in silence."""
    long_ago, told_by = today - A_YEAR, today - TELL_SINCE - timedelta(days=1)
    return {
        WeekList.UNTOLD: work.weeks.untold(long_ago, told_by, hers=hers, orphans=False),
        WeekList.UNSENT: work.weeks.unsent(long_ago, told_by, hers=hers),
        WeekList.ACTIONS: work.weeks.actions(date.min, today - LATE_SINCE - timedelta(days=1), hers=hers),
    }


def open_actions(work: UnitOfWork, account: Account) -> tuple[DueAction, ...]:
    """All that she has to see to, whatever its day. Raises NotAllowed."""
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    return work.weeks.open_actions(hers=_hers(work, account))


def _hers(work: UnitOfWork, account: Account) -> Hers:
    piloted = tuple(g.id for g in work.directory.groups_of(account.person_id) if account.person_id in g.pilot_ids)
    return Hers(person_id=account.person_id, groups=piloted)


def _one_after_another(untold: Sequence[MeetingLine], orphans: Sequence[MeetingLine], others: set[int]) -> list[MeetingLine]:
    """Hers of a month, and of two weeks those about which nobody can be asked: what is older of these is a wall, and no news.

    Hers first, the newest first.
    """
    each = sorted({line.id: line for line in (*untold, *orphans)}.values(), key=lambda line: line.id)
    each.sort(key=lambda line: (line.day, line.starts or time.min), reverse=True)
    return sorted(each, key=lambda line: line.id in others)


def _begun(line: MeetingLine, here: datetime) -> bool:
    """Whether a planned meeting has begun: it is no longer to come."""
    return line.day < here.date() or (line.starts is not None and datetime.combine(line.day, line.starts) <= here)


def _over(line: MeetingLine, here: datetime) -> bool:
    """Whether a planned meeting has ended, or begun if that is all that is known."""
    if line.starts is None:
        return line.day < here.date()
    ends = line.ends if line.ends is not None and line.ends > line.starts else None
    return datetime.combine(line.day, ends or line.starts) <= here


def _sheets(work: UnitOfWork, account: Account, today: date) -> int:
    if not may(account.role, Verb.EDIT_ANY_SHEET):
        return 0
    return sum(len(several) for several in to_do(work, account, today=today).values())


def close_action(work: UnitOfWork, account: Account, action_id: int, *, done: bool, now: datetime) -> bool:
    """✅ on an action, or ↩︎: whether it stood otherwise. Raises NotAllowed, NoSuchMeeting."""
    meeting_id = work.weeks.close_action(action_id, done=done)
    if meeting_id is not None:
        _check(work, account, meeting_id)
        work.journal.note(account_id=account.id, verb="close" if done else "reopen", noun="action", noun_id=action_id, now=now)
    return meeting_id is not None


def send_minutes(work: UnitOfWork, account: Account, meeting_id: int, *, to: MinutesState, now: datetime) -> MinutesState | None:
    """✅ on minutes of the list, or ↩︎ to what they were; returns what they were, None when somebody was faster.

    Raises NotAllowed, NoSuchMeeting, MinutesMoved.
    """
    meeting = may_read_minutes(work, account, meeting_id)
    if (meeting.minutes_state in UNSENT) != (to is MinutesState.SENT):
        return None
    move_minutes(work, account, meeting_id, to=to, version=meeting.minutes_version, now=now)
    return meeting.minutes_state


def _check(work: UnitOfWork, account: Account, meeting_id: int) -> None:
    meeting = work.meetings.get(meeting_id)
    if meeting is None:
        raise NoSuchMeeting
    if meeting.author_id != account.person_id:
        check_may_log(work, account, MeetingDraft(group_id=meeting.group_id, no_group=meeting.group_id is None, day=meeting.day))
