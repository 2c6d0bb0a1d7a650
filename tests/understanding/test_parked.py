"""Which sentences put points off to the next agenda."""

from __future__ import annotations

import pytest

from bot.domain.parked import ParkPoints
from bot.domain.requests import KeepContent
from bot.french.points_put_off import points_put_off
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


@pytest.mark.parametrize(
    ("words", "points", "group"),
    [
        ("le point diag est reporté à la prochaine fois", ("diag",), None),
        ("point diag reporte a la prochaine", ("diag",), None),
        ("le point sur le logo a été repoussé au prochain gt nutrition", ("logo",), "GT Nutrition"),
    ],
)
def test_a_point_that_is_put_off_moves_no_meeting(words: str, points: tuple[str, ...], group: str | None) -> None:
    assert say(words) == ParkPoints(points=points, group_id=GROUPS[group] if group else None, deed="put_off")


@pytest.mark.parametrize(
    "words",
    ["le gt nutrition du 15 est reporté au 22", "le point est reporté à la prochaine fois", "le point budget est reporté à mardi"],
)
def test_what_is_put_off_else_is_no_point(words: str) -> None:
    assert not isinstance(say(words), ParkPoints)


@pytest.mark.parametrize(
    ("told", "points"),
    [
        ("on reporte le point budget à la prochaine réunion", ("budget",)),
        ("report du point logo à la séance suivante", ("logo",)),
        ("décaler le point « charte » au prochain copil", ("« charte »",)),
        ("on a parqué le logo", ("logo",)),
        ("points reportés : logo, charte", ("logo", "charte")),
        ("points : logo, charte", ()),
        ("point logo à remettre à l’ordre du jour", ("logo",)),
        ("point logo a revoir la prochaine fois", ("logo",)),
        ("point à revoir avec la caf", ()),
        ("la balade est reportée à la prochaine fois", ()),
        ("le point d'étape est décalé à la prochaine séance", ()),
        ("le point est reporté à la prochaine fois", ()),
        ("le point budget est reporté au 12", ()),
    ],
)
def test_which_points_a_decision_puts_off(told: str, points: tuple[str, ...]) -> None:
    assert points_put_off((told,)) == points


@pytest.mark.parametrize(
    "said",
    [
        "le point diag est reporté à la prochaine fois",
        "le point diag est repousse a la prochaine fois",
        "on reporte le point diag à la prochaine fois",
        "point diag renvoyé au prochain gt",
        "on a parqué le diag",
    ],
)
@pytest.mark.parametrize("before", ["", "on garde l'affiche, ", "karim relance la caf, "])
def test_a_point_put_off_is_a_decision_of_the_meeting_told(before: str, said: str) -> None:
    request = say(f"gt nutrition hier 14h-16h, 8 présents, {before}{said}, sophie envoie le cr avant vendredi")
    assert isinstance(request, KeepContent)
    (meeting,) = request.content.meetings
    assert meeting.decisions[-1] == said
    assert [action.text for action in meeting.actions] == (["relance la caf"] if "karim" in before else []) + ["envoie le cr"]
    assert meeting.next_meeting is None
