"""How everything that points to one sheet comes to point to another one, in columns and in cards kept as JSON."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.domain.contributions import ContributionSource
from bot.domain.directory import once
from bot.domain.people import Visibility
from storage import tables
from storage.cards_as_json import column_with_person
from storage.tables.base import JsonOf
from storage.trail import Row, Trail

_people, _members, _mandates, _attendance = tables.people, tables.members, tables.mandates, tables.attendance
_bearers = tables.bearers
_hours, _proposals, _provenances = tables.contributions, tables.proposals, tables.provenances
LINKS: tuple[tuple[sa.Table, str], ...] = tuple(
    (table, key)
    for table in tables.metadata.sorted_tables
    for link in table.foreign_key_constraints
    if link.referred_table is _people
    for key in link.column_keys
    if key != "territory_id"
)
"""Every column that points to a person."""
CARDS: tuple[tuple[sa.Table, sa.Column[Any]], ...] = tuple(
    (table, column)
    for table in tables.metadata.sorted_tables
    for column in table.c
    if isinstance(column.type, JsonOf) and "territory_id" in table.c
)
"""Every column that holds a value of the domain as JSON, in which a person may stand."""


_LACKING = ("civility", "commune", "nature", "informed_on", "objected_on", "erasure_asked_on")
_CONTACTS = (("phone", "other_phones"), ("email", "other_emails"))


def both(kept: Row, gone: Row) -> Row:
    """The columns that the sheet which stays takes from the other one: what it lacks, and beside its own every phone, mail and note.

    A contact that it takes is shown to nobody to whom either sheet did not show its own.
    """
    new = {name: gone[name] for name in _LACKING if not kept[name] and gone[name]} | {"doctor": kept["doctor"] or gone["doctor"]}
    new["note"] = "\n".join(once((*(kept["note"] or "").split("\n"), *(gone["note"] or "").split("\n")))) or None
    for main, others in _CONTACTS:
        hers = {value.casefold(): value for value in _contacts(gone, main, others)}
        mine = {value.casefold(): value for value in _contacts(kept, main, others)}
        if set(hers) - set(mine):
            first, *rest = (mine | hers | mine).values()
            new |= {main: first, others: tuple(rest)}
            if gone["visibility"] is Visibility.TEAM:
                new["visibility"] = Visibility.TEAM
    return {name: value for name, value in new.items() if value != kept[name]}


def _contacts(row: Row, main: str, others: str) -> tuple[str, ...]:
    return once((row[main] or "", *(row[others] or ())))


def merge_people(trail: Trail, *, stays: int, goes: int) -> None:
    """Makes everything that pointed to `goes` point to `stays`, then deletes that sheet."""
    _meet_once(trail, stays=stays, goes=goes)
    _join_once(trail, stays=stays, goes=goes)
    _bear_once(trail, stays=stays, goes=goes)
    _one_main_mandate(trail, stays=stays, goes=goes)
    for table in (_proposals, _provenances):
        for row in trail.rows(table, table.c.person_id == goes):
            trail.remove(table, row)
    for row in trail.rows(_proposals, _proposals.c.other_id == goes):
        trail.remove(_proposals, row)
    for table, column in LINKS:
        for row in trail.rows(table, table.c[column] == goes):
            trail.change(table, row, {column: stays})
    for table, card in CARDS:
        for row in trail.rows(table, _may_name(card, goes)):
            trail.change(table, row, {card.name: column_with_person(card, row, goes, stays)}, gentle=True)
    for row in trail.rows(_people, _people.c.id == goes):
        trail.remove(_people, row)


def _may_name(column: sa.ColumnElement[Any], person_id: int) -> sa.ColumnElement[bool]:
    return sa.cast(column, sa.Text).like(f"%{person_id}%")


def _meet_once(trail: Trail, *, stays: int, goes: int) -> None:
    """Where both were listed in a meeting it was one person: her line stays, with the hours derived from it once."""
    there = {row["meeting_id"] for row in trail.rows(_attendance, _attendance.c.person_id == stays)}
    for row in trail.rows(_attendance, _attendance.c.person_id == goes):
        if row["meeting_id"] in there:
            trail.remove(_attendance, row)
    derived = _hours.c.source == ContributionSource.FROM_ATTENDANCE
    counted = {row["meeting_id"] for row in trail.rows(_hours, _hours.c.person_id == stays, derived)}
    for row in trail.rows(_hours, _hours.c.person_id == goes, derived):
        if row["meeting_id"] in counted:
            trail.remove(_hours, row)


def _join_once(trail: Trail, *, stays: int, goes: int) -> None:
    mine = {row["group_id"]: row for row in trail.rows(_members, _members.c.person_id == stays)}
    for row in trail.rows(_members, _members.c.person_id == goes):
        there: Row | None = mine.get(row["group_id"])
        if there is not None:
            trail.remove(_members, row)
            trail.change(_members, there, {"pilot": there["pilot"] or row["pilot"]})


def _bear_once(trail: Trail, *, stays: int, goes: int) -> None:
    mine = {row["action_id"] for row in trail.rows(_bearers, _bearers.c.person_id == stays)}
    for row in trail.rows(_bearers, _bearers.c.person_id == goes):
        if row["action_id"] in mine:
            trail.remove(_bearers, row)


def _one_main_mandate(trail: Trail, *, stays: int, goes: int) -> None:
    """A sheet has one current main mandate: that of the one that stays, else the other's."""
    current = _mandates.c.until.is_(None), _mandates.c.main.is_(sa.true())
    if not trail.rows(_mandates, _mandates.c.person_id == stays, *current):
        return
    for row in trail.rows(_mandates, _mandates.c.person_id == goes, *current):
        trail.change(_mandates, row, {"main": False})
