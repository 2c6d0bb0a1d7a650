"""What a mistyped word of sense was meant to be: « prochiane » → « prochaine », « kan » → « quand »."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable
from importlib.resources import files

from bot.understanding.spelling import one_slip, shapes

SHORTEST = 5


def reader_of_slips(fold: Callable[[str], str]) -> Callable[[str], str]:
    """A function from a folded word to the folded word that it stands for, itself where it is a word, a name, or nobody knows.

    Words of `lexicon/slips.toml`; a word one slip away from two of them stays as it is.
    """
    lexicon = tomllib.loads((files("bot.understanding") / "lexicon" / "slips.toml").read_text(encoding="utf-8"))
    meant = frozenset(map(fold, lexicon["meant"]["words"].split()))
    known = meant | frozenset(map(fold, lexicon["real"]["words"].split()))
    sounds = {fold(typed): fold(word) for typed, word in lexicon["sound"].items()}
    by_shape: dict[str, list[str]] = defaultdict(list)
    for word in sorted(meant):
        if len(word) >= SHORTEST:
            for shape in shapes(word):
                by_shape[shape].append(word)

    def read(word: str) -> str:
        if word in sounds:
            return sounds[word]
        if len(word) < SHORTEST or len(word) > 20 or word in known:
            return word
        near = {one for shape in shapes(word) for one in by_shape.get(shape, ()) if one_slip(word, one)}
        return near.pop() if len(near) == 1 else word

    return read


def fused_words(fold: Callable[[str], str]) -> dict[str, tuple[int, str, str]]:
    """What is typed in one go for two words: where the second begins, and both folded (« cest » → 1, « c' », « est »)."""
    lexicon = tomllib.loads((files("bot.understanding") / "lexicon" / "slips.toml").read_text(encoding="utf-8"))
    found = {}
    for said in map(fold, lexicon["fused"]["words"]):
        elided = "'" in said
        before, _, after = said.partition("'" if elided else " ")
        found[(before if elided else before[0]) + after] = (len(before) if elided else 1, before + "'" * elided, after)
    return found
