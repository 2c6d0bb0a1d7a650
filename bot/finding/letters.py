"""Which of many words may be a few slips of the thumb away from one, told from their letters alone, all words at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_OTHER = len(_LETTERS)  # any sign of another script
_HEAD = 6  # letters of a word's beginning


class LetterTable:
    """For each letter, one long integer whose bit k tells whether the k-th word has it. The words stand by length.

    A word with at most k slips has at most k letters that the other lacks, and lacks at most k of its letters: counted for all words
    at once with a few operations on these integers (64,000 words in about 0.1 ms).
    """

    __slots__ = ("_heads", "_starts", "_whole", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = sorted(words, key=len)
        self._starts = _starts(self.words)
        self._whole = _table(self.words)
        self._heads = _table([word[:_HEAD] for word in self.words])

    def near(self, word: str, slips: int) -> list[str]:
        """The words that may be that many slips away: all that are, and some that are not."""
        first, end = self._start(len(word) - slips), self._start(len(word) + slips + 1)
        if first >= end:
            return []
        own = _numbers(word)
        lacked = _over((~self._whole[letter] for letter in own), slips, first, end)
        extra = _over((self._whole[letter] for letter in range(_OTHER + 1) if letter not in own), slips, first, end)
        return list(self._kept(~(lacked | extra), first, end))

    def beginning_near(self, start: str) -> list[str]:
        """The longer words whose beginning may be one slip away from that one."""
        first, end = self._start(len(start) + 1), len(self.words)
        if first >= end:
            return []
        lacked = _over((~self._heads[letter] for letter in _numbers(start[: _HEAD - 1])), 1, first, end)
        return list(self._kept(~lacked, first, end))

    def _start(self, length: int) -> int:
        """The place of the first word at least that long."""
        return self._starts[max(0, min(length, len(self._starts) - 1))]

    def _kept(self, bits: int, first: int, end: int) -> Iterator[str]:
        flags = bin(bits & ((1 << (end - first)) - 1))
        last = end - 1 + 2  # the two signs of « 0b », the highest bit first
        last -= (end - first) - (len(flags) - 2)
        at = flags.find("1", 2)
        while at >= 0:
            yield self.words[last - at]
            at = flags.find("1", at + 1)


def _numbers(word: str) -> set[int]:
    return {at if (at := _LETTERS.find(letter)) >= 0 else _OTHER for letter in word}


def _starts(words: Sequence[str]) -> list[int]:
    starts, length = [0], 0
    for place, word in enumerate(words):
        while length < len(word):
            length += 1
            starts.append(place)
    starts.append(len(words))
    return starts


def _table(words: Sequence[str]) -> list[int]:
    rows = [bytearray(len(words) // 8 + 1) for _ in range(_OTHER + 1)]
    row_of = dict(zip(_LETTERS, rows, strict=False))
    other = rows[_OTHER]
    for place, word in enumerate(words):
        byte, bit = place >> 3, 1 << (place & 7)
        for letter in word:
            row_of.get(letter, other)[byte] |= bit
    return [int.from_bytes(row, "little") for row in rows]


def _over(rows: Iterable[int], slips: int, first: int, end: int) -> int:
    """The bits set in more than `slips` of the rows, 0 to 2, from place `first` to `end`."""
    mask = (1 << (end - first)) - 1
    once = twice = thrice = 0
    for row in rows:
        bits = (row >> first) & mask
        thrice |= twice & bits
        twice |= once & bits
        once |= bits
    return (once, twice, thrice)[slips]
