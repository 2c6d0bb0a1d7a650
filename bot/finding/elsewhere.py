"""Whom to propose when nobody of that name, or who does that, is there: those of that name, those who do it elsewhere, those there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.finding.candidates import MOST
from bot.finding.demand import Demand
from bot.finding.entries import Entries, Entry
from bot.finding.matching import Sought
from bot.finding.ranking import Ranked, rank
from bot.finding.wordbook import How

_AS_SAID = frozenset({How.EXACT, How.OTHERWISE})
_DOES = frozenset({"function", "theme"})
_WHERE = frozenset({"commune", "structure"})
_BEGUN = 5  # letters with which a function is understood: « addicto »


def elsewhere(entries: Entries, words: Sequence[Sought], demand: Demand) -> list[Ranked]:
    """Those near what a name or a function, with a commune or a structure, ask for, best first; none for any other demand."""
    communes = _communes_said(entries, words)
    place = [word for word in words if word.word.text in communes or _is_place(entries, word)]
    doing = [word for word in words if word not in place]
    called = _called(entries, words, communes)
    if called:
        return [rank(entries, entries.all[number], words=words, demand=demand) for number in called[:MOST]]
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


def place_unmet(entries: Entries, word: Sought, entry: Entry) -> bool:
    """Whether a word names a commune, a kind of structure or a theme that is not where this sheet is."""
    kinds = {concept for concept in word.word.concepts if concept[0] in "@#"}
    there = {place for text, match in word.facet_words.items() if match.how is How.EXACT for place in entries.by_facet_word[text]}
    there |= {place for concept in kinds for place in entries.by_concept.get(concept, ())}
    named = bool(kinds) or any(entries.facets[place].field == "commune" for place in there)
    return named and not any(place in there and (kinds or entries.facets[place].field in _WHERE) for place in entry.facets)


def _called(entries: Entries, words: Sequence[Sought], communes: Collection[str]) -> list[int]:
    """Those whose whole name is said, with a function, a structure or a commune that is not theirs."""
    names = [word.word.text for word in words if word.word.text in entries.by_name and word.word.text not in communes]
    besides = [word for word in words if word.word.text not in names]
    if len(names) < 2 or not besides or not all(word.word.concepts or _facets(entries, word, _WHERE | _DOES) for word in besides):
        return []
    bearers = set.intersection(*(set(entries.by_name[name]) for name in names))
    return sorted(n for n in bearers if _covers(entries.all[n], names) == entries.all[n].all_names)


def _covers(entry: Entry, names: Sequence[str]) -> int:
    covered = 0
    for name in entry.names:
        covered |= name.covers if name.text in names else 0
    return covered


def _communes_said(entries: Entries, words: Sequence[Sought]) -> set[str]:
    """The words of the communes that are said whole: « la grand combe », though somebody is called Grand."""
    said = {word.word.text for word in words}
    facets = {place for word in words for place in _facets(entries, word, {"commune"})}
    return {text for place in facets for way in entries.facets[place].ways if said.issuperset(way) for text in way}


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
