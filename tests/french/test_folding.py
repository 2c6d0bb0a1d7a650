"""Whether two words differ by one slip of the thumb."""

from __future__ import annotations

import pytest

from bot.french.folding import one_letter_apart


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("martin", "matrin", True),
        ("martin", "martn", True),
        ("martin", "martins", True),
        ("martin", "mertin", True),
        ("benali", "benalli", True),
        ("martin", "martin", False),
        ("martin", "merton", False),
        ("martin", "martinez", False),
        ("", "a", True),
        ("ab", "ba", True),
        ("ab", "cd", False),
    ],
)
def test_one_slip(one: str, other: str, near: bool) -> None:
    assert (one_letter_apart(one, other), one_letter_apart(other, one)) == (near, near)
