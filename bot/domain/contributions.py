"""Hours given to the common work: their part, their nature, and how attendance becomes hours. Minutes are integers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What the time was spent on."""

    MEETING = "réunion"
    PREPARATION = "préparation"
    TRAVEL = "déplacement"
    WRITING = "rédaction"
    ACTION = "action"
    TRAINING = "formation"
    OTHER = "autre"


class Nature(StrEnum):
    """Under what title the time was given. An unknown nature is None, shown « à préciser », and counts in no voluntary total."""

    VOLUNTEER = "bénévole"
    EMPLOYER_TIME = "temps employeur"
    INDEMNIFIED = "libéral indemnisé"
    NOT_INDEMNIFIED = "libéral non indemnisé"
    RESIDENT = "habitant·e"
    TEAM = "équipe"


@dataclass(frozen=True, slots=True, kw_only=True)
class NatureShare:
    """So many of the people whose nature the directory does not tell (None: all who are left) gave their time under that title."""

    nature: Nature
    count: int | None = None


class ContributionSource(StrEnum):
    """Where a contribution comes from."""

    SAID = "dit"
    FROM_ATTENDANCE = "déduit de la présence"
    IMPORTED = "importé"
