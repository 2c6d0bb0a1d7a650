"""The names behind the ids of meetings: people, structures, groups and places as documents print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.decisions import Action
from bot.domain.drafts import Bearer, NextMeetingDraft, present
from bot.domain.groups import Group
from bot.domain.meetings import Meeting
from bot.domain.minutes import Correspondent, FollowedAction, MinutedAction, NamedPerson, NextMeeting, Participant
from bot.domain.people import Person, Structure
from bot.french.folding import only_says
from bot.french.posts import post_and_structure
from storage import tables
from storage.groups import read_groups
from storage.people import people_by_id, structures_by_id
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.vocabulary import commune_names

_PLACES = Prepared(
    sa.select(tables.places.c.id, tables.places.c.name, tables.places.c.commune).where(
        own(tables.places), tables.places.c.id.in_(sa.bindparam("ids", expanding=True))
    )
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind the ids of some meetings."""

    people: dict[int, Person]
    structures: dict[int, Structure]
    groups: dict[int, Group]
    places: dict[int, tuple[str, str | None]]
    communes: dict[str | None, str]

    def structure(self, structure_id: int | None) -> str | None:
        """Its name."""
        found = self.structures.get(structure_id or 0)
        return found.name if found else None

    def person(self, person_id: int | None) -> NamedPerson | None:
        """Somebody as printed."""
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
        """Its list, nobody present twice; the author first if she was there and attendance was recorded."""
        there = present(meeting.people, besides=None)
        kept = [one for one in meeting.people if one.state is not AttendanceState.PRESENT or any(one is other for other in there)]
        listed = tuple(map(self._participant, kept))
        author = self.person(meeting.author_id) if meeting.author_present else None
        recorded = meeting.headcount is not None or there
        if author is None or not recorded or meeting.author_id in {presence.person_id for presence in meeting.people}:
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

    def label(self, group_id: int | None, title: str | None) -> str:
        """What a meeting is called: its group, else its title."""
        group = self.groups.get(group_id or 0)
        return group.name if group else title or ""

    def action(self, action: Action) -> MinutedAction:
        """An action as printed."""
        return MinutedAction(
            text=action.text,
            bearers=tuple(filter(None, map(self.bearer, action.bearers))),
            due=action.due,
            due_window=action.due_window,
            due_said=action.due_said,
        )

    def followed(self, action: Action, *, day: date, instance: str) -> FollowedAction:
        """An action with its meeting and where it stands."""
        return FollowedAction(action=self.action(action), status=action.status, day=day, instance=instance)

    def bearer(self, bearer: Bearer) -> NamedPerson | str | None:
        """Who takes it."""
        return self.person(bearer.person_id) or self.structure(bearer.structure_id) or bearer.said

    def place(self, place_id: int | None, said: str | None, commune: str | None) -> tuple[str | None, str | None]:
        """A place and its commune, by name."""
        name, own_commune = self.places.get(place_id or 0, (said, None))
        where = commune or own_commune
        return name, self.communes.get(where, where)

    def following(self, announced: NextMeetingDraft | None, group_id: int | None) -> NextMeeting | None:
        """The next meeting as printed."""
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

    def address(self, person_id: int | None) -> Correspondent | None:
        """Her name and mail: who wrote minutes is whom to write to, whatever her visibility; who objected is named without mail."""
        known, person = self.people.get(person_id or 0), self.person(person_id)
        return None if known is None or person is None else Correspondent(person=person, mail=None if known.objected else known.email)


def names_behind(
    scope: Scope,
    meetings: Iterable[Meeting],
    *,
    actions: Iterable[Action] = (),
    people: Iterable[int | None] = (),
    groups: Iterable[int] = (),
) -> Names:
    """All the names that these meetings, actions, people and groups need."""
    several = tuple(meetings)
    following = [meeting.next_meeting for meeting in several if meeting.next_meeting]
    bearers = [bearer for action in (*actions, *(one for m in several for one in m.actions)) for bearer in action.bearers]
    presences = [presence for meeting in several for presence in meeting.people]
    wanted = {p.person_id for p in presences} | {b.person_id for b in bearers} | {m.author_id for m in several} | set(people)
    known = people_by_id(scope, {one for one in wanted if one})
    structure_ids = {p.structure_id for p in presences} | {b.structure_id for b in bearers}
    structure_ids |= {person.structure_id for person in known.values()}
    place_ids = {one for one in (*(m.place_id for m in several), *(n.place_id for n in following)) if one}
    group_ids = {one for one in (*(m.group_id for m in several), *(n.group_id for n in following), *groups) if one}
    return Names(
        people=known,
        structures=structures_by_id(scope, {one for one in structure_ids if one}),
        groups={group.id: group for group in read_groups(scope, group_ids)},
        places={row.id: (row.name, row.commune) for row in scope.rows(_PLACES, ids=sorted(place_ids))} if place_ids else {},
        communes=commune_names(scope),
    )
