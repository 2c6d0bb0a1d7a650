"""When and where a planned meeting will be, when the one that moves stood, and how a series comes again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.drafts import DayWindow
from bot.domain.near_days import Near
from bot.domain.recurrence import Limits, Recurrence, first_day
from bot.domain.requests import PlanDeed, Same, Spot
from bot.french.dates import MONTHS
from bot.understanding.impossible_days import dates_of_no_year, words_of_no_date
from bot.understanding.lexicon_files import table
from bot.understanding.plan_hours import HourWords, hour_words, same_told
from bot.understanding.plan_near import (
    NO_SHIFT,
    ends_there,
    from_hour_to,
    from_then_on,
    is_bare_number,
    length_away,
    near_told,
    ranked_near,
    shift_told,
    stood_told,
    takes_back_hour,
)
from bot.understanding.plan_rules import rule_told, two_hours
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.time_calendar import after
from bot.understanding.times import Days, TimeKind, TimeMention
from bot.understanding.tokens import fold
from bot.understanding.when import Ranges, mentions_in
from bot.understanding.where import read_where

_FROM, _TO = frozenset({"de", "du", "d", "des"}), frozenset({"a", "au", "pour", "vers"})
_STOOD = frozenset(table("plans")["stood"]["words"].split())
_SECONDS_OF_A_DAY = 86_400
_USUAL_LENGTHS = {8: 7, 15: 14}  # « de huit jours », « de quinze jours »
_MONTHS = tuple(fold(month) for month in MONTHS)
_MOST_MINUTES = 24 * 60
_OR = frozenset({"ou", "et", "ni"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The times and the place of a message about the agenda; `words`: the indexes that they cover.

    `among`: days of which one is left, `near`: how the day of `spot` is told beside the one that is left. `limits`: from when to when
    the series goes and what it leaves out, `unread` what of that nobody can read. `misnamed`: a day told with another weekday than its
    own. `hour_words`: those that tell an hour and name none, `same`: what is as the last time. `impossible`: a day that the calendar
    does not have; `several`: two days or two hours of which only one can be meant.
    """

    on: date | None = None
    among: DayWindow | None = None
    spot: Spot = field(default_factory=Spot)
    near: Near | None = None
    window: DayWindow | None = None
    minutes: int | None = None
    rule: Recurrence | None = None
    limits: Limits | None = None
    unread: str | None = None
    misnamed: date | None = None
    shift_days: int = 0
    shift_months: int = 0
    shift_minutes: int = 0
    impossible: bool = False
    several: bool = False
    same: tuple[Same, ...] = ()
    hour_words: HourWords | None = None
    onwards: bool = False  # « à partir de mars »: that meeting and all that follow
    words: frozenset[int] = frozenset()

    @property
    def dated(self) -> bool:
        """Whether some day to come is told."""
        return self.spot.day is not None or self.window is not None or self.rule is not None


def read_told(scan: Scan, *, deed: PlanDeed, over_card: bool = False, over_series: bool = False) -> Told:
    """All that a message tells of days, hours and place: for a meeting that moves, a day told by « de » is the one that is left.

    `over_card`: it corrects a card, whose day is known: « au lendemain », « d'une semaine » are said beside that one. `over_series`: of the
    card of a series, so that « jusqu'à fin juin », « pas le 8 décembre » limit it.
    """
    whole = [(0, len(scan))]
    rule, limits = rule_told(scan, over_series=over_series, plans=deed is PlanDeed.PLAN)
    no_dates = {i for at in dates_of_no_year(scan) for i in range(*words_of_no_date(scan, at))}
    told = Told(rule=rule, limits=limits.limits if limits.some else None, unread=limits.unread, impossible=bool(no_dates))
    told = replace(told, several=rule is not None and two_hours(scan))
    moves = deed is PlanDeed.MOVE or over_card
    shift = shift_told(scan) if moves and rule is None else NO_SHIFT
    told = replace(told, shift_days=shift.days, shift_months=shift.months)
    covered = set(limits.words) | shift.words | no_dates
    for mention in mentions_in(scan, whole):
        first, last = scan.span_of(mention)
        covered |= set(range(first, last))
        if first in limits.words:
            if mention.starts is not None:  # « tous les lundis à 9h », « plutôt le jeudi 10h »
                told = replace(told, spot=_hours(told.spot, mention.starts, mention.ends))
            continue
        instead = stood_told(scan, mention)
        if instead is not None:
            covered |= set(instead)
            told = _left(told, mention) if deed is PlanDeed.MOVE and told.on is None else told
        elif shift.words.isdisjoint(range(first, last)):
            told = _with(scan, told, mention, deed=deed, moves=moves or deed is PlanDeed.CANCEL)
    if deed is PlanDeed.MOVE and not over_card:
        told = _of_rule(scan, told)
    where = read_where(scan, whole)
    if where is not None:
        covered |= set(range(where.first, where.last))
    if where is not None and not private_words(scan) & set(range(where.first, where.last)):
        spot = replace(told.spot, place_id=where.place_id, place_said=where.said, commune=where.commune)
        told = replace(told, spot=spot)
    same, said = same_told(scan)
    hours = hour_words(scan, timed=told.spot.starts is not None) if deed is not PlanDeed.CANCEL else None
    return replace(told, same=same, hour_words=hours, words=frozenset(covered) | said)


def _with(scan: Scan, told: Told, mention: TimeMention, *, deed: PlanDeed, moves: bool) -> Told:
    if mention.kind is TimeKind.VAGUE:
        return told
    if mention.kind is TimeKind.RECURRENCE:
        return replace(told, spot=_hours(told.spot, mention.starts, mention.ends))
    away = length_away(scan, mention) if moves else None
    if mention.kind is TimeKind.DURATION or away is not None:
        return _length(scan, told, mention, away=away)
    days = mention.days_toward("future")
    if deed is PlanDeed.MOVE and mention.kind is TimeKind.INTERVAL and days is not None and told.on is None and told.spot.day is None:
        there = replace(told.spot, day=days.last, starts=mention.ends)  # « de jeudi 14h à vendredi 15h »: both days of one move
        return replace(told, on=days.first, spot=there)
    if days is not None:
        told = _dated(scan, told, mention, days, deed=deed)
    if mention.starts is None and mention.ends is None:
        return told
    if deed is PlanDeed.MOVE and mention.ends is not None and from_hour_to(scan, mention):
        return replace(told, spot=_hours(told.spot, mention.ends, None))
    if mention.ends is None and ends_there(scan, mention):
        return replace(told, spot=_hours(told.spot, None, mention.starts))
    again = told.spot.starts not in {None, mention.starts} and (_is_linked(scan, mention) or takes_back_hour(scan, mention))
    return replace(told, spot=_hours(told.spot, mention.starts, mention.ends), several=told.several or again)


def _left(told: Told, mention: TimeMention) -> Told:
    """« au lieu du 21 », « pas le 21 »: the day on which it stood, in the month of which it was one: « le copil de janvier, c'est… »."""
    days = mention.days_toward("future")
    if days is None or not days.single:
        return told
    if told.among is not None and is_bare_number(mention):
        return replace(told, on=told.among.first + relativedelta(day=days.first.day), among=None)
    return replace(told, on=days.first)


def _of_rule(scan: Scan, told: Told) -> Told:
    """« le GT passe à tous les jeudis »: the first of those days, told of all that come; « le GT de tous les jeudis » stands there."""
    rule = told.rule
    if rule is None or told.on is not None or told.among is not None:
        return told
    told = replace(told, onwards=True)
    first = next(scan.span_of(m)[0] for m in mentions_in(scan, [(0, len(scan))]) if m.recurrence is not None)
    if rule.weekday is None or told.spot.day is not None or not {scan.fold(first), scan.fold(first - 1)} & _TO:
        return told
    near = Near.WEEKDAY if rule.nth is None else Near.LAST if rule.nth < 0 else Near.RANK
    day = first_day(replace(rule, every="P1M" if rule.nth else "P1W"), since=scan.hearing.now.date())
    return replace(told, spot=replace(told.spot, day=day), near=near)


def _is_linked(scan: Scan, mention: TimeMention) -> bool:
    """« à 14h ou 15h », « à 14h et à 16h »."""
    first, _ = scan.span_of(mention)
    return bool({scan.fold(first), scan.fold(first - 1)} & _OR)


def _hours(spot: Spot, starts: time | None, ends: time | None) -> Spot:
    """« 14h-16h »; « à 14h … jusqu'à 16h » told apart."""
    if starts is not None and ends is not None:
        return replace(spot, starts=starts, ends=ends)
    if starts is None:
        return replace(spot, ends=ends)
    return replace(spot, starts=starts) if spot.starts is None else replace(spot, ends=spot.ends or starts)


def _dated(scan: Scan, told: Told, mention: TimeMention, days: Days, *, deed: PlanDeed) -> Told:
    if deed is PlanDeed.MOVE and from_then_on(scan, mention):
        near = Near.WEEKDAY if told.on is not None and told.spot.day is not None else told.near
        return replace(told, on=None, among=DayWindow(first=days.first, last=date.max), onwards=True, near=near)
    known = told.on if deed is PlanDeed.CANCEL else told.spot.day
    if known is not None and (mention.bound is not None or not days.single):
        return told  # « on s'inscrit avant le 5 », « malade depuis lundi »: told beside its day
    if deed is PlanDeed.CANCEL:
        return _cancelled(scan, told, mention, days)
    first = told.on is None and told.among is None and told.spot.day is None and told.window is None
    if deed is PlanDeed.MOVE and first and _is_left(scan, mention):
        return replace(told, on=days.first) if days.single else _one_of(told, mention, days)
    ranked = ranked_near(mention) if deed is PlanDeed.MOVE else None
    if ranked is not None and known is None:
        return replace(told, spot=replace(told.spot, day=days.first), near=ranked, onwards=told.on is None and told.among is None)
    near = near_told(scan, mention)
    ahead = sorted({a.first for a in mention.alternatives if a.first >= scan.hearing.now.date()})
    misnamed = _misnamed(mention) if len(ahead) > 1 else None
    if misnamed is not None and mention.weekday is not None:
        ahead = sorted({misnamed, after(misnamed - timedelta(days=4), mention.weekday)})  # the nearest such weekday
    if len(ahead) > 1 and near is not Near.AFTER:
        return replace(told, window=DayWindow(first=ahead[0], last=ahead[-1]), misnamed=misnamed)
    if not days.single and near is not Near.AFTER:
        return replace(told, window=DayWindow(first=days.first, last=days.last))
    day = _after(told.on, days.first) if mention.bare_weekday and told.on is not None else days.first
    if known is not None and _said_again(mention, known, day):
        return told
    near = near if told.on is None or near is Near.NUMBER else None  # « du 12 mai au 13 »
    return replace(told, spot=replace(told.spot, day=day), near=near, window=None, several=told.several or known is not None)


def _misnamed(mention: TimeMention) -> date | None:
    """« vendredi 9 décembre », that is a Wednesday; « mardi prochain » names two Tuesdays."""
    day = mention.alternatives[0].first
    return day if mention.weekday not in {None, day.isoweekday()} else None


def _one_of(told: Told, mention: TimeMention, days: Days) -> Told:
    """« le copil de mars », « tous ceux à partir de mars »: the days among which the meeting stands."""
    onwards = mention.bound in {"from", "after"}
    first = days.last + timedelta(days=1) if mention.bound == "after" else days.first
    return replace(told, among=DayWindow(first=first, last=date.max if onwards else days.last), onwards=onwards)


def _cancelled(scan: Scan, told: Told, mention: TimeMention, days: Days) -> Told:
    """The one day of a meeting that will not be, or those of which it is one."""
    if told.among is not None:
        more = mention.bound is None and mention.grain == "month" and (_is_left(scan, mention) or _is_linked(scan, mention))
        return replace(told, several=told.several or more)
    if mention.bound in {"from", "after"} or (not days.single and mention.bound is None and _is_left(scan, mention)):
        return _with_month(scan, _one_of(told, mention, days), mention)
    if not days.single or (told.on is not None and _said_again(mention, told.on, days.first)):
        return told
    return replace(told, on=days.first, several=told.several or told.on is not None)


def _with_month(scan: Scan, told: Told, mention: TimeMention) -> Told:
    """« les GT de juillet et août »: those of both months; months apart are more than one."""
    last = scan.span_of(mention)[1]
    if told.among is None or scan.fold(last) not in _OR or scan.fold(last + 1) not in _MONTHS:
        return told
    after = told.among.last + timedelta(days=1)
    if after.month != _MONTHS.index(scan.fold(last + 1)) + 1:
        return replace(told, several=True)
    return replace(told, among=DayWindow(first=told.among.first, last=after + relativedelta(day=31)))


def _said_again(mention: TimeMention, known: date, day: date) -> bool:
    """« demain jeudi », « le 10 décembre, un jeudi »: the same day."""
    return day == known or (mention.bare_weekday and day.weekday() == known.weekday())


def _after(left: date, weekday: date) -> date:
    """« de mardi à jeudi »: the first such day after the one that is left."""
    return left + timedelta(days=(weekday - left).days % 7 or 7)


def _is_left(scan: Scan, mention: TimeMention) -> bool:
    """« reporte le GT de jeudi », « du 12 au 19 »: the day on which it stood; « au 12 », « à jeudi » tell the one to come."""
    first, _ = scan.span_of(mention)
    if mention.left or scan.fold(first - 1) in _STOOD:
        return True
    said = scan.fold(first)
    if said in _TO or scan.fold(first - 1) in _TO:
        return False
    return said in _FROM or scan.fold(first - 1) in _FROM or _beside_group(scan, first)


def _beside_group(scan: Scan, i: int) -> bool:
    """« le GT jeudi est annulé », « le copil demain 14h »: told right behind its group."""
    group = scan.group_at[i - 1] if i else None
    return group is not None


def _length(scan: Scan, told: Told, mention: TimeMention, *, away: int | None) -> Told:
    """« d'une semaine », « deux jours plus tard » move by so much (`away`); « 2h », « pendant 2h » tell how long."""
    if away is None:
        minutes = (mention.seconds or 0) * mention.count // 60
        return replace(told, minutes=minutes) if 0 < minutes < _MOST_MINUTES else told
    first, last = scan.span_of(mention)
    if any(scan.fold(i) == "mois" for i in range(first, last)):
        months = round(away / (30 * _SECONDS_OF_A_DAY)) or 1
        return replace(told, shift_months=months)
    if away % _SECONDS_OF_A_DAY == 0:
        days = away // _SECONDS_OF_A_DAY
        return replace(told, shift_days=_USUAL_LENGTHS.get(days, days))
    return replace(told, shift_minutes=away // 60)


def rest_of(scan: Scan, covered: frozenset[int], small: Ranges | frozenset[str]) -> list[int]:
    """The words that nothing explains: no time, place nor small word."""
    return [i for i in range(len(scan)) if i not in covered and scan.words[i].is_word and scan.fold(i) not in small]
