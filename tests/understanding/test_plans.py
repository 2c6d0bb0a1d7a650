"""Whether what changes the agenda is heard, whole and as meant; and what corrects a card of it."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.requests import Hearing, KeepContent, NotForMe, PlanDeed, PlanMeeting, Recurrence
from bot.understanding.plan_changes import read_plan_change
from bot.understanding.reader import read
from tests.understanding.plan_phrases import CANCELS, MOVES, PLANS
from tests.understanding.territory import INDEX, PEOPLE

NOW = datetime(2026, 11, 18, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
HEARING = Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"])


def day(given: date) -> str:
    return f"{given:%m-%d}" if given.year == NOW.year else given.isoformat()


def hours(starts: time | None, ends: time | None) -> str:
    return "-".join(f"{moment:%H:%M}" for moment in (starts, ends) if moment is not None)


def rule(told: Recurrence) -> str:
    parts = [told.every, told.weekday, told.nth, ",".join(map(str, told.months)), f"→ {told.until}" if told.until else ""]
    return "[" + " ".join(str(part) for part in [*parts, "hors vacances" if told.off_school else ""] if part) + "]"


def reading(request: PlanMeeting) -> str:
    """A reading as `plan_phrases` writes it."""
    group = INDEX.groups[request.group_id].name if request.group_id is not None else f"« {request.title} »" if request.title else "?"
    spot = request.spot
    parts = [
        request.deed.value,
        group,
        f"<{day(request.on)}" if request.on else "",
        day(spot.day) if spot.day else "",
        f"{request.shift_days:+d}d" if request.shift_days else "",
        f"{request.shift_minutes:+d}min" if request.shift_minutes else "",
        hours(spot.starts, spot.ends),
        spot.place_said or "",
        rule(request.rule) if request.rule else "",
        "tous" if request.whole_series else "",
    ]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("said", "expected"), [*PLANS, *MOVES, *CANCELS])
def test_what_changes_the_agenda(said: str, expected: str) -> None:
    request = read(said, HEARING, INDEX)
    assert isinstance(request, PlanMeeting)
    assert reading(request) == expected


@pytest.mark.parametrize(
    "said",
    [
        "il faudrait qu'on organise un GT en janvier",
        "Zoé sera absente au gt jeunes de vendredi",
        "GT jeudi 14h à la MDA, tu viens ?",
        "supprime toutes les réunions",
        "pas de gt cette semaine",
        "le dossier du GT Diabète de mardi est prêt",
        "le train de 8h12 est supprimé",
    ],
)
def test_what_is_no_plan(said: str) -> None:
    assert isinstance(read(said, HEARING, INDEX), NotForMe)


@pytest.mark.parametrize("said", ["GT Diabète hier 14h-16h, 8 présents", "Copil CLS reporté hier, on s'est vus de 14h à 16h, 6 présents"])
def test_what_was_held_is_kept(said: str) -> None:
    assert isinstance(read(said, HEARING, INDEX), KeepContent)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("15h", "plan ? 15:00"),
        ("non, plutôt mardi 15 de 9h à 11h", "plan ? 12-15 09:00-11:00"),
        ("à la mairie d'Anduze", "plan ? mairie d'Anduze"),
        ("c'est le GT Nutrition", "plan GT Nutrition"),
        ("finalement en visio", "plan ? visio"),
    ],
)
def test_what_corrects_a_card_of_the_agenda(said: str, expected: str) -> None:
    change = read_plan_change(said, HEARING, INDEX, deed=PlanDeed.PLAN)
    assert change is not None
    assert reading(change) == expected


@pytest.mark.parametrize(
    "said",
    [
        "merci",
        "GT Diabète hier 14h-16h, 12 présents",
        "c'est quand le prochain Copil ?",
        "relance la CAF jeudi matin",
        "tel de Karim",
        "annule",
    ],
)
def test_what_speaks_of_something_else(said: str) -> None:
    assert read_plan_change(said, HEARING, INDEX, deed=PlanDeed.PLAN) is None


@pytest.mark.parametrize(
    "words", ["supprime Aurélie du gt nutrition de lundi", "retire Karim Benali du GT de lundi", "annule la CAF du gt nutrition de lundi"]
)
def test_somebody_taken_off_is_no_meeting_cancelled(words: str) -> None:
    assert not isinstance(read(words, HEARING, INDEX), PlanMeeting)
