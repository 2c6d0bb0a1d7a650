"""Who may read which sheet of the directory."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.sheet_rights import as_seen
from bot.domain.errors import NoSuchSheet, NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.sheets import PersonSheet, StructureSheet
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def person_sheet(work: UnitOfWork, account: Account, person_id: int) -> PersonSheet:
    """What the directory shows of somebody to that account. Raises NotAllowed, NoSuchSheet."""
    check_may_read(account)
    sheet = work.directory.person_sheet(person_id, reader_id=account.person_id)
    if sheet is None:
        raise NoSuchSheet
    return replace(sheet, person=as_seen(work, account, [sheet.person])[person_id])


def structure_sheet(work: UnitOfWork, account: Account, structure_id: int) -> StructureSheet:
    """A structure with its people. Raises NotAllowed, NoSuchSheet."""
    check_may_read(account)
    sheet = work.directory.structure_sheet(structure_id)
    if sheet is None:
        raise NoSuchSheet
    return sheet


def check_may_read(account: Account) -> None:
    """Raises NotAllowed for whom the directory is not for."""
    if not may(account.role, Verb.READ_DIRECTORY):
        raise NotAllowed(Verb.READ_DIRECTORY)
