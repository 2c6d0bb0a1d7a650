"""How a card of the agenda lives: proposed, corrected, asked about, given up; ✅ and ↩︎ are in `planned_meetings`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.actions.agenda import somewhere_known
from bot.actions.meetings import groups_she_may_log
from bot.domain.agenda import AgendaLine
from bot.domain.drafts import DayWindow
from bot.domain.errors import AgendaCardGone, AgendaCardMoved, AlreadyCancelled, NotAllowed, NotHersToChange, NothingPlanned, Refusal
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.near_days import Near, day_near
from bot.domain.permissions import Verb, may
from bot.domain.plans import Plan, PlanContent, PlanQuestion, PlanState, lacking, lasting, overlaid, planned, shifted, spot_of
from bot.domain.recurrence import Limits, Recurrence, can_repeat, first_day, limited, limits_of, names_day, next_time, on_day
from bot.domain.requests import PlanDeed, PlanMeeting, Spot
from bot.domain.territory import Account
from bot.french.folding import folded_words
from bot.ports import UnitOfWork

MOST_OFFERED = 8
A_DAY = timedelta(days=1)


def propose(work: UnitOfWork, account: Account, request: PlanMeeting, *, update_id: int, now: datetime) -> Plan:
    """A card from what was said; the same update handled twice finds it again. `now` is UTC. Raises NotAllowed, NothingPlanned."""
    known = work.plans.of_update(update_id)
    if known is not None:
        return known
    content = _content(work, account, request, now=now)
    check_reach(work, account, content)
    return work.plans.add(_asking(work, Plan(id=0, account_id=account.id, content=content, update_id=update_id, touched_at=now), now=now))


def propose_change(work: UnitOfWork, account: Account, meeting_id: int, *, deed: PlanDeed, update_id: int, now: datetime) -> Plan:
    """The card that moves or cancels that planned meeting. Raises NotAllowed, NothingPlanned."""
    known = work.plans.of_update(update_id)
    if known is not None:
        return known
    content = about(work, PlanContent(deed=deed), planned_meeting(work, meeting_id), today=_today(work, now))
    check_reach(work, account, content)
    return work.plans.add(_asking(work, Plan(id=0, account_id=account.id, content=content, update_id=update_id, touched_at=now), now=now))


def _content(work: UnitOfWork, account: Account, request: PlanMeeting, *, now: datetime) -> PlanContent:
    plain = request.stated and request.spot.day is None  # « le copil du 10 mars sera le 17 » moves the one of the 10th
    if plain and not request.whole_series and not lines_she_may_change(work, account, request, today=_today(work, now)):
        request = _to_plan(request)
    blank = PlanContent(
        deed=request.deed,
        group_id=request.group_id,
        group_candidates=_hers(work, account, request.group_candidates),
        title=request.title,
        whole_series=request.whole_series,
    )
    content = with_told(blank, request, now=now.astimezone(work.territory.timezone))
    content = as_before(work, content, request, today=_today(work, now))
    content = replace(content, spot=somewhere_known(work, content.spot, request.loose)) if request.loose else content
    return content if request.deed is PlanDeed.PLAN else _found(work, account, content, request, now=now)


def as_before(work: UnitOfWork, content: PlanContent, request: PlanMeeting, *, today: date) -> PlanContent:
    """« même heure, même lieu »: as the last meeting of the group before that day, held or planned, else as the next one; what is known."""
    if not request.same or content.deed is not PlanDeed.PLAN or content.group_id is None:
        return content
    day, groups = planned(content).day or today, (content.group_id,)
    held = work.meetings.lines(group_ids=groups, last=day - A_DAY, held=True, newest_first=True, limit=1)
    coming = work.meetings.agenda(first=today, last=date.max, group_ids=groups)
    ahead = [(line.day, line.id) for line in coming if line.day != day]
    before = [*((line.day, line.id) for line in held), *(one for one in ahead if one[0] < day)]
    last = max(before, default=next(iter(ahead), None))
    meeting = work.meetings.get(last[1]) if last is not None else None
    if meeting is None:
        return content
    known, told = spot_of(meeting), content.spot
    hours = "hours" in request.same and told.starts is None
    place = "place" in request.same and not (told.place_id or told.place_said or told.commune)
    taken = replace(
        known,
        day=None,
        starts=known.starts if hours else None,
        ends=known.ends if hours else None,
        place_id=known.place_id if place else None,
        place_said=known.place_said if place else None,
        commune=known.commune if place else None,
    )
    return replace(content, spot=overlaid(told, taken))


def _to_plan(request: PlanMeeting) -> PlanMeeting:
    """« le copil de mars sera à 10h », said while none stands in March: one that is planned there."""
    return replace(
        request, deed=PlanDeed.PLAN, on=None, among=None, window=request.among, spot=replace(request.spot, day=request.on), near=None
    )


def with_told(content: PlanContent, request: PlanMeeting, *, now: datetime) -> PlanContent:
    """The content with the times, place and rule that were told; `now` is local."""
    told, near = _beside_card(content, request, today=now.date())
    content, told = lasting(replace(content, minutes=(not request.hour_words and request.minutes) or content.minutes), told)
    if content.deed is not PlanDeed.PLAN:
        shifts = {n: getattr(request, n) or getattr(content, n) for n in ("shift_days", "shift_months", "shift_minutes")}
        spot = overlaid(content.spot, told)
        near = near if told.day else content.near
        return replace(content, spot=spot, near=near, window=None if told.day else request.window or content.window, **shifts)
    rule, spot = _repeated(content, request, overlaid(shifted(content.spot, request), told), now=now)
    window = None if told.day is not None or rule is not None else request.window or content.window
    return replace(content, spot=spot, rule=rule, window=window)


def _beside_card(content: PlanContent, request: PlanMeeting, *, today: date) -> tuple[Spot, Near | None]:
    """What is told, its day beside the one on the card; while no day is known there, how it is told beside it."""
    told, day = request.spot, planned(content).day
    if request.near is None or told.day is None or content.rule is not None:
        return told, None
    if content.window is not None and not content.window.first <= told.day <= content.window.last:
        inside = day_near(request.near, told.day, beside=content.window.first, since=content.window.first, other=False)
        return replace(told, day=inside), None
    if day is None or content.window is not None:
        return told, request.near
    return replace(told, day=day_near(request.near, told.day, beside=day, since=today, other=False)), None


def _repeated(content: PlanContent, request: PlanMeeting, spot: Spot, *, now: datetime) -> tuple[Recurrence | None, Spot]:
    """The rule of a series with what was told of it, and its first day; no day where the rule tells none and she did not either."""
    rule = request.rule if request.rule is not None and can_repeat(request.rule) else None
    if rule is not None and (request.group_id is not None or request.group_candidates):
        content = replace(content, rule=None, spot=Spot())  # told as a whole: nothing of the card limits it
    if rule is not None and content.rule is not None:
        rule = limited(limited(rule, limits_of(content.rule)), limits_of(rule))  # what it leaves out already, and then what she tells now
    rule = rule or content.rule
    if rule is None:
        return None, spot
    limits = request.limits or Limits()
    rule = limited(rule, limits)
    if request.rule is None and request.spot.day is not None:
        rule = on_day(rule, request.spot.day)
    if request.rule is None and request.limits is None and request.spot.day is None:
        return rule, spot
    soonest = now.date() + timedelta(days=spot.starts is not None and spot.starts <= now.time().replace(tzinfo=None))
    since = limits.since or request.spot.day
    if since is None and content.rule is not None and content.spot.day is not None:  # from where it began, in the same week
        since = max(soonest, content.spot.day - timedelta(days=content.spot.day.weekday() if limits.weekday or request.rule else 0))
    if since is not None and limits.since is None and limits.until is not None:  # « jusqu'en décembre », of what begins next year
        rule = replace(rule, until=next_time(limits.until, since=since))
    day = first_day(rule, since=since or soonest) if names_day(rule) or since is not None else None
    if limits.days_long is not None and day is not None:
        rule = replace(rule, until=day + timedelta(days=limits.days_long - 1), times=None)
    return rule, replace(spot, day=day)


def _found(work: UnitOfWork, account: Account, content: PlanContent, request: PlanMeeting, *, now: datetime) -> PlanContent:
    """The planned meeting that is meant: that of the day told, else the next one of the group. Raises NothingPlanned."""
    today = _today(work, now)
    lines = lines_she_may_change(work, account, request, today=today)
    if not lines:
        raise _why_none(work, account, request, today=today)
    if request.whole_series:
        lines = tuple(line for line in lines if line.series_id is not None) or lines
    told_of_all = request.whole_series and lines[0].series_id is None  # « tous les GT de mars à juin », planned one by one
    some = request.among is not None and request.among.last < date.max
    next_one = request.on is None and request.group_id is not None and not some and not told_of_all
    named = request.title is None or _called(lines[0], request.title)  # « la réunion avec la CAF de jeudi », on a day that has another one
    if named and (len(lines) == 1 or next_one):
        return about(work, content, planned_meeting(work, lines[0].id), today=today)
    return replace(content, group_candidates=(), meeting_candidates=tuple(line.id for line in lines[:MOST_OFFERED]))


def _why_none(work: UnitOfWork, account: Account, request: PlanMeeting, *, today: date) -> Refusal:
    """Why she can change none: it is cancelled already, it is not hers to change, or nothing is planned there."""
    people = () if may(account.role, Verb.LOG_ANY_MEETING) else (account.person_id,)
    there = _lines_meant(work, request, today=today, people=people, cancelled=True) if request.group_id or request.title else ()
    standing = next((line for line in there if line.state is MeetingState.PLANNED), None)
    if standing is not None:
        return NotHersToChange(standing.label, standing.day)
    if there:
        return AlreadyCancelled(there[0].label, there[0].day)
    return NothingPlanned(_label(work, request), request.on, (request.among.first, request.among.last) if request.among else None)


def _lines_meant(
    work: UnitOfWork, request: PlanMeeting, *, today: date, people: Collection[int] = (), cancelled: bool = False
) -> tuple[AgendaLine, ...]:
    ids = (request.group_id,) if request.group_id is not None else request.group_candidates
    among = request.among or DayWindow(first=request.on or today, last=request.on or date.max)
    lines = work.meetings.agenda(first=among.first, last=among.last, group_ids=ids or None, people=people, cancelled=cancelled)
    if request.title is None:
        return lines
    called = tuple(line for line in lines if _called(line, request.title))
    return called if called or request.on is None else lines


def lines_she_may_change(work: UnitOfWork, account: Account, request: PlanMeeting, *, today: date) -> tuple[AgendaLine, ...]:
    """The planned meetings that a request may mean, in order."""
    lines = _lines_meant(work, request, today=today)
    if may(account.role, Verb.LOG_ANY_MEETING):
        return lines
    hers = {group.id for group in groups_she_may_log(work, account)}
    return tuple(line for line in lines if line.group_id in hers)


def _called(line: AgendaLine, title: str) -> bool:
    """Whether all the words of a title stand in how it is called."""
    return set(folded_words(title)) <= set(folded_words(line.label))


def _label(work: UnitOfWork, request: PlanMeeting) -> str | None:
    groups = work.directory.groups([request.group_id]) if request.group_id is not None else ()
    return groups[0].name if groups else request.title


def planned_meeting(work: UnitOfWork, meeting_id: int) -> Meeting:
    """The meeting of that number, if it still stands in the agenda. Raises NothingPlanned."""
    meeting = work.meetings.get(meeting_id)
    if meeting is not None and meeting.state is MeetingState.CANCELLED:
        group = work.directory.groups([meeting.group_id]) if meeting.group_id is not None else ()
        raise AlreadyCancelled(group[0].name if group else meeting.title, meeting.day)
    if meeting is None or meeting.state is not MeetingState.PLANNED or meeting.became is not None:
        raise NothingPlanned
    return meeting


def about(work: UnitOfWork, content: PlanContent, meeting: Meeting, *, today: date) -> PlanContent:
    """The content, of a planned meeting that moves or is cancelled; the day that was told beside its own is known from then on."""
    occurrence = work.series.of_meeting(meeting.id)
    content, spot = lasting(replace(content, before=spot_of(meeting)), content.spot)
    if content.near is not None and spot.day is not None:
        spot = replace(spot, day=day_near(content.near, spot.day, beside=meeting.day, since=today, other=True))
    return replace(
        content,
        meeting_id=meeting.id,
        meeting_candidates=(),
        group_id=meeting.group_id,
        group_candidates=(),
        title=meeting.title,
        spot=spot,
        near=None,
        series_id=occurrence.series_id if occurrence is not None else None,
        whole_series=content.whole_series and occurrence is not None,
    )


def _today(work: UnitOfWork, now: datetime) -> date:
    return now.astimezone(work.territory.timezone).date()


def _hers(work: UnitOfWork, account: Account, groups: tuple[int, ...]) -> tuple[int, ...]:
    if may(account.role, Verb.LOG_ANY_MEETING):
        return groups
    own = {group.id for group in groups_she_may_log(work, account)}
    return tuple(group for group in groups if group in own)


def check_reach(work: UnitOfWork, account: Account, content: PlanContent) -> None:
    """Raises NotAllowed when the agenda of that group is not hers to change."""
    if may(account.role, Verb.LOG_ANY_MEETING):
        return
    if not may(account.role, Verb.LOG_OWN_MEETING):
        raise NotAllowed(Verb.LOG_OWN_MEETING)
    still_open = content.group_id is None and (content.group_candidates or content.meeting_candidates)
    if not still_open and content.group_id not in {group.id for group in groups_she_may_log(work, account)}:
        raise NotAllowed(Verb.LOG_ANY_MEETING)


def _asking(work: UnitOfWork, plan: Plan, *, now: datetime) -> Plan:
    asked = lacking(plan.content, now=now.astimezone(work.territory.timezone))
    return replace(plan, asked=asked, touched_at=now)


def open_plan(work: UnitOfWork, account: Account, plan_id: int, *, version: int | None = None) -> Plan:
    """The plan that a button speaks of, a card or kept. Raises AgendaCardGone, AgendaCardMoved."""
    plan = work.plans.get(plan_id)
    if plan is None or plan.account_id != account.id or plan.state in (PlanState.DROPPED, PlanState.UNDONE):
        raise AgendaCardGone
    if version is not None and (plan.version != version or plan.state is not PlanState.PROPOSED):
        raise AgendaCardMoved
    return plan


def change(work: UnitOfWork, account: Account, plan: Plan, *, content: PlanContent, now: datetime) -> Plan:
    """The card with what was just told. Raises NotAllowed, AgendaCardMoved."""
    check_reach(work, account, content)
    return work.plans.save(_asking(work, replace(plan, content=content), now=now))


def ask(work: UnitOfWork, plan: Plan, asked: PlanQuestion | None, *, now: datetime) -> Plan:
    """Opens that question; None closes the one that stands open, unless it must be answered."""
    open_one = asked or lacking(plan.content, now=now.astimezone(work.territory.timezone))
    return work.plans.save(replace(plan, asked=open_one, touched_at=now))


def give_up(work: UnitOfWork, plan: Plan, *, now: datetime) -> Plan:
    """❌: the agenda stays as it is."""
    return work.plans.save(replace(plan, state=PlanState.DROPPED, asked=None, touched_at=now))
