"""The agenda of a planned meeting, and its points one by one: of the meeting that is told, or of one that she looked at lately."""

from __future__ import annotations

from zlib import crc32

from bot.actions import papers as acts
from bot.actions.in_hand import look, looked_lately
from bot.actions.plans import planned_meeting
from bot.domain.convenings import Change, PlanAgenda, agenda_item, with_length
from bot.domain.errors import NoSuchMeeting
from bot.domain.meetings import Meeting, MeetingLine, MeetingState
from bot.domain.papers import PaperKind
from bot.domain.requests import CorrectDraft, Hearing, NotForMe, Request, UpdateAttendance
from bot.texts import papers
from bot.understanding.shown import may_change_point, moves_point, read_shown
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.paper_keyboards import paper_button
from handlers.replies import Button, Reply
from handlers.room import Room, Scene

MOST_READ, MOST_OFFERED = 24, 8
_LETTERS: dict[str, Change] = {"r": "remove", "l": "length", "f": "first", "e": "last"}  # of what stands there already


def planned_agenda(room: Room, request: PlanAgenda, *, among: tuple[int, ...] = ()) -> Reply:
    """« ordre du jour du Copil de mardi : bilan 20 min, budget »: kept for the meeting to come that is meant; `among`: one of those."""
    if not request.points:
        return Reply(text=papers.WHICH_POINT)
    groups = request.group_candidates or ((request.group_id,) if request.group_id else ())
    lines = _lines(room, request, groups, among)
    bearing = [line for line in lines if _bears(room, line, request)] if request.change in _LETTERS.values() else []
    one_group = request.day is None and len(groups) == 1
    meant = (bearing or list(lines))[: 1 if one_group else None]
    if len(meant) > 1:
        return _which(room, meant, request, found=bool(bearing))
    if not meant:
        label = room.names.group(groups[0]) if len(groups) == 1 else None
        return Reply(text=papers.no_agenda_for(label))
    return _changed(room, meant[0], request)


def _lines(room: Room, request: PlanAgenda, groups: tuple[int, ...], among: tuple[int, ...]) -> tuple[MeetingLine, ...]:
    """The planned meetings that may be meant, the soonest first."""
    days = [meeting.day for one in among if (meeting := room.work.meetings.get(one)) is not None]
    first, last = (min(days), max(days)) if days else (request.day or room.today, request.day)
    lines = acts.meetings_for_papers(room.work, room.account, group_ids=groups, first=first, last=last, limit=MOST_READ)
    return tuple(line for line in lines if not among or line.id in among)


def _points(room: Room, line: MeetingLine) -> tuple[str, ...]:
    meeting = room.work.meetings.get(line.id)
    return meeting.topics if meeting is not None else ()


def _ranks(points: tuple[str, ...], told: tuple[str, ...]) -> list[int]:
    """Which of these points those words name."""
    meant = acts.meant_points(points, told)
    return [n for n, point in enumerate(points) if point in meant]


def _bears(room: Room, line: MeetingLine, request: PlanAgenda) -> bool:
    return bool(_ranks(_points(room, line), request.points))


def _which(room: Room, lines: list[MeetingLine], request: PlanAgenda, *, found: bool) -> Reply:
    """The meetings whose agenda bears the point, each a button that changes it; those of the group, to look at, when none does."""
    if not found and request.change not in _LETTERS.values():
        return Reply(text=papers.AGENDA_FOR_WHICH)
    letter = next((letter for letter, change in _LETTERS.items() if change == request.change), "")
    minutes = agenda_item(request.points[0]).minutes or 0
    offered = []
    for line in lines[:MOST_OFFERED]:
        points = _points(room, line)
        argument = ".".join([f"{letter}{minutes}", *map(str, _ranks(points, request.points)[:MOST_OFFERED])])
        change = Tap(Do.AGENDA_POINT, line.id, _print(points), argument)
        tap = change if found else Tap(Do.PLANNED_OPEN, line.id)
        offered.append(Button(label=short(papers.planned_button(line)), tap=tap))
    text = papers.AGENDA_OF_WHICH if found else papers.on_no_agenda(request.points)
    return Reply(text=text, keyboard=rows(offered, 1))


def _print(points: tuple[str, ...]) -> int:
    """What tells these points from any others, as short as a button bears it."""
    return crc32("\n".join(points).encode()) % 1_000_000_000


def _changed(room: Room, line: MeetingLine, request: PlanAgenda) -> Reply:
    before = _points(room, line)
    points = acts.plan_agenda(room.work, room.account, line.id, points=request.points, change=request.change, now=room.now)
    look(room.work, room.account, line.id, update_id=room.visit.update_id, now=room.now)
    if request.change != "all" and points == before:
        there = bool(_ranks(points, request.points))
        return Reply(text=papers.agenda_unchanged(line, points, request.points, there=request.change == "add", same=there))
    beside = (paper_button(PaperKind.AGENDA, line.id), paper_button(PaperKind.INVITATION, line.id))
    return Reply(text=papers.agenda_kept(line, points), keyboard=(beside,))


def told_lately(room: Room, read: Request | None = None) -> Reply | None:
    """« mets le budget en premier », « le bilan passe à 40 min », a while after an agenda was shown: of the one that bears that point.

    `read`: what it was taken for otherwise; where that changes no card « enlève le logo » too, and a point that no such agenda bears.
    """
    at_last = isinstance(read, NotForMe | UpdateAttendance) or (isinstance(read, CorrectDraft) and not read.changed)
    if not may_change_point(room.visit.text) or (read is not None and not at_last):
        return None
    meetings = [room.work.meetings.get(one) for one in looked_lately(room.work, room.account, now=room.now)]
    ahead = {one.id: one for one in meetings if one is not None and one.state is MeetingState.PLANNED and not _begun(room, one)}
    if not ahead and not (at_last and moves_point(room.visit.text)):
        return None
    heard = read_shown(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    if not isinstance(heard, PlanAgenda) or heard.change not in ("length", "first", "last", "remove"):
        return None
    bearing = tuple(one for one, meeting in ahead.items() if _ranks(meeting.topics, heard.points))
    if bearing:
        return planned_agenda(room, heard, among=bearing) if at_last or heard.change != "remove" else None
    return Reply(text=papers.of_which_agenda(heard.points[0])) if at_last and heard.change in ("first", "last") else None


def _begun(room: Room, meeting: Meeting) -> bool:
    """Whether it was held already, or is: what is said of its points is of its card."""
    here = room.now_there
    return meeting.day < here.date() or (meeting.day == here.date() and meeting.starts is not None and meeting.starts <= here.time())


def on_point(room: Room) -> Reply:
    """The meeting of which that point is changed, as its agenda stood when the button was drawn."""
    tap = room.visit.tap
    assert tap is not None
    meeting = planned_meeting(room.work, tap.subject)
    if _print(meeting.topics) != tap.version:
        return Reply(toast=papers.AGENDA_MOVED)
    what, *ranks = tap.argument.split(".")
    minutes = int(what[1:])
    points = tuple(meeting.topics[int(rank)] for rank in ranks)
    told = tuple(with_length(point, minutes) for point in points) if minutes else points
    lines = _lines(room, PlanAgenda(points=told), (), (meeting.id,))
    if not lines:
        raise NoSuchMeeting
    shown = _changed(room, lines[0], PlanAgenda(points=told, change=_LETTERS[what[0]]))
    return Reply(text=shown.text, keyboard=shown.keyboard, in_place=True)


TAPS: dict[Do, Scene] = {Do.AGENDA_POINT: on_point}
