"""What each word of a demand may stand for in a directory, and how much it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from math import log

from rapidfuzz.distance import OSA

from bot.finding.concepts import name_of
from bot.finding.demand import Demand, Word, readings
from bot.finding.entries import FIELD_WEIGHT, Entries, Facet
from bot.finding.terms import SMALL
from bot.finding.wordbook import EXACT, How, Match
from bot.french.stems import stem

# How well a word is found, from 0 to 1; chosen on seeds 1 and 3 of tests/bench/directory.py and kept on others.
_SAID_OTHERWISE = Match(0.96, How.OTHERWISE)
_OTHER_ENDING = Match(0.975, How.OTHERWISE)
_NAMED_SO = Match(0.965, How.OTHERWISE)
_FUNCTION_ELSEWHERE = Match(0.8, How.OTHERWISE)  # « infirmière » in « Cabinet infirmier »
_THEME = Match(0.78, How.THEME)
_DOUBTFUL, _DOUBT = frozenset({How.START, How.SLIP, How.NEARLY_START, How.SOUND}), 0.92
_LONGER = 0.004  # less for each word of a function or commune beyond the first
_SHORTEST_PART = 3
_COMMONER = 0.004  # for each doubling of those who bear a name that is not as typed


@dataclass(slots=True)
class Sought:
    """A word of the demand with all that it may stand for; `cost` counts the entries reached, `weight` is 1 (all bear it) to 2 (few do)."""

    word: Word
    names: dict[str, Match]
    facet_words: dict[str, Match]
    known: bool = False
    cost: int = 0
    weight: float = 0.6
    initial: str = ""
    _in_facets: dict[int, Match | None] = field(default_factory=dict)

    @property
    def says(self) -> int:
        """How many terms of the demand it is."""
        return self.word.last - self.word.first if self.word.text else 1

    def in_facet(self, entries: Entries, place: int, *, own: bool) -> Match | None:
        """How well it is found in a facet, of somebody or of the structure itself, whose `own` name it then is."""
        key = ~place if own else place
        try:
            return self._in_facets[key]
        except KeyError:
            held = self._in_facets[key] = _in_facet(self, entries.facets[place], own=own)
            return held

    def entries(self, entries: Entries, *, least: float, without: Collection[str] = ()) -> set[int]:
        """The entries that it reaches at least that well, otherwise than by some names."""
        reached = [entries.by_name[name] for name, match in self.names.items() if match.quality >= least and name not in without]
        places = {place for word, match in self.facet_words.items() if match.quality >= least for place in entries.by_facet_word[word]}
        for concept in self.word.concepts:
            if least < _quality_of_concept(concept):
                places.update(entries.by_concept.get(concept, ()))
        return set().union(*reached, *(entries.facets[place].entries for place in places))


def sought(entries: Entries, word: Word, *, last: bool, reach: int) -> Sought:
    """All that one word may stand for, as far as `reach` says (see `WordBook.matches`); the `last` of a demand may be only begun."""
    text = word.text
    if len(text) == 1 and text.isalpha():
        return Sought(word, {text: EXACT} if text in entries.name_book else {}, {}, text in entries.name_book, initial=text)
    names = entries.name_book.matches(text, last=last, reach=reach) if text else {}
    facet_words = entries.facet_book.matches(text, last=last, reach=reach) if text else {}
    for other in entries.by_stem.get(stem(text), ()) if text else ():
        if other != text:
            facet_words[other] = _OTHER_ENDING
    known = text in entries.name_book or (text in facet_words and facet_words[text].how is How.EXACT)
    found = Sought(word, names, facet_words, known or any(concept in entries.by_concept for concept in word.concepts))
    _weigh(found, entries)
    return found


def _in_facet(sought: Sought, facet: Facet, *, own: bool) -> Match | None:
    """A word misspelt or only begun is rather a name's; a facet of few words is rather meant than one of many."""
    best: Match | None = None
    for word in facet.words:
        match = sought.facet_words.get(word)
        if match is not None and (best is None or match.quality > best.quality):
            best = match
    for concept in sought.word.concepts:
        if concept in facet.concepts and (best is None or best.quality < _quality_of_concept(concept)):
            best = _of_concept(concept, facet)
    if best is None:
        return None
    quality = best.quality - (_LONGER * min(facet.length - 1, 6) if facet.field != "structure" else 0.0)
    if not own:
        quality *= FIELD_WEIGHT[facet.field] * (_DOUBT if best.how in _DOUBTFUL else 1.0)
    return Match(quality, best.how)


def _of_concept(concept: str, facet: Facet) -> Match:
    """« as » is rather « assistante sociale » than « travailleuse sociale », and no « infirmière » of a « cabinet infirmier »."""
    if concept[0] == "#":
        return _THEME
    if concept[0] == "=" and facet.field != "function":
        return _FUNCTION_ELSEWHERE
    return _NAMED_SO if name_of(concept) in facet.ways else _SAID_OTHERWISE


def _quality_of_concept(concept: str) -> float:
    return (_THEME if concept[0] == "#" else _SAID_OTHERWISE).quality


def _weigh(found: Sought, entries: Entries) -> None:
    """A word that few bear tells more."""
    best = max((match.quality for several in (found.names, found.facet_words) for match in several.values()), default=0.0)
    best = max(best, *(_quality_of_concept(concept) for concept in found.word.concepts), 0.0) - 0.06
    bearers = 0
    for name, match in found.names.items():
        count = len(entries.by_name[name])
        found.cost += count
        if match.quality >= best:
            bearers += count
        if count > 1 and match.how is not How.EXACT:
            found.names[name] = Match(match.quality + _COMMONER * min(count.bit_length() - 1, 5), match.how)
    reached = [(entries.reached_by_facet_word[word], match.quality) for word, match in found.facet_words.items()]
    reached += [(entries.reached_by_concept.get(concept, 0), _quality_of_concept(concept)) for concept in found.word.concepts]
    for count, quality in reached:
        found.cost += count
        if quality >= best:
            bearers += count
    total = len(entries)
    found.weight = 1 + log((total + 1) / (min(bearers, total) + 1)) / log(total + 2)


def ways(entries: Entries, demand: Demand) -> Iterator[tuple[Word, ...]]:
    """The ways to read a demand: as it stands, several words as one thing, two words glued or split."""
    yield from readings(demand)
    words = demand.words
    for whole in demand.joined:
        if any(term not in SMALL and not _is_known(entries, term) for term in demand.terms[whole.first : whole.last]):
            yield (*(w for w in words if w.last <= whole.first), whole, *(w for w in words if w.first >= whole.last))
    for place, word in enumerate(words):
        for glued in _glued(entries, demand, place):
            yield (*words[:place], glued, *(w for w in words[place + 1 :] if w.first >= glued.last))
        for parts in _split(entries, word):
            yield (*words[:place], *parts, *words[place + 1 :])


def _glued(entries: Entries, demand: Demand, place: int) -> Iterable[Word]:
    """« de la tour » as « delatour », « ben ali » as « benali »: where the word begins, small words before it, up to the next one."""
    terms, word = demand.terms, demand.words[place]
    first = word.first
    while first > 0 and terms[first - 1] in SMALL and word.first - first < 2:
        first -= 1
    if place + 1 < len(demand.words) and not _is_known(entries, word.text) and _is_saint(word.text):
        yield Word("saint" + demand.words[place + 1].text, word.first, demand.words[place + 1].last)
    starts = [(first, word.last)] if first < word.first else []
    if place + 1 < len(demand.words) and demand.words[place + 1].first <= word.last + 1:
        starts.append((word.first, demand.words[place + 1].last))
    for begin, end in starts:
        said = "".join(terms[begin:end])
        strange = any(term not in SMALL and not _is_known(entries, term) for term in terms[begin:end])
        if said in entries.by_name or (strange and said in entries.by_facet_word):
            yield Word(said, begin, end)


def _is_saint(text: str) -> bool:
    return min(OSA.distance(text, saint, score_cutoff=1) for saint in ("saint", "sainte")) <= 1


def _split(entries: Entries, word: Word) -> Iterable[tuple[Word, ...]]:
    text = word.text
    if len(text) < 2 * _SHORTEST_PART or _is_known(entries, text):
        return
    for cut in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1):
        if _is_known(entries, text[:cut]) and _is_known(entries, text[cut:]):
            yield tuple(Word(part, word.first, word.last, guessed=True) for part in (text[:cut], text[cut:]))


def _is_known(entries: Entries, text: str) -> bool:
    return text in entries.by_name or text in entries.by_facet_word
