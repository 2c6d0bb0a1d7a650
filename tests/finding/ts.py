"""Found all the same when the thumb slips where it hurts: by a hyphen, in a sigle, in a word that only sounds alike."""

from __future__ import annotations

import pytest

from bot.domain.vocabulary import StructureWords
from bot.finding import Index, Sheet, SheetKind, Verdict, sheet_of_structure
from tests.finding.by_hand import first, labels

_STRUCTURES = tuple(
    StructureWords(id=number, name=name, commune=commune)
    for number, (name, commune) in enumerate(
        (
            ("SAVS d'Espelette", "Espelette"),
            ("CMP de Notre-Dame-de-Bondeville", "Notre-Dame-de-Bondeville"),
            ("Pharmacie d'Auchy-les-Mines", "Auchy-les-Mines"),
            ("Crèche de Sainte-Maure", "Sainte-Maure"),
            ("Maison des adolescents de Saint-Jean-d'Illac", "Saint-Jean-d'Illac"),
            ("Communauté professionnelle territoriale de santé d'Ambierle", "Ambierle"),
            ("CPTS d'Ambierle", "Ambierle"),
            ("Mairie de Saint-Martin-de-Seignanx", "Saint-Martin-de-Seignanx"),
            ("MSP de Bois-Colombes", "Bois-Colombes"),
            ("PMI de Bois-Colombes", "Bois-Colombes"),
        ),
        start=1,
    )
)
_PEOPLE = (
    "Jamel Rieu",
    "Léonie Lotier",
    "Didier D'Angelo",
    "Gilbert Ziani",
    "Sihem Prelloux",
    "Zahia Bonnal",
    "Linda Coulomb",
    "Marc Roux",
)


@pytest.fixture(scope="module")
def borough() -> Index:
    """Ten structures, in each of which everybody sits, and eight people."""
    people = [
        Sheet(
            kind=SheetKind.PERSON,
            id=place * 100 + number,
            first_name=name.split()[0],
            last_name=name.split()[1] if place == number else f"{name.split()[1]}{'abcdefghij'[place]}gu",
            functions=("maire",) if number == 7 else ("infirmière",),
            structures=(structure,),
            communes=(structure.commune or "",),
        )
        for place, structure in enumerate(_STRUCTURES)
        for number, name in enumerate(_PEOPLE)
    ]
    return Index((*people, *(sheet_of_structure(structure) for structure in _STRUCTURES)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cmp de notre-dame-de-bondeville", "CMP de Notre-Dame-de-Bondeville"),
        ("cmp notre dame de bondevile", "CMP de Notre-Dame-de-Bondeville"),
        ("cmp de totre-dame-de-bondeville", "CMP de Notre-Dame-de-Bondeville"),
        ("cmp de notre-dame-dexbondeville", "CMP de Notre-Dame-de-Bondeville"),
        ("pharmracie d'auchy-lesumines", "Pharmacie d'Auchy-les-Mines"),
        ("creche de saitne-maure", "Crèche de Sainte-Maure"),
        ("creche saitne maure", "Crèche de Sainte-Maure"),
        ("gaison des adolescents de saint-jean-di'llac", "Maison des adolescents de Saint-Jean-d'Illac"),
        ("maire de saintm-artin-de-seignanx", "Mairie de Saint-Martin-de-Seignanx"),
    ],
)
def test_a_slip_by_a_hyphen_hides_no_place(borough: Index, typed: str, meant: str) -> None:
    assert first(borough, typed) == meant


def test_two_letters_of_a_sigle_may_be_swapped(borough: Index) -> None:
    assert first(borough, "asvs d'espelette") == "SAVS d'Espelette"


def test_the_long_form_typed_comes_before_the_sigle(borough: Index) -> None:
    long_form = "communaute professionnelle territoriale de sante d'abierle"
    assert labels(borough.find(long_form))[:2] == ["Communauté professionnelle territoriale de santé d'Ambierle", "CPTS d'Ambierle"]


@pytest.mark.parametrize(("typed", "meant"), [("kd'angelo", "Didier D'Angelo"), ("zianp", "Gilbert Ziani"), ("zhia bon", "Zahia Bonnal")])
def test_a_slip_is_likelier_than_a_far_spelling_that_sounds_alike(borough: Index, typed: str, meant: str) -> None:
    assert first(borough, typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("jamel ryu", "Jamel Rieu"), ("leonie leauier", "Léonie Lotier")])
def test_who_sounds_nearly_so_is_proposed_and_not_given(borough: Index, typed: str, meant: str) -> None:
    answer = borough.find(typed)
    assert (answer.verdict, labels(answer)[0]) == (Verdict.NEAR, meant)


def test_a_lone_word_begun_or_misspelt_offers_each_name_once_before_any_twice(borough: Index) -> None:
    assert "Linda Coulomb" in labels(borough.find("colomb"))[:3]


@pytest.mark.parametrize("typed", ["jamel dupont", "leonie garcia", "sihem ziani"])
def test_nobody_is_still_nobody(borough: Index, typed: str) -> None:
    assert not borough.find(typed).confident
