"""How a date search lives: proposed on a card, asked of the members, answered, closed; how its date is chosen is in `chosen_dates`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.entries import TIME_TO_UNDO
from bot.actions.meetings import groups_she_may_log
from bot.actions.plans import check_reach
from bot.actions.reminders import days_off
from bot.actions.suggested_dates import suggested
from bot.actions.turnout import members_of
from bot.domain.date_searches import (
    DateAnswer,
    DateSearch,
    FindDate,
    Fit,
    SearchContent,
    SearchState,
    given,
    in_order,
    is_over,
)
from bot.domain.errors import DateIsOver, DateSearchGone, DateSearchMoved, NothingToUndo, UndoTooLate
from bot.domain.notices import due_when_quiet_ends, local
from bot.domain.permissions import Verb, may
from bot.domain.plans import PlanContent
from bot.domain.requests import PlanDeed
from bot.domain.territory import Account
from bot.ports import OutboxKind, UnitOfWork

SHOWN_WITHIN = timedelta(seconds=2)  # several answers at once are one new look at the counts
ASKED = (SearchState.OPEN, SearchState.SETTLED, SearchState.CLOSED)


def propose(work: UnitOfWork, account: Account, request: FindDate, *, update_id: int, now: datetime) -> DateSearch:
    """A card from what was said; the same update handled twice finds it again. Raises NotAllowed, DateIsOver."""
    known = work.date_searches.of_update(update_id)
    if known is not None:
        return known
    here = _here(work, now)
    if request.dates and all(is_over(offered, now=here) for offered in request.dates):
        raise DateIsOver
    candidates = _hers(work, account, request.group_candidates)
    alone = candidates[0] if len(candidates) == 1 else None
    content = SearchContent(
        dates=in_order(offered for offered in request.dates if not is_over(offered, now=here)),
        group_candidates=candidates if alone is None else (),
        count=request.count,
        window=request.window,
        minutes=request.minutes,
        place_id=request.place_id,
        place_said=request.place_said,
        commune=request.commune,
    )
    search = DateSearch(account_id=account.id, group_id=request.group_id or alone, content=content, update_id=update_id, touched_at=now)
    _check(work, account, search)
    return work.date_searches.add(_with_dates(work, search, now=now))


def _hers(work: UnitOfWork, account: Account, groups: Sequence[int]) -> tuple[int, ...]:
    own = {group.id for group in groups_she_may_log(work, account)}
    return tuple(group for group in groups if group in own)


def _with_dates(work: UnitOfWork, search: DateSearch, *, now: datetime) -> DateSearch:
    """With dates that suit its group, when none was told."""
    if search.content.dates or search.group_id is None:
        return search
    content = search.content
    return replace(search, content=replace(content, dates=suggested(work, search.group_id, content, now=_here(work, now))))


def _check(work: UnitOfWork, account: Account, search: DateSearch) -> None:
    """Raises NotAllowed when the agenda of that group is not hers (any more)."""
    content = PlanContent(deed=PlanDeed.PLAN, group_id=search.group_id, group_candidates=search.content.group_candidates)
    if search.group_id is None and not content.group_candidates:
        content = replace(content, group_candidates=tuple(group.id for group in groups_she_may_log(work, account)))
    check_reach(work, account, content)


def _here(work: UnitOfWork, now: datetime) -> datetime:
    return now.astimezone(work.territory.timezone)


def own_search(work: UnitOfWork, account: Account, search_id: int, *, version: int | None = None) -> DateSearch:
    """The date search that a button of hers speaks of, as it stands now. Raises DateSearchGone, DateSearchMoved, NotAllowed."""
    search = work.date_searches.get(search_id)
    if search is None or search.account_id != account.id or search.state is SearchState.DROPPED:
        raise DateSearchGone
    if version is not None and search.version != version:
        raise DateSearchMoved
    _check(work, account, search)
    return search


def choose_group(work: UnitOfWork, account: Account, search: DateSearch, *, group_id: int, now: datetime) -> DateSearch:
    """The group for which it is. Raises NotAllowed, DateSearchMoved."""
    _proposed(search)
    chosen = replace(search, group_id=group_id, content=replace(search.content, group_candidates=()), touched_at=now)
    _check(work, account, chosen)
    return work.date_searches.save(_with_dates(work, chosen, now=now))


def without_date(work: UnitOfWork, search: DateSearch, place: int, *, now: datetime) -> DateSearch:
    """The card without that date; one at least stays. Raises DateSearchMoved, IndexError."""
    _proposed(search)
    dates = search.content.dates
    kept = tuple(offered for offered in dates if offered != dates[place])
    return work.date_searches.save(replace(search, content=replace(search.content, dates=kept or dates), touched_at=now))


def _proposed(search: DateSearch) -> None:
    if search.state is not SearchState.PROPOSED:
        raise DateSearchMoved


def drop(work: UnitOfWork, search: DateSearch, *, now: datetime) -> DateSearch:
    """❌ of the card: nobody was asked anything. Raises DateSearchMoved."""
    _proposed(search)
    return work.date_searches.save(replace(search, state=SearchState.DROPPED, touched_at=now))


def ask_members(work: UnitOfWork, account: Account, search: DateSearch, *, message_id: int | None, now: datetime) -> DateSearch:
    """✅: each member who joined is asked, as soon as she may be written to; a second tap finds it asked. Raises DateSearchMoved."""
    if search.state is not SearchState.PROPOSED:
        return search
    if search.group_id is None or not search.content.dates:
        raise DateSearchMoved
    opened = work.date_searches.save(replace(search, state=SearchState.OPEN, message_id=message_id, touched_at=now))
    if message_id is not None:
        work.date_searches.shown_in(opened.id, message_id)
    tell_members(work, opened, now=now)
    work.journal.note(account_id=account.id, verb="ask", noun="date search", noun_id=opened.id, now=now)
    return opened


def tell_members(work: UnitOfWork, search: DateSearch, *, now: datetime) -> None:
    """What holds now becomes due to each member who joined, but for who asks: out of her quiet hours, after her leave."""
    zone = work.territory.zone
    here = local(now, zone).replace(second=0, microsecond=0)
    for account in joined(work, search):
        if account.id == search.account_id:
            continue
        quiet = work.rhythms.get(account.id).quiet
        due = due_when_quiet_ends(here, zone, off=days_off(zone, quiet), quiet=quiet)
        work.notices.tell_date_search(account.id, due, search_id=search.id, turn=search.rounds, now=now)


def joined(work: UnitOfWork, search: DateSearch) -> tuple[Account, ...]:
    """The members and pilots of its group who have joined Maillon."""
    people = sorted(person for person in members_of(work, search.group_id) if person is not None)
    accounts = (work.accounts.of_person(person) for person in people)
    return tuple(account for account in accounts if account is not None and account.telegram_id > 0)


def close(work: UnitOfWork, account: Account, search: DateSearch, *, now: datetime) -> DateSearch:
    """❌: no date, and no more answers. Raises DateSearchMoved."""
    if search.state is SearchState.CLOSED:
        return search
    if search.state is not SearchState.OPEN:
        raise DateSearchMoved
    closed = work.date_searches.save(replace(search, state=SearchState.CLOSED, settled_at=now, touched_at=now))
    work.journal.note(account_id=account.id, verb="close", noun="date search", noun_id=search.id, now=now)
    return closed


def reopen(work: UnitOfWork, account: Account, search: DateSearch, *, now: datetime) -> DateSearch:
    """↩︎ of that, within 24 hours. Raises NothingToUndo, UndoTooLate, DateSearchMoved."""
    if search.state is not SearchState.CLOSED or search.settled_at is None:
        raise NothingToUndo
    if now - search.settled_at > TIME_TO_UNDO:
        raise UndoTooLate(search.settled_at)
    work.journal.note(account_id=account.id, verb="undo", noun="date search", noun_id=search.id, now=now)
    return work.date_searches.save(replace(search, state=SearchState.OPEN, settled_at=None, touched_at=now))


def answer(work: UnitOfWork, account: Account, search_id: int, *, fits: dict[int, Fit], update_id: int, now: datetime) -> None:
    """A member says whether dates suit her; said again, the last word holds. Raises DateSearchGone, DateSearchMoved, DateIsOver."""
    search = asked_of(work, account, search_id)
    _tell(work, account, search, {account.person_id: fits}, update_id=update_id, now=now)


def asked_of(work: UnitOfWork, account: Account, search_id: int) -> DateSearch:
    """The date search of which a member is asked, whatever became of it. Raises DateSearchGone."""
    found = work.date_searches.get(search_id)
    if found is None or found.state not in ASKED or account.person_id not in members_of(work, found.group_id):
        raise DateSearchGone
    return found


def note(work: UnitOfWork, account: Account, search: DateSearch, *, fits: dict[int, dict[int, Fit]], update_id: int, now: datetime) -> None:
    """Who asks notes what members told her, by person and place of the offered. Raises DateSearchGone, DateSearchMoved, DateIsOver."""
    if not set(fits) <= members_of(work, search.group_id):
        raise DateSearchGone
    _tell(work, account, search, fits, update_id=update_id, now=now)


def _tell(
    work: UnitOfWork, account: Account, search: DateSearch, fits: dict[int, dict[int, Fit]], *, update_id: int, now: datetime
) -> None:
    if search.state is not SearchState.OPEN:
        raise DateSearchMoved
    here, dates = _here(work, now), search.content.dates
    if any(is_over(dates[place], now=here) for told in fits.values() for place in told):
        raise DateIsOver
    known = given(work.date_searches.answers(search.id))
    words = [
        DateAnswer(search_id=search.id, place=place, person_id=person, fit=fit, account_id=account.id, told_at=now, update_id=update_id)
        for person, told in fits.items()
        for place, fit in told.items()
        if known.get(person, {}).get(place) is not fit
    ]
    work.date_searches.answer(words)
    if words and account.id != search.account_id:
        show_anew(work, search, now=now)


def show_anew(work: UnitOfWork, search: DateSearch, *, now: datetime) -> None:
    """The counts that stand in the chat of who asks are drawn again."""
    asker = work.accounts.get(search.account_id)
    if search.message_id is not None and asker is not None and asker.chat_id > 0:
        soon = now + SHOWN_WITHIN
        work.deliveries.queue_once(kind=OutboxKind.DATE_BOARD, chat_id=asker.chat_id, subject_id=search.id, now=soon)


def take_back(work: UnitOfWork, account: Account, search: DateSearch, *, update_id: int, now: datetime) -> None:
    """↩︎ of what one message noted, within 24 hours. Raises NothingToUndo, UndoTooLate."""
    words = [one for one in work.date_searches.answers(search.id) if one.update_id == update_id and one.account_id == account.id]
    if not words:
        raise NothingToUndo
    if now - words[0].told_at > TIME_TO_UNDO:
        raise UndoTooLate(words[0].told_at)
    work.date_searches.take_back(search.id, update_id, now=now)


def may_search(account: Account) -> bool:
    """Whether she may look for dates of some group."""
    return may(account.role, Verb.LOG_OWN_MEETING)
