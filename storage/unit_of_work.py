"""The database as the rest of Maillon sees it: units of work over one territory, and the four desks beside them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime

import sqlalchemy as sa

from bot import ports
from bot.domain.directory import ExportedNoun, ExportedSheet
from bot.domain.minutes import Minutes
from bot.domain.territory import Account, Territory
from storage import tables
from storage.accounts import SqlAccounts, SqlFrontDesk, account_of_telegram
from storage.bulk import Bulk
from storage.checklist import SqlChecklist
from storage.contributions import SqlContributions
from storage.date_searches import SqlDateSearches
from storage.directory import SqlDirectory
from storage.directory_imports import SqlDirectoryImports, forget_old_imports
from storage.drafts import SqlDrafts
from storage.engine import Engines, SqliteEngines
from storage.entries import SqlEntries
from storage.inbox import SqlInbox, remember_answer, spoke_since, update_before
from storage.invitations import SqlInvitations
from storage.journal import SqlJournal
from storage.leads import SqlLeads
from storage.meetings import SqlMeetings
from storage.notice_desk import SqlNoticeDesk
from storage.notices import SqlNotices
from storage.outbox import SqlDeliveries, SqlOutbox
from storage.parked import SqlParkedPoints
from storage.plans import SqlPlans
from storage.proposals import SqlProposals
from storage.queries.exports import exported_sheets
from storage.queries.memory import SqlMemory
from storage.queries.minutes import minutes_of
from storage.queries.papers import SqlPapers
from storage.queries.weeks import SqlWeeks
from storage.reminders import SqlReminders
from storage.rhythms import SqlLeaves, SqlRhythms
from storage.scope import Scope
from storage.series import SqlSeries, series_to_extend
from storage.sheet_cards import SqlSheetCards
from storage.sheet_changes import SqlSheetChanges
from storage.sheets import SqlSheets
from storage.statements import Prepared, Session
from storage.templates import SqlTemplates, forget_old_templates
from storage.turnout import SqlTurnout
from storage.writing import SqlWriting

_TERRITORY = Prepared(
    sa.select(*[tables.territories.c[name] for name in ("id", "name", "organism", "zone")]).where(
        tables.territories.c.id == sa.bindparam("wanted")
    )
)


class NoSuchTerritory(LookupError):
    """No territory bears that id."""


class SqlUnitOfWork:
    """One transaction over the rows of one territory."""

    def __init__(self, connection: sa.Connection, territory: Territory) -> None:
        scope = Scope(connection, territory.id)
        self._scope = scope
        self.territory: Territory = territory
        self.drafts: ports.Drafts = SqlDrafts(scope)
        self.meetings: ports.Meetings = SqlMeetings(scope)
        self.contributions: ports.Contributions = SqlContributions(scope)
        self.entries: ports.Entries = SqlEntries(scope)
        self.directory: ports.Directory = SqlDirectory(scope)
        self.sheets: ports.Sheets = SqlSheets(scope)
        self.imports: ports.DirectoryImports = SqlDirectoryImports(scope)
        self.invitations: ports.Invitations = SqlInvitations(scope)
        self.journal: ports.Journal = SqlJournal(scope)
        self.deliveries: ports.Deliveries = SqlDeliveries(scope)
        self.sheet_cards: ports.SheetCards = SqlSheetCards(scope)
        self.sheet_changes: ports.SheetChanges = SqlSheetChanges(scope, territory)
        self.proposals: ports.Proposals = SqlProposals(scope)
        self.accounts: ports.Accounts = SqlAccounts(scope)
        self.reminders: ports.Reminders = SqlReminders(scope)
        self.notices: ports.Notices = SqlNotices(scope)
        self.papers: ports.Papers = SqlPapers(scope, territory)
        self.memory: ports.Memory = SqlMemory(scope)
        self.plans: ports.Plans = SqlPlans(scope)
        self.series: ports.SeriesRows = SqlSeries(scope)
        self.rhythms: ports.Rhythms = SqlRhythms(scope)
        self.leaves: ports.Leaves = SqlLeaves(scope)
        self.weeks: ports.Weeks = SqlWeeks(scope)
        self.parked: ports.ParkedPoints = SqlParkedPoints(scope)
        self.leads: ports.Leads = SqlLeads(scope)
        self.checklist: ports.Checklist = SqlChecklist(scope)
        self.turnout: ports.Turnout = SqlTurnout(scope)
        self.date_searches: ports.DateSearches = SqlDateSearches(scope)
        self.templates: ports.Templates = SqlTemplates(scope)
        self.writing: ports.Writing = SqlWriting(scope)

    def minutes(self, meeting_id: int, *, on: date) -> Minutes | None:
        """All that the Word minutes of a held meeting need; `on` is the day they are made."""
        return minutes_of(self._scope, self.territory, meeting_id, on=on)

    def exported(self, *nouns: ExportedNoun) -> tuple[ExportedSheet, ...]:
        """Every row of those nouns (of all when none is given), with names instead of ids."""
        return exported_sheets(self._scope, nouns or tuple(ExportedNoun))

    def remember_answer(self, update_id: int, answer: str) -> None:
        """Keeps, with the effect of an update, the answer that is still to be said."""
        remember_answer(self._scope, update_id, answer)

    def spoke_since(self, telegram_id: int, moment: datetime, *, before: int) -> bool:
        """Whether she said or touched anything after that moment, in an update before that one."""
        return spoke_since(self._scope, telegram_id, moment, before=before)

    def update_before(self, update_id: int, *, sender_id: int) -> int | None:
        """What the same person sent or tapped just before that update."""
        return update_before(self._scope, update_id, sender_id=sender_id)


class SqlStore:
    """The database; safe to use from several threads at once, but a thread must not open a `work` inside another."""

    def __init__(self, engines: Engines) -> None:
        self.engines = engines
        self.waits_for_network = not isinstance(engines, SqliteEngines)
        self._inbox = SqlInbox(engines)
        self.inbox: ports.Inbox = self._inbox
        self.outbox: ports.Outbox = SqlOutbox(engines)
        self.notices: ports.NoticeDesk = SqlNoticeDesk(engines)
        self.desk: ports.FrontDesk = SqlFrontDesk(engines)
        self._territories: dict[int, Territory] = {}

    @contextmanager
    def work(self, territory_id: int) -> Iterator[ports.UnitOfWork]:
        """A writing transaction (committed at the end, rolled back on an exception). Raises NoSuchTerritory, StoreBusy."""
        with self.engines.write() as connection:
            yield SqlUnitOfWork(connection, self._territory(connection, territory_id))

    @contextmanager
    def work_of(self, telegram_id: int) -> Iterator[tuple[Account, ports.UnitOfWork] | None]:
        """As `work`, in the territory that this Telegram user joined, with her account; None for a stranger. Raises StoreBusy."""
        with self.engines.write() as connection:
            account = account_of_telegram(connection, telegram_id)
            if account is None:
                yield None
            else:
                yield account, SqlUnitOfWork(connection, self._territory(connection, account.territory_id))

    @contextmanager
    def read(self, territory_id: int) -> Iterator[ports.UnitOfWork]:
        """A reading transaction; writing through it is refused by the database. Raises NoSuchTerritory."""
        with self.engines.read() as connection:
            yield SqlUnitOfWork(connection, self._territory(connection, territory_id))

    @contextmanager
    def bulk(self, territory_id: int, *, now: datetime, source: str) -> Iterator[Bulk]:
        """Many rows at once in one writing transaction; see Bulk. Raises NoSuchTerritory, StoreBusy."""
        with self.engines.write() as connection:
            bulk = Bulk(Scope(connection, self._territory(connection, territory_id).id), now=now, source=source)
            yield bulk
            bulk.finish()

    def series_to_extend(self, *, before: date) -> tuple[tuple[int, int], ...]:
        """Series that go on and whose meetings are planned up to no later than that day: (territory id, series id)."""
        with self.engines.read() as connection:
            return series_to_extend(Session(connection), before=before)

    def together(self) -> AbstractContextManager[None]:
        """What this thread writes inside is durable at its end, with one flush for all of it."""
        return self.engines.together()

    def _territory(self, connection: sa.Connection, territory_id: int) -> Territory:
        known = self._territories.get(territory_id)
        if known is not None:
            return known
        row = Session(connection).one(_TERRITORY, wanted=territory_id)
        if row is None:
            raise NoSuchTerritory(territory_id)
        territory = Territory(**row._asdict())
        self._territories[territory_id] = territory
        return territory

    def integrity(self) -> tuple[str, ...]:
        """What is damaged, in the words of the database; empty when all is well (PostgreSQL checks its own pages)."""
        with self.engines.read() as connection:
            if connection.dialect.name != "sqlite":
                return ()
            damaged = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
            orphans = [f"{row[0]} → {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
            return (*damaged, *orphans[:20])

    def purge(self, now: datetime) -> int:
        """Forgets updates that are done and older than a week, and what old imports and templates said; returns how many updates."""
        with self.engines.write(durable=False) as connection:
            forget_old_imports(Session(connection), now)
            forget_old_templates(Session(connection), now)
        return self._inbox.purge(now)

    def close(self) -> None:
        """Closes all connections."""
        self.engines.dispose()
