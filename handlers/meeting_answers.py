"""What a sentence answers to one question « a-t-elle eu lieu ? », and what that does; of which question it speaks: `meeting_talk`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.actions import after_meetings as acts
from bot.actions import asked_meetings as asked
from bot.actions import plans as plan_acts
from bot.actions.drafts import change
from bot.actions.notices import Later, own_notice
from bot.actions.planned_cards import agenda_of
from bot.domain.drafts import DraftContent, Field
from bot.domain.errors import DayIsPast
from bot.domain.notices import Notice, NoticeAnswer
from bot.domain.requests import Hearing, NotForMe, PlanDeed
from bot.french.public_holidays import holiday
from bot.texts import after_meetings as texts
from bot.texts import buttons
from bot.texts.errors import refusal
from bot.understanding.after_meetings import Answer, Said, When, read_answer, read_new_day, read_wait, read_when, refuses
from bot.understanding.plan_changes import read_plan_change
from bot.understanding.reader import read
from bot.understanding.told_after import of_asked, read_told
from handlers import plans
from handlers.after_meetings import offered, undo_move, withdraw_card
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.notice_keyboards import days_keyboard, later_keyboard, not_held_keyboard, notices_keyboard
from handlers.replies import Button, Reply
from handlers.room import Room


def at_once(room: Room, notice: Notice) -> bool:
    """Whether she has said and touched nothing since, or only how to put the question off."""
    if notice.changed_at is None:
        return False
    spoke = room.work.spoke_since(room.account.telegram_id, notice.changed_at, before=room.visit.update_id)
    return not spoke or _asks_when(room, notice)


def _asks_when(room: Room, notice: Notice) -> bool:
    return asked.asked_when(room.work, room.account, update_id=room.visit.update_id, now=room.now) == notice.id


def hearing_of(room: Room) -> Hearing:
    """Her sentence by itself."""
    return Hearing(now=room.local_now, author_id=room.account.person_id)


def words_of(room: Room, notice: Notice) -> str | None:
    """What she says of the meeting asked about, without its name; None when another one is named."""
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None or meeting.group_id is None:
        return room.visit.text
    return of_asked(room.visit.text, hearing_of(room), room.index, group_id=meeting.group_id, day=meeting.day)


def answers(room: Room, notice: Notice) -> Reply | list[Reply] | None:
    """What the sentence answers to that question."""
    straight = at_once(room, notice)
    words = words_of(room, notice)
    said = read_answer(words, name=notice.meeting or "") if words is not None else None
    if notice.answer is NoticeAnswer.MOVING:
        return _day_told(room, notice, said, words)
    put_off = wait_told(room, notice) if straight else None
    if put_off is not None:
        return put_off
    if said is not None:
        about_it = answered(room, notice, said) if said.clear or straight else None
    else:
        about_it = told_at_once(room, notice, room.visit.text, at_once=straight)
        if about_it is None and words is not None and words != room.visit.text:  # « nutrition oui 12 présents »
            about_it = told_at_once(room, notice, words.strip(), at_once=straight)
    return about_it or (half_read(room, notice, words) if straight and words is not None else None)


def answered(room: Room, notice: Notice, said: Answer) -> Reply | None:
    """What the button of that answer would do; a meeting that was told lacks only who was there."""
    if notice.held and said.answer not in {Said.DONE, Said.LATER, Said.NEVER}:
        return None
    match said.answer:
        case Said.DONE:
            drawn = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
            return show(room, drawn, in_place=False)
        case Said.CANCELLED:
            return _cancelled(room, notice)
        case Said.NO_DATE:
            return _without_a_date(room, notice)
        case Said.NOT_HELD:
            return put_off_or_cancelled(notice)
        case Said.LATER | Said.UNDATED:
            return _asked_later(room, notice, said)
        case Said.NEVER:
            acts.refuse(room.work, room.account, notice.id, now=room.now)
            return Reply(text=texts.asked(own_notice(room.work, room.account, notice.id)))
    if said.rest:
        return moved_to(room, notice, said.rest)
    return _which_day(room, notice)


def _day_told(room: Room, notice: Notice, said: Answer | None, words: str | None) -> Reply | None:
    """What she says where she was asked to which day it is put off."""
    if said is None or words is None:
        return moved_to(room, notice, words or room.visit.text)
    match said.answer:
        case Said.UNDATED | Said.LATER | Said.NO_DATE:
            return _without_a_date(room, notice)
        case Said.CANCELLED if said.clear:
            return _cancelled(room, notice)
        case Said.CANCELLED | Said.NOT_HELD:
            return put_off_or_cancelled(notice)
        case Said.DONE | Said.NEVER:
            back = asked.never_mind_answer(room.work, room.account, notice, now=room.now)
            return answered(room, back, said) if said.answer is Said.DONE else asked_again(back)
    return moved_to(room, notice, said.rest) if said.rest else _which_day(room, notice)


def asked_again(notice: Notice) -> Reply:
    """The question as it stands, with its buttons."""
    return Reply(text=texts.asked(notice), keyboard=notices_keyboard((notice,)))


def _which_day(room: Room, notice: Notice) -> Reply:
    meeting = acts.ask_which_day(room.work, room.account, notice.id, now=room.now)
    return Reply(text=texts.WHICH_DAY, keyboard=days_keyboard(notice.id, offered(room, meeting), today=room.today))


def put_off_or_cancelled(notice: Notice, *, half_read: bool = False) -> Reply:
    """It was not held: which of the two?"""
    assert notice.meeting_day is not None
    text = texts.put_off_or_cancelled(notice.meeting or "", notice.meeting_day, half_read=half_read)
    return Reply(text=text, keyboard=not_held_keyboard(notice.id))


def half_read(room: Room, notice: Notice, words: str) -> Reply | None:
    """« annulée, Karim prévient les autres »: it was not held, and more was said than could be read; None where it is no refusal."""
    if notice.held or not refuses(words):
        return None
    alone = read(room.visit.text, hearing_of(room), room.index)
    return put_off_or_cancelled(notice, half_read=True) if isinstance(alone, NotForMe) else None


def wait_told(room: Room, notice: Notice) -> Reply | None:
    """« dans 15 min », and « demain matin » where she was asked when: the same question then."""
    when = read_when(room.visit.text) if _asks_when(room, notice) else None
    if when is not None:
        return _asked_later(room, notice, Answer(answer=Said.LATER, when=when))
    wait = read_wait(room.visit.text, room.local_now, asked=_asks_when(room, notice))
    return _later(room, notice, wait) if wait is not None else None


def _asked_later(room: Room, notice: Notice, said: Answer) -> Reply | None:
    """« plus tard », « demain », « ça finit vers 11h »: the same question then, or to when?"""
    assert notice.meeting_day is not None
    wait = read_wait(said.rest, room.local_now, tomorrow=said.when is When.MORNING) if said.rest else None
    if wait is not None:
        return _later(room, notice, wait)
    choices = acts.offered_later(notice, now=room.now)
    wanted = {When.EVENING: choices[:-1], When.MORNING: choices[-1:]}.get(said.when, ()) if said.when is not None else ()
    if wanted and not said.rest:
        return _later(room, notice, wanted[0])
    asked.asks_when(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    text = texts.later_when(notice.meeting or "", notice.meeting_day)
    return Reply(text=text, keyboard=later_keyboard(notice.id, choices, of_meeting=True))


def _later(room: Room, notice: Notice, later: Later | datetime) -> Reply:
    acts.put_off(room.work, room.account, notice.id, later=later, now=room.now)
    return Reply(text=texts.asked(own_notice(room.work, room.account, notice.id)))


def _without_a_date(room: Room, notice: Notice) -> Reply:
    """Put off, and nobody knows yet to when: asked again on the next working morning."""
    assert notice.meeting_day is not None
    card = withdraw_card(room, notice)
    acts.put_off(room.work, room.account, notice.id, later=Later.WORKING_DAY, now=room.now)
    asked.asks_date(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    put = own_notice(room.work, room.account, notice.id)
    return Reply(text=texts.without_a_date(notice.meeting or "", notice.meeting_day, put.later_on, put.later_at), retire=card)


def _cancelled(room: Room, notice: Notice) -> Reply:
    card = withdraw_card(room, notice)
    acts.cancel(room.work, room.account, notice.id, now=room.now)
    assert notice.meeting_day is not None
    cancelled = own_notice(room.work, room.account, notice.id)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.MEETING_UNDO, notice.id, cancelled.sequence))
    return Reply(text=texts.cancelled(notice.meeting or "", notice.meeting_day), keyboard=((undo,),), retire=card)


def moved_to(room: Room, notice: Notice, words: str, *, else_on: date | None = None) -> Reply | None:
    """The meeting on the day that the words tell, or a card of the agenda where they tell its place too; None when they tell no day."""
    told = read_new_day(words, room.local_now, else_on=else_on)
    if told is None:
        return _changed_in_agenda(room, notice, words)
    card = withdraw_card(room, notice)
    try:
        moved = acts.move(room.work, room.account, notice.id, day=told[0], starts=told[1], now=room.now)
    except DayIsPast as past:
        return Reply(text=refusal(past), retire=card)
    name = holiday(moved.after.day, room.work.territory.zone)
    text = texts.moved(notice.meeting or "", moved.after.day, moved.after.starts, holiday=name)
    return Reply(text=text, keyboard=undo_move(moved), retire=card)


def _changed_in_agenda(room: Room, notice: Notice, words: str) -> Reply | None:
    """« mardi 15 à 14h salle du conseil »: more than a day, on a card that ✅ keeps and ↩︎ takes back whole."""
    said = read_plan_change(words, hearing_of(room), room.index, deed=PlanDeed.MOVE)
    if said is None or said.group_id is not None or said.group_candidates or notice.meeting_id is None or notice.held:
        return None
    said = replace(said, on=None, spot=said.spot if said.spot.day is not None else replace(said.spot, day=said.on))
    if said.spot.day is None or said.unread is not None or said.misnamed is not None:
        return None
    card = withdraw_card(room, notice)
    meeting = acts.ask_which_day(room.work, room.account, notice.id, now=room.now)
    plan = plan_acts.propose_change(room.work, room.account, meeting.id, deed=PlanDeed.MOVE, update_id=room.visit.update_id, now=room.now)
    content = plan_acts.with_told(plan.content, said, now=room.now_there)
    shown = plans.show(room, plan_acts.change(room.work, room.account, plan, content=content, now=room.now), in_place=False)
    return replace(shown, retire=card) if card is not None else shown


def told_at_once(room: Room, notice: Notice, words: str, *, at_once: bool) -> Reply | None:
    """« 12 présents, Karim excusé » after the question: the card, with what it tells; None when it tells of something else."""
    found = filled_by(room, notice, words, at_once=at_once) if not notice.held else None
    if found is None:
        return None
    blank, heard = found
    draft = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    if draft.asked is None or draft.content.meetings != blank.meetings:
        return show(room, draft, in_place=False)
    return show(room, change(room.work, draft, heard, answered=Field.PEOPLE, now=room.now), in_place=False)


def filled_by(room: Room, notice: Notice, words: str, *, at_once: bool) -> tuple[DraftContent, DraftContent] | None:
    """The card of that meeting, and as the words fill it; None where they speak of something else."""
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None:
        return None
    blank = asked.planned_card(room.work, room.account, meeting)
    hearing = replace(hearing_of(room), draft=blank, asked=Field.PEOPLE, agenda=agenda_of(room.work, blank))
    heard = read_told(words, hearing, room.index, at_once=at_once)
    return (blank, heard) if heard is not None else None
