"""How a kept reminder is deleted or changed in words: which one is meant, what is asked first, and what is said when none fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import reminders as acts
from bot.domain.drafts import Draft
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.reminder_orders import OrderReminder, ReminderDeed
from bot.domain.reminders import Asked, Reminder, ReminderLine, ReminderState
from bot.domain.requests import Hearing
from bot.texts import buttons, help
from bot.texts import reminders as words
from bot.understanding.moments import corrects_moment, read_moment
from bot.understanding.reminder_orders import meant, read_unnoted_order, says_all
from handlers import reminders
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows
from handlers.last_touched import Thing, is_last
from handlers.reminder_keyboards import A_PAGE, list_keyboard, opened_keyboard
from handlers.reminder_moments import hearing, retold
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

MOST = 200
SHOWN = 10  # among which she chooses


def told(room: Room, order: OrderReminder) -> Reply:
    """« supprime le rappel de la CAF », « décale-le à vendredi 10h »."""
    if not may(room.account.role, Verb.BE_REMINDED):
        raise NotAllowed(Verb.BE_REMINDED)
    lines = room.work.reminders.lines(room.account.id, limit=MOST)
    last = acts.last_reminder(room.work, room.account, None, now=room.now) if order.unnamed else None
    if last is not None and room.now - last.touched_at <= reminders.IN_HAND:
        return reminders.undone(room, last) if order.deed is ReminderDeed.DROP else _moved(room, order, ReminderLine(reminder=last))
    kept, lines = lines, (*lines, *_open_card(room))
    named = meant(order, lines, [_said(room, line.reminder) for line in lines])
    found = kept or lines if order.every else lines if order.unnamed else named
    if not found:
        return _none(room, order, lines)
    if order.deed is ReminderDeed.DROP:
        return _to_drop(room, found, every=order.every)
    return _moved(room, order, found[0]) if len(found) == 1 else _which(room, found, order.deed)


def named_alone(room: Room) -> Reply | None:
    """« supprime caisse »: an order that names one of her reminders without saying that it is one; None when it names none."""
    order = read_unnoted_order(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id))
    if order is None or not may(room.account.role, Verb.BE_REMINDED):
        return None
    lines = room.work.reminders.lines(room.account.id, limit=MOST)
    return told(room, order) if any(says_all(order, _said(room, line.reminder)) for line in lines) else None


def _open_card(room: Room) -> tuple[ReminderLine, ...]:
    """The one whose card stands open and is not kept yet."""
    asking = room.work.reminders.asking(room.account.id)
    open_now = asking is not None and asking.state is ReminderState.PROPOSED and room.now - asking.touched_at <= reminders.IN_HAND
    return (ReminderLine(reminder=asking),) if asking is not None and open_now else ()


def _said(room: Room, reminder: Reminder) -> str:
    """The words by which a reminder may be named: its text, its people, the group before whose meeting it rings."""
    group = room.names.group(reminder.group_id) if reminder.group_id is not None else ""
    people = " ".join(room.names.person(person) for person in reminder.people)
    return f"{reminder.what} {group} {people} {words.lead_of(reminder)}"


def _none(room: Room, order: OrderReminder, lines: Sequence[ReminderLine]) -> Reply:
    shown = lines[:A_PAGE]
    if not shown:
        return Reply(text=words.NONE)
    text = f"{words.not_found(order.said)}\n\n{words.listed(shown, room.names, first=1, today=room.today)}"
    return Reply(text=text, keyboard=list_keyboard(shown, page=0, more=len(lines) > A_PAGE))


def _to_drop(room: Room, found: Sequence[ReminderLine], *, every: bool) -> Reply:
    """Asked first: one tap deletes it."""
    if len(found) > 1:
        return drop_all_asked(found) if every else _which(room, found, ReminderDeed.DROP)
    only = found[0].reminder
    if only.state is ReminderState.PROPOSED:
        return reminders.undone(room, only)
    text = f"{words.DROP_THIS}\n\n{words.told(found[0], room.names, today=room.today)}"
    drop = Button(label=buttons.DROP_REMINDER, tap=Tap(Do.REMINDER_DROP, only.id, only.version))
    return Reply(text=text, keyboard=((drop,), *opened_keyboard()))


def drop_all_asked(found: Sequence[ReminderLine]) -> Reply:
    """All of hers: said how many, and done on one tap."""
    drop = Button(label=buttons.drop_reminders(len(found)), tap=Tap(Do.REMINDERS_DROP, 0, 0, str(len(found))))
    return Reply(text=words.drop_all(len(found)), keyboard=((drop,), *opened_keyboard()))


def _which(room: Room, found: Sequence[ReminderLine], deed: ReminderDeed) -> Reply:
    shown = found[:SHOWN]
    do, label = (Do.REMINDER_DROP, buttons.DROP_REMINDER) if deed is ReminderDeed.DROP else (Do.REMINDER_WHEN, buttons.TELL_WHEN)
    each = [Button(label=buttons.ranked(label, i), tap=Tap(do, line.reminder.id, line.reminder.version)) for i, line in enumerate(shown, 1)]
    head = words.WHICH_TO_DROP if deed is ReminderDeed.DROP else words.WHICH_TO_MOVE
    text = "\n".join([head, "", *(f"{i}. {words.told(line, room.names, today=room.today)}" for i, line in enumerate(shown, 1))])
    keyboard: Keyboard = (*rows(each, 5), *opened_keyboard())
    return Reply(text=text, keyboard=keyboard)


def _moved(room: Room, order: OrderReminder, line: ReminderLine) -> Reply:
    """The reminder at its new moment; asked for when none is told, or when it would make an end of a series."""
    reminder = line.reminder
    again = reminder.recurrence is not None
    shifted = _shifted(line, order.shift) if order.shift and not again and reminder.before is None else None
    told = retold(room, shifted or reminder, order.moment) if order.moment and (shifted or not order.shift) else None
    return _settled(room, reminder, told or shifted)


def told_of_kept(room: Room, draft: Draft | None) -> Reply | None:
    """« non vendredi 9h », « en fait 15h »: of what she has just kept or changed, nothing being touched since; None for anything else."""
    text = room.visit.text
    moment = read_moment(text, hearing(room), room.index) if corrects_moment(text) else None
    reminder = room.work.reminders.touched_last(room.account.id) if moment is not None else None
    if reminder is None or reminder.action_id is not None or room.now - reminder.touched_at > reminders.IN_HAND:
        return None
    asking = room.work.reminders.asking(room.account.id)
    opened = asking is not None and asking.id != reminder.id and asking.touched_at >= reminder.touched_at
    if opened or not is_last(room, Thing.REMINDER, reminder.touched_at, draft):
        return None
    moved = retold(room, reminder, text)
    if moved is not None and moved != reminder:
        return _settled(room, reminder, moved)
    card = reminders.show(room, reminder, in_place=False)
    return replace(card, text=f"{help.ALREADY}\n\n{card.text}")


def _settled(room: Room, reminder: Reminder, moved: Reminder | None) -> Reply:
    """The reminder so moved; asked when instead."""
    again = reminder.recurrence is not None
    if moved is None or (again and moved.recurrence is None and moved.before is None):
        asked = reminders.show(room, acts.ask(room.work, reminder, Asked.WHEN, now=room.now), in_place=False)
        return replace(asked, text=f"{words.COMES_AGAIN}\n\n{asked.text}") if again else asked
    return reminders.changed(room, moved, was=reminder)


def _shifted(line: ReminderLine, minutes: int) -> Reminder | None:
    """« d'une heure »: so long after the time at which it would ring."""
    reminder = line.reminder
    day, at = (line.next.on, line.next.at) if line.next is not None else (reminder.day, reminder.hour)
    return acts.at_moment(reminder, datetime.combine(day, at) + timedelta(minutes=minutes)) if day is not None else None


def on_drop_all(room: Room) -> Reply:
    """❌ Supprimer les 7: all that were there when she asked; asked again when there are more or fewer."""
    assert room.visit.tap is not None
    lines = room.work.reminders.lines(room.account.id, limit=MOST)
    if not lines:
        return Reply(text=words.NONE, in_place=True)
    if len(lines) != room.visit.tap.number:
        asked = drop_all_asked(lines)
        return Reply(text=asked.text, keyboard=asked.keyboard, in_place=True)
    for line in lines:
        acts.give_up(room.work, room.account, line.reminder, now=room.now)
    return Reply(text=words.all_dropped(len(lines)), in_place=True)


TAPS: dict[Do, Scene] = {Do.REMINDERS_DROP: on_drop_all}
