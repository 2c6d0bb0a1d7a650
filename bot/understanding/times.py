"""Which days, hours, durations and recurrences a message speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from bot.understanding.time_atoms import Grammar, Scene
from bot.understanding.time_calendar import FIRST_YEAR, LAST_YEAR
from bot.understanding.time_day_rules import DAYS
from bot.understanding.time_feast_rules import FEASTS
from bot.understanding.time_hour_rules import HOURS
from bot.understanding.time_interval_rules import INTERVALS, WEEKS
from bot.understanding.time_joining import join_all
from bot.understanding.time_length_rules import LENGTHS
from bot.understanding.time_lexemes import read_lexemes, references
from bot.understanding.time_link_rules import LINKS
from bot.understanding.time_mentions import Bound, Days, Edge, Grain, PartOfDay, Tense, TimeKind, TimeMention
from bot.understanding.time_period_rules import PERIODS
from bot.understanding.time_range_rules import RANGES
from bot.understanding.time_settling import settle
from bot.understanding.time_short_rules import SHORT_DAYS
from bot.understanding.time_sum_rules import SUMS
from bot.understanding.tokens import Token

__all__ = ["Bound", "Days", "Edge", "Grain", "PartOfDay", "Tense", "TimeKind", "TimeMention", "find_times"]

_LINKS = Grammar.of(RANGES, LINKS, WEEKS)
_ATOMS = Grammar.of(DAYS, SHORT_DAYS, FEASTS, PERIODS, HOURS, LENGTHS)


def find_times(tokens: Sequence[Token], now: datetime, *, tense: Tense = "any", night_ends: time = time(5)) -> tuple[TimeMention, ...]:
    """All expressions of time from left to right, none overlapping. Never raises; the time is linear in the number of tokens.

    `now` is the local time of sending. `tense` chooses the reading of words that do not say their direction (`any`: the nearest).
    Before `night_ends` « ce soir », « ce matin », « cet aprem » mean the day before (convention 2).
    """
    if not any(token.kind in ("word", "number") for token in tokens) or not FIRST_YEAR + 5 <= now.year <= LAST_YEAR - 5:
        return ()
    scene = Scene.at(now, night_ends)
    row = _ATOMS.rewrite(read_lexemes(tokens, references(tokens)), scene)
    for grammar in (SUMS, _LINKS, INTERVALS):
        row = grammar.rewrite(row, scene)
    found = list(settle(row, join_all(row, scene), tokens, scene, tense=tense))
    return tuple(_with_today_last(found, scene, tense=tense))


def _with_today_last(found: list[TimeMention], scene: Scene, *, tense: Tense) -> list[TimeMention]:
    """« lundi…, mardi… » told on Tuesday: the day of sending itself, when it ends a list of weekdays (convention 4)."""
    bare = [mention for mention in found if mention.bare_weekday]
    if len(bare) < 2 or bare[-1].weekday != scene.today.isoweekday() or bare[-2].weekday == bare[-1].weekday:
        return found
    today = Days(scene.today, scene.today)
    last = replace(bare[-1], past=today, days=today if tense == "past" else bare[-1].days)
    return [last if mention is bare[-1] else mention for mention in found]
