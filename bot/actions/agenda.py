"""What of the agenda one sees: everything for a coordinator, one's own groups for the others, narrowed as it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.actions.planned_cards import planned_end
from bot.domain.agenda import AgendaLine, Clash, clashing, conflicts_of
from bot.domain.errors import NotAllowed, NothingPlanned
from bot.domain.permissions import Verb, may
from bot.domain.requests import Spot
from bot.domain.territory import Account
from bot.french.folding import fold, folded_words
from bot.ports import UnitOfWork


def agenda_of(
    work: UnitOfWork,
    account: Account,
    *,
    first: date,
    last: date,
    group_ids: Sequence[int] = (),
    person_id: int | None = None,
    cancelled: bool = False,
) -> tuple[AgendaLine, ...]:
    """What she sees of what is planned between two days, both included; of that person's groups if one is given. Raises NotAllowed."""
    if not may(account.role, Verb.READ_AGENDA):
        raise NotAllowed(Verb.READ_AGENDA)
    people = {person_id} if person_id is not None else set()
    if not may(account.role, Verb.LOG_ANY_MEETING):
        people |= {account.person_id}
    return work.meetings.agenda(first=first, last=last, group_ids=group_ids or None, people=people, cancelled=cancelled)


def is_over(line: AgendaLine, *, now: datetime) -> bool:
    """Whether it has ended by `now`, which is local; one whose hours nobody told lasts until the end of its day."""
    if line.starts is None and line.ends is None:
        return line.day < now.date()
    return planned_end(line) <= now.replace(tzinfo=None)


def meetings_told(
    work: UnitOfWork, account: Account, *, group_ids: Sequence[int], days: Sequence[date], today: date
) -> tuple[AgendaLine, ...]:
    """The planned meetings that are told by groups and by days, soonest first; without a day the next one of each group."""
    first, last = (min(days), max(days)) if days else (today, date.max)
    lines = agenda_of(work, account, first=first, last=last, group_ids=group_ids)
    if days:
        return tuple(line for line in lines if line.day in days)
    return tuple({line.group_id: line for line in reversed(lines)}.values())[::-1] if group_ids else lines


def pilots_of(work: UnitOfWork, lines: Iterable[AgendaLine]) -> dict[int, tuple[int, ...]]:
    """Who pilots the groups of these meetings."""
    return {g.id: g.pilot_ids for g in work.directory.groups({line.group_id for line in lines if line.group_id is not None})}


def clashing_ids(work: UnitOfWork, lines: Sequence[AgendaLine]) -> frozenset[int]:
    """Those of these meetings that clash with any other of the territory."""
    if not lines:
        return frozenset()
    all_there = work.meetings.agenda(first=min(line.day for line in lines), last=max(line.day for line in lines))
    return clashing(all_there, pilots_of(work, all_there))


def planned_line(work: UnitOfWork, account: Account, meeting_id: int, *, cancelled: bool = False) -> AgendaLine:
    """One planned meeting that she may see, be it taken off the agenda if `cancelled`. Raises NotAllowed, NothingPlanned."""
    if not may(account.role, Verb.READ_AGENDA):
        raise NotAllowed(Verb.READ_AGENDA)
    people = () if may(account.role, Verb.LOG_ANY_MEETING) else (account.person_id,)
    lines = work.meetings.agenda(first=date.min, last=date.max, meeting_ids=(meeting_id,), people=people, cancelled=cancelled)
    if not lines:
        raise NothingPlanned
    return lines[0]


def conflicts_around(work: UnitOfWork, line: AgendaLine) -> tuple[Clash, ...]:
    """What a planned meeting clashes with."""
    that_day = work.meetings.agenda(first=line.day, last=line.day)
    return tuple(conflicts_of(line, that_day, pilots_of(work, (*that_day, line))))


def somewhere_known(work: UnitOfWork, spot: Spot, word: str) -> Spot:
    """The spot at the place that has that word and where another meeting of its day is held; as it is where there is none."""
    if spot.day is None or spot.place_id or spot.place_said or spot.commune:
        return spot
    there = [line for line in work.meetings.agenda(first=spot.day, last=spot.day) if fold(word) in folded_words(line.place or "")]
    if not there:
        return spot
    return replace(spot, place_id=there[0].place_id, place_said=there[0].place, commune=there[0].commune)
