"""How the whole directory is read and written, sheet by sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.directory import KnownGroup, KnownMandate, KnownPerson, WholeDirectory, once
from bot.domain.groups import Group
from bot.domain.people import Structure
from storage import tables
from storage.groups import members_of, read_groups
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into
from storage.tables import Visibility
from storage.uses import spoken_of
from storage.vocabulary import commune_names, raise_version

_people, _mandates, _structures, _groups, _members = tables.people, tables.mandates, tables.structures, tables.groups, tables.members
_OF_PERSON = (
    "first_name",
    "last_name",
    "civility",
    "doctor",
    "phone",
    "other_phones",
    "email",
    "other_emails",
    "commune",
    "note",
    "source",
)
_OF_STRUCTURE = ("name", "sigle", "aliases", "commune", "phone", "email", "nature", "neighbourhood")
_PERSON: sa.BindParameter[Any] = sa.bindparam("person")
_WANTED: sa.BindParameter[Any] = sa.bindparam("wanted")
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_ALL_PEOPLE = Prepared(sa.select(_people.c.id, *[_people.c[name] for name in _OF_PERSON]).where(own(_people)).order_by(_people.c.id))
_ALL_MANDATES = Prepared(
    sa.select(_mandates.c.person_id, _mandates.c.structure_id, _mandates.c.function)
    .where(own(_mandates), _mandates.c.until.is_(None))
    .order_by(_mandates.c.person_id, _mandates.c.main.desc(), _mandates.c.id)
)
_ALL_STRUCTURES = Prepared(
    sa.select(_structures.c.id, *[_structures.c[name] for name in _OF_STRUCTURE]).where(own(_structures)).order_by(_structures.c.id)
)
_ADD_PERSON, _ADD_STRUCTURE, _ADD_GROUP = insert_into(_people), insert_into(_structures), insert_into(_groups)
_ADD_MANDATE, _ADD_MEMBER = insert_into(_mandates, returning=False), insert_into(_members, returning=False)


def _rewriting(table: sa.Table, names: Sequence[str]) -> Prepared:
    values = {name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    return Prepared(sa.update(table).where(own(table), table.c.id == _WANTED).values(values))


_CHANGE_PERSON = _rewriting(_people, [*_OF_PERSON, "updated_at", "updated_by"])
_CHANGE_STRUCTURE = _rewriting(_structures, [*_OF_STRUCTURE, "updated_at", "updated_by"])
_FROM_THERE = _rewriting(_structures, ["source"])
_NO_MAIN = Prepared(
    sa.update(_mandates).where(own(_mandates), _mandates.c.person_id == _PERSON, _mandates.c.until.is_(None)).values(main=False)
)
_CURRENT = Prepared(
    sa.select(_mandates.c.id, _mandates.c.structure_id, _mandates.c.function)
    .where(own(_mandates), _mandates.c.person_id == _PERSON, _mandates.c.until.is_(None))
    .order_by(_mandates.c.id)
)
_CHANGE_MANDATE = Prepared(
    sa.update(_mandates)
    .where(own(_mandates), _mandates.c.id == _WANTED)
    .values(function=sa.bindparam("new_function", type_=sa.Text), main=sa.bindparam("new_main", type_=sa.Boolean))
)
_END_MANDATES = Prepared(sa.delete(_mandates).where(own(_mandates), _mandates.c.id.in_(_IDS)))
_GROUPS_OF = Prepared(sa.select(_members.c.group_id).where(own(_members), _members.c.person_id == _PERSON))
_LEAVE = Prepared(sa.delete(_members).where(own(_members), _members.c.person_id == _PERSON, _members.c.group_id.in_(_IDS)))
_REMOVE = {table.name: Prepared(sa.delete(table).where(own(table), table.c.id.in_(_IDS))) for table in (_people, _groups, _structures)}


class SqlSheets:
    """The sheets of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def read(self) -> WholeDirectory:
        """Every sheet: six queries, whatever the size."""
        mandates: dict[int, list[KnownMandate]] = defaultdict(list)
        for row in self._scope.rows(_ALL_MANDATES):
            mandates[row.person_id].append(KnownMandate(structure_id=row.structure_id, function=row.function))
        members, _ = members_of(self._scope, None)
        groups_of: dict[int, list[int]] = defaultdict(list)
        for group_id, people in sorted(members.items()):
            for person_id in people:
                groups_of[person_id].append(group_id)
        return WholeDirectory(
            people=tuple(_sheet(row, mandates[row.id], groups_of[row.id]) for row in self._scope.rows(_ALL_PEOPLE)),
            structures=tuple(Structure(**row._asdict()) for row in self._scope.rows(_ALL_STRUCTURES)),
            groups=tuple(KnownGroup(id=group.id, name=group.name, aliases=group.aliases) for group in read_groups(self._scope)),
            communes=tuple(insee for insee in commune_names(self._scope) if insee),
        )

    def add_structures(self, structures: Sequence[Structure], *, source: str, by: int | None, now: datetime) -> tuple[int, ...]:
        """Adds them; returns their ids, in order."""
        stamp = {"source": source, "updated_at": now, "updated_by": by}
        ids = tuple(self._scope.add(_ADD_STRUCTURE, **{name: getattr(one, name) for name in _OF_STRUCTURE}, **stamp) for one in structures)
        self._note_change(ids)
        return ids

    def change_structures(self, structures: Sequence[Structure], *, source: str | None, by: int | None, now: datetime) -> None:
        """Rewrites the sheets of those ids."""
        for one in structures:
            values = {f"new_{name}": getattr(one, name) for name in _OF_STRUCTURE}
            self._scope.change(_CHANGE_STRUCTURE, wanted=one.id, new_updated_at=now, new_updated_by=by, **values)
            if source is not None:
                self._scope.change(_FROM_THERE, wanted=one.id, new_source=source)
        self._note_change(structures)

    def add_groups(self, groups: Sequence[Group]) -> tuple[int, ...]:
        """Adds them without members; returns their ids, in order."""
        names = ("name", "kind", "code", "axis", "aliases")
        ids = tuple(self._scope.add(_ADD_GROUP, **{name: getattr(one, name) for name in names}) for one in groups)
        self._note_change(ids)
        return ids

    def add_people(self, people: Sequence[KnownPerson], *, source: str, by: int | None, now: datetime) -> tuple[int, ...]:
        """Adds them with mandates and memberships; returns their ids, in order."""
        stamp = {"source": source, "updated_at": now, "updated_by": by, "visibility": Visibility.TEAM}
        ids = tuple(self._scope.add(_ADD_PERSON, **{**_row(one), **stamp}) for one in people)
        pairs = list(zip(ids, people, strict=True))
        mandates = [_mandate_row(id_, mandate, main=not rank) for id_, one in pairs for rank, mandate in enumerate(one.mandates)]
        self._scope.add_all(_ADD_MANDATE, mandates)
        self._scope.add_all(_ADD_MEMBER, [{"group_id": g, "person_id": id_, "pilot": False} for id_, one in pairs for g in one.group_ids])
        self._note_change(ids)
        return ids

    def change_people(self, people: Sequence[KnownPerson], *, by: int | None, now: datetime) -> None:
        """Rewrites the sheets of those ids, their current mandates and memberships."""
        for one in people:
            values = {f"new_{name}": value for name, value in _row(one).items()}
            self._scope.change(_CHANGE_PERSON, wanted=one.id, new_updated_at=now, new_updated_by=by, **values)
            self._write_mandates(one)
            known = {row.group_id for row in self._scope.rows(_GROUPS_OF, person=one.id)}
            if left := sorted(known - set(one.group_ids)):
                self._scope.change(_LEAVE, person=one.id, ids=left)
            joined = sorted(set(one.group_ids) - known)
            self._scope.add_all(_ADD_MEMBER, [{"group_id": g, "person_id": one.id, "pilot": False} for g in joined])
        self._note_change(people)

    def remove_unused(self, *, people: Sequence[int], structures: Sequence[int], groups: Sequence[int], since: datetime) -> bool:
        """Deletes all of them, unless anything else speaks of one of them. Whether it did."""
        wanted = {"people": set(people), "structures": set(structures), "groups": set(groups)}
        if spoken_of(self._scope, wanted, since=since):
            return False
        for name, statement in _REMOVE.items():
            if wanted[name]:
                self._scope.change(statement, ids=sorted(wanted[name]))
        self._note_change((*people, *structures, *groups))
        return True

    def _write_mandates(self, one: KnownPerson) -> None:
        """The same structure keeps its row, and so the day since when; a mandate that the sheet does not have any more goes."""
        self._scope.change(_NO_MAIN, person=one.id)
        rows = self._scope.rows(_CURRENT, person=one.id)
        taken: dict[int, int] = {}
        for exactly in (True, False):  # first those that did not change
            for rank, mandate in enumerate(one.mandates):
                fits = [r.id for r in rows if r.structure_id == mandate.structure_id and (not exactly or r.function == mandate.function)]
                free = [id_ for id_ in fits if id_ not in taken.values()]
                if rank not in taken and free:
                    taken[rank] = free[0]
        if gone := sorted({row.id for row in rows} - set(taken.values())):
            self._scope.change(_END_MANDATES, ids=gone)
        for rank, mandate in enumerate(one.mandates):
            if rank in taken:
                self._scope.change(_CHANGE_MANDATE, wanted=taken[rank], new_function=mandate.function, new_main=not rank)
            else:
                self._scope.add_all(_ADD_MANDATE, [_mandate_row(one.id, mandate, main=not rank)])

    def _note_change(self, written: Sequence[Any]) -> None:
        if written:
            raise_version(self._scope)


def _sheet(row: Any, mandates: Sequence[KnownMandate], group_ids: Sequence[int]) -> KnownPerson:
    values = row._asdict()
    phones = once((values.pop("phone") or "", *(values.pop("other_phones") or ())))
    emails = once((values.pop("email") or "", *(values.pop("other_emails") or ())))
    return KnownPerson(**values, phones=phones, emails=emails, mandates=tuple(mandates), group_ids=tuple(group_ids))


def _row(one: KnownPerson) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in ("first_name", "last_name", "civility", "doctor", "commune", "note", "source")}
    phone, email = next(iter(one.phones), None), next(iter(one.emails), None)
    return values | {"phone": phone, "other_phones": one.phones[1:], "email": email, "other_emails": one.emails[1:]}


def _mandate_row(person_id: int, mandate: KnownMandate, *, main: bool) -> dict[str, Any]:
    return {"person_id": person_id, "structure_id": mandate.structure_id, "function": mandate.function, "main": main}
