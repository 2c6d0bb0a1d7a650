"""What ✅ does to the agenda and what ↩︎ takes back, and what a card points out before: conflicts, holidays, what stands there already."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from bot.actions import series as rows
from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import waiting_on
from bot.actions.plans import check_reach, open_plan, planned_meeting
from bot.domain.agenda import AgendaLine, Clash, conflicts_of
from bot.domain.attendance import Presence
from bot.domain.drafts import Draft
from bot.domain.errors import AgendaCardMoved, MeetingMoved, NothingToUndo, PlannedMoved, UndoTooLate
from bot.domain.meetings import Entry, Meeting, MeetingState
from bot.domain.plans import (
    Changed,
    Plan,
    PlanContent,
    PlanState,
    Signals,
    apart,
    lacking,
    of_series,
    overlaid,
    planned,
    spot_of,
)
from bot.domain.requests import PlanDeed, Spot
from bot.domain.territory import Account
from bot.domain.turnout import excused, standing
from bot.french.public_holidays import holiday
from bot.french.school_holidays import is_school_holiday
from bot.ports import UnitOfWork


def keep_plan(work: UnitOfWork, account: Account, plan_id: int, *, version: int, now: datetime) -> Plan:
    """✅: the agenda is as the card says; a second tap finds it kept. One that still lacks something comes back asking.

    Raises AgendaCardGone, AgendaCardMoved, NotAllowed, NothingPlanned, PlannedMoved.
    """
    plan = open_plan(work, account, plan_id)
    if plan.state is PlanState.KEPT:
        return plan
    if plan.version != version:
        raise AgendaCardMoved
    check_reach(work, account, plan.content)
    asked = lacking(plan.content, now=now.astimezone(work.territory.timezone))
    if asked is not None:
        return work.plans.save(replace(plan, asked=asked, touched_at=now))
    # Kept before anything is done: of two taps at the same moment the second one is refused here.
    kept = work.plans.save(replace(plan, state=PlanState.KEPT, asked=None, touched_at=now, kept_at=now))
    done = _done(work, account, kept, today=now.astimezone(work.territory.timezone).date())
    work.journal.note(account_id=account.id, verb=plan.content.deed.value, noun="plan", noun_id=plan.id, now=now)
    return work.plans.save(done)


def _done(work: UnitOfWork, account: Account, plan: Plan, *, today: date) -> Plan:
    """Does it; returns the plan with the series that it made, changed or ended, and the meetings that it changed one by one."""
    content = plan.content
    if content.rule is not None:
        return replace(plan, series_id=rows.begin(work, account, content, today=today))
    if content.deed is PlanDeed.PLAN:
        return replace(plan, changed=(_plan(work, account, content),))
    assert content.meeting_id is not None
    meeting = planned_meeting(work, content.meeting_id)
    if spot_of(meeting) != content.before:
        raise PlannedMoved
    state = MeetingState.CANCELLED if content.deed is PlanDeed.CANCEL else MeetingState.PLANNED
    series = work.series.get(content.series_id) if content.series_id is not None and of_series(content) else None
    if series is None:
        return replace(plan, changed=(rows.put(work, meeting, planned(content), state=state, by=account.person_id),))
    changed = rows.change_from(work, content, series=series, since=meeting, state=state, by=account.person_id)
    before = replace(content, series_spot=series.spot, series_ended_on=series.ended_on)
    return replace(plan, content=before, series_id=series.id, changed=changed)


def _plan(work: UnitOfWork, account: Account, content: PlanContent) -> Changed:
    standing = standing_of(work, content)
    if standing is not None:
        return rows.put(work, standing, overlaid(spot_of(standing), content.spot), state=MeetingState.PLANNED, by=account.person_id)
    made = rows.add(work, account, content, spot=planned(content))
    return Changed(meeting_id=made.id, before=None, sequence=made.sequence)


def standing_of(work: UnitOfWork, content: PlanContent) -> Meeting | None:
    """What that group has in the agenda on that day already; a new meeting of it is the same one, told again, unless it is a second one."""
    there = _there_already(work, content)
    return None if there is not None and content.second and apart(planned(content), there) else there


def may_be_second(work: UnitOfWork, content: PlanContent) -> bool:
    """Whether that group has a meeting on that day already, at hours apart from those told: it may be the same one, or not."""
    there = _there_already(work, content)
    return there is not None and apart(planned(content), there)


def _there_already(work: UnitOfWork, content: PlanContent) -> Meeting | None:
    day = planned(content).day
    if content.deed is not PlanDeed.PLAN or content.rule is not None or content.group_id is None or day is None:
        return None
    return waiting_on(work, content.group_id, planned(content), day=day)


def undo_plan(work: UnitOfWork, account: Account, plan_id: int, *, now: datetime) -> Plan:
    """↩︎: the agenda is as before. Raises AgendaCardGone, AgendaCardMoved, NotAllowed, NothingToUndo, UndoTooLate, PlannedMoved."""
    plan = open_plan(work, account, plan_id)
    if plan.state is not PlanState.KEPT or plan.kept_at is None:
        raise NothingToUndo
    if now - plan.kept_at > TIME_TO_UNDO:
        raise UndoTooLate(plan.kept_at)
    check_reach(work, account, plan.content)
    undone = work.plans.save(replace(plan, state=PlanState.UNDONE, asked=None, touched_at=now))
    try:
        for changed in plan.changed:
            _put_back(work, changed)
    except MeetingMoved as moved:
        raise PlannedMoved from moved
    if plan.series_id is not None:
        rows.put_back(work, plan)
    work.journal.note(account_id=account.id, verb="undo", noun="plan", noun_id=plan.id, now=now)
    return undone


def _put_back(work: UnitOfWork, changed: Changed) -> None:
    meeting = work.meetings.get(changed.meeting_id)
    if meeting is None or meeting.sequence != changed.sequence:
        raise PlannedMoved
    if changed.before is None:
        work.meetings.reschedule(replace(meeting, state=MeetingState.CANCELLED))
    else:
        rows.put(work, meeting, changed.before, state=MeetingState.PLANNED)


def last_plan(work: UnitOfWork, account: Account, since: datetime | None, *, now: datetime) -> Plan | None:
    """The plan that « annule » speaks of: her open card of one or the last that she kept, if she touched it after `since`."""
    proposed = work.plans.last_of(account.id, PlanState.PROPOSED)
    kept = work.plans.last_of(account.id, PlanState.KEPT)
    found = [plan for plan in (proposed, kept) if plan is not None and now - plan.touched_at <= TIME_TO_UNDO]
    last = max(found, key=lambda plan: (plan.touched_at, plan.id), default=None)
    return last if last is not None and (since is None or last.touched_at >= since) else None


def moment_of(last: Draft | Entry | None) -> datetime | None:
    """When she touched it."""
    return None if last is None else last.touched_at if isinstance(last, Draft) else last.kept_at


def signals(work: UnitOfWork, plan: Plan, *, today: date) -> Signals:
    """What the card points out: nothing is ever moved because of it. Of a series that is kept, the days that it has planned."""
    return replace(_found(work, plan, today=today), excused=_left_behind(work, plan.content))


def _left_behind(work: UnitOfWork, content: PlanContent) -> tuple[Presence, ...]:
    """Who is excused from a meeting that goes to another day; moved to another hour or place, it keeps them."""
    day, before = planned(content).day, content.before
    if content.deed is not PlanDeed.MOVE or content.meeting_id is None or before is None or before.day is None or day in (None, before.day):
        return ()
    there = excused(standing(work.turnout.of_meeting(content.meeting_id), day=before.day))
    return tuple(one for one in there if (one.person_id, one.structure_id) != (None, None))


def _found(work: UnitOfWork, plan: Plan, *, today: date) -> Signals:
    content = plan.content
    if plan.state is PlanState.KEPT:
        told_again = plan.changed[0].before if content.deed is PlanDeed.PLAN and len(plan.changed) == 1 else None
        return replace(_days_off(work, days), days=days) if (days := rows.days_kept(work, plan)) else Signals(standing=told_again)
    if content.deed is PlanDeed.CANCEL:
        return Signals(single=_beside_series(work, content, since=today) if of_series(content) else ())
    if content.rule is not None:
        days, known = rows.days_of_card(work, content, today=today)
        single = _beside_series(work, content, since=max(today, days[0].replace(day=1)), days={*days, *known}) if days else ()
        return replace(_days_off(work, days), days=days, known=known, single=single, conflicts=_clashes(work, content, days))
    day = planned(content).day
    days = (day,) if day is not None else ()
    standing = standing_of(work, content)
    found = replace(_days_off(work, days), conflicts=_clashes(work, content, days, besides=standing.id if standing else content.meeting_id))
    there = spot_of(standing) if standing is not None else None
    beside = _there_already(work, content) if standing is None or apart(planned(content), standing) else None
    return replace(found, standing=there, beside=spot_of(beside) if beside is not None else None)


def _beside_series(work: UnitOfWork, content: PlanContent, *, since: date, days: Collection[date] = ()) -> tuple[date, ...]:
    """What that group has in the agenda beside a series that ends, or begins on those days: it stays there."""
    if content.group_id is None:
        return ()
    lines = work.meetings.agenda(first=since, last=date.max, group_ids=(content.group_id,))
    return tuple(line.day for line in lines if line.day not in days and (content.rule is not None or line.series_id != content.series_id))


def _days_off(work: UnitOfWork, days: tuple[date, ...]) -> Signals:
    zone = rows.school_zone_of(work)
    named = ((day, holiday(day, work.territory.zone)) for day in days)
    return Signals(
        holidays=tuple((day, name) for day, name in named if name is not None),
        school=tuple(day for day in days if zone is not None and is_school_holiday(day, zone)),
    )


def _clashes(work: UnitOfWork, content: PlanContent, days: tuple[date, ...], *, besides: int | None = None) -> tuple[Clash, ...]:
    if not days:
        return ()
    others = tuple(line for line in work.meetings.agenda(first=min(days), last=max(days)) if line.id != besides)
    concerned = {line.group_id for line in others} | {content.group_id}
    pilots = {g.id: g.pilot_ids for g in work.directory.groups([i for i in concerned if i is not None])}
    spot = planned(content)
    return tuple(found for line in _as_lines(content, spot, days) for found in conflicts_of(line, others, pilots))


def _as_lines(content: PlanContent, spot: Spot, days: tuple[date, ...]) -> Iterator[AgendaLine]:
    for day in days:
        yield AgendaLine(
            id=0,
            state=MeetingState.PLANNED,
            label="",
            group_id=content.group_id,
            day=day,
            starts=spot.starts,
            ends=spot.ends,
            place=spot.place_said,
            place_id=spot.place_id,
            commune=spot.commune,
        )
