"""What a kept meeting is: when, where, who, what was decided and what must be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.attendance import Presence
from bot.domain.contributions import ContributionSource, Nature, NatureShare, Part
from bot.domain.decisions import Action, Decision
from bot.domain.drafts import NextMeetingDraft, count_present
from bot.domain.minutes import MinutesState

if TYPE_CHECKING:
    from bot.domain.plans import Changed


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "prévue"
    HELD = "tenue"
    POSTPONED = "reportée"
    CANCELLED = "annulée"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of a territory. `minutes` is its elapsed length; `headcount` the total with the author, None if only names are known.

    A planned meeting that was held under another row bears that row's id in `became`; a held one that announced its next date bears the
    planned row's id in `announces`. `sequence` grows each time that what is planned changes (RFC 5545). `amended_by` is the entry of the
    correction that stands, None as long as it is as first kept.
    """

    id: int
    state: MeetingState
    group_id: int | None = None
    title: str | None = None
    day: date
    starts: time | None = None
    ends: time | None = None
    minutes: int | None = None
    times_approximate: bool = False
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None
    headcount: int | None = None
    headcount_approximate: bool = False
    author_id: int | None = None  # a person
    author_present: bool = True
    people: tuple[Presence, ...] = ()
    natures: tuple[NatureShare, ...] = ()
    topics: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    next_meeting: NextMeetingDraft | None = None
    minutes_state: MinutesState = MinutesState.DRAFT
    minutes_version: int = 1
    minutes_moved_on: date | None = None  # the day on which its minutes took their present state
    minutes_approved_in: int | None = None  # the meeting that approved them
    entry_id: int | None = None
    became: int | None = None
    announces: int | None = None
    amended_by: int | None = None
    sequence: int = 0

    @property
    def named_present(self) -> int:
        """How many present people the list accounts for, the author included if she was there."""
        return count_present(self.people, author_id=self.author_id, author_present=self.author_present and self.author_id is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Minutes given by one person, or by each of `count` unnamed people. `nature` None: to be told (« à préciser »)."""

    id: int | None = None
    day: date
    minutes: int
    count: int = 1
    part: Part
    nature: Nature | None = None
    source: ContributionSource
    person_id: int | None = None
    structure_id: int | None = None
    group_id: int | None = None
    axis: int | None = None
    meeting_id: int | None = None
    what: str | None = None
    place_said: str | None = None
    commune: str | None = None

    @property
    def total_minutes(self) -> int:
        """Minutes of all its people together."""
        return self.minutes * self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one ✅ kept, and what one ↩︎ takes back; of a correction also the meeting and its derived hours as they stood before.

    `moved`: the planned meeting that it moved or took off the agenda, as its announcement tells another day, hour or place.
    """

    id: int
    draft_id: int
    account_id: int
    kept_at: datetime
    undone_at: datetime | None
    meeting_ids: tuple[int, ...]
    total_minutes: int
    before: Meeting | None = None
    hours_before: tuple[Contribution, ...] = ()
    moved: Changed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting in a list (agenda, /cr): just enough to tell it apart."""

    id: int
    state: MeetingState
    label: str  # group's name or title
    day: date
    starts: time | None
    ends: time | None
    place: str | None
    has_minutes: bool
