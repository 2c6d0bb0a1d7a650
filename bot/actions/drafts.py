"""How a card lives before it is kept: made, corrected, asked about, dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.actions.attendance import settled, with_attendance
from bot.actions.contributions import check_whose
from bot.actions.groups import own_first
from bot.actions.meetings import check_may_log, draft_of, groups_she_may_log
from bot.actions.merging import merged
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import (
    Draft,
    DraftContent,
    DraftState,
    Field,
    Gap,
    HoursDraft,
    MeetingDraft,
    next_question,
)
from bot.domain.errors import DraftGone, DraftMoved, NoSuchMeeting, NotAllowed
from bot.domain.meetings import Meeting
from bot.domain.permissions import Verb, may
from bot.domain.requests import UpdateAttendance
from bot.domain.territory import Account
from bot.ports import UnitOfWork

GUIDED_MEETING = (Field.PEOPLE, Field.PLACE, Field.DECISIONS, Field.ACTIONS, Field.NEXT_MEETING)
GUIDED_HOURS = (Field.PART,)


def start_draft(work: UnitOfWork, account: Account, content: DraftContent, *, update_id: int, now: datetime) -> Draft:
    """A new card from a message; the same update handled twice finds its card again. Raises NotAllowed."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    return _begin(work, account, content, update_id=update_id, now=now)


def _begin(
    work: UnitOfWork, account: Account, content: DraftContent, *, update_id: int, now: datetime, resumes: int | None = None
) -> Draft:
    _check_may_begin(account, content)
    _check_reach(work, account, content)
    signed = replace(content, meetings=tuple(replace(m, author_id=m.author_id or account.person_id) for m in content.meetings))
    return _asking(work, work.drafts.add(account_id=account.id, content=signed, update_id=update_id, resumes=resumes, now=now), now=now)


def start_guided(work: UnitOfWork, account: Account, *, hours: bool, update_id: int, now: datetime) -> Draft:
    """An empty card that asks everything, with the optional parts proposed after the necessary ones. Raises NotAllowed."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    content = DraftContent(hours=(HoursDraft(),)) if hours else DraftContent(meetings=(MeetingDraft(author_id=account.person_id),))
    _check_may_begin(account, content)
    draft = work.drafts.add(account_id=account.id, content=content, update_id=update_id, now=now)
    return _asking(work, replace(draft, to_ask=GUIDED_HOURS if hours else GUIDED_MEETING), now=now)


def reopen_meeting(work: UnitOfWork, account: Account, meeting_id: int, *, update_id: int, now: datetime) -> Draft:
    """A card to correct a kept meeting; her open one if she has begun to, brought up to date. Raises NoSuchMeeting, NotAllowed."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    meeting = work.meetings.get(meeting_id)
    if meeting is None or meeting.state != "tenue":
        raise NoSuchMeeting
    content = DraftContent(meetings=(draft_of(meeting),))
    if meeting.author_id != account.person_id:
        check_may_log(work, account, content.meetings[0])
    begun = work.drafts.amending(account.id, meeting_id)
    if begun is not None:
        return catch_up(work, begun, meeting, now=now)
    draft = work.drafts.add(account_id=account.id, content=content, update_id=update_id, amends=meeting_id, now=now)
    return work.drafts.save(replace(draft, amends_version=meeting.minutes_version, before=content, touched_at=now))


def catch_up(work: UnitOfWork, draft: Draft, meeting: Meeting, *, now: datetime) -> Draft:
    """The draft that corrects this meeting, with what others corrected since and what she changed herself."""
    base = DraftContent(meetings=(draft_of(meeting),))
    content = draft.content
    if draft.amends_version != meeting.minutes_version and draft.before is not None:
        first = merged(content.meetings[0], draft.before.meetings[0], base.meetings[0])
        content = replace(content, meetings=(first, *content.meetings[1:]))
    return work.drafts.save(replace(draft, content=content, amends_version=meeting.minutes_version, before=base, touched_at=now))


def resume_draft(work: UnitOfWork, account: Account, draft_id: int, *, update_id: int, now: datetime) -> Draft:
    """A new card with what ↩︎ took back, once; a correction is proposed again on the meeting as it is now.

    Raises DraftGone, and what opening such a card raises.
    """
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    undone = work.drafts.get(draft_id)
    if undone is None or undone.account_id != account.id or undone.state is not DraftState.KEPT or work.entries.of_draft(draft_id):
        raise DraftGone
    again = work.drafts.resuming(draft_id)
    if again is not None and again.state is DraftState.OPEN:
        return again
    if again is not None and work.entries.of_draft(again.id):
        raise DraftGone
    if undone.amends is None or undone.before is None:
        return _begin(work, account, undone.content, update_id=update_id, resumes=draft_id, now=now)
    draft = reopen_meeting(work, account, undone.amends, update_id=update_id, now=now)
    first = merged(undone.content.meetings[0], undone.before.meetings[0], draft.content.meetings[0])
    content = replace(undone.content, meetings=(first, *undone.content.meetings[1:]))
    return _asking(work, replace(draft, content=content, resumes=draft_id), now=now)


def amend_attendance(work: UnitOfWork, account: Account, request: UpdateAttendance, *, update_id: int, now: datetime) -> Draft:
    """A card that shows a kept meeting with the change asked for. Raises NoSuchMeeting, NotAllowed."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    meeting = work.meetings.last_held_by(account.person_id, day=request.day if request.which == "date" else None, group_id=request.group_id)
    if meeting is None:
        raise NoSuchMeeting
    draft = reopen_meeting(work, account, meeting.id, update_id=update_id, now=now)
    lines = (*draft.content.meetings[0].people, *request.add, *request.away, *request.remove)
    structures = work.directory.structures({p.structure_id for p in lines if p.structure_id})
    changed = with_attendance(draft.content.meetings[0], request, structures)
    return _asking(work, replace(draft, content=replace(draft.content, meetings=(changed,))), now=now)


def _check_may_begin(account: Account, content: DraftContent) -> None:
    if content.meetings and not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    if content.hours and not may(account.role, Verb.LOG_OWN_HOURS):
        raise NotAllowed(Verb.LOG_OWN_HOURS)


def _check_reach(work: UnitOfWork, account: Account, content: DraftContent) -> None:
    """Raises NotAllowed as soon as a group or a person is known that is beyond her role, not after a card was filled in vain."""
    for meeting in content.meetings:
        if meeting.group_id is not None:
            check_may_log(work, account, meeting)
    for hours in content.hours:
        check_whose(hours, account=account)


def _asking(work: UnitOfWork, draft: Draft, *, now: datetime) -> Draft:
    return work.drafts.save(replace(draft, asked=next_question(draft), touched_at=now))


def open_draft(work: UnitOfWork, account: Account, *, draft_id: int, version: int) -> Draft:
    """The draft that a button speaks of. Raises DraftGone, DraftMoved."""
    draft = work.drafts.get(draft_id)
    if draft is None or draft.account_id != account.id or draft.state is not DraftState.OPEN:
        raise DraftGone
    if draft.version != version:
        raise DraftMoved
    return draft


def change(work: UnitOfWork, draft: Draft, content: DraftContent, *, answered: Field | None, now: datetime) -> Draft:
    """The card with that content; an answered optional question is not asked again, and the next one opens."""
    return _asking(work, replace(draft, content=content, to_ask=tuple(f for f in draft.to_ask if f is not answered)), now=now)


def ask(work: UnitOfWork, draft: Draft, gap: Gap | None, *, now: datetime) -> Draft:
    """Opens a question because she wants to correct that part; None goes back to the card."""
    return work.drafts.save(replace(draft, asked=gap or next_question(draft), touched_at=now))


def look_at(work: UnitOfWork, draft: Draft, *, now: datetime) -> Draft:
    """The same card, which is now the one that she touched last."""
    return work.drafts.save(replace(draft, touched_at=now))


def drop(work: UnitOfWork, draft: Draft, *, now: datetime) -> Draft:
    """Gives the draft up; nothing of it is kept."""
    emptied = replace(draft, asked=None, to_ask=(), content=DraftContent(), before=None)
    return work.drafts.save(replace(emptied, state=DraftState.DROPPED, touched_at=now))


# --- answers by button ------------------------------------------------------------------------------------------------


def on_meeting(content: DraftContent, index: int, edit: Callable[[MeetingDraft], MeetingDraft]) -> DraftContent:
    """The content with that meeting edited."""
    return replace(content, meetings=tuple(edit(m) if i == index else m for i, m in enumerate(content.meetings)))


def on_hours(content: DraftContent, index: int, edit: Callable[[HoursDraft], HoursDraft]) -> DraftContent:
    """The content with that line of hours edited."""
    return replace(content, hours=tuple(edit(h) if i == index else h for i, h in enumerate(content.hours)))


def choose_group(content: DraftContent, gap: Gap, group_id: int | None) -> DraftContent:
    """The group is that one, or there is none."""
    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, group_id=group_id, group_candidates=(), no_group=group_id is None))
    return on_meeting(content, gap.meeting or 0, lambda m: replace(m, group_id=group_id, group_candidates=(), no_group=group_id is None))


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
        if known.state is AttendanceState.PRESENT:
            return replace(meeting, people=(*others, replace(known, state=AttendanceState.EXCUSED)))
        return replace(meeting, people=others)

    return on_meeting(content, index, edit)


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
    """The groups to choose from, best first: those that the words fit, else hers, else all that she may log."""
    item = draft.content.hours[gap.hours] if gap.hours is not None else draft.content.meetings[gap.meeting or 0]
    if item.group_candidates:
        within = None if gap.hours is not None else {group.id for group in groups_she_may_log(work, account)}
        return tuple(g for g in item.group_candidates if within is None or g in within)
    if gap.hours is not None:
        return tuple(group.id for group in own_first(work, account.person_id))
    return tuple(group.id for group in groups_she_may_log(work, account))
