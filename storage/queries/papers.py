"""What a record of decisions, a signing sheet, an agenda and an invitation say, with names instead of ids."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.domain.annual_reviews import AnnualReview
from bot.domain.attendance import AttendanceState
from bot.domain.convenings import Convening, agenda_item
from bot.domain.decision_records import DecisionRecord, RecordedDecision, RecordedMeeting
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.minutes import FollowedAction
from bot.domain.papers import PaperOrder
from bot.domain.signing_sheets import SigningSheet
from bot.domain.territory import Territory
from bot.domain.turnout import excused
from storage import tables
from storage.decisions import read_actions_where
from storage.groups import read_groups
from storage.meetings import SqlMeetings
from storage.queries.minutes import minutes_of, previous_minutes
from storage.queries.names import Names, names_behind
from storage.queries.reviews import annual_review, title_of
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.turnout import read_turnout
from storage.writing import style_of

_t, _groups = tables.meetings, tables.groups
_OF_AXIS = Prepared(sa.select(_groups.c.id).where(own(_groups), _groups.c.axis == sa.bindparam("axis_number", type_=sa.Integer)))
_OLDEST_FIRST = (_t.c.day, _t.c.starts.is_(None), _t.c.starts, _t.c.id)


class SqlPapers:
    """The papers of one territory."""

    __slots__ = ("_scope", "_territory")

    def __init__(self, scope: Scope, territory: Territory) -> None:
        self._scope, self._territory = scope, territory

    def decision_record(self, order: PaperOrder, *, by: int, on: date) -> DecisionRecord | None:
        """The decisions of a meeting or of a period, oldest first, with the actions born there as they stand now."""
        if order.meeting_id is not None:
            return self._of_meeting(order.meeting_id, by=by, on=on)
        title = self.title(order)
        if title is None:
            return None
        group_ids = self._group_ids(order)
        of = {"first": order.first, "last": order.last or on, "group_ids": group_ids}
        parts = {"first": order.first is not None, "groups": group_ids is not None}
        decisions = self._scope.rows(_period(tables.decisions, **parts), **of)
        actions = self._scope.rows(_period(tables.actions, **parts), **of)
        names = names_behind(self._scope, (), people=[by], groups={row.group_id for row in (*decisions, *actions) if row.group_id})
        return DecisionRecord(
            organism=self._territory.organism,
            territory=self._territory.name,
            scope=title,
            first=order.first,
            last=order.last,
            meetings=self._scope.one(_period(None, **parts), **of).many,
            decisions=tuple(
                RecordedDecision(
                    text=row.text, number=row.number, status=row.status, day=row.day, instance=names.label(row.group_id, row.title)
                )
                for row in decisions
            ),
            actions=self._followed(actions),
            made_by=names.person(by),
            generated_on=on,
            style=style_of(self._scope),
        )

    def signing_sheet(self, order: PaperOrder, *, by: int, on: date) -> SigningSheet | None:
        """The members of the meeting's group and whoever else its list names."""
        meeting = self._meeting(order)
        if meeting is None:
            return None
        names, members = self._expected(meeting, by)
        place, commune = names.place(meeting.place_id, meeting.place_said, meeting.commune)
        people = [names.person(one) for one in members]
        away = {one.person_id for one in excused(read_turnout(self._scope, meeting))}
        return SigningSheet(
            organism=self._territory.organism,
            territory=self._territory.name,
            instance=names.label(meeting.group_id, meeting.title),
            title=meeting.title if meeting.group_id else None,
            day=meeting.day,
            starts=meeting.starts,
            ends=meeting.ends,
            place=place,
            commune=commune,
            expected=tuple(person for person in people if person),
            excused=tuple(person for one, person in zip(members, people, strict=True) if person and one in away),
            made_by=names.person(by),
            generated_on=on,
            style=style_of(self._scope),
        )

    def convening(self, order: PaperOrder, *, by: int, on: date) -> Convening | None:
        """The agenda and the members of the meeting's group."""
        meeting = self._meeting(order)
        if meeting is None:
            return None
        names, members = self._expected(meeting, by)
        place, commune = names.place(meeting.place_id, meeting.place_said, meeting.commune)
        waiting = previous_minutes(self._scope, meeting)
        recipients = tuple(person for one in members if one != by and (person := names.person(one)))  # nobody invites herself
        return Convening(
            organism=self._territory.organism,
            territory=self._territory.name,
            instance=names.label(meeting.group_id, meeting.title),
            title=meeting.title if meeting.group_id else None,
            day=meeting.day,
            starts=meeting.starts,
            ends=meeting.ends,
            place=place,
            commune=commune,
            items=tuple(map(agenda_item, meeting.topics)),
            approves=waiting.day if waiting and not waiting.approved else None,
            reply_by=order.reply_by if order.reply_by and order.reply_by <= meeting.day else None,
            recipients=recipients,
            each=order.each and bool(recipients),
            sender=names.person(by),
            answer_to=names.address(by),
            generated_on=on,
            style=style_of(self._scope),
        )

    def annual_review(self, order: PaperOrder, *, by: int, on: date, named: bool) -> AnnualReview | None:
        """The figures of the days of the order; `named`: with the lists of structures."""
        return annual_review(self._scope, self._territory, order, by=by, on=on, named=named)

    def title(self, order: PaperOrder) -> str | None:
        """What a review, or the decisions of a period, are of."""
        return title_of(self._scope, self._territory, order)

    def _of_meeting(self, meeting_id: int, *, by: int, on: date) -> DecisionRecord | None:
        minutes = minutes_of(self._scope, self._territory, meeting_id, on=on)
        meeting = SqlMeetings(self._scope).get(meeting_id)
        if minutes is None or meeting is None:
            return None
        names = names_behind(self._scope, (meeting,), people=[by])
        return DecisionRecord(
            organism=minutes.organism,
            territory=minutes.territory,
            scope=minutes.instance,
            meeting=RecordedMeeting(
                title=minutes.title,
                day=minutes.day,
                starts=minutes.starts,
                ends=minutes.ends,
                place=minutes.place,
                commune=minutes.commune,
                present=minutes.present,
                excused=minutes.people_in(AttendanceState.EXCUSED),
                state=minutes.state,
                version=minutes.version,
                next_meeting=minutes.next_meeting,
            ),
            meetings=1,
            decisions=tuple(
                RecordedDecision(text=one.text, number=one.number or "", status=one.status, day=meeting.day, instance=minutes.instance)
                for one in meeting.decisions
            ),
            actions=tuple(names.followed(action, day=meeting.day, instance=minutes.instance) for action in meeting.actions),
            made_by=names.person(by),
            generated_on=on,
            style=style_of(self._scope),
        )

    def _followed(self, rows: Sequence[Any]) -> tuple[FollowedAction, ...]:
        actions = read_actions_where(self._scope, [row.id for row in rows])
        names = names_behind(self._scope, (), actions=actions.values(), groups={row.group_id for row in rows if row.group_id})
        return tuple(names.followed(actions[row.id], day=row.day, instance=names.label(row.group_id, row.title)) for row in rows)

    def _group_ids(self, order: PaperOrder) -> list[int] | None:
        """Whose decisions: those groups, those of the axis (those that are both, if both are told), None for the whole territory."""
        if order.axis is None:
            return list(order.group_ids) or None
        return [row.id for row in self._scope.rows(_OF_AXIS, axis_number=order.axis) if not order.group_ids or row.id in order.group_ids]

    def _meeting(self, order: PaperOrder) -> Meeting | None:
        """The meeting meant, be it planned or held, or only said."""
        if order.meeting_id is not None:
            return SqlMeetings(self._scope).get(order.meeting_id)
        if len(order.group_ids) != 1 or order.first is None:
            return None
        return Meeting(
            id=0,
            state=MeetingState.PLANNED,
            group_id=order.group_ids[0],
            day=order.first,
            starts=order.starts,
            ends=order.ends,
            place_id=order.place_id,
            place_said=order.place_said,
            commune=order.commune,
        )

    def _expected(self, meeting: Meeting, by: int) -> tuple[Names, list[int]]:
        """Who is expected: the members of its group, and the people of its list who are none."""
        groups = read_groups(self._scope, [meeting.group_id]) if meeting.group_id else ()
        members = [person for group in groups for person in group.member_ids]
        listed = [presence.person_id for presence in meeting.people if presence.person_id and presence.person_id not in members]
        return names_behind(self._scope, (meeting,), people=[by, *members]), list(dict.fromkeys([*members, *listed]))


@cache
def _period(parts: sa.Table | None, *, first: bool, groups: bool) -> Prepared:
    """The decisions or the actions of the held meetings of a period, or how many meetings those are."""
    conditions = [own(_t), _t.c.state == MeetingState.HELD, _t.c.day <= sa.bindparam("last", type_=sa.Date)]
    if first:
        conditions.append(_t.c.day >= sa.bindparam("first", type_=sa.Date))
    if groups:
        conditions.append(_t.c.group_id.in_(sa.bindparam("group_ids", expanding=True)))
    if parts is None:
        return Prepared(sa.select(sa.func.count().label("many")).select_from(_t).where(*conditions))
    columns = [_t.c.day, _t.c.group_id, _t.c.title, parts.c.id]
    columns += [parts.c[name] for name in ("text", "number", "status")] if parts is tables.decisions else []
    joined = parts.join(_t, sa.and_(_t.c.territory_id == parts.c.territory_id, _t.c.id == parts.c.meeting_id))
    return Prepared(sa.select(*columns).select_from(joined).where(own(parts), *conditions).order_by(*_OLDEST_FIRST, parts.c.position))
