"""How well a sheet answers a demand: each word at its best, a name's word said once, what is left unsaid counted a little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.finding.demand import Demand
from bot.finding.entries import Entries, Entry
from bot.finding.matching import Sought
from bot.finding.terms import SMALL, terms_of
from bot.finding.wordbook import How
from bot.french.sounds import sound

_INITIAL_QUALITY, _INITIAL_OF_LAST_NAME = 0.7, 0.66
_NEARLY_HEARD, _HEARD_ENOUGH = 0.62, 3
_GUESSED = 0.06  # for a word cut in two
_SMALL_TOO = 0.004  # « École Les Benly », not « École La Benly »
_OTHER_GENDER, _NOT_SOMEBODY = 0.08, 0.3
_LAST_NAME_UNSAID, _FIRST_NAME_UNSAID, _STRUCTURE_UNSAID = 0.02, 0.02, 0.06
_DOCTOR_TOO, _SMALL_WORD_TOO, _BEGUN_TOO, _INITIAL_TOO, _IN_ORDER = 0.02, 0.07, 0.04, 0.085, 0.003


class Place(NamedTuple):
    """Where a word was found in a sheet, how and how well."""

    quality: float
    field: str
    how: How
    covers: int = 0
    facet: int = -1


class Ranked(NamedTuple):
    """A sheet with its score and the place of each word, None where it is not found; in the order of the words."""

    score: float
    entry: Entry
    places: tuple[Place | None, ...]


def rank(entries: Entries, entry: Entry, *, words: Sequence[Sought], demand: Demand, by_ear: bool = False) -> Ranked:
    """How well one sheet answers; `by_ear`: a word found nowhere in it may still sound nearly like a name that nothing else says."""
    places: list[Place | None] = [None] * len(words)
    used = 0
    total = gained = 0.0
    for k in sorted(range(len(words)), key=lambda k: -words[k].weight):
        word = words[k]
        total += word.weight
        place = _best(entries, entry, word, used)
        if place is None and by_ear:
            place = _nearly_heard(entry, word, used)
        if place is not None:
            places[k] = place
            used |= place.covers
            gained += word.weight * place.quality
    score = gained / total - (_GUESSED if any(word.word.guessed for word in words) else 0.0) if total else 0.0
    return Ranked(score + _finer(entries, entry, demand=demand, words=words, places=places, used=used), entry, tuple(places))


def _best(entries: Entries, entry: Entry, word: Sought, used: int) -> Place | None:
    best, found, of_name, in_facet = 0.0, None, None, -1
    names = word.names
    for name in entry.names:
        if not name.covers & used:
            match = names.get(name.text)
            if match is not None and match.quality * name.weight > best:
                best, found, of_name = match.quality * name.weight, match.how, name
            elif word.initial and name.text[0] == word.initial:
                quality = _INITIAL_OF_LAST_NAME if name.covers & entry.last_names else _INITIAL_QUALITY
                if quality > best:
                    best, found, of_name = quality, How.INITIAL, name
    for facet in entry.facets:
        held = word.in_facet(entries, facet, own=facet == entry.own)
        if held is not None and held.quality > best:
            best, found, in_facet = held.quality, held.how, facet
    if found is None:
        return None
    if in_facet >= 0:
        return Place(best, entries.facets[in_facet].field, found, facet=in_facet)
    return Place(best, "name", found, of_name.covers if of_name is not None else 0)


def _nearly_heard(entry: Entry, word: Sought, used: int) -> Place | None:
    heard = sound(word.word.text)
    if len(heard) < _HEARD_ENOUGH:
        return None
    for name in entry.names:
        if not name.covers & used and OSA.distance(heard, sound(name.text), score_cutoff=1) <= 1:
            return Place(_NEARLY_HEARD, "name", How.SLIP, name.covers)
    return None


def _finer(entries: Entries, entry: Entry, *, demand: Demand, words: Sequence[Sought], places: Sequence[Place | None], used: int) -> float:
    """What tells apart those whom the words reach alike."""
    finer = 0.0
    for term in demand.rest:
        said = _says_too(entry, term, used, last=term == demand.terms[-1])
        if said is not None:
            used |= said[0]
            finer += said[1]
    if used & entry.last_names:
        finer -= _LAST_NAME_UNSAID if entry.last_names & ~used else 0.0
        if used & ~entry.last_names and _in_order(places):
            finer += _IN_ORDER
    first_names = entry.all_names & ~entry.last_names
    if used & first_names and first_names & ~used:
        finer -= _FIRST_NAME_UNSAID
    if entry.own >= 0:
        finer -= _STRUCTURE_UNSAID * _unsaid(entries, entry, words) + (_NOT_SOMEBODY if demand.somebody else 0.0)
    for facet in {place.facet for place in places if place is not None and place.field == "structure"}:
        small = SMALL.intersection(terms_of(entries.facets[facet].text))
        finer += _SMALL_TOO * (len(small.intersection(demand.rest)) - 0.5 * len(small))
    if demand.feminine is not None and entry.feminine is not None and entry.feminine != demand.feminine:
        finer -= _OTHER_GENDER
    if demand.doctor and entry.sheet.doctor:
        finer += _DOCTOR_TOO
    return finer


def _says_too(entry: Entry, term: str, used: int, *, last: bool) -> tuple[int, float] | None:
    """What of a name a word says that usually says nothing: « le » Gall, an initial, the beginning of what is still being typed."""
    if not used:
        return None
    for name in entry.names:
        if not name.covers & used:
            if name.text == term:
                return name.covers, _SMALL_WORD_TOO
            if len(term) == 1 and name.text[0] == term:
                return name.covers, _INITIAL_TOO
            if len(term) > (1 if last else 2) and name.text.startswith(term):
                return name.covers, _BEGUN_TOO
    return None


def _in_order(places: Sequence[Place | None]) -> bool:
    """Whether the words of the name are said in its order."""
    said = [place.covers for place in places if place is not None and place.covers]
    return said == sorted(said)


def _unsaid(entries: Entries, entry: Entry, words: Sequence[Sought]) -> float:
    """The share of a structure's name that the demand does not say, by the shortest of its ways to be called."""
    facet = entries.facets[entry.own]
    if any(concept in facet.concepts for word in words for concept in word.word.concepts if concept[0] == "@"):
        return 0.0
    said = sum(word.says for word in words if word.in_facet(entries, entry.own, own=True))
    return max(0.0, 1 - said / max(1, facet.length))
