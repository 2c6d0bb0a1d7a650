"""How the words of a territory stay compiled between two messages: rebuilt when its directory changes, never for a message."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property

from bot.domain.vocabulary import Vocabulary
from bot.finding import Index, sheets_of
from bot.ports import UnitOfWork
from bot.texts.names import Names
from bot.understanding.index import VocabularyIndex, compile_index


@dataclass(frozen=True)
class _Known:
    """The words of a territory at one version; what is looked for in them is made ready at the first search."""

    vocabulary: Vocabulary

    @cached_property
    def index(self) -> VocabularyIndex:
        return compile_index(self.vocabulary)

    @cached_property
    def names(self) -> Names:
        return Names(self.vocabulary)

    @cached_property
    def finder(self) -> Index:
        return Index(sheets_of(self.vocabulary))


class Ear:
    """One compiled vocabulary a territory, by version. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[int, _Known] = {}

    def index(self, work: UnitOfWork) -> VocabularyIndex:
        """The words that sentences are read with."""
        return self._current(work).index

    def names(self, work: UnitOfWork) -> Names:
        """How things are called."""
        return self._current(work).names

    def finder(self, work: UnitOfWork) -> Index:
        """The sheets of the directory, ready to be searched."""
        return self._current(work).finder

    def forget(self, territory_id: int) -> None:
        """Listens anew: what was read in a transaction that failed may never have been."""
        self._known.pop(territory_id, None)

    def _current(self, work: UnitOfWork) -> _Known:
        version = work.directory.vocabulary_version()
        known = self._known.get(work.territory.id)
        if known is None or known.vocabulary.version != version:
            with self._lock:
                known = self._known.get(work.territory.id)
                if known is None or known.vocabulary.version != version:
                    known = _Known(work.directory.vocabulary())
                    self._known[work.territory.id] = known
        return known
