"""Whether the words of a territory are found in a message: people, groups, structures and places, however typed."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from bot.french.stems import stem
from bot.understanding.groups import find_groups, ordered_for
from bot.understanding.index import compile_index
from bot.understanding.names import find_people
from bot.understanding.spelling import one_slip
from bot.understanding.things import find_things
from bot.understanding.words import split_words
from tests.understanding.territory import GROUPS, INDEX, PEOPLE, VOCABULARY


def people_in(text: str) -> list[tuple[str, list[str]]]:
    return [(m.said, [INDEX.people[p].full_name for p in m.ids]) for m in find_people(text, split_words(text), INDEX)]


def groups_in(text: str) -> list[list[str]]:
    return [[INDEX.groups[g].name for g in m.ids] for m in find_groups(split_words(text), INDEX)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sophie Martin", [("Sophie Martin", ["Sophie Martin"])]),
        ("MARTIN Sophie", [("MARTIN Sophie", ["Sophie Martin"])]),
        ("sofie martin", [("sofie martin", ["Sophie Martin"])]),
        ("Elise Durrant", [("Elise Durrant", ["Élise Durant"])]),
        ("jl garnier", [("jl garnier", ["Jean-Luc Garnier"])]),
        ("M-H Vasseur", [("M-H Vasseur", ["Marie-Hélène Vasseur"])]),
        ("p martin excusé", [("p martin", ["Philippe Martin"])]),
        ("FERHAT N., MOULIN C.", [("FERHAT N.", ["Nadia Ferhat"]), ("MOULIN C.", ["Cédric Moulin"])]),
        ("avec Simon G. et MH", [("Simon G.", ["Simon Gaillard"]), ("MH", ["Marie-Hélène Vasseur"])]),
        ("Mme Laurent était là", [("Mme Laurent", ["Céline Laurent"])]),
        ("dr lefevre", [("dr lefevre", ["Anne Lefèvre"])]),
        ("n'diaye, d'angelo", [("n'diaye", ["Aminata N'Diaye"]), ("d'angelo", ["Paola D'Angelo"])]),
        ("M. Durand et Mme Durant", [("M. Durand", ["Michel Durand"]), ("Mme Durant", ["Élise Durant"])]),
        ("martin", [("martin", ["Sophie Martin", "Philippe Martin"])]),
    ],
)
def test_people_are_found_as_typed(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert people_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "durant la réunion",
        "un petit groupe",
        "les colis de Noël",
        "le 12 avril",
        "ce matin",
        "claire et nette",
        "un blanc",
        "Noël approche",
    ],
)
def test_words_that_are_also_names_name_nobody(text: str) -> None:
    assert people_in(text) == []


def test_words_that_are_also_names_are_names_in_a_list() -> None:
    assert [said for said, _ in people_in("présents : Petit, Blanc, Noël et Avril")] == ["Petit", "Blanc", "Noël", "Avril"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("gt nutri 2,5h", "GT Nutrition"),
        ("GT santé env", "GT Santé environnement"),
        ("reu accès aux droits", "GT Accès aux droits"),
        ("comité de pilotage du CLS", "Copil CLS"),
        ("la plénière", "Plénière CLS"),
        ("groupe précarité", "GT Précarité"),
        ("ETP avant-hier", "GT Éducation thérapeutique"),
        ("pour soins pal", "GT Soins palliatifs"),
        ("GT depistages", "GT Dépistage des cancers"),
        ("cotech de l'asv", "Cotech ASV"),
    ],
)
def test_groups_are_found_as_typed(text: str, name: str) -> None:
    assert groups_in(text) == [[name]]


@pytest.mark.parametrize("text", ["se voir", "les soins", "un groupe logement", "petit groupe de relecture", "as"])
def test_words_of_groups_in_passing_name_none(text: str) -> None:
    assert groups_in(text) == []


def test_a_kind_alone_is_a_question_that_begins_with_the_authors_own_groups() -> None:
    (mention,) = find_groups(split_words("Copil ce matin"), INDEX)
    ordered = ordered_for(mention.ids, PEOPLE["Benoît Chabert"], INDEX)
    assert [INDEX.groups[g].name for g in ordered] == ["Copil CLSM", "Copil CLS", "Copil ASV"]


@pytest.mark.parametrize(
    ("text", "structures", "places"),
    [
        ("au ccas à alès", ["CCAS d'Alès"], ["CCAS d'Alès"]),
        ("CCAS", ["CCAS d'Alès", "CCAS de La Grand-Combe"], []),
        ("1 du CCAS de la grd combe", ["CCAS de La Grand-Combe"], []),
        ("P.J.J.", ["Protection judiciaire de la jeunesse"], []),
        ("missoin locale", ["Mission locale Alès"], []),
        ("Hôtel de ville, Alès", [], ["Hôtel de ville d'Alès"]),
        ("mairie anduze", [], ["Mairie d'Anduze"]),
        ("EN", ["Éducation nationale – infirmerie du lycée Jean-Baptiste Dumas"], []),
        ("en fin de journée", [], []),
    ],
)
def test_structures_and_places_are_found_as_typed(text: str, structures: list[str], places: list[str]) -> None:
    mentions = find_things(text, split_words(text), INDEX)
    assert [INDEX.structures[s].name for m in mentions for s in m.structures] == structures
    assert [INDEX.places[p].name for m in mentions for p in m.places] == places


def test_one_slip_of_the_thumb() -> None:
    assert [one_slip("martin", w) for w in ("matin", "marttin", "mratin", "mertin", "marine", "martins")] == [
        True,
        True,
        True,
        True,
        False,
        True,
    ]


def test_gender_and_number_do_not_count_in_functions() -> None:
    assert stem("infirmières") == stem("infirmier") or stem("infirmieres") == stem("infirmier")
    assert stem("coordinatrice") == stem("coordinateur")


def test_the_reference_vocabulary_is_laid_out_in_150_ms() -> None:
    people = tuple(
        replace(p, id=p.id + 100 * k, last_name=p.last_name[:-2] + chr(97 + k) + p.last_name[-2:])
        for k in range(26)
        for p in VOCABULARY.people
    )
    groups = tuple(replace(g, id=g.id + 100 * k, name=f"{g.name} {k}") for k in range(5) for g in VOCABULARY.groups)
    structures = tuple(replace(s, id=s.id + 100 * k, name=f"{s.name} {k}") for k in range(11) for s in VOCABULARY.structures)
    big = replace(VOCABULARY, people=people, groups=groups, structures=structures)
    spent = []
    for _ in range(3):
        began = process_time()
        compile_index(big)
        spent.append(process_time() - began)
    assert min(spent) < 0.15
    assert len(GROUPS) == 25
