"""Whether the lexicon is kept clean: no list of it says the same word twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bot.understanding
from bot.understanding.lexicon_files import table

LEXICON = Path(bot.understanding.__file__).parent / "lexicon"


def lists_of(name: str, content: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key, value in content.items():
        if isinstance(value, dict):
            yield from lists_of(f"{name}.{key}", value)
        elif isinstance(value, list):
            yield f"{name}.{key}", value
        elif key == "words":
            yield f"{name}.{key}", value.split()


@pytest.mark.parametrize("name", sorted(path.stem for path in LEXICON.glob("*.toml")))
def test_no_list_says_a_word_twice(name: str) -> None:
    twice = {where: [word for word, times in Counter(said).items() if times > 1] for where, said in lists_of(name, table(name))}
    assert {where: words for where, words in twice.items() if words} == {}
