"""Who was in a kept meeting and is not in the directory: one line under its card, a button for each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.actions.proposals import propose_newcomers
from bot.texts import proposals
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard
from handlers.room import Room

MOST_NEWCOMERS = 4


def newcomers(room: Room, meeting_ids: Sequence[int]) -> tuple[str, Keyboard]:
    """The line under a kept meeting with a button for each; nothing when the directory knows everybody."""
    offered = propose_newcomers(room.work, room.account, meeting_ids, today=room.today)[:MOST_NEWCOMERS]
    if not offered:
        return "", ()
    named = [(proposal.said or "", proposal.id) for proposal in offered]
    taps = [Button(label=short(proposals.newcomer_button(said)), tap=Tap(Do.PROPOSAL, number)) for said, number in named]
    return proposals.newcomers([said for said, _ in named]), rows(taps, 2)
