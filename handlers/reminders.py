"""How a reminder is asked for, kept, listed and changed: « rappelle-moi… », its card, /rappel and /rappels."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import reminders as acts
from bot.actions.due_actions import remind_of_actions
from bot.domain.decisions import Action
from bot.domain.drafts import Draft
from bot.domain.errors import NotAllowed, ReminderMoved
from bot.domain.permissions import Verb, may
from bot.domain.reminder_orders import OrderReminder
from bot.domain.reminders import Anchor, Asked, Reminder, ReminderState, before_meeting, turns
from bot.domain.requests import Command, KeepContent, NotForMe, SetReminder
from bot.texts import cards, help, reminders, toasts
from bot.texts import leads as lead_texts
from bot.understanding.moments import corrects_moment, read_group, read_task
from bot.understanding.reader import read
from bot.understanding.reminder_text import names_due_actions, says_no_task
from bot.understanding.turns import agrees
from handlers import leads
from handlers.callbacks import Tap
from handlers.last_touched import Thing, is_last
from handlers.reminder_keyboards import A_PAGE, card_keyboard, list_keyboard, opened_keyboard
from handlers.reminder_moments import hearing, retold
from handlers.replies import Reply
from handlers.room import Room

IN_HAND = timedelta(hours=1)  # how long a sentence may still be meant for a reminder's card


def proposed(room: Room, request: SetReminder) -> Reply:
    """« rappelle-moi… »: a card."""
    said = _about_itself(room, replace(request, what="") if says_no_task(request, room.visit.text) else request)
    reminder = acts.propose(room.work, room.account, said, update_id=room.visit.update_id, now=room.now)
    reply = show(room, reminder, in_place=False, past=_is_past(reminder))
    parts = [_note(request, reminder), reply.text, cards.PRIVACY if request.privacy_warning else ""]
    return replace(reply, text="\n\n".join(part for part in parts if part))


def _note(request: SetReminder, reminder: Reminder) -> str:
    """What is said above its card: what cannot be kept of it, who will hear it, where the due days of actions are recalled."""
    if request.left_out:
        return reminders.left_out(request.left_out)
    if request.unheeded:
        return reminders.unheeded(request.unheeded)
    if reminder.asked is Asked.WHEN and names_due_actions(request.what):
        return reminders.DUE_ACTIONS
    if request.eve_of:
        return reminders.eve_of(request.eve_of)
    return reminders.TO_YOU if request.what.startswith(reminders.TO_OTHERS) else ""


def _about_itself(room: Room, request: SetReminder) -> SetReminder:
    """« rappelle-moi la veille du GT Diabète »: the meeting itself is what is to be recalled."""
    named = request.before is not None and not request.what and request.group_id is not None
    return replace(request, what=room.names.group(request.group_id)) if named else request


def _is_past(reminder: Reminder) -> bool:
    return reminder.asked is Asked.WHEN and reminder.day is not None


def show(room: Room, reminder: Reminder, *, in_place: bool, toast: str | None = None, past: bool = False, once_now: bool = False) -> Reply:
    """Its card with its buttons."""
    text = _card(room, reminder, past=past, once_now=once_now)
    return Reply(text=text, keyboard=card_keyboard(room, reminder), in_place=in_place, toast=toast, delivers=True)


def _card(room: Room, reminder: Reminder, *, past: bool = False, once_now: bool = False) -> str:
    off = acts.days_off(reminder.zone)
    counted = reminder.before is not None and reminder.group_id is not None
    anchor = room.work.reminders.next_meeting(reminder) if counted else None
    due = None
    rung = _has_rung(room, reminder)
    if anchor is not None and not rung:
        due = before_meeting(reminder, anchor, now=room.now, off=off)
    elif reminder.before is None and reminder.recurrence is not None and reminder.day is not None:
        due = next((turn for turn in turns(reminder, off=off) if turn.due_at > room.now), None)
    meeting = reminder.anchor_day if rung else anchor.day if anchor is not None else None
    return reminders.card(reminder, room.names, due=due, meeting=meeting, today=room.today, past=past, once_now=once_now)


def _has_rung(room: Room, reminder: Reminder) -> bool:
    """Whether one that counts back from a meeting, once, has rung for it."""
    if (
        reminder.state is not ReminderState.ACTIVE
        or reminder.before is None
        or reminder.recurrence is not None
        or reminder.anchor_day is None
    ):
        return False
    anchor = Anchor(meeting_id=0, day=reminder.anchor_day, starts=reminder.anchor_starts)
    return before_meeting(reminder, anchor, now=reminder.touched_at, off=acts.days_off(reminder.zone)).due_at <= room.now


def in_hand(room: Room, draft: Draft | None) -> Reminder | None:
    """The reminder of which she may be speaking: its card stands open, and she has touched no other card since."""
    reminder = room.work.reminders.asking(room.account.id)
    if reminder is None or room.now - reminder.touched_at > IN_HAND:
        return None
    return reminder if is_last(room, Thing.REMINDER, reminder.touched_at, draft) else None


def told(room: Room, reminder: Reminder) -> Reply | None:
    """What a sentence changes of that card; None when it speaks of something else."""
    text = room.visit.text
    if agrees(text) and reminder.state is ReminderState.PROPOSED:
        said = help.STILL_ASKING if reminder.asked is not None else help.NOT_KEPT_YET
        return replace(card := show(room, reminder, in_place=False), text=f"{said}\n\n{card.text}")
    heard = read(text, hearing(room), room.index)
    if isinstance(heard, SetReminder | OrderReminder | Command):
        return None
    if reminder.asked is Asked.WHAT:
        return None if isinstance(heard, KeepContent) else changed(room, replace(reminder, what=text.strip()[: acts.LONGEST]))
    if reminder.asked is Asked.GROUP and not isinstance(heard, KeepContent):
        return _of_group(room, reminder)
    if not isinstance(heard, NotForMe) and reminder.asked is not Asked.WHEN and not corrects_moment(text):
        return None
    moved = retold(room, reminder, text)
    return None if moved is None else changed(room, moved, was=reminder)


def _of_group(room: Room, reminder: Reminder) -> Reply | None:
    """Before the meeting of the group that the sentence names; asked again among those that it fits."""
    found = read_group(room.visit.text, hearing(room), room.index)
    ids = tuple(group for group in found if group in reminder.group_candidates) or found
    if not ids:
        return None
    chosen = replace(reminder, group_id=ids[0] if len(ids) == 1 else None, group_candidates=() if len(ids) == 1 else ids)
    return changed(room, acts.hers(room.work, room.account, chosen))


def changed(room: Room, reminder: Reminder, *, was: Reminder | None = None) -> Reply:
    """Its card as it has become; `was`: as it was before."""
    saved = acts.change(room.work, reminder, now=room.now)
    return show(room, saved, in_place=False, past=_is_past(saved), once_now=was is not None and _ends_series(was, saved))


def _ends_series(was: Reminder, now: Reminder) -> bool:
    """Whether what came again and again, and was kept so, comes once from now on."""
    return was.state is ReminderState.ACTIVE and was.recurrence is not None and now.recurrence is None and now.before is None


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def _open(room: Room) -> Reminder:
    tap = _tap(room)
    return acts.open_reminder(room.work, room.account, tap.subject, version=tap.version)


def fresh_card(room: Room) -> Reply:
    """The card as it stands, for a button of an older one."""
    return show(room, acts.open_reminder(room.work, room.account, _tap(room).subject), in_place=True, toast=toasts.FRESH_CARD)


def on_keep(room: Room) -> Reply:
    """✅: it will ring."""
    tap = _tap(room)
    try:
        kept = acts.keep_reminder(room.work, room.account, tap.subject, version=tap.version, now=room.now)
    except ReminderMoved:
        return fresh_card(room)
    return show(room, kept, in_place=True, toast=reminders.KEPT_TOAST if kept.state is ReminderState.ACTIVE else None, past=_is_past(kept))


def on_drop(room: Room) -> Reply:
    """❌ on a card, or on one of the list; that of an older card deletes nothing that is kept."""
    reminder = acts.open_reminder(room.work, room.account, _tap(room).subject)
    was_kept = reminder.state is ReminderState.ACTIVE
    if was_kept and reminder.version != _tap(room).version:
        return fresh_card(room)
    gone = acts.give_up(room.work, room.account, reminder, now=room.now)
    text = reminders.withdrawn(gone.what) if was_kept else reminders.WITHDRAWN
    return Reply(text=text, keyboard=opened_keyboard() if was_kept else (), in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎: what ✅ kept will not come."""
    return undone(room, acts.open_reminder(room.work, room.account, _tap(room).subject))


def undone(room: Room, reminder: Reminder) -> Reply:
    """What is said once it is undone, or its card given up."""
    was_kept = reminder.state is ReminderState.ACTIVE
    acts.give_up(room.work, room.account, reminder, now=room.now)
    if not was_kept:
        return Reply(text=reminders.WITHDRAWN, in_place=True)
    return Reply(text=reminders.undone(reminder.what), in_place=True, toast=toasts.UNDONE)


def on_when(room: Room) -> Reply:
    """✏️ Quand: asks for another moment."""
    try:
        reminder = _open(room)
    except ReminderMoved:
        return fresh_card(room)
    return show(room, acts.ask(room.work, reminder, Asked.WHEN, now=room.now), in_place=True)


def on_at(room: Room) -> Reply:
    """A moment that was offered."""
    try:
        reminder = _open(room)
    except ReminderMoved:
        return fresh_card(room)
    moment = datetime.strptime(_tap(room).argument, "%Y%m%d%H%M")  # noqa: DTZ007 - on the clocks of the reminder's zone
    saved = acts.change(room.work, acts.at_moment(reminder, moment), now=room.now)
    return show(room, saved, in_place=True, past=_is_past(saved), once_now=_ends_series(reminder, saved))


def on_group(room: Room) -> Reply:
    """The group before whose meeting it rings."""
    try:
        reminder = _open(room)
    except ReminderMoved:
        return fresh_card(room)
    if _tap(room).number not in room.names.groups:
        raise ValueError(_tap(room).argument)
    chosen = replace(reminder, group_id=_tap(room).number, group_candidates=())
    return show(room, acts.change(room.work, chosen, now=room.now), in_place=True)


def on_back(room: Room) -> Reply:
    """◀: the card without the question; one of the list when it is kept."""
    reminder = acts.open_reminder(room.work, room.account, _tap(room).subject)
    return show(room, acts.ask(room.work, reminder, None, now=room.now), in_place=True)


def on_reminder(room: Room) -> Reply:
    """/rappel, with what is to be recalled or without."""
    words = room.visit.words
    return proposed(room, read_task(words, hearing(room), room.index) if words else SetReminder(what=""))


def on_reminders(room: Room) -> Reply:
    """/rappels: what will ring, by pages."""
    if not may(room.account.role, Verb.BE_REMINDED):
        raise NotAllowed(Verb.BE_REMINDED)
    page = _tap(room).number if room.visit.tap else 0
    lines = room.work.reminders.lines(room.account.id, limit=A_PAGE + 1, offset=page * A_PAGE)
    shown = lines[:A_PAGE]
    if lost := [line.reminder.id for line in shown if line.missed or line.uncertain]:
        room.work.notices.see(lost)
    text = reminders.listed(shown, room.names, first=page * A_PAGE + 1, today=room.today)
    more = len(lines) > A_PAGE
    hers = () if more else leads.hers(room)
    if hers:
        told = lead_texts.listed([(group.name, minutes) for group, minutes in hers])
        text = f"{text}\n\n{told}" if shown or page else told
    keyboard = (*list_keyboard(shown, page=page, more=more), *((leads.opening(group.id, 0, group.name),) for group, _ in hers))
    return Reply(text=text, keyboard=keyboard, in_place=True)


def on_open(room: Room) -> Reply:
    """One of the list: to change or to delete it. What did not reach her for sure is seen now."""
    reminder = acts.open_reminder(room.work, room.account, _tap(room).subject)
    room.work.notices.settle(reminder.id)
    text = _card(room, replace(reminder, asked=None))
    return Reply(text=text, keyboard=opened_keyboard(reminder), in_place=True)


def on_actions(room: Room) -> Reply:
    """⏰ under a kept meeting: its actions are recalled before their day."""

    def words(action: Action, hers: bool) -> str:
        assert action.due is not None
        bearers = [] if hers else [room.names.bearer(bearer) for bearer in action.bearers]
        return reminders.action_due(action.text, action.due, bearers)

    told_of_them = remind_of_actions(room.work, room.account, _tap(room).subject, words=words, now=room.now)
    return Reply(toast=reminders.actions_recalled([one.name for one in told_of_them]), alert=True, delivers=True)
