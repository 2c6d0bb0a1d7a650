"""Whether words are only another way to write a name: without accents, capitals, articles, in any order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_SMALL_WORDS = {"le", "la", "les", "l", "du", "de", "des", "d", "au", "aux", "a"}


def folded_words(name: str) -> list[str]:
    """Its words without accents nor capitals, sorted: « Benali-Roux, Élise » and « elise BENALI ROUX, » are the same."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return sorted(plain.replace("-", " ").replace("’", " ").replace("'", " ").split())


def only_says(words: str, names: Iterable[str]) -> bool:
    """Whether each word belongs to one of those names of the same thing: « le CCAS » for « CCAS d’Alès »."""
    known = {word for name in names for word in folded_words(name)}
    return set(folded_words(words)) - _SMALL_WORDS <= known
