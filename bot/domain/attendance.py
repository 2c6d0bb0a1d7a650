"""Who was there: present, excused, represented, absent, or not recorded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AttendanceState(StrEnum):
    """How someone stood towards a meeting. `NOT_RECORDED` is never `ABSENT`."""

    PRESENT = "présent"
    EXCUSED = "excusé"
    REPRESENTED = "représenté"
    ABSENT = "absent"
    NOT_RECORDED = "non relevé"


def people_present(*, said: int | None, listed: int) -> int | None:
    """How many were at a meeting: the total said, never less than the `listed` present; None when neither was recorded.

    Every count of people (minutes, review, week) is this one. A list that names nobody as present is no record, whoever is excused;
    that whoever tells a meeting was there is only presumed, so she alone is none either.
    """
    return max(said or 0, listed) if said is not None or listed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One line of an attendance list.

    A person of the directory has `person_id`; unnamed people of a structure have `structure_id` and `count`;
    someone unknown has only `said`, the words as typed. `structure_said` are the words of a structure told beside somebody (or beside
    a count) that the directory does not know. `candidates` (ids of people, or of structures when
    `candidates_are_structures`) is not empty when the words fit several: then a question must be asked.
    """

    person_id: int | None = None
    structure_id: int | None = None
    said: str | None = None
    structure_said: str | None = None
    count: int = 1
    state: AttendanceState = AttendanceState.PRESENT
    represented_by: str | None = None
    candidates: tuple[int, ...] = ()
    candidates_are_structures: bool = False
    by_visio: bool = False

    @property
    def undecided(self) -> bool:
        """Whether the words fit several people or structures of the directory."""
        return bool(self.candidates) and self.person_id is None and (self.structure_id is None or not self.candidates_are_structures)
