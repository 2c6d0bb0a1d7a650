"""Who may change which sheet: coordinators any, a pilot those of her groups' members, everybody her own (docs/decisions/0009-sheets.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.errors import NotAllowed
from bot.domain.people import Person, Visibility
from bot.domain.permissions import Verb, may, may_see_contact
from bot.domain.sheet_changes import SheetChange, SheetDeed
from bot.domain.territory import Account
from bot.ports import UnitOfWork

OF_PILOTS = frozenset({SheetDeed.CHANGE, SheetDeed.LEAVE, SheetDeed.ADD, SheetDeed.INFORM, SheetDeed.CHECK})
OF_ONESELF = frozenset({SheetDeed.CHANGE, SheetDeed.OBJECT, SheetDeed.ASK_ERASURE, SheetDeed.CHECK})


def check_may_change(work: UnitOfWork, account: Account, change: SheetChange) -> None:
    """Raises NotAllowed as soon as it is known that the change is beyond her role; who is not chosen yet is asked first."""
    who, other = change.who, change.other
    own = who is not None and who.id == account.person_id
    if may(account.role, Verb.EDIT_ANY_SHEET) or (own and other is None and change.deed in OF_ONESELF):
        return
    if not may(account.role, Verb.EDIT_OWN_SHEETS):
        raise NotAllowed(Verb.EDIT_OWN_SHEETS)
    if change.deed not in OF_PILOTS or change.visibility is not None:
        raise NotAllowed(Verb.EDIT_ANY_SHEET)
    reach = led_by(work, account.person_id)
    meant = [one.id for one in (who, other) if one is not None and one.id is not None]
    if any(one not in reach for one in meant):
        raise NotAllowed(Verb.EDIT_ANY_SHEET)


def led_by(work: UnitOfWork, person_id: int) -> frozenset[int]:
    """The members of the groups that she pilots."""
    return frozenset(member for group in work.directory.groups_of(person_id) if person_id in group.pilot_ids for member in group.member_ids)


def as_seen(work: UnitOfWork, account: Account, people: Iterable[Person]) -> dict[int, Person]:
    """Those people as she may see them: without phone and mail where they are not for her."""
    reach = led_by(work, account.person_id)
    return {person.id: person if _sees(account, person, reach) else _hidden(person) for person in people}


def as_seen_by_others(work: UnitOfWork, account: Account, people: Iterable[Person]) -> dict[int, Person]:
    """The same for a chat where others read along: a phone or mail for the team alone, or of who objected, goes into none."""
    return {
        id_: person if person.visibility is Visibility.NETWORK and not person.objected else _hidden(person)
        for id_, person in as_seen(work, account, people).items()
    }


def _hidden(person: Person) -> Person:
    return replace(person, phone=None, email=None, hidden=person.hidden or bool(person.phone or person.email))


def _sees(account: Account, person: Person, reach: frozenset[int]) -> bool:
    return may_see_contact(
        account.role,
        visibility=person.visibility,
        objected=person.objected,
        led=person.id in reach,
        own=person.id == account.person_id,
    )
