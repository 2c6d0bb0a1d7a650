"""Where a phrase of the lexicon stands among the words of a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.lexicon_files import spaced
from bot.understanding.words import Word


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found at words [first, last), with the tag under which the lexicon lists it."""

    first: int
    last: int
    tag: str


class PhraseTable:
    """Phrases by their first two words, the longest first; looking one up costs nothing where no phrase begins."""

    __slots__ = ("_alone", "_by_word", "openings")

    def __init__(self, tagged: Mapping[str, Iterable[str]]) -> None:
        by_word: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        alone: dict[str, str] = {}
        for tag, several in tagged.items():
            for said in several:
                words = tuple(spaced(said).replace("·", " ").split())
                if len(words) == 1:
                    alone.setdefault(words[0], tag)
                elif words:
                    by_word.setdefault(words[0], {}).setdefault(words[1], []).append((words, tag))
        self.openings = frozenset(by_word) | frozenset(alone)  # the first words: no phrase begins at another
        self._alone = alone
        self._by_word = {
            word: {second: sorted(phrases, key=lambda p: -len(p[0])) for second, phrases in several.items()}
            for word, several in by_word.items()
        }

    def at(self, words: Sequence[Word], i: int) -> Found | None:
        """The longest phrase that begins at word i."""
        if not 0 <= i < len(words):
            return None
        opening = words[i].fold
        if opening not in self.openings:
            return None
        longer = self._by_word.get(opening)
        if longer is not None and i + 1 < len(words):
            for phrase, tag in longer.get(words[i + 1].fold, ()):
                last = i + len(phrase)
                if last <= len(words) and (last == i + 2 or all(words[i + k].fold == w for k, w in enumerate(phrase))):
                    return Found(i, last, tag)
        tag_alone = self._alone.get(opening)
        return Found(i, i + 1, tag_alone) if tag_alone is not None else None

    def first(self, words: Sequence[Word], start: int = 0, end: int | None = None) -> Found | None:
        """The first phrase that begins in words [start, end)."""
        openings = self.openings
        for i in range(max(start, 0), len(words) if end is None else min(end, len(words))):
            if words[i].fold in openings and (found := self.at(words, i)) is not None:
                return found
        return None

    def all(self, words: Sequence[Word], start: int = 0, end: int | None = None) -> list[Found]:
        """All phrases from left to right, none overlapping."""
        found: list[Found] = []
        i, stop = start, len(words) if end is None else end
        while i < stop:
            phrase = self.at(words, i) if words[i].fold in self.openings else None
            if phrase is None:
                i += 1
            else:
                found.append(phrase)
                i = phrase.last
        return found
