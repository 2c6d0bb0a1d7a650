"""Which days the hours of a message were spent on."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.drafts import DayWindow
from bot.understanding.lengths import PARTS
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in


def days_told(scan: Scan, first: int, last: int) -> tuple[tuple[date, ...], DayWindow | None]:
    """The days told, past or of today; a day that belongs to a group's meeting still to come is none."""
    today = scan.hearing.now.date()
    days: list[date] = []
    window: DayWindow | None = None
    for mention in mentions_in(scan, [(first, last)]):
        if mention.kind in {TimeKind.DURATION, TimeKind.RECURRENCE, TimeKind.VAGUE} and mention.days is None:
            continue
        past = mention.toward("past")
        if past.days is None or past.days.first > today or _of_group(scan, mention):
            continue
        if past.days.single or past.kind in {TimeKind.INTERVAL, TimeKind.MOMENT, TimeKind.PART_OF_DAY}:
            if past.bare_weekday and past.weekday == today.isoweekday() and days:
                days.append(today)
            else:
                days.append(past.days.first)
        elif window is None:
            window = DayWindow(first=past.days.first, last=past.days.last)
    if days and window is not None:
        inside = [_into(window, d) for d in days]
        days = [d for d in inside if d is not None] or days
        window = None
    return tuple(dict.fromkeys(days)), window


def _into(window: DayWindow, day: date) -> date | None:
    """The day of that weekday in a week told: « semaine dernière : lundi mardi »."""
    if window.first <= day <= window.last:
        return day
    same = [window.first + timedelta(days=k) for k in range((window.last - window.first).days + 1)]
    return next((d for d in same if d.isoweekday() == day.isoweekday()), None) if len(same) <= 7 else None


def _of_group(scan: Scan, mention: TimeMention) -> bool:
    """« préparer le GT de mardi », « pour la journée du 1er décembre »: the day of something else."""
    first = scan.span_of(mention)[0]
    before = first - 1
    if scan.fold(first) in {"de", "du", "d"} or scan.fold(before) in {"de", "du", "d"}:
        if scan.fold(before) in {"de", "du", "d"}:
            before -= 1
        if before >= 0 and (
            scan.group_at[before] is not None
            or scan.fold(before) in {"reunion", "reu", "journee", "gt", "copil", "cotech", "rdv", "forum", "pleniere"}
        ):
            return any(f.tag == "préparation" for f in PARTS.all(scan.words, 0, first))
    return False
