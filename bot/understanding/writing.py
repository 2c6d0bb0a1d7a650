"""How documents are to be worded: « écris en point médian », « noms en capitales », « écriture inclusive : épicène »."""

from __future__ import annotations

import re
from typing import TypeVar

from bot.domain.writing import Inclusive, NameStyle, SetWriting
from bot.understanding.lexicon_files import table
from bot.understanding.scan import Scan

_LEXICON = table("writing")
_HINTS = frozenset(_LEXICON["hints"])
_SMALL = frozenset(_LEXICON["small"]["words"].split())
_REFUSED = re.compile(f"\\b{_LEXICON['refused']}\\b")
_ASKS = re.compile("|".join(_LEXICON["asks"]))
_POLITE = re.compile(_LEXICON["polite"])
_INCLUSIVE = [(Inclusive(name), re.compile(f"\\b(?:{'|'.join(ways)})\\b")) for name, ways in _LEXICON["inclusive"].items()]
_NAMES = [(NameStyle(name), re.compile(f"\\b(?:{'|'.join(ways)})\\b")) for name, ways in _LEXICON["names"].items()]
_WORD = re.compile(r"[a-z0-9]+")
Choice = TypeVar("Choice")
LONGEST = 20  # words: what is longer tells something else


def read_writing(seen: Scan) -> SetWriting | None:
    """What the message as a whole says of how documents are written; None when it speaks of anything else."""
    if len(seen) > LONGEST or not _HINTS.intersection(seen.folds):
        return None
    said = " ".join(_WORD.findall(" ".join(word.fold for word in seen.words)))
    only_asks = _ASKS.search(said) is not None or ("?" in seen.text and _POLITE.search(said) is None)
    rest = _REFUSED.sub(" ", said)
    refused = rest != said
    names, rest = _told(_NAMES, rest)
    inclusive, rest = _told(_INCLUSIVE, rest)
    rest = _ASKS.sub(" ", rest)
    if set(rest.split()) - _SMALL or len(names) > 1 or len(inclusive) > 1:
        return None
    if not names and not inclusive and not refused and "ecriture" not in said.split():
        return None
    return SetWriting() if only_asks else SetWriting(inclusive=next(iter(inclusive), None), names=next(iter(names), None))


def _told(ways: list[tuple[Choice, re.Pattern[str]]], said: str) -> tuple[list[Choice], str]:
    """Which of the choices are told, and the words that are left."""
    found = []
    for choice, way in ways:
        left = way.sub(" ", said)
        if left != said:
            found.append(choice)
            said = left
    return found, said
