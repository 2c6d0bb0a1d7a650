"""What is seen of date searches: the counts of who asks, what a member is asked, and which are open for somebody."""

from __future__ import annotations

from datetime import datetime

from bot.actions.date_searches import joined
from bot.actions.turnout import members_of
from bot.domain.date_searches import Ballot, Board, DateSearch, ProposedDate, SearchState, counted, given, is_over
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def board_of(work: UnitOfWork, search: DateSearch, *, now: datetime) -> Board:
    """What who asks sees of it."""
    told = given(work.date_searches.answers(search.id))
    members = sorted(person for person in members_of(work, search.group_id) if person is not None)
    known = {account.person_id for account in joined(work, search)}
    groups = work.directory.groups([search.group_id]) if search.group_id is not None else ()
    return Board(
        search=search,
        group=groups[0].name if groups else "",
        counts=counted(search.content.dates, told, now=now.astimezone(work.territory.timezone)),
        answered=tuple(person for person in members if person in told),
        awaited=tuple(person for person in members if person in known and person not in told),
        to_note=tuple(person for person in members if person not in known and person not in told),
    )


def ballot_of(work: UnitOfWork, search: DateSearch, person_id: int, *, now: datetime) -> Ballot:
    """What that person is asked, and what she said."""
    asker = work.accounts.get(search.account_id)
    people = work.directory.people([asker.person_id]) if asker is not None else {}
    groups = work.directory.groups([search.group_id]) if search.group_id is not None else ()
    here, dates = now.astimezone(work.territory.timezone), search.content.dates
    plan = work.plans.get(search.plan_id) if search.plan_id is not None and search.state is SearchState.SETTLED else None
    spot = plan.content.spot if plan is not None else None
    return Ballot(
        search=search,
        group=groups[0].name if groups else "",
        asker=next((person.full_name for person in people.values()), ""),
        person_id=person_id,
        given=given(work.date_searches.answers(search.id)).get(person_id, {}),
        past=frozenset(place for place, offered in enumerate(dates) if is_over(offered, now=here)),
        settled_on=ProposedDate(day=spot.day, starts=spot.starts, ends=spot.ends) if spot is not None and spot.day is not None else None,
        meeting_id=plan.changed[0].meeting_id if plan is not None and plan.changed else None,
    )


def open_for(work: UnitOfWork, account: Account, *, now: datetime) -> tuple[DateSearch, ...]:
    """The open date searches that she asks, then those about which she can still be asked."""
    return (*work.date_searches.of_account(account.id, SearchState.OPEN), *asked_of_her(work, account, now=now))


def asked_of_her(work: UnitOfWork, account: Account, *, now: datetime) -> tuple[DateSearch, ...]:
    """Those of others about which she can still be asked."""
    groups = [group.id for group in work.directory.groups_of(account.person_id)]
    others = (one for one in work.date_searches.of_groups(groups, SearchState.OPEN) if one.account_id != account.id)
    return tuple(one for one in others if is_live(work, one, now=now))


def own_live(work: UnitOfWork, account: Account, *, now: datetime) -> tuple[DateSearch, ...]:
    """Those that she asks and of which a date is still to come, the newest first."""
    return tuple(one for one in work.date_searches.of_account(account.id, SearchState.OPEN) if is_live(work, one, now=now))


def is_live(work: UnitOfWork, search: DateSearch, *, now: datetime) -> bool:
    """Whether one of its dates is still to come."""
    here = now.astimezone(work.territory.timezone)
    return not all(is_over(offered, now=here) for offered in search.content.dates)
