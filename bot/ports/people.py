"""Who is known and who may come in: the directory, invitations, and the journal of what they changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.directory import KnownPerson, WholeDirectory
from bot.domain.directory_imports import DirectoryImport, ImportPlan
from bot.domain.groups import Group, GroupKind
from bot.domain.people import Person, Structure
from bot.domain.permissions import Role
from bot.domain.sheets import PersonSheet, StructureSheet
from bot.domain.territory import Account, Invitation
from bot.domain.vocabulary import Vocabulary


class Directory(Protocol):
    """People, structures and groups."""

    def vocabulary(self) -> Vocabulary:
        """The territory's words with their version."""
        ...

    def vocabulary_version(self) -> int:
        """Grows with each change of the directory; one cheap query."""
        ...

    def claim_version(self, seen: int) -> bool:
        """Raises the vocabulary's version if it is still the one that was seen; whether it was. Of two at the same time one only."""
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

    def department(self) -> str | None:
        """The department in which most of the territory's communes lie (« 30 »); None when it has no commune."""
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


class Sheets(Protocol):
    """The whole directory, sheet by sheet; each change raises the vocabulary's version and notes source, author (a person) and moment."""

    def read(self) -> WholeDirectory:
        """Every sheet."""
        ...

    def add_structures(self, structures: Sequence[Structure], *, source: str, by: int | None, now: datetime) -> tuple[int, ...]:
        """Adds them (their ids are ignored); returns their ids, in order."""
        ...

    def change_structures(self, structures: Sequence[Structure], *, source: str | None, by: int | None, now: datetime) -> None:
        """Rewrites the sheets of those ids; `source` None leaves where they come from as it is."""
        ...

    def add_groups(self, groups: Sequence[Group]) -> tuple[int, ...]:
        """Adds them without members (their ids are ignored); returns their ids, in order."""
        ...

    def add_people(self, people: Sequence[KnownPerson], *, source: str, by: int | None, now: datetime) -> tuple[int, ...]:
        """Adds them with mandates and memberships (their ids are ignored); returns their ids, in order."""
        ...

    def change_people(self, people: Sequence[KnownPerson], *, by: int | None, now: datetime) -> None:
        """Rewrites the sheets of those ids, their current mandates and memberships (who pilots a group stays its pilot)."""
        ...

    def remove_unused(self, *, people: Sequence[int], structures: Sequence[int], groups: Sequence[int], since: datetime) -> bool:
        """Deletes all of them, made at the moment `since`, unless anything else speaks of one of them: then none. Whether it did."""
        ...


class DirectoryImports(Protocol):
    """Files of directories that were sent, from their preview to their end."""

    def add(
        self, *, account_id: int | None, file_name: str, plan: ImportPlan, now: datetime, update_id: int | None = None
    ) -> DirectoryImport:
        """A new open import, version 1."""
        ...

    def get(self, import_id: int) -> DirectoryImport | None:
        """An import of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> DirectoryImport | None:
        """The import that this update made, if it was handled before."""
        ...

    def save(self, one: DirectoryImport) -> DirectoryImport:
        """Writes it where the stored version is still `one.version`; returns it with version + 1. Raises DraftMoved."""
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

    def last(self, *, account_id: int, verb: str, noun: str, since: datetime) -> str | None:
        """The detail of her last line of that kind since that moment."""
        ...

    def lately(self, *, account_id: int, verb: str, noun: str, since: datetime) -> tuple[str, ...]:
        """The details of her last lines of that kind since that moment, the newest first."""
        ...


class Accounts(Protocol):
    """Those who joined, as others than themselves need them."""

    def get(self, account_id: int) -> Account | None:
        """An account of this territory."""
        ...

    def of_person(self, person_id: int) -> Account | None:
        """The account of somebody of the directory, if she joined."""
        ...

    def joined(self) -> tuple[Account, ...]:
        """Everybody who has."""
        ...

    def coordinators(self) -> tuple[Account, ...]:
        """Those who coordinate, or failing them those who administer."""
        ...

    def lose(self, account_id: int, *, now: datetime) -> bool:
        """She does not receive what Maillon sends; True only the first time."""
        ...

    def find_again(self, account_id: int) -> None:
        """She speaks again."""
        ...
