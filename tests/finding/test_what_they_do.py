"""Somebody found by what she does and where; a structure found by its name, its sigle or its long form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.finding import Index, SheetKind, Verdict
from tests.finding.by_hand import first, hamlet, labels


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("addicto st ambroix", "Ali El Haddad"),
        ("psy anduze", "Jean-Luc Delatour"),
        ("kiné", "Awa N'Diaye"),
        ("un kiné à Alès ?", "Awa N'Diaye"),
        ("sf la gd combe", "Gisèle Ben Ali"),
        ("sage femme", "Gisèle Ben Ali"),
        ("sages-femmes", "Gisèle Ben Ali"),
        ("ide anduze", "Marie-Claude Talbi"),
        ("infirmier anduze", "Marie-Claude Talbi"),
        ("la dame du CCAS de Saint-Jean", "Anne Lefèvre"),
        ("qui est le maire de ste croix", "Yves Le Gall"),
        ("médecin généraliste", "Paul Lefèvre"),
        ("qqn au csapa qui est éduc", "Paola D'Angelo"),
        ("qui fait la santé mentale", "Jean-Luc Delatour"),
        ("as st jean", "Sophie Martin"),
    ],
)
def test_by_function_and_place(village: Index, typed: str, meant: str) -> None:
    assert first(village, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ccas", "CCAS de Saint-Jean-du-Gard"),
        ("centre communal d'action sociale de saint jean", "CCAS de Saint-Jean-du-Gard"),
        ("cmp", "Centre médico-psychologique d'Anduze"),
        ("C.M.P. d'Anduze", "Centre médico-psychologique d'Anduze"),
        ("protection maternelle et infantile", "PMI de La Grand-Combe"),
        ("pmi grand combe", "PMI de La Grand-Combe"),
        ("CHAC", "Centre hospitalier Alès-Cévennes"),
        ("hopital", "Centre hospitalier Alès-Cévennes"),
        ("hosto ales", "Centre hospitalier Alès-Cévennes"),
        ("centre hospitalié ales", "Centre hospitalier Alès-Cévennes"),
        ("blanaves", "CSAPA des Gardons"),
        ("mairie ste croix", "Mairie de Sainte-Croix-de-Caderle"),
        ("centre medico-psyhcologique anduze", "Centre médico-psychologique d'Anduze"),
    ],
)
def test_a_structure_is_found_before_its_people(village: Index, typed: str, meant: str) -> None:
    hit = village.find(typed).hits[0]
    assert (hit.sheet.kind, hit.sheet.label) == (SheetKind.STRUCTURE, meant)


def test_people_come_first_when_somebody_is_asked_for(village: Index) -> None:
    hits = village.find("qui est au CCAS ?").hits
    assert [hit.sheet.kind for hit in hits[:2]] == [SheetKind.PERSON, SheetKind.PERSON]


def test_all_those_who_do_that_there_are_listed(directory: Index) -> None:
    answer = directory.find("qui est assistante sociale à La Grand-Combe ?")
    women = [hit.sheet for hit in answer.hits]
    assert answer.verdict is Verdict.SEVERAL
    assert {sheet.communes for sheet in women} == {("La Grand-Combe",)}
    assert {sheet.functions[0].split()[0] for sheet in women} == {"assistante", "assistant"}


def test_a_place_may_be_said_in_part(directory: Index) -> None:
    nurses = [hit.sheet for hit in directory.find("infirmière à saint-jean").hits]
    assert {sheet.communes for sheet in nurses} == {("Saint-Jean-du-Gard",)}
    assert {sheet.functions[0].split()[0] for sheet in nurses} <= {"infirmier", "infirmière"}


@pytest.mark.parametrize(("typed", "meant"), [("ARS", "Agence régionale de santé Occitanie – délégation du Gard"), ("caf", "CAF du Gard")])
def test_a_sigle_alone(directory: Index, typed: str, meant: str) -> None:
    assert labels(directory.find(typed))[0] == meant


@pytest.mark.parametrize("typed", ["addicto grand combe", "addictologue à la Grand-Combe", "médecin addictologue la gd combe"])
def test_who_does_it_elsewhere_comes_before_whoever_is_there(village: Index, typed: str) -> None:
    answer = village.find(typed)
    assert (answer.verdict, labels(answer)[0]) == (Verdict.NEAR, "Ali El Haddad")


@pytest.mark.parametrize("typed", ["sophie martin la grand combe", "Martin Sophie infirmière", "sophie martin mairie de sainte croix"])
def test_a_whole_name_comes_before_whoever_is_there(village: Index, typed: str) -> None:
    answer = village.find(typed)
    assert (answer.verdict, labels(answer)) == (Verdict.NEAR, ["Sophie Martin"])


def test_a_commune_is_not_found_in_the_name_of_a_group(village: Index) -> None:
    sheets = [replace(s, groups=("GT Santé Anduze jeunes",)) if s.label == "Sophie Martin" else s for s in hamlet()]
    answer = Index(sheets).find("assistante sociale anduze")
    assert answer.verdict is Verdict.NEAR
