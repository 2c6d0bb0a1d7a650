"""Which structures, places and communes of the territory a message names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.understanding.index import Kind, Phrase, VocabularyIndex
from bot.understanding.lexicon_files import words_of
from bot.understanding.tokens import fold
from bot.understanding.words import LINKS, Word

_DASHES = frozenset({"–", "-"})
_ARTICLES = frozenset({"au", "du", "le", "la", "l", "les", "des", "aux"})
_HOUSES = words_of("roll", "houses")
_NEVER_NAMES = words_of("roll", "never_structure")
_ALSO_WORDS = frozenset({"en", "or", "et", "as", "ma", "ca", "la", "sa", "ces", "ses", "mes", "pas", "sur", "car", "don", "gens", "mer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingMention:
    """A structure, a place, or a commune (or words that name a structure and a place alike): words [first, last), place [start, end)."""

    first: int
    last: int
    start: int
    end: int
    said: str
    structures: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    commune: str | None = None

    @property
    def only_commune(self) -> bool:
        """Whether nothing but a commune is named."""
        return not self.structures and not self.places


def find_things(text: str, words: Sequence[Word], index: VocabularyIndex) -> tuple[ThingMention, ...]:
    """All the structures, places and communes named, from left to right; a commune said beside a structure chooses among its namesakes."""
    canon = _mended(words, index)
    found: list[ThingMention] = []
    i = 0
    while i < len(words):
        mention = _thing_at(text, words, canon, i, index)
        if mention is None:
            i += 1
            continue
        found.append(mention)
        i = mention.last
    return tuple(found)


def _mended(words: Sequence[Word], index: VocabularyIndex) -> list[str]:
    """The canonical words, those mistyped by one letter put right where the vocabulary leaves one reading."""
    mended = []
    for word in words:
        canon = word.canon
        if len(canon) >= 6 and word.is_word and canon not in index.words:
            near = [w for w in index.near_words(canon) if w not in index.name_words]
            canon = near[0] if len(near) == 1 else canon
        mended.append(canon)
    return mended


def _thing_at(text: str, words: Sequence[Word], canon: list[str], i: int, index: VocabularyIndex) -> ThingMention | None:
    phrases = index.phrases.get(canon[i])
    if phrases is None:
        return None
    best_last = i
    best: list[Phrase] = []
    second = _content_after(words, canon, i) if len(phrases) > 4 else None
    for phrase in phrases:
        if second is not None and len(phrase.words) > 1 and phrase.words[1][0] != second and phrase.words[1] not in LINKS:
            continue
        last = _covers(words, canon, i, phrase.words)
        if last is None or (len(phrase.words) == 1 and not _tellable(words, i)):
            continue
        if last > best_last:
            best_last, best = last, [phrase]
        elif last == best_last:
            best.append(phrase)
    if not best:
        return None
    return _extended(text, words, canon, _mention(text, words, i, best_last, best, index), index)


def _content_after(words: Sequence[Word], canon: list[str], i: int) -> str:
    """The first letter of the next word after word i that is no link: it tells most of the phrases apart (« CCAS de … »)."""
    j = i + 1
    while j < len(words) and ((words[j].is_word and canon[j] in LINKS) or words[j].text in _DASHES):
        j += 1
    return canon[j][:1] if j < len(words) else ""


def _tellable(words: Sequence[Word], i: int) -> bool:
    """Whether one short word may name something: « EN » and « ML » in capitals, « ch » after an article."""
    word = words[i]
    if word.fold in _ALSO_WORDS:
        return word.text.isupper() and len(word.text) > 1
    if len(word.fold) > 2 or word.text.isupper():
        return True
    return i > 0 and words[i - 1].fold in _ARTICLES


def _covers(words: Sequence[Word], canon: list[str], i: int, phrase: tuple[str, ...]) -> int | None:
    j, k = i, 0
    while j < len(words) and k < len(phrase):
        if canon[j] == phrase[k] or (len(phrase[k]) > 4 and canon[j].rstrip("s") == phrase[k].rstrip("s")):
            k += 1
        elif not (words[j].is_word and canon[j] in LINKS) and words[j].text not in _DASHES:
            return None
        j += 1
    return j if k == len(phrase) else None


def _mention(text: str, words: Sequence[Word], i: int, last: int, phrases: list[Phrase], index: VocabularyIndex) -> ThingMention:
    start, end = words[i].start, words[last - 1].end
    communes = [index.commune(p.id) for p in phrases if p.kind is Kind.COMMUNE]
    return ThingMention(
        first=i,
        last=last,
        start=start,
        end=end,
        said=text[start:end],
        structures=tuple(dict.fromkeys(p.id for p in phrases if p.kind is Kind.STRUCTURE)),
        places=tuple(dict.fromkeys(p.id for p in phrases if p.kind is Kind.PLACE)),
        commune=communes[0] if communes else None,
    )


def _extended(text: str, words: Sequence[Word], canon: list[str], mention: ThingMention, index: VocabularyIndex) -> ThingMention | None:
    """The mention with the commune that stands right after it (« CCAS à Alès », « hôtel de ville, Alès »), if it is one of its own."""
    if mention.only_commune:
        return mention
    j = mention.last
    while j < len(words) and j < mention.last + 3 and (canon[j] in {"de", "du", "d", "a", "la", "le", "l"} or words[j].text in {",", "("}):
        j += 1
    if j >= len(words):
        return mention
    if _elsewhere(words, canon, mention, j, index):
        return None  # « l'hôpital d'Uzès » is not the one of the directory
    for phrase in index.phrases.get(canon[j], ()):
        last = _covers(words, canon, j, phrase.words) if phrase.kind is Kind.COMMUNE else None
        if last is None:
            continue
        commune = index.commune(phrase.id)
        structures = tuple(s for s in mention.structures if same_commune(index.structures[s].commune, commune))
        places = tuple(p for p in mention.places if same_commune(index.places[p].commune, commune))
        if structures or places:
            closing = (
                last < len(words) and words[last].text == ")" and words[last - 1].start > 0 and "(" in text[mention.end : words[j].start]
            )
            last += closing
            return replace(
                mention,
                last=last,
                end=words[last - 1].end,
                said=text[mention.start : words[last - 1].end],
                structures=structures,
                places=places,
                commune=commune,
            )
    return mention


def _elsewhere(words: Sequence[Word], canon: list[str], mention: ThingMention, j: int, index: VocabularyIndex) -> bool:
    """Whether word j names a town that no house of the mention is in: « le CH de Bagnols », « le CCAS de Vézénobres »."""
    town = words[j]
    if _another_house(words, canon, mention, j, index):
        return True
    of_it = j > mention.last and all(canon[k] in {"de", "d", "du"} for k in range(mention.last, j))
    alone = mention.last - mention.first == 1 and bool(mention.structures) and not mention.places
    if not (of_it and alone and town.is_word and town.is_capital and len(town.fold) > 3):
        return False
    communes = [p for p in index.phrases.get(canon[j], ()) if p.kind is Kind.COMMUNE]
    if communes:
        there = {index.commune(p.id) for p in communes}
        return not any(same_commune(index.structures[s].commune, commune) for s in mention.structures for commune in there)
    return canon[j] not in index.words and canon[j] not in index.name_words and canon[j] not in index.first_names


def _another_house(words: Sequence[Word], canon: list[str], mention: ThingMention, j: int, index: VocabularyIndex) -> bool:
    """Whether a sort of house told in one word goes on with words that no name of the directory has: « l'agence de l'eau »."""
    sort = words[mention.first]
    if mention.last - mention.first > 1 or sort.fold not in _HOUSES or len(sort.fold) < 5 or sort.text.isupper() or mention.places:
        return False
    of_it = mention.last < j <= mention.last + 2 and canon[mention.last] in {"de", "d", "du"}
    return of_it and words[j].is_word and len(canon[j]) > 2 and canon[j] not in index.words and canon[j] not in _NEVER_NAMES


def same_commune(left: str | None, right: str | None) -> bool:
    """Whether two names of communes are the same, however typed."""
    return left is not None and right is not None and (left == right or _plain_commune(left) == _plain_commune(right))


@lru_cache(maxsize=4096)
def _plain_commune(name: str) -> str:
    return fold(name).replace("-", " ")


def place_in(generic: str, commune: str, index: VocabularyIndex) -> int | None:
    """The place of a commune whose name begins with that word (« mairie », « Anduze »), None unless there is just one."""
    found = [
        p.id
        for p in index.vocabulary.places
        if same_commune(p.commune, commune) and fold(" ".join((p.name, *p.aliases))).find(generic) >= 0
    ]
    return found[0] if len(found) == 1 else None
