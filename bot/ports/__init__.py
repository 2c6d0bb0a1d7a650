"""What the actions and jobs need from the outside world, as Protocols: storage, time, the messenger and the document maker."""

from bot.ports.checklist import Checklist
from bot.ports.date_searches import DateSearches
from bot.ports.desks import Deliveries, Delivery, FrontDesk, Inbox, KeptUpdate, Outbox, OutboxKind
from bot.ports.leads import Leads
from bot.ports.meetings import Contributions, Drafts, Entries, Meetings
from bot.ports.memory import Memory
from bot.ports.papers import Papers
from bot.ports.parked import ParkedPoints
from bot.ports.people import Accounts, Directory, DirectoryImports, Invitations, Journal, Sheets
from bot.ports.plans import Plans, SeriesRows
from bot.ports.reminders import Mark, NoticeDesk, Notices, Reminders, Step
from bot.ports.rhythms import Leaves, Rhythms
from bot.ports.sheet_changes import Proposals, SheetCards, SheetChanges
from bot.ports.store import Store, UnitOfWork
from bot.ports.templates import Templates
from bot.ports.turnout import Turnout
from bot.ports.weeks import Weeks
from bot.ports.world import Aside, Clock, DeliveryProblem, DocumentMaker, Messenger, TemplateFailed
from bot.ports.writing import Writing

__all__ = [
    "Accounts",
    "Aside",
    "Checklist",
    "Clock",
    "Contributions",
    "DateSearches",
    "Deliveries",
    "Delivery",
    "DeliveryProblem",
    "Directory",
    "DirectoryImports",
    "DocumentMaker",
    "Drafts",
    "Entries",
    "FrontDesk",
    "Inbox",
    "Invitations",
    "Journal",
    "KeptUpdate",
    "Leads",
    "Leaves",
    "Mark",
    "Meetings",
    "Memory",
    "Messenger",
    "NoticeDesk",
    "Notices",
    "Outbox",
    "OutboxKind",
    "Papers",
    "ParkedPoints",
    "Plans",
    "Proposals",
    "Reminders",
    "Rhythms",
    "SeriesRows",
    "SheetCards",
    "SheetChanges",
    "Sheets",
    "Step",
    "Store",
    "TemplateFailed",
    "Templates",
    "Turnout",
    "UnitOfWork",
    "Weeks",
    "Writing",
]
