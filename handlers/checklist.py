"""How what is to be seen to before a planned meeting is told in words, and ticked with one tap each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.actions import checklist as acts
from bot.actions.agenda import meetings_told, planned_line
from bot.actions.in_hand import look
from bot.domain.agenda import AgendaLine
from bot.domain.checklist import PlanChecklist, Thing
from bot.domain.errors import NothingPlanned
from bot.french.folding import telling_words
from bot.texts import buttons
from bot.texts import checklist as words
from bot.texts.plans import NO_TITLE
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene


def told(room: Room, request: PlanChecklist) -> Reply:
    """« à prévoir pour le GT de jeudi : salle, café »: added to the list of that meeting."""
    group_ids = (request.group_id,) if request.group_id is not None else request.group_candidates
    lines = meetings_told(room.work, room.account, group_ids=group_ids, days=request.days, today=room.today)
    if not lines:
        label = room.names.group(request.group_id) if request.group_id is not None else None
        raise NothingPlanned(label, request.days[0] if len(request.days) == 1 else None)
    if len(lines) > 1:
        return Reply(text=words.WHICH)
    return changed(room, lines[0].id, request)


def changed(room: Room, meeting_id: int, request: PlanChecklist) -> Reply:
    """The things are added to the list of that meeting, or taken off it."""
    line, update_id = planned_line(room.work, room.account, meeting_id), room.visit.update_id
    if request.drops:
        return _taken_off(room, line, request.things)
    things = acts.plan_checklist(room.work, room.account, line.id, things=request.things, update_id=update_id, now=room.now)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.CHECKLIST_UNDO, line.id, 0, str(update_id)))
    return _shown(room, line, things, beside=undo, in_place=False)


def _taken_off(room: Room, line: AgendaLine, told: Sequence[str]) -> Reply:
    things = room.work.checklist.of_meeting(line.id)
    gone = [one for one in things if any(_names(said, one) for said in told)]
    left = acts.take_off(room.work, room.account, line.id, thing_ids=[one.id for one in gone], now=room.now)
    missing = [said for said in told if not any(_names(said, one) for one in gone)]
    shown = _shown(room, line, left, beside=_page(line), in_place=False)
    return replace(shown, text=f"{words.taken_off([one.text for one in gone], missing)}\n\n{shown.text}")


def _shown(room: Room, line: AgendaLine, things: Sequence[Thing], *, beside: Button, in_place: bool) -> Reply:
    look(room.work, room.account, line.id, update_id=room.visit.update_id, now=room.now, part="list")
    ticks = [
        Button(label=short(words.button(one)), tap=Tap(Do.CHECKLIST_TICK, line.id, 0, f"{one.id}.{0 if one.done else 1}")) for one in things
    ]
    return Reply(text=words.checklist(line.label or NO_TITLE, line.day, things), keyboard=(*rows(ticks, 2), (beside,)), in_place=in_place)


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def _page(line: AgendaLine) -> Button:
    return Button(label=buttons.BACK, tap=Tap(Do.PLANNED_OPEN, line.id))


def on_checklist(room: Room) -> Reply:
    """The list of a planned meeting."""
    return listed(room, _tap(room).subject, in_place=True)


def listed(room: Room, meeting_id: int, *, in_place: bool = False, done: Sequence[str] = ()) -> Reply:
    """What is to be seen to before that meeting; `done`: what of it was just seen to, in her words."""
    line = planned_line(room.work, room.account, meeting_id)
    things = room.work.checklist.of_meeting(line.id)
    named = {said: [one for one in things if _names(said, one)] for said in done}
    for one in {one.id: one for found in named.values() for one in found}.values():
        things = acts.tick(room.work, room.account, line.id, thing_id=one.id, done=True)
    shown = _shown(room, line, things, beside=_page(line), in_place=in_place)
    missing = [said for said, found in named.items() if not found]
    return replace(shown, text=f"{words.not_listed(missing, rest=len(missing) < len(named))}\n\n{shown.text}") if missing else shown


def _names(said: str, thing: Thing) -> bool:
    """« la salle », « salle Rimbaud » the line « salle »."""
    told, listed = telling_words(said), telling_words(thing.text)
    return bool(told and listed) and (told <= listed or listed <= told)


def on_tick(room: Room) -> Reply:
    """⬜ or ☑️."""
    thing_id, done = map(int, _tap(room).argument.split("."))
    line = planned_line(room.work, room.account, _tap(room).subject)
    things = acts.tick(room.work, room.account, line.id, thing_id=thing_id, done=bool(done))
    return _shown(room, line, things, beside=_page(line), in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎: the list without what that message told."""
    line = planned_line(room.work, room.account, _tap(room).subject)
    acts.take_back(room.work, room.account, line.id, update_id=int(_tap(room).argument), now=room.now)
    return Reply(text=words.undone(line.label or NO_TITLE), in_place=True)


TAPS: dict[Do, Scene] = {Do.CHECKLIST: on_checklist, Do.CHECKLIST_TICK: on_tick, Do.CHECKLIST_UNDO: on_undo}
