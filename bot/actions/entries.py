"""What ✅ does and what ↩︎ undoes: one transaction, once, whatever is tapped twice or killed in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.actions.announcements import add_held, put_back, put_instead, restore
from bot.actions.contributions import check_hours, hours_as_said, hours_of_meeting, natures_for, natures_of_meeting
from bot.actions.decisions import renumbered
from bot.actions.groups import withdraw_made
from bot.actions.meetings import check_may_log, check_meeting, meeting_of
from bot.domain.drafts import Draft, DraftState, MeetingDraft, gaps
from bot.domain.errors import DraftGone, DraftMoved, MeetingMoved, NoSuchMeeting, NothingToUndo, StillAsking, UndoTooLate
from bot.domain.meetings import Contribution, Entry, Meeting
from bot.domain.plans import Changed
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

    Raises DraftGone, DraftMoved, StillAsking, NotAllowed, InTheFuture, TooLong, FewerThanNamed, NoSuchMeeting, MeetingMoved.
    """
    draft = work.drafts.get(draft_id)
    if draft is None or draft.account_id != account.id or draft.state is DraftState.DROPPED:
        raise DraftGone
    standing = work.entries.of_draft(draft_id)
    if standing is not None:
        return Kept(entry=standing, draft=draft, fresh=False)
    if draft.state is not DraftState.OPEN:
        raise DraftGone
    if draft.version != version:
        raise DraftMoved
    lacking = gaps(draft.content)
    if lacking:
        raise StillAsking(lacking[0])
    before = _to_replace(work, draft)
    hours_before = work.contributions.of_meeting(before.id) if before is not None else ()
    _take_hours_back(work, draft, now=now)
    entry_id = work.entries.add(draft_id=draft.id, account_id=account.id, now=now)
    meeting_ids, minutes, moved = _keep_meetings(work, account, draft, before, entry_id=entry_id, now=now)
    minutes += _keep_hours(work, account, draft, entry_id=entry_id, today=now.astimezone(work.territory.timezone).date())
    work.entries.close(entry_id, meeting_ids=meeting_ids, total_minutes=minutes, before=before, hours_before=hours_before, moved=moved)
    saved = work.drafts.save(replace(draft, state=DraftState.KEPT, asked=None, to_ask=(), entry_id=entry_id, touched_at=now))
    work.journal.note(
        account_id=account.id, verb="keep", noun="entry", noun_id=entry_id, now=now, detail=f"{len(meeting_ids)} meeting(s), {minutes} min"
    )
    entry = work.entries.get(entry_id)
    assert entry is not None
    return Kept(entry=entry, draft=saved, fresh=True)


def _to_replace(work: UnitOfWork, draft: Draft) -> Meeting | None:
    """The meeting that this draft corrects, if it does. Raises NoSuchMeeting, and MeetingMoved when it is not as the draft saw it."""
    if draft.amends is None:
        return None
    meeting = work.meetings.get(draft.amends)
    if meeting is None:
        raise NoSuchMeeting
    if meeting.minutes_version != draft.amends_version:
        raise MeetingMoved
    return meeting


def _keep_meetings(
    work: UnitOfWork, account: Account, draft: Draft, before: Meeting | None, *, entry_id: int, now: datetime
) -> tuple[list[int], int, Changed | None]:
    """Keeps the meetings of a card, the first one instead of `before`; returns their ids, their minutes in all, and what that moved."""
    kept: list[int] = []
    minutes, moved = 0, list[Changed]()
    for place, said in enumerate(draft.content.meetings):
        check_may_log(work, account, said)
        check_meeting(said, now=now.astimezone(work.territory.timezone))
        if before is not None and place == 0:
            meeting_id = before.id
            spent, changed = _rewrite(work, said, before, entry_id=entry_id)
        else:
            meeting_id, spent, changed = _add(work, said, author_id=said.author_id or account.person_id, entry_id=entry_id)
        moved += changed
        kept.append(meeting_id)
        minutes += spent
        work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=account.chat_id, subject_id=meeting_id, entry_id=entry_id, now=now)
    return kept, minutes, replace(moved[0], also=tuple(moved[1:])) if moved else None


def _add(work: UnitOfWork, draft: MeetingDraft, *, author_id: int, entry_id: int) -> tuple[int, int, tuple[Changed, ...]]:
    held, moved = add_held(work, meeting_of(draft, author_id=author_id, entry_id=entry_id), entry_id=entry_id)
    hours = _derived(work, draft, author_id=author_id, meeting_id=held.id)
    work.contributions.add_all(hours, entry_id=entry_id)
    return held.id, sum(h.total_minutes for h in hours), moved


def _rewrite(work: UnitOfWork, draft: MeetingDraft, before: Meeting, *, entry_id: int) -> tuple[int, tuple[Changed, ...]]:
    """Puts the card in place of a kept meeting, whose author stays, with its hours; returns its total minutes, and what that moved."""
    after = meeting_of(draft, author_id=before.author_id, entry_id=before.entry_id, meeting_id=before.id)
    after = replace(after, amended_by=entry_id, decisions=renumbered(before.decisions, after.decisions))
    held, moved = put_instead(work, before, after, entry_id=entry_id)
    hours = _derived(work, draft, author_id=before.author_id, meeting_id=held.id)
    work.contributions.replace_derived(held.id, hours, entry_id=before.entry_id or entry_id)
    return sum(h.total_minutes for h in hours), moved


def _derived(work: UnitOfWork, draft: MeetingDraft, *, author_id: int | None, meeting_id: int) -> list[Contribution]:
    natures = natures_of_meeting(work, draft, author_id)
    return hours_of_meeting(draft, author_id=author_id, natures=natures, axis=axis_of(work, draft.group_id), meeting_id=meeting_id)


def axis_of(work: UnitOfWork, group_id: int | None) -> int | None:
    """The axis of a group, if it has one."""
    groups = work.directory.groups([group_id]) if group_id else ()
    return groups[0].axis if groups else None


def _keep_hours(work: UnitOfWork, account: Account, draft: Draft, *, entry_id: int, today: date) -> int:
    total = 0
    for hours in draft.content.hours:
        check_hours(hours, account=account, today=today)
        natures = natures_for(work, {hours.person_id or account.person_id}, {hours.structure_id} if hours.structure_id else set())
        made = hours_as_said(hours, account=account, natures=natures, axis=axis_of(work, hours.group_id))
        work.contributions.add_all(made, entry_id=entry_id)
        total += sum(c.total_minutes for c in made)
    return total


def _taken_up(work: UnitOfWork, draft: Draft) -> Iterator[Draft]:
    """The drafts that this one takes up again, the nearest first."""
    before = work.drafts.get(draft.resumes) if draft.resumes is not None else None
    while before is not None:
        yield before
        before = work.drafts.get(before.resumes) if before.resumes is not None else None


def corrects_kept(work: UnitOfWork, draft: Draft) -> bool:
    """Whether this draft corrects a meeting, or hours, that stand kept without it."""
    return draft.amends is not None or any(work.entries.of_draft(d.id) is not None for d in _taken_up(work, draft))


def _take_hours_back(work: UnitOfWork, draft: Draft, *, now: datetime) -> None:
    """Takes back the kept hours that this draft corrects, if they still stand: they are never kept twice. Raises DraftMoved."""
    standing = next((e for d in _taken_up(work, draft) if (e := work.entries.of_draft(d.id)) is not None), None)
    if standing is None or standing.meeting_ids:
        return
    if not work.entries.mark_undone(standing.id, now=now):
        raise DraftMoved
    work.contributions.remove_of_entry(standing.id)


def _give_hours_back(work: UnitOfWork, account: Account, entry: Entry, draft: Draft, *, now: datetime) -> None:
    """Keeps again the hours that this entry, now undone, had corrected."""
    for before in _taken_up(work, draft):
        was = work.entries.get(before.entry_id) if before.entry_id is not None else None
        if was is None or was.undone_at != entry.kept_at or was.meeting_ids:
            continue
        entry_id = work.entries.add(draft_id=before.id, account_id=account.id, now=now)
        today = now.astimezone(work.territory.timezone).date()
        minutes = _keep_hours(work, account, before, entry_id=entry_id, today=today)
        work.entries.close(entry_id, meeting_ids=(), total_minutes=minutes)
        work.drafts.save(replace(before, entry_id=entry_id))
        return


def undo_entry(work: UnitOfWork, account: Account, *, entry_id: int, now: datetime) -> tuple[Draft, tuple[str, ...]]:
    """Takes back all that one ✅ kept, within 24 hours; of a correction, the meeting is as it was before.

    Returns its draft and the names of the groups that went with it, which the draft names in words again.

    Raises NothingToUndo, UndoTooLate, and MeetingMoved when a newer correction stands on it.
    """
    entry = work.entries.get(entry_id)
    if entry is None or entry.account_id != account.id or entry.undone_at is not None:
        raise NothingToUndo
    if now - entry.kept_at > TIME_TO_UNDO:
        raise UndoTooLate(entry.kept_at)
    _check_unmoved(work, entry)
    draft = work.drafts.get(entry.draft_id)
    if draft is None or not work.entries.mark_undone(entry_id, now=now):
        raise NothingToUndo
    work.deliveries.cancel_of_entry(entry_id)
    work.contributions.remove_of_entry(entry_id)
    work.meetings.remove_of_entry(entry_id)
    if entry.before is not None:
        _put_back(work, entry, entry.before)
    restore(work, entry.moved)
    _give_hours_back(work, account, entry, draft, now=now)
    content, groups = withdraw_made(work, account, draft)
    if groups:
        draft = work.drafts.save(replace(draft, content=content))
    work.journal.note(account_id=account.id, verb="undo", noun="entry", noun_id=entry_id, now=now)
    return draft, groups


def last_done(work: UnitOfWork, account: Account, *, now: datetime) -> Draft | Entry | None:
    """What « annule » speaks of: the open card or what was kept."""
    return touched_last(work.drafts.open_of(account.id), work.entries.last_of(account.id), now=now)


def touched_last(draft: Draft | None, entry: Entry | None, *, now: datetime) -> Draft | Entry | None:
    """The one that she touched last; a card rather than what is too old to undo."""
    if draft is None or entry is None:
        return draft or entry
    if now - entry.kept_at > TIME_TO_UNDO or (draft.touched_at, draft.id) > (entry.kept_at, entry.draft_id):
        return draft
    return entry


def _check_unmoved(work: UnitOfWork, entry: Entry) -> None:
    for meeting_id in entry.meeting_ids:
        meeting = work.meetings.get(meeting_id)
        corrected = entry.before is not None and entry.before.id == meeting_id
        if meeting is not None and meeting.amended_by != (entry.id if corrected else None):
            raise MeetingMoved


def _put_back(work: UnitOfWork, entry: Entry, before: Meeting) -> None:
    """The meeting with its hours as they stood when this entry corrected them."""
    now = work.meetings.get(before.id)
    if now is None:
        raise NothingToUndo
    put_back(work, now, before=before)
    work.contributions.replace_derived(before.id, entry.hours_before, entry_id=before.entry_id)
