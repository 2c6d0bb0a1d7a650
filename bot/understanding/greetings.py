"""Which first words only greet, or head minutes, before the group is named."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.lexicon_files import words_of
from bot.understanding.words import Word

_GREETINGS = words_of("cues", "greetings")


def only_greets(words: Sequence[Word], k: int) -> bool:
    """Whether the words up to k are but a greeting or the title of minutes: « coucou, », « petit cr : », « bon »."""
    return k <= 3 and all(words[j].fold in _GREETINGS or words[j].text in {",", "!", ":", "-"} for j in range(k + 1))
