"""How groups are stored, with their members and pilots."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain.groups import Group
from storage import tables
from storage.scope import Scope, own

_groups, _members = tables.groups, tables.members
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_COLUMNS = [_groups.c[name] for name in ("id", "name", "kind", "code", "axis", "aliases")]
_ALL = sa.select(*_COLUMNS).where(own(_groups))
_SOME = _ALL.where(_groups.c.id.in_(_IDS))
_MEMBERS = sa.select(_members.c.group_id, _members.c.person_id, _members.c.pilot).where(own(_members)).order_by(_members.c.person_id)
_SOME_MEMBERS = _MEMBERS.where(_members.c.group_id.in_(_IDS))
_IDS_OF_PERSON = sa.select(_members.c.group_id).where(own(_members), _members.c.person_id == sa.bindparam("person"))
_RAISE = (
    sa.update(_members)
    .where(own(_members), _members.c.person_id == sa.bindparam("person"), _members.c.group_id == sa.bindparam("group"))
    .values(pilot=True)
)
_JOIN = _members.insert()


def read_groups(scope: Scope, ids: Iterable[int] | None = None) -> tuple[Group, ...]:
    """Those groups (all when None), by name; pilots are members too."""
    wanted = None if ids is None else sorted(set(ids))
    if wanted == []:
        return ()
    rows = scope.run(_ALL) if wanted is None else scope.run(_SOME, ids=wanted)
    members, pilots = members_of(scope, wanted)
    found = [Group(**row._asdict(), pilot_ids=tuple(pilots[row.id]), member_ids=tuple(members[row.id])) for row in rows]
    return tuple(sorted(found, key=lambda group: _order(group.name)))


def members_of(scope: Scope, ids: Sequence[int] | None) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Members and pilots of those groups (all when None), by group."""
    members: dict[int, list[int]] = defaultdict(list)
    pilots: dict[int, list[int]] = defaultdict(list)
    for group_id, person_id, pilot in scope.run(_MEMBERS) if ids is None else scope.run(_SOME_MEMBERS, ids=ids):
        members[group_id].append(person_id)
        if pilot:
            pilots[group_id].append(person_id)
    return members, pilots


def groups_of_person(scope: Scope, person_id: int) -> tuple[Group, ...]:
    """The groups that she pilots or belongs to, piloted first, then by name."""
    found = read_groups(scope, scope.run(_IDS_OF_PERSON, person=person_id).scalars().all())
    return tuple(sorted(found, key=lambda group: person_id not in group.pilot_ids))


def make_pilot(scope: Scope, person_id: int, group_ids: Sequence[int]) -> None:
    """Makes her a member and pilot of these groups; the database refuses those of another territory."""
    for group_id in dict.fromkeys(group_ids):
        if scope.run(_RAISE, person=person_id, group=group_id).rowcount == 0:
            scope.add(_JOIN, group_id=group_id, person_id=person_id, pilot=True)


def _order(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
