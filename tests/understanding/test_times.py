"""Times as coordinators type them."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.times import Tense, TimeKind, TimeMention, find_times
from bot.understanding.tokens import tokenize
from tests.understanding.time_phrases import FUTURE, HOURS, LENGTHS, NO_TIME, PAST, REPEATED

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 3, 11, 18, 30, tzinfo=PARIS)
NAMES = {TimeKind.PART_OF_DAY: "part", TimeKind.CLOCK_RANGE: "range"}


def heard(phrase: str, *, now: datetime = NOW, tense: Tense = "any") -> tuple[TimeMention, ...]:
    return find_times(tokenize(phrase), now, tense=tense)


def short(day: date) -> str:
    return day.strftime("%m-%d") if day.year == 2026 else day.isoformat()


def clock(moment: time) -> str:
    return moment.strftime("%H:%M")


def said(mention: TimeMention) -> str:
    """A mention in the short form of `time_phrases`."""
    words = [NAMES.get(mention.kind, mention.kind.value)]
    if mention.days is not None:
        first, last = short(mention.days.first), short(mention.days.last)
        words.append(first if first == last else f"{first}..{last}")
    if mention.recurrence is not None:
        words.append(mention.recurrence.every)
        words += [str(mention.recurrence.weekday)] if mention.recurrence.weekday else []
        words += ["nth", str(mention.recurrence.nth)] if mention.recurrence.nth else []
    if mention.starts is not None:
        words.append(clock(mention.starts) + (f"-{clock(mention.ends)}" if mention.ends is not None else ""))
    if mention.seconds is not None:
        words.append(f"{mention.count}x{mention.minutes}" if mention.count > 1 else str(mention.minutes))
    words += [part for part in (mention.part, mention.edge if mention.kind is not TimeKind.WINDOW else None, mention.bound) if part]
    words += ["convention"] if mention.by_convention else []
    words += ["~"] if mention.approximate else []
    words += ["ALT", *(short(days.first) for days in mention.alternatives)] if mention.alternatives else []
    words += ["?"] if not mention.sure and not mention.alternatives else []
    return " ".join(words)


def all_said(phrase: str, *, now: datetime = NOW, tense: Tense = "any") -> str:
    return " ; ".join(said(mention) for mention in heard(phrase, now=now, tense=tense))


@pytest.mark.parametrize(("phrase", "reading"), PAST)
def test_what_happened(phrase: str, reading: str) -> None:
    assert all_said(phrase, tense="past") == reading


@pytest.mark.parametrize(("phrase", "reading"), FUTURE)
def test_what_comes(phrase: str, reading: str) -> None:
    assert all_said(phrase, tense="future") == reading


@pytest.mark.parametrize(("phrase", "reading"), [*HOURS, *LENGTHS, *REPEATED])
def test_hours_lengths_and_repetitions(phrase: str, reading: str) -> None:
    assert all_said(phrase) == reading


@pytest.mark.parametrize("phrase", NO_TIME)
def test_no_time_is_made_up(phrase: str) -> None:
    assert all_said(phrase) == ""
