"""How people come onto the card of a kept meeting, leave it, or are told away: nobody twice, nobody in the place of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.attendance import Presence
from bot.domain.drafts import MeetingDraft, recounted
from bot.domain.errors import OldButton
from bot.domain.people import Structure
from bot.domain.requests import UpdateAttendance
from bot.french.folding import only_says


def with_attendance(meeting: MeetingDraft, request: UpdateAttendance, structures: dict[int, Structure]) -> MeetingDraft:
    """The kept meeting with people added, removed or told away; its stated total follows.

    `structures` are those of all these lines: words tell their unnamed people from somebody whom the directory does not know.
    """

    def same(one: Presence, other: Presence) -> bool:
        return _same(one, other, structures)

    author = meeting.author_id if meeting.author_present else None
    come = tuple(p for p in request.add if p.person_id is None or p.person_id != author)
    people = [p for p in meeting.people if not any(same(p, gone) for gone in (*request.remove, *come, *request.away))]
    listed = replace(meeting, people=(*people, *come, *request.away))
    return recounted(meeting, listed) if request.headcount is None else replace(listed, headcount=request.headcount)


def _same(one: Presence, other: Presence, structures: dict[int, Structure]) -> bool:
    if one.person_id or other.person_id:
        return one.person_id == other.person_id
    if one.structure_id != other.structure_id:
        return False
    if (one.said or "").casefold() == (other.said or "").casefold():
        return True
    return not _names_somebody(one, structures) and not _names_somebody(other, structures)


def _names_somebody(presence: Presence, structures: dict[int, Structure]) -> bool:
    """Whether its words name somebody, be it of a structure: « Julie Petit » (of the CCAS), not « le CCAS »."""
    structure = structures.get(presence.structure_id or 0)
    if structure is None:
        return True
    return not only_says(presence.said or "", (structure.name, structure.sigle or "", *structure.aliases))


def settled(meeting: MeetingDraft, chosen: int | None) -> MeetingDraft:
    """The meeting whose first undecided name is that candidate; who counts already is not listed again. Raises OldButton for another."""
    people = meeting.people
    place = next((i for i, presence in enumerate(people) if presence.undecided), None)
    if place is None:
        return meeting
    if chosen is not None and chosen not in people[place].candidates:
        raise OldButton
    others = (people[:place], people[place + 1 :])
    line = _decided(people[place], chosen)
    between = () if _listed(line, meeting, (*others[0], *others[1])) else (line,)
    return replace(meeting, people=(*others[0], *between, *others[1]))


def _decided(presence: Presence, chosen: int | None) -> Presence:
    """The same line of attendance with its doubt settled."""
    if chosen is None:
        return replace(presence, candidates=(), candidates_are_structures=False)
    if presence.candidates_are_structures:
        return replace(presence, structure_id=chosen, candidates=(), candidates_are_structures=False)
    return replace(presence, person_id=chosen, candidates=())


def _listed(presence: Presence, meeting: MeetingDraft, others: Iterable[Presence]) -> bool:
    """Whether that person counts already: as the author, or by another line."""
    author = meeting.author_id if meeting.author_present else None
    return presence.person_id is not None and presence.person_id in {author, *(other.person_id for other in others)}
