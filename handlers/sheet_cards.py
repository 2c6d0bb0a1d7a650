"""How a sheet is changed by talking: a card, buttons for what is asked, ✅, ↩︎."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.actions import sheet_cards as acts
from bot.actions.entries import TIME_TO_UNDO
from bot.domain.drafts import Draft, DraftState
from bot.domain.errors import DraftMoved, OldButton
from bot.domain.meetings import Entry
from bot.domain.permissions import Verb, may
from bot.domain.requests import ChangeSheet
from bot.domain.sheet_changes import Meant, ProposalKind, SheetCard, SheetDeed, SheetQuestion, question_of
from bot.texts import buttons, sheet_cards, toasts
from bot.texts.sheet_cards import OFFERED
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

_KINDS = {
    SheetDeed.ADD: ProposalKind.NEWCOMER,
    SheetDeed.MERGE: ProposalKind.DUPLICATE,
    SheetDeed.CHECK: ProposalKind.SILENT,
}
_QUESTIONS: dict[str, SheetQuestion] = {"who": "who", "other": "other", "stays": "stays", "where": "where"}


def changed(room: Room, request: ChangeSheet) -> Reply:
    """A card for what she said."""
    card = acts.start_change(room.work, room.account, request.change, update_id=room.visit.update_id, now=room.now)
    return show(room, card, in_place=False)


def show(room: Room, card: SheetCard, *, in_place: bool, toast: str | None = None) -> Reply:
    """The card with its buttons, whatever its state."""
    view = acts.seen_view(room.work, room.account, card)
    if card.state is DraftState.KEPT:
        undo = () if card.trail is None or card.undone_at is not None else ((Button(label=buttons.UNDO, tap=Tap(Do.SHEET_UNDO, card.id)),),)
        keyboard = (*undo, *_to_inform(card), *_next(room, card))
        seen = replace(card, view=view if card.view is not None else None)
        return Reply(text=sheet_cards.kept_card(seen, room.names, today=room.today), keyboard=keyboard, in_place=in_place, toast=toast)
    text = sheet_cards.card(card.change, view, room.names, today=room.today, sure=card.sure)
    return Reply(text=text, keyboard=_keyboard(room, card), in_place=in_place, toast=toast)


def _keyboard(room: Room, card: SheetCard) -> Keyboard:
    asked = question_of(card.change)
    proposed = card.change.proposal_id is not None
    drop = _tap(buttons.REFUSALS.get(card.change.deed, buttons.DROP) if proposed else buttons.DROP, Do.SHEET_DROP, card)
    if asked is None and card.change.deed is SheetDeed.ERASE:
        sure = _tap(buttons.ERASE_FOR_GOOD, Do.SHEET_KEEP, card) if card.sure else _tap(buttons.GO_ON, Do.SHEET_SURE, card)
        return ((drop,), (sure,))
    if asked is None:
        keep = buttons.STILL_RIGHT if card.change.deed is SheetDeed.CHECK else buttons.KEEP
        return ((_tap(keep, Do.SHEET_KEEP, card), drop),)
    return (*rows([_tap(label, Do.SHEET_CHOOSE, card, f"{asked}.{one}") for label, one in _offered(room, card, asked)], 1), (drop,))


def _to_inform(card: SheetCard) -> Keyboard:
    """Who comes into the directory is told so: the text is one tap away."""
    new = card.change.who if card.change.deed is SheetDeed.ADD else None
    if new is None or new.id is None or not new.new or card.undone_at is not None:
        return ()
    return ((Button(label=buttons.NOTICE, tap=Tap(Do.SHEET_NOTICE, new.id)),),)


def _next(room: Room, card: SheetCard) -> Keyboard:
    """The next proposal of that sort, for whoever goes through them."""
    proposal = room.work.proposals.get(card.change.proposal_id) if card.change.proposal_id is not None else None
    kind = proposal.kind if proposal is not None else _KINDS.get(card.change.deed)  # that of a merge went with its second sheet
    if card.change.proposal_id is None or kind is None or not may(room.account.role, Verb.EDIT_ANY_SHEET):
        return ()
    waiting = room.work.proposals.open_ones(kind)
    return ((Button(label=buttons.NEXT_ONE, tap=Tap(Do.PROPOSALS, 0, 0, kind.value)),),) if waiting else ()


def _tap(label: str, do: Do, card: SheetCard, argument: str = "") -> Button:
    return Button(label=short(label), tap=Tap(do, card.id, card.version, argument))


def _offered(room: Room, card: SheetCard, asked: SheetQuestion) -> list[tuple[str, int]]:
    """What the question proposes: a label and an id; 0 is none of them."""
    change, names = card.change, room.names
    if asked == "where":
        return [(names.structure(one), one) for one in _ids(change.where)]
    if asked == "stays":
        pair = [one.id for one in (change.who, change.other) if one is not None and one.id is not None]
        return [(buttons.keep_sheet(names.person_apart(one)), one) for one in pair]
    offered = [(names.person_apart(one), one) for one in _ids(change.who if asked == "who" else change.other)]
    new = asked == "other" or change.deed is SheetDeed.ADD
    return [*offered, (buttons.NEW_SHEET, 0)] if new and change.deed is not SheetDeed.MERGE else offered


def _ids(meant: Meant | None) -> tuple[int, ...]:
    return meant.ids[:OFFERED] if meant is not None else ()


def on_choose(room: Room) -> Reply:
    """Who or which structure is meant, or which sheet stays."""
    tap = _tapped(room)
    name, _, number = tap.argument.partition(".")
    try:
        card = acts.open_card(room.work, room.account, card_id=tap.subject, version=tap.version)
    except DraftMoved:
        return _fresh(room, tap)
    offered = {one for _, one in _offered(room, card, _QUESTIONS[name])} if question_of(card.change) == name else set()
    if int(number) not in offered:
        raise OldButton
    answered = acts.answer(room.work, room.account, card, question=_QUESTIONS[name], one=int(number) or None, now=room.now)
    return show(room, answered, in_place=True)


def on_keep(room: Room) -> Reply:
    """✅: writes the change once; a second tap shows the same kept card."""
    tap = _tapped(room)
    try:
        kept = acts.keep_change(room.work, room.account, card_id=tap.subject, version=tap.version, now=room.now)
    except DraftMoved:
        return _fresh(room, tap)
    return show(room, kept.card, in_place=True, toast=toasts.KEPT)


def on_sure(room: Room) -> Reply:
    """▶ under an erasure: it is asked once more, since nothing brings it back."""
    tap = _tapped(room)
    try:
        card = acts.open_card(room.work, room.account, card_id=tap.subject, version=tap.version)
    except DraftMoved:
        return _fresh(room, tap)
    return show(room, acts.make_sure(room.work, card, now=room.now), in_place=True)


def on_drop(room: Room) -> Reply:
    """❌: gives the card up."""
    tap = _tapped(room)
    try:
        card = acts.open_card(room.work, room.account, card_id=tap.subject, version=tap.version)
    except DraftMoved:
        return _fresh(room, tap)
    return _dropped(room, card)


def _dropped(room: Room, card: SheetCard) -> Reply:
    view = acts.seen_view(room.work, room.account, card)
    acts.drop_change(room.work, card, now=room.now)
    return Reply(text=sheet_cards.dropped(card.change, view), keyboard=_next(room, card), in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎: the directory as it was before ✅."""
    return _undone(room, _tapped(room).subject)


def _undone(room: Room, card_id: int) -> Reply:
    card = acts.undo_change(room.work, room.account, card_id=card_id, now=room.now)
    return Reply(text=sheet_cards.undone(card.change, acts.seen_view(room.work, room.account, card)), in_place=True, toast=toasts.UNDONE)


def _fresh(room: Room, tap: Tap) -> Reply:
    card = room.work.sheet_cards.get(tap.subject)
    if card is None or card.account_id != room.account.id:
        raise OldButton
    return show(room, card, in_place=True, toast=toasts.FRESH_CARD)


def _tapped(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def begun(room: Room) -> Reply | None:
    """The card of a sheet that stands open, if she touched it after any other card."""
    card = room.work.sheet_cards.last_of(room.account.id)
    draft = room.work.drafts.open_of(room.account.id)
    if card is None or card.state is not DraftState.OPEN or (draft is not None and draft.touched_at > card.touched_at):
        return None
    return show(room, card, in_place=False)


def cancelled(room: Room, *, since: Draft | Entry | None) -> Reply | None:
    """« annule », when what she touched last is a sheet: its open card is dropped, or what was kept is undone; else None."""
    card = room.work.sheet_cards.last_of(room.account.id)
    if card is None or _touched(since) > card.touched_at or room.now - card.touched_at > TIME_TO_UNDO:
        return None
    if card.state is DraftState.OPEN:
        return _dropped(room, card)
    return _undone(room, card.id) if card.trail is not None else None


def _touched(last: Draft | Entry | None) -> datetime:
    if last is None:
        return datetime.min.replace(tzinfo=UTC)
    return last.kept_at if isinstance(last, Entry) else last.touched_at


TAPS: dict[Do, Scene] = {
    Do.SHEET_CHOOSE: on_choose,
    Do.SHEET_KEEP: on_keep,
    Do.SHEET_DROP: on_drop,
    Do.SHEET_UNDO: on_undo,
    Do.SHEET_SURE: on_sure,
}
