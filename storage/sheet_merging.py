"""How everything that points to one sheet comes to point to another one, in columns and in cards kept as JSON."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.domain.contributions import ContributionSource
from bot.domain.directory import once
from bot.domain.people import Visibility
from bot.domain.sheet_changes import ProposalKind
from storage import tables
from storage.cards_as_json import column_with_person
from storage.tables.base import JsonOf
from storage.trail import Row, Trail

_people, _members, _mandates, _attendance = tables.people, tables.members, tables.mandates, tables.attendance
_bearers, _turnout = tables.bearers, tables.turnout
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


_WHO_TOLD = ("updated_by", "said_by")  # of sheets of others too: told anew since, they hinder no ↩︎
_LACKING = ("civility", "commune", "nature", "informed_on", "objected_on", "erasure_asked_on")
_CONTACTS = (("phone", "other_phones"), ("email", "other_emails"))


def both(kept: Row, gone: Row) -> Row:
    """The columns that the sheet which stays takes from the other one: what it lacks, and beside its own every phone, mail and note.

    A contact that it takes is shown to nobody to whom either sheet did not show its own.
    """
    new = {name: gone[name] for name in _LACKING if not kept[name] and gone[name]} | {"doctor": kept["doctor"] or gone["doctor"]}
    mine, hers = kept["note"] or "", gone["note"] or ""
    if added := [line for line in once(hers.split("\n")) if line not in mine.split("\n")]:
        new["note"] = "\n".join([mine, *added] if mine else added)
    for main, others in _CONTACTS:
        here = {value.casefold(): value for value in _contacts(kept, main, others)}
        there = {value.casefold(): value for value in _contacts(gone, main, others)}
        if there.keys() - here.keys():
            first, *rest = (here | there | here).values()
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
    _tell_once(trail, stays=stays, goes=goes)
    _one_main_mandate(trail, stays=stays, goes=goes)
    for row in trail.rows(_provenances, _provenances.c.person_id == goes):
        trail.remove(_provenances, row)
    for row in trail.rows(_proposals, sa.or_(_proposals.c.person_id == goes, _proposals.c.other_id == goes)):
        if row["kind"] is not ProposalKind.ASKED:  # that she asked to be erased holds for the sheet that stays
            trail.remove(_proposals, row)
    for table, column in LINKS:
        for row in trail.rows(table, table.c[column] == goes):
            trail.change(table, row, {column: stays}, gentle=column in _WHO_TOLD)
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


def _tell_once(trail: Trail, *, stays: int, goes: int) -> None:
    """Where one message told of both that they come or do not, it told of her once: what it told last of her."""
    mine = {(row["meeting_id"], row["update_id"]): row for row in trail.rows(_turnout, _turnout.c.person_id == stays)}
    for row in trail.rows(_turnout, _turnout.c.person_id == goes):
        there: Row | None = mine.get((row["meeting_id"], row["update_id"]))
        if there is not None:
            trail.remove(_turnout, there if there["id"] < row["id"] else row)


def _one_main_mandate(trail: Trail, *, stays: int, goes: int) -> None:
    """A sheet has one current main mandate: that of the one that stays, with what the other's adds to it; each mandate stands once."""
    mine = {row["id"]: row for row in trail.rows(_mandates, _mandates.c.person_id == stays, _mandates.c.until.is_(None))}
    for row in trail.rows(_mandates, _mandates.c.person_id == goes, _mandates.c.until.is_(None)):
        main = row["main"] and not any(one["main"] for one in mine.values())
        same = next((one for one in mine.values() if _agree(one, row)), None)
        if same is None:
            trail.change(_mandates, row, {"main": main})
            continue
        trail.remove(_mandates, row)
        new = {name: same[name] or row[name] for name in ("structure_id", "function")}
        new |= {"since": min(filter(None, (same["since"], row["since"])), default=None), "main": same["main"] or main}
        trail.change(_mandates, same, new)
        mine[same["id"]] = {**same, **new}


def _agree(one: Row, other: Row) -> bool:
    """The same function in the same structure; of two main ones, what one of them does not tell makes no difference."""
    told = [(one["structure_id"], other["structure_id"]), tuple((row["function"] or "").casefold() or None for row in (one, other))]
    return all(a == b or (one["main"] and other["main"] and None in (a, b)) for a, b in told)
