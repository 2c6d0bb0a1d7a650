"""How points are put off to the next agenda of a group, in words, and how that agenda takes them with one tap."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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

IN_HAND = timedelta(hours=1)  # how long a question about a meeting says whose points are put off


def told(room: Room, request: ParkPoints) -> Reply:
    """« point reporté : enquête »: of the group told, else of the meeting that she tells or has just told."""
    group_id = request.group_id or (_at_hand(room) if not request.group_candidates else None)
    if group_id is None:
        return Reply(text=words.OF_WHICH_GROUP)
    group = room.names.group(group_id)
    if request.deed == "drop":
        gone = acts.drop(room.work, room.account, group_id, points=request.points, now=room.now)
        return Reply(text=words.dropped(group, gone) if gone else words.not_waiting(group, request.points))
    update_id = room.visit.update_id
    parked = acts.park(room.work, room.account, group_id, request=request, update_id=update_id, today=room.today, now=room.now)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.PARKED_UNDO, group_id, 0, ".".join(map(str, (update_id, *parked.ranks)))))
    line = acts.next_for(room.work, group_id, left=parked.left, today=room.today)
    take = ((Button(label=buttons.TAKE_PARKED, tap=Tap(Do.PARKED_TAKE, line.id)),),) if line is not None else ()
    left = parked.left.day if parked.left is not None else None
    text = words.parked(group, parked.points, new=request.deed == "new", left=left, gone=len(parked.ranks))
    return Reply(text=text, keyboard=(*take, (undo,)))


def _at_hand(room: Room) -> int | None:
    """The group of the open card, else of the meeting that she was just asked about or has kept since."""
    draft = room.work.drafts.open_of(room.account.id)
    if draft is not None and len(draft.content.meetings) == 1:
        return draft.content.meetings[0].group_id
    entry = room.work.entries.last_of(room.account.id)
    asked = next((one for one in room.work.notices.all_asked(room.account.id) if not one.moot), None)
    since = max(room.now - IN_HAND, entry.kept_at) if entry is not None else room.now - IN_HAND
    if asked is not None and asked.meeting_id is not None and asked.changed_at is not None and asked.changed_at >= since:
        about = room.work.meetings.get(asked.meeting_id)
        return about.group_id if about is not None else None
    if entry is None or len(entry.meeting_ids) != 1 or room.now - entry.kept_at > TIME_TO_UNDO:
        return None
    meeting = room.work.meetings.get(entry.meeting_ids[0])
    return meeting.group_id if meeting is not None else None


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
    update_id, *ranks = map(int, tap.argument.split("."))
    acts.take_back(room.work, room.account, update_id=update_id, ranks=ranks, now=room.now)
    return Reply(text=words.undone(room.names.group(tap.subject)), in_place=True)


TAPS: dict[Do, Scene] = {Do.PARKED_TAKE: on_take, Do.PARKED_GIVE_BACK: on_give_back, Do.PARKED_UNDO: on_undo}
