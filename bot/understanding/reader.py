"""What a person asks for in one message: the ear, which never raises, keeps nothing and guesses nothing in silence."""

from __future__ import annotations

from bot.domain.requests import Hearing, KeepContent, NotForMe, Request
from bot.understanding.index import VocabularyIndex, compile_index
from bot.understanding.logging_requests import read_log
from bot.understanding.scan import scan

__all__ = ["VocabularyIndex", "compile_index", "read"]


def read(text: str, hearing: Hearing, index: VocabularyIndex) -> Request:
    """The request that a message makes; see `bot/domain/requests.py` for each."""
    seen = scan(text, hearing, index)
    content = read_log(seen)
    if content is not None:
        return KeepContent(content=content)
    return NotForMe(reason="unclear", clarify=True)
