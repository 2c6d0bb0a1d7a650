"""Which words of the directory a word typed may stand for, and how well: as written, by its beginning, by ear, or with slips."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.finding.letters import LetterTable
from bot.french.sounds import sound

_MOST_BEGINNINGS = 1_500  # words of one beginning that are looked at
_AFTER_Z = "\U0010ffff"


_COST_OF_SLIP = (1.0, 1.0, 0.4, 0.27, 0.19, 0.15, 0.12, 0.10)  # by the length of the longer word, the last one for all beyond


class How(StrEnum):
    """How a word typed is found again in a sheet."""

    EXACT = "exact"
    OTHERWISE = "otherwise"  # a synonym, a sigle or its long form, another gender or number
    SOUND = "sound"
    START = "start"
    INITIAL = "initial"
    SLIP = "slip"
    NEARLY_START = "nearly start"
    THEME = "theme"


class Match(NamedTuple):
    """How well (0 to 1) and how."""

    quality: float
    how: How


EXACT = Match(1.0, How.EXACT)


def slips_allowed(length: int) -> int:
    """How many slips of the thumb a word of that length may hold."""
    return 0 if length < 3 else 1 if length < 6 else 2


class WordBook:
    """All the distinct words of a kind (names, or the words of structures and functions), ready to be compared with one."""

    __slots__ = ("_by_sound", "_letters", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self._letters = LetterTable(self.words)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self._by_sound[sound(word)].append(word)

    def __contains__(self, word: str) -> bool:
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def matches(self, word: str, *, last: bool, reach: int) -> dict[str, Match]:
        """The words that `word` may stand for; the `last` one of a demand may well be still being typed.

        `reach` 0: as written, by its beginning or by ear; 1: with slips too; 2: what is less likely and dearer to find too.
        """
        found: dict[str, Match] = {}
        if len(word) >= 2:
            self._beginnings(word, found, least=0.89 if last else 0.80)
        if reach:
            allowed = slips_allowed(len(word))
            self._slips(word, found, allowed + (reach > 1 and len(word) == 5))
        if reach > 1 and last and word not in self:
            self._nearly_beginnings(word, found)
        self._sounds(word, found)
        if word in self:
            found[word] = EXACT
        return found

    def starting(self, start: str) -> list[str]:
        """The words that begin so, at most a bounded number."""
        first = bisect_left(self.words, start)
        return self.words[first : min(bisect_left(self.words, start + _AFTER_Z), first + _MOST_BEGINNINGS)]

    def _beginnings(self, word: str, found: dict[str, Match], *, least: float) -> None:
        length = len(word)
        for longer in self.starting(word):
            found[longer] = Match(least + (0.94 - least) * length / len(longer), How.START)

    def _slips(self, word: str, found: dict[str, Match], allowed: int) -> None:
        if not allowed:
            return
        near = self._letters.near(word, allowed)
        for other, slips, _ in process.extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=None):
            if slips:
                quality = _quality_of_slips(word, other, int(slips))
                if other not in found or found[other].quality < quality:
                    found[other] = Match(quality, How.SLIP)

    def _nearly_beginnings(self, word: str, found: dict[str, Match]) -> None:
        length = len(word)
        if length == 3:  # any three letters are near many beginnings: only two swapped ones
            for start in {word[1] + word[0] + word[2], word[0] + word[2] + word[1]} - {word}:
                found.update((other, Match(0.62 + 0.16 * 3 / len(other), How.NEARLY_START)) for other in self.starting(start))
        if length < 4:
            return
        longer = self._letters.beginning_near(word)
        for cut in (length, length - 1, length + 1):
            starts: dict[str, list[str]] = defaultdict(list)
            for other in longer:
                starts[other[:cut]].append(other)
            for start, _, _ in process.extract(word, list(starts), scorer=OSA.distance, score_cutoff=1, limit=None):
                likely = 0.02 if sorted(start) == sorted(word) else 0.0
                for other in starts[start]:
                    quality = 0.6 + likely + 0.16 * length / len(other)
                    if other not in found or found[other].quality < quality:
                        found[other] = Match(quality, How.NEARLY_START)

    def _sounds(self, word: str, found: dict[str, Match]) -> None:
        heard = sound(word)
        if len(heard) < 2:
            return
        for other in self._by_sound.get(heard, ()):
            slips = OSA.distance(word, other, score_cutoff=4)
            quality = 0.94 - 0.015 * slips if len(heard) > 2 else 0.86 - 0.05 * slips
            quality -= 0.3 * max(0.0, slips / max(len(word), len(other)) - 0.5)  # « zianp » is hardly « Sihem »
            if slips and (other not in found or found[other].quality < quality):
                found[other] = Match(quality, How.SOUND)


def _quality_of_slips(word: str, other: str, slips: int) -> float:
    """Nearer to 1 the longer the words; a letter left out or two swapped are likelier than another letter, a first one seldom wrong."""
    length = max(len(word), len(other))
    quality = 1 - slips * _COST_OF_SLIP[min(length, 7)]
    if len(word) < len(other) or sorted(word) == sorted(other):
        quality += 0.015
    if word[0] != other[0] and word[:2] != other[1::-1]:
        quality -= 0.03
    return quality - (0.02 if slips > 1 else 0.0)
