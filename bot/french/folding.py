"""How words are compared whatever their accents, capitals, articles and order: folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "’": "'", "ʼ": "'", "´": "'", "`": "'"})
_SMALL_WORDS = {"le", "la", "les", "l", "du", "de", "des", "d", "au", "aux", "a"}


def fold(text: str) -> str:
    """The text in lower case, without accents, ligatures or typographic apostrophes: « Réunion d’Œuvre » gives « reunion d'oeuvre »."""
    if text.isascii():
        return text.lower()
    spelled = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(sign for sign in spelled if not unicodedata.combining(sign)).lower()


def folded_words(name: str) -> list[str]:
    """Its words without accents nor capitals, sorted: « Benali-Roux, Élise » and « elise BENALI ROUX, » are the same."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return sorted(plain.replace("-", " ").replace("’", " ").replace("'", " ").split())


def only_says(words: str, names: Iterable[str]) -> bool:
    """Whether each word belongs to one of those names of the same thing: « le CCAS » for « CCAS d’Alès »."""
    known = {word for name in names for word in folded_words(name)}
    return set(folded_words(words)) - _SMALL_WORDS <= known


def telling_words(text: str) -> frozenset[str]:
    """Its folded words without articles: what tells « le budget » and « Budget », of one thing, from others."""
    return frozenset(folded_words(text)) - _SMALL_WORDS


def one_slip(left: str, right: str) -> bool:
    """Whether two words are the same but for one slip of the thumb at most: a letter more, less, changed, or two swapped."""
    if left == right or abs(len(left) - len(right)) > 1:
        return left == right
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
