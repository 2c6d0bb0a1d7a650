"""How the whole directory is taken out by the chat: asked for by whoever keeps it, and only what she may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.actions.sheet_rights import as_seen
from bot.domain.directory import ExportedNoun, ExportedSheet, ExportPart, WholeDirectory
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.ports import OutboxKind, UnitOfWork

_NOUNS = (ExportedNoun.PEOPLE, ExportedNoun.STRUCTURES, ExportedNoun.GROUPS)
_REACH = slice(6, 8)  # the columns of a person's phones and mails


def queue_export(work: UnitOfWork, account: Account, parts: Iterable[ExportPart], *, now: datetime) -> None:
    """Queues those files for her chat. Raises NotAllowed."""
    check_may_export(account)
    for part in parts:
        work.deliveries.queue(kind=OutboxKind.DIRECTORY, chat_id=account.chat_id, subject_id=part, entry_id=None, now=now)


def check_may_export(account: Account) -> None:
    """Raises NotAllowed for whoever does not keep the directory."""
    if not may(account.role, Verb.EXPORT_DIRECTORY):
        raise NotAllowed(Verb.EXPORT_DIRECTORY)


def directory_as_seen(work: UnitOfWork, account: Account) -> tuple[tuple[ExportedSheet, ...], WholeDirectory]:
    """The directory as rows and as sheets, without the phones and mails that are not for her."""
    directory = work.sheets.read()
    sheets = work.exported(*_NOUNS)
    people = work.directory.people([person.id for person in directory.people])
    hidden = {person.id for person in as_seen(work, account, people.values()).values() if person.hidden}
    if not hidden:
        return sheets, directory
    kept = tuple(replace(p, phones=(), emails=()) if p.id in hidden else p for p in directory.people)
    rows = tuple(_without_reach(row) if person.id in hidden else row for person, row in zip(directory.people, sheets[0].rows, strict=True))
    return (replace(sheets[0], rows=rows), *sheets[1:]), replace(directory, people=kept)


def _without_reach(row: tuple[object, ...]) -> tuple[object, ...]:
    return (*row[: _REACH.start], *(None for _ in row[_REACH]), *row[_REACH.stop :])
