"""How a territory writes in its documents, as the actions see it."""

from __future__ import annotations

from typing import Protocol

from bot.domain.writing import WritingStyle


class Writing(Protocol):
    """What the territory chose."""

    def get(self) -> WritingStyle:
        """What was chosen, the usual where nothing was."""
        ...

    def save(self, style: WritingStyle) -> None:
        """From now on that."""
        ...
