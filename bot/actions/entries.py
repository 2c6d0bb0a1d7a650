"""What ✅ does and what ↩︎ undoes: one transaction, once, whatever is tapped twice or killed in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions.contributions import check_hours, hours_as_said, hours_of_meeting, natures_for, natures_of_meeting
from bot.actions.meetings import check_may_log, check_meeting, meeting_of, plan_next
from bot.domain.drafts import Draft, DraftState, MeetingDraft, gaps
from bot.domain.errors import DraftGone, DraftMoved, NoSuchMeeting, NothingToUndo, StillAsking, UndoTooLate
from bot.domain.meetings import Contribution, Entry
from bot.domain.territory import Account
from bot.ports import OutboxKind, UnitOfWork

TIME_TO_UNDO = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands kept: the entry, its draft, and whether this very tap kept it."""

    entry: Entry
    draft: Draft
    fresh: bool


def keep_draft(work: UnitOfWork, account: Account, *, draft_id: int, version: int, now: datetime) -> Kept:
    """Keeps all that the card holds, or tells what was kept before. `now` is UTC.

    Raises DraftGone, DraftMoved, StillAsking, NotAllowed, InTheFuture, TooLong, FewerThanNamed, NoSuchMeeting.
    """
    draft = work.drafts.get(draft_id)
    if draft is None or draft.account_id != account.id or draft.state is DraftState.DROPPED:
        raise DraftGone
    before = work.entries.of_draft(draft_id)
    if before is not None:
        return Kept(entry=before, draft=draft, fresh=False)
    if draft.state is not DraftState.OPEN:
        raise DraftGone
    if draft.version != version:
        raise DraftMoved
    lacking = gaps(draft.content)
    if lacking:
        raise StillAsking(lacking[0])
    local = now.astimezone(work.territory.timezone)
    entry_id = work.entries.add(draft_id=draft.id, account_id=account.id, now=now)
    meeting_ids: list[int] = []
    minutes = 0
    for meeting in draft.content.meetings:
        meeting_id, spent = _keep_meeting(work, account, meeting, entry_id=entry_id, local=local, amends=draft.amends)
        meeting_ids.append(meeting_id)
        minutes += spent
        work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=account.chat_id, subject_id=meeting_id, entry_id=entry_id, now=now)
    minutes += _keep_hours(work, account, draft, entry_id=entry_id, local=local)
    work.entries.close(entry_id, meeting_ids=meeting_ids, total_minutes=minutes)
    saved = work.drafts.save(replace(draft, state=DraftState.KEPT, asked=None, to_ask=(), entry_id=entry_id, touched_at=now))
    work.journal.note(
        account_id=account.id, verb="keep", noun="entry", noun_id=entry_id, now=now, detail=f"{len(meeting_ids)} meeting(s), {minutes} min"
    )
    entry = work.entries.get(entry_id)
    assert entry is not None
    return Kept(entry=entry, draft=saved, fresh=True)


def _keep_meeting(
    work: UnitOfWork, account: Account, draft: MeetingDraft, *, entry_id: int, local: datetime, amends: int | None
) -> tuple[int, int]:
    check_may_log(work, account, draft)
    check_meeting(draft, now=local)
    if amends is not None:
        return amends, _replace_meeting(work, draft, meeting_id=amends, entry_id=entry_id)
    planned = work.meetings.planned_on(draft.group_id, draft.day) if draft.group_id and draft.day else None
    held = work.meetings.add(meeting_of(draft, author_id=account.person_id, entry_id=entry_id))
    if planned is not None:
        work.meetings.became(planned.id, held.id)
    plan_next(work, draft.next_meeting, held, entry_id=entry_id)
    hours = _derived(work, draft, author_id=account.person_id, meeting_id=held.id)
    work.contributions.add_all(hours, entry_id=entry_id)
    return held.id, sum(h.total_minutes for h in hours)


def _replace_meeting(work: UnitOfWork, draft: MeetingDraft, *, meeting_id: int, entry_id: int) -> int:
    """Rewrites a kept meeting, the hours derived from it and the date that it announced; returns its total minutes."""
    before = work.meetings.get(meeting_id)
    if before is None or before.author_id is None:
        raise NoSuchMeeting
    held = work.meetings.replace(meeting_of(draft, author_id=before.author_id, entry_id=before.entry_id, meeting_id=before.id))
    if before.next_meeting and before.next_meeting.day and before.entry_id and before.next_meeting != draft.next_meeting:
        work.meetings.unplan(entry_id=before.entry_id, day=before.next_meeting.day)
    plan_next(work, draft.next_meeting, held, entry_id=before.entry_id or entry_id)
    hours = _derived(work, draft, author_id=before.author_id, meeting_id=held.id)
    work.contributions.replace_derived(held.id, hours, entry_id=before.entry_id or entry_id)
    return sum(h.total_minutes for h in hours)


def _derived(work: UnitOfWork, draft: MeetingDraft, *, author_id: int, meeting_id: int) -> list[Contribution]:
    natures = natures_of_meeting(work, draft, author_id)
    return hours_of_meeting(draft, author_id=author_id, natures=natures, axis=axis_of(work, draft.group_id), meeting_id=meeting_id)


def axis_of(work: UnitOfWork, group_id: int | None) -> int | None:
    """The axis of a group, if it has one."""
    groups = work.directory.groups([group_id]) if group_id else ()
    return groups[0].axis if groups else None


def _keep_hours(work: UnitOfWork, account: Account, draft: Draft, *, entry_id: int, local: datetime) -> int:
    total = 0
    for hours in draft.content.hours:
        check_hours(hours, account=account, today=local.date())
        natures = natures_for(work, {hours.person_id or account.person_id}, {hours.structure_id} if hours.structure_id else set())
        made = hours_as_said(hours, account=account, natures=natures, axis=axis_of(work, hours.group_id))
        work.contributions.add_all(made, entry_id=entry_id)
        total += sum(c.total_minutes for c in made)
    return total


def undo_entry(work: UnitOfWork, account: Account, *, entry_id: int, now: datetime) -> Draft:
    """Takes back all that one ✅ kept, within 24 hours, and returns its draft. Raises NothingToUndo, UndoTooLate."""
    entry = work.entries.get(entry_id)
    if entry is None or entry.account_id != account.id or entry.undone_at is not None:
        raise NothingToUndo
    if now - entry.kept_at > TIME_TO_UNDO:
        raise UndoTooLate(entry.kept_at)
    draft = work.drafts.get(entry.draft_id)
    if draft is None or not work.entries.mark_undone(entry_id, now=now):
        raise NothingToUndo
    work.deliveries.cancel_of_entry(entry_id)
    if draft.amends is not None and draft.before is not None:
        _replace_meeting(work, draft.before.meetings[0], meeting_id=draft.amends, entry_id=entry_id)
    else:
        work.contributions.remove_of_entry(entry_id)
        work.meetings.remove_of_entry(entry_id)
    work.journal.note(account_id=account.id, verb="undo", noun="entry", noun_id=entry_id, now=now)
    return draft
