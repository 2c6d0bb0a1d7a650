"""How a series plans its meetings as rows, up to a horizon that moves on, and how all of it changes or ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.actions.meetings import can_answer
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.plans import Changed, Plan, PlanContent, planned, spot_of
from bot.domain.requests import PlanDeed, Spot
from bot.domain.series import HORIZON, Occurrence, Series, days_to_plan
from bot.domain.territory import Account
from bot.french.public_holidays import holiday
from bot.french.school_holidays import is_school_holiday, school_zone
from bot.ports import UnitOfWork


def begin(work: UnitOfWork, account: Account, content: PlanContent, *, today: date) -> int:
    """Makes the series of a card with the meetings of its first months; returns its id."""
    series = work.series.add(_series(account, content, today=today))
    _fill(work, series, after=None, to=series.planned_to, author_id=account.person_id)
    return series.id


def _series(account: Account, content: PlanContent, *, today: date) -> Series:
    assert content.rule is not None
    return Series(
        id=0,
        account_id=account.id,
        group_id=content.group_id,
        title=content.title,
        spot=planned(content),
        rule=content.rule,
        planned_to=today + HORIZON,
    )


def days_of_card(work: UnitOfWork, content: PlanContent, *, today: date) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """The days that ✅ would plan, and those of the rule on which that group has a meeting already."""
    if content.spot.day is None:
        return (), ()
    assert content.rule is not None
    series = Series(id=0, account_id=0, spot=planned(content), rule=content.rule, planned_to=today + HORIZON)
    days = _days(work, series, after=None, to=series.planned_to)
    known = tuple(day for day in days if content.group_id is not None and work.meetings.dated_on(content.group_id, day) is not None)
    return tuple(day for day in days if day not in known), known


def days_kept(work: UnitOfWork, plan: Plan) -> tuple[date, ...]:
    """The days that the series of a kept card has in the agenda; none for a card of another sort."""
    if plan.series_id is None or plan.content.rule is None:
        return ()
    return tuple(line.day for line in work.meetings.agenda(first=date.min, last=date.max, series_id=plan.series_id))


def school_zone_of(work: UnitOfWork) -> str | None:
    """The zone of the school calendar in which the territory lies, if it lies in one."""
    return school_zone(work.directory.department()) if work.territory.zone == "Europe/Paris" else None


def _days(work: UnitOfWork, series: Series, *, after: date | None, to: date) -> tuple[date, ...]:
    """The days of its rule, without school holidays of the zone or public holidays where it leaves these out."""
    rule = series.rule
    zone = school_zone_of(work) if rule.off_school else None

    def off(day: date) -> bool:
        on_leave = zone is not None and (not rule.school_months or day.month in rule.school_months) and is_school_holiday(day, zone)
        return on_leave or (rule.off_holidays and holiday(day, work.territory.zone) is not None)

    return days_to_plan(series, after=after, to=to, off=off)


def extend(work: UnitOfWork, series_id: int, *, today: date) -> None:
    """Plans what has come within the horizon since; what was moved or cancelled stays as it is."""
    series = work.series.get(series_id)
    if series is None or series.ended_on is not None or series.planned_to >= today + HORIZON:
        return
    extended = work.series.extended(series, to=today + HORIZON)
    if extended is None:
        return
    account = work.accounts.get(series.account_id)
    author_id = account.person_id if account is not None else None
    _fill(work, extended, after=series.planned_to, to=extended.planned_to, author_id=author_id)


def _fill(work: UnitOfWork, series: Series, *, after: date | None, to: date, author_id: int | None) -> None:
    for day in _days(work, series, after=after, to=to):
        if series.group_id is not None and work.meetings.dated_on(series.group_id, day) is not None:
            continue  # what stands there already is that meeting
        spot = replace(series.spot, day=day)
        made = work.meetings.add(meeting_at(spot, group_id=series.group_id, title=series.title, author_id=author_id))
        work.series.planned(Occurrence(series_id=series.id, day=day, meeting_id=made.id))


def add(work: UnitOfWork, account: Account, content: PlanContent, *, spot: Spot) -> Meeting:
    """A planned meeting of its own."""
    return work.meetings.add(meeting_at(spot, group_id=content.group_id, title=content.title, author_id=account.person_id))


def meeting_at(spot: Spot, *, group_id: int | None, title: str | None, author_id: int | None, entry_id: int | None = None) -> Meeting:
    """A planned meeting that is not in the agenda yet; without a group it goes by its title."""
    assert spot.day is not None
    return Meeting(
        id=0,
        state=MeetingState.PLANNED,
        group_id=group_id,
        title=title if group_id is None else None,
        day=spot.day,
        starts=spot.starts,
        ends=spot.ends,
        place_id=spot.place_id,
        place_said=spot.place_said,
        commune=spot.commune,
        author_id=author_id,
        author_present=False,
        entry_id=entry_id,
    )


def put(work: UnitOfWork, meeting: Meeting, spot: Spot, *, state: MeetingState, by: int | None = None) -> Changed:
    """Writes when, where and in which state it is planned; `by`: the person who plans it anew. Raises MeetingMoved."""
    assert spot.day is not None
    after = work.meetings.reschedule(
        replace(
            meeting,
            author_id=_planner(work, meeting, by),
            state=state,
            day=spot.day,
            starts=spot.starts,
            ends=spot.ends,
            place_id=spot.place_id,
            place_said=spot.place_said,
            commune=spot.commune,
        )
    )
    return Changed(meeting_id=meeting.id, before=spot_of(meeting), sequence=after.sequence)


def _planner(work: UnitOfWork, meeting: Meeting, by: int | None) -> int | None:
    """Who counts as having planned it, and is asked after it: whoever planned it first, while that one can answer, else `by`."""
    first = work.accounts.of_person(meeting.author_id) if meeting.author_id is not None else None
    return meeting.author_id if by is None or (first is not None and can_answer(first)) else by


def change_from(
    work: UnitOfWork, content: PlanContent, *, series: Series, since: Meeting, state: MeetingState, by: int
) -> tuple[Changed, ...]:
    """Changes the hours and the place of a series, or ends it, from that meeting on; days stay those of the rule."""
    begins = _given_day(work, since)
    after = planned(content)
    if state is MeetingState.CANCELLED:
        work.series.save(replace(series, ended_on=begins), "ended_on")
    else:
        work.series.save(replace(series, spot=replace(after, day=series.spot.day)), "spot")
    done: list[Changed] = []
    for line in work.meetings.agenda(first=min(begins, since.day), last=date.max, series_id=series.id):
        meeting = work.meetings.get(line.id)
        if meeting is not None and _given_day(work, meeting) >= begins:
            done.append(put(work, meeting, replace(after, day=meeting.day), state=state, by=by))
    return tuple(done)


def _given_day(work: UnitOfWork, meeting: Meeting) -> date:
    """The day that the rule of its series gave a meeting."""
    occurrence = work.series.of_meeting(meeting.id)
    return occurrence.day if occurrence is not None else meeting.day


def put_back(work: UnitOfWork, plan: Plan) -> None:
    """↩︎ of a series: one that was made plans nothing any more, one that was changed or ended goes on as before."""
    assert plan.series_id is not None
    series = work.series.get(plan.series_id)
    assert series is not None
    if plan.content.deed is PlanDeed.PLAN:
        work.series.save(replace(series, ended_on=series.spot.day), "ended_on")
        for line in work.meetings.agenda(first=date.min, last=date.max, series_id=series.id):
            meeting = work.meetings.get(line.id)
            if meeting is not None:
                work.meetings.reschedule(replace(meeting, state=MeetingState.CANCELLED))
    elif plan.content.deed is PlanDeed.CANCEL:
        work.series.save(replace(series, ended_on=plan.content.series_ended_on), "ended_on")
    elif plan.content.series_spot is not None:
        work.series.save(replace(series, spot=plan.content.series_spot), "spot")
