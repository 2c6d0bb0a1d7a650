"""Names as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.french.names import last_name_in, list_name, person_name, titled_name, written_as_a_name


@pytest.mark.parametrize("words", ["Xavier Zorglub", "M. Jean Dupontel", "Anne-Marie Petit"])
def test_words_written_as_a_name(words: str) -> None:
    assert written_as_a_name(words)


@pytest.mark.parametrize("words", ["merci beaucoup", "GT Nutrition hier", "Xavier", "Bonjour à tous"])
def test_words_not_written_as_a_name(words: str) -> None:
    assert not written_as_a_name(words)


@pytest.mark.parametrize(
    ("first", "last", "capitals", "plain", "listed"),
    [
        ("Sophie", "Martin", "Sophie MARTIN", "Sophie Martin", "MARTIN Sophie"),
        ("SOPHIE", "MARTIN", "Sophie MARTIN", "Sophie Martin", "MARTIN Sophie"),
        ("Loïc", "Le Goff", "Loïc LE GOFF", "Loïc Le Goff", "LE GOFF Loïc"),
        ("Loïc", "LE GOFF", "Loïc LE GOFF", "Loïc Le Goff", "LE GOFF Loïc"),
        ("Anne", "de La Tour", "Anne de LA TOUR", "Anne de La Tour", "de LA TOUR Anne"),
        ("Anne", "DE LA TOUR", "Anne DE LA TOUR", "Anne de La Tour", "DE LA TOUR Anne"),
        ("Jean", "d'Ormesson", "Jean d’ORMESSON", "Jean d’Ormesson", "d’ORMESSON Jean"),
        ("Jean", "D'ORMESSON", "Jean D’ORMESSON", "Jean d’Ormesson", "D’ORMESSON Jean"),
        ("Élodie", "Évrard-Çelik", "Élodie ÉVRARD-ÇELIK", "Élodie Évrard-Çelik", "ÉVRARD-ÇELIK Élodie"),
        ("Zoé", "œuvrard", "Zoé ŒUVRARD", "Zoé Œuvrard", "ŒUVRARD Zoé"),
        ("Bob", "O'BRIEN", "Bob O’BRIEN", "Bob O’Brien", "O’BRIEN Bob"),
        ("J.-P.", "McDonald", "J.-P. MCDONALD", "J.-P. McDonald", "MCDONALD J.-P."),
        ("JP", "LY", "JP LY", "JP Ly", "LY JP"),
        ("", "Benali", "BENALI", "Benali", "BENALI"),
    ],
)
def test_the_house_style_of_names(first: str, last: str, capitals: str, plain: str, listed: str) -> None:
    assert (person_name(first, last, capitals=True), person_name(first, last, capitals=False)) == (capitals, plain)
    assert (list_name(first, last), list_name(first, last, capitals=False)) == (listed, plain)


names = st.text(alphabet="abéèîöçœABÉÈÎÖÇŒ'- ", max_size=20)


@given(names, names)
def test_a_style_applied_twice_changes_nothing_more(first: str, last: str) -> None:
    assert last_name_in(last_name_in(last, capitals=True), capitals=True) == last_name_in(last, capitals=True)
    assert last_name_in(last_name_in(last, capitals=False), capitals=False) == last_name_in(last, capitals=False)


def test_titles_keep_their_gender() -> None:
    said = [
        titled_name("Anne", "Roux", civility=civility, doctor=doctor, capitals=True).replace("\u00a0", " ")
        for civility, doctor in (("Mme", True), ("M.", True), (None, True), ("Dre", True), ("Mme", False), (None, False))
    ]
    assert said == ["Dre Anne ROUX", "Dr Anne ROUX", "Dr Anne ROUX", "Dre Anne ROUX", "Mme Anne ROUX", "Anne ROUX"]
