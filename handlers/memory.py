"""How past meetings answer in the chat: what they decided, who does what, and where something was talked of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import memory as acts
from bot.domain.meetings import MeetingLine
from bot.domain.requests import AskMinutes
from bot.french.mentions import sought_in
from bot.texts import buttons, meetings
from bot.texts import memory as texts
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room

MOST_MEETINGS = 5
WANTS: tuple[texts.Want, ...] = ("minutes", "decisions", "actions")
LETTERS: dict[texts.Want, str] = {"minutes": "", "decisions": "D", "actions": "A"}
_WANTED = {letter: want for want, letter in LETTERS.items()}


def wanted(letter: str) -> texts.Want:
    """What of a meeting a button asks for; raises KeyError for a letter that we never wrote."""
    return _WANTED[letter]


def outcomes(room: Room, lines: Sequence[MeetingLine], want: texts.Want) -> Reply:
    """The decisions or actions of these meetings."""
    records = acts.outcomes(room.work, room.account, [line.id for line in lines], on=room.today)
    keyboard = _documents(lines) if len(lines) > 1 else _document(lines[0].id)
    return Reply(text=texts.outcomes(records, want=want, today=room.today), keyboard=keyboard)


def outcomes_of(room: Room, meeting_id: int, want: texts.Want) -> Reply:
    """Those of the meeting that a button names."""
    records = acts.outcomes(room.work, room.account, [meeting_id], on=room.today)
    return Reply(text=texts.outcomes(records, want=want, today=room.today), keyboard=_document(meeting_id))


def searched(room: Room, request: AskMinutes, groups: tuple[int, ...]) -> Reply | None:
    """« dans quel CR parle-t-on de l'école de l'asthme ? »; None when no word of it can be looked for."""
    words = request.words or ""
    sought = sought_in(words)
    if not sought:
        return None
    told = acts.mentions(room.work, room.account, sought, group_ids=groups, want=request.want)
    scope = room.names.group(groups[0]) if len(groups) == 1 else ""
    lines = [one.line for one in told.found]
    keyboard = _documents(lines) if len(lines) > 1 else _document(lines[0].id) if lines else ()
    return Reply(text=texts.mentions(told, words, sought, scope=scope), keyboard=keyboard)


def _document(meeting_id: int) -> Keyboard:
    return ((Button(label=buttons.MINUTES_AGAIN, tap=Tap(Do.DOCUMENT, meeting_id)),),)


def _documents(lines: Sequence[MeetingLine]) -> Keyboard:
    return rows([Button(label=short(meetings.past_button(line)), tap=Tap(Do.DOCUMENT, line.id)) for line in lines], 1)
