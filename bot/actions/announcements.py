"""How the agenda follows what minutes announce: the next meeting is planned, moves when that is corrected, and comes back with ↩︎."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.meetings import held_on, waiting_on
from bot.actions.series import meeting_at, put
from bot.domain.drafts import MeetingDraft
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.plans import Changed, overlaid, spot_of
from bot.domain.requests import Spot
from bot.ports import UnitOfWork


def add_held(work: UnitOfWork, held: Meeting, *, entry_id: int) -> tuple[Meeting, tuple[Changed, ...]]:
    """Keeps a meeting that was held: the planned one of that day waits no more, and the date that it announces is planned.

    Returns it, and what that changed of what was planned already.
    """
    planned = _waiting(work, held)
    announces, moved = _plan_next(work, held, entry_id=entry_id)
    kept = work.meetings.add(replace(held, announces=announces))
    if planned is not None:
        work.meetings.became(planned, kept.id)
    return kept, moved


def put_instead(work: UnitOfWork, before: Meeting, after: Meeting, *, entry_id: int) -> tuple[Meeting, tuple[Changed, ...]]:
    """Rewrites a held meeting, and what is planned because of it as far as that changes; returns both, the latter as it stood before.

    Raises NoSuchMeeting, MeetingMoved.
    """
    announces = before.announces
    moved: tuple[Changed, ...] = ()
    if _announced(before) != _announced(after):
        along = _moving_along(work, before, after)
        if along is not None:
            put_along = put(work, along, _spot_told(before, after, along), state=MeetingState.PLANNED, by=after.author_id)
            announces, moved = along.id, (put_along,)
        else:
            announces, moved = _plan_next(work, after, entry_id=entry_id)
    planned = work.meetings.get(before.announces) if before.announces is not None and before.announces != announces else None
    held = _rewritten(work, before, replace(after, announces=announces))
    if planned is not None and work.meetings.unplan(planned.id):
        moved = (*moved, Changed(meeting_id=planned.id, before=spot_of(planned), sequence=planned.sequence + 1))
    return held, moved


def standing(work: UnitOfWork, told: Meeting | MeetingDraft) -> Meeting | None:
    """The only meeting that the same group has planned on the day announced, where its hours or place are told otherwise: ✅ rewrites it.

    That of another group stays as it is: who may tell a meeting of this one need not be allowed to move those of others.
    """
    following = told.next_meeting
    if following is None or following.day is None or told.group_id is None or following.group_id not in {None, told.group_id}:
        return None
    lines = work.meetings.agenda(first=following.day, last=following.day, group_ids=(told.group_id,))
    planned = work.meetings.get(lines[0].id) if len(lines) == 1 else None
    return planned if planned is not None and overlaid(spot_of(planned), spot_of(following)) != spot_of(planned) else None


def put_back(work: UnitOfWork, now: Meeting, *, before: Meeting) -> None:
    """↩︎ of that: the held meeting as before; `restore` does the rest."""
    known = before.announces is not None and work.meetings.get(before.announces) is not None
    _rewritten(work, now, replace(before, announces=before.announces if known else None))
    if now.announces is not None and now.announces != before.announces:
        work.meetings.unplan(now.announces)


def restore(work: UnitOfWork, moved: Changed | None) -> None:
    """↩︎ of what an announcement moved in the agenda, unless something newer happened to that."""
    for changed in (moved, *moved.also) if moved is not None else ():
        planned = work.meetings.get(changed.meeting_id)
        if planned is not None and changed.before is not None and planned.sequence == changed.sequence:
            put(work, planned, changed.before, state=MeetingState.PLANNED)


def _rewritten(work: UnitOfWork, before: Meeting, after: Meeting) -> Meeting:
    held = work.meetings.replace(replace(after, minutes_version=before.minutes_version))
    if (before.group_id, before.day) != (held.group_id, held.day):
        work.meetings.became_no_more(held.id)
        planned = _waiting(work, held)
        if planned is not None:
            work.meetings.became(planned, held.id)
    return held


def _waiting(work: UnitOfWork, held: Meeting) -> int | None:
    """Which planned meeting it is: of several of one day the one at its hours."""
    planned = waiting_on(work, held.group_id, held, day=held.day) if held.group_id is not None else None
    return planned.id if planned is not None else None


def _announced(meeting: Meeting) -> tuple[object, ...] | None:
    """What decides of the planned meeting; None when no day is announced."""
    following = meeting.next_meeting
    return (following, meeting.group_id, meeting.title) if following is not None and following.day is not None else None


def _moving_along(work: UnitOfWork, before: Meeting, after: Meeting) -> Meeting | None:
    """The planned meeting that moves with what is announced: it waits, no other meeting announces it, and the new day has none yet."""
    was, will = before.next_meeting, after.next_meeting
    if was is None or was.day is None or will is None or will.day is None:
        return None
    group_id = will.group_id or after.group_id
    if (was.group_id or before.group_id, before.title) != (group_id, after.title):
        return None
    known = before.announces or (work.meetings.dated_on(group_id, was.day) if group_id else None)
    planned = work.meetings.get(known) if known is not None else None
    if planned is None or planned.state is not MeetingState.PLANNED or planned.became is not None:
        return None
    there = work.meetings.dated_on(group_id, will.day) if group_id else None
    taken = there is not None and there != planned.id
    return None if taken or work.meetings.announced_by_another(planned.id, besides=before.id) else planned


def _spot_told(before: Meeting, after: Meeting, planned: Meeting) -> Spot:
    """When and where it is now: as announced, over what was told otherwise than by the announcement before."""
    assert before.next_meeting is not None
    assert after.next_meeting is not None
    told, stood = spot_of(after.next_meeting), spot_of(planned)
    return told if stood == spot_of(before.next_meeting) else overlaid(stood, told)


def _plan_next(work: UnitOfWork, held: Meeting, *, entry_id: int) -> tuple[int | None, tuple[Changed, ...]]:
    """The planned meeting that its announcement stands for: the one that group has on that day already, be it held since, or a new one.

    Where it waits there at other hours or elsewhere, what is told holds, and what is not told stays.
    """
    following = held.next_meeting
    if following is None or following.day is None:
        return None, ()
    there = standing(work, held)
    if there is not None:
        spot = overlaid(spot_of(there), spot_of(following))
        return there.id, (put(work, there, spot, state=MeetingState.PLANNED, by=held.author_id),)
    group_id = following.group_id or held.group_id
    known = work.meetings.dated_on(group_id, following.day) if group_id else None
    if known is not None:
        return known, ()
    off = work.meetings.taken_off(group_id, following.day) if group_id else None
    again = work.meetings.get(off) if off is not None else None
    if again is not None:
        put(work, again, overlaid(spot_of(again), spot_of(following)), state=MeetingState.PLANNED, by=held.author_id)
        return again.id, ()
    announced = meeting_at(spot_of(following), group_id=group_id, title=held.title, author_id=held.author_id, entry_id=entry_id)
    planned = work.meetings.add(announced)
    held_since = [line.id for line in held_on(work, group_id, following.day) if line.id != held.id]
    if held_since:
        work.meetings.became(planned.id, held_since[0])
    return planned.id, ()
