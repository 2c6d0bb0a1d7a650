"""What is to be seen to before a planned meeting: told, ticked by a tap, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import may_tell
from bot.actions.plans import planned_meeting
from bot.domain.checklist import Thing
from bot.domain.errors import NotAllowed, NothingPlanned, NothingToUndo, UndoTooLate
from bot.domain.meetings import Meeting
from bot.domain.permissions import Verb
from bot.domain.territory import Account
from bot.french.folding import folded_words
from bot.ports import UnitOfWork

MOST_THINGS = 20


def _own(work: UnitOfWork, account: Account, meeting_id: int) -> Meeting:
    """The planned meeting, if she keeps it. Raises NotAllowed, NothingPlanned."""
    meeting = planned_meeting(work, meeting_id)
    if not may_tell(work, account, meeting):
        raise NotAllowed(Verb.LOG_ANY_MEETING)
    return meeting


def plan_checklist(
    work: UnitOfWork, account: Account, meeting_id: int, *, things: Sequence[str], update_id: int, now: datetime
) -> tuple[Thing, ...]:
    """Adds to the list of a planned meeting what does not stand there yet; returns the whole list. Raises NotAllowed, NothingPlanned."""
    _own(work, account, meeting_id)
    known = work.checklist.of_meeting(meeting_id)
    if not work.checklist.of_update(meeting_id, update_id):
        there = {tuple(folded_words(one.text)) for one in known}
        fresh = list({words: text for text in things if (words := tuple(folded_words(text))) not in there}.values())
        told = [
            Thing(meeting_id=meeting_id, text=text, account_id=account.id, told_at=now, update_id=update_id)
            for text in fresh[: max(0, MOST_THINGS - len(known))]
        ]
        work.checklist.add(told)
        work.journal.note(account_id=account.id, verb="plan", noun="checklist", noun_id=meeting_id, now=now, detail=f"{len(told)} ligne(s)")
    return work.checklist.of_meeting(meeting_id)


def tick(work: UnitOfWork, account: Account, meeting_id: int, *, thing_id: int, done: bool) -> tuple[Thing, ...]:
    """☐ or ☑; returns the list. Raises NotAllowed, NothingPlanned when it is not on the list any more."""
    _own(work, account, meeting_id)
    if not work.checklist.tick(meeting_id, thing_id, done=done):
        raise NothingPlanned
    return work.checklist.of_meeting(meeting_id)


def take_off(work: UnitOfWork, account: Account, meeting_id: int, *, thing_ids: Sequence[int], now: datetime) -> tuple[Thing, ...]:
    """They are no more to be seen to; returns the list. Raises NotAllowed, NothingPlanned."""
    _own(work, account, meeting_id)
    for thing_id in thing_ids:
        work.checklist.drop(meeting_id, thing_id, now=now)
    if thing_ids:
        work.journal.note(
            account_id=account.id, verb="drop", noun="checklist", noun_id=meeting_id, now=now, detail=f"{len(thing_ids)} ligne(s)"
        )
    return work.checklist.of_meeting(meeting_id)


def take_back(work: UnitOfWork, account: Account, meeting_id: int, *, update_id: int, now: datetime) -> None:
    """↩︎: what that message told is off the list. Raises NotAllowed, NothingPlanned, NothingToUndo, UndoTooLate."""
    _own(work, account, meeting_id)
    told = work.checklist.of_update(meeting_id, update_id)
    if not told or told[0].account_id != account.id:
        raise NothingToUndo
    if now - told[0].told_at > TIME_TO_UNDO:
        raise UndoTooLate(told[0].told_at)
    work.checklist.take_back(meeting_id, update_id, now=now)
