"""Who said beforehand that they come to a planned meeting, and who that they do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.attendance import AttendanceState, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """That a person, or a structure, comes to a meeting on the day on which it stood then, or is excused.

    What one message told has one `update_id`: ↩︎ takes all of it back. Neither person nor structure: somebody who was erased since.
    """

    id: int = 0
    meeting_id: int
    day: date
    person_id: int | None = None
    structure_id: int | None = None
    state: AttendanceState
    account_id: int
    told_at: datetime
    update_id: int
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TellTurnout:
    """« Karim s'excuse pour le GT de jeudi », « Sophie sera là jeudi »: who comes to a meeting of one of `days`, or of the next one.

    `people`: each with its state; some may fit several sheets. `past`: the days gone that the same words may mean (« le 17 »).
    `hours`: those told; `late`: that somebody is not there the whole time, `instead`: who comes for whom; `unnamed`: how many of
    whom only a number was told; none of these is kept.
    """

    people: tuple[Presence, ...]
    days: tuple[date, ...] = ()
    past: tuple[date, ...] = ()
    hours: tuple[time, ...] = ()
    late: bool = False
    instead: bool = False
    unnamed: int = 0
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()


def standing(words: Iterable[Word], *, day: date) -> tuple[Presence, ...]:
    """What holds of a meeting on that day: of each person or structure what was told last, in the order in which it was told.

    A meeting that was moved asks everybody again. Somebody who was erased is counted, without a name.
    """
    latest: dict[tuple[int | None, ...], Word] = {}
    for word in sorted(words, key=lambda one: one.id):
        named = (word.person_id, word.structure_id)
        who = named if named != (None, None) else (None, None, word.id)
        if word.undone_at is None and word.day == day:
            latest.pop(who, None)
            latest[who] = word
    return tuple(Presence(person_id=one.person_id, structure_id=one.structure_id, state=one.state) for one in latest.values())


def excused(people: Iterable[Presence]) -> tuple[Presence, ...]:
    """Those of them who do not come."""
    return tuple(one for one in people if one.state is AttendanceState.EXCUSED)
