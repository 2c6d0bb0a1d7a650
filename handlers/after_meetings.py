"""What a button below « a-t-elle eu lieu ? » does: the card already filled, another day, cancelled, never again."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.actions import after_meetings as acts
from bot.actions.asked_meetings import bears_only_planned, question_of
from bot.actions.drafts import drop
from bot.actions.notices import own_notice
from bot.actions.planned_cards import as_stood, stood_at
from bot.actions.reminders import days_off
from bot.domain.meetings import Meeting
from bot.domain.notices import Notice, instant, local
from bot.domain.quiet import working_day
from bot.texts import after_meetings as texts
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.notice_keyboards import HOUR_TOLD, MIDDAY, days_keyboard
from handlers.notices import message
from handlers.replies import Button, Reply
from handlers.room import Room, Scene


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def on_done(room: Room) -> list[Reply]:
    """✅: the card already filled, which asks only who was there."""
    draft = acts.begin_card(room.work, room.account, _tap(room).subject, update_id=room.visit.update_id, now=room.now)
    return [message(room), show(room, draft, in_place=False)]


def on_moved(room: Room) -> Reply:
    """✏️ Reporté: to which day?"""
    notice_id = _tap(room).subject
    meeting = acts.ask_which_day(room.work, room.account, notice_id, now=room.now)
    return message(room, days_keyboard(notice_id, offered(room, meeting), today=room.today))


def offered(room: Room, meeting: Meeting) -> list[datetime]:
    """The next working days, and the same weekday of the weeks after, at its hour."""
    zone = room.work.territory.zone
    here, off, hour = local(room.now, zone), days_off(zone), meeting.starts or MIDDAY
    soon = working_day(here.date() + timedelta(days=1), off)
    days = {soon, working_day(soon + timedelta(days=1), off)}
    weeks = [meeting.day + timedelta(days=7 * n) for n in range(1, 9)]
    days |= set([day for day in weeks if day > here.date() and not off(day)][:3])
    return [datetime.combine(day, hour) for day in sorted(days) if instant(day, hour, zone) > room.now]


def on_move_to(room: Room) -> Reply:
    """To one of the days that were offered."""
    tap = _tap(room)
    told = tap.argument.endswith(HOUR_TOLD)
    to = datetime.strptime(tap.argument.removesuffix(HOUR_TOLD), "%Y%m%d%H%M")  # noqa: DTZ007 - a local moment
    before = acts.asked_meeting(room.work, room.account, own_notice(room.work, room.account, tap.subject), now=room.now)
    starts = to.time() if told or before.starts is not None else None
    moved = acts.move(room.work, room.account, tap.subject, day=to.date(), starts=starts, now=room.now)
    return message(room, undo_move(moved))


def undo_move(moved: acts.Moved) -> tuple[tuple[Button, ...], ...]:
    """↩︎ below a meeting that was put off."""
    return ((Button(label=buttons.UNDO, tap=Tap(Do.MEETING_UNDO, moved.notice.id, moved.after.sequence, as_stood(moved.before))),),)


def on_cancelled(room: Room) -> Reply:
    """❌ Annulé: it did not take place; ↩︎ puts it back."""
    withdraw_card(room, own_notice(room.work, room.account, _tap(room).subject))
    acts.cancel(room.work, room.account, _tap(room).subject, now=room.now)
    return message(room)


def withdraw_card(room: Room, notice: Notice) -> int | None:
    """The card of a meeting that is cancelled or put off after all goes, where nothing was told on it; returns its message."""
    draft = room.work.drafts.open_of(room.account.id)
    question = question_of(room.work, room.account, draft) if draft is not None else None
    if draft is None or question is None or question[1].id != notice.meeting_id:
        return None
    if not bears_only_planned(room.work, room.account, draft, meeting=question[1]):
        return None
    drop(room.work, room.account, draft, now=room.now)
    return room.home.cards.get(draft.id)


def on_never(room: Room) -> Reply:
    """❌ Ne plus demander."""
    acts.refuse(room.work, room.account, _tap(room).subject, now=room.now)
    return message(room, toast=texts.NEVER_AGAIN)


def on_back(room: Room) -> Reply:
    """◀: not put off after all."""
    acts.never_mind(room.work, room.account, _tap(room).subject, now=room.now)
    return message(room)


def on_undo(room: Room) -> Reply:
    """↩︎ of what was cancelled or put off."""
    tap = _tap(room)
    acts.take_back(room.work, room.account, tap.subject, sequence=tap.version, before=stood_at(tap.argument), now=room.now)
    return message(room, toast=texts.BACK_IN_AGENDA)


TAPS: dict[Do, Scene] = {
    Do.MEETING_DONE: on_done,
    Do.MEETING_MOVED: on_moved,
    Do.MEETING_MOVE_TO: on_move_to,
    Do.MEETING_CANCELLED: on_cancelled,
    Do.MEETING_NEVER: on_never,
    Do.MEETING_BACK: on_back,
    Do.MEETING_UNDO: on_undo,
}
