"""Whether anything in a territory speaks of some people, structures or groups: rows that point to them, and cards that name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.drafts import DraftState
from bot.domain.plans import PlanState
from bot.domain.reminders import ReminderState
from bot.domain.rhythms import LeaveState
from bot.domain.sheet_changes import SheetChange
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.tables.base import Moment, PeopleIds

_t = tables
_SINCE: sa.BindParameter[Any] = sa.bindparam("since", type_=Moment)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_POINTING: dict[str, tuple[sa.Column[Any], ...]] = {
    "people": (
        _t.attendance.c.person_id,
        _t.contributions.c.person_id,
        _t.meetings.c.author_id,
        _t.bearers.c.person_id,
        _t.accounts.c.person_id,
        _t.invitations.c.person_id,
        _t.people.c.updated_by,
        _t.structures.c.updated_by,
        _t.provenances.c.said_by,
        _t.leaves.c.stand_in_id,
        _t.turnout.c.person_id,
        _t.date_answers.c.person_id,
    ),
    "structures": (
        _t.attendance.c.structure_id,
        _t.contributions.c.structure_id,
        _t.bearers.c.structure_id,
        _t.turnout.c.structure_id,
    ),
    "groups": (
        _t.meetings.c.group_id,
        _t.contributions.c.group_id,
        _t.invited_groups.c.group_id,
        _t.reminders.c.group_id,
        _t.series.c.group_id,
        _t.templates.c.group_id,
        _t.parked_points.c.group_id,
        _t.date_searches.c.group_id,
    ),
}
_USES = {
    (noun, str(column)): Prepared(sa.select(sa.literal_column("1").label("used")).where(own(column.table), column.in_(_IDS)).limit(1))
    for noun, columns in _POINTING.items()
    for column in columns
}
_MANDATED = Prepared(
    sa.select(_t.mandates.c.person_id, _t.mandates.c.structure_id).where(own(_t.mandates), _t.mandates.c.structure_id.in_(_IDS))
)
_MEMBERS = Prepared(sa.select(_t.members.c.person_id, _t.members.c.pilot).where(own(_t.members), _t.members.c.group_id.in_(_IDS)))
_COUNTED = Prepared(
    sa.select(sa.literal_column("1").label("used"))
    .where(own(_t.decision_counters), own(_t.groups), _t.groups.c.id.in_(_IDS), _t.decision_counters.c.code == _t.groups.c.code)
    .limit(1)
)
_CARDS = Prepared(
    sa.select(sa.cast(_t.drafts.c.content, sa.Text).label("content")).where(
        own(_t.drafts), _t.drafts.c.state != DraftState.DROPPED, _t.drafts.c.touched_at >= _SINCE
    )
)
_NOT_OVER = {
    "reminders": _t.reminders.c.state.in_((ReminderState.PROPOSED, ReminderState.ACTIVE)),
    "leaves": _t.leaves.c.state != LeaveState.DROPPED,
}


def _listing(column: sa.Column[Any]) -> Prepared:
    """What a column that lists ids holds, of cards touched since; of each row whether the ids are those of structures."""
    table = column.table
    structures = table.c.get("candidates_are_structures", sa.false())
    recent = [table.c.touched_at >= _SINCE, _NOT_OVER[table.name]] if "touched_at" in table.c else []
    return Prepared(
        sa.select(column.label("ids"), structures.label("structures")).where(own(table), sa.cast(column, sa.Text) != "[]", *recent)
    )


_LISTS = {
    str(column): _listing(column)
    for table in _t.metadata.sorted_tables
    for column in table.c
    if isinstance(column.type, PeopleIds) or column is _t.reminders.c.group_candidates
}
_PLANS = Prepared(
    sa.select(sa.cast(_t.plans.c.content, sa.Text).label("content")).where(
        own(_t.plans), _t.plans.c.state == PlanState.PROPOSED, _t.plans.c.touched_at >= _SINCE
    )
)
_CHANGES = Prepared(
    sa.select(_t.sheet_cards.c.change).where(
        own(_t.sheet_cards), _t.sheet_cards.c.state == DraftState.OPEN, _t.sheet_cards.c.touched_at >= _SINCE
    )
)
_NAMED = re.compile(r'"(person|structure|group)_id":(\d+)')
_CANDIDATES = re.compile(r'"(person_|group_)?candidates":\[([\d,]+)\]')
_CANDIDATE_NOUNS = {"": ("people", "structures"), "person_": ("people",), "group_": ("groups",)}
_NOUNS = {"person": "people", "structure": "structures", "group": "groups"}


def spoken_of(scope: Scope, wanted: Mapping[str, set[int]], *, since: datetime) -> bool:
    """Whether a row, or a card or reminder touched from that moment on, speaks of one of them (ids under people, structures, groups).

    Cards and reminders that were given up do not count.
    """
    for (noun, _), use in _USES.items():
        if wanted[noun] and scope.rows(use, ids=sorted(wanted[noun])):
            return True
    structures, groups = sorted(wanted["structures"]), sorted(wanted["groups"])
    if structures and any(row.person_id not in wanted["people"] for row in scope.rows(_MANDATED, ids=structures)):
        return True
    if groups and (scope.rows(_COUNTED, ids=groups) or any(r.person_id not in wanted["people"] for r in scope.rows(_MEMBERS, ids=groups))):
        return True
    return (
        any(_names_one(row.content, wanted) for row in scope.rows(_CARDS, since=since))
        or any(_names_one(row.content, wanted) for row in scope.rows(_PLANS, since=since))
        or any(_lists(scope, name, wanted, since=since) for name in _LISTS)
        or any(_changes(row.change, wanted) for row in scope.rows(_CHANGES, since=since))
    )


def _lists(scope: Scope, name: str, wanted: Mapping[str, set[int]], *, since: datetime) -> bool:
    noun, statement = "groups" if name == str(_t.reminders.c.group_candidates) else "people", _LISTS[name]
    rows = scope.rows(statement, **({"since": since} if "since" in statement.parameters() else {}))
    return any(not wanted["structures" if row.structures else noun].isdisjoint(row.ids) for row in rows)


def _changes(change: SheetChange, wanted: Mapping[str, set[int]]) -> bool:
    meant = (("people", change.who), ("people", change.other), ("structures", change.where))
    return any(one is not None and not wanted[noun].isdisjoint((one.id, *one.ids)) for noun, one in meant)


def _names_one(content: str, wanted: Mapping[str, set[int]]) -> bool:
    if any(int(id_) in wanted[_NOUNS[noun]] for noun, id_ in _NAMED.findall(content)):
        return True
    listed = [(noun, ids) for kind, ids in _CANDIDATES.findall(content) for noun in _CANDIDATE_NOUNS[kind]]
    return any(int(id_) in wanted[noun] for noun, ids in listed for id_ in ids.split(","))
