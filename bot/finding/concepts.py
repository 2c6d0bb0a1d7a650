"""Which things a text speaks of under another name: « centre médico-psychologique » is a CMP, « kiné » a kinésithérapeute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.finding.lexicon_files import table
from bot.finding.terms import content, terms_of
from bot.french.stems import stem

_LONGEST_WAY = 9


@dataclass(frozen=True, slots=True)
class Said:
    """Terms [first, last) of a text that name a concept; a theme is only near what is meant."""

    first: int
    last: int
    concept: str

    @property
    def theme(self) -> bool:
        """Whether it is a subject and not the thing itself."""
        return self.concept.startswith("#")


def concepts_in(terms: Sequence[str]) -> Iterator[Said]:
    """All that the content terms of a text name, in whatever number and gender."""
    ways = _ways()
    stems = [stem(term) for term in terms]
    for first, head in enumerate(stems):
        for way, concepts in ways.get(head, ()):
            if len(way) == 1 or tuple(stems[first : first + len(way)]) == way:
                for concept in concepts:
                    yield Said(first, first + len(way), concept)


@cache
def name_of(concept: str) -> tuple[str, ...]:
    """The terms of a concept's own name: (assistante, sociale)."""
    return content(terms_of(concept[1:]))


@cache
def _ways() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """Each way to say something, by the stem of its first term, with what it may mean."""
    meant: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for file, mark in (("sigles", "@"), ("functions", "="), ("themes", "#")):
        for name, others in table(file, file).items():
            for way in (name, *others):
                said = tuple(stem(term) for term in content(terms_of(way)))[:_LONGEST_WAY]
                meant[said][mark + name] = None
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for way, concepts in meant.items():
        found[way[0]].append((way, tuple(concepts)))
    return {head: tuple(ways) for head, ways in found.items()}
