"""Who was there when everybody was: « tout le monde sauf la PMI », said of a group whose members are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.count_doubts import unnamed_away
from bot.understanding.scan import Scan


def with_members(scan: Scan, group_id: int, told: Sequence[Presence], *, author_id: int | None = None) -> tuple[Presence, ...]:
    """The members of the group who are told nowhere on the list were there; the list alone if it says only how many were not.

    Neither the speaker nor the author of the meeting is ever listed.
    """
    if unnamed_away(told):  # « tous sauf 2 »: nobody knows which
        return tuple(told)
    group = scan.index.groups[group_id]
    members = tuple(dict.fromkeys(group.member_ids + group.pilot_ids))
    told = tuple(_of_its_members(scan, one, members) for one in told)
    named = {
        author_id,
        scan.hearing.author_id,
        *(p.person_id for p in told),
        *(c for p in told if not p.candidates_are_structures for c in p.candidates),
    }
    away = {house for p in told if p.state is not AttendanceState.PRESENT for house in _houses(p)}
    there = [p for p in members if p not in named and scan.index.people[p].structure_id not in away]
    return (*(Presence(person_id=person) for person in there), *told)


def _houses(presence: Presence) -> tuple[int, ...]:
    """The structure meant, or those that may be: none of their members is said to have been there."""
    if presence.structure_id is not None:
        return (presence.structure_id,)
    return presence.candidates if presence.candidates_are_structures else ()


def _of_its_members(scan: Scan, told: Presence, members: Sequence[int]) -> Presence:
    """« la PMI » of three is the one that sits in the group, said of all its members."""
    if not told.candidates_are_structures or told.structure_id is not None or told.state is AttendanceState.PRESENT:
        return told
    sitting = {scan.index.people[p].structure_id for p in members} & set(told.candidates)
    return replace(told, structure_id=sitting.pop(), candidates=(), candidates_are_structures=False) if len(sitting) == 1 else told
