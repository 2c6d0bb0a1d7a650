"""How the date that was found becomes the planned meeting, through the same plan as any other, and how ↩︎ takes that back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.date_searches import tell_members
from bot.actions.planned_meetings import keep_plan, undo_plan
from bot.actions.plans import propose
from bot.domain.date_searches import DateSearch, SearchState, is_over
from bot.domain.errors import DateIsOver, DateSearchMoved, NothingToUndo
from bot.domain.plans import Plan, later
from bot.domain.requests import PlanDeed, PlanMeeting, Spot
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def settle(work: UnitOfWork, account: Account, search: DateSearch, *, place: int, update_id: int, now: datetime) -> tuple[DateSearch, Plan]:
    """One tap: that date is the meeting planned, and the members hear of it. A second tap finds it planned.

    Raises DateSearchMoved, DateIsOver, IndexError, and what ✅ of any plan raises.
    """
    if search.state is SearchState.SETTLED and search.plan_id is not None:
        plan = work.plans.get(search.plan_id)
        if plan is not None:
            return search, plan
    if search.state is not SearchState.OPEN:
        raise DateSearchMoved
    offered, content = search.content.dates[place], search.content
    if is_over(offered, now=now.astimezone(work.territory.timezone)):
        raise DateIsOver
    # Settled before anything is planned: of two taps at the same moment the second one is refused here.
    settled = work.date_searches.save(replace(search, state=SearchState.SETTLED, rounds=search.rounds + 1, settled_at=now, touched_at=now))
    spot = Spot(
        day=offered.day,
        starts=offered.starts,
        ends=offered.ends or later(offered.starts, content.minutes),
        place_id=content.place_id,
        place_said=content.place_said,
        commune=content.commune,
    )
    asked = PlanMeeting(deed=PlanDeed.PLAN, group_id=search.group_id, spot=spot)
    plan = propose(work, account, asked, update_id=update_id, now=now)
    plan = keep_plan(work, account, plan.id, version=plan.version, now=now)
    settled = work.date_searches.save(replace(settled, plan_id=plan.id))
    tell_members(work, settled, now=now)
    return settled, plan


def unsettle(work: UnitOfWork, account: Account, search: DateSearch, *, now: datetime) -> DateSearch:
    """↩︎, within 24 hours: the agenda is as before, the dates stand open again, the members hear of it. Raises as ↩︎ of a plan does."""
    if search.state is not SearchState.SETTLED or search.plan_id is None:
        raise NothingToUndo
    undo_plan(work, account, search.plan_id, now=now)
    return _open_again(work, search, now=now)


def opened_again(work: UnitOfWork, plan_id: int, *, now: datetime) -> None:
    """A plan was taken back otherwise (« annule »): if it was a date that was found, its search stands open again."""
    search = work.date_searches.of_plan(plan_id)
    if search is not None and search.state is SearchState.SETTLED:
        _open_again(work, search, now=now)


def _open_again(work: UnitOfWork, search: DateSearch, *, now: datetime) -> DateSearch:
    again = replace(search, state=SearchState.OPEN, plan_id=None, rounds=search.rounds + 1, settled_at=None, touched_at=now)
    opened = work.date_searches.save(again)
    tell_members(work, opened, now=now)
    return opened
