"""What stands against each date of a search: a holiday, the school holidays, a pilot or a room that is taken."""

from __future__ import annotations

from dataclasses import dataclass

from bot.actions.planned_meetings import signals
from bot.domain.date_searches import DateSearch, ProposedDate
from bot.domain.plans import Plan, PlanContent
from bot.domain.requests import PlanDeed, Spot
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMark:
    """What is pointed out about a date; `holiday` is the name of a public one."""

    holiday: str | None = None
    school: bool = False
    clash: bool = False


def marks_of(work: UnitOfWork, search: DateSearch) -> tuple[DateMark, ...]:
    """One a date, as the card of a plan on that day would point it out."""
    return tuple(_mark(work, search, offered) for offered in search.content.dates)


def _mark(work: UnitOfWork, search: DateSearch, offered: ProposedDate) -> DateMark:
    content = search.content
    spot = Spot(day=offered.day, starts=offered.starts, ends=offered.ends, place_id=content.place_id, place_said=content.place_said)
    plan = Plan(
        id=0,
        account_id=search.account_id,
        content=PlanContent(deed=PlanDeed.PLAN, group_id=search.group_id, spot=spot),
        touched_at=search.touched_at,
    )
    found = signals(work, plan, today=offered.day)
    return DateMark(
        holiday=found.holidays[0][1] if found.holidays else None,
        school=bool(found.school),
        clash=bool(found.conflicts),
    )
