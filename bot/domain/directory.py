"""What the whole directory of a territory holds, sheet by sheet, as it is brought in and taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.domain.people import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMandate:
    """One function of somebody in one structure at this moment."""

    structure_id: int | None = None
    function: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """All that is kept of a person; the first phone (E.164), mail and mandate are the main ones; `commune` is an INSEE code."""

    id: int
    first_name: str
    last_name: str
    civility: str | None = None
    doctor: bool = False
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    commune: str | None = None
    note: str | None = None
    mandates: tuple[KnownMandate, ...] = ()
    group_ids: tuple[int, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGroup:
    """A group as lists of people name it."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDirectory:
    """Every sheet of a territory's directory; `communes` are the INSEE codes of the territory."""

    people: tuple[KnownPerson, ...] = ()
    structures: tuple[Structure, ...] = ()
    groups: tuple[KnownGroup, ...] = ()
    communes: tuple[str, ...] = ()


def once(values: Iterable[str]) -> tuple[str, ...]:
    """Those values without empty ones nor repetitions, in order."""
    return tuple(dict.fromkeys(value for value in values if value))


class ExportedNoun(StrEnum):
    """A noun that is taken out whole: a sheet of the workbook and a file of its own."""

    PEOPLE = "personnes"
    STRUCTURES = "structures"
    GROUPS = "groupes"
    MEETINGS = "réunions"
    ATTENDANCE = "présences"
    CONTRIBUTIONS = "contributions"
    DECISIONS = "décisions"
    ACTIONS = "actions"


class ExportPart(IntEnum):
    """A file in which the directory is taken out by the chat; the number is what the outbox keeps."""

    WORKBOOK = 1
    TABLE = 2
    CARDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedSheet:
    """The rows of a noun; cells are text, whole numbers, dates, times or None, in the order of its columns."""

    noun: ExportedNoun
    rows: tuple[tuple[object, ...], ...]
