"""Telephone numbers as they are said."""

from __future__ import annotations

from bot.french.phones import spoken


def test_french_numbers_go_by_pairs() -> None:
    assert spoken("+33639980102") == "06 39 98 01 02"


def test_other_countries_stay_as_they_are() -> None:
    assert spoken("+32470123456") == "+32470123456"
