"""What the directory answers to a question: the one sheet that is meant, or a short list to choose from."""

from __future__ import annotations

from bot.actions.directory import check_may_read
from bot.domain.requests import FindPartner, Hearing
from bot.texts import directory
from bot.texts import sheets as texts
from bot.understanding.reader import read
from handlers import sheets
from handlers.keyboards import rows
from handlers.replies import Reply
from handlers.room import Room

SHOWN = 8


def asked_who(room: Room) -> Reply:
    """/annuaire alone: whom do you look for? Raises NotAllowed."""
    check_may_read(room.account)
    return Reply(text=texts.ASK_WHO)


def search(room: Room, words: str) -> Reply:
    """Whoever these words name. Raises NotAllowed."""
    check_may_read(room.account)
    request = read(f"qui est {words}", Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    if isinstance(request, FindPartner) and (request.people or request.structures):
        return found(room, request)
    return Reply(text=texts.nobody_fits(words))


def found(room: Room, request: FindPartner) -> Reply:
    """The people and structures that the question means; one alone is shown with all that is known. Raises NotAllowed."""
    check_may_read(room.account)
    asked = frozenset(request.fields)
    if len(request.people) == 1 and not request.structures:
        return sheets.person(room, request.people[0], asked=asked)
    if len(request.structures) == 1 and not request.people:
        return sheets.structure(room, request.structures[0], asked=asked)
    people = room.work.directory.people(request.people[:SHOWN])
    theirs = {person.structure_id for person in people.values() if person.structure_id}
    structures = room.work.directory.structures({*request.structures[:SHOWN], *theirs})
    listed = [people[i] for i in request.people[:SHOWN] if i in people]
    places = [structures[i] for i in request.structures[:SHOWN] if i in structures]
    more = len(request.people[SHOWN:]) + len(request.structures[SHOWN:])
    text = directory.found(listed, places, room.names, asked=request.fields, of_people=structures, more=more)
    opening = [sheets.open_person(room, p.id) for p in listed] + [sheets.open_structure(room, s.id) for s in places]
    return Reply(text=text, keyboard=rows(opening, 1))
