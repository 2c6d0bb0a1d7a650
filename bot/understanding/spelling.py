"""How far a word typed may be from the one that is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from bot.french.folding import one_slip as one_slip
from bot.french.stems import stem


def alike(word: str, core: str) -> bool:
    """Whether a word typed may stand for one of a group's name: its beginning, its plural, or a slip of the thumb."""
    if word == core:
        return True
    if len(word) >= 3 and len(core) > len(word) and core.startswith(word) and word not in {"com", "pro", "pre"}:
        return True
    if len(core) >= 4 and word.startswith(core) and len(word) - len(core) <= 1:
        return True
    ends_alike = len(word) >= 5 and len(core) >= 5 and word[0] == core[0] and word[-1] == core[-1]  # « pertre » for « perte »
    long = len(word) >= 6 and len(core) >= 6
    return ((ends_alike or long) and one_slip(word, core)) or (long and one_slip(plainly(word), plainly(core)))


@lru_cache(maxsize=4096)
def plainly(word: str) -> str:
    """A word as it sounds, its plural left out: « adiction » and « addictions » are one slip apart."""
    return sounds_like(word).rstrip("s")


_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_SAME_SOUND = ({"c", "k", "q"}, {"s", "c", "z"}, {"g", "j"}, {"i", "y"}, {"v", "w"}, {"b", "p"}, {"d", "t"}, {"f", "v"}, {"m", "n"})


def begins_alike(left: str, right: str) -> bool:
    """Whether the first letters of two words may stand for each other: the same, neighbours of the keyboard, or heard alike.

    « Sorel » is nobody's slip for « Morel »; a letter forgotten or added before the first one is (« Élène », « Hélène »).
    """
    first, other = left[:1], right[:1]
    if first == other or len(left) != len(right) or left[:2] == right[1::-1]:
        return True
    beside = any(abs(row.index(first) - row.index(other)) == 1 for row in _ROWS if first in row and other in row)
    return beside or any({first, other} <= pair for pair in _SAME_SOUND)


def sounds_like(word: str) -> str:
    """The word with the letters that people exchange made one: « sofie » and « sophie », « billal » and « bilal »."""
    sound = word.replace("ph", "f").replace("y", "i").replace("th", "t")
    return "".join(c for k, c in enumerate(sound) if k == 0 or c != sound[k - 1])


def shapes(word: str) -> set[str]:
    """A word whole, and with each of its letters left out."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


@lru_cache(maxsize=4096)
def stems_of(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a vocabulary entry without their endings."""
    return frozenset(map(stem, words))


def deletions(words: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The words of a vocabulary by each shape that they have with one letter left out."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in words:
        if 5 <= len(word) <= 24:
            sound = sounds_like(word)
            for shape in shapes(sound):
                found[shape].append((word, sound))
    return {shape: tuple(several) for shape, several in found.items()}
