"""What a tap on what rang does: done, later, given up; the message then shows it."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import after_meetings
from bot.actions import notices as acts
from bot.actions.asked_meetings import asks_when
from bot.actions.notices import Later
from bot.domain.notices import OF_MEETINGS
from bot.texts import notices as texts
from handlers.callbacks import Tap
from handlers.notice_keyboards import drop_keyboard, later_keyboard, notices_keyboard
from handlers.replies import Keyboard, Reply
from handlers.room import Room


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def message(room: Room, keyboard: Keyboard | None = None, *, toast: str | None = None, later: bool | None = None) -> Reply:
    """The message as it stands now; `later`: it asks to when this one is put off (True), or what of it is given up (False)."""
    notice = acts.own_notice(room.work, room.account, _tap(room).subject)
    told = room.work.notices.of_message(room.account.id, room.visit.tapped_message or 0) or (notice,)
    text = texts.rung(told, now=room.now, answered=True)
    if later is not None:
        text += texts.which(told, notice.id, later=later)
    return Reply(text=text, keyboard=notices_keyboard(told) if keyboard is None else keyboard, in_place=True, toast=toast)


def on_done(room: Room) -> Reply:
    """✅"""
    acts.done(room.work, room.account, _tap(room).subject, now=room.now)
    return message(room)


def on_later(room: Room) -> Reply:
    """⏰: to when?"""
    notice = acts.own_notice(room.work, room.account, _tap(room).subject)
    if notice.kind in OF_MEETINGS:
        asks_when(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
        return message(room, later_keyboard(notice.id, after_meetings.offered_later(notice, now=room.now), of_meeting=True), later=True)
    return message(room, later_keyboard(notice.id, acts.offered_later(now=room.now, zone=notice.due.zone)), later=True)


def on_put_off(room: Room) -> Reply:
    """⏰ to that time."""
    tap = _tap(room)
    notice = acts.own_notice(room.work, room.account, tap.subject)
    later = after_meetings.put_off if notice.kind in OF_MEETINGS else acts.put_off
    later(room.work, room.account, tap.subject, later=Later(tap.argument), now=room.now)
    put = acts.own_notice(room.work, room.account, tap.subject)
    if put.later_on is None or put.later_at is None:
        return message(room)
    return message(room, toast=texts.put_off(put.later_on, put.later_at, today=room.today))


def on_drop_which(room: Room) -> Reply:
    """❌ of a series: this time or all?"""
    return message(room, drop_keyboard(_tap(room).subject), later=False)


def on_drop(room: Room) -> Reply:
    """❌"""
    tap = _tap(room)
    acts.dropped(room.work, room.account, tap.subject, now=room.now, series=tap.argument == "s")
    reply = message(room)
    return replace(reply, toast=texts.SERIES_OVER) if tap.argument == "s" else reply


def on_back(room: Room) -> Reply:
    """◀ Retour"""
    return message(room)
