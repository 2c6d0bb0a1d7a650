"""The page of one planned meeting, where it is prepared: who comes, its agenda, an invitation to paste, its file."""

from __future__ import annotations

from bot.actions import papers as acts
from bot.actions.agenda import conflicts_around, planned_line
from bot.actions.meetings import may_tell
from bot.actions.parked import proposed
from bot.actions.plans import planned_meeting
from bot.actions.turnout import expected
from bot.domain.convenings import Convening
from bot.domain.errors import NoSuchMeeting
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.permissions import Verb, may
from bot.texts import buttons
from bot.texts import planned_pages as words
from bot.texts.checklist import opening
from handlers.agenda_views import decode
from handlers.callbacks import Do, Tap
from handlers.leads import opening as opening_leads
from handlers.replies import Button, Reply
from handlers.room import Room, Scene


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def on_open(room: Room) -> Reply:
    """One planned meeting: to prepare it, to move it, to cancel it, or to take its file."""
    return page(room, _tap(room).subject, view=_tap(room).argument)


def page(room: Room, meeting_id: int, *, view: str = "", toast: str | None = None) -> Reply:
    """That page; `view`: the part of the agenda that it goes back to."""
    line = planned_line(room.work, room.account, meeting_id)
    meeting = planned_meeting(room.work, meeting_id)
    hers = may_tell(room.work, room.account, meeting) and may(room.account.role, Verb.LOG_OWN_MEETING)
    waiting = proposed(room.work, meeting, today=room.today) if hers else ()
    text = words.opened(
        line,
        room.names,
        found=conflicts_around(room.work, line),
        expected=expected(room.work, line),
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
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=planned_meeting(room.work, _tap(room).subject).id)
    acts.check_may_have(room.work, room.account, order)
    said = acts.written_paper(room.work, room.account, order, on=room.today)
    if not isinstance(said, Convening):
        raise NoSuchMeeting
    return Reply(text=words.invitation(said))


TAPS: dict[Do, Scene] = {Do.PLANNED_OPEN: on_open, Do.PLANNED_INVITE: on_invite}
