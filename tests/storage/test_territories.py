"""Two territories in one database: neither can read or change anything of the other, by any method nor by any link."""

from __future__ import annotations

import inspect
import itertools
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest
import sqlalchemy as sa

import storage
from bot import ports
from bot.domain.contributions import ContributionSource, Part
from bot.domain.date_searches import DateAnswer, Fit, SearchState
from bot.domain.directory import KnownMandate, KnownPerson
from bot.domain.directory_imports import ImportPlan
from bot.domain.errors import Refusal
from bot.domain.groups import GroupKind
from bot.domain.meetings import Contribution, Meeting, MeetingState
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.notices import NoticeAnswer, NoticeKind
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.permissions import Role
from bot.domain.plans import PlanState
from bot.domain.rhythms import Rhythm
from bot.domain.series import Occurrence
from bot.domain.sheet_changes import Meant, ProposalKind, ProposalState, SheetChange, SheetDeed, StillNamed
from bot.domain.weeks import Figures, Hers
from bot.domain.writing import Inclusive, WritingStyle
from bot.french.mentions import sought_in
from bot.ports import OutboxKind, UnitOfWork
from storage import tables
from storage.queries.meetings import _statement
from storage.statements import Prepared
from storage.unit_of_work import NoSuchTerritory, SqlStore
from tests.storage.world import DUE, HOURS, NOW, TODAY, World, planned_meeting

REFUSED = "refused"
FAR_AHEAD = datetime(2100, 1, 1, tzinfo=UTC)
FAR = {"first": date(2000, 1, 1), "last": date(2100, 1, 1)}


# What Alès answers when each method is given ids of Nîmes: `REFUSED` for an exception, else the value.
def of_2026(**scope: Any) -> PaperOrder:
    """The review of this year, of that scope."""
    return PaperOrder(kind=PaperKind.REVIEW, first=date(2026, 1, 1), last=date(2026, 12, 31), **scope)


def given_to(world: World) -> DateAnswer:
    """Somebody of that world answers."""
    return DateAnswer(
        search_id=world.search.id, place=1, person_id=world.sophie.id, fit=Fit.NO, account_id=world.claire.id, told_at=NOW, update_id=1
    )


ASKED: dict[str, tuple[Callable[[UnitOfWork, World, World], Any], Any]] = {
    "drafts.add": (lambda work, _, other: work.drafts.add(account_id=other.claire.id, content=HOURS, now=NOW), REFUSED),
    "drafts.get": (lambda work, _, other: work.drafts.get(other.draft.id), None),
    "drafts.of_update": (lambda work, _, other: work.drafts.of_update(other.update_id), None),
    "drafts.open_of": (lambda work, _, other: work.drafts.open_of(other.claire.id), None),
    "drafts.aside_of": (lambda work, _, other: work.drafts.aside_of(other.claire.id), None),
    "drafts.amending": (lambda work, mine, other: work.drafts.amending(other.claire.id, other.held.id), None),
    "drafts.resuming": (lambda work, _, other: work.drafts.resuming(other.draft.id), None),
    "drafts.save": (lambda work, _, other: work.drafts.save(other.draft), REFUSED),
    "meetings.add": (lambda work, _, other: work.meetings.add(replace(other.held, entry_id=None)), REFUSED),
    "meetings.replace": (lambda work, _, other: work.meetings.replace(other.held), REFUSED),
    "meetings.get": (lambda work, _, other: work.meetings.get(other.held.id), None),
    "meetings.remove_of_entry": (lambda work, _, other: work.meetings.remove_of_entry(other.entry_id), None),
    "meetings.lines": (
        lambda work, _, other: [
            work.meetings.lines(held=held, **ask)
            for held in (True, False)
            for ask in ({"group_ids": [other.diabetes.id]}, {"person_id": other.claire.person_id}, {"person_id": other.sophie.id})
        ],
        [()] * 6,
    ),
    "meetings.last_held_by": (lambda work, _, other: work.meetings.last_held_by(other.claire.person_id), None),
    "meetings.cancelled_on": (lambda work, _, other: work.meetings.cancelled_on(other.diabetes.id, other.planned.day), ()),
    "meetings.planned_days": (
        lambda work, _, other: other.diabetes.id in dict(work.meetings.planned_days(first=other.planned.day, last=other.planned.day)),
        False,
    ),
    "meetings.planned_on": (lambda work, _, other: work.meetings.planned_on(other.diabetes.id, other.planned.day), None),
    "meetings.dated_on": (lambda work, _, other: work.meetings.dated_on(other.diabetes.id, other.planned.day), None),
    "meetings.taken_off": (lambda work, _, other: work.meetings.taken_off(other.diabetes.id, other.planned.day), None),
    "meetings.announced_by_another": (lambda work, _, other: work.meetings.announced_by_another(other.planned.id, besides=0), False),
    "meetings.unplan": (lambda work, _, other: work.meetings.unplan(other.planned.id), False),
    "meetings.became_no_more": (lambda work, _, other: work.meetings.became_no_more(other.held.id), None),
    "meetings.became": (lambda work, mine, other: work.meetings.became(mine.planned.id, other.held.id), REFUSED),
    "contributions.add_all": (
        lambda work, mine, other: work.contributions.add_all(theirs(other), entry_id=mine.entry_id),
        REFUSED,
    ),
    "contributions.of_meeting": (lambda work, _, other: work.contributions.of_meeting(other.held.id), ()),
    "contributions.replace_derived": (
        lambda work, mine, other: work.contributions.replace_derived(other.held.id, theirs(other), entry_id=mine.entry_id),
        REFUSED,
    ),
    "contributions.remove_of_entry": (lambda work, _, other: work.contributions.remove_of_entry(other.entry_id), None),
    "contributions.minutes_of_person": (lambda work, _, other: work.contributions.minutes_of_person(other.claire.person_id, **FAR), 0),
    "entries.add": (lambda work, mine, other: work.entries.add(draft_id=other.draft.id, account_id=mine.claire.id, now=NOW), REFUSED),
    "entries.close": (lambda work, _, other: work.entries.close(other.entry_id, meeting_ids=[], total_minutes=9), None),
    "entries.get": (lambda work, _, other: work.entries.get(other.entry_id), None),
    "entries.of_draft": (lambda work, _, other: work.entries.of_draft(other.draft.id), None),
    "entries.last_of": (lambda work, _, other: work.entries.last_of(other.claire.id), None),
    "entries.mark_undone": (lambda work, _, other: work.entries.mark_undone(other.entry_id, now=NOW), False),
    "directory.people": (lambda work, _, other: work.directory.people([other.sophie.id, other.karim.id]), {}),
    "directory.structures": (lambda work, _, other: work.directory.structures([other.ccas.id]), {}),
    "directory.groups": (lambda work, _, other: work.directory.groups([other.diabetes.id]), ()),
    "directory.groups_of": (lambda work, _, other: work.directory.groups_of(other.sophie.id), ()),
    "directory.person_sheet": (
        lambda work, mine, other: work.directory.person_sheet(other.sophie.id, reader_id=mine.claire.person_id),
        None,
    ),
    "directory.structure_sheet": (lambda work, _, other: work.directory.structure_sheet(other.ccas.id), None),
    "directory.vocabulary": (lambda work, mine, _: words_of(work) == words_expected(mine), True),
    "directory.claim_version": (lambda work, _, other: work.directory.claim_version(0), False),
    "directory.vocabulary_version": (lambda work, _, other: work.directory.vocabulary_version() > 0, True),
    "directory.add_group": (
        lambda work, _, other: work.directory.add_group(name="GT", kind=GroupKind.GT, code="X", member_id=other.sophie.id),
        REFUSED,
    ),
    "directory.remove_unused_group": (lambda work, _, other: work.directory.remove_unused_group(other.diabetes, besides=0), False),
    "sheets.read": (lambda work, mine, _: sheets_of(work) == words_expected(mine)[:3], True),
    "sheets.add_structures": (
        lambda work, _, other: work.sheets.add_structures([other.ccas], source="s", by=other.sophie.id, now=NOW),
        REFUSED,
    ),
    "sheets.change_structures": (
        lambda work, mine, other: work.sheets.change_structures([replace(other.ccas, name="x")], source="s", by=mine.sophie.id, now=NOW),
        None,
    ),
    "sheets.add_groups": (lambda work, _, other: len(work.sheets.add_groups([other.diabetes])), 1),
    "sheets.add_people": (
        lambda work, mine, other: work.sheets.add_people([sheet_of(mine, group_ids=(other.diabetes.id,))], source="s", by=None, now=NOW),
        REFUSED,
    ),
    "sheets.change_people": (
        lambda work, _, other: work.sheets.change_people([sheet_of(other, group_ids=())], by=None, now=NOW),
        REFUSED,
    ),
    "sheets.remove_unused": (
        lambda work, _, other: work.sheets.remove_unused(people=[other.karim.id], structures=[], groups=[], since=NOW),
        True,  # nothing of ours speaks of a number that is not ours, and nothing goes
    ),
    "imports.add": (lambda work, _, other: work.imports.add(account_id=other.claire.id, file_name="", plan=ImportPlan(), now=NOW), REFUSED),
    "imports.get": (lambda work, _, other: work.imports.get(other.sent.id), None),
    "imports.of_update": (lambda work, _, other: work.imports.of_update(other.sent.update_id or 0), None),
    "imports.save": (lambda work, _, other: work.imports.save(other.sent), REFUSED),
    "date_searches.add": (lambda work, _, other: work.date_searches.add(replace(other.search, update_id=None)), REFUSED),
    "date_searches.get": (lambda work, _, other: work.date_searches.get(other.search.id), None),
    "date_searches.of_update": (lambda work, _, other: work.date_searches.of_update(other.search.update_id or 0), None),
    "date_searches.of_plan": (lambda work, _, other: work.date_searches.of_plan(other.plan.id), None),
    "date_searches.save": (lambda work, _, other: work.date_searches.save(other.search), REFUSED),
    "date_searches.shown_in": (lambda work, _, other: work.date_searches.shown_in(other.search.id, 9), None),
    "date_searches.of_account": (lambda work, _, other: work.date_searches.of_account(other.claire.id, SearchState.OPEN), ()),
    "date_searches.of_groups": (lambda work, _, other: work.date_searches.of_groups([other.diabetes.id], SearchState.OPEN), ()),
    "date_searches.answer": (
        lambda work, mine, other: work.date_searches.answer([replace(given_to(mine), search_id=other.search.id)]),
        REFUSED,
    ),
    "date_searches.answers": (lambda work, _, other: work.date_searches.answers(other.search.id), ()),
    "date_searches.take_back": (
        lambda work, _, other: work.date_searches.take_back(other.search.id, other.search.update_id or 0, now=NOW),
        False,
    ),
    "notices.tell_date_search": (
        lambda work, _, other: work.notices.tell_date_search(other.claire.id, DUE, search_id=other.search.id, turn=9, now=NOW),
        REFUSED,
    ),
    "deliveries.queue_once": (
        lambda work, mine, other: work.deliveries.queue_once(
            kind=OutboxKind.MINUTES, chat_id=mine.claire.chat_id, subject_id=other.held.id, now=NOW
        ),
        True,  # theirs does not stand in the way of hers
    ),
    "weeks.by_axis": (lambda work, _, other: work.weeks.by_axis(**FAR, groups=[other.diabetes.id]), {}),
    "weeks.axis_names": (lambda work, _, other: work.weeks.axis_names(), {3: "santé mentale"}),
    "templates.add": (lambda work, _, other: work.templates.add(replace(other.template, update_id=None)), REFUSED),
    "templates.get": (lambda work, _, other: work.templates.get(other.template.id), None),
    "templates.of_update": (lambda work, _, other: work.templates.of_update(other.template.update_id or 0), None),
    "templates.save": (lambda work, _, other: work.templates.save(other.template), REFUSED),
    "templates.kept": (lambda work, _, other: work.templates.kept(), ()),
    "meetings.recent_groups": (lambda work, _, other: work.meetings.recent_groups(other.sophie.id, limit=9), ()),
    "invitations.prepare": (
        lambda work, _, other: work.invitations.prepare(name="", person_id=other.sophie.id, by=None, expires_at=NOW),
        REFUSED,
    ),
    "invitations.get": (lambda work, _, other: work.invitations.get(other.invitation.id), None),
    "invitations.issue": (lambda work, _, other: work.invitations.issue(other.invitation.id, role=Role.READER, group_ids=[]), None),
    "journal.note": (lambda work, _, other: work.journal.note(account_id=other.claire.id, verb="v", noun="n", noun_id=1, now=NOW), REFUSED),
    "meetings.move_minutes": (lambda work, _, other: work.meetings.move_minutes(replace(other.held, minutes_moved_on=TODAY)), REFUSED),
    "meetings.plan_topics": (lambda work, _, other: work.meetings.plan_topics(other.planned.id, ["x"]), None),
    "meetings.held_after": (lambda work, _, other: work.meetings.held_after(replace(other.held, day=date(2000, 1, 1))), None),
    "papers.decision_record": (
        lambda work, mine, other: [
            (record.decisions, record.actions, record.meetings, record.scope) if record else None
            for order in (
                PaperOrder(kind=PaperKind.DECISIONS, meeting_id=other.held.id),
                PaperOrder(kind=PaperKind.DECISIONS, group_ids=(other.diabetes.id,)),
            )
            for record in [work.papers.decision_record(order, by=other.sophie.id, on=TODAY)]
        ],
        [None, None],
    ),
    "papers.signing_sheet": (
        lambda work, _, other: [
            (sheet.instance, sheet.expected, sheet.made_by) if sheet else None
            for order in (
                PaperOrder(kind=PaperKind.SIGNING_SHEET, meeting_id=other.planned.id),
                PaperOrder(kind=PaperKind.SIGNING_SHEET, group_ids=(other.diabetes.id,), first=TODAY),
            )
            for sheet in [work.papers.signing_sheet(order, by=other.sophie.id, on=TODAY)]
        ],
        [None, ("", (), None)],
    ),
    "papers.convening": (
        lambda work, _, other: [
            (told.instance, told.recipients, told.items, told.sender, told.answer_to) if told else None
            for order in (
                PaperOrder(kind=PaperKind.INVITATION, meeting_id=other.planned.id),
                PaperOrder(kind=PaperKind.INVITATION, group_ids=(other.diabetes.id,), first=TODAY),
            )
            for told in [work.papers.convening(order, by=other.sophie.id, on=TODAY)]
        ],
        [None, ("", (), (), None, None)],
    ),
    "papers.annual_review": (
        lambda work, _, other: [
            (review.totals.meetings, review.totals.minutes, review.scope, review.new_structures, review.made_by) if review else None
            for scope in ({"group_ids": (other.diabetes.id,)}, {"structure_id": other.ccas.id}, {"commune": "Nîmes"})
            for review in [work.papers.annual_review(of_2026(**scope), by=other.sophie.id, on=TODAY, named=True)]
        ],
        [None, None, (0, 0, "Nîmes", (), None)],
    ),
    "papers.title": (lambda work, _, other: work.papers.title(of_2026(group_ids=(other.diabetes.id,))), None),
    "deliveries.queue_paper": (
        lambda work, _, other: work.deliveries.queue_paper(PaperOrder(kind=PaperKind.AGENDA, meeting_id=1), chat_id=1, now=NOW) > 0,
        True,
    ),
    "deliveries.paper_of": (lambda work, _, other: work.deliveries.paper_of(other.delivery_id, chat_id=other.claire.chat_id), None),
    "deliveries.queue": (
        lambda work, _, other: work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=1, subject_id=1, entry_id=other.entry_id, now=NOW),
        REFUSED,
    ),
    "sheet_cards.add": (
        lambda work, _, other: work.sheet_cards.add(account_id=other.claire.id, change=left(other), update_id=None, now=NOW),
        REFUSED,
    ),
    "sheet_cards.get": (lambda work, _, other: work.sheet_cards.get(other.sheet_card.id), None),
    "sheet_cards.of_update": (lambda work, _, other: work.sheet_cards.of_update(other.update_id), None),
    "sheet_cards.last_of": (lambda work, _, other: work.sheet_cards.last_of(other.claire.id), None),
    "sheet_cards.save": (lambda work, _, other: work.sheet_cards.save(other.sheet_card), REFUSED),
    "sheet_changes.get": (lambda work, _, other: work.sheet_changes.get(other.sophie.id), None),
    "sheet_changes.commune": (lambda work, mine, _: work.sheet_changes.commune("30007") == mine.territory.name, True),
    "sheet_changes.add_person": (
        lambda work, _, other: work.sheet_changes.add_person(
            name="A B", civility=None, doctor=False, source="", by=other.sophie.id, now=NOW
        ),
        REFUSED,
    ),
    "sheet_changes.add_structure": (
        lambda work, _, other: work.sheet_changes.add_structure(name="A", source="", by=other.sophie.id, now=NOW),
        REFUSED,
    ),
    "sheet_changes.write_person": (
        lambda work, _, other: work.sheet_changes.write_person(other.sophie.id, {"phone": "+33600000000"}, source="", by=None, now=NOW),
        None,
    ),
    "sheet_changes.write_structure": (
        lambda work, _, other: work.sheet_changes.write_structure(other.ccas.id, {"name": "X"}, source="", by=None, now=NOW),
        None,
    ),
    "sheet_changes.neighbourhoods": (
        lambda work, mine, _: [one.commune for one in work.sheet_changes.neighbourhoods()] == [mine.territory.name],
        True,
    ),
    "sheet_changes.place": (lambda work, _, other: work.sheet_changes.place(other.held.place_id or 0), None),
    "sheet_changes.keep_neighbourhood": (lambda work, *_: work.sheet_changes.keep_neighbourhood(Neighbourhood(name="A")), None),
    "sheet_changes.drop_neighbourhood": (lambda work, *_: work.sheet_changes.drop_neighbourhood("Cévennes"), None),
    "sheet_changes.write_place": (lambda work, _, other: work.sheet_changes.write_place(other.held.place_id or 0, "Cévennes"), None),
    "sheet_changes.end_mandates": (
        lambda work, _, other: work.sheet_changes.end_mandates(other.sophie.id, until=TODAY, main_only=False),
        None,
    ),
    "sheet_changes.begin_mandate": (
        lambda work, _, other: work.sheet_changes.begin_mandate(
            other.karim.id, structure_id=other.ccas.id, function=None, since=TODAY, source="", by=None, now=NOW
        ),
        REFUSED,
    ),
    "sheet_changes.hand_over_groups": (
        lambda work, mine, other: work.sheet_changes.hand_over_groups(other.sophie.id, to=mine.sophie.id),
        None,
    ),
    "sheet_changes.merge": (
        lambda work, mine, other: work.sheet_changes.merge(stays=mine.sophie.id, goes=other.sophie.id, source="", by=None, now=NOW),
        None,
    ),
    "sheet_changes.forget": (lambda work, _, other: work.sheet_changes.forget(other.sophie.id), StillNamed()),
    "sheet_changes.trail": (lambda work, *_: work.sheet_changes.trail(), "[]"),
    "sheet_changes.take_back": (
        lambda work, _, other: work.sheet_changes.take_back(
            f'[{{"t":"people","k":{{"id":{other.sophie.id}}},"b":{{"last_name":"X"}},"a":{{"last_name":"Martin"}}}}]'
        ),
        REFUSED,
    ),
    "proposals.offer": (
        lambda work, _, other: work.proposals.offer(replace(other.proposal, state=ProposalState.OPEN), key="theirs"),
        REFUSED,
    ),
    "proposals.get": (lambda work, _, other: work.proposals.get(other.proposal.id), None),
    "proposals.open_ones": (
        lambda work, mine, _: [p.person_id == mine.sophie.id for p in work.proposals.open_ones(ProposalKind.DUPLICATE)],
        [True],
    ),
    "proposals.offered_since": (lambda work, *_: work.proposals.offered_since(ProposalKind.DUPLICATE, TODAY), 1),
    "proposals.settle": (lambda work, _, other: work.proposals.settle(other.proposal.id, ProposalState.REFUSED), None),
    "proposals.silent": (
        lambda work, mine, _: set(work.proposals.silent(date(2100, 1, 1))) == {mine.sophie.id, mine.karim.id},
        True,
    ),
    "proposals.same_contact": (lambda work, *_: work.proposals.same_contact(), ()),
    "deliveries.cancel_of_entry": (lambda work, _, other: work.deliveries.cancel_of_entry(other.entry_id), None),
    "exported": (lambda work, _, other: [r for sheet in work.exported() for r in sheet.rows if {other.held.id, "Nîmes"} & set(r)], []),
    "accounts.get": (lambda work, _, other: work.accounts.get(other.claire.id), None),
    "accounts.of_person": (lambda work, _, other: work.accounts.of_person(other.claire.person_id), None),
    "accounts.coordinators": (lambda work, mine, other: work.accounts.coordinators(), ()),
    "accounts.joined": (lambda work, mine, other: [one.id for one in work.accounts.joined() if one.id != mine.claire.id], []),
    "accounts.lose": (lambda work, _, other: work.accounts.lose(other.claire.id, now=NOW), False),
    "accounts.find_again": (lambda work, _, other: work.accounts.find_again(other.claire.id), None),
    "directory.department": (lambda work, *_: work.directory.department(), "30"),
    "meetings.reschedule": (lambda work, _, other: work.meetings.reschedule(other.planned), REFUSED),
    "meetings.agenda": (
        lambda work, _, other: {
            line.label
            for ask in ({"group_ids": (other.diabetes.id,)}, {"series_id": other.series.id}, {"meeting_ids": (other.planned.id,)})
            for line in work.meetings.agenda(first=date.min, last=date.max, cancelled=True, **ask)
        },
        set(),
    ),
    "turnout.add": (lambda work, _, other: work.turnout.add([replace(other.word, id=0)]), REFUSED),
    "turnout.of_meeting": (lambda work, _, other: work.turnout.of_meeting(other.planned.id), ()),
    "turnout.of_update": (lambda work, _, other: work.turnout.of_update(other.planned.id, other.word.update_id), ()),
    "turnout.take_back": (lambda work, _, other: work.turnout.take_back(other.planned.id, other.word.update_id, now=NOW), False),
    "memory.telling": (
        lambda work, _, other: work.memory.telling(sought_in("enquête"), group_ids=(other.diabetes.id,), person_id=None, limit=20),
        (),
    ),
    "parked.add": (lambda work, _, other: work.parked.add([replace(other.point, id=0)]), REFUSED),
    "parked.of_update": (lambda work, _, other: work.parked.of_update(other.point.update_id), ()),
    "parked.waiting": (lambda work, _, other: work.parked.waiting(other.diabetes.id), ()),
    "parked.last_agenda": (lambda work, _, other: work.parked.last_agenda(other.diabetes.id, before=FAR["last"]), ((), (), ())),
    "parked.take_back": (lambda work, _, other: work.parked.take_back(other.point.update_id, now=NOW), None),
    "parked.drop": (lambda work, _, other: work.parked.drop([other.point.id], now=NOW), None),
    "parked.take_in": (lambda work, mine, other: work.parked.take_in([other.point.id], mine.planned.id), None),
    "parked.let_go": (lambda work, _, other: work.parked.let_go(other.planned.id), None),
    "leads.of_group": (lambda work, _, other: work.leads.of_group(other.diabetes.id), ()),
    "leads.add": (lambda work, _, other: work.leads.add(other.diabetes.id, 120), REFUSED),
    "leads.remove": (lambda work, _, other: work.leads.remove(other.diabetes.id, 1440), False),
    "leads.planned_since": (lambda work, _, other: work.leads.planned_since(other.planned.id, datetime(2020, 1, 1, tzinfo=UTC)), False),
    "checklist.add": (lambda work, _, other: work.checklist.add([replace(other.thing, id=0)]), REFUSED),
    "checklist.of_meeting": (lambda work, _, other: work.checklist.of_meeting(other.planned.id), ()),
    "checklist.of_update": (lambda work, _, other: work.checklist.of_update(other.planned.id, other.thing.update_id), ()),
    "checklist.tick": (lambda work, _, other: work.checklist.tick(other.planned.id, other.thing.id, done=True), False),
    "checklist.drop": (lambda work, _, other: work.checklist.drop(other.planned.id, other.thing.id, now=NOW), None),
    "checklist.take_back": (lambda work, _, other: work.checklist.take_back(other.planned.id, other.thing.update_id, now=NOW), None),
    "plans.add": (lambda work, _, other: work.plans.add(replace(other.plan, update_id=None)), REFUSED),
    "plans.get": (lambda work, _, other: work.plans.get(other.plan.id), None),
    "plans.of_update": (lambda work, _, other: work.plans.of_update(other.plan.update_id), None),
    "plans.save": (lambda work, _, other: work.plans.save(other.plan), REFUSED),
    "plans.last_of": (lambda work, _, other: work.plans.last_of(other.claire.id, PlanState.PROPOSED), None),
    "series.add": (lambda work, _, other: work.series.add(other.series), REFUSED),
    "series.get": (lambda work, _, other: work.series.get(other.series.id), None),
    "series.save": (lambda work, _, other: work.series.save(replace(other.series, ended_on=TODAY), "ended_on"), None),
    "series.extended": (lambda work, _, other: work.series.extended(other.series, to=TODAY), None),
    "series.planned": (
        lambda work, _, other: work.series.planned(Occurrence(series_id=other.series.id, day=TODAY, meeting_id=other.held.id)),
        REFUSED,
    ),
    "series.of_meeting": (lambda work, _, other: work.series.of_meeting(other.planned.id), None),
    "reminders.add": (lambda work, _, other: work.reminders.add(replace(other.reminder, update_id=None, action_id=None)), REFUSED),
    "reminders.get": (lambda work, _, other: work.reminders.get(other.reminder.id), None),
    "reminders.of_update": (lambda work, _, other: work.reminders.of_update(other.reminder.update_id), None),
    "reminders.of_action": (lambda work, _, other: work.reminders.of_action(other.reminder.action_id, other.claire.id), None),
    "reminders.save": (lambda work, _, other: work.reminders.save(other.reminder), REFUSED),
    "reminders.asking": (lambda work, _, other: work.reminders.asking(other.claire.id), None),
    "reminders.last_kept_by": (lambda work, _, other: work.reminders.last_kept_by(other.claire.id), None),
    "reminders.touched_last": (lambda work, _, other: work.reminders.touched_last(other.claire.id), None),
    "reminders.lines": (lambda work, _, other: work.reminders.lines(other.claire.id, limit=9), ()),
    "reminders.next_meeting": (lambda work, _, other: work.reminders.next_meeting(other.reminder), None),
    "reminders.planned": (lambda work, _, other: work.reminders.planned(replace(other.reminder, anchor_day=None)), None),
    "notices.plan": (lambda work, _, other: work.notices.plan(other.reminder, DUE, turn=7, now=NOW), REFUSED),
    "notices.tell_unreachable": (
        lambda work, mine, other: work.notices.tell_unreachable(mine.claire.id, DUE, about=other.claire.id, now=NOW),
        REFUSED,
    ),
    "notices.withdraw": (lambda work, _, other: work.notices.withdraw(other.reminder.id, now=NOW), None),
    "notices.withdraw_others": (lambda work, _, other: work.notices.withdraw_others(other.reminder.id, turn=-1, now=NOW), None),
    "notices.last_turn": (lambda work, _, other: work.notices.last_turn(other.reminder.id), None),
    "notices.get": (lambda work, _, other: work.notices.get(other.notice_id), None),
    "notices.beside": (lambda work, _, other: work.notices.beside(other.claire.id, 1), ()),
    "notices.of_message": (lambda work, _, other: work.notices.of_message(other.claire.id, 1), ()),
    "notices.answer": (lambda work, _, other: work.notices.answer(other.notice_id, NoticeAnswer.DONE, now=NOW), False),
    "notices.ask_about": (
        lambda work, mine, other: work.notices.ask_about(
            other.planned.id, DUE, kind=NoticeKind.CHASE, day=TODAY, account_id=mine.claire.id, now=NOW
        ),
        REFUSED,
    ),
    "notices.tell_week": (lambda work, _, other: work.notices.tell_week(other.claire.id, DUE, meant=date(2030, 1, 4), now=NOW), REFUSED),
    "notices.tell_stand_in": (
        lambda work, mine, other: work.notices.tell_stand_in(mine.claire.id, DUE, about=other.claire.id, leave_id=other.leave.id, now=NOW),
        REFUSED,
    ),
    "notices.withdraw_stand_in": (lambda work, _, other: work.notices.withdraw_stand_in(other.leave.id, now=NOW), False),
    "notices.tell_stand_in_over": (
        lambda work, mine, other: work.notices.tell_stand_in_over(
            mine.claire.id, DUE, about=other.claire.id, leave_id=other.leave.id, now=NOW
        ),
        REFUSED,
    ),
    "notices.withdraw_week": (lambda work, _, other: work.notices.withdraw_week(other.claire.id, before=FAR_AHEAD, now=NOW), None),
    "notices.forget_week": (lambda work, _, other: work.notices.forget_week(other.claire.id), None),
    "notices.wake": (lambda work, _, other: work.notices.wake(other.claire.id, now=NOW), None),
    "notices.announce": (
        lambda work, mine, other: work.notices.announce(
            other.planned.id, DUE, lead=120, day=other.planned.day, account_id=mine.claire.id, now=NOW
        ),
        REFUSED,
    ),
    "notices.about_meeting": (lambda work, _, other: work.notices.about_meeting(other.planned.id, other.planned.day), ()),
    "notices.last_asked": (lambda work, _, other: work.notices.last_asked(other.claire.id), None),
    "notices.all_asked": (lambda work, _, other: work.notices.all_asked(other.claire.id), ()),
    "notices.last_answered": (lambda work, _, other: work.notices.last_answered(other.claire.id), None),
    "notices.reanswer": (
        lambda work, _, other: work.notices.reanswer(other.notice_id, None, was=NoticeAnswer.DONE, now=NOW),
        False,
    ),
    "writing.get": (lambda work, *_: work.writing.get().inclusive, Inclusive.DOUBLE),
    "writing.save": (lambda work, *_: work.writing.save(WritingStyle(inclusive=Inclusive.EPICENE)), None),
    "rhythms.get": (lambda work, _, other: work.rhythms.get(other.claire.id).week_day, None),
    "rhythms.save": (lambda work, _, other: work.rhythms.save(Rhythm(account_id=other.claire.id, week_day=2)), REFUSED),
    "rhythms.week_planned": (lambda work, _, other: work.rhythms.week_planned(other.claire.id, NOW), REFUSED),
    "leaves.add": (lambda work, _, other: work.leaves.add(replace(other.leave, update_id=None)), REFUSED),
    "leaves.get": (lambda work, _, other: work.leaves.get(other.leave.id), None),
    "leaves.of_update": (lambda work, _, other: work.leaves.of_update(other.update_id), None),
    "leaves.last_touched": (lambda work, _, other: work.leaves.last_touched(other.claire.id), None),
    "leaves.save": (lambda work, _, other: work.leaves.save(replace(other.leave, first=date(2020, 1, 1))).id != other.leave.id, False),
    "leaves.of_account": (lambda work, _, other: work.leaves.of_account(other.claire.id, since=FAR["first"]), ()),
    "leaves.away": (lambda work, _, other: work.leaves.away(other.claire.id, since=FAR["first"]), ()),
    "leaves.stood_in_by": (lambda work, _, other: work.leaves.stood_in_by(other.sophie.id, on=TODAY), ()),
    "weeks.figures": (lambda work, _, other: work.weeks.figures(**FAR, groups=[other.diabetes.id]), Figures()),
    "weeks.untold": (lambda work, _, other: work.weeks.untold(**FAR, hers=theirs_to_see(other), orphans=False), ()),
    "weeks.unsent": (lambda work, _, other: work.weeks.unsent(**FAR, hers=theirs_to_see(other)), ()),
    "weeks.actions": (lambda work, _, other: work.weeks.actions(**FAR, hers=theirs_to_see(other)), ()),
    "weeks.open_actions": (lambda work, _, other: work.weeks.open_actions(hers=theirs_to_see(other)), ()),
    "weeks.quiet_groups": (
        lambda work, _, other: work.weeks.quiet_groups(FAR["last"], today=FAR["last"], groups=[other.diabetes.id]),
        (),
    ),
    "weeks.lost_structures": (
        lambda work, _, other: [
            lost.name for lost in work.weeks.lost_structures(FAR["last"], came_since=FAR["first"], times=1) if "Nîmes" in lost.name
        ],
        [],
    ),
    "weeks.missed": (lambda work, _, other: work.weeks.missed(other.claire.id, news=False), 0),
    "weeks.close_action": (lambda work, _, other: work.weeks.close_action(other.held.actions[0].id or 0, done=True), None),
    "notices.pass_over": (lambda work, _, other: work.notices.pass_over(other.reminder.id, newer=9**6, now=NOW), None),
    "notices.rung": (lambda work, _, other: work.notices.rung(other.claire.id, since=datetime(2026, 1, 1, tzinfo=UTC)), ()),
    "notices.see": (lambda work, _, other: work.notices.see([other.reminder.id]), None),
    "notices.settle": (lambda work, _, other: work.notices.settle(other.reminder.id), None),
    "journal.last": (
        lambda work, _, other: work.journal.last(account_id=other.claire.id, verb="v", noun="n", since=datetime(2000, 1, 1, tzinfo=UTC)),
        None,
    ),
    "journal.lately": (
        lambda work, _, other: work.journal.lately(account_id=other.claire.id, verb="v", noun="n", since=datetime(2000, 1, 1, tzinfo=UTC)),
        (),
    ),
    "update_before": (lambda work, _, other: work.update_before(404, sender_id=other.claire.telegram_id), None),
    "remember_answer": (lambda work, _, other: work.remember_answer(404, "an update belongs to no territory"), None),
    "spoke_since": (lambda work, _, other: work.spoke_since(404, NOW, before=1), False),  # updates belong to no territory
    "minutes": (lambda work, _, other: work.minutes(other.held.id, on=TODAY), None),
}
# More ways to mix two territories: links that the database refuses, and changes that find no row.
MIXED: dict[str, tuple[Callable[[UnitOfWork, World, World], Any], Any]] = {
    "a draft that corrects the other's meeting": (
        lambda work, mine, other: work.drafts.add(account_id=mine.claire.id, content=HOURS, now=NOW, amends=other.held.id),
        REFUSED,
    ),
    "a draft kept by the other's entry": (
        lambda work, mine, other: work.drafts.save(replace(mine.draft, entry_id=other.entry_id)),
        REFUSED,
    ),
    "a meeting of the other's group": (
        lambda work, mine, other: work.meetings.add(planned_meeting(group_id=other.diabetes.id, entry_id=None)),
        REFUSED,
    ),
    "a meeting with the other's people": (
        lambda work, mine, other: work.meetings.replace(replace(mine.held, people=other.held.people)),
        REFUSED,
    ),
    "an action for the other's people": (
        lambda work, mine, other: work.meetings.replace(replace(mine.held, actions=other.held.actions)),
        REFUSED,
    ),
    "the other's meeting emptied": (
        lambda work, mine, other: work.meetings.replace(Meeting(id=other.held.id, state=MeetingState.HELD, day=TODAY)),
        REFUSED,
    ),
    "the other's planned meeting held here": (lambda work, mine, other: work.meetings.became(other.planned.id, mine.held.id), None),
    "the other's planned meeting held there": (lambda work, mine, other: work.meetings.became(other.planned.id, other.held.id), None),
    "an entry by the other's account": (
        lambda work, mine, other: work.entries.add(draft_id=mine.draft.id, account_id=other.claire.id, now=NOW),
        REFUSED,
    ),
    "hours for the other's entry": (
        lambda work, mine, other: work.contributions.add_all(theirs(mine), entry_id=other.entry_id),
        REFUSED,
    ),
    "the other's hours taken away": (
        lambda work, mine, other: work.contributions.replace_derived(other.held.id, [], entry_id=mine.entry_id),
        None,
    ),
    "an invitation by the other's account": (
        lambda work, mine, other: work.invitations.prepare(name="", person_id=None, by=other.claire.id, expires_at=NOW),
        REFUSED,
    ),
    "an invitation to the other's group": (
        lambda work, mine, other: work.invitations.issue(mine.unissued.id, role=Role.PILOT, group_ids=[other.diabetes.id]),
        REFUSED,
    ),
    "a reminder of the other's action": (
        lambda work, mine, other: work.reminders.add(
            replace(mine.reminder, update_id=None, group_id=None, action_id=other.reminder.action_id)
        ),
        REFUSED,
    ),
    "a reminder before the other's meeting": (
        lambda work, mine, other: work.reminders.save(replace(mine.reminder, group_id=other.diabetes.id)),
        REFUSED,
    ),
    "a notice to the other's account": (
        lambda work, mine, other: work.notices.plan(replace(mine.reminder, account_id=other.claire.id), DUE, turn=7, now=NOW),
        REFUSED,
    ),
    "the other's invitation issued here": (
        lambda work, mine, other: work.invitations.issue(other.unissued.id, role=Role.ADMINISTRATOR, group_ids=[]),
        None,
    ),
}


def theirs_to_see(other: World) -> Hers:
    """What somebody of the other territory has to see to."""
    return Hers(person_id=other.sophie.id, groups=(other.diabetes.id,))


def left(other: World) -> SheetChange:
    """Somebody of the other territory left."""
    return SheetChange(deed=SheetDeed.LEAVE, who=Meant(said="Sophie", ids=(other.sophie.id,), id=other.sophie.id))


def words_of(work: UnitOfWork) -> tuple[Any, ...]:
    words = work.directory.vocabulary()
    named = (words.groups, words.people, words.structures, words.places)
    return *({one.id for one in kind} for kind in named), len(words.axes), words.communes


def sheets_of(work: UnitOfWork) -> tuple[Any, ...]:
    read = work.sheets.read()
    return {group.id for group in read.groups}, {person.id for person in read.people}, {structure.id for structure in read.structures}


def sheet_of(world: World, *, group_ids: tuple[int, ...]) -> KnownPerson:
    """Sophie's sheet, with her mandate."""
    mandates = (KnownMandate(structure_id=world.ccas.id, function="cheffe"),)
    return KnownPerson(id=world.sophie.id, first_name="Ana", last_name="Roux", mandates=mandates, group_ids=group_ids)


def words_expected(mine: World) -> tuple[Any, ...]:
    people = {mine.sophie.id, mine.karim.id, mine.claire.person_id}
    return {mine.diabetes.id}, people, {mine.ccas.id}, {mine.house.id}, 1, (mine.territory.name,)


def theirs(other: World) -> list[Any]:
    """Hours of the other territory's people."""
    return [Contribution(day=TODAY, minutes=60, part=Part.OTHER, source=ContributionSource.SAID, person_id=other.sophie.id)]


def rows_of(store: SqlStore, territory_id: int) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a territory, by table."""
    found = {}
    with store.engines.read() as connection:
        for table in tables.metadata.sorted_tables:
            if table.name == "inbox":
                continue
            column = table.c.id if table.name == "territories" else table.c.territory_id
            found[table.name] = sorted((tuple(row) for row in connection.execute(table.select().where(column == territory_id))), key=repr)
    return found


def attempt(store: SqlStore, ask: Callable[[UnitOfWork, World, World], Any], mine: World, other: World) -> Any:
    try:
        with store.work(mine.territory.id) as work:
            return ask(work, mine, other)
    except (Refusal, sa.exc.IntegrityError):
        return REFUSED


def test_each_method_of_each_repository_is_asked() -> None:
    repositories = {name: kind for name, kind in get_type_hints(ports.UnitOfWork).items() if name != "territory"}
    methods = {f"{name}.{method}" for name, kind in repositories.items() for method, _ in inspect.getmembers(kind, inspect.isfunction)}
    methods |= {method for method, _ in inspect.getmembers(ports.UnitOfWork, inspect.isfunction) if not method.startswith("_")}
    public = {method for method in methods if "._" not in method}
    assert sorted(ASKED) == sorted(public)


def test_no_method_reads_or_changes_the_other_territory(store: SqlStore, ales: World, nimes: World) -> None:
    before = rows_of(store, nimes.territory.id)
    assert [name for name, rows in before.items() if not rows] == []
    answers = {name: attempt(store, ask, ales, nimes) for name, (ask, _) in ASKED.items()}
    assert answers == {name: expected for name, (_, expected) in ASKED.items()}
    assert rows_of(store, nimes.territory.id) == before


def test_no_row_can_mix_two_territories(store: SqlStore, ales: World, nimes: World) -> None:
    before = rows_of(store, ales.territory.id), rows_of(store, nimes.territory.id)
    answers = {name: attempt(store, ask, ales, nimes) for name, (ask, _) in MIXED.items()}
    assert answers == {name: expected for name, (_, expected) in MIXED.items()}
    assert (rows_of(store, ales.territory.id), rows_of(store, nimes.territory.id)) == before


LINKS = [
    (table, link)
    for table in tables.metadata.sorted_tables
    for link in sorted(table.foreign_key_constraints, key=lambda link: str(link.name))
    if len(link.column_keys) == 2
]


@pytest.mark.parametrize(("table", "link"), LINKS, ids=[str(link.name) for _, link in LINKS])
def test_the_database_itself_refuses_each_link_to_the_other_territory(
    store: SqlStore, ales: World, nimes: World, table: sa.Table, link: sa.ForeignKeyConstraint
) -> None:
    column = table.c[next(key for key in link.column_keys if key != "territory_id")]
    target = link.referred_table
    with store.engines.read() as connection:
        wanted = connection.execute(sa.select(sa.func.min(target.c.id)).where(target.c.territory_id == nimes.territory.id)).scalar_one()
        mine = connection.execute(
            sa.select(sa.func.count()).select_from(table).where(table.c.territory_id == ales.territory.id)
        ).scalar_one()
    assert wanted is not None
    assert mine > 0
    key = list(table.primary_key.columns)[-1]
    one = sa.select(sa.func.min(key)).where(table.c.territory_id == ales.territory.id).scalar_subquery()
    with pytest.raises(sa.exc.IntegrityError), store.engines.write() as connection:
        connection.execute(table.update().where(key == one, table.c.territory_id == ales.territory.id).values({column: wanted}))


def test_each_row_of_a_territory_says_so() -> None:
    free = [
        table.name
        for table in tables.metadata.sorted_tables
        if "territory_id" not in table.c or table.c.territory_id.nullable or not table.c.territory_id.foreign_keys
    ]
    assert sorted(free) == ["inbox", "territories"]


def test_each_id_of_another_row_is_a_link_within_the_territory() -> None:
    linked = {(table.name, key) for table, link in LINKS for key in link.column_keys}
    known = {"territory_id", "telegram_id", "chat_id", "update_id", "sender_id", "message_id"}
    loose = [
        f"{table.name}.{column.name}"
        for table in tables.metadata.sorted_tables
        for column in table.c
        if column.name.endswith("_id") and column.name not in known and (table.name, column.name) not in linked
    ]
    assert loose == ["journal.noun_id", "outbox.subject_id"]  # of a noun that another column tells


def prepared_statements() -> Iterator[tuple[str, Prepared]]:
    """All statements that the modules of storage hold."""
    for module in pkgutil.walk_packages(storage.__path__, "storage."):
        if "migrations" in module.name:
            continue
        for name, found in vars(__import__(module.name, fromlist=["*"])).items():
            for statement in found.values() if isinstance(found, dict) else [found]:
                if isinstance(statement, Prepared):
                    yield f"{module.name.removeprefix('storage.')}.{name}", statement
    for flags in itertools.product((False, True), repeat=6):
        yield "queries.meetings._statement", _statement(**dict(zip(FLAGS, flags, strict=True)))


OUTBOX_STEPS = ("AFTER_A_CRASH", "CLAIM", "DUE", "STEPS")
NOTICE_STEPS = ("AFTER_A_CRASH", "ANY_DUE", "CLAIM", "OLDEST", "STEPS", "STEPS_TOLD", "TOGETHER")
FLAGS = ("held", "first", "last", "group", "person", "newest_first")


def tables_without_territory(core: sa.ClauseElement) -> set[str]:
    """The tables that a statement reads or changes without comparing their territory_id with anything."""
    touched, compared = set(), set()
    for part in sa.sql.visitors.iterate(core):
        if isinstance(part, sa.Table) and "territory_id" in part.c:
            touched.add(part.name)
        if isinstance(part, sa.BinaryExpression) and part.operator is sa.sql.operators.eq:
            compared |= {side.table.name for side in (part.left, part.right) if isinstance(side, sa.Column) and side.name == "territory_id"}
    if isinstance(core, sa.Update | sa.Delete):
        touched.add(core.table.name)
    return touched - compared - {"territories", "inbox"}


def test_each_statement_compares_the_territory_of_each_table() -> None:
    loose = {
        name: sorted(tables_without_territory(core))
        for name, statement in prepared_statements()
        for core in statement.cores()
        if not isinstance(core, sa.Insert) and tables_without_territory(core)
    }
    assert loose == {
        "invitations._USE": ["invitations"],  # the code alone opens the door
        **{f"outbox._{step}": ["outbox"] for step in OUTBOX_STEPS},  # one job sends for all territories
        **{f"notice_desk._{step}": ["notices"] for step in NOTICE_STEPS},
        "rhythms._AWAY": ["leaves"],  # of accounts of all territories, for that job
        "reminders.SERIES_TO_PLAN": ["reminders"],
        "directory_imports._FORGET_OPEN": ["directory_imports"],  # one job wipes those of all territories
        "directory_imports._FORGET_TRACES": ["directory_imports"],
        "templates._EMPTY": ["templates"],
        "templates._GIVE_UP": ["templates"],
        "series._TO_EXTEND": ["series"],  # one job extends those of all territories
    }


def test_each_prepared_statement_asks_for_the_territory() -> None:
    """Those that do not are the desks beside the territories: the door, the inbox and the outbox."""
    free = {name for name, statement in prepared_statements() if not {"territory", "territory_id"} & statement.parameters()}
    assert sorted(free) == [
        "accounts._OF_TELEGRAM",
        "accounts._TERRITORIES",
        "directory_imports._FORGET_OPEN",
        "directory_imports._FORGET_TRACES",
        "inbox._BEGIN",
        "inbox._DONE",
        "inbox._JUST_BEFORE",
        "inbox._KEEP",
        "inbox._PENDING",
        "inbox._PURGE",
        "inbox._REMEMBER",
        "inbox._SPOKE",
        "invitations._USE",
        "leads._AHEAD",
        "notice_desk._AFTER_A_CRASH",
        "notice_desk._ANY_DUE",
        "notice_desk._CLAIM",
        "notice_desk._NOTICES",
        "notice_desk._OLDEST",
        "notice_desk._PICTURE",
        "notice_desk._STEPS",
        "notice_desk._STEPS_TOLD",
        "notice_desk._TOGETHER",
        "outbox._AFTER_A_CRASH",
        "outbox._CLAIM",
        "outbox._DUE",
        "outbox._STEPS",
        "queries.asking.MEETINGS_TO_ASK",
        "reminders.ADRIFT",
        "reminders.SERIES_TO_PLAN",
        "rhythms.WEEKS_TO_PLAN",
        "rhythms._AWAY",
        "series._TO_EXTEND",
        "templates._EMPTY",
        "templates._GIVE_UP",
        "territories._ADD",
        "unit_of_work._TERRITORY",
    ]


def test_a_territory_that_is_not_there_is_refused(store: SqlStore) -> None:
    with pytest.raises(NoSuchTerritory), store.work(404):
        pass


def test_territories_are_listed_in_order(store: SqlStore, ales: World, nimes: World) -> None:
    assert store.desk.territories() == (ales.territory, nimes.territory)


def test_a_planned_meeting_of_the_same_day_is_not_mistaken(store: SqlStore, ales: World, nimes: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.unplan(nimes.planned.id)
        assert work.meetings.planned_on(ales.diabetes.id, ales.planned.day) == ales.planned
