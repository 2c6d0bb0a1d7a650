"""What a tap on what rang does: done, later, given up; the message then shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.actions import after_meetings
from bot.actions import notices as acts
from bot.actions.asked_meetings import asks_when
from bot.actions.notices import Later
from bot.domain.drafts import Draft, Field
from bot.domain.notices import OF_MEETINGS, Notice
from bot.domain.reminders import Asked
from bot.texts import buttons, toasts
from bot.texts import notices as texts
from bot.understanding.done_answers import names, read_done, says_done_of
from bot.understanding.put_off import LONGEST, read_put_off
from handlers import done_reminders
from handlers.callbacks import Do, Tap
from handlers.notice_keyboards import drop_keyboard, later_keyboard, notices_keyboard
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room

IN_HAND = timedelta(hours=24)  # how long a sentence may still answer what rang
ASKED_OF_LATE = timedelta(hours=1)  # how long the question of a card is answered although something has rung since
_OF_TIME = frozenset({Field.DAY, Field.DURATION, Field.NEXT_MEETING, Field.MINUTES})


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
    """✅: of an action's reminder the action is done too, which ↩︎ takes back."""
    notice_id = _tap(room).subject
    closed = acts.done(room.work, room.account, notice_id, now=room.now)
    return _with_action(message(room), notice_id, closed)


def _with_action(reply: Reply, notice_id: int, closed: bool | None) -> Reply:
    if closed is None:
        return reply
    undo = ((Button(label=buttons.UNDO, tap=Tap(Do.NOTICE_UNDO, notice_id)),),) if closed else ()
    told = texts.ACTION_DONE if closed else texts.ACTION_STAYS
    return replace(reply, text=f"{reply.text}\n\n{told}", keyboard=(*reply.keyboard, *undo))


def on_undo(room: Room) -> Reply:
    """↩︎: neither the reminder nor its action is done."""
    acts.take_back(room.work, room.account, _tap(room).subject, now=room.now)
    return message(room, toast=toasts.UNDONE)


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


def told(room: Room, draft: Draft | None) -> Reply | None:
    """« c fait », « la préfecture c'est fait », « dans 1h »: said of what rang or is to ring; None for anything else."""
    words = read_done(room.visit.text)
    short = words is not None or len(room.visit.text) <= LONGEST
    rung = room.work.notices.rung(room.account.id, since=room.now - IN_HAND) if short else ()
    if words is None and not any(says_done_of(notice.what, room.visit.text) for notice in _rung_last(room, rung, draft)):
        return _told_later(room, rung, draft)
    if words:
        meant = [notice for notice in texts.distinct(rung) if names(notice.what, words)]
        if not meant:
            return done_reminders.told(room, words, draft)
    else:
        last = _rung_last(room, rung, draft)
        meant = last if words is not None else [notice for notice in last if says_done_of(notice.what, room.visit.text)]
    if not meant:
        return done_reminders.put_off_last(room, draft)
    if len(meant) > 1:
        return _which(room, texts.WHICH_DONE, meant)
    closed = acts.done(room.work, room.account, meant[0].id, now=room.now)
    after = acts.own_notice(room.work, room.account, meant[0].id)
    return _with_action(Reply(text=texts.rung((after,), now=room.now, answered=True)), after.id, closed)


def _told_later(room: Room, rung: Sequence[Notice], draft: Draft | None) -> Reply | None:
    """« dans 1h », « ce soir plutôt », « plus tard »: what ⏰ does, for what rang last."""
    meant = _rung_last(room, rung, draft) if rung else []
    said = read_put_off(room.visit.text, room.local_now) if meant else None
    if (
        said is None
        or not meant
        or not (said.plain or _at_once(room, meant[0], draft, dated=said.moment is not None))
        or _kept_since(room, meant[0])
    ):
        return None
    if len(meant) > 1:
        return _which(room, texts.WHICH_LATER, meant)
    if said.moment is None:
        keyboard = later_keyboard(meant[0].id, acts.offered_later(now=room.now, zone=meant[0].due.zone))
        return Reply(text=f"{texts.rung(meant, now=room.now, answered=True)}\n\n{texts.TO_WHEN}", keyboard=keyboard)
    acts.put_off(room.work, room.account, meant[0].id, later=said.moment, now=room.now)
    after = acts.own_notice(room.work, room.account, meant[0].id)
    return Reply(text=texts.rung((after,), now=room.now, answered=True))


def _which(room: Room, question: str, meant: Sequence[Notice]) -> Reply:
    return Reply(text=f"{question}\n\n{texts.rung(meant, now=room.now, answered=True)}", keyboard=notices_keyboard(meant))


def _rung_last(room: Room, rung: Sequence[Notice], draft: Draft | None) -> list[Notice]:
    """What rang last, as one message; nothing where something else was spoken of since."""
    if not rung or _spoke_of_more(room, rung[0], draft):
        return []
    return [one for one in texts.distinct(rung) if one.changed_at == rung[0].changed_at]


def _kept_since(room: Room, rung: Notice) -> bool:
    """Whether she has kept another reminder since: « décale le rappel d'une heure » speaks of that one."""
    kept = room.work.reminders.last_kept_by(room.account.id)
    return rung.changed_at is None or (kept is not None and kept.kept_at is not None and kept.kept_at >= rung.changed_at)


def _at_once(room: Room, rung: Notice, draft: Draft | None, *, dated: bool) -> bool:
    """Whether « demain » alone answers it: nothing was said since; a card that stands open is older, and has asked no time of late."""
    asking = room.work.reminders.asking(room.account.id)
    if draft is None and asking is None:
        return rung.changed_at is not None and not room.work.spoke_since(
            room.account.telegram_id, rung.changed_at, before=room.visit.update_id
        )
    timed = draft is not None and draft.asked is not None and draft.asked.field in _OF_TIME and room.now - draft.touched_at <= ASKED_OF_LATE
    when = asking is not None and asking.asked is Asked.WHEN and room.now - asking.touched_at <= ASKED_OF_LATE
    return dated and not timed and not when


def _spoke_of_more(room: Room, rung: Notice, draft: Draft | None) -> bool:
    """Whether she, or Maillon, spoke of something else since it rang: « c'est fait » alone may answer that."""
    asked, asking = room.work.notices.last_asked(room.account.id), room.work.reminders.asking(room.account.id)
    entry = room.work.entries.last_of(room.account.id)
    others = (
        asked.changed_at if asked is not None else None,
        asking.touched_at if asking is not None else None,
        draft.touched_at if draft is not None else None,
        entry.kept_at if entry is not None else None,
    )
    return rung.changed_at is None or any(other is not None and other >= rung.changed_at for other in others)
