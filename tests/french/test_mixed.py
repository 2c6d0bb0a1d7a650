"""How words speak of women and men together: every word of the table in the four manners, one gender where it is known, articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.writing import Inclusive
from bot.french.mixed import counted_mixed, mixed, mixed_words, worded

B = "\N{NO-BREAK SPACE}"
ALL = tuple(Inclusive)
words = st.sampled_from(mixed_words())
manners = st.sampled_from(ALL)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("participants", ("participantes et participants", "personnes présentes", "participant·es", "participants")),
        (
            "les participants",
            ("les participantes et les participants", "les personnes présentes", "les participant·es", "les participants"),
        ),
        ("de habitants", ("d’habitantes et d’habitants", "de personnes habitant le territoire", "d’habitant·es", "d’habitants")),
        ("aux excusés", ("aux excusées et aux excusés", "aux personnes excusées", "aux excusé·es", "aux excusés")),
        (
            "les participants attendus",
            (
                "les participantes et les participants attendus",
                "les personnes attendues",
                "les participant·es attendu·es",
                "les participants attendus",
            ),
        ),
        (
            "participants attendus",
            ("participantes et participants attendus", "personnes attendues", "participant·es attendu·es", "participants attendus"),
        ),
        (
            "libéraux non indemnisés",
            (
                "libérales et libéraux non indemnisés",
                "professions libérales non indemnisées",
                "libéraux·ales non indemnisé·es",
                "libéraux non indemnisés",
            ),
        ),
        ("chacun", ("chacune et chacun", "chaque personne", "chacun·e", "chacun")),
        ("excusé", ("personne excusée", "personne excusée", "excusé·e", "excusé")),
    ],
)
def test_in_the_four_manners(said: str, expected: tuple[str, ...]) -> None:
    assert tuple(mixed(said, manner) for manner in ALL) == expected


@pytest.mark.parametrize("word", mixed_words())
def test_each_word_of_the_table(word: str) -> None:
    double, epicene, median, masculine = (mixed(word, manner) for manner in ALL)
    assert masculine == word
    assert [sign for said in (double, epicene, masculine) for sign in "·.‧•()/" if sign in said] == []
    assert ("·" in median, [sign for sign in ".‧•()/" if sign in median]) == (True, [])
    assert double == epicene or (" et " in double and double.endswith(masculine.split(" ", 1)[-1]))
    assert epicene not in (masculine, mixed(word, Inclusive.MASCULINE, feminine=True))


@given(words, manners, st.booleans())
def test_one_gender_that_is_known_is_said_but_in_words_without_any(word: str, manner: Inclusive, feminine: bool) -> None:
    said = mixed(word, manner, feminine=feminine)
    known = mixed(word, Inclusive.MASCULINE, feminine=feminine)
    assert said == (mixed(word, Inclusive.EPICENE) if manner is Inclusive.EPICENE else known)
    assert (known == word) is not feminine


def test_one_woman_is_excused() -> None:
    assert [mixed("excusé", manner, feminine=True) for manner in ALL] == ["excusée", "personne excusée", "excusée", "excusée"]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, (f"0{B}personne présente", f"0{B}personne présente", f"0{B}participant·e", f"0{B}participant")),
        (1, (f"1{B}personne présente", f"1{B}personne présente", f"1{B}participant·e", f"1{B}participant")),
        (12, (f"12{B}participantes et participants", f"12{B}personnes présentes", f"12{B}participant·es", f"12{B}participants")),
    ],
)
def test_counts_agree(count: int, expected: tuple[str, ...]) -> None:
    assert tuple(counted_mixed(count, "participant", manner) for manner in ALL) == expected


def test_people_are_not_said_twice_in_a_list_of_counts() -> None:
    said = [counted_mixed(2, "excusé", manner, after=True) for manner in ALL]
    assert said == [f"2{B}excusées et excusés", f"2{B}excusées", f"2{B}excusé·es", f"2{B}excusés"]


def test_a_fixed_sentence_takes_the_manner_where_it_says_so() -> None:
    assert [worded("Les autres sont celles que {chacun} a dites.", manner) for manner in ALL] == [
        "Les autres sont celles que chacune et chacun a dites.",
        "Les autres sont celles que chaque personne a dites.",
        "Les autres sont celles que chacun·e a dites.",
        "Les autres sont celles que chacun a dites.",
    ]


@given(st.text().filter(lambda text: "{" not in text), manners)
def test_other_words_stay(text: str, manner: Inclusive) -> None:
    assert worded(text, manner) == text


def test_a_word_that_the_table_lacks_is_never_guessed() -> None:
    with pytest.raises(KeyError):
        mixed("coordinateurs", Inclusive.MEDIAN)
