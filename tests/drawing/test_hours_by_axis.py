"""Which lines the picture of the year shows, when it is worth drawing, and how its caption says the same."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.weeks import AxisHours, HoursByAxis, same_day_before
from bot.texts import week_pictures as texts
from tests.conversations.conftest import plain

DAY = date(2026, 3, 13)


def told(*lines: tuple[int | None, int, int]) -> HoursByAxis:
    return HoursByAxis(last=DAY, lines=tuple(AxisHours(axis=axis, minutes=m, before=b) for axis, m, b in lines))


@pytest.mark.parametrize(
    ("lines", "worth"),
    [
        ((), False),
        (((3, 0, 600),), False),
        (((3, 600, 0),), False),
        (((3, 600, 300),), True),
        (((3, 600, 30),), False),
        (((3, 600, 0), (None, 60, 0)), True),
        (((None, 600, 600),), False),
        (((3, 600, 0), (4, 1, 0)), True),
    ],
)
def test_it_is_drawn_when_one_bar_can_be_seen_beside_another(lines: tuple[tuple[int | None, int, int], ...], worth: bool) -> None:
    assert told(*lines).worth_drawing is worth


def test_the_greatest_stay_and_the_rest_is_summed_before_those_of_no_axis() -> None:
    year = told(*((n, n * 60, 0) for n in range(1, 16)), (None, 30, 0))
    shown = texts.shown(year)
    assert [texts.label(line) for line in shown] == [*(f"Axe {n}" for n in range(8, 16)), "Autres axes", "Sans axe"]
    assert sum(line.minutes for line in shown) == year.total


def test_ten_stay_ten() -> None:
    year = told(*((n, 60, 0) for n in range(10)))
    assert texts.shown(year) == year.lines


def test_the_caption_says_what_is_drawn() -> None:
    caption = texts.caption(told((3, 90, 60), (None, 30, 0)))
    assert plain(caption).splitlines() == [
        "📊 <b>Heures par axe en 2026</b>, du 1er janvier au 13 mars : 2 h",
        "Axe 3 : 1 h 30 (1 h en 2025)",
        "Sans axe : 30 min (0 min en 2025)",
    ]


def test_the_longest_caption_is_one_that_telegram_takes() -> None:
    lines = tuple(AxisHours(axis=n, name="Prévention & soins " * 20, minutes=99_999, before=99_999) for n in range(100, 140))
    assert len(texts.caption(HoursByAxis(last=DAY, lines=lines))) <= 1024


def test_the_same_day_of_the_year_before() -> None:
    assert [same_day_before(day) for day in (DAY, date(2028, 2, 29))] == [date(2025, 3, 13), date(2027, 2, 28)]
