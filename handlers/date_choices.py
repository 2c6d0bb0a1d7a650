"""The date that she retains, told in words: « on prend le 15 », « va pour la 2 »; it becomes the planned meeting as its ✅ makes it."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import chosen_dates
from bot.actions import date_boards as boards
from bot.actions import date_searches as acts
from bot.actions.entries import TIME_TO_UNDO
from bot.domain.date_searches import DateSearch, is_over
from bot.domain.drafts import Draft, Field
from bot.domain.errors import DateIsOver
from bot.domain.plans import Plan, PlanState
from bot.domain.requests import Hearing
from bot.texts import date_searches as texts
from bot.understanding.date_choices import ToldChoice, may_choose, read_choice
from handlers.callbacks import Do, Tap
from handlers.date_searches import settled
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room

Heard = list[tuple[DateSearch, ToldChoice]]
Fitting = list[tuple[DateSearch, int]]


def told(room: Room, draft: Draft | None, plan: Plan | None) -> Reply | None:
    """Chosen at once where one date fits, else asked; None when it speaks of something else: of the card of the agenda in hand, `plan`."""
    if not may_choose(room.visit.text) or not acts.may_search(room.account):
        return None
    heard = [one for one in _heard(room) if not _of_plan(plan, *one)]
    if not heard or (draft is not None and draft.asked is not None and draft.asked.field is Field.DAY):
        return None
    fitting = [(search, place) for search, said in heard for place in said.places if not _over(room, search, place)]
    said = heard[0][1]
    if said.manner in ("agreed", "changed") and (not fitting or said.count > 1 or said.elsewhere or _of_others(room)):
        return None
    if not fitting:
        of_card = draft is not None and said.manner == "ahead" and not said.group_ids
        return None if of_card else _not_proposed(room, heard, over_card=draft is not None)
    doubted = said.manner == "changed" and _may_correct(room, draft, fitting[0][0])
    if len(fitting) > 1 or said.elsewhere or doubted:
        asks = texts.chosen_or_corrected(room.names.group(fitting[0][0].group_id)) if doubted else texts.WHICH_CHOSEN
        return Reply(text=asks, keyboard=_buttons(room, fitting))
    return _settled(room, *fitting[0])


def _heard(room: Room) -> Heard:
    """What it says of each of her open searches; of those whose group it names, where it names one."""
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    hers = boards.own_live(room.work, room.account, now=room.now)
    said = [(search, read_choice(room.visit.text, hearing, room.index, dates=search.content.dates)) for search in hers]
    return [(search, one) for search, one in said if one is not None and (not one.group_ids or search.group_id in one.group_ids)]


def _of_plan(plan: Plan | None, search: DateSearch, said: ToldChoice) -> bool:
    """Whether the card of the agenda in hand is what it speaks of rather than that search."""
    if plan is None or said.group_ids or plan.touched_at < search.touched_at:
        return False
    return said.manner == "changed" or plan.state is PlanState.PROPOSED


def _of_others(room: Room) -> bool:
    """Whether it may as well answer what somebody else asks her."""
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    others = boards.asked_of_her(room.work, room.account, now=room.now)
    said = (read_choice(room.visit.text, hearing, room.index, dates=search.content.dates) for search in others)
    return any(one is not None and one.places for one in said)


def _may_correct(room: Room, draft: Draft | None, search: DateSearch) -> bool:
    """Whether « finalement le 17 » may as well change the day of a card, or of what was kept since that search was touched."""
    entry = room.work.entries.last_of(room.account.id)
    return draft is not None or (entry is not None and room.now - entry.kept_at <= TIME_TO_UNDO and entry.kept_at > search.touched_at)


def _over(room: Room, search: DateSearch, place: int) -> bool:
    return is_over(search.content.dates[place], now=room.now_there)


def _buttons(room: Room, fitting: Fitting) -> tuple[tuple[Button, ...], ...]:
    several = len({search.id for search, _ in fitting}) > 1
    found = []
    for search, place in fitting:
        label = texts.date_button(place, search.content.dates[place])
        label = short(f"{label} – {room.names.group(search.group_id)}") if several else label
        found.append(Button(label=label, tap=Tap(Do.DATE_SETTLE, search.id, search.version, str(place))))
    return rows(found, 1)


def _not_proposed(room: Room, heard: Heard, *, over_card: bool) -> Reply:
    """What was proposed instead. Raises DateIsOver for a date that is past."""
    if any(said.places for _, said in heard):
        raise DateIsOver
    offered = [(search, place) for search, _ in heard for place in range(len(search.content.dates)) if not _over(room, search, place)]
    days = [(room.names.group(search.group_id), [search.content.dates[n] for one, n in offered if one == search]) for search, _ in heard]
    return Reply(text=texts.not_proposed(heard[0][1].elsewhere, days, over_card=over_card), keyboard=_buttons(room, offered))


def _settled(room: Room, search: DateSearch, place: int) -> Reply:
    """As by its ✅; the counts above lose their buttons."""
    acts.own_search(room.work, room.account, search.id)
    done, plan = chosen_dates.settle(room.work, room.account, search, place=place, update_id=room.visit.update_id, now=room.now)
    return replace(settled(room, done, plan), in_place=False, retire=search.message_id)
