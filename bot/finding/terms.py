"""Which terms a name or a demand is made of, written one way: « St-Ambroix » and « saint ambroix », « C.H. » and « CH »."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.finding.lexicon_files import table, words_of
from bot.french.folding import fold

LONGEST = 40  # letters of a term: nothing in a directory is longer, and whatever is typed stays cheap
SMALL = words_of("asked", "small")
_SHORT: dict[str, str] = table("asked", "short")
_SAINTS = frozenset({"saint", "sainte", "saints"})
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_][.]){2,6}(?:[^\W\d_](?![^\W_]))?")
_ELIDED = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu)'(?=[^\W_])")
_JOINED = re.compile(r"[^\W_]+(?:['-][^\W_]+)+")
_TERM = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65_536)
def terms_of(text: str, *, name: bool = False) -> tuple[str, ...]:
    """The terms of a text in order, small words among them; abbreviations opened, a saint held to its name: (saintambroix,).

    In somebody's `name` a letter before an apostrophe is kept: (d, angelo).
    """
    plain = fold(text)
    if "." in plain:
        plain = _DOTTED.sub(lambda sigle: sigle[0].replace(".", "") + " ", plain)
    if "'" in plain and not name:
        plain = _ELIDED.sub(" ", plain)
    found: list[str] = []
    holds = False
    for term in _TERM.findall(plain):
        opened = _SHORT.get(term, term)[:LONGEST]
        if holds:
            found[-1] = (found[-1] + opened)[:LONGEST]
            holds = False
        else:
            found.append(opened)
            holds = opened in _SAINTS
    return tuple(found)


def joined(text: str) -> list[tuple[str, ...]]:
    """The terms of each word that a hyphen or an apostrophe makes of several: « d'Auchy-les-Mines » gives [(auchy, les, mines)]."""
    several = (terms_of(word) for word in _JOINED.findall(fold(text)))
    return [terms for terms in several if len(terms) > 1]


def glued(terms: Iterable[str]) -> str:
    """These terms written as one word."""
    return "".join(terms)[:LONGEST]


def content(terms: tuple[str, ...]) -> tuple[str, ...]:
    """The terms without the small words, unless nothing else is there."""
    return tuple(term for term in terms if term not in SMALL) or terms
