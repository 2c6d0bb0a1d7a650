"""How the directory is kept right: sheets read and changed, the cards that change them, and what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.sheet_changes import Proposal, ProposalKind, ProposalState, Sheet, SheetCard, SheetChange, StillNamed


class SheetCards(Protocol):
    """Changes of the directory as cards."""

    def add(self, *, account_id: int, change: SheetChange, update_id: int | None, now: datetime) -> SheetCard:
        """A new open card, version 1; the database refuses a second one of the same update."""
        ...

    def get(self, card_id: int) -> SheetCard | None:
        """A card of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> SheetCard | None:
        """The card that this update made, if it was handled before."""
        ...

    def last_of(self, account_id: int) -> SheetCard | None:
        """The account's card that is open, or kept and not undone, and was touched last."""
        ...

    def save(self, card: SheetCard) -> SheetCard:
        """Writes every field where the stored version is still `card.version`; returns it with version + 1. Raises DraftMoved."""
        ...


class SheetChanges(Protocol):
    """Sheets of people and structures. What changes is remembered row by row until `trail` is asked for."""

    def get(self, person_id: int) -> Sheet | None:
        """All that is known of one person."""
        ...

    def commune(self, insee: str | None) -> str | None:
        """The name of a commune of the territory; other words as they are."""
        ...

    def add_person(self, *, name: str, civility: str | None, doctor: bool, source: str, by: int | None, now: datetime) -> int:
        """A new sheet; returns its id."""
        ...

    def add_structure(self, *, name: str, source: str, by: int | None, now: datetime) -> int:
        """A new structure; returns its id."""
        ...

    def write_person(self, person_id: int, values: Mapping[str, object], *, source: str, by: int | None, now: datetime) -> None:
        """Changes columns of a sheet, each with its source, author and date; a commune is given by its name."""
        ...

    def neighbourhoods(self) -> tuple[Neighbourhood, ...]:
        """The territory's QPV, by name."""
        ...

    def place(self, place_id: int) -> tuple[str, str | None] | None:
        """The name and the QPV of a place; None for none of this territory."""
        ...

    def keep_neighbourhood(self, one: Neighbourhood) -> None:
        """Adds a QPV to the list, or writes what is said of one that is there."""
        ...

    def drop_neighbourhood(self, name: str) -> None:
        """Takes a QPV off the list, and out of the structures and places that bear it."""
        ...

    def write_place(self, place_id: int, neighbourhood: str | None) -> None:
        """The QPV in which a place is."""
        ...

    def write_structure(self, structure_id: int, values: Mapping[str, object], *, source: str, by: int | None, now: datetime) -> None:
        """Changes columns of a structure; its old name stays among its aliases."""
        ...

    def end_mandates(self, person_id: int, *, until: date, main_only: bool) -> None:
        """Closes what she is in charge of; `main_only`: what she does beside it goes on."""
        ...

    def begin_mandate(
        self, person_id: int, *, structure_id: int | None, function: str | None, since: date, source: str, by: int | None, now: datetime
    ) -> None:
        """What she is in charge of from now on."""
        ...

    def hand_over_groups(self, person_id: int, *, to: int | None) -> None:
        """Takes her out of her groups; `to` takes her places and what she pilots."""
        ...

    def merge(self, *, stays: int, goes: int, source: str, by: int | None, now: datetime) -> None:
        """One sheet of two: what lacks is taken, further phones, mails and notes are added, and everything that pointed to it follows."""
        ...

    def forget(self, person_id: int) -> StillNamed:
        """Takes her name out of every row, for good; totals stay. Returns what had left with it."""
        ...

    def trail(self) -> str:
        """What was changed through this object, for `take_back`."""
        ...

    def take_back(self, trail: str) -> None:
        """Puts back what a trail tells. Raises SheetMoved."""
        ...


class Proposals(Protocol):
    """What Maillon proposes about sheets by itself; a refusal is remembered by its key."""

    def offer(self, proposal: Proposal, *, key: str) -> bool:
        """Proposes it unless the same was proposed before, whatever came of it; whether it did. `proposal.id` is ignored."""
        ...

    def get(self, proposal_id: int) -> Proposal | None:
        """A proposal of this territory, whatever its state."""
        ...

    def open_ones(self, kind: ProposalKind) -> tuple[Proposal, ...]:
        """Those of that kind that nobody has answered yet, oldest first."""
        ...

    def offered_since(self, kind: ProposalKind, first: date) -> int:
        """How many of that kind were proposed from that day on."""
        ...

    def settle(self, proposal_id: int, state: ProposalState) -> None:
        """Answers one that is open."""
        ...

    def silent(self, before: date) -> tuple[int, ...]:
        """The people without a sign of life since that day and without an account, the longest silence first."""
        ...

    def same_contact(self) -> tuple[tuple[int, int], ...]:
        """Pairs of people with the same phone or the same mail, the smaller id first."""
        ...
