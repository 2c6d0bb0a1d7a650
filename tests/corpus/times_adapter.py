"""Puts the grammar of time in the form of `../shared/tools/evaluate_french_time.py`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.times import Days, TimeKind, TimeMention, find_times
from bot.understanding.tokens import tokenize

ZONE = ZoneInfo("Europe/Paris")
DAY, WORK_DAY = 86_400, 25_200
"""Seconds: the corpus counts « 2 jours de formation » on the calendar, where we count 7 hours of work a day (convention 1)."""
PART_STARTS = {
    ("matin", None): time(8),
    ("matin", "début"): time(8),
    ("matin", "milieu"): time(10),
    ("matin", "fin"): time(11),
    ("midi", None): time(12),
    ("après-midi", None): time(14),
    ("après-midi", "début"): time(13, 30),
    ("après-midi", "milieu"): time(15),
    ("après-midi", "fin"): time(17),
    ("soir", None): time(18),
    ("soir", "début"): time(18),
    ("soir", "milieu"): time(20),
    ("soir", "fin"): time(21),
    ("nuit", None): time(21),
    ("nuit", "début"): time(20),
    ("nuit", "fin"): time(22),
    ("journée", None): time(9),
    ("journée", "début"): time(8),
    ("journée", "milieu"): time(12),
    ("journée", "fin"): time(17),
}


def times(text: str, reference: datetime) -> list[dict[str, Any]]:
    """Everything of time in the text; the corpus knows no night convention."""
    now = reference if reference.tzinfo else reference.replace(tzinfo=ZONE)
    found = (_plain(mention, now) for mention in find_times(tokenize(text), now, night_ends=time(0), tense="future"))
    return [mention for mention in found if mention is not None]


def _plain(mention: TimeMention, now: datetime) -> dict[str, Any] | None:
    if mention.kind is TimeKind.VAGUE:
        return None
    if mention.kind is TimeKind.DURATION:
        day = WORK_DAY if mention.by_convention else DAY
        return {"seconds": (mention.seconds or 0) * mention.count * DAY / day}
    if mention.recurrence is not None:
        said = mention.recurrence
        recur = {"every": said.every, "weekday": said.weekday, "at": said.at.strftime("%H:%M") if said.at else None}
        return {"recur": {name: value for name, value in recur.items() if value is not None}}
    days = mention.alternatives[-1] if mention.alternatives else mention.days
    starts = mention.starts or PART_STARTS.get((mention.part or "", mention.edge))
    if days is None:
        today = now.date()
        passed = mention.starts is not None and mention.starts < now.time()
        days = Days(today + timedelta(days=passed), today + timedelta(days=passed))  # the next time it strikes
    start, end = _moment(days.first, starts), None
    if mention.ends is not None:
        end = _moment(days.last + timedelta(days=mention.crosses_midnight), mention.ends)
    elif not days.single:
        end = _moment(days.last, None)
    if mention.bound in ("before", "until", "by") and mention.kind is not TimeKind.INTERVAL and end is None:
        return {"start": None, "end": start}
    return {"start": start, "end": end}


def _moment(day: date, clock: time | None) -> str:
    return f"{day.isoformat()}T{clock.strftime('%H:%M:%S') if clock else '00:00:00'}"
