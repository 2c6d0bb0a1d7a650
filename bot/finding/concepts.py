"""Which things a text speaks of under another name: « centre médico-psychologique » is a CMP, « kiné » a kinésithérapeute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.finding.lexicon_files import table
from bot.finding.terms import content, terms_of
from bot.french.sigles import long_names
from bot.french.stems import stem

Key = tuple[str, ...]
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


def concepts_in(terms: Sequence[str], *, asked: bool = False) -> Iterator[Said]:
    """All that the content terms of a text name, in whatever number and gender; of a demand, what its words cover too (« psy »)."""
    ways = _ways(asked)
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
def _ways(asked: bool) -> dict[str, tuple[tuple[Key, tuple[str, ...]], ...]]:
    """Each way to say something, by the stem of its first term, with what it may mean."""
    meant: dict[Key, dict[str, None]] = defaultdict(dict)
    for named, mark in ((long_names(), "@"), (table("functions", "functions"), "="), (table("themes", "themes"), "#")):
        for name, others in named.items():
            for way in (name, *others):
                meant[_key(way)][mark + name] = None
    if asked:
        for way, names in table("functions", "wider").items():
            for name in names:
                meant[_key(way)]["=" + name] = None
    found: dict[str, list[tuple[Key, tuple[str, ...]]]] = defaultdict(list)
    for way, concepts in meant.items():
        found[way[0]].append((way, tuple(concepts)))
    return {head: tuple(several) for head, several in found.items()}


def _key(way: str) -> Key:
    return tuple(stem(term) for term in content(terms_of(way)))[:_LONGEST_WAY]
