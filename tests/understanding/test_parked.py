"""Which sentences put points off to the next agenda."""

from __future__ import annotations

import pytest

from bot.domain.parked import ParkPoints
from tests.understanding.territory import GROUPS, say


@pytest.mark.parametrize(
    ("words", "points", "group"),
    [
        ("point reporté : enquête", ("enquête",), None),
        ("points reportés du GT Nutrition : enquête 20 min, budget", ("enquête 20 min", "budget"), "GT Nutrition"),
        ("Points à reporter au prochain GT Nutrition :\n- enquête\n- budget", ("enquête", "budget"), "GT Nutrition"),
        ("reporte le point du GT Nutrition à la prochaine réunion : budget", ("budget",), "GT Nutrition"),
    ],
)
def test_points_put_off(words: str, points: tuple[str, ...], group: str | None) -> None:
    assert say(words) == ParkPoints(points=points, group_id=GROUPS[group] if group else None)


@pytest.mark.parametrize(
    "words",
    ["reporte le GT Nutrition de jeudi au 12", "le point est reporté", "GT Nutrition hier 14h-16h, 8 présents. Points reportés : budget"],
)
def test_what_moves_a_meeting_or_tells_one_is_something_else(words: str) -> None:
    assert not isinstance(say(words), ParkPoints)
