"""What is to be seen to before a planned meeting: a room, a projector, coffee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChecklist:
    """« à prévoir pour le GT de jeudi : salle, vidéoprojecteur, café »: of a meeting of one of `days`, or of the next one.

    `drops`: they are taken off that list (« enlève le café de la checklist du Copil »).
    """

    things: tuple[str, ...]
    days: tuple[date, ...] = ()
    drops: bool = False
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something to see to before a planned meeting; what one message told has one `update_id`."""

    id: int = 0
    meeting_id: int
    text: str
    done: bool = False
    account_id: int
    told_at: datetime
    update_id: int
    undone_at: datetime | None = None
