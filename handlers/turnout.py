"""How it is told beforehand who comes to a planned meeting: a sentence, at most one question, and ↩︎."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.actions import turnout as acts
from bot.actions.agenda import is_over, planned_line
from bot.actions.in_hand import look
from bot.domain.agenda import AgendaLine
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import Draft
from bot.domain.errors import NothingPlanned
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout, standing
from bot.texts import agenda as agenda_words
from bot.texts import buttons, turnout
from bot.texts.plans import NO_TITLE
from bot.understanding.turnout import read_bare_turnout
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

_STATES = {"e": AttendanceState.EXCUSED, "c": AttendanceState.PRESENT}
_LETTERS = {state: letter for letter, state in _STATES.items()}
_WHO = re.compile(r"(?P<state>[ec])?(?P<sort>[psqt])(?P<ids>\d{1,9}(?:_\d{1,9})*)")
LONGEST = 44  # bytes of an argument: Telegram takes 64 in all
MOST_OFFERED = 8


@dataclass(frozen=True, slots=True)
class _Said:
    """What a button bears of a sentence."""

    people: tuple[Presence, ...]
    late: bool = False
    instead: bool = False


def told(room: Room, request: TellTurnout) -> Reply:
    """« Karim s'excuse pour le GT de jeudi »: noted, or asked of which meeting, or who is meant."""
    lines = acts.meetings_meant(room.work, room.account, request, today=room.today)
    if not lines:
        label = room.names.group(request.group_id) if request.group_id is not None else None
        raise NothingPlanned(label, request.days[0] if len(request.days) == 1 else None)
    partly = request.late or (bool(request.hours) and not any(line.starts in request.hours for line in lines))
    said = _Said(people=request.people, late=partly, instead=request.instead)
    told_which = bool(request.days or request.group_id or request.group_candidates)
    if (len(lines) == 1 and told_which) or not request.people:
        return _of_one(room, lines[0], said, unnamed=request.unnamed)
    argument = encoded(said)
    if argument is None:
        return Reply(text=turnout.in_full([one.said or "?" for one in request.people]))
    offered = [
        Button(label=short(agenda_words.button(line)), tap=Tap(Do.TURNOUT_OF, line.id, 0, argument)) for line in lines[:MOST_OFFERED]
    ]
    which = f"{turnout.WHICH}\n{turnout.unnamed(request.unnamed)}" if request.unnamed else turnout.WHICH
    return Reply(text=which, keyboard=rows(offered, 1))


def of_shown(room: Room, meeting_id: int, request: TellTurnout) -> Reply | None:
    """« finalement Karim vient », said straight after that planned meeting was shown; None where it has taken place since."""
    line = planned_line(room.work, room.account, meeting_id)
    said = _Said(people=request.people, late=request.late, instead=request.instead)
    return None if is_over(line, now=room.now_there) else _of_one(room, line, said, unnamed=request.unnamed)


def _of_one(room: Room, line: AgendaLine, said: _Said, *, unnamed: int) -> Reply:
    if not said.people:
        return Reply(text=turnout.WHO_BY_NAME)
    noted = _noted(room, line, said, in_place=False)
    return replace(noted, text=f"{noted.text}\n{turnout.unnamed(unnamed)}") if unnamed else noted


def told_ahead(room: Room, draft: Draft | None = None, *, dated: bool = False) -> Reply | None:
    """« Karim excusé pour le GT du 17 », which may tell of a past meeting as well, of which none is known: of the planned one; else None.

    `dated`: only if a day is told.
    """
    content = draft.content if draft is not None else None
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id, draft=content)
    request = read_bare_turnout(room.visit.text, hearing, room.index)
    if request is None or (dated and not request.days) or acts.met_before(room.work, request):
        return None
    lines = acts.meetings_meant(room.work, room.account, request, today=room.today)
    return told(room, request) if any(not is_over(line, now=room.now_there) for line in lines) else None


def _noted(room: Room, line: AgendaLine, said: _Said, *, in_place: bool) -> Reply:
    people = acts.settled(room.work, said.people, group_id=line.group_id)
    doubtful = [place for place, one in enumerate(people) if one.undecided]
    if doubtful:
        return _asked_who(room, line, replace(said, people=people), doubtful, in_place=in_place)
    update_id = room.visit.update_id
    _, words = acts.note(room.work, room.account, line.id, people=people, update_id=update_id, now=room.now)
    look(room.work, room.account, line.id, update_id=update_id, now=room.now)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.TURNOUT_UNDO, line.id, 0, str(update_id)))
    there = standing(words, day=line.day)
    text = turnout.noted(line.label or NO_TITLE, line.day, there, room.names, late=said.late, instead=said.instead)
    return Reply(text=text, keyboard=((undo,),), in_place=in_place)


def _asked_who(room: Room, line: AgendaLine, said: _Said, doubtful: Sequence[int], *, in_place: bool) -> Reply:
    """The people, or the structures, that the first of the doubtful names fits, as buttons."""
    place, people = doubtful[0], said.people
    one = people[place]
    arguments = [
        (chosen, encoded(replace(said, people=(*people[:place], _chosen(one, chosen), *people[place + 1 :])))) for chosen in one.candidates
    ]
    if len(arguments) > MOST_OFFERED or any(argument is None for _, argument in arguments):
        return Reply(text=turnout.in_full([people[k].said or "?" for k in doubtful]), in_place=in_place)
    name = room.names.structure if one.candidates_are_structures else room.names.person_apart
    offered = [
        Button(label=short(name(chosen)), tap=Tap(Do.TURNOUT_OF, line.id, 0, argument)) for chosen, argument in arguments if argument
    ]
    words = one.said or " / ".join(dict.fromkeys(name(chosen) for chosen in one.candidates))
    return Reply(text=turnout.who(words), keyboard=rows(offered, 1), in_place=in_place)


def _chosen(one: Presence, chosen: int) -> Presence:
    if one.candidates_are_structures:
        return Presence(structure_id=chosen, state=one.state)
    return replace(one, person_id=chosen, candidates=(), said=None)


def encoded(said: _Said) -> str | None:
    """Who, and whether they come, as a button bears it; None for what is too long for one. In another state than the first, one says so."""
    first = said.people[0].state
    parts = [_LETTERS[first] + "l" * said.late + "i" * said.instead]
    for one in said.people:
        own = "" if one.state is first else _LETTERS[one.state]
        if one.undecided:
            parts.append(own + ("t" if one.candidates_are_structures else "q") + "_".join(map(str, one.candidates)))
        else:
            parts.append(own + (f"p{one.person_id}" if one.person_id is not None else f"s{one.structure_id}"))
    argument = ".".join(parts)
    return argument if len(argument) <= LONGEST else None


def decoded(argument: str) -> _Said:
    """What a button bears. Raises KeyError, ValueError for what we never wrote."""
    letters, *parts = argument.split(".")
    people = tuple(_who(part, _STATES[letters[:1]]) for part in parts)
    return _Said(people=people, late="l" in letters, instead="i" in letters)


def _who(part: str, state: AttendanceState) -> Presence:
    found = _WHO.fullmatch(part)
    if found is None:
        raise ValueError(part)
    state = _STATES[found["state"]] if found["state"] else state
    ids = tuple(map(int, found["ids"].split("_")))
    match found["sort"]:
        case "p":
            return Presence(person_id=ids[0], state=state)
        case "s":
            return Presence(structure_id=ids[0], state=state)
    return Presence(candidates=ids, candidates_are_structures=found["sort"] == "t", state=state)


def on_of(room: Room) -> Reply:
    """The meeting, or the person, that was asked for."""
    tap = room.visit.tap
    assert tap is not None
    said = decoded(tap.argument)
    if not said.people or any(room.names.people.get(one.person_id) is None for one in said.people if one.person_id is not None):
        raise ValueError(tap.argument)
    return _noted(room, planned_line(room.work, room.account, tap.subject), said, in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎: as if that message had not been said."""
    tap = room.visit.tap
    assert tap is not None
    acts.take_back(room.work, room.account, tap.subject, update_id=int(tap.argument), now=room.now)
    line = planned_line(room.work, room.account, tap.subject)
    return Reply(text=turnout.undone(line.label or NO_TITLE, line.day), in_place=True)


TAPS: dict[Do, Scene] = {Do.TURNOUT_OF: on_of, Do.TURNOUT_UNDO: on_undo}
