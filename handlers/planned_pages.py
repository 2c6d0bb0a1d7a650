"""The page of one planned meeting, where it is prepared: who comes, its agenda, an invitation to paste, its file."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import papers as acts
from bot.actions.agenda import conflicts_around, meetings_told, planned_line
from bot.actions.in_hand import list_shown, look, shown_just_before
from bot.actions.meetings import may_tell
from bot.actions.parked import proposed
from bot.actions.plans import planned_meeting
from bot.actions.turnout import expected, unheard
from bot.domain.agenda import About, AgendaLine, SeePlanned
from bot.domain.checklist import PlanChecklist
from bot.domain.convenings import Convening, PlanAgenda
from bot.domain.drafts import Draft
from bot.domain.errors import NoSuchMeeting, NothingPlanned
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.permissions import Verb, may
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout
from bot.texts import agenda as agenda_words
from bot.texts import buttons
from bot.texts import planned_pages as words
from bot.texts import turnout as turnout_words
from bot.texts.checklist import opening
from bot.understanding.shown import names_agenda, read_shown
from handlers import agenda_points, checklist, turnout
from handlers.agenda_views import decode
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.leads import opening as opening_leads
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

MOST_OFFERED = 8


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def on_open(room: Room) -> Reply:
    """One planned meeting: to prepare it, to move it, to cancel it, or to take its file."""
    return page(room, _tap(room).subject, view=_tap(room).argument)


def asked(room: Room, request: SeePlanned) -> Reply:
    """« qui vient au GT de mercredi ? », « checklist du Copil »: the page, or the list, of the meeting to come that is meant."""
    group_ids = (request.group_id,) if request.group_id is not None else request.group_candidates
    lines = meetings_told(room.work, room.account, group_ids=group_ids, days=request.days, today=room.today)
    if not lines:
        label = room.names.group(request.group_id) if request.group_id is not None else None
        raise NothingPlanned(label, request.days[0] if len(request.days) == 1 else None, to_change=False)
    if len(lines) > 1:
        offered = [Button(label=short(agenda_words.button(line)), tap=Tap(Do.PLANNED_OPEN, line.id)) for line in lines[:MOST_OFFERED]]
        return Reply(text=turnout_words.WHICH, keyboard=rows(offered, 1))
    if request.about == "invitation":
        return _invitation(room, lines[0].id)
    if request.about == "checklist" and room.work.checklist.of_meeting(lines[0].id):
        return checklist.listed(room, lines[0].id, done=(request.done,) if request.done else ())
    shown = replace(page(room, lines[0].id, who=request.about == "who"), in_place=False)
    first = _nothing_known(room, lines[0], request.about)
    return replace(shown, text=f"{first}\n\n{shown.text}") if first else shown


def told(room: Room, draft: Draft | None) -> Reply | None:
    """« mets le budget en premier », « salle réservée », said straight after the page, the agenda or the list of a planned meeting."""
    meeting_id = shown_just_before(room.work, room.account, update_id=room.visit.update_id, now=room.now)
    if meeting_id is None:
        return None
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id, draft=draft.content if draft else None)
    heard = read_shown(room.visit.text, hearing, room.index)
    listed = list_shown(room.work, room.account, update_id=room.visit.update_id, now=room.now) and not names_agenda(room.visit.text)
    if isinstance(heard, PlanAgenda) and listed and heard.change in {"add", "remove"}:
        return checklist.changed(room, meeting_id, PlanChecklist(things=heard.points, drops=heard.change == "remove"))
    if isinstance(heard, PlanAgenda):
        return agenda_points.planned_agenda(room, heard, among=(meeting_id,))
    if isinstance(heard, TellTurnout):
        return turnout.of_shown(room, meeting_id, heard)
    return checklist.listed(room, meeting_id, done=heard) if heard and room.work.checklist.of_meeting(meeting_id) else None


def _nothing_known(room: Room, line: AgendaLine, about: About) -> str:
    """What was asked and nobody has told yet; empty where the page says it."""
    if about == "who":
        return "" if expected(room.work, line) else words.NOBODY_TOLD
    if about == "points":
        return "" if proposed(room.work, planned_meeting(room.work, line.id), today=room.today) else words.NO_POINT_WAITS
    return words.NOTHING_TO_SEE_TO if about == "checklist" else ""


def page(room: Room, meeting_id: int, *, view: str = "", toast: str | None = None, who: bool = False) -> Reply:
    """That page; `view`: the part of the agenda that it goes back to, `who`: with the members who have not answered."""
    line = planned_line(room.work, room.account, meeting_id)
    meeting = planned_meeting(room.work, meeting_id)
    look(room.work, room.account, meeting_id, update_id=room.visit.update_id, now=room.now)
    hers = may_tell(room.work, room.account, meeting) and may(room.account.role, Verb.LOG_OWN_MEETING)
    waiting = proposed(room.work, meeting, today=room.today) if hers else ()
    text = words.opened(
        line,
        room.names,
        found=conflicts_around(room.work, line),
        expected=expected(room.work, line),
        silent=unheard(room.work, line) if who and hers else (),
        points=meeting.topics,
        waiting=waiting,
        today=room.today,
    )
    change = (
        Button(label=buttons.MOVE_MEETING, tap=Tap(Do.PLANNED_MOVE, line.id)),
        Button(label=buttons.DROP_MEETING, tap=Tap(Do.PLANNED_CANCEL, line.id)),
    )
    file = Button(label=buttons.CALENDAR_FILE, tap=Tap(Do.CALENDAR_MEETING, line.id))
    invite = Button(label=buttons.INVITATION_TEXT, tap=Tap(Do.PLANNED_INVITE, line.id))
    back = Button(label=buttons.BACK_TO_AGENDA, tap=Tap(Do.AGENDA, 0, 0, decode(view).encode()))
    take = ((Button(label=buttons.TAKE_PARKED, tap=Tap(Do.PARKED_TAKE, line.id)),),) if waiting else ()
    things = room.work.checklist.of_meeting(line.id) if hers else ()
    seen_to = ((Button(label=opening(things), tap=Tap(Do.CHECKLIST, line.id)),),) if things else ()
    recalled = ((opening_leads(line.group_id, line.id),),) if line.group_id is not None and _chooses(room, line.group_id) else ()
    mine = (*take, *seen_to, (invite,), *recalled, change) if hers else ()
    return Reply(text=text, keyboard=(*mine, (file,), (back,)), in_place=True, toast=toast)


def _chooses(room: Room, group_id: int) -> bool:
    """Whether she may say what is recalled before the meetings of that group."""
    piloted = (group for group in room.work.directory.groups([group_id]) if room.account.person_id in group.pilot_ids)
    return may(room.account.role, Verb.LOG_ANY_MEETING) or any(piloted)


def on_invite(room: Room) -> Reply:
    """📋: a message to copy; Maillon sends it to nobody."""
    return _invitation(room, _tap(room).subject)


def _invitation(room: Room, meeting_id: int) -> Reply:
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=planned_meeting(room.work, meeting_id).id)
    acts.check_may_have(room.work, room.account, order)
    said = acts.written_paper(room.work, room.account, order, on=room.today)
    if not isinstance(said, Convening):
        raise NoSuchMeeting
    return Reply(text=words.invitation(said))


TAPS: dict[Do, Scene] = {Do.PLANNED_OPEN: on_open, Do.PLANNED_INVITE: on_invite}
