"""What the buttons of the directory do: open a sheet, send a contact, show groups, add somebody to the open card."""

from __future__ import annotations

from bot.actions import answers
from bot.actions import drafts as acts
from bot.actions.directory import person_sheet, structure_sheet
from bot.domain.drafts import Draft
from bot.domain.errors import OldButton
from bot.domain.sheets import PersonSheet
from bot.importing.export_files import card_of
from bot.texts import buttons, sheets
from handlers.callbacks import Do, Tap
from handlers.cards import show
from handlers.keyboards import rows, short
from handlers.neighbourhoods import below_structure
from handlers.replies import Button, Contact, Keyboard, Reply
from handlers.room import Room
from handlers.sheet_pages import whole_sheet

PEOPLE_OF_A_STRUCTURE = 12


def person(room: Room, person_id: int, *, asked: frozenset[str] = frozenset()) -> Reply:
    """The sheet of somebody. Raises NotAllowed, NoSuchSheet."""
    sheet = person_sheet(room.work, room.account, person_id)
    return Reply(text=sheets.person(sheet, room.names, asked=asked), keyboard=_person_keyboard(room, sheet))


def structure(room: Room, structure_id: int, *, asked: frozenset[str] = frozenset()) -> Reply:
    """The sheet of a structure. Raises NotAllowed, NoSuchSheet."""
    sheet = structure_sheet(room.work, room.account, structure_id)
    phone = sheet.structure.phone
    people = [open_person(room, p) for p in sheet.people[:PEOPLE_OF_A_STRUCTURE]]
    copy = ((Button(label=buttons.COPY_PHONE, copies=phone),),) if phone else ()
    return Reply(
        text=sheets.structure(sheet, room.names, asked=asked), keyboard=(*copy, *rows(people, 1), *below_structure(room, structure_id))
    )


def open_person(room: Room, person_id: int) -> Button:
    """The button that opens somebody's sheet."""
    return Button(label=short(buttons.sheet(room.names.person_apart(person_id))), tap=Tap(Do.PERSON_SHEET, person_id))


def open_structure(room: Room, structure_id: int) -> Button:
    """The button that opens a structure's sheet."""
    return Button(label=short(buttons.structure_sheet(room.names.structure(structure_id))), tap=Tap(Do.STRUCTURE_SHEET, structure_id))


def on_person(room: Room) -> Reply:
    """👤: that sheet."""
    return person(room, _tapped(room).subject)


def on_structure(room: Room) -> Reply:
    """🏢: that structure's sheet."""
    return structure(room, _tapped(room).subject)


def on_groups(room: Room) -> Reply:
    """« Ses groupes »."""
    return Reply(text=sheets.groups(person_sheet(room.work, room.account, _tapped(room).subject), room.names))


def on_contact(room: Room) -> Reply:
    """The contact card, as the telephone keeps it."""
    sheet = person_sheet(room.work, room.account, _tapped(room).subject)
    who = sheet.person
    if who.phone is None:
        raise OldButton
    card = card_of(who, structure=sheet.structure.name if sheet.structure else None)
    return Reply(contact=Contact(phone=who.phone, first_name=who.first_name, last_name=who.last_name, vcard=card))


def on_add_to_meeting(room: Room) -> Reply:
    """➕: one more present in the meeting whose card is open."""
    who = person_sheet(room.work, room.account, _tapped(room).subject).person
    draft = _open_meeting(room)
    if draft is None:
        return Reply(toast=sheets.NO_MEETING_OPEN, alert=True)
    meeting = draft.content.meetings[0]
    if any(p.person_id == who.id for p in meeting.people) or who.id == meeting.author_id:
        return Reply(toast=sheets.ALREADY_THERE)
    content = answers.toggle_person(draft.content, 0, who.id)
    return show(room, acts.change(room.work, draft, content, answered=None, now=room.now), in_place=False, toast=sheets.ADDED)


def _tapped(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def _open_meeting(room: Room) -> Draft | None:
    draft = room.work.drafts.open_of(room.account.id)
    return draft if draft is not None and len(draft.content.meetings) == 1 else None


def _person_keyboard(room: Room, sheet: PersonSheet) -> Keyboard:
    who = sheet.person
    phone = who.phone
    reach = (Button(label=buttons.COPY_PHONE, copies=phone), Button(label=buttons.CONTACT, tap=Tap(Do.CONTACT, who.id))) if phone else ()
    add = (Button(label=buttons.ADD_TO_MEETING, tap=Tap(Do.ADD_TO_MEETING, who.id)),) if _open_meeting(room) else ()
    where = (open_structure(room, who.structure_id),) if who.structure_id else ()
    groups = (Button(label=buttons.HER_GROUPS, tap=Tap(Do.GROUPS_OF, who.id)),) if sheet.groups else ()
    return tuple(row for row in (reach, add, where, groups, *whole_sheet(room, who.id)) if row)
