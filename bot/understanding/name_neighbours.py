"""What the words beside a name say of it: a function or a structure of whoever bears it, or that it is the name of a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.french.stems import stem
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.person_mentions import PersonMention
from bot.understanding.words import Word, key_words

_FUNCTIONS: dict[str, tuple[str, ...]] = {
    spaced(said): tuple(functions) for said, functions in table("partners")["synonyms"].items() if " " not in spaced(said)
}

_HOUSES = frozenset(
    {"lycee", "college", "ecole", "rue", "avenue", "boulevard", "gymnase", "stade", "residence", "clinique", "square", "allee"}
)


def bears(mention: PersonMention, before: Word, index: VocabularyIndex) -> bool:
    """Whether the word before a name tells the function of one who bears that name: « le kiné Boulanger »."""
    if not before.is_word or len(before.fold) < 3:
        return False
    told = (before.canon, *_FUNCTIONS.get(before.fold, ()))
    stems = {stem(w) for function in told for w in key_words(function)}
    return any(p in index.functions.get(s, ()) for s in stems for p in mention.ids)


def of_a_place(words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether a name ends that of a place: « lycée Jean-Baptiste Dumas », « collège Marie Curie »."""
    if not words[mention.first].is_capital or mention.titled:
        return False
    k = mention.first - 1
    while k > 0 and mention.first - k <= 3 and words[k].is_word and words[k].is_capital and words[k].fold not in _HOUSES:
        k -= 1
    return 0 <= k < mention.first - 1 and words[k].fold in _HOUSES


def employed(mention: PersonMention, words: Sequence[Word], structures_at: Mapping[int, tuple[int, ...]], index: VocabularyIndex) -> bool:
    """Whether the structure of one who bears that name stands right after it: « Rey ARS », « Petit (ARS) »."""
    opened = mention.last < len(words) and words[mention.last].text == "("
    structures = structures_at.get(mention.last + opened, ())
    return words[mention.first].is_capital and any(index.people[p].structure_id in structures for p in mention.ids)
