"""Names as they are written."""

from __future__ import annotations

import pytest

from bot.french.names import written_as_a_name


@pytest.mark.parametrize("words", ["Xavier Zorglub", "M. Jean Dupontel", "Anne-Marie Petit"])
def test_words_written_as_a_name(words: str) -> None:
    assert written_as_a_name(words)


@pytest.mark.parametrize("words", ["merci beaucoup", "GT Nutrition hier", "Xavier", "Bonjour à tous"])
def test_words_not_written_as_a_name(words: str) -> None:
    assert not written_as_a_name(words)
