"""When, how long and where a meeting was, out of the words that tell its facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.drafts import DayWindow
from bot.understanding.days_elsewhere import tells_elsewhere, told_before_head
from bot.understanding.hours_held import ends_there, gave_way, over_by, really_began, really_ended, was_kept, was_planned
from bot.understanding.impossible_days import names_no_day
from bot.understanding.pauses import pause_minutes
from bot.understanding.scan import Scan
from bot.understanding.times import Days, TimeKind, TimeMention

Ranges = list[tuple[int, int]]
NIGHT_ENDS = 5
_A_WHILE = 30  # minutes, from which on a length in brackets behind a name is that of the meeting if no other is told
_LONGEST = 7 * 24 * 60  # minutes: no meeting lasts longer
_CORRECTING = frozenset({"enfin", "non", "pardon", "plutot", "oups", "rectif", "erreur", "fait"})


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Day, hours and length as told; `impossible`: a day that the calendar does not have; `pause`: minutes off the hours."""

    day: date | None = None
    day_candidates: tuple[date, ...] = ()
    window: DayWindow | None = None
    starts: time | None = None
    ends: time | None = None
    minutes: int | None = None
    approximate: bool = False
    by_convention: bool = False
    pause: int | None = None
    impossible: bool = False
    day_mentions: tuple[TimeMention, ...] = ()
    hour_mentions: tuple[TimeMention, ...] = ()


def mentions_in(scan: Scan, ranges: Ranges) -> list[TimeMention]:
    """The times told in those words, each once, in order."""
    found: list[TimeMention] = []
    for first, last in ranges:
        for i in range(first, last):
            time = scan.time_at[i]
            if time is not None and (not found or found[-1] is not time):
                found.append(time)
    return found


def first_word(scan: Scan, mention: TimeMention) -> int:
    """The first word of a time."""
    return scan.span_of(mention)[0]


def read_when(scan: Scan, ranges: Ranges, *, durations: bool = True, telling: bool = False) -> When:
    """The day and the hours of something that happened; `telling`: days told of something else behind its head are left aside."""
    times = mentions_in(scan, ranges)
    pauses = {id(mention): off for mention in times if (off := pause_minutes(scan, mention)) is not None}
    when = _hours(scan, [mention for mention in times if id(mention) not in pauses], durations=durations)
    if pauses:
        spoken = tuple(mention for mention in times if id(mention) in pauses)
        when = replace(when, pause=sum(pauses.values()), hour_mentions=(*when.hour_mentions, *spoken))
    if names_no_day(scan, ranges):
        return replace(when, impossible=True)
    return _day(scan, times, when, begin=ranges[0][0] if telling and ranges else None)


def _either_way(mention: TimeMention) -> bool:
    """Whether a window may be past or to come."""
    return mention.kind is TimeKind.WINDOW and None not in (mention.past, mention.future) and mention.past != mention.future


def _day(scan: Scan, times: list[TimeMention], when: When, *, begin: int | None) -> When:
    today = scan.hearing.now.date()
    chosen: TimeMention | None = None
    days: Days | None = None
    for mention in times:
        if mention.days is None or mention.left or mention.kind in {TimeKind.RECURRENCE, TimeKind.DURATION, TimeKind.VAGUE}:
            continue
        past = mention.days_toward("past")
        if (
            past is None
            or past.first > today
            or rather_ahead(mention, today)
            or _either_way(mention)
            or (begin is not None and tells_elsewhere(scan, mention, when.hour_mentions, begin))
        ):
            continue
        held = chosen is not None and (
            any(of(scan, chosen) and not of(scan, mention) for of in (was_planned, _follows_up)) or told_before_head(scan, chosen, mention)
        )
        if chosen is None or days is None or held or _corrects(scan, chosen, mention) or (not days.single and past.single):
            chosen, days = mention, past
    if chosen is None or days is None:
        return when
    if _of_mine(scan, chosen, today):
        return replace(when, day=today, day_mentions=(chosen,))
    when = replace(when, day_mentions=(chosen,))
    if chosen.alternatives and len({a.first for a in chosen.alternatives}) > 1:
        past_days = tuple(a.first for a in chosen.alternatives if a.first <= today)
        return replace(when, day=past_days[0]) if len(past_days) == 1 else replace(when, day_candidates=past_days)
    if days.single or chosen.kind in {TimeKind.INTERVAL, TimeKind.PART_OF_DAY, TimeKind.MOMENT}:
        return replace(when, day=days.first)
    return replace(when, window=DayWindow(first=days.first, last=days.last))


def _of_mine(scan: Scan, mention: TimeMention, today: date) -> bool:
    """Whether « mon mardi », « ma journée de mardi » is told on a Tuesday: it is today."""
    if not mention.bare_weekday or mention.weekday != today.isoweekday():
        return False
    i = scan.span_of(mention)[0] - 1
    i -= scan.fold(i) in {"de", "d"} and scan.fold(i - 1) in {"journee", "matinee", "soiree"}
    return scan.fold(i) == "mon" or (scan.fold(i) in {"journee", "matinee", "soiree"} and scan.fold(i - 1) == "ma")


def rather_ahead(mention: TimeMention, today: date) -> bool:
    """Whether a day said without its year is far behind in the past and near in the future: « le 3/12 » said in November."""
    past, future = mention.past, mention.future
    return past is not None and future is not None and (today - past.last).days > 200 and (future.first - today).days <= 120


def _corrects(scan: Scan, before: TimeMention, after: TimeMention) -> bool:
    """Whether « non », « pardon » stands between two times, so that the second takes the first back."""
    between = scan.words[scan.span_of(before)[1] : scan.span_of(after)[0]]
    return len(between) <= 5 and any(w.fold in _CORRECTING for w in between) and not any(w.fold == "pas" for w in between[-1:])


def _hours(scan: Scan, times: list[TimeMention], *, durations: bool) -> When:
    starts = ends = None
    planned = False  # the hours told until now are those announced: « prévu 14h mais on a démarré à 14h30 »
    used: list[TimeMention] = []
    for k, mention in enumerate(times):
        if mention.kind is TimeKind.DURATION or (mention.starts is None and mention.ends is None) or mention.kind is TimeKind.RECURRENCE:
            continue
        if gave_way(scan, mention):
            used.append(mention)
            continue
        corrected = bool(used) and _corrects(scan, used[-1], mention)
        if mention.starts is not None and mention.ends is not None:
            if starts is not None and ends is not None and not corrected and not planned:
                continue
            starts, ends = mention.starts, mention.ends
            planned = was_planned(scan, mention)
            used.append(mention)
            continue
        clock = mention.starts or mention.ends
        if ends_there(scan, mention):
            ends = clock if corrected or planned or (clock is not None and really_ended(scan, mention)) else ends or clock
        elif corrected and starts is not None and ends is not None and clock is not None:
            starts, ends = (starts, clock) if _nearer(clock, ends, starts) else (clock, ends)
        elif starts is None or corrected or planned or really_began(scan, mention):
            starts, planned = clock, was_planned(scan, mention)
        elif ends is None and clock is not None and clock > starts and _adjacent(scan, times[k - 1], mention):
            ends = clock
        else:
            continue
        used.append(mention)
    roughly = any(_roughly(scan, mention) for mention in used if not gave_way(scan, mention))
    return _lengths(scan, times, When(starts=starts, ends=ends, approximate=roughly, hour_mentions=tuple(used)), durations=durations)


def _lengths(scan: Scan, times: list[TimeMention], when: When, *, durations: bool) -> When:
    """The hours with the length told beside them, the one kept rather than the one announced, and what they ran over."""
    chosen: TimeMention | None = None
    spoken: list[TimeMention] = []
    times_of_length = [m for m in times if m.kind is TimeKind.DURATION]
    more = 0
    for mention in times_of_length:
        over = over_by(scan, mention)
        more += over
        if over or gave_way(scan, mention):
            spoken.append(mention)
        elif durations and _lasts_it(scan, mention, alone=when.starts is None and len(times_of_length) == 1):
            before = (m for m in reversed(times[: times.index(mention)]) if m in when.hour_mentions or m in spoken)
            last = chosen if chosen is not None else next(before, None)
            kept = chosen is not None and was_planned(scan, chosen) and was_kept(scan, mention)
            if chosen is None or kept or (last is not None and _corrects(scan, last, mention)):
                chosen = mention
                spoken.append(mention)
    ends = when.ends
    if more and when.starts is not None and ends is not None:
        ends = (datetime.combine(date.min, ends) + timedelta(days=1, minutes=more)).time()
    return replace(
        when,
        ends=ends,
        minutes=chosen.total_minutes if chosen is not None else None,
        by_convention=chosen is not None and chosen.by_convention,
        approximate=when.approximate or (chosen is not None and chosen.approximate),
        hour_mentions=tuple(m for m in times if any(m is other for other in (*when.hour_mentions, *spoken))),
    )


def _lasts_it(scan: Scan, mention: TimeMention, *, alone: bool) -> bool:
    """Whether a length can be that of the meeting: told, not too long, not how long somebody stayed; `alone`: no other time is told."""
    return 0 < (mention.total_minutes or 0) <= _LONGEST and not _of_one_person(scan, mention, alone=alone)


def _follows_up(scan: Scan, mention: TimeMention) -> bool:
    """« suite au copil du 2 novembre, cotech hier »: the day of what came before."""
    at = scan.span_of(mention)[0]
    near = range(max(0, at - 6), at - 1)
    return any(scan.fold(k) == "suite" and scan.fold(k + 1) in {"a", "au", "aux"} for k in near)


def _of_one_person(scan: Scan, mention: TimeMention, *, alone: bool) -> bool:
    """Whether a length in brackets is how long the one just named stayed: « Fatima (20 min seulement) », not « Sophie, Julie (1h30) »."""
    i, last = scan.span_of(mention)
    opened = next((k for k in range(i - 1, max(-1, i - 8), -1) if not scan.words[k].is_word), -1)
    if opened < 1 or scan.sign(opened) != "(" or scan.person_at[opened - 1] is None:
        return False
    bare = opened == i - 1 and scan.sign(last) in {")", ","}
    return not (alone and bare and (mention.total_minutes or 0) >= _A_WHILE)


def _nearer(clock: time, ends: time, starts: time) -> bool:
    """Whether « 14h-15h30, non 15h45 » takes back the end rather than the beginning: the hour it comes near to."""
    minutes = [moment.hour * 60 + moment.minute for moment in (clock, ends, starts)]
    return abs(minutes[0] - minutes[1]) <= abs(minutes[0] - minutes[2])


def _adjacent(scan: Scan, before: TimeMention, after: TimeMention) -> bool:
    return not any(w.is_word and w.fold not in {"a", "jusqu", "et"} for w in scan.words[scan.span_of(before)[1] : scan.span_of(after)[0]])


def _roughly(scan: Scan, mention: TimeMention) -> bool:
    i = first_word(scan, mention)
    last = i
    while last < len(scan) and scan.time_at[last] is mention:
        last += 1
    if scan.group_at[i] is not None or (i > 0 and scan.group_at[i - 1] is not None and scan.fold(i - 1).startswith("env")):
        return False
    if mention.approximate:
        return True
    around = {scan.fold(i - 1), scan.fold(last), scan.fold(last + 1) if scan.fold(last) in {"a", "en"} else ""}
    return bool(around & {"environ", "env", "vers", "approximativement"}) or (scan.fold(last) == "a" and scan.fold(last + 1) == "peu")


def settled(when: When, now: datetime) -> tuple[When, bool]:
    """The hours completed from one another, and the day taken as that of sending where that is sure; True if the day was assumed."""
    when = completed(when, when.day or now.date(), now)
    if when.day is not None or when.window is not None or when.day_candidates or when.impossible:
        return when, False
    night = now.hour < NIGHT_ENDS
    day = now.date() - timedelta(days=1) if night else now.date()
    last = when.ends or when.starts
    over = night or last is None or last <= now.time().replace(tzinfo=None)
    if not over:
        return when, False
    return completed(replace(when, day=day), day, now), True


def completed(when: When, day: date, now: datetime) -> When:
    """Start, end and length, any of them computed from the two others; elapsed time counts across a change of summer time."""
    starts, ends, minutes = when.starts, when.ends, when.minutes
    if starts is not None and ends is not None:
        minutes = elapsed(day, starts, ends, now)
        pause = when.pause or 0
        return replace(when, minutes=minutes - pause if pause < minutes else minutes, by_convention=False)
    if minutes is not None and not when.by_convention:
        if starts is not None:
            ends = (datetime.combine(day, starts) + timedelta(minutes=minutes)).time()
        elif ends is not None:
            starts = (datetime.combine(day, ends) - timedelta(minutes=minutes)).time()
    return replace(when, starts=starts, ends=ends)


def elapsed(day: date, starts: time, ends: time, now: datetime) -> int:
    """Minutes between two clock times, over midnight if need be, in the zone of `now`."""
    first = datetime.combine(day, starts, tzinfo=now.tzinfo)
    last = datetime.combine(day if ends > starts else day + timedelta(days=1), ends, tzinfo=now.tzinfo)
    return round((last.astimezone(UTC) - first.astimezone(UTC)).total_seconds() / 60)


def outside(ranges: Ranges, holes: Ranges) -> Ranges:
    """The ranges of words less those of the holes."""
    for first, last in holes:
        ranges = [piece for a, b in ranges for piece in ((a, min(b, first)), (max(a, last), b)) if piece[0] < piece[1]]
    return ranges
