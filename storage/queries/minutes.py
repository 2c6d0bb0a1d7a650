"""What the minutes of a held meeting say, with names instead of ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from bot.domain.attendance import Presence
from bot.domain.decisions import Action
from bot.domain.drafts import Bearer, NextMeetingDraft
from bot.domain.groups import Group
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.minutes import MinutedAction, MinutedDecision, Minutes, NamedPerson, NextMeeting, Participant
from bot.domain.people import Person, Structure
from bot.domain.territory import Territory
from bot.french.folding import only_says
from bot.french.posts import post_and_structure
from storage import tables
from storage.groups import read_groups
from storage.meetings import SqlMeetings
from storage.people import people_by_id, structures_by_id
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.vocabulary import commune_names

_PLACES = Prepared(
    sa.select(tables.places.c.id, tables.places.c.name, tables.places.c.commune).where(
        own(tables.places), tables.places.c.id.in_(sa.bindparam("ids", expanding=True))
    )
)


def minutes_of(scope: Scope, territory: Territory, meeting_id: int, *, on: date) -> Minutes | None:
    """The minutes of a held meeting, None for any other; `on` is the day they are made.

    Nobody is made chair or secretary: that is not said when a meeting is logged. Corrections go to whoever logged it.
    """
    meeting = SqlMeetings(scope).get(meeting_id)
    if meeting is None or meeting.state is not MeetingState.HELD:
        return None
    names = _names(scope, meeting)
    group = names.groups.get(meeting.group_id or 0)
    place, commune = names.place(meeting.place_id, meeting.place_said, meeting.commune)
    return Minutes(
        organism=territory.organism,
        territory=territory.name,
        instance=group.name if group else meeting.title or "",
        instance_kind=group.kind if group else None,
        title=meeting.title if group else None,
        state=meeting.minutes_state,
        version=meeting.minutes_version,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        minutes=meeting.minutes,
        times_approximate=meeting.times_approximate,
        place=place,
        commune=commune,
        headcount=meeting.headcount,
        headcount_approximate=meeting.headcount_approximate,
        participants=names.participants(meeting),
        topics=meeting.topics,
        decisions=tuple(MinutedDecision(text=decision.text, number=decision.number) for decision in meeting.decisions),
        actions=tuple(map(names.action, meeting.actions)),
        next_meeting=names.following(meeting.next_meeting, meeting.group_id),
        corrections_to=names.address(meeting.author_id),
        generated_on=on,
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The names behind the ids of one meeting."""

    people: dict[int, Person]
    structures: dict[int, Structure]
    groups: dict[int, Group]
    places: dict[int, tuple[str, str | None]]
    communes: dict[str | None, str]

    def structure(self, structure_id: int | None) -> str | None:
        found = self.structures.get(structure_id or 0)
        return found.name if found else None

    def person(self, person_id: int | None) -> NamedPerson | None:
        found = self.people.get(person_id or 0)
        if found is None:
            return None
        return NamedPerson(
            first_name=found.first_name,
            last_name=found.last_name,
            civility=found.civility,
            doctor=found.doctor,
            function=found.function,
            structure=self.structure(found.structure_id),
        )

    def participants(self, meeting: Meeting) -> tuple[Participant, ...]:
        listed = tuple(self._participant(presence) for presence in meeting.people)
        author = self.person(meeting.author_id) if meeting.author_present else None
        if author is None or meeting.author_id in {presence.person_id for presence in meeting.people}:
            return listed
        return (Participant(person=author), *listed)

    def _participant(self, presence: Presence) -> Participant:
        structure = self.structures.get(presence.structure_id or 0)
        repeats = structure is not None and only_says(presence.said or "", (structure.name, structure.sigle or "", *structure.aliases))
        post, told = post_and_structure(presence.structure_said) if presence.structure_said else (None, None)
        return Participant(
            person=self.person(presence.person_id),
            structure=structure.name if structure else told,
            function=post,
            said=None if repeats or (presence.count > 1 and presence.said == presence.structure_said) else presence.said,
            count=presence.count,
            state=presence.state,
            represented_by=presence.represented_by,
            by_visio=presence.by_visio,
        )

    def action(self, action: Action) -> MinutedAction:
        return MinutedAction(
            text=action.text,
            bearers=tuple(filter(None, map(self.bearer, action.bearers))),
            due=action.due,
            due_window=action.due_window,
            due_said=action.due_said,
        )

    def bearer(self, bearer: Bearer) -> str | None:
        person = self.people.get(bearer.person_id or 0)
        return person.full_name if person else self.structure(bearer.structure_id) or bearer.said

    def place(self, place_id: int | None, said: str | None, commune: str | None) -> tuple[str | None, str | None]:
        name, own_commune = self.places.get(place_id or 0, (said, None))
        where = commune or own_commune
        return name, self.communes.get(where, where)

    def following(self, announced: NextMeetingDraft | None, group_id: int | None) -> NextMeeting | None:
        if announced is None:
            return None
        place, commune = self.place(announced.place_id, announced.place_said, announced.commune)
        other = self.groups.get(announced.group_id or 0) if announced.group_id != group_id else None
        return NextMeeting(
            day=announced.day,
            day_window=announced.day_window,
            said=announced.said,
            starts=announced.starts,
            ends=announced.ends,
            place=place,
            commune=commune,
            instance=other.name if other else None,
        )

    def address(self, person_id: int | None) -> str | None:
        """Her name and mail: who wrote minutes is whom to write to, whatever her visibility; who objected is named without mail."""
        person = self.people.get(person_id or 0)
        return None if person is None else ", ".join(filter(None, (person.full_name, None if person.objected else person.email)))


def _names(scope: Scope, meeting: Meeting) -> _Names:
    following = meeting.next_meeting
    bearers = [bearer for action in meeting.actions for bearer in action.bearers]
    people_ids = {p.person_id for p in meeting.people} | {b.person_id for b in bearers} | {meeting.author_id}
    people = people_by_id(scope, {one for one in people_ids if one})
    structure_ids = {p.structure_id for p in meeting.people} | {b.structure_id for b in bearers}
    structure_ids |= {person.structure_id for person in people.values()}
    place_ids = [one for one in (meeting.place_id, following.place_id if following else None) if one]
    group_ids = [one for one in (meeting.group_id, following.group_id if following else None) if one]
    return _Names(
        people=people,
        structures=structures_by_id(scope, {one for one in structure_ids if one}),
        groups={group.id: group for group in read_groups(scope, group_ids)},
        places={row.id: (row.name, row.commune) for row in scope.rows(_PLACES, ids=place_ids)} if place_ids else {},
        communes=commune_names(scope),
    )
