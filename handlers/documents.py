"""How minutes are asked for again: /cr, a sentence, or 📄."""

from __future__ import annotations

from datetime import date

from bot.actions.meetings import may_read_minutes, past_meetings
from bot.domain.meetings import MeetingLine
from bot.domain.requests import AskMinutes
from bot.ports import OutboxKind
from bot.texts import meetings
from bot.texts.memory import Want, which, which_button
from handlers import memory
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short, turning
from handlers.replies import Button, Reply
from handlers.room import Room

A_PAGE = 6


def on_minutes(room: Room) -> Reply:
    """/cr: the last meetings, to choose one; or another page of such a list."""
    tap = room.visit.tap
    return _listed(room, AskMinutes(want=memory.WANTS[tap.subject] if tap else "minutes"), page=tap.number if tap else 0)


def asked(room: Room, request: AskMinutes) -> Reply:
    """« le CR du dernier Copil CLS », « on a décidé quoi hier ? »: answered at once when one meeting fits, else a list."""
    groups = _groups(request)
    if request.which == "search":
        return memory.searched(room, request, groups) or _listed(room, request, page=0)
    first, last = _days(request)
    count = min(request.count or 1, memory.MOST_MEETINGS) if request.which == "last" and len(groups) == 1 else 1
    lines = past_meetings(room.work, room.account, group_ids=groups, first=first, last=last, limit=max(count, 2))
    meant = lines[:count] if request.which == "last" and len(groups) == 1 else lines
    if request.want != "minutes" and meant and len(meant) <= count:
        return memory.outcomes(room, meant, request.want)
    if len(groups) == 1 and len(meant) == 1 and request.want == "minutes":
        return _send(room, meant[0].id)
    return _listed(room, request, page=0, most=count if count > 1 else A_PAGE)


def _groups(request: AskMinutes) -> tuple[int, ...]:
    return request.group_candidates or ((request.group_id,) if request.group_id else ())


def _days(request: AskMinutes) -> tuple[date | None, date | None]:
    if request.day:
        return request.day, request.day
    return (request.day_window.first, request.day_window.last) if request.day_window else (None, None)


def _listed(room: Room, request: AskMinutes, *, page: int, most: int = A_PAGE) -> Reply:
    """The meetings to choose among; the choice answers what was asked."""
    groups, want = _groups(request), request.want
    first, last = _days(request)
    lines = past_meetings(room.work, room.account, group_ids=groups, first=first, last=last, limit=most + 1, offset=page * most)
    listed = [Button(label=short(_label(line, want)), tap=Tap(Do.DOCUMENT, line.id, 0, memory.LETTERS[want])) for line in lines[:most]]
    more = len(lines) > most and not groups and first is None
    pages = turning(page, more=more, to=lambda n: Tap(Do.DOCUMENT_PAGE, memory.WANTS.index(want), 0, str(n)))
    narrowed = bool(groups) or first is not None
    text = meetings.past(lines, narrowed=narrowed) if want == "minutes" or not lines else which(want)
    return Reply(text=text, keyboard=(*rows(listed, 1), *pages), in_place=True)


def _label(line: MeetingLine, want: Want) -> str:
    return meetings.past_button(line) if want == "minutes" else which_button(line.label, line.day, want=want)


def on_document(room: Room) -> Reply:
    """📄: that meeting's minutes, as they stand now; ⚖️ or ☑️ of a list: what it decided or entrusted."""
    tap = room.visit.tap
    assert tap is not None
    want = memory.wanted(tap.argument)
    return _send(room, tap.subject) if want == "minutes" else memory.outcomes_of(room, tap.subject, want)


def _send(room: Room, meeting_id: int) -> Reply:
    meeting = may_read_minutes(room.work, room.account, meeting_id)
    room.work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=room.account.chat_id, subject_id=meeting.id, entry_id=None, now=room.now)
    if room.visit.query_id:
        return Reply(toast=meetings.MINUTES_COMING, delivers=True)
    return Reply(text=meetings.MINUTES_COMING, delivers=True)
