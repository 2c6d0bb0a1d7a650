"""Who is known and who may come in: the directory, invitations, and the journal of what they changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.groups import Group, GroupKind
from bot.domain.people import Person, Structure
from bot.domain.permissions import Role
from bot.domain.sheets import PersonSheet, StructureSheet
from bot.domain.territory import Invitation
from bot.domain.vocabulary import Vocabulary


class Directory(Protocol):
    """People, structures and groups."""

    def vocabulary(self) -> Vocabulary:
        """The territory's words with their version."""
        ...

    def vocabulary_version(self) -> int:
        """Grows with each change of the directory; one cheap query."""
        ...

    def people(self, ids: Iterable[int]) -> dict[int, Person]:
        """Those people of this territory, by id."""
        ...

    def structures(self, ids: Iterable[int]) -> dict[int, Structure]:
        """Those structures of this territory, by id."""
        ...

    def groups(self, ids: Iterable[int] | None = None) -> tuple[Group, ...]:
        """Those groups (all when None), by name."""
        ...

    def groups_of(self, person_id: int) -> tuple[Group, ...]:
        """The groups that she pilots or belongs to, piloted first, then by name."""
        ...

    def person_sheet(self, person_id: int, *, reader_id: int) -> PersonSheet | None:
        """What the directory shows of somebody to `reader_id`, another person; None for nobody of this territory."""
        ...

    def structure_sheet(self, structure_id: int) -> StructureSheet | None:
        """A structure with its people; None for none of this territory."""
        ...

    def add_group(self, *, name: str, kind: GroupKind, code: str, member_id: int) -> Group:
        """A new group with one member; raises the vocabulary's version."""
        ...

    def remove_unused_group(self, group: Group, *, besides: int) -> bool:
        """Deletes it when no meeting, hours, invitation, number of a decision, nor any draft but that one speaks of it; whether it did."""
        ...


class Invitations(Protocol):
    """One-time doors."""

    def prepare(self, *, name: str, person_id: int | None, by: int | None, expires_at: datetime) -> Invitation:
        """An invitation without role nor code yet. `by` is an account, None for the console."""
        ...

    def get(self, invitation_id: int) -> Invitation | None:
        """An invitation of this territory."""
        ...

    def issue(self, invitation_id: int, *, role: Role, group_ids: Sequence[int]) -> str | None:
        """Gives it a role and its one-time code (returned once, stored as a digest); None if it was issued before."""
        ...


class Journal(Protocol):
    """Who changed what, when."""

    def note(self, *, account_id: int | None, verb: str, noun: str, noun_id: int | None, now: datetime, detail: str = "") -> None:
        """Adds a line; `detail` carries no personal datum beyond ids and counts."""
        ...
