"""How a date is looked for: « cherche une date pour le GT Nutrition : … », ✅, the answers, the counts, the date that is chosen."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import chosen_dates
from bot.actions import date_searches as acts
from bot.actions.date_marks import marks_of
from bot.actions.meetings import groups_she_may_log
from bot.actions.turnout import members_of
from bot.domain.date_searches import DateSearch, FindDate, SearchState
from bot.domain.errors import DateSearchMoved
from bot.domain.plans import Plan
from bot.domain.requests import Hearing
from bot.french.lists import and_list
from bot.texts import buttons, toasts
from bot.texts import date_searches as texts
from bot.understanding.date_answers import ToldFits, read_date_answers
from handlers import plans
from handlers.callbacks import Do, Tap
from handlers.date_search_keyboards import LETTERS, ballot_keyboard, board_keyboard, card_keyboard, whom_keyboard
from handlers.keyboards import short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

GROUPS = 12
MOST_LISTED = 8
MOST_MEMBERS = 40


def proposed(room: Room, request: FindDate) -> Reply:
    """A card with the dates, and who will be asked."""
    return _card(room, acts.propose(room.work, room.account, request, update_id=room.visit.update_id, now=room.now), in_place=False)


def _card(room: Room, search: DateSearch, *, in_place: bool, toast: str | None = None) -> Reply:
    if search.state is not SearchState.PROPOSED:
        return board(room, search, in_place=in_place, toast=toast)
    told = acts.board_of(room.work, search, now=room.now)
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
            return _settled(room, search, plan)
    if in_place and room.visit.tapped_message is not None and room.visit.tapped_message != search.message_id:
        room.work.date_searches.shown_in(search.id, room.visit.tapped_message)
    told = acts.board_of(room.work, search, now=room.now)
    text = texts.board(told, room.names)
    return Reply(text=text, keyboard=board_keyboard(told), in_place=in_place, toast=toast, delivers=True)


def _settled(room: Room, search: DateSearch, plan: Plan) -> Reply:
    """The card of the plan; its ↩︎ opens the dates again."""
    shown = plans.show(room, plan, in_place=True)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.DATE_UNSETTLE, search.id, search.version))
    meeting = plan.changed[0].meeting_id if plan.changed else 0
    more = (
        (Button(label=buttons.CALENDAR_FILE, tap=Tap(Do.CALENDAR_MEETING, meeting)),),
        (Button(label=buttons.INVITATION_TEXT, tap=Tap(Do.PLANNED_INVITE, meeting)),),
    )
    return replace(shown, keyboard=((undo,), *(more if meeting else ())))


def told(room: Room) -> Reply | None:
    """« Sophie peut le 8 et le 10 », said of an open date search of hers; None when it speaks of something else."""
    if not acts.may_search(room.account):
        return None
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    for search in acts.open_for(room.work, room.account):
        if search.account_id != room.account.id:
            return None
        said = read_date_answers(room.visit.text, hearing, room.index, slots=search.content.slots)
        if said is not None and (not said.group_ids or search.group_id in said.group_ids):
            return _noted(room, search, said)
    return None


def _noted(room: Room, search: DateSearch, said: ToldFits) -> Reply:
    members = members_of(room.work, search.group_id)
    people = [[one for one in ids if one in members] for ids in said.people]
    several = next((words for ids, words in zip(people, said.said, strict=True) if len(ids) > 1), None)
    if several is not None:
        return Reply(text=texts.which(several))
    if not all(people):
        return Reply(text=texts.NOT_OF_GROUP)
    fits = {ids[0]: said.fits for ids in people}
    update_id = room.visit.update_id
    acts.note(room.work, room.account, search, fits, update_id=update_id, now=room.now)
    acts.show_anew(room.work, search, now=room.now)
    slots = [(search.content.slots[place], fit) for place, fit in sorted(said.fits.items())]
    who = and_list([room.names.person(person) for person in fits])
    undo = Button(label=buttons.UNDO, tap=Tap(Do.DATE_UNDO, search.id, 0, str(update_id)))
    counts = Button(label=buttons.COUNTS, tap=Tap(Do.DATE_BOARD, search.id, search.version))
    text = texts.noted(who, slots, group=room.names.group(search.group_id))
    return Reply(text=text, keyboard=((undo, counts),), delivers=True)


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def _own(room: Room, *, any_version: bool = False) -> DateSearch:
    tap = _tap(room)
    return acts.own_search(room.work, room.account, tap.subject, version=None if any_version else tap.version)


def _fresh(room: Room) -> Reply:
    """It as it stands, for a button of an older card."""
    return _card(room, _own(room, any_version=True), in_place=True, toast=toasts.FRESH_CARD)


def on_keep(room: Room) -> Reply:
    """✅: the members are asked; the card becomes the counts."""
    try:
        search = _own(room, any_version=True)
        if search.state is SearchState.PROPOSED:
            search = _own(room)
        asked = acts.ask_members(room.work, room.account, search, message_id=room.visit.tapped_message, now=room.now)
    except DateSearchMoved:
        return _fresh(room)
    return board(room, asked, in_place=True)


def on_drop(room: Room) -> Reply:
    """❌ of the card."""
    try:
        acts.drop(room.work, _own(room), now=room.now)
    except DateSearchMoved:
        return _fresh(room)
    return Reply(text=texts.DROPPED, in_place=True)


def on_less(room: Room) -> Reply:
    """❌ of a date."""
    try:
        return _card(room, acts.without_slot(room.work, _own(room), _tap(room).number, now=room.now), in_place=True)
    except DateSearchMoved:
        return _fresh(room)


def on_group(room: Room) -> Reply:
    """The group that was asked for."""
    if _tap(room).number not in room.names.groups:
        raise ValueError(_tap(room).argument)
    try:
        chosen = acts.choose_group(room.work, room.account, _own(room), _tap(room).number, now=room.now)
    except DateSearchMoved:
        return _fresh(room)
    return _card(room, chosen, in_place=True)


def on_board(room: Room) -> Reply:
    """◀ Décompte"""
    return _card(room, _own(room, any_version=True), in_place=True)


def on_settle(room: Room) -> Reply:
    """✅ of a date: it is the meeting planned."""
    tap = _tap(room)
    try:
        search = _own(room, any_version=True)
        if search.state is SearchState.OPEN:
            search = _own(room)
        update_id = room.visit.update_id
        settled, plan = chosen_dates.settle(room.work, room.account, search, place=tap.number, update_id=update_id, now=room.now)
    except DateSearchMoved:
        return _fresh(room)
    return _settled(room, settled, plan)


def on_unsettle(room: Room) -> Reply:
    """↩︎ of that: the dates stand open again."""
    search = _own(room, any_version=True)
    if search.state is SearchState.SETTLED:
        search = chosen_dates.unsettle(room.work, room.account, search, now=room.now)
    return board(room, search, in_place=True, toast=toasts.UNDONE)


def on_close(room: Room) -> Reply:
    """❌ Clore sans date"""
    try:
        return board(room, acts.close(room.work, room.account, _own(room), now=room.now), in_place=True)
    except DateSearchMoved:
        return _fresh(room)


def on_reopen(room: Room) -> Reply:
    """↩︎ of that."""
    search = _own(room, any_version=True)
    if search.state is SearchState.CLOSED:
        search = acts.reopen(room.work, room.account, search, now=room.now)
    return board(room, search, in_place=True, toast=toasts.UNDONE)


def on_answer(room: Room) -> Reply:
    """A member says whether a date suits her."""
    place, _, letter = _tap(room).argument.partition(".")
    fit, toast = LETTERS[letter], texts.NOTED
    try:
        acts.answer(room.work, room.account, _tap(room).subject, place=int(place), fit=fit, update_id=room.visit.update_id, now=room.now)
    except DateSearchMoved:
        toast = toasts.FRESH_CARD
    return replace(_ballot(room), toast=toast, delivers=True)


def on_ballot(room: Room) -> Reply:
    """The question again, from /dates."""
    return _ballot(room)


def _ballot(room: Room) -> Reply:
    search = acts.asked_of(room.work, room.account, _tap(room).subject)
    told = acts.ballot_of(room.work, search, room.account.person_id, now=room.now)
    return Reply(text=texts.ballot(told), keyboard=ballot_keyboard(told), in_place=True)


def on_whom(room: Room) -> Reply:
    """✏️ Noter une réponse: of whom? Those without an account first, then who has not answered, then the others."""
    search = _own(room, any_version=True)
    if search.state is not SearchState.OPEN:
        return _fresh(room)
    room.work.date_searches.shown_in(search.id, None)  # an answer that comes meanwhile does not take her page away
    told = acts.board_of(room.work, search, now=room.now)
    people = dict.fromkeys((*told.to_note, *told.awaited, *told.answered))
    named = [(person, short(room.names.person(person))) for person in people][:MOST_MEMBERS]
    return Reply(text=texts.WHOSE, keyboard=whom_keyboard(search, named), in_place=True)


def on_person(room: Room) -> Reply:
    """Her page of answers."""
    return _hers(room, _own(room, any_version=True), _tap(room).number)


def on_note(room: Room) -> Reply:
    """An answer of hers, noted by who asks."""
    person, place, letter = _tap(room).argument.split(".")
    search = _own(room, any_version=True)
    fits = {int(person): {int(place): LETTERS[letter]}}
    try:
        acts.note(room.work, room.account, search, fits, update_id=room.visit.update_id, now=room.now)
    except DateSearchMoved:
        return _fresh(room)
    return _hers(room, search, int(person))


def _hers(room: Room, search: DateSearch, person_id: int) -> Reply:
    if search.state is not SearchState.OPEN:
        return _fresh(room)
    told = acts.ballot_of(room.work, search, person_id, now=room.now)
    text = texts.ballot(told, hers=False, name=room.names.person(person_id))
    back = Button(label=buttons.COUNTS, tap=Tap(Do.DATE_BOARD, search.id, search.version))
    return Reply(text=text, keyboard=(*ballot_keyboard(told, hers=False), (back,)), in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎ of what a sentence noted."""
    search = _own(room, any_version=True)
    acts.take_back(room.work, room.account, search, update_id=int(_tap(room).argument), now=room.now)
    acts.show_anew(room.work, search, now=room.now)
    return Reply(text=texts.taken_back(room.names.group(search.group_id)), in_place=True, delivers=True)


def on_dates(room: Room) -> Reply:
    """/dates: what she asks or is asked about, each with its button."""
    searches = acts.open_for(room.work, room.account)[:MOST_LISTED]
    lines = [(room.names.group(one.group_id), len(one.content.slots), one.account_id == room.account.id) for one in searches]
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
    Do.DATE_ANSWER: on_answer,
    Do.DATE_BALLOT: on_ballot,
    Do.DATE_BOARD: on_board,
    Do.DATE_WHOM: on_whom,
    Do.DATE_PERSON: on_person,
    Do.DATE_NOTE: on_note,
    Do.DATE_SETTLE: on_settle,
    Do.DATE_UNSETTLE: on_unsettle,
    Do.DATE_CLOSE: on_close,
    Do.DATE_REOPEN: on_reopen,
    Do.DATE_UNDO: on_undo,
}
