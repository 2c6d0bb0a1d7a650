"""How the QPV are seen in the chat: their list, and the button below a structure that says in which one it is."""

from __future__ import annotations

from bot.actions import sheet_cards as acts
from bot.actions.neighbourhoods import listed_neighbourhoods
from bot.domain.errors import NoSuchSheet, NotAllowed, OldButton
from bot.domain.permissions import Verb, may
from bot.domain.sheet_changes import Meant, SheetChange, SheetDeed
from bot.texts import buttons, neighbourhoods
from handlers import sheet_cards
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

_SHOWN = 30


def on_neighbourhoods(room: Room) -> Reply:
    """« nos QPV »: the list, and how it grows."""
    return Reply(text=neighbourhoods.listed(listed_neighbourhoods(room.work, room.account)))


def below_structure(room: Room, structure_id: int) -> Keyboard:
    """The button, for those who keep the sheets of structures."""
    if not may(room.account.role, Verb.EDIT_ANY_SHEET):
        return ()
    return ((Button(label=buttons.NEIGHBOURHOOD, tap=Tap(Do.NEIGHBOURHOODS, structure_id)),),)


def on_structure(room: Room) -> Reply:
    """📍: in which QPV is it? Then the card of that change."""
    tap = room.visit.tap
    assert tap is not None
    if not may(room.account.role, Verb.EDIT_ANY_SHEET):
        raise NotAllowed(Verb.EDIT_ANY_SHEET)
    structure = room.work.directory.structures([tap.subject]).get(tap.subject)
    if structure is None:
        raise NoSuchSheet
    listed = listed_neighbourhoods(room.work, room.account)
    if tap.argument:
        if tap.number > len(listed):
            raise OldButton
        where = Meant(said=structure.name, ids=(structure.id,), id=structure.id)
        told = listed[tap.number - 1 : tap.number] if tap.number else ()
        change = SheetChange(deed=SheetDeed.STRUCTURE, where=where, neighbourhoods=told, outside=not told)
        card = acts.start_change(room.work, room.account, change, update_id=room.visit.update_id, now=room.now)
        return sheet_cards.show(room, card, in_place=False)
    if not listed:
        return Reply(text=neighbourhoods.NONE_YET)
    offered = [
        Button(label=short(one.name), tap=Tap(Do.NEIGHBOURHOODS, structure.id, 0, str(rank)))
        for rank, one in enumerate(listed[:_SHOWN], start=1)
    ]
    nowhere = Button(label=neighbourhoods.NOWHERE, tap=Tap(Do.NEIGHBOURHOODS, structure.id, 0, "0"))
    return Reply(text=neighbourhoods.which(structure.name), keyboard=(*rows(offered, 2), (nowhere,)))


TAPS: dict[Do, Scene] = {Do.NEIGHBOURHOODS: on_structure}
