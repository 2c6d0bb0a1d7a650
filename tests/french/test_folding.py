"""Whether two words differ by one slip of the thumb."""

from __future__ import annotations

import pytest

from bot.french.folding import one_slip


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("martin", "matrin", True),
        ("martin", "martn", True),
        ("martin", "martins", True),
        ("martin", "mertin", True),
        ("benali", "benalli", True),
        ("martin", "martin", True),
        ("martin", "merton", False),
        ("martin", "martinez", False),
        ("", "a", True),
        ("ab", "ba", True),
        ("ab", "cd", False),
    ],
)
def test_one_slip(one: str, other: str, near: bool) -> None:
    assert (one_slip(one, other), one_slip(other, one)) == (near, near)
