"""Somebody found by her name, however it is typed."""

from __future__ import annotations

import pytest

from bot.finding import How, Index, Verdict
from tests.finding.by_hand import first, labels


@pytest.mark.parametrize(
    "typed",
    [
        "Sophie Martin",
        "sophie martin",
        "MARTIN Sophie",
        "tel sophie martin",
        "quel est le numéro de Sophie Martin, stp ?",
        "sophiemartin",
        "S. Martin",
        "martin s",
        "sofie martin",
        "sofi martn",
        "sohpie matrin",
        "soph mart",
        "sophie mar",
        "mme martin",
        "martin ccas",
        "martin st jean",
        "martin assistante sociale saint jean du gard",
        "SOPHIE   MARTIN !!!",
    ],
)
def test_two_words_are_enough(village: Index, typed: str) -> None:
    assert first(village, typed) == "Sophie Martin"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("delatour", "Jean-Luc Delatour"),
        ("de la tour", "Jean-Luc Delatour"),
        ("jeanluc delatour", "Jean-Luc Delatour"),
        ("jean luc delatour", "Jean-Luc Delatour"),
        ("J-L Delatour", "Jean-Luc Delatour"),
        ("jl delatour", "Jean-Luc Delatour"),
        ("el haddad", "Ali El Haddad"),
        ("elhaddad", "Ali El Haddad"),
        ("hadad", "Ali El Haddad"),
        ("legall", "Yves Le Gall"),
        ("le gall", "Yves Le Gall"),
        ("benali", "Gisèle Ben Ali"),
        ("ben ali", "Gisèle Ben Ali"),
        ("n'diaye", "Awa N'Diaye"),
        ("ndiaye", "Awa N'Diaye"),
        ("N’Diaye", "Awa N'Diaye"),
        ("dangelo", "Paola D'Angelo"),
        ("d angelo", "Paola D'Angelo"),
        ("angelo", "Paola D'Angelo"),
        ("gisele ben ali", "Gisèle Ben Ali"),
    ],
)
def test_a_name_glued_split_or_without_its_signs_is_the_same(village: Index, typed: str, meant: str) -> None:
    assert first(village, typed) == meant


def test_the_spelling_that_is_typed_comes_first_and_the_other_one_is_offered(village: Index) -> None:
    assert labels(village.find("anne lefèvre")) == ["Anne Lefèvre", "Anne Lefebvre"]
    assert labels(village.find("anne lefebvre")) == ["Anne Lefebvre", "Anne Lefèvre"]
    assert village.find("anne lefebvre").verdict is Verdict.SEVERAL


def test_a_title_says_who_is_rather_meant(village: Index) -> None:
    assert labels(village.find("tel dr lefevre"))[0] == "Paul Lefèvre"
    assert labels(village.find("mme lefevre"))[0] == "Anne Lefèvre"
    assert labels(village.find("monsieur martin"))[0] == "Philippe Martin"


def test_a_last_name_counts_more_than_a_first_name(village: Index) -> None:
    assert labels(village.find("martin")) == ["Sophie Martin", "Philippe Martin", "Martin Gallet"]


def test_two_people_of_the_same_name_are_both_offered(village: Index) -> None:
    answer = village.find("nathalie roux")
    assert (answer.verdict, [hit.sheet.id for hit in answer.hits]) == (Verdict.SEVERAL, [14, 15])


def test_what_tells_them_apart_chooses(village: Index) -> None:
    answer = village.find("nathalie roux pmi")
    assert (answer.verdict, [hit.sheet.id for hit in answer.hits]) == (Verdict.CLEAR, [15])


def test_an_answer_says_what_each_word_found(village: Index) -> None:
    found = village.find("sofie martin ccas").hits[0].found
    assert [(one.word, one.field, one.how) for one in found] == [
        ("sofie", "name", How.SOUND),
        ("martin", "name", How.EXACT),
        ("ccas", "structure", How.EXACT),
    ]


@pytest.mark.parametrize("typed", ["bourelly", "borelly", "ines bourely", "bourelly inès", "i bourelly", "bourel"])
def test_among_sixteen_hundred(directory: Index, typed: str) -> None:
    assert first(directory, typed) == "Inès Bourelly"


def test_near_twins_among_sixteen_hundred(directory: Index) -> None:
    assert labels(directory.find("fatima hadad"))[:2] == ["Fatima Hadad", "Fatima Haddad"]
    assert labels(directory.find("catherine gautier"))[:2] == ["Catherine Gautier", "Catherine Gauthier"]
    assert labels(directory.find("eric bonet"))[:2] == ["Éric Bonet", "Éric Bonnet"]
