"""Which buttons stand below what rings: ✅ ⏰ ❌ for each, and to when ⏰ puts it off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.actions.notices import Later
from bot.domain.notices import OF_MEETINGS, Notice, NoticeAnswer, NoticeKind
from bot.texts import buttons
from bot.texts.after_meetings import NO_LABEL
from bot.texts.notices import MOST, distinct
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard

HOUR_TOLD = "t"  # behind a moment whose hour was told, which a meeting without an hour takes too
MIDDAY = time(14)  # when a meeting without an hour stands among others


def notices_keyboard(notices: Sequence[Notice]) -> Keyboard:
    """A row for each that she has not answered, two or three for one alone; numbered like the lines when there are several."""
    shown = distinct(notices)[:MOST]
    several = len(shown) > 1
    return tuple(row for i, notice in enumerate(shown, 1) for row in _rows(notice, i if several else None))


def _rows(notice: Notice, rank: int | None) -> Keyboard:
    if notice.kind is NoticeKind.REMINDER and notice.answer is None:
        return _of_reminder(notice, rank)
    if notice.kind is NoticeKind.AHEAD:  # among others it stays a line: opening its page would take their buttons away
        prepared = Button(label=buttons.PREPARE, tap=Tap(Do.PLANNED_OPEN, notice.meeting_id or 0))
        return ((prepared,),) if rank is None and not notice.moot else ()
    if notice.kind not in OF_MEETINGS or (notice.moot and notice.answer is None):
        return ()
    if notice.answer is NoticeAnswer.CANCELLED:
        return ((Button(label=buttons.ranked(buttons.UNDO, rank), tap=Tap(Do.MEETING_UNDO, notice.id, notice.sequence)),),)
    return _about_meeting(notice, rank) if notice.answer is None else ()


def _about_meeting(notice: Notice, rank: int | None) -> Keyboard:
    """✅ ✏️ ❌ ⏰ the first time; what chases it later can be refused for good."""

    def button(label: str, do: Do) -> Button:
        return Button(label=buttons.ranked(label, rank), tap=Tap(do, notice.id))

    done = button(buttons.MEETING_DONE, Do.MEETING_DONE)
    if notice.held:
        return ((button(buttons.MEETING_COMPLETE, Do.MEETING_DONE), button(buttons.MEETING_NEVER, Do.MEETING_NEVER)),)
    moved, cancelled = button(buttons.MEETING_MOVED, Do.MEETING_MOVED), button(buttons.MEETING_CANCELLED, Do.MEETING_CANCELLED)
    if rank is not None:
        return ((done, moved, cancelled, button(buttons.NOTICE_LATER, Do.NOTICE_LATER)),)
    if notice.kind is NoticeKind.PROMPT:
        return (done,), (moved, cancelled), (button(buttons.NOTICE_LATER, Do.NOTICE_LATER),)
    return (done,), (moved, cancelled), (button(buttons.MEETING_NEVER, Do.MEETING_NEVER),)


def _of_reminder(notice: Notice, rank: int | None) -> Keyboard:
    done = Button(label=buttons.ranked(buttons.NOTICE_DONE, rank), tap=Tap(Do.NOTICE_DONE, notice.id))
    later = Button(label=buttons.ranked(buttons.NOTICE_LATER, rank), tap=Tap(Do.NOTICE_LATER, notice.id))
    which = Do.NOTICE_DROP_WHICH if notice.series else Do.NOTICE_DROP
    drop = Button(label=buttons.ranked(buttons.NOTICE_DROP, rank), tap=Tap(which, notice.id))
    return ((done, later), (drop,)) if rank is None else ((done, later, drop),)


def days_keyboard(notice_id: int, moments: Sequence[datetime], *, today: date) -> Keyboard:
    """To when a meeting can be put off."""
    offered = [
        Button(label=buttons.moment(m, today=today), tap=Tap(Do.MEETING_MOVE_TO, notice_id, 0, m.strftime("%Y%m%d%H%M"))) for m in moments
    ]
    rows = tuple(tuple(offered[i : i + 2]) for i in range(0, len(offered), 2))
    return (*rows, (Button(label=buttons.BACK, tap=Tap(Do.MEETING_BACK, notice_id)),))


def not_held_keyboard(notice_id: int) -> Keyboard:
    """Put off, or cancelled."""
    both = ((buttons.MEETING_MOVED, Do.MEETING_MOVED), (buttons.MEETING_CANCELLED, Do.MEETING_CANCELLED))
    return (tuple(Button(label=label, tap=Tap(do, notice_id)) for label, do in both),)


_OF_DEEDS = {
    Do.MEETING_DONE: buttons.MEETING_DONE,
    Do.MEETING_CANCELLED: buttons.MEETING_CANCELLED,
    Do.MEETING_NEVER: buttons.MEETING_NEVER,
    Do.NOTICE_LATER: buttons.NOTICE_LATER,
}


def which_meeting_keyboard(notices: Sequence[Notice], deed: Do, *, day: datetime | None, today: date) -> Keyboard:
    """That answer, of which of them? `day`: the new one, told without an hour where it is midnight: then it keeps its own."""
    names = [notice.meeting or NO_LABEL for notice in notices]
    label = _OF_DEEDS.get(deed, buttons.MEETING_MOVED)
    rows = []
    for notice, name in zip(notices, names, strict=True):
        when = (
            buttons.when_of(notice.meeting_day, notice.meeting_starts, today=today) if names.count(name) > 1 and notice.meeting_day else ""
        )
        rows.append((Button(label=buttons.of_meeting(label, name, when), tap=_tap_of(notice, deed, day)),))
    return tuple(rows)


def _tap_of(notice: Notice, deed: Do, day: datetime | None) -> Tap:
    if day is None:
        return Tap(deed, notice.id)
    told = day.time() != time()
    hour = day.time() if told else notice.meeting_starts or MIDDAY
    return Tap(deed, notice.id, 0, datetime.combine(day.date(), hour).strftime("%Y%m%d%H%M") + (HOUR_TOLD if told else ""))


def later_keyboard(notice_id: int, offered: Sequence[Later], *, of_meeting: bool = False) -> Keyboard:
    """To when it can be put off; a question about a meeting can be refused for good."""
    choices = [Button(label=buttons.later(later.name), tap=Tap(Do.NOTICE_PUT_OFF, notice_id, 0, later.value)) for later in offered]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    never = ((Button(label=buttons.MEETING_NEVER, tap=Tap(Do.MEETING_NEVER, notice_id)),),) if of_meeting else ()
    return (*rows, *never, (Button(label=buttons.BACK, tap=Tap(Do.NOTICE_BACK, notice_id)),))


def drop_keyboard(notice_id: int) -> Keyboard:
    """This time only, or the whole series."""
    return (
        (Button(label=buttons.DROP_ONCE, tap=Tap(Do.NOTICE_DROP, notice_id)),),
        (Button(label=buttons.DROP_SERIES, tap=Tap(Do.NOTICE_DROP, notice_id, 0, "s")),),
        (Button(label=buttons.BACK, tap=Tap(Do.NOTICE_BACK, notice_id)),),
    )
