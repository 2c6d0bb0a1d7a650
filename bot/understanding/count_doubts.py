"""Which counts of a card contradict its list: fewer than it names, or another than that of the whole group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import Field, MeetingDraft, named_present


def doubting_count(draft: MeetingDraft, unsure: Sequence[Field], *, everyone: bool) -> tuple[Field, ...]:
    """The doubts of a card, with those on its total and its list where they contradict each other.

    `everyone`: the list was filled with the members of the group, because all of them were said to be there.
    """
    doubts = () if agrees(draft, everyone=everyone) else (Field.HEADCOUNT, Field.PEOPLE)
    return tuple(dict.fromkeys((*unsure, *doubts)))


def agrees(draft: MeetingDraft, *, everyone: bool) -> bool:
    """Whether the total said can be that of the list; a rough one, or none, contradicts nothing."""
    if everyone and unnamed_away(draft.people):
        return False
    if draft.headcount is None or draft.headcount_approximate:
        return True
    named = named_present(draft)
    return named == draft.headcount if everyone and draft.people else named <= draft.headcount


def unnamed_away(people: Iterable[Presence]) -> bool:
    """Whether some are told away without a name: « tout le monde, 2 excusés »."""
    away = (p for p in people if p.state in {AttendanceState.EXCUSED, AttendanceState.ABSENT})
    return any(p.said in {"personne", "personnes"} and p.person_id is None and p.structure_id is None for p in away)
