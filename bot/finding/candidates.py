"""Which few sheets are worth a close look: those that all words reach, or else all words but one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.finding.entries import Entries
from bot.finding.matching import Sought

MOST = 120
_GOOD = 0.87  # a word as written, by another name or by ear


class Reach:
    """The sheets that each word of a demand reaches, worked out when asked and only once."""

    def __init__(self, entries: Entries, words: Sequence[Sought], *, initials: Sequence[str] = ()) -> None:
        self._entries = entries
        self.words = sorted((word for word in words if word.cost), key=lambda word: word.cost)
        self._initials = {*initials, *(word.initial for word in words if word.initial)}
        self._all: dict[int, set[int]] = {}
        self._well: dict[int, set[int]] = {}

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
            self._all[place] = self._reached(self.words[place], 0.0)
        return self._all[place]

    def _reached(self, word: Sought, least: float) -> set[int]:
        entries = self._entries
        several: list[list[int]] = [entries.by_name[name] for name, match in word.names.items() if match.quality >= least]
        several += [entries.facets[facet].entries for facet, match in word.facets.items() if match.quality >= least]
        return set().union(*several)

    def _reaches(self, word: Sought) -> Callable[[int], bool]:
        entries, names, facets = self._entries.all, word.names, word.facets

        def reached(number: int) -> bool:
            entry = entries[number]
            return any(facet in facets for facet in entry.facets) or any(name.text in names for name in entry.names)

        return reached

    def _few(self, found: set[int]) -> list[int]:
        """The sheets most of whose words are well matched, when there are many."""
        if len(found) <= MOST:
            return sorted(found)
        for place, word in enumerate(self.words):
            if place not in self._well:
                self._well[place] = self._reached(word, _GOOD) if word.cost <= 20_000 or place in self._all else set()
        weights = [(word.weight, self._well[place]) for place, word in enumerate(self.words)]
        entries, initials = self._entries.all, self._initials

        def told(number: int) -> tuple[float, int]:
            well = sum(weight for weight, several in weights if number in several)
            if initials:
                well += sum(1 for initial in initials if any(name.text[0] == initial for name in entries[number].names))
            return -well, number

        return sorted(found, key=told)[:MOST]
