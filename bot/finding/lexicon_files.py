"""Where the words that a search knows beforehand are read from: the tables of `lexicon/*.toml`, once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bot.french.folding import fold


@cache
def table(name: str, section: str) -> dict[str, Any]:
    """A section of a table of the lexicon as written there."""
    section_read: dict[str, Any] = tomllib.loads((files("bot.finding") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))[section]
    return section_read


@cache
def words_of(name: str, section: str) -> frozenset[str]:
    """The folded words that a section lists under `words`."""
    return frozenset(fold(table(name, section)["words"]).replace("-", " ").split())
