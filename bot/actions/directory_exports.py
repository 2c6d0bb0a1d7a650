"""How the whole directory is taken out by the chat: asked for by whoever keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.directory import ExportedNoun, ExportedSheet, ExportPart, WholeDirectory
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.ports import OutboxKind, UnitOfWork

_NOUNS = (ExportedNoun.PEOPLE, ExportedNoun.STRUCTURES, ExportedNoun.GROUPS)


def queue_export(work: UnitOfWork, account: Account, parts: Iterable[ExportPart], *, now: datetime) -> None:
    """Queues those files for her chat. Raises NotAllowed."""
    check_may_export(account)
    for part in parts:
        work.deliveries.queue(kind=OutboxKind.DIRECTORY, chat_id=account.chat_id, subject_id=part, entry_id=None, now=now)


def check_may_export(account: Account) -> None:
    """Raises NotAllowed for whoever does not keep the directory."""
    if not may(account.role, Verb.EXPORT_DIRECTORY):
        raise NotAllowed(Verb.EXPORT_DIRECTORY)


def whole_directory(work: UnitOfWork) -> tuple[tuple[ExportedSheet, ...], WholeDirectory]:
    """The directory as rows and as sheets: whoever may export sees every phone and mail (tests/test_visibility.py)."""
    return work.exported(*_NOUNS), work.sheets.read()
