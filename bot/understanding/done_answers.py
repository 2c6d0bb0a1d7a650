"""Whether a few words say that what rang is done: « c fait », « la préfecture c'est fait », « le rappel de la CAF c'est réglé »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.lexicon_files import table
from bot.understanding.spelling import alike
from bot.understanding.tokens import fold, tokenize

_LEXICON = table("reminder_orders")
_DONE = re.compile(_LEXICON["done"])
_SMALL = frozenset(_LEXICON["small"]) | frozenset(_LEXICON["done_small"])
_LONGEST = 12  # words: what is longer tells something else


def read_done(text: str) -> tuple[str, ...] | None:
    """The words that name what is done, none for « c'est fait » alone; None where nothing is said to be done."""
    words = [word.folded.replace("'", " ") for word in tokenize(text) if word.kind in {"word", "number"}]
    ends = _DONE.search(" ".join(words)) if len(words) <= _LONGEST and not text.rstrip().endswith("?") else None
    return None if ends is None else tuple(word for word in " ".join(words)[: ends.start()].split() if word not in _SMALL)


def names(what: str, words: Sequence[str]) -> bool:
    """Whether the words of a reminder have all of these."""
    said = re.findall(r"\w+", fold(what))
    return all(any(word == one or (len(word) > 3 and alike(word, one)) for one in said) for word in words)
