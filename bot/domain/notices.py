"""What is due to somebody at an hour of her clock: when it may be said, until when it is still worth saying, and what she answered."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.quiet import DaysOff, Quiet, working_day
from bot.domain.rhythms import Away, away_on, back_from

QUIET = Quiet()
ON_TIME = timedelta(minutes=1)  # what leaves within it needs no « (prévu à 9 h) », and the evening does not stop it
LOUD_FOR = timedelta(hours=1)  # how late what was asked for at a quiet hour, or on a Sunday, may still ring there


class NoticeKind(StrEnum):
    """What a notice is about."""

    REMINDER = "reminder"
    UNREACHABLE = "unreachable"  # somebody does not receive what Maillon sends: for the coordinator
    PROMPT = "prompt"  # a planned meeting has just ended: is it done?
    CHASE = "chase"  # nothing was told of it two working days later
    LAST_CHASE = "last chase"  # nor five working days later
    WEEK = "week"  # the point of the week
    DATE_SEARCH = "date search"  # a date is looked for, or found; what it says is worked out when it leaves
    AHEAD = "ahead"  # a planned meeting comes nearer; the snoozes are how many minutes before it
    STAND_IN = "stand in"  # somebody goes on leave and named her
    STAND_IN_OVER = "stand in over"  # that leave is no more, or is another's to bear: the turn is that of the other, negative


OF_MEETINGS = frozenset({NoticeKind.PROMPT, NoticeKind.CHASE, NoticeKind.LAST_CHASE})


class NoticeAnswer(StrEnum):
    """What she did with a notice."""

    DONE = "done"
    LATER = "later"
    DROPPED = "dropped"  # of a meeting: not to be asked about again
    MOVING = "moving"  # the meeting was put off, to a day that is still to be told
    MOVED = "moved"
    CANCELLED = "cancelled"


class Fate(StrEnum):
    """What becomes of a notice that is due."""

    SEND = "send"
    WAIT = "wait"  # for the next moment that is not quiet
    KEEP = "keep"  # for the next digest: it is too late to ring


class Due(NamedTuple):
    """When something is due: `on`, `at` as promised on the clocks of `zone`, and the moments (UTC) that follow from them.

    `due_at` is when it leaves, `until` when it is no longer worth ringing for. `loud`: it is a quiet hour, and she asked for it.
    A tuple: what becomes of it is worked out once for all that is due alike.
    """

    on: date
    at: time
    zone: str
    due_at: datetime
    until: datetime
    loud: bool = False


class Notice(NamedTuple):
    """One thing due to one person, once. `turn` counts the times of a series, `snoozes` how often she put this one off.

    `what` is the words of its reminder, `series` whether that comes again; `meeting` is the group whose meeting it announces or asks
    about, with its day and hours, `held` whether that one lacks only who was there; `about` is the name of the person whom an
    UNREACHABLE notice, or one about a stand-in, tells of. `unreachable`: she receives nothing that Maillon sends. `later_on`,
    `later_at`: to when she put it off, or where she moved the meeting. `moot`: it is settled, so that nothing is to be said any more.
    `quiet`, `away`: her own hours and leaves. A tuple: ten thousand may be due at the same minute.
    """

    id: int
    territory_id: int
    account_id: int
    chat_id: int
    kind: NoticeKind
    due: Due
    reminder_id: int | None = None
    turn: int = 0
    snoozes: int = 0
    attempts: int = 0
    what: str = ""
    series: bool = False
    meeting: str | None = None
    meeting_day: date | None = None
    meeting_starts: time | None = None
    meeting_ends: time | None = None
    meeting_id: int | None = None
    held: bool = False
    sequence: int = 0  # of that meeting
    moot: bool = False
    about: str = ""
    unreachable: bool = False
    answer: NoticeAnswer | None = None
    later_on: date | None = None
    later_at: time | None = None
    changed_at: datetime | None = None  # when it was said or answered
    quiet: Quiet = QUIET
    away: tuple[Away, ...] = ()
    leave: Away | None = None  # of one about a stand-in; None where that leave ended early


@lru_cache(maxsize=4096)
def instant(day: date, at: time, zone: str) -> datetime:
    """That local hour as a moment in UTC. One that spring skips is as long after midnight as if nothing were skipped (2:30 → 3:30);
    one that autumn has twice is its first."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """That moment on the clocks of the zone, without the zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def due_on(day: date, at: time, zone: str, *, off: DaysOff, loud: bool) -> Due:
    """What is promised for that hour: at that very time if she asked for it (`loud`), else at the next one that is not quiet."""
    wished = datetime.combine(day, at)
    moment = wished if loud else QUIET.next_moment(_same_hour(wished, off), off)
    due_at, until = instant(moment.date(), moment.time(), zone), _until(moment, zone, off)
    return Due(on=day, at=at, zone=zone, due_at=due_at, until=until, loud=loud and QUIET.holds(moment, off))


def _same_hour(moment: datetime, off: DaysOff) -> datetime:
    """On a day off, the same hour of the next day on which people work."""
    return datetime.combine(working_day(moment.date(), off), moment.time())


def _until(moment: datetime, zone: str, off: DaysOff) -> datetime:
    """The evening of the next working day."""
    day = working_day(moment.date() + timedelta(days=1), off)
    return instant(day, QUIET.begins, zone)


def due_when_quiet_ends(moment: datetime, zone: str, *, off: DaysOff, quiet: Quiet) -> Due:
    """What nobody asked for at that local moment: then, or as soon as she may be written to again."""
    rings = quiet.next_moment(moment, off)
    due_at, until = instant(rings.date(), rings.time(), zone), _until(rings, zone, off)
    return Due(on=rings.date(), at=rings.time(), zone=zone, due_at=due_at, until=until)


def fate(
    due: Due, *, now: datetime, off: DaysOff, quiet: Quiet = QUIET, away: tuple[Away, ...] = (), asked: bool = True
) -> tuple[Fate, datetime]:
    """What becomes now of something due, and when it is to be looked at again if it waits.

    `quiet` and `off` are hers. `asked`: she asked for that very time, whatever her quiet hours. What falls within her leave, or waited for
    its end, is still worth saying on the day after it and the next working day.
    """
    here = local(now, due.zone)
    missed = [leave for leave in away if leave.first <= here.date() and due.on <= leave.last]
    until = max([due.until, *(_until(back_from(leave.last, quiet=quiet, off=off), due.zone, off) for leave in missed)])
    if now > until:
        return Fate.KEEP, now
    leave = away_on(away, here.date())
    if leave is not None:
        back = back_from(leave.last, quiet=quiet, off=off)
        return Fate.WAIT, instant(back.date(), back.time(), due.zone)
    late = now - due.due_at
    hushed = quiet.holds(local(due.due_at, due.zone), off)
    on_time = late <= (LOUD_FOR if due.loud or hushed else ON_TIME) and (asked or not hushed)
    if on_time or not quiet.holds(here, off):
        return Fate.SEND, now
    moment = quiet.next_moment(here, off)
    again = instant(moment.date(), moment.time(), due.zone)
    return (Fate.WAIT, again) if again <= until else (Fate.KEEP, now)


def begins_at(day: date, starts: time | None, zone: str, *, quiet: Quiet) -> datetime:
    """When a meeting begins; in the evening, when her quiet hours do, where its hour is not known."""
    return instant(day, starts or quiet.begins, zone)


def has_begun(notice: Notice, now: datetime) -> bool:
    """Whether the meeting that a notice speaks of has begun."""
    day = notice.meeting_day
    return day is not None and now >= begins_at(day, notice.meeting_starts, notice.due.zone, quiet=notice.quiet)


def is_late(due: Due, now: datetime) -> bool:
    """Whether it is said at another hour than was promised."""
    return now - instant(due.on, due.at, due.zone) > ON_TIME
