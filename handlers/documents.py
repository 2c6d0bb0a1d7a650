"""How minutes are asked for again: /cr, a sentence, or 📄."""

from __future__ import annotations

from datetime import date

from bot.actions.meetings import may_read_minutes, past_meetings
from bot.domain.requests import AskMinutes
from bot.ports import OutboxKind
from bot.texts import meetings
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short, turning
from handlers.replies import Button, Reply
from handlers.room import Room

A_PAGE = 6


def on_minutes(room: Room) -> Reply:
    """/cr: the last meetings, to choose one."""
    return _listed(room, AskMinutes(), page=room.visit.tap.number if room.visit.tap else 0)


def asked(room: Room, request: AskMinutes) -> Reply:
    """« le CR du dernier Copil CLS »: sent at once when one meeting fits, else a list."""
    groups = request.group_candidates or ((request.group_id,) if request.group_id else ())
    if request.which in ("last", "date") and len(groups) == 1:
        first, last = _days(request)
        lines = past_meetings(room.work, room.account, group_ids=groups, first=first, last=last, limit=2)
        if lines and (request.which == "last" or len(lines) == 1):
            return _send(room, lines[0].id)
    return _listed(room, request, page=0)


def _days(request: AskMinutes) -> tuple[date | None, date | None]:
    if request.day:
        return request.day, request.day
    return (request.day_window.first, request.day_window.last) if request.day_window else (None, None)


def _listed(room: Room, request: AskMinutes, *, page: int) -> Reply:
    groups = request.group_candidates or ((request.group_id,) if request.group_id else ())
    first, last = _days(request)
    lines = past_meetings(room.work, room.account, group_ids=groups, first=first, last=last, limit=A_PAGE + 1, offset=page * A_PAGE)
    listed = [Button(label=short(meetings.past_button(line)), tap=Tap(Do.DOCUMENT, line.id)) for line in lines[:A_PAGE]]
    more = len(lines) > A_PAGE and not groups and first is None
    pages = turning(page, more=more, to=lambda n: Tap(Do.DOCUMENT_PAGE, 0, 0, str(n)))
    return Reply(text=meetings.past(lines, narrowed=bool(groups) or first is not None), keyboard=(*rows(listed, 1), *pages), in_place=True)


def on_document(room: Room) -> Reply:
    """📄: that meeting's minutes, as they stand now."""
    tap = room.visit.tap
    assert tap is not None
    return _send(room, tap.subject)


def _send(room: Room, meeting_id: int) -> Reply:
    meeting = may_read_minutes(room.work, room.account, meeting_id)
    room.work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=room.account.chat_id, subject_id=meeting.id, entry_id=None, now=room.now)
    if room.visit.query_id:
        return Reply(toast=meetings.MINUTES_COMING, delivers=True)
    return Reply(text=meetings.MINUTES_COMING, delivers=True)
