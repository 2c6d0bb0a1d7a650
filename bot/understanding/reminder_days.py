"""On which day and at what hour a reminder is due: « la veille du copil », « tous les lundis à 9h », « 2 jours avant »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Literal

from bot.domain.drafts import DayWindow
from bot.domain.recurrence import Recurrence, first_day, limited
from bot.understanding.scan import Scan
from bot.understanding.series_limits import LimitsTold, read_reminder_limits
from bot.understanding.times import TimeKind, TimeMention

_A_DAY = 86_400  # seconds
_SHIFTS = {"veille": -1, "lendemain": 1}


def dated(scan: Scan, mentions: list[TimeMention]) -> TimeMention | None:
    """The first time that can still come: the day of the reminder."""
    today = scan.hearing.now.date()
    ahead = [m.toward("future") for m in mentions]
    real = [m for m in ahead if m.days is not None and m.days.last >= today and m.kind is not TimeKind.VAGUE]
    return real[0] if real else None


def day_told(scan: Scan, mention: TimeMention | None) -> tuple[date | None, DayWindow | None]:
    """The day that a time tells, « la veille » and « 2 jours avant » counted back; else the days among which it must be chosen."""
    if mention is None or mention.days is None:
        return None, None
    last = scan.span_of(mention)[1]
    shift = next(
        (
            s
            for i in range(len(scan))
            if (s := _SHIFTS.get(scan.fold(i))) is not None and scan.fold(i - 1) in {"la", "le"} and scan.time_at[i] is None
            if i < last or scan.fold(i + 1) not in {"de", "du", "d", "des"}  # « jeudi, d'acheter le café la veille du copil »
        ),
        0,
    )
    if any(scan.fold(i) == "avant" and scan.fold(i + 1) == "veille" for i in range(len(scan))):
        shift = -2
    shift = shift or _days_before(scan, mention)
    if mention.days.single or mention.bound in {"before", "by", "until"}:
        day = mention.days.first if ends_before(scan, mention) else mention.due or mention.days.last
        return day + timedelta(days=shift), None
    return None, DayWindow(first=mention.days.first, last=mention.days.last)


def ends_before(scan: Scan, mention: TimeMention) -> bool:
    """« avant noël », « avant la semaine prochaine »: it is to be done before that day begins; a month ends on its last day."""
    if mention.days is None or mention.bound != "before" or mention.edge is not None or mention.grain == "month":
        return False
    return mention.days.first > scan.hearing.now.date() and counted_back(scan, scan.span_of(mention)[0]) is None


def _days_before(scan: Scan, mention: TimeMention) -> int:
    """« 2 jours avant le copil du 10 décembre »: how many days to count back (negative), 0 if none."""
    at = scan.span_of(mention)[0]
    if (back := counted_back(scan, at)) is not None:
        return -back
    for i in range(1, at):
        before = scan.time_at[i - 1]
        if scan.fold(i) == "avant" and before is not None and before.kind is TimeKind.DURATION and before.seconds is not None:
            return -(int(before.seconds) // _A_DAY)
    return 0


def counted_back(scan: Scan, i: int) -> int | None:
    """The whole days of « 48h » just before « avant le 18 décembre » at word i; None if no such length stands there."""
    before = scan.time_at[i - 1] if i and scan.fold(i) == "avant" and scan.time_at[i] is not None else None
    seconds = before.seconds if before is not None and before.kind is TimeKind.DURATION else None
    return int(seconds) // _A_DAY if seconds is not None and seconds >= _A_DAY else None


def clock_told(mentions: list[TimeMention], recurrence: TimeMention | None) -> time | None:
    """The hour told, that of the recurrence first; None when the person's usual hour counts."""
    if recurrence is not None and recurrence.recurrence is not None and recurrence.recurrence.at is not None:
        return recurrence.recurrence.at
    return next((m.starts for m in mentions if m.starts is not None), None)


def part_told(mentions: Sequence[TimeMention]) -> Literal["matin", "midi", "après-midi", "soir"] | None:
    """The part of the day that is told without an hour."""
    return next((m.part for m in mentions if m.part in {"matin", "midi", "après-midi", "soir"} and m.starts is None), None)


def next_at(scan: Scan, at: time) -> date:
    """The day of an hour that is told alone: today if it is still to come."""
    now = scan.hearing.now
    return now.date() if at > now.time().replace(tzinfo=None) else now.date() + timedelta(days=1)


def first_time(mention: TimeMention, scan: Scan, at: time | None) -> date | None:
    """The first day of a recurrence: today if its hour is still to come."""
    recurrence = mention.recurrence
    if mention.days is not None:
        return mention.days.first
    if recurrence is None or recurrence.weekday is None:
        return None
    now = scan.hearing.now
    day = now.date()
    if day.isoweekday() == recurrence.weekday and at is not None and at <= now.time().replace(tzinfo=None):
        day += timedelta(days=1)
    while day.isoweekday() != recurrence.weekday:
        day += timedelta(days=1)
    if recurrence.nth is not None and recurrence.nth > 0:
        while (day.day - 1) // 7 + 1 != recurrence.nth:
            day += timedelta(days=7)
    return day


def limits_told(scan: Scan, mentions: Sequence[TimeMention]) -> LimitsTold:
    """From when to when it comes again, and what it leaves out; nothing where nothing comes again."""
    repeats = next((m for m in mentions if m.recurrence is not None), None)
    return LimitsTold() if repeats is None else read_reminder_limits(scan, scan.span_of(repeats))


def rule_told(mention: TimeMention | None, limits: LimitsTold, at: time | None) -> Recurrence | None:
    """How it comes again within its limits."""
    if mention is None or mention.recurrence is None:
        return None
    return limited(replace(mention.recurrence, at=mention.recurrence.at or at), limits.limits)


def first_of(rule: Recurrence, scan: Scan, limits: LimitsTold, at: time | None) -> date | None:
    """The first day of a limited recurrence."""
    now = scan.hearing.now
    over = at is not None and at <= now.time().replace(tzinfo=None)
    return first_day(rule, since=limits.limits.since or now.date() + timedelta(days=over or (rule.weekday is not None and at is None)))


def each_leap_day(scan: Scan, rule: Recurrence | None, day: date | None) -> tuple[Recurrence | None, date | None]:
    """« tous les 29 février »: the 28th in the years that have no other, from the next February on, unless a year is told."""
    leap = rule is not None and rule.every == "P1Y" and day is not None and (day.month, day.day) == (2, 29)
    if rule is None or not leap or any(len(scan.sign(i)) == 4 and scan.sign(i).isdecimal() for i in range(len(scan))):
        return rule, day
    rule = replace(rule, months=(2,), dom=29)
    return rule, first_day(rule, since=scan.hearing.now.date() + timedelta(days=1))
