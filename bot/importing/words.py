"""Which words the importer knows: the tables of `lexicon/*.toml`, and how two ways of writing are compared."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from bot.french.folding import fold as fold

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the lexicon as written there."""
    return tomllib.loads((files("bot.importing") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words_of(name: str, section: str) -> frozenset[str]:
    """The folded words that a section lists under `words`."""
    listed = table(name)[section]["words"]
    return frozenset(fold(word) for word in (listed.split() if isinstance(listed, str) else listed))


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Its folded words, letters and digits only: « L’Hay-les-Roses » → l hay les roses."""
    return tuple(word for word in _NOT_A_WORD.split(fold(text)) if word)


def spaced(text: str) -> str:
    """Its folded words, one space between them."""
    return " ".join(words(text))


def slug(text: str) -> str:
    """Its folded letters and digits, glued."""
    return "".join(words(text))


@cache
def spelt_first_names() -> dict[str, str]:
    """Folded first names → with their accents."""
    first_names = table("first_names")
    return {fold(name): name for section in first_names.values() for name in section["words"].split()}


@lru_cache(maxsize=20_000)
def says_nothing(cell: str) -> bool:
    """Whether a cell only says that there is nothing to say (« - », « NC », « ? »)."""
    return not cell or cell.casefold() in _nothing()


@cache
def _nothing() -> frozenset[str]:
    return frozenset(table("contents")["nothing"]["words"])
