"""How a card lives before it is kept: made, corrected, asked about, dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.actions.contributions import check_whose
from bot.actions.meetings import check_may_log, draft_of, groups_she_may_log
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
    present,
)
from bot.domain.errors import DraftGone, DraftMoved, NoSuchMeeting, NotAllowed, OldButton
from bot.domain.meetings import Meeting
from bot.domain.people import Structure
from bot.domain.permissions import Verb, may
from bot.domain.requests import UpdateAttendance
from bot.domain.territory import Account
from bot.french.folding import only_says
from bot.ports import UnitOfWork

Item = TypeVar("Item")
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


_TOGETHER = (
    ("group_id", "group_candidates", "no_group", "title"),
    ("day", "day_candidates", "day_window"),
    ("starts", "ends", "minutes", "times_approximate", "minutes_by_convention"),
    ("place_id", "place_said", "commune"),
    ("headcount", "headcount_approximate"),
)
_LISTS = ("people", "topics", "decisions", "actions")


def merged(hers: MeetingDraft, base: MeetingDraft, theirs: MeetingDraft) -> MeetingDraft:
    """`theirs` with what she changed since `base`: parts that belong together move together, lists item by item."""
    changed = {f.name for f in fields(hers) if getattr(hers, f.name) != getattr(base, f.name)}
    for together in _TOGETHER:
        changed |= set(together) if changed & set(together) else set()
    lists = {name: _merged_items(getattr(hers, name), getattr(base, name), getattr(theirs, name)) for name in _LISTS}
    return replace(theirs, **{name: getattr(hers, name) for name in changed} | lists)


def _merged_items(hers: tuple[Item, ...], base: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[Item, ...]:
    stay = tuple(item for item in theirs if item in hers or item not in base)
    return stay + tuple(item for item in hers if item not in base and item not in stay)


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


def with_attendance(meeting: MeetingDraft, request: UpdateAttendance, structures: dict[int, Structure]) -> MeetingDraft:
    """The meeting with people added, removed or told away; the head count follows only when it was said.

    `structures` are those of all these lines: words tell their unnamed people from somebody whom the directory does not know.
    """

    def same(one: Presence, other: Presence) -> bool:
        return _same(one, other, structures)

    author = meeting.author_id if meeting.author_present else None
    come = tuple(p for p in request.add if p.person_id is None or p.person_id != author)
    people = [p for p in meeting.people if not any(same(p, gone) for gone in (*request.remove, *come, *request.away))]
    headcount = request.headcount or _moved(meeting, replace(request, add=come), same)
    return replace(meeting, people=(*people, *come, *request.away), headcount=headcount)


def _moved(meeting: MeetingDraft, request: UpdateAttendance, same: Callable[[Presence, Presence], bool]) -> int | None:
    """The head count once those people came or went; None stays None."""
    if meeting.headcount is None:
        return None
    there = present(meeting.people, besides=meeting.author_id if meeting.author_present else None)
    gone = sum(p.count for p in there if any(same(p, g) for g in (*request.remove, *request.away)))
    come = sum(p.count for p in request.add if not any(same(p, known) for known in there))
    return meeting.headcount - gone + come


def _same(one: Presence, other: Presence, structures: dict[int, Structure]) -> bool:
    if one.person_id or other.person_id:
        return one.person_id == other.person_id
    if one.structure_id != other.structure_id:
        return False
    if (one.said or "").casefold() == (other.said or "").casefold():
        return True
    return not _names_somebody(one, structures) and not _names_somebody(other, structures)


def _names_somebody(presence: Presence, structures: dict[int, Structure]) -> bool:
    """Whether its words name somebody, be it of a structure: « Julie Petit » (of the CCAS), not « le CCAS »."""
    structure = structures.get(presence.structure_id or 0)
    if structure is None:
        return True
    return not only_says(presence.said or "", (structure.name, structure.sigle or "", *structure.aliases))


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

    def edit(meeting: MeetingDraft) -> MeetingDraft:
        people = list(meeting.people)
        for i, presence in enumerate(people):
            if presence.undecided:
                if chosen is not None and chosen not in presence.candidates:
                    raise OldButton
                others = people[:i] + people[i + 1 :]
                settled = decide(presence, chosen)
                people = others if _listed(settled, meeting, others) else [*people[:i], settled, *people[i + 1 :]]
                break
        return replace(meeting, people=tuple(people))

    if gap.hours is not None:
        return on_hours(content, gap.hours, lambda h: replace(h, person_id=chosen, person_candidates=()))
    return on_meeting(content, gap.meeting or 0, edit)


def decide(presence: Presence, chosen: int | None) -> Presence:
    """The same line of attendance with its doubt settled."""
    if chosen is None:
        return replace(presence, candidates=(), candidates_are_structures=False)
    if presence.candidates_are_structures:
        return replace(presence, structure_id=chosen, candidates=(), candidates_are_structures=False)
    return replace(presence, person_id=chosen, candidates=())


def _listed(presence: Presence, meeting: MeetingDraft, others: Iterable[Presence]) -> bool:
    """Whether that person counts already: as the author, or by another line."""
    author = meeting.author_id if meeting.author_present else None
    return presence.person_id is not None and presence.person_id in {author, *(other.person_id for other in others)}


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


def groups_to_offer(work: UnitOfWork, account: Account, draft: Draft, gap: Gap) -> tuple[int, ...]:
    """The groups to choose from, best first: those that the words fit, else hers, else all that she may log."""
    item = draft.content.hours[gap.hours] if gap.hours is not None else draft.content.meetings[gap.meeting or 0]
    if item.group_candidates:
        within = None if gap.hours is not None else {group.id for group in groups_she_may_log(work, account)}
        return tuple(g for g in item.group_candidates if within is None or g in within)
    if gap.hours is not None:
        own = work.directory.groups_of(account.person_id)
        known = {group.id for group in own}
        return tuple(g.id for g in own) + tuple(g.id for g in work.directory.groups() if g.id not in known)
    return tuple(group.id for group in groups_she_may_log(work, account))
