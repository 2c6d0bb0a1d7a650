"""How groups are stored, with their members and pilots."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain.groups import Group, GroupKind
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_groups, _members = tables.groups, tables.members
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_COLUMNS = [_groups.c[name] for name in ("id", "name", "kind", "code", "axis", "aliases")]
_select = sa.select(*_COLUMNS).where(own(_groups))
_ALL, _SOME = Prepared(_select), Prepared(_select.where(_groups.c.id.in_(_IDS)))
_select_members = sa.select(_members.c.group_id, _members.c.person_id, _members.c.pilot).where(own(_members))
_MEMBERS, _SOME_MEMBERS = Prepared(_select_members), Prepared(_select_members.where(_members.c.group_id.in_(_IDS)))
_IDS_OF_PERSON = Prepared(sa.select(_members.c.group_id).where(own(_members), _members.c.person_id == sa.bindparam("person")))
_RAISE = Prepared(
    sa.update(_members)
    .where(own(_members), _members.c.person_id == sa.bindparam("person"), _members.c.group_id == sa.bindparam("group"))
    .values(pilot=True)
)
_GROUP: sa.BindParameter[Any] = sa.bindparam("group")
_CODE: sa.BindParameter[Any] = sa.bindparam("code", type_=sa.Text)
_CARD: sa.BindParameter[Any] = sa.bindparam("card")
_t, _drafts, _entries = tables, tables.drafts, tables.entries


def _names_it(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Whether a card or a meeting kept as compact JSON names the group."""
    told = sa.cast(column, sa.Text)
    wanted = sa.literal('%"group_id":') + sa.cast(_GROUP, sa.Text)
    return sa.or_(told.like(wanted + ",%"), told.like(wanted + "}%"))


_USES = {
    table.name: Prepared(sa.select(sa.literal_column("1").label("used")).where(own(table), condition).limit(1))
    for table, condition in (
        (_t.meetings, _t.meetings.c.group_id == _GROUP),
        (_t.contributions, _t.contributions.c.group_id == _GROUP),
        (_t.invited_groups, _t.invited_groups.c.group_id == _GROUP),
        (_t.reminders, _t.reminders.c.group_id == _GROUP),
        (_t.series, _t.series.c.group_id == _GROUP),
        (_t.templates, _t.templates.c.group_id == _GROUP),
        (_t.parked_points, _t.parked_points.c.group_id == _GROUP),
        (_t.date_searches, _t.date_searches.c.group_id == _GROUP),
        (_t.decision_counters, _t.decision_counters.c.code == _CODE),
        (_drafts, sa.and_(_drafts.c.id != _CARD, sa.or_(_names_it(_drafts.c.content), _names_it(_drafts.c.before)))),
        (_entries, _names_it(_entries.c.before)),
    )
}
_REMOVE = Prepared(sa.delete(_groups).where(own(_groups), _groups.c.id == _GROUP))
_ADD = insert_into(_groups)
_JOIN = insert_into(_members, returning=False)


def read_groups(scope: Scope, ids: Iterable[int] | None = None) -> tuple[Group, ...]:
    """Those groups (all when None), by name; pilots are members too."""
    wanted = None if ids is None else sorted(set(ids))
    if wanted == []:
        return ()
    rows = scope.rows(_ALL) if wanted is None else scope.rows(_SOME, ids=wanted)
    members, pilots = members_of(scope, wanted)
    found = [Group(**row._asdict(), pilot_ids=tuple(pilots[row.id]), member_ids=tuple(members[row.id])) for row in rows]
    return tuple(sorted(found, key=lambda group: _order(group.name)))


def members_of(scope: Scope, ids: Sequence[int] | None) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Members and pilots of those groups (all when None), by group."""
    members: dict[int, list[int]] = defaultdict(list)
    pilots: dict[int, list[int]] = defaultdict(list)
    for group_id, person_id, pilot in sorted(scope.rows(_MEMBERS) if ids is None else scope.rows(_SOME_MEMBERS, ids=ids)):
        members[group_id].append(person_id)
        if pilot:
            pilots[group_id].append(person_id)
    return members, pilots


def groups_of_person(scope: Scope, person_id: int) -> tuple[Group, ...]:
    """The groups that she pilots or belongs to, piloted first, then by name."""
    found = read_groups(scope, [row.group_id for row in scope.rows(_IDS_OF_PERSON, person=person_id)])
    return tuple(sorted(found, key=lambda group: person_id not in group.pilot_ids))


def add_group(scope: Scope, *, name: str, kind: GroupKind, code: str, member_id: int) -> Group:
    """A new group with one member, who is not its pilot."""
    group_id = scope.add(_ADD, name=name, kind=kind, code=code, axis=None, aliases=())
    scope.add_all(_JOIN, [{"group_id": group_id, "person_id": member_id, "pilot": False}])
    return Group(id=group_id, name=name, kind=kind, code=code, member_ids=(member_id,))


def remove_unused_group(scope: Scope, group: Group, *, besides: int) -> bool:
    """Deletes it when no meeting, hours, invitation, number of a decision, nor any card but that one speaks of it; whether it did."""
    values = {"group": group.id, "code": group.code, "card": besides}
    for use in _USES.values():
        if scope.rows(use, **{name: value for name, value in values.items() if name in use.parameters()}):
            return False
    return scope.change(_REMOVE, group=group.id) == 1


def make_pilot(scope: Scope, person_id: int, group_ids: Sequence[int]) -> None:
    """Makes her a member and pilot of these groups; the database refuses those of another territory."""
    for group_id in dict.fromkeys(group_ids):
        if scope.change(_RAISE, person=person_id, group=group_id) == 0:
            scope.add_all(_JOIN, [{"group_id": group_id, "person_id": person_id, "pilot": True}])


def _order(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
