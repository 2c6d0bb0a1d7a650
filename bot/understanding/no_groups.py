"""Whether the words behind a kind (« GT », « commission ») name no group of the territory."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.lexicon_files import words_of
from bot.understanding.words import LINKS, Word

_MEETING_VERBS = (
    "reuni",
    "reunira",
    "tien",
    "tenu",
    "tena",
    "retrouv",
    "revoi",
    "revoy",
    "est",
    "sont",
    "etait",
    "rassembl",
    "poursui",
    "dit",
    "pos",
    "prono",
)
_OF = frozenset({"de", "du", "des", "d", "la", "le", "l"})
_WHEN = words_of("groups", "when")
_STOPS = words_of("groups", "stops")


def meets_itself(words: Sequence[Word], i: int) -> bool:
    """Whether « se réunira », « s'est tenue » follows a kind: a verb, not the sigle SE."""
    if i + 1 >= len(words) or words[i].fold not in {"se", "s"} or words[i].text.isupper():
        return False
    return words[i + 1].is_word and words[i + 1].text.islower() and words[i + 1].fold.startswith(_MEETING_VERBS)


def names_another(words: Sequence[Word], i: int) -> bool:
    """Whether the name of a group that the territory does not have follows a kind: « GT Mobilité hier », not « copil de ce matin »."""
    j = i
    while j < len(words) and j < i + 3 and words[j].canon in _OF and not words[j].text.isupper():
        j += 1
    if j >= len(words) or words[j].canon in LINKS or not words[j].is_word or len(words[j].fold) < 3 or words[j].fold in _STOPS:
        return False
    if words[j].is_capital:
        return True
    after = words[j + 1] if j + 1 < len(words) else None
    return len(words[j].fold) >= 5 and (after is None or not after.is_word or after.fold in _WHEN)
