"""How members answer of each date, by button, and how who asks notes what they told her: by button or in words."""

from __future__ import annotations

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
from bot.understanding.date_answers import HeardFits, ToldFits, read_answers_of_several
from handlers.callbacks import Do, Tap
from handlers.date_search_keyboards import LETTERS, ballot_keyboard, whom_keyboard
from handlers.date_searches import fresh, own, tapped
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

MOST_MEMBERS = 40


def told(room: Room, *, bare: bool) -> Reply | None:
    """« Sophie peut le 8 et le 10 », « je peux le 8 », said of an open date search; None when it speaks of something else.

    `bare`: « oui le 8 » too, which may as well answer what stands open elsewhere.
    """
    hers = boards.own_live(room.work, room.account, now=room.now) if acts.may_search(room.account) else ()
    named = [(search, said) for search in hers if (said := _heard(room, search)) is not None and _of_somebody(said)]
    named = [(search, said) for search, said in named if _knows(room, search, said)] or named[:1]
    if len(named) > 1:
        return Reply(text=texts.which_group([room.names.group(search.group_id) for search, _ in named]))
    if named:
        return _noted(room, *named[0])
    others = boards.asked_of_her(room.work, room.account, now=room.now)
    answers = [(search, told) for search in (*others, *hers) if (told := _of_herself(room, search)) is not None and bare >= told.bare]
    elsewhere = [(search, told) for search, told in answers if search in others and not told.group_ids]
    fitting = [(search, told) for search, told in answers if told.fits] or elsewhere
    if len(fitting) > 1:
        buttons_of = [_search_button(room, search, hers=search in hers) for search, _ in fitting]
        return Reply(text=texts.WHICH_SEARCH, keyboard=rows(buttons_of, 1))
    if not fitting:
        return None
    search, answer = fitting[0]
    return _noted(room, search, HeardFits(told=(answer,))) if search in hers else _answered(room, search, answer)


def _heard(room: Room, search: DateSearch) -> HeardFits | None:
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    heard = read_answers_of_several(room.visit.text, hearing, room.index, dates=search.content.dates)
    return heard if heard is not None and all(not one.group_ids or search.group_id in one.group_ids for one in heard.told) else None


def _of_somebody(heard: HeardFits) -> bool:
    """Whether all of it tells of somebody who is named, or of herself among others."""
    return all(one.fits and not one.bare for one in heard.told) and not all(one.herself for one in heard.told)


def _knows(room: Room, search: DateSearch, heard: HeardFits) -> bool:
    """Whether one of those who are told of is a member of its group."""
    members = members_of(room.work, search.group_id)
    return any(one.everyone or any(members & set(ids) for ids in one.people) for one in heard.told)


def _of_herself(room: Room, search: DateSearch) -> ToldFits | None:
    """What a member tells of herself alone."""
    heard = _heard(room, search)
    alone = heard.told[0] if heard is not None and len(heard.told) == 1 and not heard.unread else None
    hers = alone is not None and alone.people == ((room.account.person_id,),)
    return alone if hers and room.account.person_id in members_of(room.work, search.group_id) else None


def _search_button(room: Room, search: DateSearch, *, hers: bool) -> Button:
    tap = Tap(Do.DATE_BOARD, search.id, search.version) if hers else Tap(Do.DATE_BALLOT, search.id)
    return Button(label=short(room.names.group(search.group_id)), tap=tap)


def _answered(room: Room, search: DateSearch, said: ToldFits) -> Reply:
    """Kept as her buttons keep it; the question comes again with all that she has answered, so that she can change it."""
    if said.fits:
        acts.answer(room.work, room.account, search.id, fits=said.fits, update_id=room.visit.update_id, now=room.now)
    shown = replace(_ballot(room, search.id), in_place=False, delivers=True)
    above = ([f"✅ {texts.NOTED}"] if said.fits else []) + ([texts.elsewhere(said.elsewhere)] if said.elsewhere else [])
    return replace(shown, text="\n\n".join(["\n".join(above), shown.text]))


def _noted(room: Room, search: DateSearch, heard: HeardFits) -> Reply:
    members = members_of(room.work, search.group_id)
    fits: dict[int, dict[int, Fit]] = {}
    not_noted: list[str] = []
    strangers: list[str] = []
    for one in heard.told:
        for ids, words in zip(one.people, one.said, strict=True):
            found = [person for person in ids if person in members]
            if len(found) == 1:
                fits[found[0]] = fits.get(found[0], {}) | one.fits
            elif found:
                not_noted.append(texts.which(words))
            else:
                strangers.append(room.names.person(ids[0]) if len(ids) == 1 else words)
    most = next((one.fits for one in heard.told if one.everyone), {})
    if not (fits or most):
        return Reply(text=not_noted[0] if not_noted else texts.NOT_OF_GROUP)
    not_noted += [texts.not_of_group(strangers)] if strangers else []
    not_noted += [texts.unread(heard.unread)] if heard.unread else []
    days = tuple(dict.fromkeys(day for one in heard.told for day in one.elsewhere))
    not_noted += [texts.elsewhere(days)] if days else []
    named = dict(fits)
    fits |= {member: most for member in members if member is not None and most and member not in fits}
    update_id = room.visit.update_id
    acts.note(room.work, room.account, search, fits=fits, update_id=update_id, now=room.now)
    acts.show_anew(room.work, search, now=room.now)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.DATE_UNDO, search.id, 0, str(update_id)))
    counts = Button(label=buttons.COUNTS, tap=Tap(Do.DATE_BOARD, search.id, search.version))
    text = "\n\n".join([_noted_text(room, search, most, named), *not_noted])
    return Reply(text=text, keyboard=((undo, counts),), delivers=True)


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
        fits = {int(place): fit}
        acts.answer(room.work, room.account, tapped(room).subject, fits=fits, update_id=room.visit.update_id, now=room.now)
    except DateSearchMoved:
        toast = toasts.FRESH_CARD
    return replace(_ballot(room, tapped(room).subject), toast=toast, delivers=True)


def on_ballot(room: Room) -> Reply:
    """The question again, from /dates."""
    return _ballot(room, tapped(room).subject)


def _ballot(room: Room, search_id: int) -> Reply:
    search = acts.asked_of(room.work, room.account, search_id)
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
