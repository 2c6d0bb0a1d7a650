"""Whether a name that somebody of the directory bears stands in the name of somebody else: « Julie Martin », « Julien Roux »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.french.sounds import sound
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.name_gaps import AFTER_NAME
from bot.understanding.person_mentions import PersonMention
from bot.understanding.tokens import fold
from bot.understanding.words import HYPHENS, Word

_ALSO_WORDS = frozenset(fold(table("names")["also_words"]["words"]).split())
_COMMON = frozenset(fold(table("names")["common"]["words"]).split()) | _ALSO_WORDS
_HALVES = frozenset({"anne", "jean", "marie", "pierre", "louis", "charles", "paul", "rose", "claude", "luc"})
FIRST_NAMES = words_of("first_names", "common")
_CALENDAR = frozenset(
    ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"]
) | frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jour", "ete", "hiver", "printemps", "automne", "noel"]
)


def another_family(words: Sequence[Word], i: int, index: VocabularyIndex, *, known_first: bool) -> bool:
    """Whether a last name that nobody bears stands right after a first name: « Nathalie Dubois » is not Nathalie Roux."""
    if not known_first or i + 1 >= len(words):
        return False
    word = words[i + 1]
    if not (word.is_word and word.is_capital and words[i].is_capital) or len(word.fold) < 3:
        return False
    if word.fold in index.last_names or (word.fold in _ALSO_WORDS and word.fold not in _CALENDAR):
        return not _another_follows(words, i, index)
    if word.text.isupper() or len(word.fold) < 4:
        return False
    return word.fold not in index.words and word.fold not in _COMMON and word.fold not in AFTER_NAME and not index.near_words(word.fold)


def of_another_first(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether the first name of somebody else stands right before a last name: « Julie Martin », where no Martin is called Julie."""
    return i > 0 and words[i - 1].fold in index.first_names and another_family(words, i - 1, index, known_first=True)


def _another_follows(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether names told without signs stand on either side of words i and i + 1: « Karim Martin Zoé » is a list."""
    beside = [words[k].fold for k in (i - 1, i + 2) if 0 <= k < len(words) and words[k].is_capital and len(words[k].fold) > 2]
    return any(said in index.first_names or said in index.last_names for said in beside)


def another_first(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether a first name that none of its bearers has stands right before a last name: « Julien Roux » is not Nathalie Roux."""
    before = words[i - 1] if i else None
    if before is None or before.is_capital < words[i].is_capital or before.fold in _COMMON or before.fold in index.words:
        return False
    return nobodys_first(before.fold, index)


def before_first(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether a first name that nobody has closes the piece that a last name at word i opens: « , ROUX Julien, »."""
    opens = i == 0 or not words[i - 1].is_word or words[i - 1].fold in {"et", "avec"}
    if not opens or i + 1 >= len(words) or not (words[i].is_capital and words[i + 1].is_capital) or words[i].fold not in index.last_names:
        return False
    closes = i + 2 >= len(words) or not words[i + 2].is_word or words[i + 2].fold == "et"
    return closes and nobodys_first(words[i + 1].fold, index)


def nobodys_first(said: str, index: VocabularyIndex) -> bool:
    """Whether a folded first name is another than all those of the directory: « Julien » is no slip for « Julie », « Natalie » is one."""
    if said not in FIRST_NAMES or said in index.first_names:
        return False
    return not any(near in index.first_names and _sounds_as(said, near) for near in index.near_words(said))


def _sounds_as(said: str, known: str) -> bool:
    """Whether a first name may be another one typed by ear: « Natalie », not « Michèle » for « Michel »."""
    return said.endswith("e") == known.endswith("e") and sound(said) == sound(known)


def of_somebody_else(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether a word like a name of the directory stands in the name of a stranger: « Julien Teyssier », « Sophia Berger »."""
    before = words[i - 1].fold if i else ""
    if before in FIRST_NAMES and before not in index.first_names:
        return True
    named = i > 0 and before in index.first_names and words[i - 1].is_capital and words[i].is_capital
    return another_family(words, i, index, known_first=True) or (named and not _another_follows(words, i - 1, index))


def joined(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether a hyphen joins word i to the one before."""
    return i > 0 and words[i - 1].end + 1 == words[i].start and text[words[i].start - 1] in HYPHENS


def past_compound(text: str, words: Sequence[Word], i: int, index: VocabularyIndex) -> int | None:
    """The word after « Jean-Pierre Simon » at word i, who is neither Pierre Simon nor anybody known; None where no such name stands."""
    if words[i].fold not in _HALVES or i + 1 >= len(words) or words[i + 1].fold not in FIRST_NAMES | _HALVES:
        return None
    keys = index.first_names.get(words[i].fold, ())
    if any(len(key.words) > 1 and words[i + 1].fold == key.words[1] for key in keys):
        return None
    last = words[i + 2] if i + 2 < len(words) else None
    named = last is not None and last.is_word and last.fold in index.last_names
    if not joined(text, words, i + 1):
        capitals = named and all(w.is_capital for w in words[i : i + 3])
        return i + 3 if capitals and all(len(key.words) > 1 for key in keys) else None
    return i + 2 + (named and words[i + 2].is_capital >= words[i].is_capital)


def halved(text: str, words: Sequence[Word], mention: PersonMention) -> bool:
    """Whether a first name is but half of one: the « Anne » of « Anne-Marie Teulon » is not Anne Lefèvre."""
    last = mention.last
    half = last - mention.first == 1 and last < len(words) and words[last - 1].fold in _HALVES and joined(text, words, last)
    return half and words[last].fold in FIRST_NAMES | _HALVES
