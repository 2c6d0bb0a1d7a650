"""How sure an answer says that it is: one, several, some that come near, nobody."""

from __future__ import annotations

import pytest

from bot.finding import Index, Sheet, SheetKind, Verdict
from tests.finding.by_hand import labels


@pytest.mark.parametrize("typed", ["sophie martin", "dr el haddad", "talbi", "paola", "cmp anduze", "delatuor"])
def test_one_clear_winner(village: Index, typed: str) -> None:
    assert village.find(typed).verdict is Verdict.CLEAR


@pytest.mark.parametrize("typed", ["xyz", "Loïc Vasseur", "qui est dentiste ?", "dentiste à Vauvert", "", "   ", "?!", "🙂"])
def test_nobody(village: Index, typed: str) -> None:
    answer = village.find(typed)
    assert (answer.verdict, answer.hits) == (Verdict.NOBODY, ())


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Marie Talbi", "Marie-Claude Talbi"),  # half of a first name: may be somebody else
        ("Anna Lefèvre", "Anne Lefèvre"),
        ("Paul Martin", None),  # both words are known, nobody bears both
    ],
)
def test_somebody_else_is_only_proposed(village: Index, typed: str, near: str | None) -> None:
    answer = village.find(typed)
    assert answer.confident is False
    if near:
        assert labels(answer)[0] == near


def test_nobody_there_does_that_so_those_who_do_it_elsewhere_are_proposed(directory: Index) -> None:
    for typed in ("addicto st ambroix", "addictologue à Saint-Ambroix"):
        answer = directory.find(typed)
        assert (answer.verdict, answer.likely) == (Verdict.NEAR, False)
        assert {hit.sheet.functions[0] for hit in answer.hits} == {"médecin addictologue"}


def test_where_nobody_at_all_does_that_those_who_are_there_are_proposed(village: Index) -> None:
    answer = village.find("orthophoniste à Alès")
    assert answer.verdict is Verdict.NEAR
    assert {"Alès" in hit.sheet.communes for hit in answer.hits} == {True}


def test_a_name_that_nobody_bears_stays_nobody_with_a_commune(directory: Index) -> None:
    for typed in ("Zorglub Alès", "Zorglub Saint-Ambroix", "Vassilissa Barjac"):
        assert directory.find(typed).verdict is Verdict.NOBODY


def test_a_lone_misspelt_name_offers_each_name_that_it_may_be() -> None:
    names = (("Anne", "Chautin"), ("Léa", "Chautin"), ("Guy", "Chautin"), ("Rose", "Chauttin"))
    sheets = [Sheet(kind=SheetKind.PERSON, id=n, first_name=first, last_name=last) for n, (first, last) in enumerate(names, start=1)]
    assert labels(Index(sheets).find("chauptin")) == ["Anne Chautin", "Rose Chauttin", "Léa Chautin", "Guy Chautin"]


def test_the_list_is_as_short_as_asked(directory: Index) -> None:
    assert [len(directory.find("martin", limit=limit).hits) for limit in (0, 1, 2)] == [0, 1, 2]


def test_an_empty_directory_knows_nobody() -> None:
    assert Index(()).find("sophie martin").verdict is Verdict.NOBODY


def test_a_word_of_the_question_may_be_a_name() -> None:
    index = Index((Sheet(kind=SheetKind.PERSON, id=1, first_name="Léa", last_name="Contact"),))
    assert labels(index.find("contact")) == ["Léa Contact"]
    assert labels(index.find("léa contact")) == ["Léa Contact"]
