"""What ✅ writes for each kind of change of the directory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from bot.domain.people import Person
from bot.domain.sheet_changes import Meant, Proposal, ProposalKind, ProposalState, Sheet, SheetCard, SheetChange, SheetDeed, SheetView
from bot.domain.territory import Account
from bot.french.names import proper_name
from bot.ports import UnitOfWork

SAID = "conversation"  # where a datum comes from: it was said here
Stamp = dict[str, Any]


def apply(work: UnitOfWork, account: Account, card: SheetCard, *, view: SheetView, now: datetime) -> int | None:
    """Writes what the card changes; returns the id of the person (or structure) that it is about. `now` is UTC."""
    stamp = {"source": SAID, "by": account.person_id, "now": now}
    today = now.astimezone(work.territory.timezone).date()
    subject = _DEEDS[card.change.deed](work, card.change, view, stamp, today)
    if card.change.deed is SheetDeed.ASK_ERASURE:
        _tell_coordinators(work, card, subject, today)
    return subject


def _change(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    assert view.who is not None
    return _rewrite(work, view.who, change, stamp, today)


def _rewrite(work: UnitOfWork, sheet: Sheet, change: SheetChange, stamp: Stamp, today: date) -> int:
    """Her sheet with what was said; another structure or function is another mandate."""
    person = sheet.person
    values: dict[str, object] = {n: v for n in ("phone", "email", "commune", "visibility") if (v := getattr(change, n))}
    if change.name:
        values |= dict(zip(("first_name", "last_name"), renamed(person, change.name), strict=True))
    if values:
        work.sheet_changes.write_person(person.id, values, **stamp)
    if change.where is not None or change.function:
        structure_id = _structure(work, change.where, stamp) if change.where is not None else person.structure_id
        _new_mandate(work, person.id, structure_id, change.function or person.function, since=change.day or today, stamp=stamp)
    return person.id


def renamed(person: Person, name: str) -> tuple[str, str]:
    """First and last name: one word is a new last name, else the first name stays if the words begin with it."""
    words = proper_name(name)
    if " " not in words:
        return person.first_name, words
    if words.casefold().startswith(f"{person.first_name.casefold()} "):
        return person.first_name, words[len(person.first_name) + 1 :]
    first, _, last = words.partition(" ")
    return first, last


def _new_mandate(work: UnitOfWork, person_id: int, structure_id: int | None, function: str | None, *, since: date, stamp: Stamp) -> None:
    work.sheet_changes.end_mandates(person_id, until=since, main_only=True)
    work.sheet_changes.begin_mandate(person_id, structure_id=structure_id, function=function, since=since, **stamp)


def _structure(work: UnitOfWork, where: Meant, stamp: Stamp) -> int:
    if where.id is not None:
        return where.id
    return work.sheet_changes.add_structure(name=where.said[:1].upper() + where.said[1:], **stamp)


def _leave(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    """Her mandate ends; who comes in her place takes her function, her groups and what she pilots."""
    assert view.who is not None
    left = view.who.person
    since = change.day or today
    work.sheet_changes.end_mandates(left.id, until=since, main_only=False)
    comes = _somebody(work, change.other, change, stamp) if change.other is not None else None
    if comes is not None:
        structure_id = _structure(work, change.where, stamp) if change.where is not None else left.structure_id
        _new_mandate(work, comes, structure_id, change.function or left.function, since=since, stamp=stamp)
    work.sheet_changes.hand_over_groups(left.id, to=comes)
    return left.id


def _somebody(work: UnitOfWork, meant: Meant, change: SheetChange, stamp: Stamp) -> int:
    if meant.id is not None:
        return meant.id
    return work.sheet_changes.add_person(name=proper_name(meant.said), civility=change.civility, doctor=change.doctor, **stamp)


def _add(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    """A new sheet; one that is there already takes what was said."""
    assert change.who is not None
    if view.who is not None:
        return _rewrite(work, view.who, change, stamp, today)
    person_id = _somebody(work, change.who, change, stamp)
    values: dict[str, object] = {n: v for n in ("phone", "email", "commune") if (v := getattr(change, n))}
    if values:
        work.sheet_changes.write_person(person_id, values, **stamp)
    structure_id = _structure(work, change.where, stamp) if change.where is not None else None
    work.sheet_changes.begin_mandate(person_id, structure_id=structure_id, function=change.function, since=change.day or today, **stamp)
    return person_id


def _merge(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    assert change.who is not None
    assert change.other is not None
    pair = (change.who.id, change.other.id)
    stays = change.stays if change.stays in pair else None
    goes = next((one for one in pair if one != stays), None)
    assert stays is not None
    assert goes is not None
    work.sheet_changes.merge(stays=stays, goes=goes, **stamp)
    return stays


def _structure_change(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    assert view.structure is not None
    values: dict[str, object] = {n: v for n in ("phone", "email", "commune", "name") if (v := getattr(change, n))}
    if change.neighbourhoods or change.outside:
        values["neighbourhood"] = _neighbourhood(work, change)
    work.sheet_changes.write_structure(view.structure.id, values, **stamp)
    return view.structure.id


def _neighbourhood(work: UnitOfWork, change: SheetChange) -> str | None:
    """The QPV that is told, put on the list; None: in none any more."""
    if change.outside:
        return None
    for one in change.neighbourhoods:
        work.sheet_changes.keep_neighbourhood(one)
    return change.neighbourhoods[0].name


def _place_change(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    assert change.place is not None
    assert change.place.id is not None
    work.sheet_changes.write_place(change.place.id, _neighbourhood(work, change))
    return change.place.id


def _list_neighbourhoods(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
    for one in change.neighbourhoods:
        if change.outside:
            work.sheet_changes.drop_neighbourhood(one.name)
        else:
            work.sheet_changes.keep_neighbourhood(one)
    return None


def _dated(column: str) -> Callable[[UnitOfWork, SheetChange, SheetView, Stamp, date], int | None]:
    """A deed that only notes when it was done."""

    def note(work: UnitOfWork, change: SheetChange, view: SheetView, stamp: Stamp, today: date) -> int | None:
        assert view.who is not None
        work.sheet_changes.write_person(view.who.person.id, {column: change.day or today}, **stamp)
        return view.who.person.id

    return note


def _tell_coordinators(work: UnitOfWork, card: SheetCard, person_id: int | None, today: date) -> None:
    """She asks to be erased: her coordinators find it in /annuaire, each time that she asks, even after « garder la fiche »."""
    if all(waiting.person_id != person_id for waiting in work.proposals.open_ones(ProposalKind.ASKED)):
        asked = Proposal(id=0, kind=ProposalKind.ASKED, state=ProposalState.OPEN, person_id=person_id, proposed_on=today)
        work.proposals.offer(asked, key=f"card {card.id}")


_DEEDS: dict[SheetDeed, Callable[[UnitOfWork, SheetChange, SheetView, Stamp, date], int | None]] = {
    SheetDeed.CHANGE: _change,
    SheetDeed.LEAVE: _leave,
    SheetDeed.ADD: _add,
    SheetDeed.MERGE: _merge,
    SheetDeed.STRUCTURE: _structure_change,
    SheetDeed.PLACE: _place_change,
    SheetDeed.NEIGHBOURHOODS: _list_neighbourhoods,
    SheetDeed.INFORM: _dated("informed_on"),
    SheetDeed.OBJECT: _dated("objected_on"),
    SheetDeed.CHECK: _dated("checked_on"),
    SheetDeed.ASK_ERASURE: _dated("erasure_asked_on"),
}
