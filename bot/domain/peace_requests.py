"""What a person asks about when she is written to: the values that the ear returns for leaves, quiet hours and the point of the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeLeave:
    """« je suis en congé du 3 au 14, c'est Sophie qui prend le relais »: both ends included, None when they are not known.

    `stand_in_said`: the words that name somebody unknown, or one of several (`candidates`).
    """

    first: date | None = None
    last: date | None = None
    stand_in_id: int | None = None
    stand_in_said: str | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EndLeave:
    """« je suis rentrée » (`back`), « annule mes congés » (`every`), « supprime mon congé de décembre » (the days that were named).

    `returns`: the first day on which she is there again (« je reviens le 7 », « mon arrêt est prolongé jusqu'au 15 »); `other_end`: it
    ends sooner or later than was noted, on a day that she did not say.
    """

    back: bool = False
    returns: date | None = None
    other_end: bool = False
    every: bool = False
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRhythm:
    """« mon point de la semaine le jeudi à 9h », « ne m'écris pas avant 9h », « pas le week-end »; None: not said. 1 = Monday.

    `wider`: she named a part of the week-end only, and gets or loses the whole of it.
    """

    week_day: int | None = None
    week_at: time | None = None
    no_week: bool | None = None
    quiet_from: time | None = None
    quiet_to: time | None = None
    week_ends: bool | None = None
    holidays: bool | None = None
    wider: bool = False


class Lack(StrEnum):
    """What she asked for that is no setting."""

    DAY_OFF = "day off"  # « je ne travaille pas le mercredi »
    SILENCE = "silence"  # « stop les messages », without an end that is read


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSetting:
    """To be left in peace in a way that there is not: she hears which ways there are."""

    lack: Lack
