"""How members answer of each date, by button, and how who asks notes what they told her: by button or in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.actions import date_boards as boards
from bot.actions import date_searches as acts
from bot.actions.turnout import members_of
from bot.domain.date_searches import DateSearch, Fit, SearchState
from bot.domain.errors import DateSearchMoved
from bot.domain.requests import Hearing
from bot.french.lists import and_list
from bot.texts import buttons, toasts
from bot.texts import date_searches as texts
from bot.understanding.date_answers import ToldFits, read_answers_of_several
from handlers.callbacks import Do, Tap
from handlers.date_search_keyboards import LETTERS, ballot_keyboard, whom_keyboard
from handlers.date_searches import fresh, own, tapped
from handlers.keyboards import short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

MOST_MEMBERS = 40


def told(room: Room) -> Reply | None:
    """« Sophie peut le 8 et le 10 », said of an open date search of hers; None when it speaks of something else."""
    if not acts.may_search(room.account):
        return None
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    for search in boards.own_live(room.work, room.account, now=room.now):
        said = read_answers_of_several(room.visit.text, hearing, room.index, dates=search.content.dates)
        if said is not None and all(not one.group_ids or search.group_id in one.group_ids for one in said):
            return _noted(room, search, said)
    return None


def _noted(room: Room, search: DateSearch, said: Sequence[ToldFits]) -> Reply:
    members = members_of(room.work, search.group_id)
    fits: dict[int, dict[int, Fit]] = {}
    for one in said:
        people = [[person for person in ids if person in members] for ids in one.people]
        several = next((words for ids, words in zip(people, one.said, strict=True) if len(ids) > 1), None)
        if several is not None:
            return Reply(text=texts.which(several))
        if not all(people):
            return Reply(text=texts.NOT_OF_GROUP)
        for ids in people:
            fits[ids[0]] = fits.get(ids[0], {}) | one.fits
    most = next((one.fits for one in said if one.everyone), {})
    named = dict(fits)
    fits |= {member: most for member in members if member is not None and most and member not in fits}
    update_id = room.visit.update_id
    acts.note(room.work, room.account, search, fits=fits, update_id=update_id, now=room.now)
    acts.show_anew(room.work, search, now=room.now)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.DATE_UNDO, search.id, 0, str(update_id)))
    counts = Button(label=buttons.COUNTS, tap=Tap(Do.DATE_BOARD, search.id, search.version))
    return Reply(text=_noted_text(room, search, most, named), keyboard=((undo, counts),), delivers=True)


def _noted_text(room: Room, search: DateSearch, most: dict[int, Fit], named: dict[int, dict[int, Fit]]) -> str:
    """A paragraph for all members, if all were told of, and one for those of whom the same was told."""
    alike: dict[tuple[tuple[int, Fit], ...], list[str]] = {}
    for person, told in named.items():
        alike.setdefault(tuple(sorted(told.items())), []).append(room.names.person(person))
    everyone = texts.THE_OTHERS if named else texts.EVERYONE
    parts = [(everyone, tuple(sorted(most.items())))] if most else []
    parts += [(and_list(names), told) for told, names in alike.items()]
    group = room.names.group(search.group_id)
    dates = search.content.dates
    return "\n".join(texts.noted(who, [(dates[place], fit) for place, fit in told], group=group) for who, told in parts)


def on_answer(room: Room) -> Reply:
    """A member says whether a date suits her."""
    place, _, letter = tapped(room).argument.partition(".")
    fit, toast = LETTERS[letter], texts.NOTED
    try:
        acts.answer(room.work, room.account, tapped(room).subject, place=int(place), fit=fit, update_id=room.visit.update_id, now=room.now)
    except DateSearchMoved:
        toast = toasts.FRESH_CARD
    return replace(_ballot(room), toast=toast, delivers=True)


def on_ballot(room: Room) -> Reply:
    """The question again, from /dates."""
    return _ballot(room)


def _ballot(room: Room) -> Reply:
    search = acts.asked_of(room.work, room.account, tapped(room).subject)
    told = boards.ballot_of(room.work, search, room.account.person_id, now=room.now)
    return Reply(text=texts.ballot(told), keyboard=ballot_keyboard(told), in_place=True)


def on_whom(room: Room) -> Reply:
    """✏️ Noter une réponse: of whom? Those without an account first, then who has not answered, then the others."""
    search = own(room, any_version=True)
    if search.state is not SearchState.OPEN:
        return fresh(room)
    room.work.date_searches.shown_in(search.id, None)  # an answer that comes meanwhile does not take her page away
    told = boards.board_of(room.work, search, now=room.now)
    people = dict.fromkeys((*told.to_note, *told.awaited, *told.answered))
    named = [(person, short(room.names.person(person))) for person in people][:MOST_MEMBERS]
    return Reply(text=texts.WHOSE, keyboard=whom_keyboard(search, named), in_place=True)


def on_person(room: Room) -> Reply:
    """Her page of answers."""
    return _hers(room, own(room, any_version=True), tapped(room).number)


def on_note(room: Room) -> Reply:
    """An answer of hers, noted by who asks."""
    person, place, letter = tapped(room).argument.split(".")
    search = own(room, any_version=True)
    fits = {int(person): {int(place): LETTERS[letter]}}
    try:
        acts.note(room.work, room.account, search, fits=fits, update_id=room.visit.update_id, now=room.now)
    except DateSearchMoved:
        return fresh(room)
    return _hers(room, search, int(person))


def _hers(room: Room, search: DateSearch, person_id: int) -> Reply:
    if search.state is not SearchState.OPEN:
        return fresh(room)
    told = boards.ballot_of(room.work, search, person_id, now=room.now)
    text = texts.ballot(told, hers=False, name=room.names.person(person_id))
    back = Button(label=buttons.COUNTS, tap=Tap(Do.DATE_BOARD, search.id, search.version))
    return Reply(text=text, keyboard=(*ballot_keyboard(told, hers=False), (back,)), in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎ of what a sentence noted."""
    search = own(room, any_version=True)
    acts.take_back(room.work, room.account, search, update_id=int(tapped(room).argument), now=room.now)
    acts.show_anew(room.work, search, now=room.now)
    return Reply(text=texts.taken_back(room.names.group(search.group_id)), in_place=True, delivers=True)


TAPS: dict[Do, Scene] = {
    Do.DATE_ANSWER: on_answer,
    Do.DATE_BALLOT: on_ballot,
    Do.DATE_WHOM: on_whom,
    Do.DATE_PERSON: on_person,
    Do.DATE_NOTE: on_note,
    Do.DATE_UNDO: on_undo,
}
