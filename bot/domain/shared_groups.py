"""Which lines of one card ask for the same group: one answer fills the meeting and the hours told beside it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import DraftContent, Gap, HoursDraft, MeetingDraft


def shared(before: DraftContent, gap: Gap, after: DraftContent) -> DraftContent:
    """`after`, where the line that `gap` asks for has its group: every other line that asked for the same one gets it too."""
    asked = _line(before, gap)
    given = _line(after, gap)
    if given is None or asked is None or not (given.group_id is not None or given.no_group):
        return after
    alone = len(before.meetings) == 1 and gap.meeting is not None
    meetings = tuple(
        replace(m, group_id=given.group_id, no_group=given.no_group, group_candidates=()) if m is not given and _same(m, asked) else m
        for m in after.meetings
    )
    hours = tuple(
        replace(h, group_id=given.group_id, no_group=given.no_group, group_candidates=())
        if h is not given and h.axis is None and (_same(h, asked) or (alone and _untold(h, asked)))
        else h
        for h in after.hours
    )
    return replace(after, meetings=meetings, hours=hours)


def _line(content: DraftContent, gap: Gap) -> MeetingDraft | HoursDraft | None:
    lines: tuple[MeetingDraft | HoursDraft, ...] = content.hours if gap.hours is not None else content.meetings
    at = gap.hours if gap.hours is not None else gap.meeting or 0
    return lines[at] if at < len(lines) else None


def _words(line: MeetingDraft | HoursDraft) -> str | None:
    said = line.title if isinstance(line, MeetingDraft) else line.group_said
    return said.casefold() if said else None


def _open(line: MeetingDraft | HoursDraft) -> bool:
    return line.group_id is None and not line.no_group


def _same(line: MeetingDraft | HoursDraft, asked: MeetingDraft | HoursDraft) -> bool:
    """Whether both are told with the same words."""
    return _open(line) and _words(line) is not None and _words(line) == _words(asked)


def _untold(line: HoursDraft, asked: MeetingDraft | HoursDraft) -> bool:
    """Whether hours beside the only meeting name no group of their own."""
    return _open(line) and _words(line) is None and line.group_candidates == asked.group_candidates
