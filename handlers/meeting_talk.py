"""Of which question « a-t-elle eu lieu ? » a sentence speaks: the one just answered, one of several, that of an open card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.actions import after_meetings as acts
from bot.actions import asked_meetings as asked
from bot.domain.drafts import Draft, Field
from bot.domain.notices import Notice, NoticeAnswer
from bot.texts import after_meetings as texts
from bot.understanding.after_meetings import Answer, Said, corrects, read_answer, read_new_day, refuses, takes_back
from bot.understanding.told_after import names_asked
from handlers import meeting_answers as one
from handlers import several_asked
from handlers.after_meetings import withdraw_card
from handlers.cards import show
from handlers.replies import Reply
from handlers.room import Room

IN_HAND = timedelta(hours=12)  # how long a sentence may still answer a question after other talk
UNTIL_SPOKEN = timedelta(days=3)  # and as the first thing said since
CARD_IN_HAND = timedelta(minutes=15)  # how long a card that she has just touched goes before a newer question
_TEXTS = frozenset({Field.DECISIONS, Field.ACTIONS, Field.TOPICS})
_TAKEN_BACK = frozenset({NoticeAnswer.CANCELLED, NoticeAnswer.MOVED, NoticeAnswer.LATER, NoticeAnswer.DROPPED, NoticeAnswer.MOVING})
_REFUSALS = frozenset({Said.CANCELLED, Said.MOVED, Said.NO_DATE, Said.NOT_HELD})


def told(room: Room, draft: Draft | None) -> Reply | list[Reply] | None:
    """What a sentence answers to what she was asked about a meeting; None when it speaks of something else."""
    standing = [notice for notice in room.work.notices.all_asked(room.account.id) if _stands(room, notice, draft)]
    mind = _changes_her_mind(room, standing)
    if mind is not None:
        return mind
    several = several_asked.told(room, standing)
    if several is not None:
        return several
    notice = next((asked for asked in standing if _names(room, asked)), standing[0] if standing else None)
    answered = one.answers(room, notice) if notice is not None else None
    return answered if answered is not None or draft is None else _over_its_card(room, draft)


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
    return room.now - notice.changed_at <= IN_HAND or one.at_once(room, notice)


def _names(room: Room, notice: Notice) -> bool:
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    if meeting is None or meeting.group_id is None:
        return False
    return names_asked(room.visit.text, one.hearing_of(room), room.index, group_id=meeting.group_id)


def _over_its_card(room: Room, draft: Draft) -> Reply | None:
    """« reportée », « annulée », « pas fini » over the card that « elle a eu lieu » opened: an answer all the same, no outcome of it."""
    found = asked.question_of(room.work, room.account, draft)
    if found is None or (draft.asked is not None and draft.asked.field in _TEXTS):
        return None
    notice, meeting = found
    words = one.words_of(room, notice)
    if words is None:
        return None
    untold = asked.bears_only_planned(room.work, room.account, draft, meeting=meeting)
    wait = one.wait_told(room, notice) if untold else None
    if wait is not None:
        return replace(wait, retire=withdraw_card(room, notice))
    said = read_answer(words, name=notice.meeting or "")
    if said is None:
        return one.half_read(room, notice, words) if refuses(words) else None
    if said.answer is Said.LATER and untold:
        card = withdraw_card(room, notice)
        answered = one.answered(room, notice, said)
        return replace(answered, retire=card) if answered is not None else None
    if not said.clear or said.answer not in _REFUSALS:
        return None
    return one.answered(room, notice, said) if untold else one.put_off_or_cancelled(notice)


def _changes_her_mind(room: Room, standing: Sequence[Notice]) -> Reply | None:
    """« ah si, elle a eu lieu, on était 6 », « pardon, reportée au 12 » straight after another answer, which it takes back."""
    notice = room.work.notices.last_answered(room.account.id)
    if notice is None or notice.answer not in _TAKEN_BACK or notice.changed_at is None or room.now - notice.changed_at > IN_HAND:
        return None
    if any(other.meeting_id == notice.meeting_id and other.id != notice.id for other in standing):  # it was asked again since
        return None
    if not one.at_once(room, notice) or not _is_of(room, notice, standing):
        return None
    words = one.words_of(room, notice)
    if words is None:
        return None
    back = takes_back(words)
    return (_told_after_all(room, notice, *back) if back is not None else None) or _answered_otherwise(room, notice, words)


def _is_of(room: Room, notice: Notice, standing: Sequence[Notice]) -> bool:
    """Whether she speaks of what she has just answered, though other questions stand open: she says so, or names it."""
    others = [other for other in standing if other.meeting_id != notice.meeting_id]
    if not others:
        return True
    newer = any(other.changed_at is not None and notice.changed_at is not None and other.changed_at > notice.changed_at for other in others)
    return corrects(room.visit.text, plainly=newer) or _names(room, notice)


def _told_after_all(room: Room, notice: Notice, rest: str, in_full: bool) -> Reply | None:
    """It took place: the card, with what she tells of it."""
    if rest and not in_full and one.filled_by(room, notice, rest, at_once=True) is None:
        return None
    again = asked.never_mind_answer(room.work, room.account, notice, now=room.now)
    told = one.told_at_once(room, again, rest, at_once=True) if rest else None
    if told is not None:
        return told
    drawn = acts.begin_card(room.work, room.account, notice.id, update_id=room.visit.update_id, now=room.now)
    shown = show(room, drawn, in_place=False)
    return replace(shown, text=f"{texts.REST_UNREAD}\n\n{shown.text}") if rest else shown


def _answered_otherwise(room: Room, notice: Notice, words: str) -> Reply | None:
    """Cancelled and not put off, put off to another day or to a date at last: the new answer instead of the other."""
    if notice.answer is NoticeAnswer.MOVING:
        return None
    said = read_answer(words, name=notice.meeting or "")
    new_day = _new_day(room, notice, words) if said is None else None
    if new_day is not None:
        return new_day
    if said is None or said.answer not in _REFUSALS:
        return None
    if notice.answer is NoticeAnswer.CANCELLED and (said.answer is Said.CANCELLED or (said.answer is Said.NOT_HELD and said.clear)):
        return one.answered(room, notice, Answer(answer=Said.CANCELLED))
    back = asked.never_mind_answer(room.work, room.account, notice, now=room.now)
    return _otherwise(room, back, said)


def _otherwise(room: Room, notice: Notice, said: Answer) -> Reply:
    if not said.clear:  # « annule », « non » alone: that answer
        again = one.asked_again(notice)
        return replace(again, text=f"{texts.BACK_IN_AGENDA}\n\n{again.text}")
    return one.answered(room, notice, said) or one.put_off_or_cancelled(notice, half_read=True)


def _new_day(room: Room, notice: Notice, words: str) -> Reply | None:
    """« mardi plutôt », « non, 15h », after it was put off; « en fait si, jeudi 10 à 10h » after a date to be fixed."""
    moved = notice.answer is NoticeAnswer.MOVED
    if not moved and not asked.lacks_date(room.work, room.account, notice, now=room.now):
        return None
    on = notice.later_on if moved else None
    if read_new_day(words, room.local_now, else_on=on) is None:
        return None
    back = asked.never_mind_answer(room.work, room.account, notice, now=room.now)
    return one.moved_to(room, back, words, else_on=on)
