"""What a demand typed asks for: the words to be found, and what only says who is meant (a woman, a doctor, somebody)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.finding.concepts import concepts_in
from bot.finding.lexicon_files import words_of
from bot.finding.terms import SMALL, glued, joined, terms_of

MOST_LETTERS = 300
MOST_WORDS = 10
_FEMININE, _MASCULINE = words_of("asked", "feminine"), words_of("asked", "masculine")
_DOCTOR, _PEOPLE = words_of("asked", "doctor"), words_of("asked", "people")
_SAYS_WHO = _FEMININE | _MASCULINE | _DOCTOR | _PEOPLE
_ASKED = words_of("asked", "asked") | SMALL | _SAYS_WHO
_HAS = re.compile(r"\bt\s?['’]\s?as\b", re.IGNORECASE)  # otherwise an AS, as the elided letter is dropped
_SUBJECTS = (("tu",), ("t",), ("y",))


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be found: the terms [first, last) of the demand as one `text`, or, where it is empty, as one of the `concepts`."""

    text: str
    first: int
    last: int
    concepts: tuple[str, ...] = ()
    guessed: bool = False  # a part of a word that was not typed in two


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What is asked; `rest` are the terms that usually say nothing, though one may be somebody's name."""

    terms: tuple[str, ...]
    words: tuple[Word, ...]
    rest: tuple[str, ...] = ()
    feminine: bool | None = None
    doctor: bool = False
    somebody: bool = False
    joined: tuple[Word, ...] = ()  # the words that a hyphen or an apostrophe makes of several terms, each as one


def read(text: str) -> Demand:
    """The demand that a text makes; of a long one, the first words."""
    terms = terms_of(_HAS.sub("tu as", " ".join(text[:MOST_LETTERS].split())))
    held = {i for first, last, _ in _several(terms) for i in range(first, last) if terms[i] not in SMALL}
    kept = [i for i in range(len(terms)) if i in held or not _says_nothing(terms, i)]
    if not kept:
        kept = [i for i, term in enumerate(terms) if term not in SMALL] or list(range(len(terms)))
    rest = tuple(term for i, term in enumerate(terms) if i not in kept)
    whole = tuple(_joined(terms, text[:MOST_LETTERS]))
    who = _SAYS_WHO.intersection(rest) - {term for word in whole for term in terms[word.first : word.last]}  # no lady in « Notre-Dame »
    return Demand(
        terms=terms,
        words=_words(terms, kept[:MOST_WORDS]),
        rest=rest[:MOST_WORDS],
        feminine=True if who & _FEMININE else False if who & _MASCULINE else None,
        doctor=bool(who & _DOCTOR),
        somebody=bool(who & _PEOPLE),
        joined=whole,
    )


def _joined(terms: tuple[str, ...], text: str) -> Iterator[Word]:
    """The words that signs make of several terms, where they stand."""
    end = 0
    for parts in joined(text):
        first = next((i for i in range(end, len(terms)) if terms[i : i + len(parts)] == parts), None)
        if first is not None:
            end = first + len(parts)
            yield Word(glued(parts), first, end)


def readings(demand: Demand) -> list[tuple[Word, ...]]:
    """The words as they stand, then with those that together are one thing: « centre médico-psychologique » (a CMP)."""
    together: dict[int, Word] = {}
    for first, last, concept in _several(demand.terms):
        known = together.get(first)
        if known is None or last > known.last:
            together[first] = Word("", first, last, (concept,))
        elif last == known.last:
            together[first] = Word("", first, last, (*known.concepts, concept))
    if not together:
        return [demand.words]
    made: list[Word] = []
    end = 0
    for word in demand.words:
        if word.first >= end:
            made.append(together.get(word.first, word))
            end = made[-1].last
    return [demand.words, tuple(made)]


def _several(terms: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The concepts said in several terms, small words between them left out: first term, end, concept."""
    places = [i for i, term in enumerate(terms) if term not in SMALL]
    for said in concepts_in([terms[i] for i in places], asked=True):
        if said.last > said.first + 1:
            yield places[said.first], places[said.last - 1] + 1, said.concept


def _says_nothing(terms: tuple[str, ...], i: int) -> bool:
    term = terms[i]
    if term == "as":  # an assistante sociale, unless somebody has
        return terms[max(0, i - 1) : i] in _SUBJECTS
    if terms[max(0, i - 1) : i] == ("notre",) and term == "dame":  # a place
        return False
    return term in _ASKED


def _words(terms: tuple[str, ...], kept: list[int]) -> tuple[Word, ...]:
    alone: dict[int, list[str]] = {}
    for said in concepts_in([terms[i] for i in kept], asked=True):
        if said.last == said.first + 1:
            alone.setdefault(kept[said.first], []).append(said.concept)
    return tuple(Word(terms[i], i, i + 1, tuple(alone.get(i, ()))) for i in kept)
