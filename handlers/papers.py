"""How papers of meetings are asked for: commands, plain sentences and 📄; how an agenda is given; how far minutes go."""

from __future__ import annotations

from datetime import date

from bot.actions import papers as acts
from bot.actions.groups import own_first
from bot.actions.meetings import past_meetings
from bot.actions.minutes import move_minutes
from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Convening
from bot.domain.decision_records import DecisionRecord
from bot.domain.errors import NoSuchMeeting
from bot.domain.groups import Group
from bot.domain.meetings import MeetingLine
from bot.domain.minutes import MinutesState
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.requests import AskMinutes, AskPaper
from bot.ports import OutboxKind
from bot.texts import papers
from handlers import documents
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.paper_keyboards import EACH, KINDS, LETTERS, paper_button
from handlers.replies import Button, Reply
from handlers.room import Room

A_PAGE = 8
MEETINGS_SHOWN, GROUPS_SHOWN = 5, 4


def on_decisions(room: Room) -> Reply:
    """/decisions: the last meetings and her groups, to choose one."""
    lines = past_meetings(room.work, room.account, limit=MEETINGS_SHOWN)
    offered = [_of_meeting(PaperKind.DECISIONS, line) for line in lines]
    groups = own_first(room.work, room.account.person_id)[:GROUPS_SHOWN]
    offered += [_of_group(room, group) for group in groups]
    return Reply(text=papers.WHICH_DECISIONS, keyboard=rows(offered, 1))


def on_signing_sheet(room: Room) -> Reply:
    """/emargement: the meetings to come, to choose one."""
    return _planned(room, AskPaper(kind=PaperKind.SIGNING_SHEET))


def on_agenda_paper(room: Room) -> Reply:
    """/odj: the meetings to come, to choose one."""
    return _planned(room, AskPaper(kind=PaperKind.AGENDA))


def on_invitation_paper(room: Room) -> Reply:
    """/convocation: the meetings to come, to choose one."""
    return _planned(room, AskPaper(kind=PaperKind.INVITATION))


def _of_meeting(kind: PaperKind, line: MeetingLine) -> Button:
    label = papers.decisions_button if kind is PaperKind.DECISIONS else papers.planned_button
    return Button(label=short(label(line)), tap=Tap(Do.PAPER, line.id, 0, LETTERS[kind]))


def _of_group(room: Room, group: Group) -> Button:
    return Button(label=short(papers.group_button(group.name, room.today.year)), tap=Tap(Do.GROUP_DECISIONS, group.id))


def asked(room: Room, request: AskPaper) -> Reply:
    """« les décisions du GT Diabète depuis janvier », « la feuille d'émargement du Copil de mardi », « l'invitation pour jeudi »."""
    return _decisions(room, request) if request.kind is PaperKind.DECISIONS else _planned(room, request)


def _decisions(room: Room, request: AskPaper) -> Reply:
    groups = request.group_candidates or ((request.group_id,) if request.group_id else ())
    if request.which in ("last", "date") and request.axis is None:
        first, last = (request.first, request.last) if request.which == "date" else (None, None)
        found = past_meetings(room.work, room.account, group_ids=groups, first=first, last=last, limit=A_PAGE)
        chosen = found[:1] if request.which == "last" and len(groups) == 1 else found
        if len(chosen) == 1:
            return _made(room, PaperOrder(kind=PaperKind.DECISIONS, meeting_id=chosen[0].id))
        if chosen:
            return _choice(PaperKind.DECISIONS, chosen, narrowed=True)
        asked_of_minutes = AskMinutes(group_id=request.group_id, group_candidates=request.group_candidates, which="date", day=first)
        return documents.asked(room, asked_of_minutes)
    if len(groups) > 1:
        offered = [_of_group(room, group) for group in room.work.directory.groups(groups)[:A_PAGE]]
        return Reply(text=papers.WHICH_DECISIONS, keyboard=rows(offered, 1))
    first = request.first if request.which == "period" else date(room.today.year, 1, 1)
    last = request.last or room.today
    return _made(room, PaperOrder(kind=PaperKind.DECISIONS, group_ids=groups, axis=request.axis, first=first, last=last))


def on_group_decisions(room: Room) -> Reply:
    """⚖️ below /decisions: those of one group since the first of January."""
    assert room.visit.tap is not None
    first = date(room.today.year, 1, 1)
    return _made(room, PaperOrder(kind=PaperKind.DECISIONS, group_ids=(room.visit.tap.subject,), first=first, last=room.today))


def _planned(room: Room, request: AskPaper) -> Reply:
    """A paper of a meeting to come: at once when one fits, even one that nobody planned if its group and day are told."""
    groups = request.group_candidates or ((request.group_id,) if request.group_id else ())
    first = max(request.first, room.today) if request.first and request.last != request.first else request.first or room.today
    lines = acts.meetings_for_papers(room.work, room.account, group_ids=groups, first=first, last=request.last, limit=A_PAGE)
    alone = request.which != "any" or bool(groups)
    soonest = lines[:1] if request.which in ("next", "any") and len(groups) == 1 else lines
    if alone and len(soonest) == 1:
        return _made(room, _order(request, meeting_id=soonest[0].id))
    ahead = request.first is not None and request.first >= room.today
    if not lines and len(groups) == 1 and request.which == "date" and ahead and request.kind is not PaperKind.AGENDA:
        return _made(room, _order(request, group_ids=groups, first=request.first))
    return _choice(request.kind, lines, narrowed=alone)


def _order(request: AskPaper, *, meeting_id: int | None = None, group_ids: tuple[int, ...] = (), first: date | None = None) -> PaperOrder:
    return PaperOrder(
        kind=request.kind,
        meeting_id=meeting_id,
        group_ids=group_ids,
        first=first,
        starts=request.starts if meeting_id is None else None,
        ends=request.ends if meeting_id is None else None,
        each=request.each,
        reply_by=request.reply_by,
        place_id=request.place_id if meeting_id is None else None,
        place_said=request.place_said if meeting_id is None else None,
        commune=request.commune if meeting_id is None else None,
    )


def _choice(kind: PaperKind, lines: tuple[MeetingLine, ...], *, narrowed: bool) -> Reply:
    offered = [_of_meeting(kind, line) for line in lines]
    return Reply(text=papers.which_meeting(kind, lines, narrowed=narrowed), keyboard=rows(offered, 1))


def on_paper(room: Room) -> Reply:
    """📄 or ⚖️: that document of that meeting."""
    tap = room.visit.tap
    assert tap is not None
    each = tap.argument == EACH
    kind = PaperKind.INVITATION if each else KINDS[tap.argument]
    return _made(room, PaperOrder(kind=kind, meeting_id=tap.subject, each=each))


def on_paper_again(room: Room) -> Reply:
    """📄 below a failure: the same document, as things stand now."""
    assert room.visit.tap is not None
    acts.order_again(room.work, room.account, room.visit.tap.subject, now=room.now)
    return Reply(toast=papers.ON_ITS_WAY, delivers=True)


def _made(room: Room, order: PaperOrder) -> Reply:
    """The document is ordered, and named; what would be empty is said instead."""
    acts.check_may_have(room.work, room.account, order)
    said = acts.written_paper(room.work, room.account, order, on=room.today)
    if said is None or isinstance(said, AnnualReview):  # a review is asked for elsewhere
        raise NoSuchMeeting
    if isinstance(said, DecisionRecord) and not said.decisions:
        return Reply(text=papers.nothing_decided(said))
    if order.kind is PaperKind.AGENDA and isinstance(said, Convening) and not said.items:
        return Reply(text=papers.empty_agenda(said.instance, said.day))
    if order.each and isinstance(said, Convening) and not said.each:
        beside = ((paper_button(PaperKind.INVITATION, order.meeting_id),),) if order.meeting_id else ()
        return Reply(text=papers.nobody_to_write_to(said.instance, said.day), keyboard=beside)
    acts.order_paper(room.work, room.account, order, now=room.now)
    return Reply(text=papers.coming(order, said), delivers=True)


def on_move_minutes(room: Room) -> Reply:
    """✅ Relu, ✅ Diffusé, ✅ Validé below minutes, or one step back: the document comes again in its new state."""
    tap = room.visit.tap
    assert tap is not None
    meeting, fresh = move_minutes(room.work, room.account, tap.subject, to=MinutesState[tap.argument], version=tap.version, now=room.now)
    if not fresh:
        return Reply(toast=papers.ALREADY_THERE)
    room.work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=room.account.chat_id, subject_id=meeting.id, entry_id=None, now=room.now)
    return Reply(toast=papers.moved(meeting.minutes_state), delivers=True)
