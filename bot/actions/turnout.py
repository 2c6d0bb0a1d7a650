"""Who notes beforehand that somebody comes to a planned meeting or is excused, of which meeting, and how it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.actions.agenda import meetings_told
from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import may_tell
from bot.actions.plans import planned_meeting
from bot.domain.agenda import AgendaLine
from bot.domain.attendance import Presence
from bot.domain.errors import NotAllowed, NothingPlanned, NothingToUndo, PlannedMoved, UndoTooLate
from bot.domain.meetings import Meeting
from bot.domain.permissions import Verb
from bot.domain.territory import Account
from bot.domain.turnout import TellTurnout, Word, excused, standing
from bot.ports import UnitOfWork


def meetings_meant(work: UnitOfWork, account: Account, request: TellTurnout, *, today: date) -> tuple[AgendaLine, ...]:
    """The planned meetings that a sentence may mean, soonest first: of a group told without a day the next one. Raises NotAllowed."""
    group_ids = (request.group_id,) if request.group_id is not None else request.group_candidates
    lines = meetings_told(work, account, group_ids=group_ids, days=request.days, today=today)
    theirs = tuple(line for line in lines if _expects(work, line, request.people)) if len(lines) > 1 else ()
    lines = theirs or lines
    return tuple(line for line in lines if line.starts in request.hours) or lines


def met_before(work: UnitOfWork, request: TellTurnout) -> bool:
    """Whether the same words may mean a meeting that was held, or planned, on a day that is gone."""
    group_ids = (request.group_id,) if request.group_id is not None else request.group_candidates
    return any(
        work.meetings.agenda(first=day, last=day, group_ids=group_ids or None)
        or work.meetings.lines(first=day, last=day, group_ids=group_ids or None, held=True, limit=1)
        for day in request.past
    )


def _expects(work: UnitOfWork, line: AgendaLine, people: Sequence[Presence]) -> bool:
    """Whether one of them, or one of those who may be meant, is a member of its group."""
    members = members_of(work, line.group_id)
    return any(members & {one.person_id, *(() if one.candidates_are_structures else one.candidates)} for one in people)


def members_of(work: UnitOfWork, group_id: int | None) -> frozenset[int | None]:
    """Who is expected at the meetings of a group."""
    groups = work.directory.groups([group_id]) if group_id is not None else ()
    return frozenset(person for group in groups for person in (*group.member_ids, *group.pilot_ids))


def settled(work: UnitOfWork, people: Sequence[Presence], *, group_id: int | None) -> tuple[Presence, ...]:
    """Of those who fit several people, the only one who is a member of the group."""
    members = members_of(work, group_id)

    def known(one: Presence) -> Presence:
        hers = [person for person in one.candidates if person in members] if not one.candidates_are_structures else []
        return replace(one, person_id=hers[0], candidates=(), said=None) if len(hers) == 1 else one

    return tuple(known(one) for one in people)


def note(
    work: UnitOfWork, account: Account, meeting_id: int, *, people: Sequence[Presence], update_id: int, now: datetime
) -> tuple[Meeting, tuple[Word, ...]]:
    """Notes it of that planned meeting; the same update handled twice notes it once. Raises NotAllowed, NothingPlanned."""
    meeting = planned_meeting(work, meeting_id)
    known = work.turnout.of_update(meeting_id, update_id)
    if known:
        return meeting, known
    if meeting.day < now.astimezone(work.territory.timezone).date():
        raise NothingPlanned
    _check_may_note(work, account, meeting, people)
    words = [
        Word(
            meeting_id=meeting_id,
            day=meeting.day,
            person_id=one.person_id,
            structure_id=one.structure_id,
            state=one.state,
            account_id=account.id,
            told_at=now,
            update_id=update_id,
        )
        for one in people
    ]
    kept = work.turnout.add(words)
    work.journal.note(account_id=account.id, verb="note", noun="turnout", noun_id=meeting_id, now=now, detail=f"{len(kept)} personne(s)")
    return meeting, kept


def _check_may_note(work: UnitOfWork, account: Account, meeting: Meeting, people: Sequence[Presence]) -> None:
    """Raises NotAllowed: of others it is noted by whoever keeps the meeting, of oneself by any member."""
    if may_tell(work, account, meeting):
        return
    if {one.person_id for one in people} != {account.person_id} or account.person_id not in members_of(work, meeting.group_id):
        raise NotAllowed(Verb.LOG_ANY_MEETING)


def take_back(work: UnitOfWork, account: Account, meeting_id: int, *, update_id: int, now: datetime) -> tuple[Word, ...]:
    """↩︎: what that message told holds no more, what was told before it holds again; within 24 hours, by whoever told it.

    Raises NothingToUndo, UndoTooLate, PlannedMoved for a meeting that was held or cancelled since.
    """
    words = work.turnout.of_update(meeting_id, update_id)
    if not words or words[0].account_id != account.id:
        raise NothingToUndo
    if words[0].undone_at is not None:
        return words
    if now - words[0].told_at > TIME_TO_UNDO:
        raise UndoTooLate(words[0].told_at)
    try:
        planned_meeting(work, meeting_id)
    except NothingPlanned as gone:
        raise PlannedMoved from gone
    work.turnout.take_back(meeting_id, update_id, now=now)
    work.journal.note(account_id=account.id, verb="undo", noun="turnout", noun_id=meeting_id, now=now)
    return words


def expected(work: UnitOfWork, meeting: Meeting | AgendaLine) -> tuple[Presence, ...]:
    """What was told of who comes to it, and still holds."""
    return standing(work.turnout.of_meeting(meeting.id), day=meeting.day)


def unheard(work: UnitOfWork, meeting: Meeting | AgendaLine) -> tuple[int, ...]:
    """The members of its group of whom nothing was told, neither of themselves nor of their structure."""
    group = next(iter(work.directory.groups([meeting.group_id])), None) if meeting.group_id is not None else None
    told = expected(work, meeting)
    people, structures = {one.person_id for one in told}, {one.structure_id for one in told if one.person_id is None} - {None}
    members = sorted({*group.member_ids, *group.pilot_ids} - people) if group is not None else []
    return tuple(one.id for one in work.directory.people(members).values() if one.structure_id not in structures)


def excused_from(work: UnitOfWork, meeting: Meeting, *, besides: int) -> tuple[Presence, ...]:
    """Those who excused themselves from it, as its card lists them; `besides`: who tells it, and is never listed, nor is who was erased."""
    told = excused(expected(work, meeting))
    return tuple(one for one in told if one.person_id != besides and (one.person_id, one.structure_id) != (None, None))
