"""How a card lives before it is kept: made, corrected, asked about, dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.attendance import with_attendance
from bot.actions.contributions import check_whose
from bot.actions.groups import withdraw_made
from bot.actions.meetings import check_may_log, draft_of
from bot.actions.merging import merged
from bot.actions.planned_cards import with_planned_start
from bot.domain.drafts import (
    Draft,
    DraftContent,
    DraftState,
    Field,
    Gap,
    HoursDraft,
    MeetingDraft,
    next_question,
    recounted,
)
from bot.domain.errors import DraftGone, DraftMoved, NoSuchMeeting, NotAllowed
from bot.domain.meetings import Meeting
from bot.domain.permissions import Verb, may
from bot.domain.requests import CorrectDraft, UpdateAttendance
from bot.domain.territory import Account
from bot.ports import UnitOfWork

GUIDED_MEETING = (Field.PEOPLE, Field.PLACE, Field.DECISIONS, Field.ACTIONS, Field.NEXT_MEETING)
GUIDED_HOURS = (Field.PART,)


def start_draft(work: UnitOfWork, account: Account, content: DraftContent, *, update_id: int, now: datetime) -> Draft:
    """A new card from a message; the same update handled twice finds its card again. Raises NotAllowed."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    return _begin(work, account, with_planned_start(work, content), update_id=update_id, now=now)


def _begin(
    work: UnitOfWork, account: Account, content: DraftContent, *, update_id: int, now: datetime, resumes: int | None = None
) -> Draft:
    _check_may_begin(account, content)
    check_reach(work, account, content)
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


def reopen_hours(work: UnitOfWork, account: Account, draft_id: int, *, update_id: int, now: datetime) -> Draft:
    """A card to correct the hours that this draft kept; ✅ on it takes those back. Raises DraftGone, NotAllowed."""
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    kept = work.drafts.get(draft_id)
    if kept is None or kept.account_id != account.id or work.entries.of_draft(draft_id) is None:
        raise DraftGone
    return _begin(work, account, kept.content, update_id=update_id, resumes=draft_id, now=now)


def catch_up(work: UnitOfWork, draft: Draft, meeting: Meeting, *, now: datetime) -> Draft:
    """The draft that corrects this meeting, with what others corrected since and what she changed herself."""
    base = DraftContent(meetings=(draft_of(meeting),))
    content = draft.content
    if draft.amends_version != meeting.minutes_version and draft.before is not None:
        first = merged(content.meetings[0], draft.before.meetings[0], base.meetings[0])
        content = replace(content, meetings=(first, *content.meetings[1:]))
    return work.drafts.save(replace(draft, content=content, amends_version=meeting.minutes_version, before=base, touched_at=now))


def resume_draft(work: UnitOfWork, account: Account, draft_id: int, *, update_id: int, now: datetime) -> Draft:
    """The card that was set aside, or a new one with what ↩︎ took back, once; a correction is proposed on the meeting as it is now.

    Raises DraftGone, and what opening such a card raises.
    """
    known = work.drafts.of_update(update_id)
    if known is not None:
        return known
    undone = work.drafts.get(draft_id)
    if undone is None or undone.account_id != account.id:
        raise DraftGone
    if undone.state is DraftState.ASIDE:
        return _asking(work, replace(undone, state=DraftState.OPEN), now=now)
    if undone.state is not DraftState.KEPT or work.entries.of_draft(draft_id):
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


def check_reach(work: UnitOfWork, account: Account, content: DraftContent) -> None:
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
    told = replace(content, last_told=_last_told(draft.content, content))
    return _asking(work, replace(draft, content=told, to_ask=tuple(f for f in draft.to_ask if f is not answered)), now=now)


def _last_told(before: DraftContent, after: DraftContent) -> Field | None:
    """The next meeting, where its date changed and when the meeting was held did not."""
    pairs = list(zip(before.meetings, after.meetings, strict=False))
    moved = any((was.day, was.starts, was.ends, was.minutes) != (now.day, now.starts, now.ends, now.minutes) for was, now in pairs)
    dated = any(was.next_meeting != now.next_meeting and now.next_meeting is not None for was, now in pairs)
    return Field.NEXT_MEETING if dated and not moved else None


def corrected(draft: Draft, request: CorrectDraft) -> DraftContent:
    """What the card becomes: before ✅ the total that she said stands, and names fill it; of a kept meeting it follows who comes and goes.

    Names that answer « qui était là ? » fill it too.
    """
    listed = draft.asked is not None and draft.asked.field is Field.PEOPLE
    if draft.amends is None or listed or Field.PEOPLE not in request.changed:
        return request.content
    before = draft.content.meetings
    together = zip(before, request.content.meetings, strict=False)
    return replace(request.content, meetings=tuple(recounted(was, now) for was, now in together) + request.content.meetings[len(before) :])


def ask(work: UnitOfWork, draft: Draft, gap: Gap | None, *, now: datetime) -> Draft:
    """Opens a question because she wants to correct that part; None goes back to the card."""
    return work.drafts.save(replace(draft, asked=gap or next_question(draft), touched_at=now))


def set_aside(work: UnitOfWork, account: Account, draft_id: int, *, now: datetime) -> Draft | None:
    """Her open card gives way to another one, until it is taken up again; None when it is not open."""
    draft = work.drafts.get(draft_id)
    if draft is None or draft.account_id != account.id or draft.state is not DraftState.OPEN:
        return None
    return work.drafts.save(replace(draft, state=DraftState.ASIDE, asked=None, touched_at=now))


def begun(work: UnitOfWork, account: Account, *, now: datetime) -> Draft | None:
    """What she has begun and not kept: the open card that she touched last, else the one set aside last; it is the one in hand now."""
    draft = work.drafts.open_of(account.id)
    if draft is not None:
        return work.drafts.save(replace(draft, touched_at=now))
    aside = work.drafts.aside_of(account.id)
    return _asking(work, replace(aside, state=DraftState.OPEN), now=now) if aside is not None else None


def drop(work: UnitOfWork, account: Account, draft: Draft, *, now: datetime) -> tuple[Draft, tuple[str, ...]]:
    """Gives the draft up; nothing of it is kept. Returns what it said, with the names of the groups that go with it."""
    content, groups = withdraw_made(work, account, draft)
    emptied = replace(draft, asked=None, to_ask=(), content=DraftContent(), before=None)
    work.drafts.save(replace(emptied, state=DraftState.DROPPED, touched_at=now))
    return replace(draft, content=content), groups
