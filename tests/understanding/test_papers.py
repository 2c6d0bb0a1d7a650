"""Which sentences ask for a paper of a meeting, which give its agenda, and which only speak of one."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time

import pytest

from bot.domain.convenings import PlanAgenda
from bot.domain.drafts import Field
from bot.domain.papers import PaperKind
from bot.domain.requests import AskMinutes, AskPaper, Command, KeepContent, NotForMe, Request, SetReminder
from tests.understanding.territory import GROUPS, PLACES, say

COPILS = {"Copil CLS", "Copil CLSM", "Copil ASV"}

MANY = tuple(f"point {n}{' mot' * 20}" for n in range(40))  # eight hundred words in all


def told(request: Request) -> dict[str, object]:
    """What a request says, without what it leaves open."""
    return {field.name: value for field in fields(request) if (value := getattr(request, field.name)) not in (None, (), False)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("les décisions du GT Nutrition depuis janvier", {"which": "period", "first": date(2026, 1, 1), "last": date(2026, 12, 9)}),
        ("relevé de décisions du GT Nutrition en 2025", {"which": "period", "first": date(2025, 1, 1), "last": date(2025, 12, 31)}),
        ("relevé des décisions du GT Nutrition 2025 stp", {"which": "period", "first": date(2025, 1, 1), "last": date(2025, 12, 31)}),
        (
            "les décisions prises au GT Nutrition entre mars et mai",
            {"which": "period", "first": date(2026, 3, 1), "last": date(2026, 5, 31)},
        ),
        ("les décisions du dernier GT Nutrition", {"which": "last"}),
        (
            "tu peux me sortir le relevé de décisions du GT Nutrition du 1er décembre ?",
            {"which": "date", "first": date(2026, 12, 1), "last": date(2026, 12, 1)},
        ),
        ("les décisions du GT Nutrition", {"which": "any"}),
    ],
)
def test_decisions_of_a_group(words: str, expected: dict[str, object]) -> None:
    assert told(say(words)) == {"kind": PaperKind.DECISIONS, "group_id": GROUPS["GT Nutrition"], **expected}


def test_decisions_of_an_axis() -> None:
    expected = {"kind": PaperKind.DECISIONS, "axis": 3, "which": "period", "first": date(2026, 1, 1), "last": date(2026, 12, 9)}
    assert told(say("relevé de décisions de l'axe 3 en 2026")) == expected


def test_a_sheet_of_several_groups_that_fit() -> None:
    request = say("la feuille d'émargement du Copil de mardi")
    assert isinstance(request, AskPaper)
    names = {name for name, group_id in GROUPS.items() if group_id in request.group_candidates}
    assert (request.kind, names, request.first) == (PaperKind.SIGNING_SHEET, COPILS, date(2026, 12, 15))


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("l'invitation pour jeudi", PaperKind.INVITATION, {"which": "date", "first": date(2026, 12, 10), "last": date(2026, 12, 10)}),
        ("prépare-moi la feuille de présence de la prochaine réunion", PaperKind.SIGNING_SHEET, {"which": "next"}),
        (
            "les convocations du 17 décembre, une par personne, réponse avant le 14",
            PaperKind.INVITATION,
            {"which": "date", "first": date(2026, 12, 17), "last": date(2026, 12, 17), "each": True, "reply_by": date(2026, 12, 14)},
        ),
        (
            "feuille d'émargement pour jeudi 9h-17h en visio",
            PaperKind.SIGNING_SHEET,
            {
                "which": "date",
                "first": date(2026, 12, 10),
                "last": date(2026, 12, 10),
                "starts": time(9),
                "ends": time(17),
                "place_said": "visio",
            },
        ),
        ("l'ordre du jour de demain", PaperKind.AGENDA, {"which": "date", "first": date(2026, 12, 10), "last": date(2026, 12, 10)}),
    ],
)
def test_papers_of_a_day(words: str, kind: PaperKind, expected: dict[str, object]) -> None:
    assert told(say(words)) == {"kind": kind, **expected}


def test_a_place_is_part_of_the_demand() -> None:
    name = next(iter(PLACES))
    request = say(f"l'invitation du GT Nutrition jeudi à 14h à {name}")
    assert isinstance(request, AskPaper)
    assert (request.place_id, request.starts) == (PLACES[name], time(14))


@pytest.mark.parametrize(
    ("words", "points"),
    [
        (
            "ordre du jour du GT Nutrition du 17 décembre : bilan 20 min, budget (10 min, Claire Fontaine)",
            ("bilan 20 min", "budget (10 min, Claire Fontaine)"),
        ),
        ("odj GT Nutrition jeudi :\n1. bilan\n2) budget\n- divers", ("bilan", "budget", "divers")),
        ("l'ordre du jour du prochain GT Nutrition : bilan, en deux temps ; budget", ("bilan, en deux temps", "budget")),
        ("ordre du jour du GT Nutrition de jeudi : 3-6 ans, 10-12 ans, 2.5 km à pied", ("3-6 ans", "10-12 ans", "2.5 km à pied")),
        ("ordre du jour du GT Nutrition de jeudi : 1) budget de 1,5 million, 2) divers", ("budget de 1,5 million", "divers")),
        ("ordre du jour du GT Nutrition de jeudi : bilan (15 min ; Inès) ; 2) budget", ("bilan (15 min ; Inès)", "budget")),
        ("ordre du jour du GT Nutrition de jeudi : 🎉 ; bilan 🎉", ("bilan 🎉",)),
        ("odj du GT Nutrition de jeudi :\n" + "\n".join(f"{n}. {point}" for n, point in enumerate(MANY, start=1)), MANY),
    ],
)
def test_an_agenda_is_given(words: str, points: tuple[str, ...]) -> None:
    request = say(words)
    assert isinstance(request, PlanAgenda)
    assert (request.points, request.group_id) == (points, GROUPS["GT Nutrition"])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("rappelle-moi d'envoyer l'invitation du GT Nutrition jeudi", SetReminder),
        ("la feuille d'émargement du dernier GT Nutrition", AskMinutes),
        ("la feuille d'émargement du GT Nutrition d'hier", AskMinutes),
        ("qu'est-ce qu'on avait décidé sur la mobilité ?", AskMinutes),
        ("GT Nutrition hier 14h-16h, 12 présents. Ordre du jour : bilan. Décision : on lance l'enquête", KeepContent),
        ("GT Nutrition hier 14h-16h, 12 présents, décisions : on lance l'enquête", KeepContent),
        ("invitation envoyée à Karim", NotForMe),
        ("relevé de décisions", Command),
        ("feuille d'émargement", Command),
        ("ordre du jour", Command),
        ("convocation", Command),
    ],
)
def test_what_only_speaks_of_a_paper_is_none(words: str, kind: type[Request]) -> None:
    assert type(say(words)) is kind


def test_a_patient_is_nobody_s_agenda() -> None:
    request = say("ordre du jour du GT Nutrition de jeudi : situation de Mme Pujol Ginette, 67 ans, schizophrène")
    assert not isinstance(request, PlanAgenda)


@pytest.mark.parametrize("asked", [Field.DECISIONS, Field.ACTIONS, Field.TOPICS])
def test_words_that_a_card_waits_for_are_its_answer(asked: Field) -> None:
    opened = say("GT Nutrition hier 14h-16h, 12 présents")
    assert isinstance(opened, KeepContent)
    assert not isinstance(say("les décisions du GT Nutrition de mars", draft=opened.content, asked=asked), AskPaper)
