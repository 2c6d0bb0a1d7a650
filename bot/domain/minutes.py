"""What the minutes of a held meeting say, in the words of the field: everything a Word document needs and no word of layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.domain.attendance import AttendanceState, people_present
from bot.domain.decisions import ActionStatus
from bot.domain.drafts import DayWindow
from bot.domain.groups import GroupKind
from bot.domain.writing import USUAL, WritingStyle


class MinutesState(StrEnum):
    """How far the minutes have gone: written, read again, sent out, approved at a later meeting."""

    DRAFT = "projet"
    PROOFREAD = "relu"
    SENT = "diffusé"
    APPROVED = "validé"


UNSENT = frozenset({MinutesState.DRAFT, MinutesState.PROOFREAD})


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Somebody as printed; `civility` is « Mme » or « M. » as said, None when nobody said it (then nothing agrees in gender)."""

    first_name: str
    last_name: str
    civility: str | None = None
    doctor: bool = False
    function: str | None = None
    structure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondent:
    """Whom to write to: somebody, with the mail that may be printed."""

    person: NamedPerson
    mail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One line of the list: a person, or `count` people without a name of `structure`, or the words as `said`."""

    person: NamedPerson | None = None
    structure: str | None = None  # of unnamed people and of guests; told of a named person, it stands beside her own
    function: str | None = None  # as told of a guest; a person of the directory bears her own
    said: str | None = None
    count: int = 1
    state: AttendanceState = AttendanceState.PRESENT
    represented_by: str | None = None
    by_visio: bool = False

    @property
    def structure_name(self) -> str | None:
        """The structure that this line stands for, if any is known."""
        own = self.person.structure if self.person else None
        return f"{own}, {self.structure}" if own and self.structure else own or self.structure


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutedDecision:
    """A decision as taken; `number` as kept (GTN-2026-014)."""

    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutedAction:
    """Something to do; `bearers` are people, and words printed as such (a structure, « Paul »).

    At most one of `due`, `due_window`, `due_said` is shown, in that order.
    """

    text: str
    bearers: tuple[NamedPerson | str, ...] = ()
    due: date | None = None
    due_window: DayWindow | None = None
    due_said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedAction:
    """An action that an earlier meeting entrusted, with that meeting's day and instance, and where it stands now."""

    action: MinutedAction
    status: ActionStatus = ActionStatus.OPEN
    day: date
    instance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousMinutes:
    """The minutes of the meeting before, once they were sent out; `approved`: this meeting approved them, else it is asked to."""

    meeting_id: int = 0
    day: date
    version: int = 1
    approved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """The next meeting as announced; `instance` only when it is another one; `said` the words when no day is known."""

    day: date | None = None
    day_window: DayWindow | None = None
    said: str | None = None
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    commune: str | None = None
    instance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """All that the minutes of one held meeting say. None, empty and False mean: not said, so nothing is printed.

    `participants` is the whole list, the author included if she was there; `headcount` is the total said, the author included,
    None when only names are known. Without either, attendance was not recorded, which is never « nobody came ».
    `moved_on` is the day on which they took their present `state`, `approved_on` that of the meeting that approved them; `before` the
    version that a correction replaced.
    """

    organism: str
    territory: str
    instance: str
    instance_kind: GroupKind | None = None
    title: str | None = None
    reference: str | None = None
    state: MinutesState = MinutesState.DRAFT
    version: int = 1
    moved_on: date | None = None
    approved_on: date | None = None
    day: date
    starts: time | None = None
    ends: time | None = None
    minutes: int | None = None
    times_approximate: bool = False
    place: str | None = None
    commune: str | None = None
    chair: NamedPerson | None = None
    secretary: NamedPerson | None = None
    headcount: int | None = None
    headcount_approximate: bool = False
    participants: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()
    decisions: tuple[MinutedDecision, ...] = ()
    actions: tuple[MinutedAction, ...] = ()
    previous: PreviousMinutes | None = None
    earlier_actions: tuple[FollowedAction, ...] = ()
    next_meeting: NextMeeting | None = None
    before: Minutes | None = None
    corrections_to: Correspondent | None = None
    generated_on: date
    style: WritingStyle = USUAL

    def people_in(self, state: AttendanceState) -> int:
        """How many people the list accounts for in that state."""
        return sum(line.count for line in self.participants if line.state is state)

    @property
    def present(self) -> int | None:
        """How many were there; None when attendance was not recorded."""
        return people_present(said=self.headcount, listed=self.people_in(AttendanceState.PRESENT))

    @property
    def present_unlisted(self) -> int:
        """How many present people the total counts beyond the list."""
        return max(0, (self.headcount or 0) - self.people_in(AttendanceState.PRESENT))

    @property
    def structures_present(self) -> int:
        """How many structures the present and represented lines stand for."""
        here = (AttendanceState.PRESENT, AttendanceState.REPRESENTED)
        return len({line.structure_name for line in self.participants if line.state in here and line.structure_name})
