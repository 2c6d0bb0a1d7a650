"""What a correction changes in the day and the hours of a card: one of them, both, the end, a pause, or the next date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.drafts import Field, NextMeetingDraft
from bot.french.public_holidays import is_day_off
from bot.understanding import edits
from bot.understanding.changes import Change
from bot.understanding.denials import day_of_month, near
from bot.understanding.lengths import more_or_less
from bot.understanding.lexicon_files import spaced
from bot.understanding.pauses import pause_minutes, pause_words
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turns import words_in
from bot.understanding.when import Ranges, When, mentions_in, rather_ahead, read_when

_BEGINS, _ENDS = words_in("edges", "begins"), words_in("edges", "ends")
_SMALL = words_in("corrects", "skipped") | words_in("small", "bare_date")
_RETOLD = _SMALL | words_in("small", "retold")
_OF_THE_HELD = frozenset({"etait", "reunion"})  # « c'était le 11 », « la réunion c'est le 11 »
_SUNDAY = 7
_NO_DAY = frozenset({TimeKind.RECURRENCE, TimeKind.DURATION, TimeKind.VAGUE, TimeKind.WINDOW})


def correct_times(scan: Scan, change: Change, facts: Ranges) -> None:
    """Put the day and the hours that the facts tell; those words are used up."""
    _next_date(scan, change, facts)
    _next_retold(scan, change, change.left(facts))
    facts = change.left(facts)
    _edges(scan, change, facts)
    _longer(scan, change, change.left(facts))
    _due_days(scan, change, change.left(facts))
    facts = change.left(facts)
    when = read_when(scan, facts)
    now = scan.hearing.now
    if when.impossible or when.day is not None or when.window is not None or when.day_candidates:
        change.put(edits.with_day(change.meeting, when, now), Field.DAY)
    if when.pause is not None and when.starts is None and when.ends is None and change.meeting.ends is None:
        when = replace(when, pause=None)
    if any(part is not None for part in (when.starts, when.ends, when.minutes, when.pause)):
        change.put(edits.with_hours(change.meeting, when, now), Field.DURATION)
    for mention in mentions_in(scan, facts):
        first, last = scan.span_of(mention) if pause_minutes(scan, mention) is None else pause_words(scan, mention)
        change.take(first + (scan.sign(first).casefold() == "là"), last)  # « il était là hier »


def _longer(scan: Scan, change: Change, facts: Ranges) -> None:
    """« une heure de plus », « une demi-heure de moins »."""
    for mention in mentions_in(scan, facts):
        known = change.meeting.minutes
        whole = more_or_less(scan, mention, known) if known is not None and mention.kind is TimeKind.DURATION else None
        if whole is not None:
            change.put(edits.with_hours(change.meeting, When(minutes=whole), scan.hearing.now), Field.DURATION)
            change.take(scan.span_of(mention)[0], scan.span_of(mention)[1] + 2)


def _due_days(scan: Scan, change: Change, facts: Ranges) -> None:
    """« pour le 20 », « avant lundi » tell when something is due, never when the meeting was."""
    for mention in mentions_in(scan, facts):
        if mention.days is not None and (mention.bound in {"before", "by"} or spaced(mention.words).startswith(("pour ", "pr ", "d ici "))):
            change.take(*scan.span_of(mention))


def _next_date(scan: Scan, change: Change, facts: Ranges) -> None:
    """A day still to come, said alone: it can only be that of the next meeting."""
    today = scan.hearing.now.date()
    for first, last in facts:
        ahead = [m for m in mentions_in(scan, [(first, last)]) if is_ahead(scan, m) or _is_offered(change, m)]
        others = [i for i in range(first, last) if scan.words[i].is_word and scan.time_at[i] is None and scan.fold(i) not in _SMALL]
        if len(ahead) != 1 or others:
            continue
        said, before = ahead[0], change.meeting.next_meeting
        days = said.toward("future").days
        day = near(said, before.day, ahead=True, today=today) if before is not None and before.day is not None else None
        if before is not None and before.other_day is not None and _is_offered(change, said):
            day = before.other_day
        day = day or (days.first if days is not None and days.single else None)
        clock = next((m for m in mentions_in(scan, [(first, last)]) if m.starts is not None and m.days is None), said)
        if day is None:
            continue
        following = NextMeetingDraft(day=day, starts=clock.starts, ends=clock.ends, group_id=change.meeting.group_id, said=said.words)
        change.put_next(edits.merged_next(before, following))
        change.take(first, last)


def _next_retold(scan: Scan, change: Change, facts: Ranges) -> None:
    """« finalement le 11 », « plutôt 15h »: a day or an hour said alone that is rather that of the next meeting."""
    before = change.meeting.next_meeting
    if before is None or before.day is None or change.meeting.day is None or scan.hearing.asked in {Field.DAY, Field.DURATION}:
        return
    for first, last in facts:
        words = {scan.fold(i) for i in range(first, last) if scan.words[i].is_word and scan.time_at[i] is None}
        told = mentions_in(scan, [(first, last)])
        if not told or len(told) > 2 or not words <= _RETOLD - _OF_THE_HELD or any(m.kind in _NO_DAY for m in told):
            continue
        dated = next((m for m in told if m.days is not None), None)
        timed = next((m for m in told if m.starts is not None), None)
        if len(told) == 2 and (dated is None or timed is None or dated is timed):
            continue
        day = _retold_day(scan, change, dated) if dated is not None else None
        if (day is None) if dated is not None else (timed is None or not _is_hour_of_next(scan, change, timed)):
            continue
        starts, ends = (timed.starts, timed.ends) if timed is not None else (None, None)
        following = NextMeetingDraft(day=day, starts=starts, ends=ends, group_id=before.group_id, said=scan.slice(first, last))
        change.put_next(edits.merged_next(before, following))
        change.take(first, last)


def _retold_day(scan: Scan, change: Change, said: TimeMention) -> date | None:
    """The day to come that is meant: what was told last was the next date, or it is nearer to it than to the day that was held."""
    held, following, today = change.meeting.day, change.meeting.next_meeting, scan.hearing.now.date()
    assert held is not None
    assert following is not None
    assert following.day is not None
    number = day_of_month(said) is not None
    if not number and not said.bare_weekday:
        return None
    ahead, behind = near(said, following.day, ahead=True, today=today), near(said, held, ahead=False, today=today)
    if ahead is None or behind is None or _next_told_last(scan):
        return ahead
    odd = _nobody_meets(scan, behind) and not _nobody_meets(scan, ahead)
    return ahead if number and (odd or abs(ahead - following.day) < abs(behind - held)) else None


def _nobody_meets(scan: Scan, day: date) -> bool:
    """Whether a day is a Sunday or a public holiday."""
    return day.isoweekday() == _SUNDAY or is_day_off(day, str(scan.hearing.now.tzinfo), week_ends=True)


def _is_hour_of_next(scan: Scan, change: Change, said: TimeMention) -> bool:
    """Whether an hour said alone is that of the next meeting: its date was told last, or today that hour is still to come."""
    if said.bound == "until" or said.starts is None:
        return False
    now, following = scan.hearing.now, change.meeting.next_meeting
    to_come = change.meeting.day == now.date() and said.starts > now.time() and following is not None and following.starts is not None
    return to_come or _next_told_last(scan)


def _next_told_last(scan: Scan) -> bool:
    return scan.hearing.draft is not None and scan.hearing.draft.last_told is Field.NEXT_MEETING


def _is_offered(change: Change, mention: TimeMention) -> bool:
    """Whether a day is the other one that the card offers for the next meeting: « vendredi 13 mars – ou le 20 mars ? »."""
    offered = change.meeting.next_meeting.other_day if change.meeting.next_meeting is not None else None
    days = mention.toward("future").days
    return offered is not None and days is not None and days.single and offered in (days.first, _same_number(days.first, offered))


def _same_number(day: date, offered: date) -> date:
    """The offered day where only its number was said, and the calendar's next one is another month's."""
    return offered if day.day == offered.day else day


def is_ahead(scan: Scan, mention: TimeMention) -> bool:
    """Whether a time tells one day that can only be still to come."""
    today = scan.hearing.now.date()
    if mention.days is None or mention.kind in {TimeKind.RECURRENCE, TimeKind.DURATION, TimeKind.VAGUE, TimeKind.WINDOW}:
        return False
    past = mention.days_toward("past")
    return past is None or past.first > today or rather_ahead(mention, today)


_SOONER = frozenset({"tot", "tard"})  # « on a fini plus tôt, 16h »


def _edges(scan: Scan, change: Change, facts: Ranges) -> None:
    """« la fin c'était 17h », « on a commencé à 13h30 », « 17h pour la fin »: that end of the hours moves, the other stays."""
    now = scan.hearing.now
    for first, last in facts:
        for mention in mentions_in(scan, [(first, last)]):
            if mention.starts is None or mention.ends is not None or mention.days is not None:
                continue
            edge = _edge_beside(scan, mention, last)
            if edge is None:
                continue
            if edge == "end":
                change.put(edits.with_hours(change.meeting, When(ends=mention.starts), now), Field.DURATION)
            else:
                change.put(edits.with_start(change.meeting, mention.starts, now), Field.DURATION)
            change.take(*scan.span_of(mention))


def _edge_beside(scan: Scan, mention: TimeMention, last: int) -> str | None:
    """Which end of the hours the words beside a clock time name."""
    begin, end = scan.span_of(mention)
    near_words = [*range(begin - 1, max(0, begin - 6) - 1, -1)]
    behind = range(end, min(last, end + 4)) if scan.fold(end) in {"pour", "c", "a"} else ()
    for i in (*near_words, *behind):
        if scan.time_at[i] is not None or (scan.sign(i) == "," and scan.fold(i - 1) not in _SOONER):
            break
        if scan.fold(i) in _ENDS or (scan.fold(i) in {"jusqu", "jusque"}):
            return "end"
        if scan.fold(i) in _BEGINS:
            return "start"
    return "end" if mention.bound == "until" else None
