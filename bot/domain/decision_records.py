"""What a record of decisions says: those of one meeting, or of a group, an axis or a territory over a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.domain.decisions import DecisionStatus
from bot.domain.minutes import FollowedAction, MinutesState, NamedPerson, NextMeeting
from bot.domain.writing import USUAL, WritingStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDecision:
    """A decision with its number as kept, its meeting's day and instance, and where it stands now."""

    text: str
    number: str
    status: DecisionStatus = DecisionStatus.TAKEN
    day: date
    instance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedMeeting:
    """The one meeting that a record is of; `present` None: attendance was not recorded."""

    title: str | None = None
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    commune: str | None = None
    present: int | None = None
    excused: int = 0
    state: MinutesState = MinutesState.DRAFT
    version: int = 1
    next_meeting: NextMeeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """All that the document says, oldest decision first. `scope` is whose decisions: an instance, an axis with its number, a territory.

    `meeting` None: of the period `first` to `last` (None: open), in which `meetings` were held.
    """

    organism: str
    territory: str
    scope: str
    meeting: RecordedMeeting | None = None
    first: date | None = None
    last: date | None = None
    meetings: int = 0
    decisions: tuple[RecordedDecision, ...] = ()
    actions: tuple[FollowedAction, ...] = ()
    made_by: NamedPerson | None = None
    generated_on: date
    style: WritingStyle = USUAL
