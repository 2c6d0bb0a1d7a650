"""What a meeting decided and what somebody will do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.drafts import Bearer, DayWindow


class DecisionStatus(StrEnum):
    """Where a decision stands."""

    TAKEN = "prise"
    REVISED = "révisée"
    ABANDONED = "abandonnée"


class ActionStatus(StrEnum):
    """Where an action stands."""

    OPEN = "à faire"
    DONE = "faite"
    DROPPED = "abandonnée"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision with its number in the year of its group (GTN-2026-014); `number` is given when it is kept."""

    text: str
    number: str | None = None
    status: DecisionStatus = DecisionStatus.TAKEN
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do, by whom and for when; no due day is ever guessed."""

    text: str
    bearers: tuple[Bearer, ...] = ()
    due: date | None = None
    due_window: DayWindow | None = None
    due_said: str | None = None
    status: ActionStatus = ActionStatus.OPEN
    id: int | None = None
