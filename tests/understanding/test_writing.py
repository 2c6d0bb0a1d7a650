"""How documents are to be written, as people say it; and what speaks of writing and is something else."""

from __future__ import annotations

import pytest

from bot.domain.requests import Command, KeepContent, NotForMe, PlanAgenda, Request
from bot.domain.writing import Inclusive, NameStyle, SetWriting
from tests.understanding.territory import say

D, E, M, G = Inclusive
CAPITALS, PLAIN = NameStyle
SHOWN = SetWriting()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("écris en point médian", SetWriting(inclusive=M)),
        ("Point médian", SetWriting(inclusive=M)),
        ("je préfère le point médian, merci", SetWriting(inclusive=M)),
        ("tu peux écrire en point médian ?", SetWriting(inclusive=M)),
        ("écriture inclusive : épicène", SetWriting(inclusive=E)),
        ("les comptes rendus en écriture épicène", SetWriting(inclusive=E)),
        ("écriture inclusive : double flexion", SetWriting(inclusive=D)),
        ("repasse à la double flexion stp", SetWriting(inclusive=D)),
        ("passe au masculin générique dans les CR", SetWriting(inclusive=G)),
        ("pas d'écriture inclusive", SetWriting(inclusive=G)),
        ("non, masculin générique", SetWriting(inclusive=G)),
        ("noms en capitales", SetWriting(names=CAPITALS)),
        ("mets les noms de famille en majuscules dans les documents", SetWriting(names=CAPITALS)),
        ("noms sans capitales", SetWriting(names=PLAIN)),
        ("pas de majuscules pour les noms", SetWriting(names=PLAIN)),
        ("écris les noms en minuscules", SetWriting(names=PLAIN)),
        ("écris en épicène et les noms en capitales", SetWriting(inclusive=E, names=CAPITALS)),
    ],
)
def test_what_is_chosen(words: str, expected: SetWriting) -> None:
    assert say(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "écriture inclusive",
        "écriture des documents",
        "réglages d'écriture",
        "tu écris en point médian ?",
        "plus de point médian",
        "arrête le point médian",
        "n'écris plus en point médian",
    ],
)
def test_where_no_choice_is_told_the_card_is_shown(words: str) -> None:
    assert say(words) == SHOWN


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ordre du jour du GT Diabète de jeudi : écriture inclusive, budget", PlanAgenda),
        ("GT Diabète hier 14h-16h, 5 présents, on a parlé d'écriture inclusive", KeepContent),
        ("GT Diabète hier 14h-16h, 5 présents, on a décidé d'écrire en point médian", KeepContent),
        ("on a parlé d'écriture inclusive", NotForMe),
        ("atelier écriture", NotForMe),
        ("écris en point médian ou en épicène", NotForMe),
        ("c'est quoi le point médian ?", NotForMe),
        ("mes réglages", Command),
    ],
)
def test_what_speaks_of_it_and_is_something_else(words: str, kind: type[Request]) -> None:
    assert isinstance(say(words), kind)
