"""How a change of the directory lives: a card, its questions, ✅ in one transaction, ↩︎ within 24 hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.entries import TIME_TO_UNDO
from bot.actions.neighbourhoods import known_neighbourhoods
from bot.actions.sheet_deeds import apply
from bot.actions.sheet_rights import as_seen, check_may_change
from bot.domain.drafts import DraftState
from bot.domain.errors import DraftGone, DraftMoved, NoSuchSheet, NothingToUndo, UndoTooLate
from bot.domain.people import Person
from bot.domain.sheet_changes import (
    Meant,
    ProposalState,
    Sheet,
    SheetCard,
    SheetChange,
    SheetDeed,
    SheetQuestion,
    SheetView,
    chosen,
    question_of,
)
from bot.domain.territory import Account
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSheet:
    """What stands kept, and whether this very tap kept it."""

    card: SheetCard
    fresh: bool


def start_change(work: UnitOfWork, account: Account, change: SheetChange, *, update_id: int, now: datetime) -> SheetCard:
    """A card from a message or a button; the same update handled twice finds its card again. Raises NotAllowed."""
    known = work.sheet_cards.of_update(update_id)
    if known is not None:
        return known
    settled = _settled(work, change)
    check_may_change(work, account, settled)
    return work.sheet_cards.add(account_id=account.id, change=settled, update_id=update_id, now=now)


def _settled(work: UnitOfWork, change: SheetChange) -> SheetChange:
    """What goes without asking: the pair of a merge, and the structure of who left when it is among those said."""
    who, where = change.who, change.where
    if change.neighbourhoods:
        return known_neighbourhoods(work, change)
    if change.deed is SheetDeed.MERGE and who is not None and change.other is None and len(who.ids) == 2:
        first, second = who.ids
        return replace(change, who=replace(who, id=first), other=replace(who, id=second))
    if change.deed is SheetDeed.LEAVE and who is not None and who.id is not None and where is not None and not where.settled:
        hers = work.directory.people([who.id])
        structure_id = hers[who.id].structure_id if who.id in hers else None
        if structure_id in where.ids:
            return replace(change, where=replace(where, id=structure_id))
    return change


def open_card(work: UnitOfWork, account: Account, *, card_id: int, version: int) -> SheetCard:
    """The card that a button speaks of. Raises DraftGone, DraftMoved."""
    card = work.sheet_cards.get(card_id)
    if card is None or card.account_id != account.id or card.state is not DraftState.OPEN:
        raise DraftGone
    if card.version != version:
        raise DraftMoved
    return card


def answer(work: UnitOfWork, account: Account, card: SheetCard, *, question: SheetQuestion, one: int | None, now: datetime) -> SheetCard:
    """The card with that answer to its question; None: nobody of those offered. Raises DraftGone, NotAllowed."""
    if question_of(card.change) != question:
        raise DraftGone
    change = _settled(work, chosen(card.change, question, one))
    if question == "who" and one is None and change.deed is not SheetDeed.ADD:
        raise NoSuchSheet
    check_may_change(work, account, change)
    return work.sheet_cards.save(replace(card, change=change, touched_at=now))


def sheet_of(work: UnitOfWork, person_id: int) -> Sheet | None:
    """The whole sheet of somebody, its commune spelled out."""
    return _sheet(work, Meant(said="", id=person_id))


def with_person(sheet: Sheet, person: Person) -> Sheet:
    """The sheet with that person's data instead (as somebody may see them)."""
    seen = replace(sheet, person=replace(person, commune=sheet.person.commune))
    return replace(seen, other_phones=(), other_emails=()) if person.hidden else seen


def view_of(work: UnitOfWork, card: SheetCard) -> SheetView:
    """The sheets that the card touches, as they are before ✅, for writing; what is shown is `seen_view`."""
    if card.view is not None:
        return card.view
    change = card.change
    where = change.where.id if change.where is not None and change.deed is SheetDeed.STRUCTURE else None
    place = work.sheet_changes.place(change.place.id) if change.place is not None and change.place.id is not None else None
    listed = {one.name for one in work.sheet_changes.neighbourhoods()} if change.neighbourhoods else set()
    structure = work.directory.structures([where]).get(where) if where is not None else None
    return SheetView(
        who=_sheet(work, change.who),
        other=_sheet(work, change.other),
        structure=replace(structure, commune=work.sheet_changes.commune(structure.commune)) if structure is not None else None,
        place=place[0] if place else None,
        neighbourhood=place[1] if place else None,
        new=tuple(one.name for one in change.neighbourhoods if one.name not in listed),
    )


def seen_view(work: UnitOfWork, account: Account, card: SheetCard) -> SheetView:
    """The same sheets as that account may see them now: without the phones and mails that are not for her."""
    view = view_of(work, card)
    people = work.directory.people([sheet.person.id for sheet in (view.who, view.other) if sheet is not None])
    return replace(view, who=_seen(work, account, view.who, people), other=_seen(work, account, view.other, people))


def _seen(work: UnitOfWork, account: Account, sheet: Sheet | None, today: Mapping[int, Person]) -> Sheet | None:
    if sheet is None:
        return None
    person, now = sheet.person, today.get(sheet.person.id)
    if now is not None:  # a kept card shows what was before ✅, to whom it is for today
        person = replace(person, visibility=now.visibility, objected=now.objected)
    return with_person(sheet, as_seen(work, account, [person])[person.id])


def _sheet(work: UnitOfWork, meant: Meant | None) -> Sheet | None:
    """The sheet of who is meant, its commune spelled out."""
    sheet = work.sheet_changes.get(meant.id) if meant is not None and meant.id is not None else None
    if sheet is None or sheet.person.commune is None:
        return sheet
    return replace(sheet, person=replace(sheet.person, commune=work.sheet_changes.commune(sheet.person.commune)))


def keep_change(work: UnitOfWork, account: Account, *, card_id: int, version: int, now: datetime) -> KeptSheet:
    """Keeps what the card says, once, or tells what was kept before. Raises DraftGone, DraftMoved, NotAllowed, NoSuchSheet."""
    card = work.sheet_cards.get(card_id)
    if card is not None and card.account_id == account.id and card.state is DraftState.KEPT and card.undone_at is None:
        return KeptSheet(card=card, fresh=False)
    card = open_card(work, account, card_id=card_id, version=version)
    if question_of(card.change) is not None or (card.change.deed is SheetDeed.ERASE and not card.sure):
        raise DraftMoved
    check_may_change(work, account, card.change)
    view = view_of(work, card)
    if _gone(work, card.change, view):
        raise NoSuchSheet
    claimed = work.sheet_cards.save(replace(card, state=DraftState.KEPT, kept_at=now, touched_at=now))  # before anything: one tap of two
    kept, subject = _written(work, account, claimed, view=view, now=now)
    if card.change.proposal_id is not None:
        work.proposals.settle(card.change.proposal_id, ProposalState.DONE)
    work.journal.note(
        account_id=account.id, verb="keep", noun="sheet", noun_id=subject, now=now, detail=f"{card.change.deed.value}, card {card.id}"
    )
    return KeptSheet(card=kept, fresh=True)


def _written(work: UnitOfWork, account: Account, card: SheetCard, *, view: SheetView, now: datetime) -> tuple[SheetCard, int | None]:
    """The card kept, with what it wrote, and the id of the sheet; of somebody erased nothing stays but what had left."""
    if card.change.deed is SheetDeed.ERASE and view.who is not None:
        left = work.sheet_changes.forget(view.who.person.id)
        nobody = SheetChange(deed=SheetDeed.ERASE, proposal_id=card.change.proposal_id)
        return work.sheet_cards.save(
            replace(card, change=nobody, view=SheetView(sent=left.minutes, papers=left.papers))
        ), view.who.person.id
    subject = apply(work, account, card, view=view, now=now)
    change = card.change
    if change.deed is SheetDeed.ADD and change.who is not None and change.who.new:
        change = replace(change, who=replace(change.who, id=subject))  # « 📄 » under the card must know whose sheet it is
    return work.sheet_cards.save(replace(card, change=change, view=view, trail=work.sheet_changes.trail())), subject


def _gone(work: UnitOfWork, change: SheetChange, view: SheetView) -> bool:
    """Whether a sheet that the card speaks of was merged, erased or taken back meanwhile."""
    who = change.who is not None and change.who.id is not None and view.who is None
    other = change.other is not None and change.other.id is not None and view.other is None
    same = change.who is not None and change.other is not None and change.who.id is not None and change.who.id == change.other.id
    structure_id = change.where.id if change.where is not None else None
    where = structure_id is not None and structure_id not in work.directory.structures([structure_id])
    place = change.place is not None and view.place is None
    return who or other or same or where or place or (change.deed is SheetDeed.STRUCTURE and view.structure is None)


def undo_change(work: UnitOfWork, account: Account, *, card_id: int, now: datetime) -> SheetCard:
    """Takes back what ✅ kept, within 24 hours. Raises NothingToUndo, UndoTooLate, SheetMoved when something newer stands on it."""
    card = work.sheet_cards.get(card_id)
    if card is None or card.account_id != account.id or card.kept_at is None or card.undone_at is not None or card.trail is None:
        raise NothingToUndo
    if now - card.kept_at > TIME_TO_UNDO:
        raise UndoTooLate(card.kept_at)
    undone = work.sheet_cards.save(replace(card, undone_at=now, touched_at=now))
    work.sheet_changes.take_back(card.trail)
    work.journal.note(account_id=account.id, verb="undo", noun="sheet", noun_id=_subject(card), now=now, detail=f"card {card.id}")
    return undone


def make_sure(work: UnitOfWork, card: SheetCard, *, now: datetime) -> SheetCard:
    """An erasure is asked for a second time: ✅ may keep it now."""
    return work.sheet_cards.save(replace(card, sure=True, touched_at=now))


def drop_change(work: UnitOfWork, card: SheetCard, *, now: datetime) -> SheetCard:
    """Gives the card up; nothing of it is kept, but that what Maillon proposed was refused."""
    if card.change.proposal_id is not None:
        work.proposals.settle(card.change.proposal_id, ProposalState.REFUSED)
    return work.sheet_cards.save(replace(card, state=DraftState.DROPPED, touched_at=now))


def _subject(card: SheetCard) -> int | None:
    change = card.change
    meant = change.where if change.deed is SheetDeed.STRUCTURE else change.who
    return meant.id if meant is not None else None
