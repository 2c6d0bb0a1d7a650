"""What the point of the week asks of the rows: figures, and the lists behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.domain.meetings import MeetingLine
from bot.domain.weeks import DueAction, Figures, Hers, Unseen


class Weeks(Protocol):
    """Read-only lists and sums of a territory; `groups` None: all of it, else only what belongs to those groups."""

    def figures(self, first: date, last: date, *, groups: Sequence[int] | None) -> Figures:
        """What was kept between two days, both included."""
        ...

    def by_axis(self, first: date, last: date, *, groups: Sequence[int] | None) -> Mapping[int | None, int]:
        """Minutes given between two days, both included, by the number of their axis (None: of none)."""
        ...

    def axis_names(self) -> Mapping[int, str]:
        """What the axes are called, by their numbers."""
        ...

    def untold(self, first: date, last: date, *, hers: Hers, orphans: bool) -> tuple[MeetingLine, ...]:
        """Planned meetings of these days of which nothing was told, the newest first; `orphans`: also those about which nobody is asked."""
        ...

    def unsent(self, first: date, last: date, *, hers: Hers) -> tuple[MeetingLine, ...]:
        """Held meetings of these days whose minutes were not sent out, the newest first."""
        ...

    def actions(self, first: date, last: date, *, hers: Hers) -> tuple[DueAction, ...]:
        """Open actions due between two days, both included, that she bears or that her meetings decided, the soonest first."""
        ...

    def open_actions(self, *, hers: Hers) -> tuple[DueAction, ...]:
        """Those of hers that are open, whatever their day: the soonest first, those without a day last."""
        ...

    def quiet_groups(self, since: date, *, today: date, groups: Sequence[int] | None) -> tuple[Unseen, ...]:
        """Groups that met before that day, not since, and have no date to come; the longest silence first."""
        ...

    def lost_structures(self, since: date, *, came_since: date, times: int) -> tuple[Unseen, ...]:
        """Structures that came at least so many times after `came_since`, and no more since that day; the longest absence first."""
        ...

    def missed(self, account_id: int, *, news: bool) -> int:
        """How many reminders could not be said to her for sure, have not rung since, and she has not seen; `news`: nor was told of."""
        ...

    def close_action(self, action_id: int, *, done: bool) -> int | None:
        """Says that an action is done, or is open after all; its meeting, None for no action that was otherwise."""
        ...
