"""What a failure to send means for what was to leave: again later, perhaps arrived, nobody there, or never."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto

from bot.ports import DeliveryProblem

TRIES = 8
FIRST_PAUSE = timedelta(seconds=2)


class Outcome(Enum):
    """What is to be done with what did not leave well."""

    AGAIN = auto()  # it certainly did not leave
    UNCERTAIN = auto()  # it may have arrived: said, never sent again by itself
    GONE = auto()  # nothing reaches that person any more
    FAILED = auto()


def outcome_of(problem: DeliveryProblem, *, attempts: int) -> Outcome:
    """What becomes of a delivery after so many attempts."""
    if not problem.certain:
        return Outcome.UNCERTAIN
    if problem.after is not None and attempts < TRIES:
        return Outcome.AGAIN
    return Outcome.GONE if problem.gone else Outcome.FAILED


def pause_after(problem: DeliveryProblem, *, attempts: int) -> timedelta:
    """How long to wait before the next attempt: twice as long each time, and at least what Telegram asks for."""
    return max(timedelta(seconds=problem.after or 0), FIRST_PAUSE * (1 << attempts))
