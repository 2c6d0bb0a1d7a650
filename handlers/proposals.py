"""What /annuaire shows as to be completed, one card after the other."""

from __future__ import annotations

from bot.actions import sheet_cards as acts
from bot.actions.directory import check_may_read
from bot.actions.proposals import change_proposed, to_do
from bot.domain.errors import OldButton
from bot.domain.permissions import Verb, may
from bot.domain.sheet_changes import Proposal, ProposalKind, ProposalState
from bot.texts import proposals
from handlers import sheet_cards
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows
from handlers.replies import Button, Reply
from handlers.room import Room, Scene


def directory_at_a_glance(room: Room) -> Reply:
    """/annuaire alone: whom do you look for, and what waits for an answer. Raises NotAllowed."""
    check_may_read(room.account)
    waiting = to_do(room.work, room.account, today=room.today) if may(room.account.role, Verb.EDIT_ANY_SHEET) else {}
    counts = {kind: len(several) for kind, several in waiting.items() if several}
    known = room.names.vocabulary
    keyboard = rows([_kind_button(kind, many) for kind, many in counts.items()], 1)
    keeps = may(room.account.role, Verb.EDIT_OWN_SHEETS)
    exports = may(room.account.role, Verb.EXPORT_DIRECTORY)
    text = proposals.directory(len(known.people), len(known.structures), counts, keeps=keeps, exports=exports)
    return Reply(text=text, keyboard=keyboard)


def _kind_button(kind: ProposalKind, many: int) -> Button:
    return Button(label=proposals.kind_button(kind, many), tap=Tap(Do.PROPOSALS, 0, 0, kind.value))


def on_proposal(room: Room) -> Reply:
    """One proposal as a card, under the message that proposed it."""
    tap = room.visit.tap
    assert tap is not None
    proposal = room.work.proposals.get(tap.subject)
    if proposal is None or proposal.state is not ProposalState.OPEN:
        raise OldButton
    return _card(room, proposal, in_place=False)


def on_kind(room: Room) -> Reply:
    """The oldest proposal of a kind as a card."""
    tap = room.visit.tap
    assert tap is not None
    waiting = to_do(room.work, room.account, today=room.today)[ProposalKind(tap.argument)]
    return _card(room, waiting[0], in_place=True) if waiting else Reply(text=proposals.NOTHING_LEFT, in_place=True)


def _card(room: Room, proposal: Proposal, *, in_place: bool) -> Reply:
    change = change_proposed(room.work, proposal)
    card = acts.start_change(room.work, room.account, change, update_id=room.visit.update_id, now=room.now)
    return sheet_cards.show(room, card, in_place=in_place)


TAPS: dict[Do, Scene] = {Do.PROPOSAL: on_proposal, Do.PROPOSALS: on_kind}
