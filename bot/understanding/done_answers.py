"""Whether a few words say that what rang is done: « c fait », « la préfecture c'est fait », « la CAF c'est relancé »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.lexicon_files import table
from bot.understanding.spelling import alike
from bot.understanding.tokens import fold, tokenize

_LEXICON = table("reminder_orders")
_DONE, _DONE_AHEAD = re.compile(_LEXICON["done"]), re.compile(_LEXICON["done_ahead"])
_DONE_BY_VERB = re.compile(_LEXICON["done_by_verb"])
_OF_MEETINGS = ("annul", "report", "decal", "repouss", "deplac")
_REMINDER = re.compile(rf"\b{_LEXICON['nouns']}\b")
_SMALL = frozenset(_LEXICON["small"]) | frozenset(_LEXICON["done_small"])
_DONE_ENDINGS = [tuple(pair.split()) for pair in _LEXICON["done_endings"]]
_I_DID = frozenset({"ai", "on"})
_SHORT = 6  # words
_LONGEST = 12  # words: what is longer tells something else


def read_done(text: str) -> tuple[str, ...] | None:
    """The words that name what is done, none for « c'est fait » alone; None where nothing is said to be done."""
    words = [word.folded.replace("'", " ") for word in tokenize(text) if word.kind in {"word", "number"}]
    said = " ".join(" ".join(words).split()) if len(words) <= _LONGEST and not text.rstrip().endswith("?") else ""
    ahead, ends = _DONE_AHEAD.match(said), _DONE.search(said)
    if ahead is None and ends is None:
        return _by_verb(said)
    told = said[ahead.end() :] if ahead is not None else said[: ends.start()] if ends is not None else ""
    named = tuple(word for word in told.split() if word not in _SMALL)
    return None if ahead is not None and not named else named  # « c'est bon pour moi » speaks of something else


def says_done_of(what: str, text: str) -> bool:
    """Whether it tells as done what a reminder asks: « devis validé » of « valider le devis »; the participle, and words of its own."""
    asked = [word.folded for word in tokenize(what) if word.kind == "word"]
    said = [word.folded.rstrip("'’") for word in tokenize(text) if word.kind in {"word", "number"}]
    done = next((asked[0].removesuffix(ends) + past for ends, past in _DONE_ENDINGS if asked and asked[0].endswith(ends)), "")
    if not done or len(said) > _SHORT or text.rstrip().endswith("?"):
        return False
    forms = {done, f"{done}e", f"{done}s", f"{done}es"}
    rest = [word for word in said if word not in forms and word not in _SMALL and word not in _I_DID]
    return any(word in forms for word in said) and names(what, rest)


def _by_verb(said: str) -> tuple[str, ...] | None:
    """The words of « la CAF c'est relancé », its verb too: a reminder is named by them only if it has them all."""
    found = _DONE_BY_VERB.match(said)
    if found is None or found[2].startswith(_OF_MEETINGS):
        return None
    named = tuple(word for word in found[1].split() if word not in _SMALL)
    return (*named, found[2]) if named else None


def names(what: str, words: Sequence[str]) -> bool:
    """Whether the words of a reminder have all of these."""
    said = re.findall(r"\w+", fold(what))
    return all(any(word == one or (len(word) > 3 and alike(word, one)) for one in said) for word in words)


def says_reminder(text: str) -> bool:
    """« le rappel de la CPAM c'est fait »: said of a reminder by that word."""
    return _REMINDER.search(fold(text)) is not None
