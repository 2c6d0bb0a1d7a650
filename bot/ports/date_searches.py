"""What is kept of date searches: the card, its state, and what everybody answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.date_searches import DateAnswer, DateSearch, SearchState


class DateSearches(Protocol):
    """Date searches of a territory, from card to date."""

    def add(self, search: DateSearch) -> DateSearch:
        """A new one, version 1 (its `id` is ignored)."""
        ...

    def get(self, search_id: int) -> DateSearch | None:
        """A date search of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> DateSearch | None:
        """The one that this update made, if it was handled before."""
        ...

    def of_plan(self, plan_id: int) -> DateSearch | None:
        """The one whose date became that plan."""
        ...

    def save(self, search: DateSearch) -> DateSearch:
        """Writes it where the stored version is still `search.version`; returns it with version + 1. Raises DateSearchMoved."""
        ...

    def shown_in(self, search_id: int, message_id: int | None) -> None:
        """Its counts stand in that message of who asks (None: something else stands there now); no new version."""
        ...

    def of_account(self, account_id: int, state: SearchState) -> tuple[DateSearch, ...]:
        """Hers in that state, the newest first."""
        ...

    def of_groups(self, group_ids: Sequence[int], state: SearchState) -> tuple[DateSearch, ...]:
        """Those of these groups in that state, the newest first."""
        ...

    def answer(self, answers: Sequence[DateAnswer]) -> None:
        """Keeps what one message or tap told."""
        ...

    def answers(self, search_id: int) -> tuple[DateAnswer, ...]:
        """All that was told of it, oldest first, taken back or not."""
        ...

    def take_back(self, search_id: int, update_id: int, *, now: datetime) -> bool:
        """Whether this call took back what that message told."""
        ...
