"""What is planned, moved or cancelled in the agenda: a card from proposal to ✅ and ↩︎, and what it still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol, TypeVar

from dateutil.relativedelta import relativedelta

from bot.domain.agenda import USUAL_MINUTES, Clash
from bot.domain.attendance import Presence
from bot.domain.drafts import DayWindow, NextMeetingDraft
from bot.domain.likely_hours import hardly_meant
from bot.domain.meetings import Meeting
from bot.domain.near_days import Near
from bot.domain.recurrence import Recurrence
from bot.domain.requests import PlanDeed, PlanMeeting, Spot


class PlanState(StrEnum):
    """Where a plan stands: a card, kept, taken back by ↩︎, or given up before ✅."""

    PROPOSED = "proposed"
    KEPT = "kept"
    UNDONE = "undone"
    DROPPED = "dropped"


class PlanQuestion(StrEnum):
    """What the card of a plan asks."""

    GROUP = "group"
    DAY = "day"
    HOURS = "hours"  # it would end before it begins
    MEETING = "meeting"  # which planned meeting is moved or cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A planned meeting as it stood before ✅, and the sequence that ✅ gave it: ↩︎ puts it back while nothing newer happened to it.

    `also`: what the same ✅ changed beside it, where only one value is kept.
    """

    meeting_id: int
    before: Spot | None  # None: ✅ made it
    sequence: int
    also: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContent:
    """What a plan says. `spot` is when and where it will be, as told: see `planned`; the shifts are by how much it moves.

    `near`: how the day of `spot` is told beside that of the meeting, until that meeting is known. `minutes`: how long it lasts, until its
    start is known.

    `window`: days among which she has still to choose. `rule`: a series that begins on `spot.day`. `meeting_id`: the planned meeting that
    moves or is cancelled; `second`: one more of that group on a day that has one already; `series_id`: the series that it belongs to,
    which goes along with it when `of_series`. `series_spot` and `series_ended_on`: that series as it stood before ✅.
    """

    deed: PlanDeed
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    title: str | None = None
    spot: Spot = field(default_factory=Spot)
    near: Near | None = None
    window: DayWindow | None = None
    rule: Recurrence | None = None
    meeting_id: int | None = None
    meeting_candidates: tuple[int, ...] = ()
    before: Spot | None = None
    second: bool = False
    series_id: int | None = None
    whole_series: bool = False
    series_spot: Spot | None = None
    series_ended_on: date | None = None
    shift_days: int = 0
    shift_months: int = 0
    shift_minutes: int = 0
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A card of the agenda, version-counted as a draft is. `changed`: what ✅ did, `series_id`: to which series."""

    id: int
    account_id: int
    version: int = 1
    state: PlanState = PlanState.PROPOSED
    content: PlanContent
    asked: PlanQuestion | None = None
    changed: tuple[Changed, ...] = ()
    series_id: int | None = None
    update_id: int | None = None
    touched_at: datetime
    kept_at: datetime | None = None


def planned(content: PlanContent) -> Spot:
    """When and where it will be: what is told, over where it stood moved by what is told."""
    if content.before is None or content.deed is PlanDeed.CANCEL:
        return content.before or content.spot
    return overlaid(shifted(content.before, content), content.spot)


def of_series(content: PlanContent) -> bool:
    """Whether all of the series goes along: its hours and its place do, its days are those of its rule."""
    same_day = content.before is not None and planned(content).day == content.before.day
    return content.whole_series and content.series_id is not None and same_day


def lacking(content: PlanContent, *, now: datetime) -> PlanQuestion | None:
    """What is to be asked before ✅; `now` is local. A moment that is past is asked for again."""
    if content.deed is not PlanDeed.PLAN and content.meeting_id is None:
        return PlanQuestion.MEETING
    if content.deed is PlanDeed.CANCEL:
        return None
    if content.group_id is None and content.title is None:
        return PlanQuestion.GROUP
    if content.window is not None or planned(content).day is None or is_past(content, now=now):
        return PlanQuestion.DAY
    if planned(content) == content.before:
        return PlanQuestion.DAY
    return PlanQuestion.HOURS if _backwards(planned(content), content.before) else None


def _backwards(spot: Spot, before: Spot | None) -> bool:
    """Whether it would end before it begins and is no night, in other words than where it stood."""
    same = before is not None and (before.starts, before.ends) == (spot.starts, spot.ends)
    return not same and _over_midnight(spot) and hardly_meant(spot.starts, spot.ends, minutes_between(spot.starts, spot.ends))


def _over_midnight(spot: Spot) -> bool:
    return spot.starts is not None and spot.ends is not None and spot.ends <= spot.starts


def is_past(content: PlanContent, *, now: datetime) -> bool:
    """Whether what is told to come has gone by; a day without its hour lasts until its end."""
    spot = planned(content)
    if spot.day is None or content.deed is PlanDeed.CANCEL:
        return False
    return spot.day < now.date() or (spot.day == now.date() and spot.starts is not None and spot.starts <= now.time().replace(tzinfo=None))


def lasting(content: PlanContent, told: Spot) -> tuple[PlanContent, Spot]:
    """« durera 3h »: its end, as soon as its start is known; an end that is told is believed instead."""
    if content.minutes is None or told.ends is not None:
        return replace(content, minutes=None), told
    starts = told.starts or planned(content).starts
    if starts is None or content.deed is PlanDeed.CANCEL:
        return content, told
    return replace(content, minutes=None), replace(told, starts=starts, ends=later(starts, content.minutes))


def overlaid(spot: Spot, told: Spot) -> Spot:
    """The spot with what was told since. A start told alone keeps the length; a place told replaces all of the old place."""
    starts, ends = told.starts or spot.starts, told.ends or spot.ends
    if told.starts is not None and told.ends is None:
        ends = None if _backwards(spot, None) else later(told.starts, minutes_between(spot.starts, spot.ends))
    place = told if told.place_id or told.place_said or told.commune else spot
    return Spot(
        day=told.day or spot.day,
        starts=starts,
        ends=ends,
        place_id=place.place_id,
        place_said=place.place_said,
        commune=place.commune,
    )


def shifted(spot: Spot, content: PlanContent | PlanMeeting) -> Spot:
    """The spot moved by a length: « d’une semaine », « d’un mois », « d’une heure »."""
    day = spot.day
    if day is not None and (content.shift_days or content.shift_months):
        day += relativedelta(days=content.shift_days, months=content.shift_months)
    if not content.shift_minutes:
        return replace(spot, day=day)
    return replace(spot, day=day, starts=later(spot.starts, content.shift_minutes), ends=later(spot.ends, content.shift_minutes))


def minutes_between(starts: time | None, ends: time | None) -> int | None:
    """How long from one to the other, past midnight if need be; None when one is not known."""
    if starts is None or ends is None:
        return None
    return (ends.hour * 60 + ends.minute - starts.hour * 60 - starts.minute) % (24 * 60) or None


class Hours(Protocol):
    """What has a start and an end, if they are known."""

    @property
    def starts(self) -> time | None:
        """When it begins."""

    @property
    def ends(self) -> time | None:
        """When it ends."""


Timed = TypeVar("Timed", bound=Hours)


def apart(one: Hours, other: Hours) -> bool:
    """Whether one ends before the other begins: they may be two meetings of one day. An end that nobody told is two hours later."""
    spans = sorted(_span(hours.starts, hours.ends) for hours in (one, other) if hours.starts is not None)
    return len(spans) == 2 and spans[0] != spans[1] and spans[0][1] <= spans[1][0]


def _span(starts: time, ends: time | None) -> tuple[int, int]:
    first = starts.hour * 60 + starts.minute
    return first, first + (minutes_between(starts, ends) or USUAL_MINUTES)


def nearest(told: Hours, among: Sequence[Timed]) -> Timed | None:
    """Of the meetings of one day the one that is meant: at the same time, else at the nearest hour, else the first."""

    def distance(other: Hours) -> tuple[bool, int]:
        if told.starts is None or other.starts is None:
            return False, 0
        return apart(told, other), abs(_span(told.starts, None)[0] - _span(other.starts, None)[0])

    return min(among, key=distance, default=None)


def later(starts: time | None, minutes: int | None) -> time | None:
    """The hour so many minutes later on the clock; None when one is not known."""
    if starts is None or minutes is None:
        return None
    whole = (starts.hour * 60 + starts.minute + minutes) % (24 * 60)
    return time(whole // 60, whole % 60)


def spot_of(told: Meeting | NextMeetingDraft) -> Spot:
    """When and where a meeting is planned, or announced."""
    return Spot(
        day=told.day,
        starts=told.starts,
        ends=told.ends,
        place_id=told.place_id,
        place_said=told.place_said,
        commune=told.commune,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What a card points out before ✅, and changes by itself never.

    `standing`: what that group has in the agenda on that day already, which ✅ rewrites; `beside`: which ✅ leaves as it is, as it is at
    another hour (both are set while she has not said whether it is a second meeting). `days`: those of a series that ✅ plans, without
    `known`: those on which that group has a meeting already; `single`: what it has beside a series that ends or begins.
    `holidays` and `school`: public and school holidays among the days.
    `excused`: from the day that a meeting leaves; of the other day they say it again.
    """

    standing: Spot | None = None
    beside: Spot | None = None
    conflicts: tuple[Clash, ...] = ()
    days: tuple[date, ...] = ()
    known: tuple[date, ...] = ()
    single: tuple[date, ...] = ()
    holidays: tuple[tuple[date, str], ...] = ()
    school: tuple[date, ...] = ()
    excused: tuple[Presence, ...] = ()
