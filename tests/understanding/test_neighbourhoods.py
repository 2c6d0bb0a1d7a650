"""Which messages tell the territory's QPV, or in which one a structure or a place is."""

from __future__ import annotations

import pytest

from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.requests import ChangeSheet, Command
from bot.domain.sheet_changes import SheetChange, SheetDeed
from tests.understanding.territory import PLACES, STRUCTURES, say

CEVENNES = Neighbourhood(name="Cévennes", commune="Alès", code="QN03001M")


def told(words: str) -> SheetChange:
    request = say(words)
    assert isinstance(request, ChangeSheet), request
    return request.change


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("QPV : Cévennes (Alès, QN03001M)", (CEVENNES,)),
        ("nos QPV : Cévennes à Alès QN 03001m, Tamaris", (CEVENNES, Neighbourhood(name="Tamaris"))),
        (
            "Voici la liste des quartiers prioritaires : Cévennes (Alès, QN03001M) ; Prés-Saint-Jean (Alès), Trescol (La Grand-Combe)",
            (
                CEVENNES,
                Neighbourhood(name="Prés-Saint-Jean", commune="Alès"),
                Neighbourhood(name="Trescol", commune="La Grand-Combe"),
            ),
        ),
        ("QPV :\n- Cévennes (Alès, QN03001M)\n- tamaris", (CEVENNES, Neighbourhood(name="Tamaris"))),
        ("ajoute le QPV Cévennes à Alès, merci", (Neighbourhood(name="Cévennes", commune="Alès"),)),
    ],
)
def test_the_list(words: str, expected: tuple[Neighbourhood, ...]) -> None:
    assert told(words) == SheetChange(deed=SheetDeed.NEIGHBOURHOODS, neighbourhoods=expected)


def test_one_less() -> None:
    gone = SheetChange(deed=SheetDeed.NEIGHBOURHOODS, neighbourhoods=(Neighbourhood(name="Cévennes"),), outside=True)
    assert told("retire le QPV Cévennes") == gone


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("la CAF du Gard est dans le QPV Cévennes", "Cévennes"),
        ("CAF du Gard se trouve en quartier prioritaire Les Cévennes. Merci", "Les Cévennes"),
        ("note que la CAF du Gard est située dans le QPV Prés-Saint-Jean", "Prés-Saint-Jean"),
    ],
)
def test_a_structure_in_one(words: str, name: str) -> None:
    change = told(words)
    assert change.where is not None
    assert (change.deed, change.where.id) == (SheetDeed.STRUCTURE, STRUCTURES["CAF du Gard"])
    assert change.neighbourhoods == (Neighbourhood(name=name),)


def test_a_place_in_one() -> None:
    change = told("la Maison de la santé est dans le QPV Cévennes")
    assert change.place is not None
    assert (change.deed, change.place.id) == (SheetDeed.PLACE, PLACES["Maison de la santé"])


def test_in_none_any_more() -> None:
    change = told("la CAF du Gard n'est plus dans un QPV")
    assert (change.deed, change.neighbourhoods, change.outside) == (SheetDeed.STRUCTURE, (), True)


@pytest.mark.parametrize("words", ["nos QPV", "QPV", "la liste des quartiers prioritaires", "quels sont nos QPV ?"])
def test_the_list_is_asked_for(words: str) -> None:
    assert say(words) == Command(name="qpv")


@pytest.mark.parametrize(
    "words",
    [
        "GT Nutrition hier 14h-16h au QPV Cévennes, 5 présents",
        "on a parlé du QPV Cévennes au GT Nutrition hier 14h-16h, 5 présents",
        "rappelle-moi d'appeler la CAF pour le QPV Cévennes jeudi",
        "la CAF du Gard est dans quel QPV ?",
        "Sophie Martin travaille dans le QPV Cévennes",
        "la CAF du Gard est dans le QPV",
    ],
)
def test_what_only_speaks_of_one(words: str) -> None:
    request = say(words)
    deed = request.change.deed if isinstance(request, ChangeSheet) else None
    assert deed not in (SheetDeed.STRUCTURE, SheetDeed.PLACE, SheetDeed.NEIGHBOURHOODS)
