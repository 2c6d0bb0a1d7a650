"""Whom a first and a last name mean over slips in short words and particles: « Nathalie Rous », « Yan Le Gof », « Samira El Amrany »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.index import NameKey, VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.spelling import one_slip
from bot.understanding.tokens import fold
from bot.understanding.words import Word

_COMMON = frozenset(fold(f"{table('names')['common']['words']} {table('names')['also_words']['words']}").split())
_SHORTEST = 4  # letters of a last name told alone; of one word of « Le Goff », one less


def opens_particled(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether word i, a first name mistyped, stands before a last name of several words: « Yan Le Gof »."""
    keys = index.last_names.get(words[i + 1].fold) if i + 2 < len(words) else None
    return (
        keys is not None
        and len(words[i].fold) >= _SHORTEST - 1
        and any(_several_at(words, i + 1, key) and _first_of(words[i], key, index) for key in keys)
    )


def slipped_name(words: Sequence[Word], i: int, index: VocabularyIndex) -> tuple[int, tuple[int, ...]] | None:
    """The word after a first name and a last name that begin at word i, a slip in either, and the one who bears both."""
    found: dict[int, int] = {}
    for first in index.first_names.get(words[i].fold, ()):
        middle = i + len(first.words)
        if middle < len(words) and all(words[i + k].fold == w for k, w in enumerate(first.words)):
            found |= {p: last for p in first.ids if (last := _short_last(words, middle, p, index)) is not None}
    if not found and opens_particled(words, i, index):
        for key in index.last_names[words[i + 1].fold]:
            if _several_at(words, i + 1, key):
                found |= {p: i + 1 + len(key.words) for p in _first_of(words[i], key, index)}
    return (next(iter(found.values())), tuple(found)) if len(found) == 1 else None


def _short_last(words: Sequence[Word], i: int, person: int, index: VocabularyIndex) -> int | None:
    """The word after the last name of that person at word i, short or of several words and mistyped; None where another stands there."""
    meant = tuple(fold(index.people[person].last_name).replace("'", " ").replace("-", " ").split())
    if len(meant) > 1:
        return i + len(meant) if _several_at(words, i, NameKey(words=meant, ids=())) else None
    said = words[i]
    own = said.is_word and said.fold not in _COMMON and said.fold not in index.words and said.fold not in index.last_names
    if not own or len(said.fold) < _SHORTEST or said.fold in index.first_names or said.fold[0] != meant[0][0]:
        return None
    short = min(len(said.fold), len(meant[0])) == _SHORTEST
    return i + 1 if short and one_slip(said.fold, meant[0]) else None


def _several_at(words: Sequence[Word], i: int, key: NameKey) -> bool:
    """Whether the words of « Le Goff » stand at word i, one of them mistyped at most."""
    if len(key.words) < 2 or i + len(key.words) > len(words):
        return False
    wrong = [(words[i + k].fold, meant) for k, meant in enumerate(key.words) if words[i + k].fold != meant]
    return len(wrong) <= 1 and all(
        min(len(said), len(meant)) >= _SHORTEST - 1 and said[0] == meant[0] and one_slip(said, meant) for said, meant in wrong
    )


def _first_of(word: Word, key: NameKey, index: VocabularyIndex) -> list[int]:
    """Those of that last name whose first name is the word, or one slip from it."""
    names = [(p, fold(index.people[p].first_name)) for p in key.ids]
    return [p for p, name in names if word.fold[:1] == name[:1] and one_slip(word.fold, name)]
