"""A whole sheet with where its data come from, what the law asks for, and what a person may do about her own."""

from __future__ import annotations

from bot.actions import sheet_cards as acts
from bot.actions.sheet_rights import as_seen, led_by
from bot.domain.errors import NoSuchSheet, NotAllowed, OldButton
from bot.domain.people import Visibility
from bot.domain.permissions import Verb, may
from bot.domain.sheet_changes import Meant, Sheet, SheetChange, SheetDeed
from bot.texts import buttons, sheet_pages
from handlers import sheet_cards
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

_BY_BUTTON = {deed.name: deed for deed in (SheetDeed.INFORM, SheetDeed.OBJECT, SheetDeed.ASK_ERASURE, SheetDeed.ERASE)}


def whole_sheet(room: Room, person_id: int) -> Keyboard:
    """The button that opens a whole sheet, for those who keep sheets right."""
    if not _keeps(room, person_id):
        return ()
    return ((Button(label=buttons.WHOLE_SHEET, tap=Tap(Do.SHEET, person_id)),),)


def _keeps(room: Room, person_id: int) -> bool:
    """Whether she may change that sheet."""
    role = room.account.role
    return may(role, Verb.EDIT_ANY_SHEET) or (may(role, Verb.EDIT_OWN_SHEETS) and person_id in led_by(room.work, room.account.person_id))


def on_sheet(room: Room) -> Reply:
    """The sheet, with what can be done about it."""
    sheet = _sheet(room, _subject(room))
    person_id = sheet.person.id
    rows: list[tuple[Button, ...]] = [
        (Button(label=buttons.NOTICE, tap=Tap(Do.SHEET_NOTICE, person_id)),),
        (_deed(buttons.INFORMED, person_id, SheetDeed.INFORM.name),),
    ]
    if may(room.account.role, Verb.EDIT_ANY_SHEET):
        rows.append((_seen_by(sheet),))
        rows.append((_deed(buttons.OBJECTION, person_id, SheetDeed.OBJECT.name), _deed(buttons.ERASE, person_id, SheetDeed.ERASE.name)))
    return Reply(text=sheet_pages.page(sheet, room.names), keyboard=tuple(rows))


def _sheet(room: Room, person_id: int) -> Sheet:
    """The sheet of somebody whom she may keep right, as she may see it."""
    if not _keeps(room, person_id):
        raise NotAllowed(Verb.EDIT_OWN_SHEETS if not may(room.account.role, Verb.EDIT_OWN_SHEETS) else Verb.EDIT_ANY_SHEET)
    sheet = acts.sheet_of(room.work, person_id)
    if sheet is None:
        raise NoSuchSheet
    return acts.with_person(sheet, as_seen(room.work, room.account, [sheet.person])[person_id])


def on_notice(room: Room) -> Reply:
    """The text that informs her, ready to send."""
    sheet = _sheet(room, _subject(room))
    writer = room.work.directory.people([room.account.person_id]).get(room.account.person_id)
    text = sheet_pages.notice(
        sheet,
        territory=room.work.territory.name,
        organism=room.work.territory.organism,
        writer=room.account.name,
        address=writer.email if writer else None,
    )
    return Reply(text=text, keyboard=((_deed(buttons.INFORMED, sheet.person.id, SheetDeed.INFORM.name),),))


def own_sheet(room: Room) -> tuple[str, Keyboard]:
    """What /moi adds for the person herself: her sheet, and her rights as buttons."""
    sheet = acts.sheet_of(room.work, room.account.person_id)
    if sheet is None:
        return "", ()
    person_id = sheet.person.id
    rows = [
        (Button(label=buttons.CORRECT, tap=Tap(Do.SHEET, person_id, 0, "mine")), _seen_by(sheet)),
        (_deed(buttons.OBJECT, person_id, SheetDeed.OBJECT.name), _deed(buttons.ASK_ERASURE, person_id, SheetDeed.ASK_ERASURE.name)),
    ]
    return sheet_pages.own(sheet, room.names), tuple(rows)


def on_open(room: Room) -> Reply:
    """📇 a whole sheet, or how she corrects her own."""
    tap = room.visit.tap
    assert tap is not None
    return Reply(text=sheet_pages.CORRECT_ME) if tap.argument == "mine" else on_sheet(room)


def _seen_by(sheet: Sheet) -> Button:
    other = Visibility.TEAM if sheet.person.visibility is Visibility.NETWORK else Visibility.NETWORK
    return _deed(buttons.SEEN_BY[other], sheet.person.id, other.name)


def _deed(label: str, person_id: int, argument: str) -> Button:
    return Button(label=label, tap=Tap(Do.SHEET_DEED, person_id, 0, argument))


def on_deed(room: Room) -> Reply:
    """A card for what a button of the sheet does."""
    tap = room.visit.tap
    assert tap is not None
    sheet = acts.sheet_of(room.work, tap.subject)
    if sheet is None:
        raise NoSuchSheet
    who = Meant(said=sheet.person.full_name, ids=(tap.subject,), id=tap.subject)
    if tap.argument in _BY_BUTTON:
        deed = _BY_BUTTON[tap.argument]
        day = room.today if deed is SheetDeed.INFORM else None
        change = SheetChange(deed=deed, who=who, day=day)
    elif tap.argument in Visibility.__members__:
        change = SheetChange(deed=SheetDeed.CHANGE, who=who, visibility=Visibility[tap.argument])
    else:
        raise OldButton
    card = acts.start_change(room.work, room.account, change, update_id=room.visit.update_id, now=room.now)
    return sheet_cards.show(room, card, in_place=False)


def _subject(room: Room) -> int:
    assert room.visit.tap is not None
    return room.visit.tap.subject


TAPS: dict[Do, Scene] = {Do.SHEET: on_open, Do.SHEET_NOTICE: on_notice, Do.SHEET_DEED: on_deed}
