"""What an answer to « a-t-elle eu lieu ? » does: the card already filled, another day, cancelled, never again; by a button or in words."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.actions import after_meetings as acts
from bot.actions.drafts import change
from bot.actions.notices import own_notice
from bot.actions.planned_cards import agenda_of, filled
from bot.actions.reminders import days_off
from bot.actions.turnout import excused_from
from bot.domain.drafts import Draft, DraftContent, Field
from bot.domain.errors import DayIsPast
from bot.domain.meetings import Meeting
from bot.domain.notices import Notice, NoticeAnswer, instant, local
from bot.domain.quiet import working_day
from bot.domain.requests import Hearing, NotForMe
from bot.french.public_holidays import holiday
from bot.texts import after_meetings as texts
from bot.texts import buttons
from bot.texts.errors import refusal
from bot.understanding.after_meetings import Answer, Said, When, read_answer, read_new_day, refuses
from bot.understanding.reader import read
from bot.understanding.told_after import read_told
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.notice_keyboards import days_keyboard, later_keyboard, not_held_keyboard
from handlers.notices import message
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

IN_HAND = timedelta(hours=12)  # how long a sentence may still answer the question that was asked last
MIDDAY = time(14)


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
    return message(room, days_keyboard(notice_id, _offered(room, meeting), today=room.today))


def _offered(room: Room, meeting: Meeting) -> list[datetime]:
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
    to = datetime.strptime(tap.argument, "%Y%m%d%H%M")  # noqa: DTZ007 - a local moment
    before = acts.asked_meeting(room.work, room.account, own_notice(room.work, room.account, tap.subject), now=room.now)
    starts = to.time() if before.starts is not None else None
    moved = acts.move(room.work, room.account, tap.subject, day=to.date(), starts=starts, now=room.now)
    return message(room, _undo_move(moved))


def _undo_move(moved: acts.Moved) -> tuple[tuple[Button, ...], ...]:
    before = moved.before
    hours = "".join(at.strftime("%H%M") if at else "----" for at in (before.starts, before.ends))
    return ((Button(label=buttons.UNDO, tap=Tap(Do.MEETING_UNDO, moved.notice.id, moved.after.sequence, f"{before.day:%Y%m%d}{hours}")),),)


def on_cancelled(room: Room) -> Reply:
    """❌ Annulé: it did not take place; ↩︎ puts it back."""
    acts.cancel(room.work, room.account, _tap(room).subject, now=room.now)
    return message(room)


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
    acts.take_back(room.work, room.account, tap.subject, sequence=tap.version, before=_before(tap.argument), now=room.now)
    return message(room, toast=texts.BACK_IN_AGENDA)


def _before(argument: str) -> tuple[date, time | None, time | None] | None:
    """The day and hours that a ↩︎ bears."""
    if len(argument) != 16:
        return None
    day = datetime.strptime(argument[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    starts, ends = (None if at == "----" else time(int(at[:2]), int(at[2:])) for at in (argument[8:12], argument[12:]))
    return day, starts, ends


def told(room: Room, draft: Draft | None) -> Reply | list[Reply] | None:
    """What a sentence answers to the question that was asked last; None when it speaks of something else."""
    notice = room.work.notices.last_asked(room.account.id)
    if notice is None or notice.moot or notice.changed_at is None or room.now - notice.changed_at > IN_HAND:
        return None
    if draft is not None and (notice.answer is None or draft.touched_at > notice.changed_at):
        return None
    entry = room.work.entries.last_of(room.account.id)
    if entry is not None and entry.kept_at > notice.changed_at:
        return None
    said = read_answer(room.visit.text, name=notice.meeting or "")
    if notice.answer is NoticeAnswer.MOVING:
        return _moved_to(room, notice, said.rest if said is not None and said.answer is Said.MOVED else room.visit.text)
    at_once = not room.work.spoke_since(room.account.telegram_id, notice.changed_at, before=room.visit.update_id)
    if said is not None:
        about_it = _answered(room, notice, said) if said.clear or at_once else None
    else:
        about_it = _told_at_once(room, notice, at_once=at_once)
    return about_it or (_half_read(room, notice) if at_once else None)


def _answered(room: Room, notice: Notice, said: Answer) -> Reply | None:
    """What the button of that answer would do; a meeting that was told lacks only who was there."""
    if notice.held and said.answer not in {Said.DONE, Said.LATER, Said.NEVER}:
        return None
    match said.answer:
        case Said.DONE:
            drawn = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
            return show(room, drawn, in_place=False)
        case Said.CANCELLED:
            return _cancelled(room, notice)
        case Said.NOT_HELD:
            return _put_off_or_cancelled(notice)
        case Said.LATER:
            return _asked_later(room, notice, said.when)
        case Said.NEVER:
            acts.refuse(room.work, room.account, notice.id, now=room.now)
            return Reply(text=texts.asked(own_notice(room.work, room.account, notice.id)))
    if said.rest:
        return _moved_to(room, notice, said.rest)
    meeting = acts.ask_which_day(room.work, room.account, notice.id, now=room.now)
    return Reply(text=texts.WHICH_DAY, keyboard=days_keyboard(notice.id, _offered(room, meeting), today=room.today))


def _put_off_or_cancelled(notice: Notice, *, half_read: bool = False) -> Reply:
    """It was not held: which of the two?"""
    assert notice.meeting_day is not None
    text = texts.put_off_or_cancelled(notice.meeting or "", notice.meeting_day, half_read=half_read)
    return Reply(text=text, keyboard=not_held_keyboard(notice.id))


def _half_read(room: Room, notice: Notice) -> Reply | None:
    """« annulée, Karim prévient les autres »: it was not held, and more was said than could be read; None where it is no refusal."""
    if notice.held or not refuses(room.visit.text):
        return None
    alone = read(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    return _put_off_or_cancelled(notice, half_read=True) if isinstance(alone, NotForMe) else None


def _asked_later(room: Room, notice: Notice, when: When | None) -> Reply:
    """« plus tard », « demain »: the same question then, or to when?"""
    assert notice.meeting_day is not None
    offered = acts.offered_later(notice, now=room.now)
    wanted = {When.EVENING: offered[:-1], When.MORNING: offered[-1:]}.get(when, ()) if when is not None else ()
    if not wanted:
        return Reply(
            text=texts.later_when(notice.meeting or "", notice.meeting_day), keyboard=later_keyboard(notice.id, offered, of_meeting=True)
        )
    acts.put_off(room.work, room.account, notice.id, later=wanted[0], now=room.now)
    return Reply(text=texts.asked(own_notice(room.work, room.account, notice.id)))


def _cancelled(room: Room, notice: Notice) -> Reply:
    acts.cancel(room.work, room.account, notice.id, now=room.now)
    assert notice.meeting_day is not None
    cancelled = own_notice(room.work, room.account, notice.id)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.MEETING_UNDO, notice.id, cancelled.sequence))
    return Reply(text=texts.cancelled(notice.meeting or "", notice.meeting_day), keyboard=((undo,),))


def _moved_to(room: Room, notice: Notice, words: str) -> Reply | None:
    """The meeting on the day that the words tell; None when they tell none, or more."""
    told = read_new_day(words, room.local_now)
    if told is None:
        return None
    try:
        moved = acts.move(room.work, room.account, notice.id, day=told[0], starts=told[1], now=room.now)
    except DayIsPast as past:
        return Reply(text=refusal(past))
    name = holiday(moved.after.day, room.work.territory.zone)
    text = texts.moved(notice.meeting or "", moved.after.day, moved.after.starts, holiday=name)
    return Reply(text=text, keyboard=_undo_move(moved))


def _told_at_once(room: Room, notice: Notice, *, at_once: bool) -> Reply | None:
    """« 12 présents, Karim excusé » after the question: the card, with what it tells; None when it tells of something else."""
    if notice.held:
        return None
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None:
        return None
    author = room.account.person_id
    content = DraftContent(meetings=(filled(meeting, author_id=author, away=excused_from(room.work, meeting, besides=author)),))
    hearing = Hearing(now=room.local_now, author_id=author, draft=content, asked=Field.PEOPLE, agenda=agenda_of(room.work, content))
    heard = read_told(room.visit.text, hearing, room.index, at_once=at_once)
    if heard is None:
        return None
    draft = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    if draft.asked is None or draft.content.meetings != content.meetings:
        return show(room, draft, in_place=False)
    return show(room, change(room.work, draft, heard, answered=Field.PEOPLE, now=room.now), in_place=False)


TAPS: dict[Do, Scene] = {
    Do.MEETING_DONE: on_done,
    Do.MEETING_MOVED: on_moved,
    Do.MEETING_MOVE_TO: on_move_to,
    Do.MEETING_CANCELLED: on_cancelled,
    Do.MEETING_NEVER: on_never,
    Do.MEETING_BACK: on_back,
    Do.MEETING_UNDO: on_undo,
}
