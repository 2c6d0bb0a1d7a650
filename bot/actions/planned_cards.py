"""What the card of a planned meeting holds before anybody tells it, and when that meeting ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.agenda import AgendaLine
from bot.domain.attendance import Presence
from bot.domain.convenings import agenda_item
from bot.domain.drafts import DraftContent, MeetingDraft
from bot.domain.meetings import Meeting
from bot.ports import UnitOfWork

USUAL_LENGTH = timedelta(hours=2)
END_OF_DAY = time(17)  # of a meeting whose hours nobody told


def planned_end(meeting: Meeting | AgendaLine) -> datetime:
    """When a planned meeting ends, on the clocks of its territory; past midnight when it ends before it starts."""
    if meeting.ends is None:
        begins = datetime.combine(meeting.day, meeting.starts) if meeting.starts else None
        return begins + USUAL_LENGTH if begins else datetime.combine(meeting.day, END_OF_DAY)
    ends = datetime.combine(meeting.day, meeting.ends)
    return ends + timedelta(days=1) if meeting.starts is not None and meeting.ends <= meeting.starts else ends


def filled(meeting: Meeting, *, author_id: int, away: tuple[Presence, ...] = ()) -> MeetingDraft:
    """The card of a planned meeting as it was planned, with those who excused themselves beforehand (`away`).

    Who came is not known, and nobody is put down as present but the one who tells.
    """
    length = planned_end(meeting) - datetime.combine(meeting.day, meeting.starts) if meeting.starts and meeting.ends else None
    return MeetingDraft(
        author_id=author_id,
        group_id=meeting.group_id,
        no_group=meeting.group_id is None,
        title=meeting.title,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        minutes=int(length.total_seconds()) // 60 if length else None,
        place_id=meeting.place_id,
        place_said=meeting.place_said,
        commune=meeting.commune,
        people=away,
        topics=_points(meeting),
    )


def _points(meeting: Meeting) -> tuple[str, ...]:
    """What an agenda is about: how long each point was meant to take, and who was to tell it, is no news."""
    return tuple(agenda_item(topic).text for topic in meeting.topics)


def agenda_of(work: UnitOfWork, content: DraftContent | None) -> tuple[str, ...]:
    """The points that were planned for the meeting of a card, as a filled card bears them."""
    told = content.meetings[0] if content is not None and len(content.meetings) == 1 else None
    if told is None or told.group_id is None or told.day is None:
        return ()
    planned = work.meetings.planned_on(told.group_id, told.day)
    return _points(planned) if planned is not None else ()


def with_planned_start(work: UnitOfWork, content: DraftContent) -> DraftContent:
    """The card of « 6 présents, fini à 15h10 » with the start of the one meeting of that group that waits on that day."""
    told = content.meetings[0] if len(content.meetings) == 1 else None
    if told is None or told.group_id is None or told.day is None or told.starts or told.ends is None or told.minutes is not None:
        return content
    lines = work.meetings.agenda(first=told.day, last=told.day, group_ids=(told.group_id,))
    starts = [line.starts for line in lines if line.starts is not None and line.starts < told.ends]
    if len(starts) != 1:
        return content
    length = datetime.combine(told.day, told.ends) - datetime.combine(told.day, starts[0])
    return replace(content, meetings=(replace(told, starts=starts[0], minutes=int(length.total_seconds()) // 60),))


def as_stood(meeting: Meeting) -> str:
    """Its day and hours, as a ↩︎ and the journal bear them."""
    hours = "".join(at.strftime("%H%M") if at else "----" for at in (meeting.starts, meeting.ends))
    return f"{meeting.day:%Y%m%d}{hours}"


def stood_at(words: str) -> tuple[date, time | None, time | None] | None:
    """The day and hours that such words tell."""
    if len(words) != 16:
        return None
    day = datetime.strptime(words[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    starts, ends = (None if at == "----" else time(int(at[:2]), int(at[2:])) for at in (words[8:12], words[12:]))
    return day, starts, ends
