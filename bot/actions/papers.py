"""Who may have which paper, which meeting it is of, and what its agenda is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.actions.meetings import may_read_minutes
from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Change, Convening, agenda_item, is_diverse, with_length, with_speaker
from bot.domain.decision_records import DecisionRecord
from bot.domain.errors import NoSuchMeeting, NotAllowed, NotInGroup, OfOneStructure, OldButton
from bot.domain.meetings import Meeting, MeetingLine, MeetingState
from bot.domain.papers import REVIEWS, PaperKind, PaperOrder
from bot.domain.permissions import Verb, may
from bot.domain.signing_sheets import SigningSheet
from bot.domain.territory import Account
from bot.french.folding import fold
from bot.ports import UnitOfWork

Paper = DecisionRecord | SigningSheet | Convening | AnnualReview


def check_may_have(work: UnitOfWork, account: Account, order: PaperOrder) -> None:
    """Raises NotAllowed, NotInGroup, NoSuchMeeting for what is not hers to have, OldButton for a group or a structure that is gone."""
    if order.kind in REVIEWS:
        _check_may_review(work, account, order)
    elif not may(account.role, Verb.READ_MINUTES):
        raise NotAllowed(Verb.READ_MINUTES)
    elif order.meeting_id is not None:
        reachable_meeting(work, account, order.meeting_id)
    elif not may(account.role, Verb.LOG_ANY_MEETING):
        own = {group.id for group in work.directory.groups_of(account.person_id)}
        if not order.group_ids or not set(order.group_ids) <= own:
            raise NotInGroup
    if order.meeting_id is None and work.papers.title(order) is None:
        raise OldButton


def _check_may_review(work: UnitOfWork, account: Account, order: PaperOrder) -> None:
    """A coordinator has any, a lectrice any but a structure's (decision 14), a pilot those of the groups that she pilots."""
    if not may(account.role, Verb.READ_FIGURES):
        raise NotAllowed(Verb.READ_FIGURES)
    if order.structure_id is not None and not may(account.role, Verb.READ_DIRECTORY):
        raise OfOneStructure
    if reads_every_figure(account):
        return
    own = set(own_groups(work, account))
    if not order.group_ids or not set(order.group_ids) <= own:
        raise NotInGroup


def reads_every_figure(account: Account) -> bool:
    """Whether her figures are those of the whole territory."""
    return may(account.role, Verb.LOG_ANY_MEETING) or (may(account.role, Verb.READ_FIGURES) and not may(account.role, Verb.LOG_OWN_MEETING))


def own_groups(work: UnitOfWork, account: Account) -> tuple[int, ...]:
    """The groups that she pilots."""
    return tuple(group.id for group in work.directory.groups_of(account.person_id) if account.person_id in group.pilot_ids)


def reachable_meeting(work: UnitOfWork, account: Account, meeting_id: int) -> Meeting:
    """A meeting, planned or held, that she may have papers of. Raises NotAllowed, NoSuchMeeting."""
    meeting = work.meetings.get(meeting_id)
    if meeting is None or meeting.state not in (MeetingState.PLANNED, MeetingState.HELD):
        raise NoSuchMeeting
    if meeting.state is MeetingState.HELD:
        return may_read_minutes(work, account, meeting_id)
    groups = work.directory.groups([meeting.group_id]) if meeting.group_id else ()
    if may(account.role, Verb.LOG_ANY_MEETING) or any(account.person_id in (*g.member_ids, *g.pilot_ids) for g in groups):
        return meeting
    raise NoSuchMeeting


def order_paper(work: UnitOfWork, account: Account, order: PaperOrder, *, now: datetime) -> None:
    """Queues that document for her chat. Raises NotAllowed, NotInGroup, NoSuchMeeting."""
    check_may_have(work, account, order)
    work.deliveries.queue_paper(order, chat_id=account.chat_id, now=now)


def order_again(work: UnitOfWork, account: Account, delivery_id: int, *, now: datetime) -> None:
    """The same document once more, as things stand now. Raises NoSuchMeeting for what she never ordered, and as `order_paper`."""
    order = work.deliveries.paper_of(delivery_id, chat_id=account.chat_id)
    if order is None:
        raise NoSuchMeeting
    order_paper(work, account, order, now=now)


def written_paper(work: UnitOfWork, account: Account, order: PaperOrder, *, on: date) -> Paper | None:
    """What the document says; None when its subject is gone."""
    if order.kind is PaperKind.DECISIONS:
        return work.papers.decision_record(order, by=account.person_id, on=on)
    if order.kind in REVIEWS:
        return work.papers.annual_review(order, by=account.person_id, on=on, named=may(account.role, Verb.READ_DIRECTORY))
    if order.kind is PaperKind.SIGNING_SHEET:
        return work.papers.signing_sheet(order, by=account.person_id, on=on)
    return work.papers.convening(order, by=account.person_id, on=on)


def meetings_for_papers(
    work: UnitOfWork, account: Account, *, group_ids: Sequence[int], first: date, last: date | None, limit: int
) -> tuple[MeetingLine, ...]:
    """The planned meetings that a sheet, an agenda or an invitation can be of, soonest first. Raises NotAllowed."""
    if not may(account.role, Verb.READ_MINUTES):
        raise NotAllowed(Verb.READ_MINUTES)
    own = None if may(account.role, Verb.LOG_ANY_MEETING) else account.person_id
    return work.meetings.lines(first=first, last=last or date.max, group_ids=group_ids or None, person_id=own, held=False, limit=limit)


def plan_agenda(
    work: UnitOfWork, account: Account, meeting_id: int, *, points: Sequence[str], change: Change = "all", now: datetime
) -> tuple[str, ...]:
    """Makes these the points of a planned meeting, or changes those that it has; returns those that it has now.

    Raises NotAllowed for whoever does not keep that group's meetings, NoSuchMeeting.
    """
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    meeting = reachable_meeting(work, account, meeting_id)
    groups = work.directory.groups([meeting.group_id]) if meeting.group_id else ()
    if meeting.state is not MeetingState.PLANNED:
        raise NoSuchMeeting
    if not may(account.role, Verb.LOG_ANY_MEETING) and not any(account.person_id in group.pilot_ids for group in groups):
        raise NotAllowed(Verb.LOG_ANY_MEETING)
    kept = changed_points(meeting.topics, points, change)
    if kept == meeting.topics:
        return kept
    work.meetings.plan_topics(meeting_id, kept)
    work.journal.note(account_id=account.id, verb="plan", noun="agenda", noun_id=meeting_id, now=now, detail=f"{len(kept)} point(s)")
    return kept


def changed_points(before: Sequence[str], told: Sequence[str], change: Change) -> tuple[str, ...]:
    """The points after the change; a point is known by its words, not by its length or speaker."""
    if change == "all":
        return tuple(told)
    if change == "add":
        known = {_key(point) for point in before}
        end = without_diverse(before)
        return (*before[:end], *(point for point in told if _key(point) not in known), *before[end:])
    meant = meant_points(before, told)
    stay = [point for point in before if point not in meant]
    if change == "remove":
        return tuple(stay)
    if change == "length":
        length = agenda_item(told[0]).minutes
        longer = [point for point in meant if length and agenda_item(point).minutes != length]
        return tuple(with_length(point, length) if length and point in longer else point for point in before)
    speaker = agenda_item(told[0]).speaker
    if change == "speaker":
        return tuple(with_speaker(point, speaker) if speaker and point in meant else point for point in before)
    end = without_diverse(stay)
    return (*meant, *stay) if change == "first" else (*stay[:end], *meant, *stay[end:])


def without_diverse(points: Sequence[str]) -> int:
    """How many points stand before « questions diverses », which an agenda ends with."""
    return len(points) - 1 if points and is_diverse(points[-1]) else len(points)


def meant_points(before: Sequence[str], told: Sequence[str]) -> list[str]:
    """Those of an agenda that are named: by their words, else by their rank (« point 2 », « dernier point »)."""
    keys = {_key(one) for one in told}
    ranked = {f"point {rank}": point for rank, point in enumerate(before, start=1)} | ({"dernier point": before[-1]} if before else {})
    by_rank = [ranked[key] for key in keys & ranked.keys() if not any(names_point(key, point) for point in before)]
    return [point for point in before if point in by_rank or any(names_point(one, point) for one in told)]


def names_point(told: str, point: str) -> bool:
    """Whether words name that point: « budget » the « Budget 2027 (30 min) »."""
    return f" {_key(told)} " in f" {_key(point)} "


def _key(point: str) -> str:
    return " ".join(fold(agenda_item(point).text).split())
