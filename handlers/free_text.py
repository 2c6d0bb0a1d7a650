"""What a plain sentence does: a new card, a correction, an answer, a question, or a kind word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.actions import answers
from bot.actions import drafts as acts
from bot.actions.entries import TIME_TO_UNDO, touched_last
from bot.actions.groups import LONGEST_NAME
from bot.actions.meetings import draft_of
from bot.actions.planned_cards import agenda_of
from bot.domain.agenda import AskAgenda, SeePlanned
from bot.domain.checklist import PlanChecklist
from bot.domain.convenings import PlanAgenda
from bot.domain.date_searches import FindDate
from bot.domain.drafts import Draft, DraftContent
from bot.domain.errors import NoSuchMeeting, TooDense
from bot.domain.leads import SetLeads
from bot.domain.meetings import Entry
from bot.domain.parked import ParkPoints
from bot.domain.peace_requests import EndLeave, NoSetting, SetRhythm, TakeLeave
from bot.domain.reminder_orders import OrderReminder
from bot.domain.requests import (
    AskMinutes,
    AskPaper,
    AskReview,
    ChangeSheet,
    Command,
    CorrectDraft,
    FindPartner,
    Hearing,
    KeepContent,
    NameGroup,
    NotForMe,
    PlanMeeting,
    Request,
    SetReminder,
    UpdateAttendance,
)
from bot.domain.turnout import TellTurnout
from bot.domain.writing import SetWriting
from bot.texts import help
from bot.understanding.reader import read
from bot.understanding.reminder_orders import read_reminder_order
from handlers import (
    agenda,
    agenda_points,
    checklist,
    commands,
    date_answers,
    date_choices,
    date_searches,
    directory,
    documents,
    leads,
    leaves,
    meeting_talk,
    notices,
    papers,
    parked,
    plan_talk,
    planned_pages,
    plans,
    reminder_orders,
    reminders,
    reviews,
    rhythms,
    sheet_cards,
    turnout,
    undone,
    writing,
)
from handlers.cards import show
from handlers.replies import Reply
from handlers.room import Room

IN_MIND = timedelta(days=7)  # after it a card is what a sentence is about only if that can be about nothing else
JUST_KEPT = timedelta(hours=1)  # how long the next meeting told is announced by what was kept, not planned by itself
LONG = 1_000  # characters: what is not understood may be too much at once
NOT_UNDERSTOOD = frozenset({"unclear", "elsewhere", "question"})
# Said of what was kept just before, or of nothing: not of an older card.
ABOUT_THE_LAST = frozenset({"thanks", "assent", "denial", "plan", "hours_ahead", "two_requests"})


def on_text(room: Room) -> Reply | list[Reply]:
    """Reads the sentence in the middle of what stands open, and does what it asks."""
    if room.visit.edited:
        return Reply(text=help.edited(room.account.role))
    draft = room.work.drafts.open_of(room.account.id)
    if (about_it := _about_open(room, draft) or turnout.told_ahead(room, draft, dated=True)) is not None:
        return about_it
    kept = _just_kept(room, draft)
    old = draft is not None and room.now - draft.touched_at > IN_MIND
    request = _heard(room, None if kept or old else draft, kept)
    if draft and (kept or old) and isinstance(request, NotForMe) and request.reason not in ABOUT_THE_LAST:
        over = _heard(room, draft, None)
        kept, request, draft = (kept, request, None) if old and not isinstance(over, CorrectDraft) else (None, over, draft)
    if isinstance(request, KeepContent):
        return new_card(room, request)
    if (of_agenda := agenda_points.told_lately(room, request)) is not None:
        return of_agenda
    if isinstance(request, CorrectDraft):
        return _corrected(room, request, None if kept else draft, kept)
    if isinstance(request, NotForMe):
        named = turnout.told_ahead(room) or _named_otherwise(room, request) if draft is None else None
        return named or _not_for_me(room, request, None if kept else draft, kept=kept is not None)
    return _other(room, request, draft)


def _about_open(room: Room, draft: Draft | None) -> Reply | list[Reply] | None:
    """What the sentence does to what stands open beside a card of a meeting; None when it speaks of something else."""
    hearing = Hearing(now=room.local_now, author_id=None, draft=draft.content if draft else None)
    if (done := notices.told(room, draft)) is not None or read_reminder_order(room.visit.text, hearing):
        return done
    answered = rhythms.told(room) or date_answers.told(room, bare=False) or leaves.told(room, draft)
    answered = answered or reminder_orders.told_of_kept(room, draft) or planned_pages.told(room, draft)
    if (answered := answered or agenda_points.told_lately(room)) is not None:
        return answered
    asking, plan = reminders.in_hand(room, draft), plan_talk.in_hand(room, draft)
    chosen = (date_choices.told(room, draft, plan) if plan is not None else None) or plan_talk.of_shown_agenda(room)
    of_card = chosen or (plan_talk.told(room, plan) if plan is not None else reminders.told(room, asking) if asking is not None else None)
    about_it = of_card or plan_talk.stays(room, draft) or meeting_talk.told(room, draft) or date_choices.told(room, draft, None)
    return date_answers.told(room, bare=True) if about_it is None and draft is None else about_it


def _named_otherwise(room: Room, request: NotForMe) -> Reply | None:
    """An order to a reminder that it names by its words alone, or somebody whom it names plainly."""
    order = reminder_orders.named_alone(room) if request.reason in {*NOT_UNDERSTOOD, "plan"} else None
    named = order is None and request.reason in NOT_UNDERSTOOD
    return directory.plainly_named(room, room.visit.text, alone=request.reason == "elsewhere") if named else order


def _heard(room: Room, draft: Draft | None, kept: _Kept | None) -> Request:
    asked = draft.asked if draft else None
    item = (asked.hours if asked.hours is not None else asked.meeting) if asked else None
    hearing = Hearing(
        now=room.local_now,
        author_id=_author(room, draft.content if draft else kept.content if kept else None),
        draft=draft.content if draft else kept.content if kept else None,
        asked=asked.field if asked else None,
        asked_item=item or 0,
        kept=kept is not None,
        planned=plan_talk.days_planned(room),
        agenda=agenda_of(room.work, draft.content if draft else None),
    )
    return _checked(room, read(room.visit.text, hearing, room.index))


def _checked(room: Room, request: Request) -> Request:
    """What was heard. Raises NotAllowed for a correction that ✅ would refuse, TooDense when a long message was given up."""
    if isinstance(request, CorrectDraft):
        acts.check_reach(room.work, room.account, request.content)
    if isinstance(request, NotForMe) and request.reason == "unclear" and request.clarify and len(room.visit.text) > LONG:
        raise TooDense
    return request


def _author(room: Room, content: DraftContent | None) -> int:
    """Who tells the meeting: the speaker, or the author of the meeting that she corrects."""
    return (content.meetings[0].author_id if content and len(content.meetings) == 1 else None) or room.account.person_id


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was kept just before: one meeting, or the hours of a draft."""

    content: DraftContent
    meeting_id: int | None
    draft_id: int


def _just_kept(room: Room, draft: Draft | None) -> _Kept | None:
    """What she kept last, while it can be undone and unless she touched a card since: « non, 13 présents », « non, 2h » speak of it."""
    entry = touched_last(draft, room.work.entries.last_of(room.account.id), now=room.now)
    if not isinstance(entry, Entry) or len(entry.meeting_ids) > 1 or room.now - entry.kept_at > TIME_TO_UNDO:
        return None
    spent = room.work.drafts.get(entry.draft_id)
    if not entry.meeting_ids:
        return _Kept(DraftContent(hours=spent.content.hours), None, spent.id) if spent is not None and spent.content.hours else None
    meeting = room.work.meetings.get(entry.meeting_ids[0])
    if meeting is None:
        return None
    told = draft_of(meeting)
    if (told.next_meeting or room.now - entry.kept_at > JUST_KEPT) and plan_talk.read_own(room):  # « prochain GT Diabète lundi 14h »
        return None
    return _Kept(DraftContent(meetings=(told,), last_told=spent.content.last_told if spent else None), meeting.id, entry.draft_id)


def new_card(room: Room, request: KeepContent) -> Reply:
    """The card of what she told."""
    draft = acts.start_draft(room.work, room.account, request.content, update_id=room.visit.update_id, now=room.now)
    return show(room, draft, in_place=False)


def _corrected(room: Room, request: CorrectDraft, draft: Draft | None, kept: _Kept | None) -> Reply:
    why = _unheeded(request)
    if draft is None and not request.changed:
        return Reply(text=why)
    if draft is None:
        assert kept is not None
        draft = _reopened(room, kept)
    if request.changed:
        answered = draft.asked.field if draft.asked and draft.asked.field in request.changed else None
        draft = acts.change(room.work, draft, acts.corrected(draft, request), answered=answered, now=room.now)
    return _over_card(room, draft, why) if why else show(room, draft, in_place=False)


def _reopened(room: Room, kept: _Kept) -> Draft:
    """The card of what was kept just before, to correct it."""
    if kept.meeting_id is None:
        return acts.reopen_hours(room.work, room.account, kept.draft_id, update_id=room.visit.update_id, now=room.now)
    return acts.reopen_meeting(room.work, room.account, kept.meeting_id, update_id=room.visit.update_id, now=room.now)


def _unheeded(request: CorrectDraft) -> str:
    """What of a correction could not be done, in one sentence; empty when all was."""
    changed = bool(request.changed)
    if request.not_found:
        return help.not_on_card(request.not_found, rest_changed=changed)
    if request.several:
        return help.which_of_several(request.several[0], rest_changed=changed)
    return "" if changed else help.ALREADY


def _over_card(room: Room, draft: Draft, sentence: str) -> Reply:
    """A sentence above the card as it stands."""
    fresh = show(room, draft, in_place=False)
    return replace(fresh, text=f"{sentence}\n\n{fresh.text}")


def _named(room: Room, draft: Draft | None, words: str) -> Reply:
    """She answered « which group » with words that fit none: they may name a new one."""
    assert draft is not None
    assert draft.asked is not None
    named = answers.name_unknown_group(draft.content, draft.asked, words[:LONGEST_NAME])
    return show(room, acts.change(room.work, draft, named, answered=None, now=room.now), in_place=False)


def _other(room: Room, request: Request, draft: Draft | None) -> Reply | list[Reply]:
    if isinstance(request, NameGroup):
        return _named(room, draft, request.words)
    return ANSWERS[type(request)](room, request)


def _amended(room: Room, request: UpdateAttendance) -> Reply:
    try:
        changed = acts.amend_attendance(room.work, room.account, request, update_id=room.visit.update_id, now=room.now)
    except NoSuchMeeting:
        ahead = turnout.told_ahead(room) if request.away else None
        if ahead is None:
            raise
        return ahead
    return show(room, changed, in_place=False)


def _not_for_me(room: Room, request: NotForMe, draft: Draft | None, *, kept: bool) -> Reply:
    if draft is not None:
        return _over_card(room, draft, undone.why_over_card(room, request, draft))
    match request.reason:
        case "denial" if kept:
            return Reply(text=help.CHANGE_WHAT_IS_KEPT)
        case "thanks" | "assent" | "denial":
            return Reply(text=help.THANKS)
        case "plan" | "several" | "which_days" | "no_day" | "hours_ahead" | "two_requests":
            return Reply(text=undone.why(room, request))
        case "question":
            return Reply(text=help.CANNOT_ANSWER)
    about = help.not_understood_about(request.gist, room.account.role) if request.gist is not None else ""
    return Reply(text=about or (help.CLARIFY if request.clarify else help.not_understood(room.account.role)))


ANSWERS: dict[type[Request], Callable[[Room, Any], Reply | list[Reply]]] = {
    AskAgenda: agenda.asked,
    AskMinutes: documents.asked,
    AskPaper: papers.asked,
    AskReview: reviews.asked,
    ChangeSheet: sheet_cards.changed,
    Command: lambda room, request: commands.run(room, request.name),
    EndLeave: leaves.ended,
    FindDate: date_searches.proposed,
    FindPartner: directory.found,
    OrderReminder: reminder_orders.told,
    ParkPoints: parked.told,
    PlanAgenda: agenda_points.planned_agenda,
    PlanChecklist: checklist.told,
    PlanMeeting: plans.proposed,
    SeePlanned: planned_pages.asked,
    SetLeads: leads.told,
    SetReminder: reminders.proposed,
    NoSetting: rhythms.lacking,
    SetRhythm: rhythms.changed,
    SetWriting: writing.changed,
    TakeLeave: leaves.proposed,
    TellTurnout: turnout.told,
    UpdateAttendance: _amended,
}
