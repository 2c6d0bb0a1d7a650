"""What a sentence answers to several questions « a-t-elle eu lieu ? » that came together: each its own, both, or asked back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.notices import Notice, NoticeAnswer
from bot.texts import after_meetings as texts
from bot.texts.notices import distinct, rung
from bot.understanding.after_meetings import (
    Answer,
    Said,
    numbered,
    of_both,
    pieces,
    read_answer,
    read_new_day,
    read_wait,
    refuses,
)
from bot.understanding.told_after import names_asked
from handlers import meeting_answers as one
from handlers.callbacks import Do
from handlers.notice_keyboards import notices_keyboard, which_meeting_keyboard
from handlers.replies import Keyboard, Reply
from handlers.room import Room

TOGETHER = timedelta(minutes=30)  # between two questions that a few words may answer alike, when nothing was said between them
_DEEDS = {
    Said.DONE: Do.MEETING_DONE,
    Said.CANCELLED: Do.MEETING_CANCELLED,
    Said.MOVED: Do.MEETING_MOVED,
    Said.NEVER: Do.MEETING_NEVER,
    Said.LATER: Do.NOTICE_LATER,
    Said.UNDATED: Do.NOTICE_LATER,
}
_ASKED = {
    Do.MEETING_DONE: texts.WHICH_HELD,
    Do.MEETING_CANCELLED: texts.WHICH_CANCELLED,
    Do.MEETING_NEVER: texts.WHICH_NEVER,
    Do.NOTICE_LATER: texts.WHICH_LATER,
}
_FOR_BOTH = frozenset({Said.CANCELLED, Said.MOVED, Said.NO_DATE, Said.NEVER})


def told(room: Room, standing: Sequence[Notice]) -> Reply | list[Reply] | None:
    """What the sentence answers to them; None where one alone is asked, or meant."""
    alike = together(room, standing)
    each = _each(room, alike) if alike and (len(alike) > 1 or numbered(room.visit.text)[0] is not None) else None
    if each is not None or len(alike) < 2:
        return each
    if any(_named(room, notice) for notice in alike) or all(one.words_of(room, notice) is None for notice in alike):
        return None  # one of them is meant, or a meeting that was not asked about: « décale le GT Diabète du 10 à 14h »
    both = of_both(room.visit.text)
    if both is not None:
        return _all(room, alike, both)
    return _put_off_all(room, alike) or _which(room, alike)


def together(room: Room, standing: Sequence[Notice]) -> tuple[Notice, ...]:
    """The questions that came with the newest one, or shortly before it without a word of hers, in the order in which they were asked."""
    newest = standing[0] if standing else None
    if newest is None or newest.answer is not None or newest.changed_at is None:
        return ()
    since = newest.changed_at - TOGETHER
    close = [n for n in standing if n.answer is None and n.changed_at is not None and n.changed_at >= since]
    found = [n for n in close if n.changed_at == newest.changed_at or one.at_once(room, n)]
    return distinct(sorted(found, key=lambda n: (n.due.due_at, n.id)))


def _named(room: Room, notice: Notice) -> bool:
    meeting = room.work.meetings.get(notice.meeting_id) if notice.meeting_id is not None else None
    group = meeting.group_id if meeting is not None else None
    return group is not None and names_asked(room.visit.text, one.hearing_of(room), room.index, group_id=group)


def _saying(room: Room, text: str) -> Room:
    return replace(room, visit=replace(room.visit, text=text))


def _each(room: Room, alike: Sequence[Notice]) -> list[Reply] | None:
    """« nutrition annulée, santé mentale reportée à mardi », « la 1 annulée, la 2 on était 8 »: each its own; None where none is."""
    parts: list[tuple[Notice, str]] = []
    for piece in pieces(room.visit.text):
        rank, words = numbered(piece)
        ranked = _of_rank(room, alike, rank) if rank is not None else None
        named = ranked or next((n for n in alike if _named(_saying(room, piece), n)), None)
        if named is not None and (not parts or parts[-1][0] is not named):
            parts.append((named, words if ranked is not None else piece))
        elif parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]}, {piece}")
        else:
            return None
    if not parts or len({notice.id for notice, _ in parts}) < len(parts) or (len(parts) == 1 and numbered(room.visit.text)[0] is None):
        return None
    answers = [one.answers(_saying(room, words), notice) for notice, words in parts]
    if all(answer is None for answer in answers):
        return None
    return [_or_not_read(answer, notice) for answer, (notice, _) in zip(answers, parts, strict=True)]


def _of_rank(room: Room, alike: Sequence[Notice], rank: int) -> Notice | None:
    """The question that bears that number in the message that asked it."""
    shown = distinct(room.work.notices.beside(room.account.id, alike[-1].id))
    meant = shown[rank - 1].id if 0 < rank <= len(shown) and len(shown) > 1 else None
    return next((notice for notice in alike if notice.id == meant), None)


def _or_not_read(answer: Reply | list[Reply] | None, notice: Notice) -> Reply:
    if isinstance(answer, Reply):
        return answer
    return Reply(text=f"{texts.NOT_READ_OF_IT}\n\n{texts.asked(notice)}", keyboard=notices_keyboard((notice,)))


def _all(room: Room, alike: Sequence[Notice], words: str) -> list[Reply] | Reply | None:
    """« les deux annulées »: each; a card is of one meeting only."""
    said = read_answer(words)
    if said is None or said.answer not in _FOR_BOTH or len(alike) != 2:
        return _which(_saying(room, words), alike)
    if said.answer is Said.MOVED and (not said.rest or read_new_day(said.rest, room.local_now) is None):
        return _which(_saying(room, words), alike)
    answered = [one.answered(room, notice, said) for notice in alike]
    return [reply for reply in answered if reply is not None] or None


def _put_off_all(room: Room, alike: Sequence[Notice]) -> list[Reply] | None:
    """« dans 15 min », « ce soir »: all of them."""
    said = read_answer(room.visit.text)
    later = said is not None and said.answer is Said.LATER and (said.when is not None or said.rest)
    if not later and read_wait(room.visit.text, room.local_now, asked=False) is None:
        return None
    replies = [one.answers(room, notice) for notice in alike]
    return [reply for reply in replies if isinstance(reply, Reply)] or None


def _which(room: Room, alike: Sequence[Notice]) -> Reply | None:
    """« annulée », « 12 présents »: of which one?"""
    said = read_answer(room.visit.text)
    if said is not None and said.answer in _DEEDS:
        deed, day = _deed(room, said)
        if deed is not None:
            text = _ASKED.get(deed, texts.WHICH_MOVED)
            return Reply(text=text, keyboard=which_meeting_keyboard(alike, deed, day=day, today=room.today))
    if said is None and not _tells(room, alike):
        return None
    told = said is None and not refuses(room.visit.text)
    text = f"{texts.WHICH_THEN_AGAIN if told else texts.WHICH_OF_THEM}\n\n{rung(alike, now=room.now, answered=True)}"
    return Reply(text=text, keyboard=_keyboard(alike, told=told, room=room))


def _keyboard(alike: Sequence[Notice], *, told: bool, room: Room) -> Keyboard:
    return which_meeting_keyboard(alike, Do.MEETING_DONE, day=None, today=room.today) if told else notices_keyboard(alike)


def _deed(room: Room, said: Answer) -> tuple[Do | None, datetime | None]:
    """The button of that answer, and the new day that it bears."""
    if said.answer is not Said.MOVED or not said.rest:
        return _DEEDS[said.answer], None
    told = read_new_day(said.rest, room.local_now)
    return (Do.MEETING_MOVE_TO, datetime.combine(told[0], told[1] or time())) if told is not None else (None, None)


def _tells(room: Room, alike: Sequence[Notice]) -> bool:
    """Whether the sentence tells one of them, or that it was not held."""
    if refuses(room.visit.text):
        return one.half_read(room, alike[-1], room.visit.text) is not None
    return any(not n.held and n.answer is not NoticeAnswer.MOVING and one.filled_by(room, n, room.visit.text, at_once=True) for n in alike)
