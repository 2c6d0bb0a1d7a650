"""Times as coordinators type them."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.times import Tense, TimeKind, TimeMention, find_times
from bot.understanding.tokens import tokenize
from tests.understanding.time_phrases import FUTURE, HOURS, HURRIED, LENGTHS, NO_TIME, PAST, REPEATED
from tests.understanding.time_turns import (
    BETWEEN,
    HOURS_OF_A_HALF,
    LISTED,
    MONTHS_IN_SHORT,
    MOVED,
    NEXT_ONES,
    NO_TIME_EITHER,
    PERIODS,
    REPEATED_ON,
    TERMS,
)

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


@pytest.mark.parametrize(("phrase", "reading"), [*FUTURE, *HURRIED])
def test_what_comes(phrase: str, reading: str) -> None:
    assert all_said(phrase, tense="future") == reading


@pytest.mark.parametrize(("phrase", "reading"), [*HOURS, *LENGTHS, *REPEATED])
def test_hours_lengths_and_repetitions(phrase: str, reading: str) -> None:
    assert all_said(phrase) == reading


@pytest.mark.parametrize(
    ("phrase", "reading"),
    [*MONTHS_IN_SHORT, *HOURS_OF_A_HALF, *REPEATED_ON, *BETWEEN, *TERMS, *NEXT_ONES, *MOVED, *LISTED, *PERIODS],
)
def test_turns_of_phrase(phrase: str, reading: str) -> None:
    assert all_said(phrase, tense="future") == reading


@pytest.mark.parametrize("phrase", [*NO_TIME, *NO_TIME_EITHER])
def test_no_time_is_made_up(phrase: str) -> None:
    assert all_said(phrase) == ""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize("phrase", ["ce soir", "ce matin", "cet aprem", "ce midi"])
def test_in_the_small_hours_the_evening_is_the_day_before(phrase: str) -> None:
    assert [mention.day for mention in heard(phrase, now=at("2026-10-21T00:25"))] == [date(2026, 10, 20)]
    assert [mention.day for mention in heard(phrase, now=at("2026-10-21T05:00"))] == [date(2026, 10, 21)]


def test_last_night_is_dated_on_its_evening() -> None:
    assert all_said("maraude cette nuit 22h-4h", now=at("2026-10-25T11:05")) == "moment 10-24 22:00-04:00 nuit"
    assert all_said("maraude cette nuit 22h-4h", now=at("2026-10-25T01:05")) == "moment 10-24 22:00-04:00 nuit"
    assert all_said("maraude cette nuit 22h-4h", now=at("2026-10-24T20:05"), tense="future") == "moment 10-24 22:00-04:00 nuit"


def test_hours_from_now_cross_the_change_of_summer_time() -> None:
    assert all_said("dans 3 heures", now=at("2026-10-25T01:30")) == "moment 10-25 03:30"
    assert all_said("dans 3 heures", now=at("2026-03-29T01:30")) == "moment 03-29 05:30"
    assert all_said("dans 2 jours", now=at("2026-03-28T23:30")) == "day 03-30"


def test_year_ends() -> None:
    assert all_said("le 4 janvier", now=at("2026-12-29T15:45"), tense="future") == "day 2027-01-04"
    assert all_said("le 17 décembre", now=at("2027-01-01T00:47"), tense="past") == "day 12-17"
    assert all_said("la semaine pro", now=at("2026-12-28T09:00")) == "window 2027-01-04..2027-01-10"
    assert all_said("le mois dernier", now=at("2027-01-10T09:00")) == "window 12-01..12-31"
    assert all_said("du 28 décembre au 3 janvier", now=at("2026-12-01T09:00"), tense="future") == "interval 12-28..2027-01-03"


def test_the_29th_of_february() -> None:
    assert all_said("le 29 février", now=at("2027-03-02T09:00"), tense="past") == "day 2024-02-29"
    assert all_said("29/02/2027") == ""
    assert all_said("dans un an", now=at("2028-02-29T09:00")) == "day 2029-02-28"
    assert all_said("dans un mois", now=at("2027-01-31T09:00")) == "day 2027-02-28"


def test_days_that_do_not_exist() -> None:
    assert [all_said(phrase) for phrase in ("le 31 février", "le 32", "30/02/2026", "le 4-22", "13/13")] == [""] * 5


def test_a_bare_weekday_knows_both_directions() -> None:
    (mention,) = heard("jeudi")
    assert (mention.toward("past").day, mention.toward("future").day) == (date(2026, 3, 5), date(2026, 3, 12))
    assert (mention.bare_weekday, mention.weekday) == (True, 4)


def test_the_day_of_sending_ends_a_list_of_weekdays() -> None:
    days = [m.day for m in heard("lundi 1h prépa, mardi 2h animation", now=at("2026-12-01T22:50"), tense="past") if m.day]
    assert days == [date(2026, 11, 30), date(2026, 12, 1)]


def test_next_weekday_is_a_question_only_in_the_current_week() -> None:
    (sunday,) = heard("mardi prochain", now=at("2026-03-15T18:00"))
    (monday,) = heard("mardi prochain", now=at("2026-03-16T18:00"))
    assert (sunday.day, sunday.alternatives) == (date(2026, 3, 17), ())
    assert [days.first for days in monday.alternatives] == [date(2026, 3, 17), date(2026, 3, 24)]


def test_a_meeting_moved_leaves_its_first_day() -> None:
    assert [mention.left for mention in heard("réunion reportée du 12 au 19 mars")] == [True, False]
    assert [mention.left for mention in heard("on repousse la réu de lundi à mardi")] == [True, False]
    assert [mention.left for mention in heard("réunion reportée au 19 mars")] == [False]


def test_this_weekday_on_that_day_is_today() -> None:
    assert all_said("copil de ce mercredi 9h-11h", tense="past") == "moment 03-11 09:00-11:00"
    assert all_said("copil de ce mardi 9h-11h", tense="past") == "moment 03-10 09:00-11:00"
    assert all_said("ce mercredi", tense="future") == "day 03-11"


def test_due_days() -> None:
    due = {
        phrase: heard(phrase, tense="future")[0].due for phrase in ("avant vendredi", "avant mi-avril", "d'ici la fin du mois", "fin mars")
    }
    assert due == {
        "avant vendredi": date(2026, 3, 13),
        "avant mi-avril": date(2026, 4, 15),
        "d'ici la fin du mois": date(2026, 3, 31),
        "fin mars": date(2026, 3, 31),
    }


def test_words_and_places_are_those_of_the_text() -> None:
    text = "👩‍⚕️ GT Diabète hier de 14h à 16h30, Sophie relance la CAF pour le 15"
    found = heard(text, tense="future")
    assert [text[mention.start : mention.end] for mention in found] == ["hier de 14h à 16h30", "pour le 15"]
    assert [mention.words for mention in found] == ["hier de 14h à 16h30", "pour le 15"]


@pytest.mark.parametrize("phrase", ["avant lundi", "d'ici lundi", "pour lundi", "dès lundi", "à partir de lundi", "jusqu'à lundi"])
def test_due_words_look_ahead_when_nobody_says_the_tense(phrase: str) -> None:
    assert [mention.day for mention in heard(phrase)] == [date(2026, 3, 16)]


def test_weekdays_hours_and_days_in_a_row() -> None:
    assert all_said("du lundi au vendredi de 9h à 12h", tense="future") == "interval 03-16..03-20 ; range 09:00-12:00"
    assert all_said("du lundi 14h au mardi 12h", tense="past") == "interval 03-09..03-10 14:00-12:00"
