"""What a sheet of the directory shows: a person with her mandates and groups, a structure with its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.meetings import MeetingLine
from bot.domain.people import Person, Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A function held in a structure; `until` None: she still holds it."""

    structure_id: int | None
    function: str | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSheet:
    """All that the directory shows of somebody; `structure` is that of her main mandate.

    `mandates`: the main one first, the ended ones last, newest first. `groups`: ids, those that she pilots first. `met`: the last meeting
    that she and the reader both attended.
    """

    person: Person
    structure: Structure | None = None
    mandates: tuple[Mandate, ...] = ()
    groups: tuple[int, ...] = ()
    piloted: tuple[int, ...] = ()
    met: MeetingLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureSheet:
    """A structure and who works there now, by name."""

    structure: Structure
    people: tuple[int, ...] = ()
