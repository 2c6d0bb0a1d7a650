"""What is asked of reminders that are kept: which of them is meant, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class ReminderDeed(StrEnum):
    """What becomes of a reminder."""

    DROP = "drop"
    MOVE = "move"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReminder:
    """« supprime le rappel de la CAF », « décale le rappel du lundi à 10h »: which one, and what becomes of it.

    `said` names it as it was typed; `words` are those that its text must have, `timed` those of its text or else of its time: `weekday`,
    `day`, `at`, `again` (it comes again and again). `rank`: its number in the list; `every`: all of them. `moment` are the words that
    tell when it rings from now on, `shift` the minutes by which it moves
    (then `moment` is at most the hour of its new day).
    """

    deed: ReminderDeed
    said: str = ""
    words: tuple[str, ...] = ()
    timed: tuple[str, ...] = ()
    weekday: int | None = None
    day: date | None = None
    at: time | None = None
    again: bool = False
    rank: int | None = None
    every: bool = False
    moment: str = ""
    shift: int = 0

    @property
    def unnamed(self) -> bool:
        """Whether it says no word of which one is meant."""
        return not (self.words or self.timed or self.rank or self.every)
