"""Numbers in digits and in French words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.numbers import NumberMention, find_number, find_numbers
from bot.understanding.tokens import tokenize

UNITS = (
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def spelled(number: int) -> str:
    """A number under 1000 as it is written in French, by the rules of the schoolbook."""
    if number < 17:
        return UNITS[number]
    if number < 20:
        return f"dix-{UNITS[number - 10]}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return " ".join(part for part in (UNITS[hundreds] if hundreds > 1 else "", "cent", spelled(rest) if rest else "") if part)
    ten = 60 if 70 <= number < 80 else 80 if number >= 80 else number // 10 * 10
    rest = number - ten
    if not rest:
        return "quatre-vingts" if ten == 80 else TENS[ten]
    return f"{TENS[ten]} et {spelled(rest)}" if rest in (1, 11) and ten < 80 else f"{TENS[ten]}-{spelled(rest)}"


def read(text: str) -> NumberMention | None:
    return find_number(tokenize(text), 0)


def value(text: str) -> Fraction | None:
    number = read(text)
    return None if number is None else number.value


@given(st.integers(min_value=0, max_value=999), st.sampled_from(["-", " "]))
def test_numbers_in_words_are_read_back(number: int, joint: str) -> None:
    assert value(spelled(number).replace("-", joint)) == number


@given(st.integers(min_value=0, max_value=10**6))
def test_numbers_in_figures_are_read_back(number: int) -> None:
    assert value(str(number)) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,5", Fraction(5, 2)),
        ("3/4", Fraction(3, 4)),
        ("½", Fraction(1, 2)),
        ("15 000 €", Fraction(15000)),
        ("deux mille dix-huit", Fraction(2018)),
        ("06 39 98 01 01", Fraction(6)),
        ("12.01.2026", Fraction(12)),
    ],
)
def test_figures_as_they_are_typed(text: str, expected: Fraction) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2e", 2), ("1er", 1), ("deuxième", 2), ("vingt-sixième", 26), ("trente et unième", 31), ("2èmes", 2)]
)
def test_ranks(text: str, expected: int) -> None:
    number = read(text)
    assert number is not None
    assert (number.whole, number.ordinal) == (expected, True)


@pytest.mark.parametrize(("text", "expected"), [("une quinzaine", 15), ("une vingtaine de personnes", 20), ("une centaine", 100)])
def test_about_so_many(text: str, expected: int) -> None:
    number = read(text)
    assert number is not None
    assert (number.whole, number.approximate) == (expected, True)


def test_articles_are_not_counted() -> None:
    assert [number.whole for number in find_numbers(tokenize("une stagiaire, deux élus et 12 habitants"))] == [2, 12]


@given(st.text(max_size=200))
def test_any_text_will_do(text: str) -> None:
    tokens = tokenize(text)
    numbers = find_numbers(tokens)
    assert all(0 <= number.first < number.last <= len(tokens) for number in numbers)
    assert [text[n.start : n.end] for n in numbers] == [text[tokens[n.first].start : tokens[n.last - 1].end] for n in numbers]
