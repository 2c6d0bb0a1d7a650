"""How a day is said."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.french.dates import (
    MONTHS,
    WEEKDAYS,
    date_in_words,
    date_range,
    date_window,
    day_and_month,
    days_in_words,
    long_date,
    month_and_year,
    relative_day,
    short_date,
    weekday_and_date,
)

WEDNESDAY = date(2026, 3, 11)
days = st.dates(min_value=date(1000, 1, 1))


def breaking(text: str) -> str:
    """With plain spaces, so that the expectations can be read."""
    return text.replace("\u00a0", " ")


def test_a_long_date() -> None:
    assert long_date(date(2026, 2, 12)) == "jeudi 12\u00a0février\u00a02026"
    assert long_date(date(2026, 3, 1)) == "dimanche 1er\u00a0mars\u00a02026"


def test_shorter_dates() -> None:
    assert short_date(date(2026, 2, 3)) == "03/02/2026"
    assert day_and_month(date(2026, 8, 1)) == "1er\u00a0août"
    assert weekday_and_date(date(2026, 12, 25)) == "vendredi 25\u00a0décembre"
    assert month_and_year(date(2026, 12, 25)) == "décembre\u00a02026"


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ([date(2026, 3, 4)], "mercredi 4 mars 2026"),
        ([date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)], "lundi 2, mardi 3 et mercredi 4 mars 2026"),
        ([date(2026, 3, 31), date(2026, 4, 1)], "mardi 31 mars et mercredi 1er avril 2026"),
        ([date(2025, 12, 31), date(2026, 1, 2)], "mercredi 31 décembre 2025 et vendredi 2 janvier 2026"),
    ],
)
def test_several_days(listed: list[date], said: str) -> None:
    assert breaking(days_in_words(listed)) == said


@given(days)
def test_babel_says_the_same(day: date) -> None:
    assert WEEKDAYS[day.weekday()] == format_date(day, "EEEE", locale="fr")
    assert MONTHS[day.month - 1] == format_date(day, "MMMM", locale="fr")
    expected = format_date(day, "EEEE d MMMM y", locale="fr")
    assert breaking(long_date(day)) == (expected.replace(" 1 ", " 1er ") if day.day == 1 else expected)


@given(days)
def test_a_long_date_read_back_is_the_same_day(day: date) -> None:
    weekday, rank, month, year = breaking(long_date(day)).split(" ")
    assert date(int(year), MONTHS.index(month) + 1, int(rank.removesuffix("er"))) == day
    assert WEEKDAYS.index(weekday) == day.weekday()


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "aujourd’hui, mercredi 11 mars 2026"),
        (-1, "hier, mardi 10 mars 2026"),
        (-2, "avant-hier, lundi 9 mars 2026"),
        (1, "demain, jeudi 12 mars 2026"),
        (2, "après-demain, vendredi 13 mars 2026"),
        (4, "ce dimanche 15 mars 2026"),
        (5, "lundi prochain, 16 mars 2026"),
        (7, "mercredi prochain, 18 mars 2026"),
        (8, "jeudi 19 mars 2026"),
        (-3, "dimanche dernier, 8 mars 2026"),
        (-7, "mercredi dernier, 4 mars 2026"),
        (-8, "mardi 3 mars 2026"),
    ],
)
def test_a_near_day_is_said_as_people_say_it_with_its_date(away: int, words: str) -> None:
    assert breaking(date_in_words(WEDNESDAY + timedelta(days=away), today=WEDNESDAY)) == words


@given(days, st.integers(-400, 400))
def test_a_near_day_always_bears_its_exact_date(today: date, away: int) -> None:
    try:
        day = today + timedelta(days=away)
    except OverflowError:
        return
    said = breaking(date_in_words(day, today=today))
    assert said.endswith(breaking(long_date(day)).split(" ", 1)[1])
    assert (relative_day(day, today=today) is None) == (abs(away) > 7)
    assert WEEKDAYS[day.weekday()] in said


def test_ranges_say_no_more_than_needed() -> None:
    assert breaking(date_range(date(2026, 3, 9), date(2026, 3, 15))) == "du 9 au 15 mars 2026"
    assert breaking(date_range(date(2026, 2, 26), date(2026, 3, 1))) == "du 26 février au 1er mars 2026"
    assert breaking(date_range(date(2026, 12, 28), date(2027, 1, 3))) == "du 28 décembre 2026 au 3 janvier 2027"
    assert breaking(date_range(date(2026, 3, 9), date(2026, 3, 9))) == "le 9 mars 2026"


def test_windows_leave_the_choice_open() -> None:
    assert breaking(date_window(date(2026, 1, 26), date(2026, 1, 31))) == "entre le 26 et le 31 janvier 2026"
    assert breaking(date_window(date(2026, 1, 1), date(2026, 1, 31))) == "en janvier 2026"
    assert breaking(date_window(date(2026, 2, 1), date(2026, 2, 28))) == "en février 2026"
    assert breaking(date_window(date(2026, 2, 1), date(2026, 2, 27))) == "entre le 1er et le 27 février 2026"
    assert breaking(date_window(date(2026, 1, 1), date(2026, 2, 28))) == "entre le 1er janvier et le 28 février 2026"
    assert breaking(date_window(date(2026, 1, 15), date(2026, 1, 15))) == "le 15 janvier 2026"
