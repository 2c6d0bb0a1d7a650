"""What can be said of time in a message: the values that the grammar of time returns and the clause reader takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Literal

from bot.domain.recurrence import Recurrence

Tense = Literal["past", "future", "any"]
Grain = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
PartOfDay = Literal["matin", "midi", "après-midi", "soir", "nuit", "journée"]
Edge = Literal["début", "milieu", "fin"]
Bound = Literal["from", "after", "before", "until", "by"]

_MONTH_DAYS = 31


class TimeKind(StrEnum):
    """What sort of time was said."""

    DAY = "day"  # one day: « hier », « jeudi 15 », « le 12/01 »
    WINDOW = "window"  # some days, the day left open: « la semaine pro », « fin janvier », « ce week-end », « en mars »
    CLOCK = "clock"  # an hour without a day: « à 14h »
    CLOCK_RANGE = "clock_range"  # two hours without a day: « 14h-16h30 », « de 9 à 12 »
    MOMENT = "moment"  # a day with its hour(s): « hier 14h-16h », « mardi 13 octobre 14h »
    INTERVAL = "interval"  # two days, with or without hours: « du 3 au 7 mars », « de lundi 16h à mardi 9h »
    PART_OF_DAY = "part_of_day"  # « ce matin » (days set), « le soir » (days None), « mardi en fin de matinée »
    DURATION = "duration"  # « 2h30 de préparation », « une demi-journée », « 3 x 1h »
    RECURRENCE = "recurrence"  # « chaque lundi à 9h », « tous les 2es mardis », « un jeudi sur deux »
    VAGUE = "vague"  # words to keep, no day to make up: « à la rentrée », « avant les vacances », « au printemps »


@dataclass(frozen=True, slots=True)
class Days:
    """Some days in a row, both ends included."""

    first: date
    last: date

    @property
    def single(self) -> bool:
        """Whether only one day is meant."""
        return self.first == self.last


@dataclass(slots=True, kw_only=True, eq=False)
class TimeMention:
    """One expression of time: where it stands, what sort it is, and what it says. None, False, empty: not said.

    Never changed once made, yet not frozen (see `Token`).

    `start`, `end` (excluded) are code points of the text, leading prepositions included (« pour le 15 », « d'ici lundi », « de 9h à 12h »);
    `first`, `last` (excluded) are indexes of tokens; `words` is that slice of the text.
    `days` is the reading in the tense that was asked for. Words that do not say their direction (« jeudi », « le 15 », « 12 janvier »,
    « en mars ») have both their nearest `past` and `future` readings: see `toward`. `alternatives`: readings among which only the
    author can choose (« mardi prochain » when this week still has a Tuesday); not empty means: ask.
    """

    kind: TimeKind
    start: int
    end: int
    first: int
    last: int
    words: str
    grain: Grain = "day"
    days: Days | None = None
    past: Days | None = None
    future: Days | None = None
    alternatives: tuple[Days, ...] = ()
    weekday: int | None = None  # 1 = Monday, when the words name one
    bare_weekday: bool = False  # « jeudi » alone: convention 4
    rank: int | None = None  # « le 2e mardi »: 2, « le dernier mardi »: -1
    starts: time | None = None
    ends: time | None = None
    crosses_midnight: bool = False  # « 22h-4h »: `ends` is on the next day
    part: PartOfDay | None = None
    edge: Edge | None = None
    bound: Bound | None = None  # « dès », « après », « avant », « jusqu'à », « d'ici »
    seconds: int | None = None  # of a duration, for one of `count`
    count: int = 1  # « 3 x 1h » is 3 times 3600 s
    by_convention: bool = False  # « une demi-journée », « une journée »
    approximate: bool = False
    sure: bool = True  # False: an hour or a duration decided by default (« 2h » alone), or a bare number read as an hour
    recurrence: Recurrence | None = None
    left: bool = False  # « reporté du 10 au 17 »: the 10th, when nothing takes place any more

    @property
    def day(self) -> date | None:
        """The one day that is named, None when none is or when the words leave several open."""
        return self.days.first if self.days is not None and self.days.single else None

    @property
    def minutes(self) -> int | None:
        """The length of one of `count`, in minutes; None when no duration is said."""
        return None if self.seconds is None else round(self.seconds / 60)

    @property
    def total_minutes(self) -> int | None:
        """The length of all, in minutes: 180 for « 3 x 1h »."""
        return None if self.seconds is None else round(self.seconds * self.count / 60)

    @property
    def due(self) -> date | None:
        """The latest day that honours the words: « avant vendredi » Friday, « avant juin » 31 May, « avant mi-mars » the 15th."""
        if self.days is None:
            return None
        if self.bound == "before" and self.grain == "month" and self.edge is None and not self.days.single:
            return self.days.first - timedelta(days=1)
        if self.edge == "milieu" and self.kind is TimeKind.WINDOW and self.bound in ("before", "by", "until"):
            return self.days.first.replace(day=15) if self.days.first.day == 11 else self.days.last
        return self.days.last

    def days_toward(self, tense: Tense) -> Days | None:
        """`days` in that tense, where the words leave the direction open."""
        chosen = self.past if tense == "past" else self.future if tense == "future" else None
        return self.days if chosen is None else chosen

    def toward(self, tense: Tense) -> TimeMention:
        """The same mention with `days` in that tense, where the words leave the direction open."""
        days = self.days_toward(tense)
        return self if days is self.days else replace(self, days=days)


def is_month(mention: TimeMention) -> bool:
    """« en août », of any year."""
    days = mention.days
    if days is None or days.single or mention.kind is not TimeKind.WINDOW or mention.edge is not None or mention.grain != "month":
        return False
    return days.first.day == 1 and (days.last - days.first).days < _MONTH_DAYS and not any(w.isdigit() for w in mention.words.split())


def spans_months(mention: TimeMention) -> bool:
    """« de mars à juin », « au printemps »."""
    return mention.kind is TimeKind.WINDOW and mention.days is not None and not is_month(mention)
