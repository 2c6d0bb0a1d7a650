"""How a date is found for a group: the dates proposed, who answered what of each, and which suits best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from bot.domain.drafts import DayWindow

MOST_DATES = 8
USUAL_COUNT = 3
PartOfDay = Literal["matin", "midi", "après-midi", "soir"]


class SearchState(StrEnum):
    """Where a date search stands: a card, asked of the members, closed without a date, settled on one, or given up before ✅."""

    PROPOSED = "proposed"
    OPEN = "open"
    CLOSED = "closed"
    SETTLED = "settled"
    DROPPED = "dropped"


class Fit(StrEnum):
    """Whether a date suits somebody."""

    YES = "yes"
    IF_NEEDED = "if needed"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedDate:
    """A date that is proposed; `part` when no hour was told."""

    day: date
    starts: time | None = None
    ends: time | None = None
    part: PartOfDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindDate:
    """« cherche une date pour le GT Nutrition : mardi 8 à 14h, jeudi 10 à 10h », « propose 3 dates pour le GT en janvier ».

    Without dates so many (`count`) are to be found, within `window` if one was told.
    """

    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    dates: tuple[ProposedDate, ...] = ()
    count: int = USUAL_COUNT
    window: DayWindow | None = None
    minutes: int | None = None
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContent:
    """What a date search proposes, soonest first, and what else was told. Answers bear the place of their date: none moves once asked."""

    dates: tuple[ProposedDate, ...] = ()
    group_candidates: tuple[int, ...] = ()
    count: int = USUAL_COUNT
    window: DayWindow | None = None
    minutes: int | None = None
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSearch:
    """A date search of whoever asks (`account_id`), version-counted as a draft is.

    `rounds`: how often its members were told something of it, so that a notice of an earlier one is stale; `message_id`: where its
    counts stand in the chat of who asks; `plan_id`: the plan that its date became; `settled_at`: when it was closed or settled.
    """

    id: int = 0
    account_id: int
    version: int = 1
    state: SearchState = SearchState.PROPOSED
    group_id: int | None = None
    content: SearchContent = field(default_factory=SearchContent)
    rounds: int = 0
    message_id: int | None = None
    plan_id: int | None = None
    update_id: int | None = None
    touched_at: datetime
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAnswer:
    """What somebody said of a date: never rewritten, what was told last holds; `account_id` is who told it, for herself or another."""

    id: int = 0
    search_id: int
    place: int
    person_id: int | None  # None: erased since
    fit: Fit
    account_id: int
    told_at: datetime
    update_id: int
    undone_at: datetime | None = None


Given = dict[int, dict[int, Fit]]
"""By person, then by the place of the offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCount:
    """What was said of a date: its place, and who said what."""

    place: int
    offered: ProposedDate
    yes: tuple[int, ...] = ()
    if_needed: tuple[int, ...] = ()
    no: tuple[int, ...] = ()
    past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What who asks sees: the best date first; of the members, who has not answered (`awaited`), and who has no account (`to_note`)."""

    search: DateSearch
    group: str
    counts: tuple[DateCount, ...] = ()
    answered: tuple[int, ...] = ()
    awaited: tuple[int, ...] = ()
    to_note: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """What somebody is asked: the dates, those that are past, and what she said of each; `asker`: the name of who asks."""

    search: DateSearch
    group: str
    asker: str
    person_id: int
    given: dict[int, Fit] = field(default_factory=dict)
    past: frozenset[int] = frozenset()
    settled_on: ProposedDate | None = None
    meeting_id: int | None = None


def given(answers: Iterable[DateAnswer]) -> Given:
    """What holds of all that was told: the last word of each about each offered."""
    found: Given = {}
    for answer in sorted(answers, key=lambda one: one.id):
        if answer.undone_at is None and answer.person_id is not None:
            found.setdefault(answer.person_id, {})[answer.place] = answer.fit
    return found


def is_over(offered: ProposedDate, *, now: datetime) -> bool:
    """Whether its moment is past; a day without its hour lasts until its end. `now` is local."""
    here = now.replace(tzinfo=None)
    return offered.day < here.date() or (offered.starts is not None and datetime.combine(offered.day, offered.starts) <= here)


def counted(dates: Sequence[ProposedDate], told: Given, *, now: datetime) -> tuple[DateCount, ...]:
    """The dates with what was said of each, the best first: to come, then the most yes, the most if-needed, the fewest no, the soonest."""

    def who(place: int, fit: Fit) -> tuple[int, ...]:
        return tuple(sorted(person for person, fits in told.items() if fits.get(place) is fit))

    counts = [
        DateCount(
            place=place,
            offered=offered,
            yes=who(place, Fit.YES),
            if_needed=who(place, Fit.IF_NEEDED),
            no=who(place, Fit.NO),
            past=is_over(offered, now=now),
        )
        for place, offered in enumerate(dates)
    ]
    return tuple(sorted(counts, key=lambda one: (one.past, -len(one.yes), -len(one.if_needed), len(one.no), one.place)))


def in_order(dates: Iterable[ProposedDate]) -> tuple[ProposedDate, ...]:
    """Each once, the soonest first, no more than a phone shows."""
    order = {"matin": time(8), "midi": time(12), "après-midi": time(14), "soir": time(18)}
    seen = dict.fromkeys(dates)
    return tuple(sorted(seen, key=lambda one: (one.day, one.starts or order.get(one.part or "", time(0)))))[:MOST_DATES]
