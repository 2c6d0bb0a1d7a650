"""The directory of a territory as the actions see it: people, structures, groups and their words."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.groups import Group, GroupKind
from bot.domain.people import Person, Structure
from bot.domain.sheets import PersonSheet, StructureSheet
from bot.domain.vocabulary import Vocabulary
from storage import groups, people, vocabulary
from storage.queries import sheets
from storage.scope import Scope


class SqlDirectory:
    """The directory of one territory, in one transaction; each change raises the vocabulary's version."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def vocabulary(self) -> Vocabulary:
        """The territory's words with their version."""
        return vocabulary.read_vocabulary(self._scope)

    def vocabulary_version(self) -> int:
        """Grows with each change of the directory; one cheap query."""
        return vocabulary.version(self._scope)

    def claim_version(self, seen: int) -> bool:
        """Raises the vocabulary's version if it is still the one that was seen; of two at the same time one only."""
        return vocabulary.claim_version(self._scope, seen)

    def people(self, ids: Iterable[int]) -> dict[int, Person]:
        """Those people of this territory, by id."""
        return people.people_by_id(self._scope, ids)

    def structures(self, ids: Iterable[int]) -> dict[int, Structure]:
        """Those structures of this territory, by id."""
        return people.structures_by_id(self._scope, ids)

    def groups(self, ids: Iterable[int] | None = None) -> tuple[Group, ...]:
        """Those groups (all when None), by name."""
        return groups.read_groups(self._scope, ids)

    def groups_of(self, person_id: int) -> tuple[Group, ...]:
        """The groups that she pilots or belongs to, piloted first, then by name."""
        return groups.groups_of_person(self._scope, person_id)

    def department(self) -> str | None:
        """The department in which most of the territory's communes lie (« 30 »); None when it has no commune."""
        return vocabulary.department(self._scope)

    def person_sheet(self, person_id: int, *, reader_id: int) -> PersonSheet | None:
        """What the directory shows of somebody to that person; None for nobody of this territory."""
        return sheets.person_sheet(self._scope, person_id, reader_id=reader_id)

    def structure_sheet(self, structure_id: int) -> StructureSheet | None:
        """A structure with its people; None for none of this territory."""
        return sheets.structure_sheet(self._scope, structure_id)

    def add_group(self, *, name: str, kind: GroupKind, code: str, member_id: int) -> Group:
        """A new group with one member; raises the vocabulary's version."""
        group = groups.add_group(self._scope, name=name, kind=kind, code=code, member_id=member_id)
        vocabulary.raise_version(self._scope)
        return group

    def remove_unused_group(self, group: Group, *, besides: int) -> bool:
        """Deletes a group that nothing but that card speaks of; raises the vocabulary's version. Whether it did."""
        removed = groups.remove_unused_group(self._scope, group, besides=besides)
        if removed:
            vocabulary.raise_version(self._scope)
        return removed
