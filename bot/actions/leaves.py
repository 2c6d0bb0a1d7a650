"""How a leave lives: proposed on a card, kept, ended; the one who stands in hears of it once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.actions.reminders import days_off
from bot.actions.rhythms import plan_week_anew
from bot.domain.errors import DayIsPast, LeaveGone
from bot.domain.notices import Due, due_when_quiet_ends, local
from bot.domain.peace_requests import EndLeave, TakeLeave
from bot.domain.permissions import Verb, may
from bot.domain.rhythms import LONGEST_LEAVE, Leave, LeaveState, StandIn
from bot.domain.territory import Account
from bot.french.folding import folded_words
from bot.ports import UnitOfWork

IN_HAND = timedelta(hours=1)  # how long a sentence may still be meant for a leave's card


def propose_leave(work: UnitOfWork, account: Account, said: TakeLeave, *, update_id: int, now: datetime) -> Leave:
    """A card from what was said, whose days are known; of several people with that name the only one who joined is meant.

    Raises DayIsPast.
    """
    known = work.leaves.of_update(update_id)
    if known is not None:
        return known
    assert said.first is not None
    assert said.last is not None
    if said.last < local(now, work.territory.zone).date():
        raise DayIsPast(said.last)
    candidates = said.candidates or _called(work, account, said)
    joined = [person for person in candidates if work.accounts.of_person(person) is not None]
    meant = said.stand_in_id or (joined[0] if len(joined) == 1 else None)
    return work.leaves.add(
        Leave(
            id=0,
            account_id=account.id,
            first=said.first,
            last=min(said.last, said.first + LONGEST_LEAVE),
            stand_in_id=meant if meant != account.person_id else None,
            stand_in_said=None if meant is not None else said.stand_in_said,
            candidates=() if meant is not None else candidates,
            update_id=update_id,
            touched_at=now,
        )
    )


def in_hand(work: UnitOfWork, account: Account, *, now: datetime) -> Leave | None:
    """The leave of which she may be speaking: she was shown it of late, and did not give it up."""
    leave = work.leaves.last_touched(account.id)
    return leave if leave is not None and now - leave.touched_at <= IN_HAND else None


def give_up_card(work: UnitOfWork, account: Account, *, now: datetime) -> bool:
    """Gives up the leave whose card stands open, which is not kept; False when there is none."""
    leave = in_hand(work, account, now=now)
    if leave is None or leave.state is not LeaveState.PROPOSED:
        return False
    drop_leave(work, account, leave.id, now=now)
    return True


def _called(work: UnitOfWork, account: Account, said: TakeLeave) -> tuple[int, ...]:
    """« c’est Claire qui prend le relais »: of those who joined, whoever is called so."""
    words = set(folded_words(said.stand_in_said or ""))
    if said.stand_in_id is not None or not words:
        return ()
    return tuple(one.person_id for one in work.accounts.joined() if one.id != account.id and words <= set(folded_words(one.name)))


def stand_in(work: UnitOfWork, leave: Leave) -> StandIn:
    """What will become of her questions meanwhile."""
    if leave.candidates:
        return StandIn.SEVERAL
    if leave.stand_in_id is None:
        return StandIn.UNKNOWN if leave.stand_in_said else StandIn.NOBODY
    account = work.accounts.of_person(leave.stand_in_id)
    if account is None or account.telegram_id <= 0:
        return StandIn.NOT_JOINED
    return StandIn.READY if may(account.role, Verb.LOG_OWN_MEETING) else StandIn.NO_MEETINGS


def own_leave(work: UnitOfWork, account: Account, leave_id: int) -> Leave:
    """The leave that a button speaks of. Raises LeaveGone."""
    leave = work.leaves.get(leave_id)
    if leave is None or leave.account_id != account.id or leave.state is LeaveState.DROPPED:
        raise LeaveGone
    return leave


def choose_stand_in(work: UnitOfWork, account: Account, leave_id: int, *, person_id: int | None, now: datetime) -> Leave:
    """One of those who bear that name, or nobody. Raises LeaveGone."""
    leave = own_leave(work, account, leave_id)
    if leave.state is not LeaveState.PROPOSED or (person_id is not None and person_id not in leave.candidates):
        raise LeaveGone
    return work.leaves.save(replace(leave, stand_in_id=person_id, stand_in_said=None, candidates=(), touched_at=now))


def keep_leave(work: UnitOfWork, account: Account, leave_id: int, *, now: datetime, before: str = "") -> Leave:
    """✅: from then on nothing is written to her on those days; the one who stands in is told. `before`: the number of the leave that gave
    way to it, which ↩︎ takes up again. Raises LeaveGone."""
    leave = own_leave(work, account, leave_id)
    if leave.state is LeaveState.KEPT:
        return leave
    for told_before in work.leaves.of_account(account.id, since=leave.first):
        again = leave.first <= told_before.first and told_before.last <= leave.last
        if again or leave.first == told_before.first:  # the same days told again, or another end: this one holds
            _give_way(work, account, told_before, leave, now=now)
            before = str(told_before.id) if leave.first == told_before.first else before
    kept = work.leaves.save(replace(leave, state=LeaveState.KEPT, touched_at=now))
    work.journal.note(account_id=account.id, verb="keep", noun="leave", noun_id=kept.id, now=now, detail=f"{kept.id}:{before}")
    plan_week_anew(work, account, now=now)
    if stand_in(work, kept) is StandIn.READY and kept.stand_in_id is not None:
        _tell(work, account, kept, now=now)
    return kept


def _give_way(work: UnitOfWork, account: Account, old: Leave, new: Leave, *, now: datetime) -> None:
    """The new one takes the place of one that was kept."""
    work.leaves.save(replace(old, state=LeaveState.DROPPED, touched_at=now))
    work.notices.wake(account.id, now=now)
    if old.stand_in_id != new.stand_in_id:
        _tell_no_more(work, account, old, now=now)
    else:
        work.notices.withdraw_stand_in(old.id, now=now)


def on_other_days(work: UnitOfWork, account: Account, leave: Leave, *, days: tuple[date, date], update_id: int, now: datetime) -> Leave:
    """The leave on those days instead, kept where it was kept. Raises DayIsPast."""
    said = TakeLeave(
        first=days[0], last=days[1], stand_in_id=leave.stand_in_id, stand_in_said=leave.stand_in_said, candidates=leave.candidates
    )
    known = work.leaves.of_update(update_id)
    if known is not None:
        return known
    moved = propose_leave(work, account, said, update_id=update_id, now=now)
    if leave.state is not LeaveState.KEPT:
        drop_leave(work, account, leave.id, now=now)
        return moved
    _give_way(work, account, leave, moved, now=now)
    return keep_leave(work, account, moved.id, now=now, before=str(leave.id))


def _tell(work: UnitOfWork, account: Account, leave: Leave, *, now: datetime) -> None:
    instead = work.accounts.of_person(leave.stand_in_id or 0)
    assert instead is not None
    work.notices.tell_stand_in(instead.id, _soon(work, instead, now=now), about=account.id, leave_id=leave.id, now=now)


def _tell_no_more(work: UnitOfWork, account: Account, leave: Leave, *, now: datetime) -> None:
    """Who was told to stand in hears that it is no more; who was not told yet hears nothing, nor does anybody of what is over."""
    instead = work.accounts.of_person(leave.stand_in_id) if leave.stand_in_id is not None else None
    heard = work.notices.withdraw_stand_in(leave.id, now=now)
    if heard and instead is not None and leave.last >= local(now, work.territory.zone).date():
        work.notices.tell_stand_in_over(instead.id, _soon(work, instead, now=now), about=account.id, leave_id=leave.id, now=now)


def _soon(work: UnitOfWork, instead: Account, *, now: datetime) -> Due:
    zone, quiet = work.territory.zone, work.rhythms.get(instead.id).quiet
    here = local(now, zone).replace(second=0, microsecond=0)
    return due_when_quiet_ends(here, zone, off=days_off(zone, quiet), quiet=quiet)


def drop_leave(work: UnitOfWork, account: Account, leave_id: int, *, now: datetime) -> Leave:
    """❌ or ↩︎: she is there. Raises LeaveGone."""
    leave = own_leave(work, account, leave_id)
    gone = work.leaves.save(replace(leave, state=LeaveState.DROPPED, touched_at=now))
    if leave.state is LeaveState.KEPT:
        work.journal.note(account_id=account.id, verb="drop", noun="leave", noun_id=leave.id, now=now)
        _tell_no_more(work, account, leave, now=now)
        _is_there(work, account, now=now)
    return gone


def undo_leave(work: UnitOfWork, account: Account, leave_id: int, *, update_id: int, now: datetime) -> Leave | None:
    """↩︎ of ✅: the leave whose end it changed holds again, which is returned; without any she is there. Raises LeaveGone."""
    leave = own_leave(work, account, leave_id)
    told = work.journal.last(account_id=account.id, verb="keep", noun="leave", since=leave.touched_at) or ""
    of, _, before = told.partition(":")
    old = work.leaves.get(int(before)) if before and of == str(leave.id) else None
    if old is not None and leave.state is LeaveState.KEPT and old.last >= local(now, work.territory.zone).date():
        return take_up_again(work, account, old.id, update_id=update_id, now=now)
    drop_leave(work, account, leave_id, now=now)
    return None


def take_up_again(work: UnitOfWork, account: Account, leave_id: int, *, update_id: int, now: datetime) -> Leave:
    """↩︎ of a leave that was given up in words: the same days again, under another number. Raises LeaveGone."""
    known = work.leaves.of_update(update_id)
    if known is not None:
        return known
    gone = work.leaves.get(leave_id)
    day = local(now, work.territory.zone).date()
    if gone is None or gone.account_id != account.id or gone.state is not LeaveState.DROPPED or gone.last < day:
        raise LeaveGone
    again = work.leaves.add(replace(gone, state=LeaveState.PROPOSED, update_id=update_id, touched_at=now))
    return keep_leave(work, account, again.id, now=now)


def kept_leaves(work: UnitOfWork, account: Account, said: EndLeave, *, now: datetime) -> tuple[Leave, ...]:
    """Her leaves that are kept and not over, of the days that she named if she named any; back at work only the one of today."""
    today = local(now, work.territory.zone).date()
    leaves = work.leaves.of_account(account.id, since=today)
    if said.back:
        return tuple(leave for leave in leaves if leave.holds(today))
    if said.first is None or said.last is None:
        return leaves
    return tuple(leave for leave in leaves if leave.first <= said.last and said.first <= leave.last)


def with_other_end(work: UnitOfWork, account: Account, returns: date, *, now: datetime) -> Leave | None:
    """The leave that ends on the eve of that day instead: the one whose card stands open, else the one that holds that day or its eve,
    else the last that begins before it."""
    card = in_hand(work, account, now=now)
    if card is not None and card.state is LeaveState.PROPOSED:
        return card if card.first < returns else None
    begun = [leave for leave in kept_leaves(work, account, EndLeave(), now=now) if leave.first < returns]
    return next(
        (leave for leave in begun if leave.holds(returns) or leave.holds(returns - timedelta(days=1))), begun[-1] if begun else None
    )


def end_otherwise(work: UnitOfWork, account: Account, leave: Leave, *, returns: date, update_id: int, now: datetime) -> Leave:
    """A card of the same leave with that end, and with the same stand-in; it takes the place of one that stands open. Raises DayIsPast."""
    said = TakeLeave(
        first=leave.first,
        last=returns - timedelta(days=1),
        stand_in_id=leave.stand_in_id,
        stand_in_said=leave.stand_in_said,
        candidates=leave.candidates,
    )
    give_up_card(work, account, now=now)
    return propose_leave(work, account, said, update_id=update_id, now=now)


def is_part(leave: Leave, said: EndLeave) -> bool:
    """Whether she named some days of that leave only, and not by its first day."""
    return (
        said.first is not None
        and said.last is not None
        and (leave.first < said.first or (leave.first == said.first < said.last < leave.last))
    )


def next_leave(work: UnitOfWork, account: Account, *, now: datetime) -> Leave | None:
    """The leave that is kept and comes first, or holds today."""
    return next(iter(kept_leaves(work, account, EndLeave(), now=now)), None)


def end_leaves(work: UnitOfWork, account: Account, leaves: Sequence[Leave], *, now: datetime) -> None:
    """« je suis rentrée », « supprime mon congé »: one that has begun ended yesterday, those to come are given up."""
    today = local(now, work.territory.zone).date()
    for leave in leaves:
        if leave.first < today:
            work.leaves.save(replace(leave, last=today - timedelta(days=1), touched_at=now))
        else:
            work.leaves.save(replace(leave, state=LeaveState.DROPPED, touched_at=now))
        _tell_no_more(work, account, leave, now=now)
    if leaves:
        _is_there(work, account, now=now)


def _is_there(work: UnitOfWork, account: Account, *, now: datetime) -> None:
    plan_week_anew(work, account, now=now)
    work.notices.wake(account.id, now=now)
