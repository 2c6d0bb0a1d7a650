"""Whom to propose when nobody does that there: those who do it elsewhere, else those who are there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.finding.candidates import MOST
from bot.finding.demand import Demand
from bot.finding.entries import Entries
from bot.finding.matching import Sought
from bot.finding.ranking import Ranked, rank
from bot.finding.wordbook import How

_AS_SAID = frozenset({How.EXACT, How.OTHERWISE})
_DOES = frozenset({"function", "theme"})
_WHERE = frozenset({"commune", "structure"})
_BEGUN = 5  # letters with which a function is understood: « addicto »


def elsewhere(entries: Entries, words: Sequence[Sought], demand: Demand) -> list[Ranked]:
    """Those near what a function and a commune or a structure ask for, best first; none for any other demand, names above all."""
    place = [word for word in words if _is_place(entries, word)]
    doing = [word for word in words if word not in place]
    if not place or not doing or not all(_is_doing(entries, word) for word in doing):
        return []
    for part in (doing, place):
        fields = _DOES if part is doing else _WHERE
        reached = [_bearers(entries, word, fields) for word in part]
        found = set.intersection(*reached)
        if found:
            ranked = [rank(entries, entries.all[number], words=words, demand=demand) for number in sorted(found)[:MOST]]
            return sorted(ranked, key=lambda one: -one.score)
    return []


def _is_place(entries: Entries, word: Sought) -> bool:
    """Whether a word is a commune's, or a structure's and no function, and nobody's name."""
    if word.word.text in entries.name_book:
        return False
    return bool(_facets(entries, word, {"commune"})) or (bool(_facets(entries, word, _WHERE)) and not _facets(entries, word, _DOES))


def _is_doing(entries: Entries, word: Sought) -> bool:
    """Whether a word says what somebody does, whoever bears it as a name."""
    return bool(word.word.concepts) or (word.word.text not in entries.name_book and bool(_facets(entries, word, _DOES)))


def _bearers(entries: Entries, word: Sought, fields: Collection[str]) -> set[int]:
    return {number for place in _facets(entries, word, fields) for number in entries.facets[place].entries}


def _facets(entries: Entries, word: Sought, fields: Collection[str]) -> set[int]:
    """The facets of those fields in which a word stands as said, by another name, or by a beginning long enough."""
    found = {place for concept in word.word.concepts for place in entries.by_concept.get(concept, ())}
    for said, match in word.facet_words.items():
        if match.how in _AS_SAID or (match.how is How.START and len(word.word.text) >= _BEGUN):
            found.update(entries.by_facet_word[said])
    return {place for place in found if entries.facets[place].field in fields}
