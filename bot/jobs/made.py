"""What was made and is ready to leave."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.date_searches import Board
from bot.domain.minutes import Minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document; `minutes` when it is those, since their state decides what can be tapped below; `board`: counts, no document."""

    name: str
    content: bytes
    caption: str
    minutes: Minutes | None = None
    board: Board | None = None
