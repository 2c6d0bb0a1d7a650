"""How a date is looked for: « cherche une date pour le GT Nutrition : … », ✅, the answers, the counts, the date that is chosen."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import chosen_dates
from bot.actions import date_boards as boards
from bot.actions import date_searches as acts
from bot.actions.date_marks import marks_of
from bot.actions.meetings import groups_she_may_log
from bot.domain.date_searches import DateSearch, FindDate, SearchState
from bot.domain.errors import DateSearchMoved
from bot.domain.plans import Plan
from bot.texts import buttons, toasts
from bot.texts import date_searches as texts
from handlers import plans
from handlers.callbacks import Do, Tap
from handlers.date_search_keyboards import board_keyboard, card_keyboard
from handlers.keyboards import short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

GROUPS = 12
MOST_LISTED = 8


def proposed(room: Room, request: FindDate) -> Reply:
    """A card with the dates, and who will be asked."""
    return _card(room, acts.propose(room.work, room.account, request, update_id=room.visit.update_id, now=room.now), in_place=False)


def _card(room: Room, search: DateSearch, *, in_place: bool, toast: str | None = None) -> Reply:
    if search.state is not SearchState.PROPOSED:
        return board(room, search, in_place=in_place, toast=toast)
    told = boards.board_of(room.work, search, now=room.now)
    asked = [person for person in told.awaited if person != room.account.person_id]
    marks = marks_of(room.work, search)
    said = [texts.holiday_mark(mark.holiday, school=mark.school, clash=mark.clash) for mark in marks]
    text = texts.card(search, room.names, asked=asked, to_note=told.to_note, marks=said)
    offered = search.content.group_candidates or tuple(group.id for group in groups_she_may_log(room.work, room.account))
    groups = [(group, short(room.names.group(group))) for group in offered[:GROUPS]]
    return Reply(text=text, keyboard=card_keyboard(search, groups, asks=bool(asked)), in_place=in_place, toast=toast)


def board(room: Room, search: DateSearch, *, in_place: bool, toast: str | None = None) -> Reply:
    """The counts as they stand now, or the plan that came of them; from now on they are drawn anew in the message that is tapped."""
    if search.state is SearchState.SETTLED:
        plan = room.work.plans.get(search.plan_id or 0)
        if plan is not None:
            return settled(room, search, plan)
    if in_place and room.visit.tapped_message is not None and room.visit.tapped_message != search.message_id:
        room.work.date_searches.shown_in(search.id, room.visit.tapped_message)
    told = boards.board_of(room.work, search, now=room.now)
    text = texts.board(told, room.names)
    return Reply(text=text, keyboard=board_keyboard(told), in_place=in_place, toast=toast, delivers=True)


def settled(room: Room, search: DateSearch, plan: Plan) -> Reply:
    """The card of the plan; its ↩︎ opens the dates again."""
    shown = plans.show(room, plan, in_place=True)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.DATE_UNSETTLE, search.id, search.version))
    meeting = plan.changed[0].meeting_id if plan.changed else 0
    more = (
        (Button(label=buttons.CALENDAR_FILE, tap=Tap(Do.CALENDAR_MEETING, meeting)),),
        (Button(label=buttons.INVITATION_TEXT, tap=Tap(Do.PLANNED_INVITE, meeting)),),
    )
    return replace(shown, keyboard=((undo,), *(more if meeting else ())))


def tapped(room: Room) -> Tap:
    """What was tapped."""
    assert room.visit.tap is not None
    return room.visit.tap


def own(room: Room, *, any_version: bool = False) -> DateSearch:
    """The date search that was tapped, of hers; of the version that its button bears, unless any will do."""
    tap = tapped(room)
    return acts.own_search(room.work, room.account, tap.subject, version=None if any_version else tap.version)


def fresh(room: Room) -> Reply:
    """It as it stands, for a button of an older card."""
    return _card(room, own(room, any_version=True), in_place=True, toast=toasts.FRESH_CARD)


def on_keep(room: Room) -> Reply:
    """✅: the members are asked; the card becomes the counts."""
    try:
        search = own(room, any_version=True)
        if search.state is SearchState.PROPOSED:
            search = own(room)
        asked = acts.ask_members(room.work, room.account, search, message_id=room.visit.tapped_message, now=room.now)
    except DateSearchMoved:
        return fresh(room)
    return board(room, asked, in_place=True)


def on_drop(room: Room) -> Reply:
    """❌ of the card."""
    try:
        acts.drop(room.work, own(room), now=room.now)
    except DateSearchMoved:
        return fresh(room)
    return Reply(text=texts.DROPPED, in_place=True)


def on_less(room: Room) -> Reply:
    """❌ of a date."""
    try:
        return _card(room, acts.without_date(room.work, own(room), tapped(room).number, now=room.now), in_place=True)
    except DateSearchMoved:
        return fresh(room)


def on_group(room: Room) -> Reply:
    """The group that was asked for."""
    if tapped(room).number not in room.names.groups:
        raise ValueError(tapped(room).argument)
    try:
        chosen = acts.choose_group(room.work, room.account, own(room), group_id=tapped(room).number, now=room.now)
    except DateSearchMoved:
        return fresh(room)
    return _card(room, chosen, in_place=True)


def on_board(room: Room) -> Reply:
    """◀ Décompte"""
    return _card(room, own(room, any_version=True), in_place=True)


def on_settle(room: Room) -> Reply:
    """✅ of a date: it is the meeting planned."""
    tap = tapped(room)
    try:
        search = own(room, any_version=True)
        if search.state is SearchState.OPEN:
            search = own(room)
        update_id = room.visit.update_id
        found, plan = chosen_dates.settle(room.work, room.account, search, place=tap.number, update_id=update_id, now=room.now)
    except DateSearchMoved:
        return fresh(room)
    return settled(room, found, plan)


def on_unsettle(room: Room) -> Reply:
    """↩︎ of that: the dates stand open again."""
    search = own(room, any_version=True)
    if search.state is SearchState.SETTLED:
        search = chosen_dates.unsettle(room.work, room.account, search, now=room.now)
    return board(room, search, in_place=True, toast=toasts.UNDONE)


def on_close(room: Room) -> Reply:
    """❌ Clore sans date"""
    try:
        return board(room, acts.close(room.work, room.account, own(room), now=room.now), in_place=True)
    except DateSearchMoved:
        return fresh(room)


def on_reopen(room: Room) -> Reply:
    """↩︎ of that."""
    search = own(room, any_version=True)
    if search.state is SearchState.CLOSED:
        search = acts.reopen(room.work, room.account, search, now=room.now)
    return board(room, search, in_place=True, toast=toasts.UNDONE)


def on_dates(room: Room) -> Reply:
    """/dates: what she asks or is asked about, each with its button."""
    searches = boards.open_for(room.work, room.account, now=room.now)[:MOST_LISTED]
    lines = [(room.names.group(one.group_id), len(one.content.dates), one.account_id == room.account.id) for one in searches]
    keyboard = tuple(
        (
            Button(
                label=f"{n}. {short(group)}",
                tap=Tap(Do.DATE_BOARD, search.id, search.version) if hers else Tap(Do.DATE_BALLOT, search.id),
            ),
        )
        for n, (search, (group, _, hers)) in enumerate(zip(searches, lines, strict=True), 1)
    )
    return Reply(text=texts.listed(lines), keyboard=keyboard)


TAPS: dict[Do, Scene] = {
    Do.DATE_KEEP: on_keep,
    Do.DATE_DROP: on_drop,
    Do.DATE_LESS: on_less,
    Do.DATE_GROUP: on_group,
    Do.DATE_BOARD: on_board,
    Do.DATE_SETTLE: on_settle,
    Do.DATE_UNSETTLE: on_unsettle,
    Do.DATE_CLOSE: on_close,
    Do.DATE_REOPEN: on_reopen,
}
