"""/semaine and what its buttons open: each line its list, each item of a list its ✅ or its card."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions import after_meetings
from bot.actions import weeks as acts
from bot.actions.rhythms import told_already
from bot.domain.meetings import MeetingLine
from bot.domain.minutes import MinutesState
from bot.domain.weeks import DueAction, Unseen, Week, WeekList
from bot.texts import buttons
from bot.texts import weeks as texts
from bot.texts.papers import ALREADY_THERE
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.keyboards import rows, turning
from handlers.proposals import directory_at_a_glance
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

OF_ACTIONS = frozenset({WeekList.ACTIONS, WeekList.OPEN_ACTIONS})
WITH_BUTTONS = frozenset({WeekList.UNTOLD, WeekList.UNSENT}) | OF_ACTIONS
_MINUTES = {"0": MinutesState.DRAFT, "1": MinutesState.SENT, "2": MinutesState.PROOFREAD}  # by the end of a button's argument
_ELSEWHERE = {WeekList.MISSED: Tap(Do.REMINDERS_PAGE, 0), WeekList.SHEETS: Tap(Do.WEEK_SHEETS, 0)}


def on_week(room: Room) -> Reply:
    """/semaine: now."""
    week = acts.week_of(room.work, room.account, now=room.now)
    told_already(room.work, room.account, now=room.now)
    acts.queue_picture(room.work, room.account, now=room.now)
    return Reply(text=texts.week(week, today=room.today), keyboard=week_keyboard(week))


def on_actions(room: Room) -> Reply:
    """/actions: all that she has to see to, each with its ✅."""
    return _shown(room, WeekList.OPEN_ACTIONS, 0, in_place=False)


def week_keyboard(week: Week) -> Keyboard:
    """A button for each line that opens a list, and ⚙️."""
    lists = [
        Button(label=texts.list_button(which), tap=_ELSEWHERE.get(which) or Tap(Do.WEEK_LIST, 0, 0, which.value))
        for which in texts.lists_under(week)
    ]
    return (*rows(lists, 2), (Button(label=buttons.RHYTHM, tap=Tap(Do.RHYTHM, 0)),))


def _page(which: WeekList, page: int) -> Tap:
    return Tap(Do.WEEK_LIST, 0, 0, f"{which.value}.{page}")


def on_list(room: Room) -> Reply:
    """One of its lists, or another page of it; the point of the week stays above."""
    assert room.visit.tap is not None
    letter, _, page = room.visit.tap.argument.partition(".")
    return _shown(room, WeekList(letter), int(page or 0), in_place=bool(page))


def _shown(room: Room, which: WeekList, page: int, *, in_place: bool, toast: str | None = None, undo: Button | None = None) -> Reply:
    found = _lines(room, which)
    page = min(page, max(0, len(found) - 1) // texts.A_PAGE)
    first = page * texts.A_PAGE
    shown = found[first : first + texts.A_PAGE]
    items = [(n, line) for n, line in enumerate(shown, first + 1) if not isinstance(line, Unseen)] if which in WITH_BUTTONS else []
    keyboard = rows([Button(label=texts.item_button(which, n), tap=_item(which, line, page)) for n, line in items], 4)
    turn = turning(page, more=first + texts.A_PAGE < len(found), to=lambda n: _page(which, n))
    text = texts.listed(which, shown, first=first + 1, total=len(found), today=room.today)
    return Reply(text=text, keyboard=(*keyboard, *turn, *(((undo,),) if undo else ())), in_place=in_place, toast=toast)


def _lines(room: Room, which: WeekList) -> Sequence[MeetingLine | DueAction | Unseen]:
    if which is WeekList.OPEN_ACTIONS:
        return acts.open_actions(room.work, room.account)
    lists = acts.lists_of(room.work, room.account, now=room.now)
    found: dict[WeekList, Sequence[MeetingLine | DueAction | Unseen]] = {
        WeekList.AHEAD: lists.ahead,
        WeekList.UNTOLD: lists.untold,
        WeekList.UNSENT: lists.unsent,
        WeekList.ACTIONS: lists.actions,
        WeekList.QUIET_GROUPS: lists.quiet_groups,
        WeekList.LOST_STRUCTURES: lists.lost_structures,
    }
    return [*found[which], *lists.older.get(which, ())]


def _item(which: WeekList, line: MeetingLine | DueAction, page: int) -> Tap:
    if which is WeekList.UNTOLD:
        return Tap(Do.MEETING_TELL, line.id)
    return Tap(Do.WEEK_ITEM, line.id, 0, f"{which.value}.{page}.1")


def on_item(room: Room) -> Reply:
    """✅ on an action or on minutes, and ↩︎ of it."""
    assert room.visit.tap is not None
    letter, page, done = room.visit.tap.argument.split(".")
    which, subject = WeekList(letter), room.visit.tap.subject
    if which in OF_ACTIONS:
        acts.close_action(room.work, room.account, subject, done=done == "1", now=room.now)
        back = "0"
    else:
        before = acts.send_minutes(room.work, room.account, subject, to=_MINUTES[done], now=room.now)
        if before is None:
            return Reply(toast=ALREADY_THERE)
        back = next((sign for sign, state in _MINUTES.items() if state is before), "0")
    undo = Button(label=buttons.UNDO, tap=Tap(Do.WEEK_ITEM, subject, 0, f"{letter}.{page}.{back}")) if done == "1" else None
    toast = texts.DONE if done == "1" else texts.TAKEN_BACK
    return _shown(room, which, int(page), in_place=True, toast=toast, undo=undo)


def on_tell(room: Room) -> Reply:
    """✏️ on a planned meeting of which nothing was told: its card already filled."""
    assert room.visit.tap is not None
    draft = after_meetings.tell_planned(room.work, room.account, room.visit.tap.subject, update_id=room.visit.update_id, now=room.now)
    return show(room, draft, in_place=False)


def on_sheets(room: Room) -> Reply:
    """The sheets to look at, kind by kind, as /annuaire offers them."""
    return Reply(text=texts.SHEETS, keyboard=directory_at_a_glance(room).keyboard)


TAPS: dict[Do, Scene] = {Do.WEEK_SHEETS: on_sheets, Do.WEEK_LIST: on_list, Do.WEEK_ITEM: on_item, Do.MEETING_TELL: on_tell}
