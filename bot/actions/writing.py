"""How a coordinator chooses the wording of her territory's documents: kept at once, for the documents that are made from then on."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.domain.writing import SetWriting, WritingStyle
from bot.ports import UnitOfWork


def chosen_writing(work: UnitOfWork, account: Account) -> WritingStyle:
    """What the territory chose. Raises NotAllowed."""
    if not may(account.role, Verb.SET_WRITING):
        raise NotAllowed(Verb.SET_WRITING)
    return work.writing.get()


def set_writing(work: UnitOfWork, account: Account, said: SetWriting, *, now: datetime) -> WritingStyle:
    """The style with what she said. Raises NotAllowed."""
    before = chosen_writing(work, account)
    after = WritingStyle(inclusive=said.inclusive or before.inclusive, names=said.names or before.names)
    if after != before:
        work.writing.save(after)
        detail = f"{after.inclusive.name}, {after.names.name}"
        work.journal.note(account_id=account.id, verb="set", noun="writing", noun_id=None, now=now, detail=detail)
    return after
