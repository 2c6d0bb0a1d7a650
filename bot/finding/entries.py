"""How the sheets of a directory are laid out: distinct words, which names and facets hold them, and who bears those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from bot.domain.vocabulary import StructureWords
from bot.finding.concepts import concepts_in
from bot.finding.sheets import Sheet, SheetKind
from bot.finding.terms import content, glued, joined, terms_of
from bot.finding.wordbook import WordBook
from bot.french.names import is_feminine
from bot.french.stems import stem

FIELD_WEIGHT = {"structure": 0.94, "function": 0.945, "commune": 0.945, "group": 0.87, "theme": 0.85}
FIRST_NAME_WEIGHT = 0.985


class NameWord(NamedTuple):
    """A word of somebody's name; `covers` are the bits of the name's words that it says (« jeanpierre » says two)."""

    text: str
    covers: int
    weight: float


class Entry(NamedTuple):
    """A sheet as it is searched; `last_names` are the bits of the words of the last name, `all_names` of all."""

    sheet: Sheet
    names: tuple[NameWord, ...]
    last_names: int
    all_names: int
    facets: tuple[int, ...]
    own: int  # the facet that a structure's sheet is, or -1
    feminine: bool | None


@dataclass(slots=True)
class Facet:
    """What several sheets share: a structure, a function, a commune, a group or a theme."""

    field: str
    text: str
    ways: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    concepts: tuple[str, ...]
    length: int  # words of the shortest way to say it
    entries: list[int]


class Entries:
    """All sheets, with the ways from a word to those who may be meant. Built once, then only read."""

    __slots__ = (
        "_places", "all", "by_concept", "by_facet_word", "by_name", "by_stem", "facet_book", "facets", "name_book",
        "reached_by_concept", "reached_by_facet_word",
    )  # fmt: skip

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.all: list[Entry] = []
        self.facets: list[Facet] = []
        self.by_name: defaultdict[str, list[int]] = defaultdict(list)
        self.by_facet_word: defaultdict[str, list[int]] = defaultdict(list)
        self.by_stem: defaultdict[str, list[str]] = defaultdict(list)
        self.by_concept: defaultdict[str, list[int]] = defaultdict(list)
        self.reached_by_facet_word: dict[str, int] = {}
        self.reached_by_concept: dict[str, int] = {}
        self._places: dict[tuple[str, object], int] = {}
        for sheet in sheets:
            self._add(sheet)
        self.name_book = WordBook(self.by_name)
        self.facet_book = WordBook(self.by_facet_word)
        self._count()
        for word in self.facet_book.words:
            self.by_stem[stem(word)].append(word)
        for several in (self.by_name, self.by_facet_word, self.by_stem, self.by_concept):
            several.default_factory = None  # from now on only read

    def __len__(self) -> int:
        return len(self.all)

    def _add(self, sheet: Sheet) -> None:
        number = len(self.all)
        names, last_names, all_names = _names(sheet)
        facets = tuple(dict.fromkeys(self._facets(sheet)))
        own = facets[0] if sheet.kind is SheetKind.STRUCTURE and facets else -1
        self.all.append(Entry(sheet, names, last_names, all_names, facets, own, is_feminine(sheet.civility)))
        for text in dict.fromkeys(name.text for name in names):
            self.by_name[text].append(number)
        for facet in facets:
            self.facets[facet].entries.append(number)

    def _facets(self, sheet: Sheet) -> Iterable[int]:
        for structure in sheet.structures:
            yield self._facet("structure", structure, text=structure.name)
        for function in sheet.functions:
            yield self._facet("function", function, text=function)
        for commune in sheet.communes:
            yield self._facet("commune", commune, text=commune)
        for group in sheet.groups:
            yield self._facet("group", group, text=group)
        for theme in sheet.themes:
            yield self._facet("theme", theme, text=theme)

    def _facet(self, field: str, key: str | StructureWords, *, text: str) -> int:
        known = self._places.get((field, key if isinstance(key, str) else key.id))
        if known is not None:
            return known
        said = (text,) if isinstance(key, str) else (key.name, *key.aliases)
        ways = tuple(dict.fromkeys(content(terms_of(way)) for way in said if way))
        concepts = tuple(dict.fromkeys(one.concept for way in ways for one in concepts_in(way)))
        facet = Facet(field, text, ways, tuple(_words_of(ways, said)), concepts, min(map(len, ways), default=1), [])
        place = self._places[(field, key if isinstance(key, str) else key.id)] = len(self.facets)
        self.facets.append(facet)
        for word in facet.words:
            self.by_facet_word[word].append(place)
        for concept in concepts:
            self.by_concept[concept].append(place)
        return place

    def _count(self) -> None:
        for word, places in self.by_facet_word.items():
            self.reached_by_facet_word[word] = sum(len(self.facets[place].entries) for place in places)
        for concept, places in self.by_concept.items():
            self.reached_by_concept[concept] = sum(len(self.facets[place].entries) for place in places)


def _words_of(ways: Sequence[tuple[str, ...]], texts: Iterable[str]) -> Iterable[str]:
    """The distinct words of a facet, and its neighbours written as one: « grandcombe », « medicopsychologique »."""
    words = [word for way in ways for word in way]
    pairs = [one + other for way in ways for one, other in pairwise(way) if len(way) <= 3 and len(one + other) <= 24]
    return dict.fromkeys((*words, *pairs, *(glued(terms) for text in texts for terms in joined(text))))


def _names(sheet: Sheet) -> tuple[tuple[NameWord, ...], int, int]:
    """The words of a name with those that are glued of several; the bits of the last name and of all."""
    first, last = terms_of(sheet.first_name, name=True), terms_of(sheet.last_name, name=True)
    found = [NameWord(word, 1 << k, FIRST_NAME_WEIGHT) for k, word in enumerate(first)]
    found += [NameWord(word, 1 << k, 1.0) for k, word in enumerate(last, start=len(first))]
    for words, start, weight in ((first, 0, FIRST_NAME_WEIGHT), (last, len(first), 1.0)):
        if len(words) > 1:
            covers = ((1 << len(words)) - 1) << start
            found.append(NameWord("".join(words)[:40], covers, weight))
            if len(words) > 2:
                pairs = pairwise(words)
                found += [NameWord(one + other, 3 << (start + k), weight) for k, (one, other) in enumerate(pairs)]
            if start == 0:
                found.append(NameWord("".join(word[0] for word in words), covers, 0.8))
    of_first = (1 << len(first)) - 1
    of_all = (1 << (len(first) + len(last))) - 1
    return tuple(found), of_all & ~of_first, of_all
