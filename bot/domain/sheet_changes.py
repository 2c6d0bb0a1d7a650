"""What a sheet of the directory says of somebody, and what one sentence may change of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from bot.domain.drafts import DraftState
from bot.domain.meetings import MeetingLine
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.papers import LeftPaper
from bot.domain.people import Person, Structure, Visibility

SheetQuestion = Literal["who", "other", "stays", "where"]


class SheetDeed(StrEnum):
    """What a sentence does to the directory."""

    CHANGE = "change"  # her phone, mail, name, function, structure or commune
    LEAVE = "leave"  # she left, with or without somebody in her place
    ADD = "add"
    MERGE = "merge"
    STRUCTURE = "structure"  # the phone, mail, name, commune or QPV of a structure
    PLACE = "place"  # the QPV of a place
    NEIGHBOURHOODS = "neighbourhoods"  # the list of QPV: some more, or one less
    INFORM = "inform"
    OBJECT = "object"
    ASK_ERASURE = "ask erasure"
    CHECK = "check"  # all that the sheet says is still right
    ERASE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Somebody or a structure as said: the words, those who may be meant, and the one who is.

    `new`: nobody of the directory is meant, the words make a new sheet. `near`: read over a slip of the thumb, so never taken for granted.
    """

    said: str
    ids: tuple[int, ...] = ()
    id: int | None = None
    new: bool = False
    near: bool = False

    @property
    def settled(self) -> bool:
        """Whether it is known who is meant."""
        return self.id is not None or self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChange:
    """What one card changes; None means: not said, so it stays as it is.

    `who` is the person (of a merge: one of the two), `other` who comes in her place or the other one of a merge, `where` the structure.
    `stays` is the sheet that a merge keeps. `day` is when it began, ended or was done; `commune` is a name, `phone` E.164.
    `proposal_id`: what Maillon proposed and this card answers. `neighbourhoods`: the QPV of the structure, of the `place`
    or of the list; `outside`: in none any more, or off the list.
    """

    deed: SheetDeed
    who: Meant | None = None
    other: Meant | None = None
    where: Meant | None = None
    stays: int | None = None
    function: str | None = None
    phone: str | None = None
    email: str | None = None
    commune: str | None = None
    name: str | None = None
    civility: str | None = None
    doctor: bool = False
    visibility: Visibility | None = None
    day: date | None = None
    proposal_id: int | None = None
    place: Meant | None = None
    neighbourhoods: tuple[Neighbourhood, ...] = ()
    outside: bool = False


def question_of(change: SheetChange) -> SheetQuestion | None:
    """What must be asked before the card can be kept, in the order of asking."""
    if change.who is not None and not change.who.settled:
        return "who"
    if change.other is not None and not change.other.settled:
        return "other"
    if change.deed is SheetDeed.MERGE and change.stays is None:
        return "stays"
    if change.where is not None and not change.where.settled:
        return "where"
    return None


def chosen(change: SheetChange, question: SheetQuestion, one: int | None) -> SheetChange:
    """The change with that answer; None: nobody of those offered, so the words make a new sheet."""
    if question == "stays":
        return replace(change, stays=one)
    meant = change.who if question == "who" else change.other if question == "other" else change.where
    assert meant is not None
    settled = replace(meant, id=one, new=one is None)
    if question == "who":
        rest = tuple(i for i in meant.ids if i != one)
        if change.deed is SheetDeed.MERGE and change.other is None:
            return replace(change, who=settled, other=Meant(said=meant.said, ids=rest, id=rest[0] if len(rest) == 1 else None))
        return replace(change, who=settled)
    return replace(change, other=settled) if question == "other" else replace(change, where=settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """Where one datum of a sheet comes from: `field` as in `Person`, who said it and when; `by` is a person, None: imported."""

    field: str
    source: str
    at: datetime | None = None
    by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that the directory holds of one person: herself, her groups, and what the law asks to know about the data.

    `seen_on` is the last day on which she gave a sign of life: a meeting, hours, or a change of her sheet.
    """

    person: Person
    other_phones: tuple[str, ...] = ()  # beside the main ones; hidden with them
    other_emails: tuple[str, ...] = ()
    group_ids: tuple[int, ...] = ()
    pilots: tuple[int, ...] = ()
    since: date | None = None
    data: tuple[Datum, ...] = ()
    informed_on: date | None = None
    informed_by: int | None = None
    objected_on: date | None = None
    erasure_asked_on: date | None = None
    seen_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """The sheets that a change touches, as they are before it: of `who`, of `other`, and the structure of a STRUCTURE.

    `place` and `neighbourhood`: the name and the QPV of a PLACE; `new`: the names of QPV that the list does not have.
    `sent` and `papers`: of somebody erased, the meetings whose minutes had left already, and the other documents with her name.
    """

    who: Sheet | None = None
    other: Sheet | None = None
    structure: Structure | None = None
    place: str | None = None
    neighbourhood: str | None = None
    new: tuple[str, ...] = ()
    sent: tuple[MeetingLine, ...] = ()
    papers: tuple[LeftPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StillNamed:
    """Where a name that was erased still stands, out of reach: meetings whose minutes had left, and other documents."""

    minutes: tuple[MeetingLine, ...] = ()
    papers: tuple[LeftPaper, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCard:
    """A change of the directory as a card: made by one update, kept at most once, undone at most once; `version` as that of a draft.

    `view` is what it showed when ✅ kept it, `trail` what ✅ changed, row by row, as storage writes it: only for ↩︎.
    `sure`: an erasure was asked for a second time.
    """

    id: int
    account_id: int
    version: int
    state: DraftState
    change: SheetChange
    sure: bool = False
    view: SheetView | None = None
    trail: str | None = None
    update_id: int | None = None
    kept_at: datetime | None = None
    undone_at: datetime | None = None
    touched_at: datetime


class ProposalKind(StrEnum):
    """What Maillon proposes about sheets by itself."""

    NEWCOMER = "newcomer"  # somebody named in a meeting whom the directory does not know
    DUPLICATE = "duplicate"  # two sheets that may be of one person
    SILENT = "silent"  # no sign of life for a year: still right?
    FORGET = "forget"  # no contact for three years: delete?
    ASKED = "asked"  # somebody asks to be erased


class ProposalState(StrEnum):
    """Where a proposal stands; a refusal is remembered."""

    OPEN = "open"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something to look at in the directory; `said` are the words of a meeting, `other_id` the second sheet of a pair."""

    id: int
    kind: ProposalKind
    state: ProposalState
    person_id: int | None = None
    other_id: int | None = None
    structure_id: int | None = None
    meeting_id: int | None = None
    said: str | None = None
    proposed_on: date
