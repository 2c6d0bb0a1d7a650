"""What is said to be done before it rings: « le rappel de la CPAM c'est fait », « c'est bon pour la CPAM »: a reminder, or an action."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import notices as acts
from bot.actions.reminders import open_reminder, was_put_off
from bot.actions.weeks import open_actions
from bot.domain.drafts import Draft
from bot.domain.permissions import Verb, may
from bot.domain.reminders import Reminder, ReminderLine
from bot.domain.weeks import WeekList
from bot.texts import buttons, toasts
from bot.texts import notices as notice_texts
from bot.texts import reminders as texts
from bot.understanding.done_answers import names, says_reminder
from handlers import reminders
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows
from handlers.last_touched import Thing, is_last
from handlers.reminder_keyboards import A_PAGE, list_keyboard, opened_keyboard
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

MOST = 200
SHOWN = 10  # among which she chooses
_OF_MEETINGS = frozenset({"reunion", "reu", "seance", "gt", "copil", "cotech", "commission", "pleniere", "cr"})  # told of a meeting held


def told(room: Room, words: Sequence[str], draft: Draft | None) -> Reply | None:
    """The one reminder, else the one open action, that these words name is done; asked where there are several; None for anything else."""
    said = says_reminder(room.visit.text)
    if not may(room.account.role, Verb.BE_REMINDED) or (draft is not None and not said):
        return None
    lines = room.work.reminders.lines(room.account.id, limit=MOST)
    found = [line for line in lines if names(f"{line.reminder.what} {_group(room, line.reminder)}", words)]
    if len(found) > 1:
        return _which(room, found)
    if found:
        return _done(room, found[0])
    return _of_action(room, words) or (_none(room, " ".join(words), lines) if said else None)


def put_off_last(room: Room, draft: Draft | None) -> Reply | None:
    """« fait », said of what rang and was put off, when she touched nothing since; None for anything else."""
    reminder = room.work.reminders.touched_last(room.account.id)
    if reminder is None or not was_put_off(reminder, now=room.now) or not is_last(room, Thing.REMINDER, reminder.touched_at, draft):
        return None
    return _done(room, ReminderLine(reminder=reminder))


def _group(room: Room, reminder: Reminder) -> str:
    return room.names.group(reminder.group_id) if reminder.group_id is not None else ""


def _done(room: Room, line: ReminderLine) -> Reply:
    reminder = line.reminder
    if reminder.recurrence is not None:
        text = f"{texts.STILL_COMES}\n\n{texts.told(line, room.names, today=room.today)}"
        return Reply(text=text, keyboard=opened_keyboard(reminder))
    closed = acts.finish(room.work, room.account, reminder, now=room.now)
    action = "" if closed is None else f"\n\n{notice_texts.ACTION_DONE if closed else notice_texts.ACTION_STAYS}"
    undo = Button(label=buttons.UNDO, tap=Tap(Do.REMINDER_REOPEN, reminder.id, 0, "1" if closed else "0"))
    return Reply(text=texts.done(reminder.what) + action, keyboard=((undo,),))


def _which(room: Room, found: Sequence[ReminderLine]) -> Reply:
    each = [
        Button(label=buttons.ranked(buttons.NOTICE_DONE, i), tap=Tap(Do.REMINDER_DONE, line.reminder.id))
        for i, line in enumerate(found[:SHOWN], 1)
    ]
    lines = (f"{i}. {texts.told(line, room.names, today=room.today)}" for i, line in enumerate(found[:SHOWN], 1))
    keyboard: Keyboard = (*rows(each, 5), *opened_keyboard())
    return Reply(text="\n".join([notice_texts.WHICH_DONE, "", *lines]), keyboard=keyboard)


def _of_action(room: Room, words: Sequence[str]) -> Reply | None:
    """The one open action that they name is done, as in /actions."""
    if _OF_MEETINGS.intersection(words) or not may(room.account.role, Verb.LOG_OWN_MEETING):
        return None
    found = [action for action in open_actions(room.work, room.account) if names(action.text, words)]
    if len(found) != 1 or not acts.action_done(room.work, room.account, found[0].id, now=room.now):
        return None
    undo = Button(label=buttons.UNDO, tap=Tap(Do.WEEK_ITEM, found[0].id, 0, f"{WeekList.OPEN_ACTIONS.value}.0.0"))
    return Reply(text=texts.action_done(found[0].text), keyboard=((undo,),))


def _none(room: Room, said: str, lines: Sequence[ReminderLine]) -> Reply:
    shown = lines[:A_PAGE]
    listed = texts.listed(shown, room.names, first=1, today=room.today)
    text = f"{texts.not_found(said)}\n\n{listed}" if said and shown else listed
    return Reply(text=text, keyboard=list_keyboard(shown, page=0, more=len(lines) > A_PAGE))


def on_done(room: Room) -> Reply:
    """✅ on one of several."""
    assert room.visit.tap is not None
    reminder = open_reminder(room.work, room.account, room.visit.tap.subject)
    line = next((one for one in room.work.reminders.lines(room.account.id, limit=MOST) if one.reminder.id == reminder.id), None)
    return _in_place(_done(room, line or ReminderLine(reminder=reminder)))


def on_reopen(room: Room) -> Reply:
    """↩︎: it rings as it was to."""
    tap = room.visit.tap
    assert tap is not None
    again = acts.reopen(room.work, room.account, tap.subject, action_too=tap.argument == "1", now=room.now)
    return reminders.show(room, again, in_place=True, toast=toasts.UNDONE)


def _in_place(reply: Reply) -> Reply:
    return Reply(text=reply.text, keyboard=reply.keyboard, in_place=True)


TAPS: dict[Do, Scene] = {Do.REMINDER_DONE: on_done, Do.REMINDER_REOPEN: on_reopen}
