"""Which buttons stand below a paper: what goes with it, and how far minutes may go."""

from __future__ import annotations

from bot.actions.minutes import STEPS
from bot.domain.minutes import Minutes, MinutesState
from bot.domain.papers import PaperKind, PaperOrder
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard

LETTERS = {PaperKind.DECISIONS: "D", PaperKind.SIGNING_SHEET: "S", PaperKind.AGENDA: "A", PaperKind.INVITATION: "I"}
KINDS = {letter: kind for kind, letter in LETTERS.items()}
EACH = "E"  # an invitation for each person
_BESIDE = {
    PaperKind.SIGNING_SHEET: (PaperKind.INVITATION, PaperKind.AGENDA),
    PaperKind.AGENDA: (PaperKind.INVITATION, PaperKind.SIGNING_SHEET),
    PaperKind.INVITATION: (PaperKind.AGENDA, PaperKind.SIGNING_SHEET),
    PaperKind.DECISIONS: (),
}
_ORDER = tuple(MinutesState)


def paper_button(kind: PaperKind, meeting_id: int) -> Button:
    """📄 and the name of that document of a meeting."""
    return Button(label=buttons.paper(kind), tap=Tap(Do.PAPER, meeting_id, 0, LETTERS[kind]))


def paper_keyboard(order: PaperOrder) -> Keyboard:
    """What else can be made of the same meeting; nothing below what speaks of several."""
    if order.meeting_id is None:
        return ()
    each = order.kind is PaperKind.INVITATION and not order.each
    more = ((Button(label=buttons.ONE_EACH, tap=Tap(Do.PAPER, order.meeting_id, 0, EACH)),),) if each else ()
    beside = tuple(paper_button(kind, order.meeting_id) for kind in _BESIDE[order.kind])
    return (*more, *((beside,) if beside else ()))


def minutes_keyboard(meeting_id: int, minutes: Minutes) -> Keyboard:
    """✏️, the steps forward, one back, and the approval of the minutes before."""
    steps = STEPS[minutes.state]
    forward = [state for state in steps if _ORDER.index(state) > _ORDER.index(minutes.state)]
    back = [state for state in steps if _ORDER.index(state) < _ORDER.index(minutes.state)][:1]
    row = (Button(label=buttons.CORRECT, tap=Tap(Do.AMEND, meeting_id)), *(_move(meeting_id, minutes, state) for state in forward))
    below = tuple((_move(meeting_id, minutes, state, back=True),) for state in back)
    return (row, *_approval(minutes), *below)


def _move(meeting_id: int, minutes: Minutes, state: MinutesState, *, back: bool = False) -> Button:
    label = buttons.back_to(state) if back else buttons.move_to(state)
    return Button(label=label, tap=Tap(Do.MINUTES_MOVE, meeting_id, minutes.version, state.name))


def _approval(minutes: Minutes) -> Keyboard:
    previous = minutes.previous
    if previous is None or previous.approved:
        return ()
    tap = Tap(Do.MINUTES_MOVE, previous.meeting_id, previous.version, MinutesState.APPROVED.name)
    return ((Button(label=buttons.approve_of(previous.day), tap=tap),),)
