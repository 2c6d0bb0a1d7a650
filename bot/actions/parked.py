"""Which points wait for the next agenda of a group, who puts them off, and how an agenda takes them with one tap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import groups_she_may_log
from bot.actions.papers import names_point, plan_agenda, without_diverse
from bot.actions.plans import planned_meeting
from bot.domain.agenda import AgendaLine
from bot.domain.convenings import agenda_item, is_diverse
from bot.domain.errors import NotAllowed, NothingToUndo, PlannedMoved, UndoTooLate
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.parked import ParkedPoint, ParkPoints
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.french.folding import folded_words
from bot.french.points_put_off import points_put_off
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an agenda took: how many points, and what its ↩︎ bears to see that nothing newer happened."""

    points: tuple[str, ...]
    many: int
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """What was put off: the points, the planned meeting whose agenda they left, and where in it each stood."""

    points: tuple[str, ...]
    left: AgendaLine | None = None
    ranks: tuple[int, ...] = ()


def park(work: UnitOfWork, account: Account, group_id: int, *, request: ParkPoints, update_id: int, today: date, now: datetime) -> Parked:
    """Puts points off to the next agenda of a group; the same update handled twice puts them off once. Raises NotAllowed.

    Those that are put off leave the coming agenda that bears them, and wait for the one after.
    """
    points = request.points
    known = work.parked.of_update(update_id)
    if known:
        return Parked(points=tuple(one.text for one in known))
    _check_may_park(work, account, group_id)
    line, ranks = _bearing(work, group_id, request, today=today) if request.deed == "put_off" else (None, ())
    left = planned_meeting(work, line.id) if line is not None else None
    borne = [left.topics[rank] for rank in ranks] if left is not None else []
    texts = [*borne, *(one for one in points if not any(names_point(one, topic) for topic in borne))]
    if left is not None:
        plan_agenda(work, account, left.id, points=[topic for topic in left.topics if topic not in borne], now=now)
    told = [
        ParkedPoint(
            group_id=group_id,
            text=text,
            account_id=account.id,
            parked_at=now,
            update_id=update_id,
            left_id=left.id if left is not None and text in borne else None,
        )
        for text in texts
    ]
    work.parked.add(told)
    work.journal.note(account_id=account.id, verb="park", noun="agenda", noun_id=group_id, now=now, detail=f"{len(told)} point(s)")
    return Parked(points=tuple(texts), left=line, ranks=ranks)


def _check_may_park(work: UnitOfWork, account: Account, group_id: int) -> None:
    if not may(account.role, Verb.LOG_ANY_MEETING) and group_id not in {group.id for group in groups_she_may_log(work, account)}:
        raise NotAllowed(Verb.LOG_ANY_MEETING)


def _bearing(work: UnitOfWork, group_id: int, told: ParkPoints, *, today: date) -> tuple[AgendaLine | None, tuple[int, ...]]:
    """The first planned meeting of the group whose agenda bears some of those points, and where."""
    for line in work.meetings.agenda(first=told.day or today, last=told.day or date.max, group_ids=(group_id,)):
        topics = planned_meeting(work, line.id).topics
        ranks = tuple(rank for rank, topic in enumerate(topics) if any(names_point(one, topic) for one in told.points))
        if ranks:
            return line, ranks
    return None, ()


def take_back(work: UnitOfWork, account: Account, *, update_id: int, ranks: Sequence[int], now: datetime) -> tuple[ParkedPoint, ...]:
    """↩︎: what that message put off waits no more, and stands again where it stood (`ranks`) in the agenda that it left.

    Raises NothingToUndo, UndoTooLate, PlannedMoved once an agenda took it.
    """
    points = work.parked.of_update(update_id)
    if not points or points[0].account_id != account.id:
        raise NothingToUndo
    if points[0].undone_at is not None:
        return points
    if now - points[0].parked_at > TIME_TO_UNDO:
        raise UndoTooLate(points[0].parked_at)
    if any(one.meeting_id is not None for one in points):
        raise PlannedMoved
    work.parked.take_back(update_id, now=now)
    gone = [one for one in points if one.left_id is not None]
    left = work.meetings.get(gone[0].left_id) if gone and gone[0].left_id is not None else None
    if left is not None and left.state is MeetingState.PLANNED:
        topics = [*left.topics]
        for rank, text in sorted(zip(ranks or [len(topics)] * len(gone), (one.text for one in gone), strict=False)):
            topics.insert(rank, text)
        plan_agenda(work, account, left.id, points=topics, now=now)
    return points


def drop(work: UnitOfWork, account: Account, group_id: int, *, points: Sequence[str], now: datetime) -> tuple[str, ...]:
    """« enlève le point reporté »: proposed no more; returns those that waited. Raises NotAllowed."""
    _check_may_park(work, account, group_id)
    gone = [one for one in work.parked.waiting(group_id) if any(names_point(told, one.text) for told in points)]
    work.parked.drop([one.id for one in gone], now=now)
    return tuple(one.text for one in gone)


def proposed(work: UnitOfWork, meeting: Meeting, *, today: date) -> tuple[str, ...]:
    """The points that wait for the agenda of a planned meeting: of the next one of its group, or the one after that which they left."""
    if meeting.group_id is None:
        return ()
    left = _left_by_last(work, meeting.group_id, today=today) if _is_next(work, meeting, None, today=today) else ()
    return lacking([*left, *(one.text for one in _waiting(work, meeting, today=today))], meeting.topics)


def _left_by_last(work: UnitOfWork, group_id: int, *, today: date) -> tuple[str, ...]:
    """The points that the last meeting of a group did not treat, and those that it put off to the next, as it was told."""
    agenda, treated, outcomes = work.parked.last_agenda(group_id, before=today)
    left, told = untreated(agenda, treated), points_put_off(outcomes)
    return (*left, *(next((one for one in agenda if names_point(point, one)), point) for point in told))


def _waiting(work: UnitOfWork, meeting: Meeting, *, today: date) -> list[ParkedPoint]:
    assert meeting.group_id is not None
    return [one for one in work.parked.waiting(meeting.group_id) if _is_next(work, meeting, one.left_id, today=today)]


def _is_next(work: UnitOfWork, meeting: Meeting, left_id: int | None, *, today: date) -> bool:
    """Whether no other meeting of its group comes before, nor between that meeting and this one."""
    assert meeting.group_id is not None
    lines = work.meetings.agenda(first=min(today, meeting.day), last=meeting.day, group_ids=(meeting.group_id,))
    ids = [line.id for line in lines]
    after = ids[ids.index(left_id) + 1 :] if left_id in ids else ids
    return after[:1] == [meeting.id]


def next_for(work: UnitOfWork, group_id: int, *, left: AgendaLine | None, today: date) -> AgendaLine | None:
    """The planned meeting for which points of that group wait: the next one, or the one after that which they left."""
    lines = work.meetings.agenda(first=today, last=date.max, group_ids=(group_id,))
    after = [line for line in lines if left is None or (line.day, line.id) > (left.day, left.id)]
    return after[0] if after else None


def take_in(work: UnitOfWork, account: Account, meeting_id: int, *, today: date, now: datetime) -> Taken:
    """➕: puts what waits at the end of the agenda of a planned meeting. Raises NotAllowed, NoSuchMeeting, NothingPlanned."""
    meeting = planned_meeting(work, meeting_id)
    points = proposed(work, meeting, today=today)
    waiting = _waiting(work, meeting, today=today) if meeting.group_id is not None else []
    kept = plan_agenda(work, account, meeting_id, points=points, change="add", now=now)
    work.parked.take_in([one.id for one in waiting], meeting_id)
    return Taken(points=kept, many=len(points), mark=_mark(kept))


def give_back(work: UnitOfWork, account: Account, meeting_id: int, *, many: int, mark: int, since: datetime, now: datetime) -> None:
    """↩︎: takes the last `many` points off that agenda, and they wait again; only while it is the one that bears that mark.

    Raises UndoTooLate, PlannedMoved, NotAllowed, NoSuchMeeting, NothingPlanned.
    """
    if now - since > TIME_TO_UNDO:
        raise UndoTooLate(since)
    meeting = planned_meeting(work, meeting_id)
    end = without_diverse(meeting.topics)
    if _mark(meeting.topics) != mark or not 0 < many <= end:
        raise PlannedMoved
    plan_agenda(work, account, meeting_id, points=(*meeting.topics[: end - many], *meeting.topics[end:]), now=now)
    work.parked.let_go(meeting_id)


def _mark(points: Sequence[str]) -> int:
    return crc32("\n".join(points).encode())


def untreated(planned: Iterable[str], treated: Iterable[str]) -> tuple[str, ...]:
    """The points of an agenda of which a meeting did not speak, but « questions diverses »; none when it does not say of what it spoke."""
    spoken = [_words(point) for point in treated]
    if not spoken:
        return ()
    own = [point for point in planned if not is_diverse(point)]
    return tuple(point for point in own if (words := _words(point)) and not any(words <= one or one <= words for one in spoken))


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
