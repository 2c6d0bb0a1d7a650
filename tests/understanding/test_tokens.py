"""Tokens: every word and sign of a message with its plain form and its place."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.tokens import fold, tokenize


def folded(text: str) -> list[str]:
    return [token.folded for token in tokenize(text)]


def test_words_lose_case_accents_and_ligatures() -> None:
    assert fold("Réunion d’Œuvre à Bessèges") == "reunion d'oeuvre a besseges"


def test_elided_words_keep_their_apostrophe() -> None:
    assert folded("l'ARS jusqu’à l'été, aujourd’hui") == ["l'", "ars", "jusqu'", "a", "l'", "ete", ",", "aujourd'hui"]


def test_hours_and_dates_come_apart() -> None:
    assert folded("14h30-16h, 12/01") == ["14", "h", "30", "-", "16", "h", ",", "12", "/", "01"]


def test_signs_have_their_kind() -> None:
    kinds = {token.text: token.kind for token in tokenize("🕑 14h → fin !\n2 €")}
    assert kinds == {
        "🕑": "emoji",
        "14": "number",
        "h": "word",
        "→": "symbol",
        "fin": "word",
        "!": "punct",
        "\n": "newline",
        "2": "number",
        "€": "symbol",
    }


def test_glued_tells_what_touches() -> None:
    assert [token.glued for token in tokenize("14h30 h")] == [False, True, True, False]


def test_figures_of_other_scripts_and_fractions() -> None:
    assert folded("١٢ ½ journée") == ["12", "1/2", "journee"]


@given(st.text(max_size=300))
def test_each_token_is_a_slice_of_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(token.glued == (i > 0 and tokens[i - 1].end == token.start) for i, token in enumerate(tokens))


@pytest.mark.bench
def test_long_messages_take_linear_time() -> None:
    began = time.process_time()
    for text in ("de " * 1365, "9" * 4096, "é́" * 2048, "l'" * 2048):
        tokenize(text)
    assert time.process_time() - began < 0.2


def test_a_line_ends_after_trailing_spaces_too() -> None:
    assert folded("présents :  \n Karim") == ["presents", ":", "\n", "karim"]
