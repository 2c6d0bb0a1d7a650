"""What the directory answers to a plain question; the whole of it is another issue."""

from __future__ import annotations

from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.requests import FindPartner
from bot.texts import directory
from handlers.replies import Reply
from handlers.room import Room

SHOWN = 8


def found(room: Room, request: FindPartner) -> Reply:
    """The people and structures that the question means."""
    if not may(room.account.role, Verb.READ_DIRECTORY):
        raise NotAllowed(Verb.READ_DIRECTORY)
    people = room.work.directory.people(request.people[:SHOWN])
    theirs = {person.structure_id for person in people.values() if person.structure_id}
    structures = room.work.directory.structures({*request.structures[:SHOWN], *theirs})
    listed = [people[i] for i in request.people[:SHOWN] if i in people]
    places = [structures[i] for i in request.structures[:SHOWN] if i in structures]
    more = len(request.people[SHOWN:]) + len(request.structures[SHOWN:])
    return Reply(text=directory.found(listed, places, room.names, asked=request.fields, of_people=structures, more=more))
