"""How a leave is told, kept and ended: « je suis en congé du 3 au 14, c’est Sophie qui prend le relais »."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.actions import leaves as acts
from bot.domain.drafts import Draft
from bot.domain.peace_requests import EndLeave, TakeLeave
from bot.domain.requests import Hearing
from bot.domain.rhythms import Away, Leave, LeaveState
from bot.texts import buttons, toasts
from bot.texts import leaves as texts
from bot.understanding.leave_days import read_other_days
from bot.understanding.rhythms import read_stand_in
from handlers.callbacks import Do, Tap
from handlers.last_touched import Thing, is_last
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

MOST = 6
AGAIN = "again"


def proposed(room: Room, request: TakeLeave) -> Reply:
    """A card; days that are not known are asked for."""
    if request.first is None or request.last is None:
        return Reply(text=texts.WHICH_DAYS)
    leave = acts.propose_leave(room.work, room.account, request, update_id=room.visit.update_id, now=room.now)
    return _shown(room, leave)


def told(room: Room, draft: Draft | None) -> Reply | None:
    """« c'est Marc qui me remplace », said of the card of a leave, or of the next one kept; None when it speaks of another matter."""
    leave = acts.in_hand(room.work, room.account, now=room.now)
    shown = leave is not None
    if leave is None and draft is None:
        leave = acts.next_leave(room.work, room.account, now=room.now)
    if leave is None or (draft is not None and draft.touched_at >= leave.touched_at):
        return None
    days = Away(first=leave.first, last=leave.last)
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    other = read_other_days(room.visit.text, days, hearing, room.index) if shown else None
    if other is not None and is_last(room, Thing.LEAVE, leave.touched_at, draft):
        moved = acts.on_other_days(room.work, room.account, leave, days=other, update_id=room.visit.update_id, now=room.now)
        return _shown(room, moved)
    request = read_stand_in(room.visit.text, days, hearing, room.index)
    if request is None:
        return None
    acts.give_up_card(room.work, room.account, now=room.now)  # the new one takes its place
    return proposed(room, request)


def ended(room: Room, said: EndLeave) -> Reply:
    """« je suis rentrée », « annule mes congés »: of what is kept, and of the card that stands open; of several it asks which."""
    if said.returns is not None:
        return _ended_otherwise(room, said.returns)
    if said.other_end and acts.next_leave(room.work, room.account, now=room.now) is not None:
        return Reply(text=texts.WHEN_BACK)
    if acts.give_up_card(room.work, room.account, now=room.now):
        return Reply(text=texts.WITHDRAWN, delivers=True)
    meant = acts.kept_leaves(room.work, room.account, said, now=room.now)
    if len(meant) > 1 and not said.every:
        return Reply(text=texts.WHICH_LEAVE, keyboard=tuple((_drop(leave),) for leave in meant[:MOST]))
    if not meant:
        others = acts.kept_leaves(room.work, room.account, EndLeave(), now=room.now)
        return Reply(text=texts.not_away(others, back=said.back) if others else texts.NONE, delivers=True)
    if acts.is_part(meant[0], said):
        return Reply(text=texts.PART_OF_IT, keyboard=((_drop(meant[0]),),))
    acts.end_leaves(room.work, room.account, meant, now=room.now)
    if any(leave.holds(room.today) for leave in meant):
        return Reply(text=texts.ENDED, delivers=True)
    again = Button(label=buttons.UNDO, tap=Tap(Do.LEAVE_KEEP, meant[0].id, 0, AGAIN))
    return Reply(text=texts.given_up(meant), keyboard=((again,),) if len(meant) == 1 else (), delivers=True)


def _ended_otherwise(room: Room, returns: date) -> Reply:
    """« je reviens le 7 », « mon arrêt est prolongé jusqu'au 15 »: a card of the same leave with its other end."""
    leave = acts.with_other_end(room.work, room.account, returns, now=room.now)
    if leave is None:
        others = acts.kept_leaves(room.work, room.account, EndLeave(), now=room.now)
        return Reply(text=texts.not_away(others, back=False) if others else texts.NONE, delivers=True)
    if leave.last == returns - timedelta(days=1):
        return _shown(room, leave)
    return _shown(room, acts.end_otherwise(room.work, room.account, leave, returns=returns, update_id=room.visit.update_id, now=room.now))


def _drop(leave: Leave) -> Button:
    return Button(label=texts.drop_button(leave), tap=Tap(Do.LEAVE_DROP, leave.id))


def _shown(room: Room, leave: Leave, *, in_place: bool = False, toast: str | None = None) -> Reply:
    name = room.names.person(leave.stand_in_id) if leave.stand_in_id else ""
    text = texts.card(leave, acts.stand_in(room.work, leave), name)
    return Reply(text=text, keyboard=_keyboard(room, leave), in_place=in_place, toast=toast, delivers=leave.state is LeaveState.KEPT)


def _keyboard(room: Room, leave: Leave) -> Keyboard:
    if leave.state is LeaveState.KEPT:
        return ((Button(label=buttons.UNDO, tap=Tap(Do.LEAVE_DROP, leave.id, 0, AGAIN)),),)
    drop = Button(label=buttons.DROP, tap=Tap(Do.LEAVE_DROP, leave.id))
    if leave.candidates:
        who = [(room.names.person_apart(person)[:60], person) for person in leave.candidates[:MOST]]
        choices = [*who, (buttons.NOBODY_INSTEAD, 0)]
        return (*((Button(label=label, tap=Tap(Do.LEAVE_STAND_IN, leave.id, 0, str(person))),) for label, person in choices), (drop,))
    return ((Button(label=buttons.KEEP, tap=Tap(Do.LEAVE_KEEP, leave.id)), drop),)


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def on_keep(room: Room) -> Reply:
    """✅, or ↩︎ of a leave that was given up in words"""
    tap = _tap(room)
    if tap.argument == AGAIN:
        leave = acts.take_up_again(room.work, room.account, tap.subject, update_id=room.visit.update_id, now=room.now)
    else:
        leave = acts.keep_leave(room.work, room.account, tap.subject, now=room.now)
    return _shown(room, leave, in_place=True, toast=texts.KEPT_TOAST)


def on_drop(room: Room) -> Reply:
    """❌, or ↩︎: the leave whose end was changed is as it was."""
    tap = _tap(room)
    if tap.argument == AGAIN:
        again = acts.undo_leave(room.work, room.account, tap.subject, update_id=room.visit.update_id, now=room.now)
        if again is not None:
            return replace(_shown(room, again, in_place=True, toast=toasts.UNDONE), keyboard=())
    else:
        acts.drop_leave(room.work, room.account, tap.subject, now=room.now)
    return Reply(text=texts.WITHDRAWN, in_place=True, delivers=True)


def on_stand_in(room: Room) -> Reply:
    """One of those who bear that name, or nobody."""
    tap = _tap(room)
    leave = acts.choose_stand_in(room.work, room.account, tap.subject, person_id=tap.number or None, now=room.now)
    return _shown(room, leave, in_place=True)


TAPS: dict[Do, Scene] = {Do.LEAVE_KEEP: on_keep, Do.LEAVE_DROP: on_drop, Do.LEAVE_STAND_IN: on_stand_in}
