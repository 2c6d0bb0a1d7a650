"""Where the words of French that the ear knows are read from: the tables of `lexicon/*.toml`, once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bot.understanding.tokens import fold


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the lexicon as written there; its keys and values are strings, lists or tables."""
    return tomllib.loads((files("bot.understanding") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words_of(name: str, section: str) -> frozenset[str]:
    """The folded words or phrases that a section of a table lists under `words`, spaces once, apostrophes and hyphens as spaces."""
    listed = table(name)[section]["words"]
    return frozenset(spaced(said) for said in (listed.split() if isinstance(listed, str) else listed))


def spaced(said: str) -> str:
    """A phrase of the lexicon as messages are compared with it: folded, apostrophes and hyphens as spaces."""
    return " ".join(fold(said).replace("'", " ").replace("-", " ").split())
