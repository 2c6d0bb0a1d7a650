"""What a button fills in the open card: each function gives the content as it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.actions.attendance import settled
from bot.actions.groups import own_first
from bot.actions.meetings import groups_she_may_log
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.contributions import Nature, NatureShare
from bot.domain.drafts import Draft, DraftContent, Field, Gap, HoursDraft, MeetingDraft
from bot.domain.shared_groups import shared
from bot.domain.territory import Account
from bot.ports import UnitOfWork

RECENT = 6  # groups of her last meetings that come first


def on_meeting(content: DraftContent, index: int, edit: Callable[[MeetingDraft], MeetingDraft]) -> DraftContent:
    """The content with that meeting edited."""
    return replace(content, meetings=tuple(edit(m) if i == index else m for i, m in enumerate(content.meetings)))


def on_hours(content: DraftContent, index: int, edit: Callable[[HoursDraft], HoursDraft]) -> DraftContent:
    """The content with that line of hours edited."""
    return replace(content, hours=tuple(edit(h) if i == index else h for i, h in enumerate(content.hours)))


def choose_group(content: DraftContent, gap: Gap, group_id: int | None) -> DraftContent:
    """The group is that one, or there is none; one answer serves the meeting and the hours told beside it."""
    none = group_id is None
    if gap.hours is not None:
        chosen = on_hours(content, gap.hours, lambda h: replace(h, group_id=group_id, group_candidates=(), no_group=none))
    else:
        chosen = on_meeting(content, gap.meeting or 0, lambda m: replace(m, group_id=group_id, group_candidates=(), no_group=none))
    return shared(content, gap, chosen)


def name_unknown_group(content: DraftContent, gap: Gap, words: str) -> DraftContent:
    """These words answer « which group »; the territory has no such group yet."""
    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, group_said=words))
    return on_meeting(content, gap.meeting or 0, lambda m: replace(m, title=words))


def choose_day(content: DraftContent, gap: Gap, day: date) -> DraftContent:
    """It was that day."""
    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, days=(day,), day_window=None, unsure=without(h.unsure, Field.DAY)))
    return on_meeting(
        content, gap.meeting or 0, lambda m: replace(m, day=day, day_candidates=(), day_window=None, unsure=without(m.unsure, Field.DAY))
    )


def choose_minutes(content: DraftContent, gap: Gap, minutes: int) -> DraftContent:
    """It lasted that long; a start that was said stays and gives the end."""
    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, minutes=minutes, minutes_by_convention=False))
    return on_meeting(content, gap.meeting or 0, lambda m: _lasting(m, minutes))


def _lasting(meeting: MeetingDraft, minutes: int) -> MeetingDraft:
    ends = meeting.ends
    if meeting.starts is not None:
        ends = (datetime.combine(date.min, meeting.starts) + timedelta(minutes=minutes)).time()
    return replace(meeting, minutes=minutes, ends=ends, minutes_by_convention=False, unsure=without(meeting.unsure, Field.DURATION))


def choose_headcount(content: DraftContent, gap: Gap, headcount: int) -> DraftContent:
    """They were that many."""
    return on_meeting(
        content,
        gap.meeting or 0,
        lambda m: replace(m, headcount=headcount, headcount_approximate=False, unsure=without(m.unsure, Field.HEADCOUNT)),
    )


def choose_nature(content: DraftContent, gap: Gap, nature: Nature | None) -> DraftContent:
    """All those whose nature the directory does not tell gave their time under that title; None: it is still to be told."""
    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, nature=nature))
    shares = (NatureShare(nature=nature),) if nature is not None else ()
    return on_meeting(content, gap.meeting or 0, lambda m: replace(m, natures=shares))


def choose_candidate(content: DraftContent, gap: Gap, chosen: int | None) -> DraftContent:
    """The first undecided name is that candidate; None: somebody whom the directory does not know. Raises OldButton for another."""

    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, person_id=chosen, person_candidates=()))
    return on_meeting(content, gap.meeting or 0, lambda m: settled(m, chosen))


def toggle_person(content: DraftContent, index: int, person_id: int) -> DraftContent:
    """One tap more on a name: not listed → present → excused → not listed; the author of the meeting is just there or not."""

    def edit(meeting: MeetingDraft) -> MeetingDraft:
        if person_id == meeting.author_id:
            return replace(meeting, author_present=not meeting.author_present)
        known = next((p for p in meeting.people if p.person_id == person_id), None)
        others = tuple(p for p in meeting.people if p.person_id != person_id)
        if known is None:
            return replace(meeting, people=(*meeting.people, Presence(person_id=person_id)))
        after = _tapped(known)
        return replace(meeting, people=(*others, after) if after else others)

    return on_meeting(content, index, edit)


def toggle_line(content: DraftContent, index: int, place: int) -> DraftContent:
    """One tap more on a line of the list that is nobody of the directory: present → excused → gone."""

    def edit(meeting: MeetingDraft) -> MeetingDraft:
        after = _tapped(meeting.people[place])
        return replace(meeting, people=(*meeting.people[:place], *((after,) if after else ()), *meeting.people[place + 1 :]))

    return on_meeting(content, index, edit)


def _tapped(presence: Presence) -> Presence | None:
    """What becomes of somebody listed at one tap more; None: nobody."""
    return replace(presence, state=AttendanceState.EXCUSED) if presence.state is AttendanceState.PRESENT else None


def all_present(content: DraftContent, index: int, person_ids: tuple[int, ...]) -> DraftContent:
    """Everybody of the group was there; the taps that follow say « sauf… »."""

    def edit(meeting: MeetingDraft) -> MeetingDraft:
        others = tuple(p for p in meeting.people if p.person_id not in person_ids)
        there = tuple(Presence(person_id=i) for i in person_ids if i != meeting.author_id)
        return replace(meeting, people=(*others, *there), author_present=meeting.author_present or meeting.author_id in person_ids)

    return on_meeting(content, index, edit)


def without(unsure: tuple[Field, ...], field: Field) -> tuple[Field, ...]:
    """The doubts less that one, since it was answered."""
    return tuple(f for f in unsure if f is not field)


def groups_to_offer(work: UnitOfWork, account: Account, *, draft: Draft, gap: Gap) -> tuple[int, ...]:
    """The groups to choose from, best first: those that the words fit, else all that she may log, those of her last meetings first."""
    item = draft.content.hours[gap.hours] if gap.hours is not None else draft.content.meetings[gap.meeting or 0]
    if item.group_candidates:
        within = None if gap.hours is not None else {group.id for group in groups_she_may_log(work, account)}
        return tuple(g for g in item.group_candidates if within is None or g in within)
    listed = own_first(work, account.person_id) if gap.hours is not None else groups_she_may_log(work, account)
    offered = [group.id for group in listed]
    recent = [group for group in work.meetings.recent_groups(account.person_id, limit=RECENT) if group in offered]
    return (*recent, *(group for group in offered if group not in recent))
