"""Which points wait for the next agenda of a group, who puts them off, and how an agenda takes them with one tap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import groups_she_may_log
from bot.actions.papers import plan_agenda
from bot.actions.plans import planned_meeting
from bot.domain.convenings import agenda_item
from bot.domain.errors import NotAllowed, NothingToUndo, PlannedMoved, UndoTooLate
from bot.domain.meetings import Meeting
from bot.domain.parked import ParkedPoint
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.french.folding import folded_words
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an agenda took: how many points, and what its ↩︎ bears to see that nothing newer happened."""

    points: tuple[str, ...]
    many: int
    mark: int


def park(work: UnitOfWork, account: Account, group_id: int, *, points: Sequence[str], update_id: int, now: datetime) -> tuple[str, ...]:
    """Puts points off to the next agenda of a group; the same update handled twice puts them off once. Raises NotAllowed."""
    known = work.parked.of_update(update_id)
    if known:
        return tuple(one.text for one in known)
    if not may(account.role, Verb.LOG_ANY_MEETING) and group_id not in {group.id for group in groups_she_may_log(work, account)}:
        raise NotAllowed(Verb.LOG_ANY_MEETING)
    told = [ParkedPoint(group_id=group_id, text=one, account_id=account.id, parked_at=now, update_id=update_id) for one in points]
    work.parked.add(told)
    work.journal.note(account_id=account.id, verb="park", noun="agenda", noun_id=group_id, now=now, detail=f"{len(told)} point(s)")
    return tuple(points)


def take_back(work: UnitOfWork, account: Account, *, update_id: int, now: datetime) -> tuple[ParkedPoint, ...]:
    """↩︎: what that message put off waits no more. Raises NothingToUndo, UndoTooLate, PlannedMoved once an agenda took it."""
    points = work.parked.of_update(update_id)
    if not points or points[0].account_id != account.id:
        raise NothingToUndo
    if now - points[0].parked_at > TIME_TO_UNDO:
        raise UndoTooLate(points[0].parked_at)
    if any(one.meeting_id is not None for one in points):
        raise PlannedMoved
    work.parked.take_back(update_id, now=now)
    return points


def proposed(work: UnitOfWork, meeting: Meeting, *, today: date) -> tuple[str, ...]:
    """The points that wait for the agenda of a planned meeting, if it is the next one of its group."""
    if meeting.group_id is None or not _is_next(work, meeting, today=today):
        return ()
    waiting = [one.text for one in work.parked.waiting(meeting.group_id)]
    return lacking([*untreated(*work.parked.last_agenda(meeting.group_id, before=today)), *waiting], meeting.topics)


def _is_next(work: UnitOfWork, meeting: Meeting, *, today: date) -> bool:
    assert meeting.group_id is not None
    lines = work.meetings.agenda(first=min(today, meeting.day), last=meeting.day, group_ids=(meeting.group_id,))
    return bool(lines) and lines[0].id == meeting.id


def take_in(work: UnitOfWork, account: Account, meeting_id: int, *, today: date, now: datetime) -> Taken:
    """➕: puts what waits at the end of the agenda of a planned meeting. Raises NotAllowed, NoSuchMeeting, NothingPlanned."""
    meeting = planned_meeting(work, meeting_id)
    points = proposed(work, meeting, today=today)
    kept = plan_agenda(work, account, meeting_id, points=(*meeting.topics, *points), now=now)
    if meeting.group_id is not None:
        work.parked.take_in([one.id for one in work.parked.waiting(meeting.group_id)], meeting_id)
    return Taken(points=kept, many=len(points), mark=_mark(kept))


def give_back(work: UnitOfWork, account: Account, meeting_id: int, *, many: int, mark: int, since: datetime, now: datetime) -> None:
    """↩︎: takes the last `many` points off that agenda, and they wait again; only while it is the one that bears that mark.

    Raises UndoTooLate, PlannedMoved, NotAllowed, NoSuchMeeting, NothingPlanned.
    """
    if now - since > TIME_TO_UNDO:
        raise UndoTooLate(since)
    meeting = planned_meeting(work, meeting_id)
    if _mark(meeting.topics) != mark or not 0 < many <= len(meeting.topics):
        raise PlannedMoved
    plan_agenda(work, account, meeting_id, points=meeting.topics[:-many], now=now)
    work.parked.let_go(meeting_id)


def _mark(points: Sequence[str]) -> int:
    return crc32("\n".join(points).encode())


def untreated(planned: Iterable[str], treated: Iterable[str]) -> tuple[str, ...]:
    """The points of an agenda of which a meeting did not speak; none when it does not say of what it spoke."""
    spoken = [_words(point) for point in treated]
    if not spoken:
        return ()
    return tuple(point for point in planned if (words := _words(point)) and not any(words <= one or one <= words for one in spoken))


def lacking(points: Iterable[str], agenda: Iterable[str]) -> tuple[str, ...]:
    """Those of the points that the agenda does not have yet, each once."""
    known = {frozenset(_words(point)) for point in agenda}
    left: list[str] = []
    for point in points:
        words = frozenset(_words(point))
        if words and words not in known:
            known.add(words)
            left.append(point)
    return tuple(left)


def _words(point: str) -> set[str]:
    return set(folded_words(agenda_item(point).text))
