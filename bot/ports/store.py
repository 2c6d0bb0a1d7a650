"""The whole database: one unit of work is one transaction over the rows of one territory."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from bot.domain.directory import ExportedNoun, ExportedSheet
from bot.domain.minutes import Minutes
from bot.domain.territory import Account, Territory
from bot.ports.checklist import Checklist
from bot.ports.date_searches import DateSearches
from bot.ports.desks import Deliveries, FrontDesk, Inbox, Outbox
from bot.ports.leads import Leads
from bot.ports.meetings import Contributions, Drafts, Entries, Meetings
from bot.ports.memory import Memory
from bot.ports.papers import Papers
from bot.ports.parked import ParkedPoints
from bot.ports.people import Accounts, Directory, DirectoryImports, Invitations, Journal, Sheets
from bot.ports.plans import Plans, SeriesRows
from bot.ports.reminders import NoticeDesk, Notices, Reminders
from bot.ports.rhythms import Leaves, Rhythms
from bot.ports.sheet_changes import Proposals, SheetCards, SheetChanges
from bot.ports.templates import Templates
from bot.ports.turnout import Turnout
from bot.ports.weeks import Weeks
from bot.ports.writing import Writing


class UnitOfWork(Protocol):
    """One transaction over the rows of one territory; nothing of another territory can be read or written through it."""

    territory: Territory
    drafts: Drafts
    meetings: Meetings
    contributions: Contributions
    entries: Entries
    directory: Directory
    sheets: Sheets
    imports: DirectoryImports
    invitations: Invitations
    journal: Journal
    deliveries: Deliveries
    sheet_cards: SheetCards
    sheet_changes: SheetChanges
    proposals: Proposals
    accounts: Accounts
    reminders: Reminders
    notices: Notices
    papers: Papers
    memory: Memory
    plans: Plans
    series: SeriesRows
    rhythms: Rhythms
    leaves: Leaves
    weeks: Weeks
    parked: ParkedPoints
    leads: Leads
    checklist: Checklist
    turnout: Turnout
    templates: Templates
    date_searches: DateSearches
    writing: Writing

    def minutes(self, meeting_id: int, *, on: date) -> Minutes | None:
        """All that the Word minutes of a held meeting need; `on` is the day they are made."""
        ...

    def exported(self, *nouns: ExportedNoun) -> tuple[ExportedSheet, ...]:
        """Every row of those nouns (of all when none is given) that people care about, with names instead of ids."""
        ...

    def remember_answer(self, update_id: int, answer: str) -> None:
        """Keeps, in the same transaction as the effect of an update, the answer that is still to be said."""
        ...

    def spoke_since(self, telegram_id: int, moment: datetime, *, before: int) -> bool:
        """Whether she said or touched anything after that moment, in an update before that one."""
        ...

    def update_before(self, update_id: int, *, sender_id: int) -> int | None:
        """What the same person sent or tapped just before that update."""
        ...


class Store(Protocol):
    """The database: units of work and the four desks."""

    inbox: Inbox
    outbox: Outbox
    notices: NoticeDesk
    desk: FrontDesk
    waits_for_network: bool

    def purge(self, now: datetime) -> int:
        """Forgets updates that are done and older than a week, and what old imports and templates said; returns how many updates."""
        ...

    def work(self, territory_id: int) -> AbstractContextManager[UnitOfWork]:
        """A writing transaction (committed at the end, rolled back on an exception)."""
        ...

    def work_of(self, telegram_id: int) -> AbstractContextManager[tuple[Account, UnitOfWork] | None]:
        """As `work`, in the territory that this Telegram user joined, with her account; None for a stranger."""
        ...

    def read(self, territory_id: int) -> AbstractContextManager[UnitOfWork]:
        """A reading transaction."""
        ...

    def series_to_extend(self, *, before: date) -> tuple[tuple[int, int], ...]:
        """Series that go on and whose meetings are planned up to no later than that day: (territory id, series id)."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """What this thread writes inside is durable at its end, with one flush for all of it; each transaction stays separate."""
        ...
