"""Whether a message asks to be reminded of something, of what, when and about whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.domain.drafts import Field
from bot.domain.leads import USUAL
from bot.domain.recurrence import Recurrence
from bot.domain.requests import SetReminder
from bot.understanding.choosing import choose_people
from bot.understanding.groups import Strength
from bot.understanding.leads import Lead, lead_told
from bot.understanding.privacy import private_words
from bot.understanding.reminder_cues import CUES, reminder_cue
from bot.understanding.reminder_days import (
    clock_told,
    dated,
    day_told,
    each_leap_day,
    ends_before,
    first_of,
    first_time,
    limits_told,
    next_at,
    part_told,
    rule_told,
)
from bot.understanding.reminder_limits import each_year, other_moments, unheeded
from bot.understanding.reminder_text import to_somebody, what_to_do
from bot.understanding.scan import Scan
from bot.understanding.series_limits import LimitsTold
from bot.understanding.taken_back import corrected
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

_TOO_WIDE = 92  # days among which no day of a reminder is meant


def read_reminder(scan: Scan, *, weak: bool = False) -> SetReminder | None:
    """The reminder asked for; `weak`: words such as « relance la CAF jeudi » count too."""
    if reminder_cue(scan, weak=weak) is None:
        return None
    private, lead = private_words(scan, keep_lead=True), lead_told(scan)
    told = [m for m in mentions_in(scan, [(0, len(scan))]) if m.kind is not TimeKind.DURATION]
    mentions, taken_back = corrected(scan, [m for m in told if not _of_meeting(scan, m, lead)])
    limits = limits_told(scan, mentions)
    lost = unheeded(scan, mentions, limits.words)
    mentions, yearly = each_year(scan, [m for m in mentions if scan.span_of(m)[0] not in lost.places])
    recurrence = next((m for m in mentions if m.recurrence is not None), None)
    ahead = dated(scan, _beside_cue(scan, mentions)) or dated(scan, mentions)
    counted = lead is not None and (ahead is None or lead.first < scan.span_of(ahead)[0])
    others = other_moments(scan, ahead if recurrence is None else recurrence)
    day, window = day_told(scan, ahead)
    eve = ahead if ahead is not None and recurrence is None and ends_before(scan, ahead) else None
    at = clock_told([m for m in mentions if m is not eve], recurrence)
    rule, day = _series(scan, recurrence, limits, day, at)
    past = counted or lost.day or any(m.days is not None for m in mentions)  # « le 2 mars », a year that is gone: never tomorrow
    day = next_at(scan, at) if day is None and window is None and at is not None and recurrence is None and not past else day
    if weak and window is not None and (window.last - window.first).days > _TOO_WIDE:
        return None  # « l'an prochain il faudra faire plus de terrain »
    asked = day is None and window is None and recurrence is None
    left = private | taken_back | lost.places | others.places | yearly | limits.words
    return SetReminder(
        what=to_somebody(scan, what_to_do(scan, told, left, anchored=asked or counted)),
        day=day,
        day_window=window,
        at=at,
        part_of_day=part_told(mentions),
        people=_people(scan),
        group_id=_group(scan),
        recurrence=rule,
        missing=(Field.DAY,) if asked else (),
        unheeded=(*lost.said, *others.said, *_vague(told, said=asked and lead is None)),
        eve_of=eve.words if eve is not None else "",
        privacy_warning=bool(private),
    )


def _vague(mentions: Sequence[TimeMention], *, said: bool) -> tuple[str, ...]:
    """« après les vacances », « à la rentrée »: no day can be told from it, which is said where the day is asked."""
    return tuple(m.words for m in mentions if m.kind is TimeKind.VAGUE and m.days is None) if said else ()


def _series(
    scan: Scan, recurrence: TimeMention | None, limits: LimitsTold, day: date | None, at: time | None
) -> tuple[Recurrence | None, date | None]:
    """How it comes again, and its first day."""
    rule = rule_told(recurrence, limits, at)
    if recurrence is not None and (day is None or limits.some):
        day = first_time(recurrence, scan, at) if rule is None or not limits.some else first_of(rule, scan, limits, at)
    if rule is not None and limits.limits.days_long is not None:  # « pendant 5 jours »: from the first time that can still ring
        day = first_of(rule, scan, limits, at or USUAL) or day
        rule = replace(rule, until=day + timedelta(days=limits.limits.days_long - 1)) if day is not None else rule
    return each_leap_day(scan, rule, day)


def _of_meeting(scan: Scan, mention: TimeMention, lead: Lead | None) -> bool:
    """« la veille du copil de 14h »: the hour of the meeting, not that of the reminder."""
    after = lead.last if lead is not None else len(scan)
    said = scan.fold(after) == "de" and scan.span_of(mention)[0] in {after, after + 1}
    return said and mention.starts is not None and mention.days is None


def _group(scan: Scan) -> int | None:
    """The one group that it is about."""
    named = [g for i, g in enumerate(scan.group_at) if g is not None and g.first == i and g.strength >= Strength.NAMED and len(g.ids) == 1]
    return named[0].ids[0] if named else None


def _beside_cue(scan: Scan, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The times told right after what asks: « commander avant fin novembre, tu me le redis le 25 »."""
    head = reminder_cue(scan)
    if head is not None and head.last and any(scan.span_of(m)[0] == head.last for m in mentions):
        return []  # « rappelle-moi jeudi 9h de relancer Karim vendredi »
    ends = {f.last for f in CUES.all(scan.words, 3)}
    return [m for m in mentions if ends & {scan.span_of(m)[0], scan.span_of(m)[0] - 1}]


def _people(scan: Scan) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for i, person in enumerate(scan.person_at):
        if person is not None and person.first == i:
            ids = choose_people(person.ids, scan.index, structures=(), group_id=None, author_id=scan.hearing.author_id)
            if len(ids) == 1:
                found[ids[0]] = None
    return tuple(found)
