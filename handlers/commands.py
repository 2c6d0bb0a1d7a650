"""What the commands do; a plain sentence does the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.actions import drafts as acts
from bot.actions.entries import corrects_kept, last_done
from bot.actions.groups import own_first
from bot.actions.planned_meetings import last_plan, moment_of
from bot.actions.reminders import last_reminder
from bot.domain.drafts import Draft
from bot.domain.errors import NotAllowed
from bot.domain.meetings import Entry
from bot.domain.permissions import Verb, may
from bot.domain.plans import Plan, PlanState
from bot.domain.reminders import Reminder, ReminderState
from bot.french.folding import fold
from bot.texts import cards, help, meetings
from bot.understanding.plan_changes import read_giving_up
from handlers import (
    agenda,
    attendance,
    date_searches,
    directory,
    directory_exports,
    documents,
    invitations,
    neighbourhoods,
    papers,
    plan_talk,
    plans,
    proposals,
    reminders,
    reviews,
    rhythms,
    sheet_cards,
    templates,
    weeks,
    writing,
)
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.kept_cards import undone
from handlers.keyboards import turning
from handlers.replies import Keyboard, Reply
from handlers.room import Room
from handlers.sheet_pages import own_sheet

GROUPS_A_PAGE = 12


def on_help(room: Room) -> Reply:
    """/aide"""
    return Reply(text=help.help_text(room.account.role))


def on_meeting(room: Room) -> Reply:
    """/reunion: the guided way, buttons only."""
    return show(room, acts.start_guided(room.work, room.account, hours=False, update_id=room.visit.update_id, now=room.now), in_place=False)


def on_hours(room: Room) -> Reply:
    """/heures: the guided way for hours."""
    return show(room, acts.start_guided(room.work, room.account, hours=True, update_id=room.visit.update_id, now=room.now), in_place=False)


def on_draft(room: Room) -> Reply:
    """/brouillon: what is open, to resume or to drop."""
    sheet = sheet_cards.begun(room)
    if sheet is not None:
        return sheet
    open_draft = room.work.drafts.open_of(room.account.id)
    asking = reminders.in_hand(room, open_draft)
    plan = plan_talk.in_hand(room, open_draft)
    if plan is not None and plan.state is PlanState.PROPOSED:
        return plans.show(room, plan, in_place=False)
    if asking is not None:
        return reminders.show(room, asking, in_place=False)
    draft = acts.begun(room.work, room.account, now=room.now)
    return show(room, draft, in_place=False) if draft else Reply(text=help.no_draft(room.account.role))


def on_cancel(room: Room) -> Reply:
    """/annuler: drops the open card or undoes what was kept, whichever she touched last; « laisse tomber » only what was just kept."""
    last = last_done(room.work, room.account, now=room.now)
    sheet = sheet_cards.cancelled(room, since=last)
    if sheet is not None:
        return sheet
    reminder = last_reminder(room.work, room.account, last, now=room.now)
    plan = last_plan(room.work, room.account, reminder.touched_at if reminder is not None else moment_of(last), now=room.now)
    if _gives_up_other(room, plan, reminder, last):
        return Reply(text=help.NOTHING_OPEN)
    if plan is not None:
        return plans.undone(room, plan.id)
    if reminder is not None:
        return reminders.undone(room, reminder)
    if isinstance(last, Draft):
        gone, groups = acts.drop(room.work, room.account, last, now=room.now)
        text = cards.dropped(gone, room.names, correction=corrects_kept(room.work, gone), groups=groups)
        return Reply(text=text, retire=room.home.cards.get(last.id))
    return undone(room, last.id) if last else Reply(text=help.nothing_to_cancel(room.account.role))


def _gives_up_other(room: Room, plan: Plan | None, reminder: Reminder | None, last: Draft | Entry | None) -> bool:
    """Whether « laisse tomber » is said of something else than what was kept: she has spoken since."""
    if read_giving_up(room.visit.text) != "drops":
        return False
    if plan is not None:
        kept_at = plan.touched_at if plan.state is PlanState.KEPT else None
    elif reminder is not None:
        kept_at = reminder.touched_at if reminder.state is ReminderState.ACTIVE else None
    else:
        kept_at = last.kept_at if isinstance(last, Entry) else None
    return kept_at is not None and room.work.spoke_since(room.account.telegram_id, kept_at, before=room.visit.update_id)


def on_me(room: Room) -> Reply:
    """/moi: what is known of the speaker."""
    person = room.names.people.get(room.account.person_id)
    groups = room.work.directory.groups_of(room.account.person_id)
    spent = room.work.contributions.minutes_of_person(room.account.person_id, first=date(room.today.year, 1, 1), last=room.today)
    structure = room.names.structure(person.structure_id) if person and person.structure_id else None
    known = help.me(
        room.account.name,
        room.account.role,
        room.work.territory.name,
        structure,
        tuple(g.name for g in groups),
        spent,
        civility=person.civility if person else None,
    )
    sheet, keyboard = own_sheet(room)
    return Reply(text="\n\n".join(part for part in (known, sheet) if part), keyboard=(*keyboard, rhythms.BUTTON))


def on_groups(room: Room) -> Reply:
    """/groupes: all groups, the speaker's own first, by pages; with words, those whose name bears them."""
    if not may(room.account.role, Verb.READ_AGENDA):
        raise NotAllowed(Verb.READ_AGENDA)
    own = {group.id for group in room.work.directory.groups_of(room.account.person_id)}
    words = room.visit.words
    listed = own_first(room.work, room.account.person_id)
    if words:
        listed = tuple(group for group in listed if fold(words) in fold(group.name))[:GROUPS_A_PAGE] or listed
    pages = max(1, -(-len(listed) // GROUPS_A_PAGE))
    page = min(room.visit.tap.number, pages - 1) if room.visit.tap else 0
    shown = listed[page * GROUPS_A_PAGE : (page + 1) * GROUPS_A_PAGE]
    return Reply(
        text=meetings.groups(shown, own=own, page=page, pages=pages),
        keyboard=_turning(Do.GROUPS_PAGE, page, more=page + 1 < pages),
        in_place=True,
    )


def _turning(do: Do, page: int, *, more: bool) -> Keyboard:
    return turning(page, more=more, to=lambda n: Tap(do, 0, 0, str(n)))


def on_directory(room: Room) -> Reply:
    """/annuaire, with words to look for or without."""
    words = room.visit.words
    return directory.search(room, words) if words else proposals.directory_at_a_glance(room)


COMMANDS: dict[str, Callable[[Room], Reply | list[Reply]]] = {
    "aide": on_help,
    "help": on_help,
    "start": on_help,
    "reunion": on_meeting,
    "heures": on_hours,
    "brouillon": on_draft,
    "annuler": on_cancel,
    "moi": on_me,
    "groupes": on_groups,
    "agenda": agenda.on_agenda,
    "annuaire": on_directory,
    "cr": documents.on_minutes,
    "presences": attendance.on_attendance,
    "actions": weeks.on_actions,
    "decisions": papers.on_decisions,
    "bilan": reviews.on_review,
    "emargement": papers.on_signing_sheet,
    "odj": papers.on_agenda_paper,
    "convocation": papers.on_invitation_paper,
    "rappel": reminders.on_reminder,
    "rappels": reminders.on_reminders,
    "rythme": rhythms.on_rhythm,
    "ecriture": writing.on_writing,
    "dates": date_searches.on_dates,
    "semaine": weeks.on_week,
    "inviter": invitations.on_invite,
    "modele": templates.on_templates,
    "exemple_de_modele": templates.on_sample,
    "qpv": neighbourhoods.on_neighbourhoods,
    "exporter": directory_exports.on_export,
}


def run(room: Room, name: str) -> Reply | list[Reply]:
    """The command of that name; one that does not exist yet says so."""
    return COMMANDS[name](room) if name in COMMANDS else Reply(text=help.LATER)
