"""/presences: who was at a meeting that is kept, to be corrected on its card."""

from __future__ import annotations

from bot.actions.meetings import past_meetings
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.texts import meetings
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room

A_PAGE = 6


def on_attendance(room: Room) -> Reply:
    """The last meetings; a tap opens the card of one again."""
    if not may(room.account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    lines = past_meetings(room.work, room.account, limit=A_PAGE)
    listed = [Button(label=short(meetings.attendance_button(line)), tap=Tap(Do.AMEND, line.id)) for line in lines]
    return Reply(text=meetings.attendance_of_which(lines), keyboard=rows(listed, 1))
