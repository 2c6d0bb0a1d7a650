"""How the words of a territory stay compiled between two messages: rebuilt when its directory changes, never for a message."""

from __future__ import annotations

import threading

from bot.ports import UnitOfWork
from bot.texts.names import Names
from bot.understanding.index import VocabularyIndex, compile_index


class Ear:
    """One compiled vocabulary a territory, by version. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[int, tuple[int, VocabularyIndex, Names]] = {}

    def index(self, work: UnitOfWork) -> VocabularyIndex:
        """The index of that territory as it stands."""
        return self._current(work)[1]

    def names(self, work: UnitOfWork) -> Names:
        """The names of that territory as they stand."""
        return self._current(work)[2]

    def forget(self, territory_id: int) -> None:
        """Listens anew: what was read in a transaction that failed may never have been."""
        self._known.pop(territory_id, None)

    def _current(self, work: UnitOfWork) -> tuple[int, VocabularyIndex, Names]:
        version = work.directory.vocabulary_version()
        known = self._known.get(work.territory.id)
        if known is None or known[0] != version:
            with self._lock:
                known = self._known.get(work.territory.id)
                if known is None or known[0] != version:
                    vocabulary = work.directory.vocabulary()
                    known = (version, compile_index(vocabulary), Names(vocabulary))
                    self._known[work.territory.id] = known
        return known
