"""What a sentence answers to « a-t-elle eu lieu ? »: of a question that stands open, over its card, or just after another answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import after_meetings as acts
from bot.actions import asked_meetings as asked
from bot.actions import plans as plan_acts
from bot.actions.drafts import change
from bot.actions.notices import Later, own_notice
from bot.actions.planned_cards import agenda_of
from bot.domain.drafts import Draft, DraftContent, Field
from bot.domain.errors import DayIsPast
from bot.domain.notices import Notice, NoticeAnswer
from bot.domain.requests import Hearing, NotForMe, PlanDeed
from bot.french.public_holidays import holiday
from bot.texts import after_meetings as texts
from bot.texts import buttons
from bot.texts.errors import refusal
from bot.understanding.after_meetings import Answer, Said, When, read_answer, read_new_day, read_wait, read_when, refuses, takes_back
from bot.understanding.plan_changes import read_plan_change
from bot.understanding.reader import read
from bot.understanding.told_after import names_asked, of_asked, read_told
from handlers import plans
from handlers.after_meetings import offered, undo_move, withdraw_card
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.notice_keyboards import days_keyboard, later_keyboard, not_held_keyboard
from handlers.replies import Button, Reply
from handlers.room import Room

IN_HAND = timedelta(hours=12)  # how long a sentence may still answer a question after other talk
UNTIL_SPOKEN = timedelta(days=3)  # and as the first thing said since
CARD_IN_HAND = timedelta(minutes=15)  # how long a card that she has just touched goes before a newer question
_TEXTS = frozenset({Field.DECISIONS, Field.ACTIONS, Field.TOPICS})
_TAKEN_BACK = frozenset({NoticeAnswer.CANCELLED, NoticeAnswer.MOVED, NoticeAnswer.LATER, NoticeAnswer.DROPPED})
_REFUSALS = frozenset({Said.CANCELLED, Said.MOVED, Said.NOT_HELD})


def told(room: Room, draft: Draft | None) -> Reply | list[Reply] | None:
    """What a sentence answers to what she was asked about a meeting; None when it speaks of something else."""
    standing = [notice for notice in room.work.notices.all_asked(room.account.id) if _stands(room, notice, draft)]
    notice = next((one for one in standing if _names(room, one)), standing[0] if standing else None)
    answered = _answers(room, notice) if notice is not None else None
    if answered is not None:
        return answered
    return _over_its_card(room, draft) if draft is not None else _changes_her_mind(room)


def _stands(room: Room, notice: Notice, draft: Draft | None) -> bool:
    """Whether a sentence may answer that question: it was asked after whatever else she has touched."""
    if notice.moot or notice.changed_at is None or room.now - notice.changed_at > UNTIL_SPOKEN:
        return False
    if draft is not None and draft.touched_at > notice.changed_at:
        return False
    if draft is not None and notice.answer is None and room.now - draft.touched_at <= CARD_IN_HAND:
        return False
    entry = room.work.entries.last_of(room.account.id)
    if entry is not None and entry.kept_at > notice.changed_at:
        return False
    return room.now - notice.changed_at <= IN_HAND or _at_once(room, notice)


def _at_once(room: Room, notice: Notice) -> bool:
    """Whether she has said and touched nothing since, or only how to put the question off."""
    if notice.changed_at is None:
        return False
    spoke = room.work.spoke_since(room.account.telegram_id, notice.changed_at, before=room.visit.update_id)
    return not spoke or _asks_when(room, notice)


def _asks_when(room: Room, notice: Notice) -> bool:
    return asked.asked_when(room.work, room.account, update_id=room.visit.update_id, now=room.now) == notice.id


def _names(room: Room, notice: Notice) -> bool:
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None or meeting.group_id is None:
        return False
    return names_asked(room.visit.text, _hearing(room), room.index, group_id=meeting.group_id)


def _hearing(room: Room) -> Hearing:
    return Hearing(now=room.local_now, author_id=room.account.person_id)


def _words_of(room: Room, notice: Notice) -> str | None:
    """What she says of the meeting asked about, without its name; None when another one is named."""
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None or meeting.group_id is None:
        return room.visit.text
    return of_asked(room.visit.text, _hearing(room), room.index, group_id=meeting.group_id, day=meeting.day)


def _answers(room: Room, notice: Notice) -> Reply | list[Reply] | None:
    """What the sentence answers to that question."""
    at_once = _at_once(room, notice)
    words = _words_of(room, notice)
    said = read_answer(words, name=notice.meeting or "") if words is not None else None
    if notice.answer is NoticeAnswer.MOVING:
        if said is not None and said.answer in {Said.UNDATED, Said.LATER}:
            return _without_a_date(room, notice)
        return _moved_to(room, notice, said.rest if said is not None and said.answer is Said.MOVED else words or room.visit.text)
    put_off = _put_off(room, notice) if at_once else None
    if put_off is not None:
        return put_off
    if said is not None:
        about_it = _answered(room, notice, said) if said.clear or at_once else None
    else:
        about_it = _told_at_once(room, notice, room.visit.text, at_once=at_once)
    return about_it or (_half_read(room, notice, words) if at_once and words is not None else None)


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
        case Said.LATER | Said.UNDATED:
            return _asked_later(room, notice, said)
        case Said.NEVER:
            acts.refuse(room.work, room.account, notice.id, now=room.now)
            return Reply(text=texts.asked(own_notice(room.work, room.account, notice.id)))
    if said.rest:
        return _moved_to(room, notice, said.rest)
    meeting = acts.ask_which_day(room.work, room.account, notice.id, now=room.now)
    return Reply(text=texts.WHICH_DAY, keyboard=days_keyboard(notice.id, offered(room, meeting), today=room.today))


def _put_off_or_cancelled(notice: Notice, *, half_read: bool = False) -> Reply:
    """It was not held: which of the two?"""
    assert notice.meeting_day is not None
    text = texts.put_off_or_cancelled(notice.meeting or "", notice.meeting_day, half_read=half_read)
    return Reply(text=text, keyboard=not_held_keyboard(notice.id))


def _half_read(room: Room, notice: Notice, words: str) -> Reply | None:
    """« annulée, Karim prévient les autres »: it was not held, and more was said than could be read; None where it is no refusal."""
    if notice.held or not refuses(words):
        return None
    alone = read(room.visit.text, _hearing(room), room.index)
    return _put_off_or_cancelled(notice, half_read=True) if isinstance(alone, NotForMe) else None


def _put_off(room: Room, notice: Notice) -> Reply | None:
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
    acts.put_off(room.work, room.account, notice.id, later=Later.WORKING_DAY, now=room.now)
    put = own_notice(room.work, room.account, notice.id)
    return Reply(text=texts.without_a_date(notice.meeting or "", notice.meeting_day, put.later_on, put.later_at))


def _cancelled(room: Room, notice: Notice) -> Reply:
    card = withdraw_card(room, notice)
    acts.cancel(room.work, room.account, notice.id, now=room.now)
    assert notice.meeting_day is not None
    cancelled = own_notice(room.work, room.account, notice.id)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.MEETING_UNDO, notice.id, cancelled.sequence))
    return Reply(text=texts.cancelled(notice.meeting or "", notice.meeting_day), keyboard=((undo,),), retire=card)


def _moved_to(room: Room, notice: Notice, words: str) -> Reply | None:
    """The meeting on the day that the words tell, or a card of the agenda where they tell its place too; None when they tell no day."""
    told = read_new_day(words, room.local_now)
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
    said = read_plan_change(words, _hearing(room), room.index, deed=PlanDeed.MOVE)
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


def _told_at_once(room: Room, notice: Notice, words: str, *, at_once: bool) -> Reply | None:
    """« 12 présents, Karim excusé » after the question: the card, with what it tells; None when it tells of something else."""
    found = _heard(room, notice, words, at_once=at_once) if not notice.held else None
    if found is None:
        return None
    blank, heard = found
    draft = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    if draft.asked is None or draft.content.meetings != blank.meetings:
        return show(room, draft, in_place=False)
    return show(room, change(room.work, draft, heard, answered=Field.PEOPLE, now=room.now), in_place=False)


def _heard(room: Room, notice: Notice, words: str, *, at_once: bool) -> tuple[DraftContent, DraftContent] | None:
    """The card of that meeting, and as the words fill it; None where they speak of something else."""
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None:
        return None
    blank = asked.planned_card(room.work, room.account, meeting)
    hearing = replace(_hearing(room), draft=blank, asked=Field.PEOPLE, agenda=agenda_of(room.work, blank))
    heard = read_told(words, hearing, room.index, at_once=at_once)
    return (blank, heard) if heard is not None else None


def _over_its_card(room: Room, draft: Draft) -> Reply | None:
    """« reportée », « annulée », « pas fini » over the card that « elle a eu lieu » opened: an answer all the same, no outcome of it."""
    found = asked.question_of(room.work, room.account, draft)
    if found is None or (draft.asked is not None and draft.asked.field in _TEXTS):
        return None
    notice, meeting = found
    words = _words_of(room, notice)
    if words is None:
        return None
    untold = asked.bears_only_planned(room.work, room.account, draft, meeting=meeting)
    wait = _put_off(room, notice) if untold else None
    if wait is not None:
        return replace(wait, retire=withdraw_card(room, notice))
    said = read_answer(words, name=notice.meeting or "")
    if said is None:
        return _half_read(room, notice, words) if refuses(words) else None
    if said.answer is Said.LATER and untold:
        card = withdraw_card(room, notice)
        answered = _answered(room, notice, said)
        return replace(answered, retire=card) if answered is not None else None
    if not said.clear or said.answer not in _REFUSALS:
        return None
    return _answered(room, notice, said) if untold else _put_off_or_cancelled(notice)


def _changes_her_mind(room: Room) -> Reply | None:
    """« ah si, elle a eu lieu, on était 6 » straight after another answer, which it takes back: the card, with what it tells."""
    notice = room.work.notices.last_answered(room.account.id)
    if notice is None or notice.answer not in _TAKEN_BACK or notice.changed_at is None or room.now - notice.changed_at > IN_HAND:
        return None
    back = takes_back(_words_of(room, notice) or "")
    if back is None or not _at_once(room, notice):
        return None
    rest, in_full = back
    if rest and not in_full and _heard(room, notice, rest, at_once=True) is None:
        return None
    again = asked.never_mind_answer(room.work, room.account, notice, now=room.now)
    told = _told_at_once(room, again, rest, at_once=True) if rest else None
    if told is not None:
        return told
    drawn = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    shown = show(room, drawn, in_place=False)
    return replace(shown, text=f"{texts.REST_UNREAD}\n\n{shown.text}") if rest else shown
