"""What a message ends with that only asks Maillon to do its work: « …, tu peux corriger ? », « …, peux-tu l'enregistrer stp »."""

from __future__ import annotations

import re

from bot.understanding.lexicon_files import table

_CLOSING = table("turns")["closing"]
_ASKED = "|".join(_CLOSING["asked"])
_DONE = "|".join([*_CLOSING["done"], *_CLOSING["changes"]])
_CHANGES = frozenset(_CLOSING["changes"])
_AFTER = "|".join(_CLOSING["after"])
_REQUEST = re.compile(
    rf"[\s,;:.!…(–—-]+(?:{_ASKED})\s+(?:d['’e]\s*)?(?:me\s+|l['’]\s*|le\s+|la\s+|les\s+|ça\s+)?(?P<done>{_DONE})(?:\s+(?:{_AFTER}))*[\s?.!)]*$",
    re.IGNORECASE,
)
_LONGEST = 70  # characters of such a request
_FEWEST = 3  # words that the rest must have


def without_closing(text: str) -> str:
    """The message without the request that ends it; whole where nothing much stands before, or where nothing is asked."""
    from_end = max(0, len(text) - _LONGEST)
    found = _REQUEST.search(text, from_end)
    if found is None or len(text[: found.start()].split()) < _FEWEST:
        return text
    if found["done"].casefold() in _CHANGES:
        return text.rstrip(" ?.!)\u00a0\u202f")  # « …, tu peux l'ajouter ? » says what changes, and asks nothing
    return text[: found.start()]
