"""A message that begins with a slash: the command alone, or with words that say what it is wanted for."""

from __future__ import annotations

from bot.domain.requests import Hearing, KeepContent, NotForMe, Request
from bot.texts import help
from bot.understanding.reader import read
from handlers import commands
from handlers.free_text import ANSWERS, new_card
from handlers.replies import Reply
from handlers.room import Room


def on_slash(room: Room) -> Reply | list[Reply]:
    """Does what the command and its words ask; words that say nothing more leave the command alone."""
    name = room.visit.text.split(maxsplit=1)[0].removeprefix("/").split("@")[0].casefold()
    if room.visit.words and name in help.SENTENCES:
        request = _heard(room, f"{help.SENTENCES[name]} {room.visit.words}".strip())
        if isinstance(request, KeepContent):
            return new_card(room, request)
        if not isinstance(request, NotForMe) and type(request) in ANSWERS:
            return ANSWERS[type(request)](room, request)
    return commands.run(room, name)


def _heard(room: Room, said: str) -> Request:
    return read(said, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
