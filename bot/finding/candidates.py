"""Which few sheets are worth a close look: those that all words reach, or else all words but one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import nlargest

from bot.finding.entries import Entries
from bot.finding.matching import Sought
from bot.finding.wordbook import How

MOST = 120
_DEAR = 20_000  # entries that a word reaches: more tell nothing
_GOOD = 0.87  # a word as written, by another name or by ear


class Reach:
    """The sheets that each word of a demand reaches, worked out when asked and only once."""

    def __init__(self, entries: Entries, words: Sequence[Sought], *, initials: Sequence[str] = ()) -> None:
        self._entries = entries
        self.words = sorted((word for word in words if word.cost), key=lambda word: word.cost)
        self._taken = [self._said_by_others(word) for word in self.words]
        self._initials = {*initials, *(word.initial for word in words if word.initial)}
        self._all: dict[int, set[int]] = {}

    def _said_by_others(self, word: Sought) -> frozenset[str]:
        """The names that another word says as they are: in « salim sal » the second is no Salim."""
        others = (other.word.text for other in self.words if other is not word)
        return frozenset(text for text in others if text in word.names and word.names[text].how is not How.EXACT and len(word.names) > 1)

    def candidates(self) -> list[int]:
        """At most `MOST` sheets that all words reach."""
        return self._few(self._common(list(range(len(self.words)))))

    def nearly(self) -> list[int]:
        """At most `MOST` sheets that all words but one reach."""
        count = len(self.words)
        if count < 2:
            return []
        found: set[int] = set()
        for left_out in range(count):
            found |= self._common([k for k in range(count) if k != left_out])
        return self._few(found)

    def _common(self, places: list[int]) -> set[int]:
        if not places:
            return set()
        found = self._of(places[0])
        for place in places[1:]:
            if not found:
                break
            if place in self._all or self.words[place].cost <= 6 * len(found) + 1_000:
                found = found & self._of(place)
            else:
                reached = self._reaches(self.words[place])
                found = {number for number in found if reached(number)}
        return found

    def _of(self, place: int) -> set[int]:
        if place not in self._all:
            self._all[place] = self.words[place].entries(self._entries, least=0.0, without=self._taken[place])
        return self._all[place]

    def _reaches(self, word: Sought) -> Callable[[int], bool]:
        entries, names = self._entries, word.names

        def reached(number: int) -> bool:
            entry = entries.all[number]
            return any(name.text in names for name in entry.names) or any(
                word.in_facet(entries, facet, own=False) for facet in entry.facets
            )

        return reached

    def _few(self, found: set[int]) -> list[int]:
        """The sheets most of whose words are well matched, when there are many."""
        if len(found) <= MOST:
            return sorted(found)
        told: dict[int, float] = defaultdict(float)
        for word, taken in zip(self.words, self._taken, strict=True):
            if word.cost <= _DEAR:
                for number in found & word.entries(self._entries, least=_GOOD, without=taken):
                    told[number] += word.weight
        for initial in self._initials:
            for number in found:
                if any(name.text[0] == initial for name in self._entries.all[number].names):
                    told[number] += 1
        some = list(told) if len(told) >= MOST else found
        return nlargest(MOST, some, key=lambda number: (told.get(number, 0.0), -number))
