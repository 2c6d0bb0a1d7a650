"""What stands in the agenda, and what clashes in it: two meetings at one time with the same pilot or in the same room."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from bot.domain.meetings import MeetingState

USUAL_MINUTES = 120  # of a meeting whose end nobody told, to see what it clashes with; never shown
NO_ROOM = frozenset({"visio", "téléphone"})


About = Literal["who", "checklist", "points", "page", "invitation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeePlanned:
    """« qui vient au GT de mercredi ? », « checklist du Copil »: what is known of a meeting of one of `days`, or of the next one.

    `done`: what of its list was seen to (« salle réservée pour le GT »).
    """

    about: About
    done: str = ""
    days: tuple[date, ...] = ()
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgenda:
    """« c'est quand le prochain Copil ? », « qu'est-ce que j'ai la semaine pro ? »; both ends included, `last` None: open.

    `unread`: the words behind « agenda » of which the ear makes nothing.
    """

    first: date
    last: date | None = None
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    person_id: int | None = None
    next_only: bool = False
    commune: str | None = None
    place_said: str | None = None
    unread: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """A planned or cancelled meeting. `label`: its group's name or its title; `place`: as it is called, without the commune."""

    id: int
    state: MeetingState
    label: str
    group_id: int | None = None
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    place_id: int | None = None
    commune: str | None = None
    series_id: int | None = None
    sequence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Another meeting at the same time: in the same room, or with the same pilots (`people`)."""

    other: AgendaLine
    room: bool = False
    people: tuple[int, ...] = ()


Pilots = Mapping[int, Collection[int]]
"""The pilots of each group."""


def conflicts_of(line: AgendaLine, others: Iterable[AgendaLine], pilots: Pilots) -> Iterator[Clash]:
    """What that meeting clashes with, among others of any day."""
    hers = set(pilots.get(line.group_id or 0, ()))
    for other in others:
        if other.id == line.id or not _overlap(line, other):
            continue
        people = tuple(person for person in pilots.get(other.group_id or 0, ()) if person in hers)
        room = _same_room(line, other)
        if room or people:
            yield Clash(other=other, room=room, people=people)


def clashing(lines: Collection[AgendaLine], pilots: Pilots) -> frozenset[int]:
    """The ids of the meetings that clash with another one of these."""
    by_day: dict[date, list[AgendaLine]] = {}
    for line in lines:
        by_day.setdefault(line.day, []).append(line)
    return frozenset(line.id for line in lines if any(conflicts_of(line, by_day[line.day], pilots)))


def _overlap(one: AgendaLine, other: AgendaLine) -> bool:
    if one.day != other.day or one.starts is None or other.starts is None:
        return False
    (a, b), (c, d) = _span(one), _span(other)
    return a < d and c < b


def _span(line: AgendaLine) -> tuple[int, int]:
    """From when to when, in minutes of the day; an end before the start is past midnight."""
    assert line.starts is not None
    starts = line.starts.hour * 60 + line.starts.minute
    ends = line.ends.hour * 60 + line.ends.minute if line.ends is not None else starts + USUAL_MINUTES
    return starts, ends if ends > starts else ends + 24 * 60


def _same_room(one: AgendaLine, other: AgendaLine) -> bool:
    if one.place_id is not None or other.place_id is not None:
        return one.place_id == other.place_id
    mine, theirs = _room(one.place), _room(other.place)
    return mine is not None and mine == theirs


def _room(place: str | None) -> str | None:
    """The words of a place, articles aside; None for what is no room."""
    words = " ".join((place or "").casefold().replace("’", "'").split())
    for article in ("la ", "le ", "l'", "les ", "salle "):  # « Rimbaud » is « la salle Rimbaud »
        words = words.removeprefix(article)
    return words if words and words not in NO_ROOM else None
