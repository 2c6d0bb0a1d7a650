"""Which buttons stand below what rings: ✅ ⏰ ❌ for each, and to when ⏰ puts it off."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.notices import Later
from bot.domain.notices import Notice, NoticeKind
from bot.texts import buttons
from bot.texts.notices import MOST, distinct
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard


def notices_keyboard(notices: Sequence[Notice]) -> Keyboard:
    """A row for each that she has not answered; numbered like the lines when there are several."""
    shown = distinct(notices)[:MOST]
    several = len(shown) > 1
    return tuple(_row(notice, i if several else None) for i, notice in enumerate(shown, 1) if _answerable(notice))


def _answerable(notice: Notice) -> bool:
    return notice.kind is NoticeKind.REMINDER and notice.answer is None


def _row(notice: Notice, rank: int | None) -> tuple[Button, ...]:
    drop = Do.NOTICE_DROP_WHICH if notice.series else Do.NOTICE_DROP
    return (
        Button(label=buttons.ranked(buttons.NOTICE_DONE, rank), tap=Tap(Do.NOTICE_DONE, notice.id)),
        Button(label=buttons.ranked(buttons.NOTICE_LATER, rank), tap=Tap(Do.NOTICE_LATER, notice.id)),
        Button(label=buttons.ranked(buttons.NOTICE_DROP, rank), tap=Tap(drop, notice.id)),
    )


def later_keyboard(notice_id: int, offered: Sequence[Later]) -> Keyboard:
    """To when it can be put off."""
    choices = [Button(label=buttons.later(later.name), tap=Tap(Do.NOTICE_PUT_OFF, notice_id, 0, later.value)) for later in offered]
    rows = tuple(tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    return (*rows, (Button(label=buttons.BACK, tap=Tap(Do.NOTICE_BACK, notice_id)),))


def drop_keyboard(notice_id: int) -> Keyboard:
    """This time only, or the whole series."""
    return (
        (Button(label=buttons.DROP_ONCE, tap=Tap(Do.NOTICE_DROP, notice_id)),),
        (Button(label=buttons.DROP_SERIES, tap=Tap(Do.NOTICE_DROP, notice_id, 0, "s")),),
        (Button(label=buttons.BACK, tap=Tap(Do.NOTICE_BACK, notice_id)),),
    )
