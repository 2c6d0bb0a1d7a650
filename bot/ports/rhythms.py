"""What is kept of when Maillon may write to somebody: what she chose, and her leaves."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from bot.domain.rhythms import Away, Leave, Rhythm


class Rhythms(Protocol):
    """What those who joined chose."""

    def get(self, account_id: int) -> Rhythm:
        """What she chose; the usual where she chose nothing."""
        ...

    def save(self, rhythm: Rhythm) -> None:
        """Writes what she chose."""
        ...

    def week_planned(self, account_id: int, due_at: datetime | None) -> None:
        """Up to when her point of the week is planned; None: it is to be worked out anew."""
        ...


class Leaves(Protocol):
    """When those who joined are away."""

    def add(self, leave: Leave) -> Leave:
        """A new one (its `id` is ignored); the database refuses a second one of the same update."""
        ...

    def get(self, leave_id: int) -> Leave | None:
        """A leave of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> Leave | None:
        """The leave that this update made, if it was handled before."""
        ...

    def last_touched(self, account_id: int) -> Leave | None:
        """Her leave that was proposed or kept last, if it was not given up."""
        ...

    def save(self, leave: Leave) -> Leave:
        """Writes its days, who stands in, and its state."""
        ...

    def of_account(self, account_id: int, *, since: date) -> tuple[Leave, ...]:
        """Her leaves that are kept and not over on that day, the next one first."""
        ...

    def away(self, account_id: int, *, since: date) -> tuple[Away, ...]:
        """The days of these leaves."""
        ...

    def stood_in_by(self, person_id: int, *, on: date) -> tuple[Leave, ...]:
        """The leaves, kept, in which that person takes over on that day."""
        ...
