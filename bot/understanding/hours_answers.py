"""What a short answer fills in a card of hours: « 2h30 », « copil cls », « axe 3 », « hier », « Sophie »."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from bot.domain.drafts import DraftContent, Field, Gap, HoursDraft
from bot.domain.likely_hours import LONGEST_LIKELY
from bot.domain.requests import CorrectDraft
from bot.domain.shared_groups import shared
from bot.understanding import edits
from bot.understanding.corrections import correct
from bot.understanding.counts import number_value
from bot.understanding.group_answers import NO_GROUP, group_ids
from bot.understanding.impossible_days import is_of_other_years
from bot.understanding.length_answers import length_said
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.when import mentions_in


def answer_hours(scan: Scan, content: DraftContent, asked: Field, item: int) -> CorrectDraft | None:
    """The content with the asked field of its hours filled; None if the words do not answer."""
    if not content.hours:
        return None
    at = min(item, len(content.hours) - 1)
    hours = content.hours[at]
    said = " ".join(w.fold for w in scan.words if w.is_word)
    if asked is Field.MINUTES:
        when = length_said(scan)
        minutes = None if when is None else when.minutes if when.minutes is not None else _between(when.starts, when.ends)
        if minutes:
            told_again = minutes == hours.minutes
            hours = replace(hours, minutes=minutes, minutes_by_convention=when is not None and when.by_convention)
            return _put(content, at, hours, asked, doubt=minutes > LONGEST_LIKELY and not told_again)
    elif asked is Field.GROUP:
        if said in NO_GROUP:
            return _put(content, at, replace(hours, no_group=True, group_candidates=()), asked)
        axis = _axis(scan)
        if axis is not None:
            return _put(content, at, replace(hours, axis=axis, group_candidates=()), asked)
        ids = group_ids(scan)
        ids = tuple(g for g in ids if g in hours.group_candidates) or ids
        if ids:
            hours = replace(hours, group_id=ids[0] if len(ids) == 1 else None, group_candidates=ids if len(ids) > 1 else (), no_group=False)
            return _put(content, at, hours, asked)
    elif asked is Field.DAY:
        today = scan.hearing.now.date()
        days = [m.toward("past") for m in mentions_in(scan, [(0, len(scan))]) if m.days is not None and m.kind is not TimeKind.RECURRENCE]
        past = tuple(
            dict.fromkeys(m.days.first for m in days if m.days is not None and m.days.first <= today and not is_of_other_years(m, today))
        )
        if past:
            return _put(content, at, replace(hours, days=past, day_window=None), asked)
    return correct(scan, content, at, on_hours=True)


def _axis(scan: Scan) -> int | None:
    known = {axis.number for axis in scan.index.vocabulary.axes}
    number = next((n[0] for i in range(len(scan)) if (n := number_value(scan, i)) is not None), None)
    named = any(scan.fold(i) == "axe" for i in range(len(scan)))
    return number if number in known and (named or len(scan) == 1) else None


def _between(starts: time | None, ends: time | None) -> int | None:
    if starts is None or ends is None:
        return None
    return ((ends.hour - starts.hour) * 60 + ends.minute - starts.minute) % 1440


def _put(content: DraftContent, at: int, hours: HoursDraft, asked: Field, *, doubt: bool = False) -> CorrectDraft:
    unsure = tuple(f for f in hours.unsure if f is not asked)
    hours = replace(hours, unsure=(*unsure, asked) if doubt else unsure)
    filled = edits.put_hours(content, at, hours)
    if asked is Field.GROUP:
        filled = shared(content, Gap(field=asked, hours=at), filled)
    return CorrectDraft(content=filled, changed=(asked,))
