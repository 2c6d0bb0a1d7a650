"""How points are put off to the next agenda of a group, in words, and how that agenda takes them with one tap."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.actions import parked as acts
from bot.actions.agenda import planned_line
from bot.actions.entries import TIME_TO_UNDO
from bot.domain.parked import ParkPoints
from bot.texts import buttons
from bot.texts import parked as words
from bot.texts.plans import NO_TITLE
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Reply
from handlers.room import Room, Scene


def told(room: Room, request: ParkPoints) -> Reply:
    """« point reporté : enquête »: of the group told, else of the meeting that she tells or has just told."""
    group_id = request.group_id or (_at_hand(room) if not request.group_candidates else None)
    if group_id is None:
        return Reply(text=words.OF_WHICH_GROUP)
    update_id = room.visit.update_id
    points = acts.park(room.work, room.account, group_id, points=request.points, update_id=update_id, now=room.now)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.PARKED_UNDO, group_id, 0, str(update_id)))
    return Reply(text=words.parked(room.names.group(group_id), points), keyboard=(*_take(room, group_id), (undo,)))


def _at_hand(room: Room) -> int | None:
    """The group of the open card, else of the meeting that was kept just before."""
    draft = room.work.drafts.open_of(room.account.id)
    if draft is not None and len(draft.content.meetings) == 1:
        return draft.content.meetings[0].group_id
    entry = room.work.entries.last_of(room.account.id)
    if entry is None or len(entry.meeting_ids) != 1 or room.now - entry.kept_at > TIME_TO_UNDO:
        return None
    meeting = room.work.meetings.get(entry.meeting_ids[0])
    return meeting.group_id if meeting is not None else None


def _take(room: Room, group_id: int) -> tuple[tuple[Button, ...], ...]:
    """➕ when the next meeting of the group is planned."""
    lines = room.work.meetings.agenda(first=room.today, last=date.max, group_ids=(group_id,))
    return ((Button(label=buttons.TAKE_PARKED, tap=Tap(Do.PARKED_TAKE, lines[0].id)),),) if lines else ()


def on_take(room: Room) -> Reply:
    """➕: the agenda of the planned meeting takes all that waits."""
    tap = room.visit.tap
    assert tap is not None
    line = planned_line(room.work, room.account, tap.subject)
    taken = acts.take_in(room.work, room.account, line.id, today=room.today, now=room.now)
    mark = f"{taken.many}.{taken.mark:x}.{int(room.now.timestamp()):x}"
    undo = Button(label=buttons.UNDO, tap=Tap(Do.PARKED_GIVE_BACK, line.id, 0, mark))
    page = Button(label=buttons.BACK, tap=Tap(Do.PLANNED_OPEN, line.id))
    keyboard = (((undo, page)) if taken.many else (page,),)
    return Reply(text=words.taken(line.label or NO_TITLE, taken.points), keyboard=keyboard, in_place=True)


def on_give_back(room: Room) -> Reply:
    """↩︎: the agenda is as before, and the points wait again."""
    tap = room.visit.tap
    assert tap is not None
    many, mark, since = tap.argument.split(".")
    line = planned_line(room.work, room.account, tap.subject)
    moment = datetime.fromtimestamp(int(since, 16), UTC)
    acts.give_back(room.work, room.account, line.id, many=int(many), mark=int(mark, 16), since=moment, now=room.now)
    return Reply(text=words.undone(line.label or NO_TITLE), in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎: that message put nothing off."""
    tap = room.visit.tap
    assert tap is not None
    acts.take_back(room.work, room.account, update_id=int(tap.argument), now=room.now)
    return Reply(text=words.undone(room.names.group(tap.subject)), in_place=True)


TAPS: dict[Do, Scene] = {Do.PARKED_TAKE: on_take, Do.PARKED_GIVE_BACK: on_give_back, Do.PARKED_UNDO: on_undo}
