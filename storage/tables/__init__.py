"""Every table, by noun; importing this package fills the metadata."""

from bot.domain.people import Visibility
from storage.tables.accounts import accounts, invitations, invited_groups
from storage.tables.base import metadata
from storage.tables.checklist import checklist
from storage.tables.contributions import contributions
from storage.tables.date_searches import date_answers, date_searches
from storage.tables.decisions import actions, bearers, decision_counters, decisions
from storage.tables.directory_imports import directory_imports
from storage.tables.drafts import drafts, entries
from storage.tables.groups import groups, members
from storage.tables.inbox import inbox
from storage.tables.journal import journal
from storage.tables.leads import leads
from storage.tables.leaving import DeliveryState
from storage.tables.meetings import attendance, meetings
from storage.tables.outbox import outbox
from storage.tables.parked import parked_points
from storage.tables.people import mandates, people, structures
from storage.tables.places import neighbourhoods, places
from storage.tables.plans import occurrences, plans, series
from storage.tables.reminders import notices, reminders
from storage.tables.rhythms import leaves, rhythms
from storage.tables.sheets import proposals, provenances, sheet_cards
from storage.tables.templates import templates
from storage.tables.territories import axes, communes, territories
from storage.tables.turnout import turnout
from storage.tables.writing import writing

__all__ = [
    "DeliveryState",
    "Visibility",
    "accounts",
    "actions",
    "attendance",
    "axes",
    "bearers",
    "checklist",
    "communes",
    "contributions",
    "date_answers",
    "date_searches",
    "decision_counters",
    "decisions",
    "directory_imports",
    "drafts",
    "entries",
    "groups",
    "inbox",
    "invitations",
    "invited_groups",
    "journal",
    "leads",
    "leaves",
    "mandates",
    "meetings",
    "members",
    "metadata",
    "neighbourhoods",
    "notices",
    "occurrences",
    "outbox",
    "parked_points",
    "people",
    "places",
    "plans",
    "proposals",
    "provenances",
    "reminders",
    "rhythms",
    "series",
    "sheet_cards",
    "structures",
    "templates",
    "territories",
    "turnout",
    "writing",
]
