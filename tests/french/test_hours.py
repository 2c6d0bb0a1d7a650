"""How hours of a clock, lengths of time and numbers are said."""

from datetime import time
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from bot.french.hours import clock, clock_range, duration
from bot.french.numbers import number, ordinal

B, N = "\u00a0", "\u202f"


def test_an_hour() -> None:
    assert clock(time(14, 30)) == f"14{B}h{B}30"
    assert clock(time(9)) == f"9{B}h"
    assert clock(time(9, 5)) == f"9{B}h{B}05"
    assert clock(time(0)) == f"0{B}h"


def test_from_when_to_when() -> None:
    assert clock_range(time(14), time(16, 30)) == f"de 14{B}h à 16{B}h{B}30"
    assert clock_range(time(14), time(16, 30), approximate=True) == f"de 14{B}h à 16{B}h{B}30 environ"
    assert clock_range(time(14)) == f"à 14{B}h"
    assert clock_range(time(14), approximate=True) == f"vers 14{B}h"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, f"0{B}min"),
        (45, f"45{B}min"),
        (60, f"1{B}h"),
        (65, f"1{B}h{B}05"),
        (120, f"2{B}h"),
        (150, f"2{B}h{B}30"),
        (75_000, f"1{N}250{B}h"),
        (534_000, f"8{N}900{B}h"),
        (534_001, f"8{N}900{B}h{B}01"),
    ],
)
def test_a_duration(minutes: int, said: str) -> None:
    assert duration(minutes) == said


def test_no_negative_duration() -> None:
    with pytest.raises(ValueError, match="-5"):
        duration(-5)


@given(st.integers(0, 10_000_000))
def test_no_minute_is_lost(minutes: int) -> None:
    hours, _, rest = duration(minutes).replace(N, "").partition(f"{B}h")
    if hours.endswith("min"):
        assert int(hours.removesuffix(f"{B}min")) == minutes
    else:
        assert int(hours) * 60 + int(rest.strip(B) or 0) == minutes


@given(st.integers(-(10**12), 10**12))
def test_babel_writes_integers_the_same(value: int) -> None:
    assert number(value) == format_decimal(value, locale="fr").replace("-", "−")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9))
def test_babel_writes_two_decimals_the_same(value: Decimal) -> None:
    expected = format_decimal(value, format="#,##0.00", locale="fr").replace("-", "−")
    assert number(value, decimals=2) == (expected if value else "0,00")


def test_decimals_stay_as_given_unless_asked() -> None:
    assert number(Decimal("12.5")) == "12,5"
    assert number(Decimal("12.50")) == "12,50"
    assert number(Decimal("1234567.5")) == f"1{N}234{N}567,5"
    assert number(Decimal("-0.004"), decimals=2) == "0,00"


def test_ordinals() -> None:
    assert [ordinal(1), ordinal(1, feminine=True), ordinal(2), ordinal(21)] == ["1er", "1re", "2e", "21e"]
