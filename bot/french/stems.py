"""What is left of a word without the endings of its gender and number: « infirmières » and « infirmier » are the same."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    ("trices", "t"), ("teurs", "t"), ("trice", "t"), ("teur", "t"), ("ieres", "i"), ("iers", "i"), ("iere", "i"), ("ier", "i"),
    ("iennes", "i"), ("iens", "i"), ("ienne", "i"), ("ien", "i"), ("euses", "e"), ("eurs", "e"), ("euse", "e"), ("eur", "e"),
    ("ees", ""), ("ee", ""), ("es", ""), ("e", ""), ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without the endings of gender and number: « infirmières » and « infirmier » are the same."""
    if len(word) < 4:
        return word
    for ending, kept in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + kept
    return word
