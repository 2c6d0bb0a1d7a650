"""Which sentences add points to a coming agenda, take them off or put them off, and which ask what is known of a meeting to come."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.agenda import SeePlanned
from bot.domain.convenings import PlanAgenda
from bot.domain.leads import SetLeads
from bot.domain.parked import ParkPoints
from tests.understanding.territory import GROUPS, say

FRIDAY = date(2026, 12, 11)
NUTRITION = GROUPS["GT Nutrition"]


@pytest.mark.parametrize(
    ("words", "points", "day"),
    [
        ("ajoute un point à l'odj du gt nutrition : astreintes 15 min", ("astreintes 15 min",), None),
        ("rajoute à l'ordre du jour du GT Nutrition les astreintes (15 min, Marc)", ("astreintes (15 min, Marc)",), None),
        ("ajoute les astreintes à l'odj du gt nutrition de vendredi", ("astreintes",), FRIDAY),
        ("mets a l odj du gt nutrition : budget, enquête", ("budget", "enquête"), None),
        ("rajoute deux points à l'odj du gt nutrition : budget 10 min ; bilan", ("budget 10 min", "bilan"), None),
        ("peux-tu ajouter le bilan à l'ordre du jour du GT Nutrition stp", ("bilan",), None),
        ("ajoute un point à l'odj du gt nutrition", (), None),
    ],
)
def test_points_added(words: str, points: tuple[str, ...], day: date | None) -> None:
    assert say(words) == PlanAgenda(points=points, group_id=NUTRITION, day=day, change="add")


@pytest.mark.parametrize(
    "words", ["enlève le budget de l'odj du gt nutrition", "retire le point budget de l'ordre du jour du GT Nutrition"]
)
def test_points_taken_off(words: str) -> None:
    assert say(words) == PlanAgenda(points=("budget",), group_id=NUTRITION, change="remove")


@pytest.mark.parametrize(
    "words",
    [
        "reporte le point budget à la prochaine séance du gt nutrition",
        "reporte le point budget du GT Nutrition à la prochaine fois",
        "remets le point budget au prochain GT Nutrition",
        "décale le point budget à l'ordre du jour suivant du GT Nutrition",
    ],
)
def test_a_point_put_off_to_the_next_meeting(words: str) -> None:
    assert say(words) == ParkPoints(points=("budget",), group_id=NUTRITION)


@pytest.mark.parametrize(
    "words",
    [
        "reporte le GT Nutrition à la prochaine semaine",
        "reporte le point au 12 janvier",
        "ajoute une action : Karim Benali prépare l'ordre du jour du GT Nutrition",
        "ajoute Karim Benali au GT Nutrition de lundi",
        "GT Nutrition hier 14h-16h, 8 présents, ajoute à l'ordre du jour le budget",
        "note que l'ordre du jour du gt nutrition est prêt",
        "tu ajoutes quoi à l'ordre du jour du GT Nutrition ?",
    ],
)
def test_what_only_looks_like_it(words: str) -> None:
    assert not isinstance(say(words), PlanAgenda | ParkPoints)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("pour le gt nutrition previens le pilote 2h avant", 120), ("préviens la pilote du GT Nutrition la veille", 24 * 60)],
)
def test_the_pilot_is_told_before(words: str, minutes: int) -> None:
    assert say(words) == SetLeads(minutes=(minutes,), group_id=NUTRITION)


@pytest.mark.parametrize(
    ("words", "about", "days"),
    [
        ("qui vient au gt nutrition vendredi", "who", (FRIDAY,)),
        ("qui est excusé au GT Nutrition ?", "who", ()),
        ("qui ne vient pas au gt nutrition", "who", ()),
        ("checklist du gt nutrition", "checklist", ()),
        ("logistique gt nutrition de vendredi", "checklist", (FRIDAY,)),
        ("points reportés du gt nutrition", "points", ()),
        ("où en est le GT Nutrition de vendredi ?", "page", (FRIDAY,)),
    ],
)
def test_what_is_asked_of_a_meeting_to_come(words: str, about: str, days: tuple[date, ...]) -> None:
    seen = say(words)
    assert isinstance(seen, SeePlanned)
    assert (seen.about, seen.days, seen.group_id) == (about, days, NUTRITION)


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("salle réservée pour le gt nutrition", "salle"),
        ("la salle est réservée pour le GT Nutrition de vendredi", "salle"),
        ("les convocations sont envoyées pour le GT Nutrition", "convocations"),
    ],
)
def test_something_to_see_to_is_done(words: str, done: str) -> None:
    seen = say(words)
    assert isinstance(seen, SeePlanned)
    assert (seen.about, seen.done, seen.group_id) == ("checklist", done, NUTRITION)


def test_what_is_not_seen_to_yet_is_not_done() -> None:
    seen = say("salle pas encore réservée pour le gt nutrition")
    assert not isinstance(seen, SeePlanned) or seen.done == ""


@pytest.mark.parametrize(
    "words",
    [
        "qui vient",
        "salle réservée",
        "GT Nutrition hier 14h-16h, salle réservée",
        "Karim Benali confirmé pour le GT Nutrition",
        "salle réservée hier pour le GT Nutrition",
        "qui était excusé au gt nutrition",
        "qui pilote le GT Nutrition",
        "qui est excusé au GT Nutrition de lundi dernier",
        "logistique GT Nutrition hier 2h",
        "qui vient relire le compte rendu du GT Nutrition vendredi",
        "points reportés du GT Nutrition : enquête",
    ],
)
def test_what_asks_something_else(words: str) -> None:
    assert not isinstance(say(words), SeePlanned)
