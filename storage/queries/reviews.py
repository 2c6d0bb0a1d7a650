"""What the figures of an annual review are counted from: one named query each, over the rows of a territory between two days.

`MEETINGS_HELD`, `PEOPLE_PRESENT`, `TIME_GIVEN`, `DECISIONS_TAKEN` and `ACTIONS_ENTRUSTED` say what is counted, `NEIGHBOURHOODS_KEPT`
(`neighbourhoods.py`) which QPV there are; the sums are those of
`bot/domain/annual_reviews.py`. The same queries over the year before tell which structures are new and which were not seen again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain.annual_reviews import AnnualReview, ReviewHead, ReviewNames, review_of
from bot.domain.attendance import AttendanceState, people_present
from bot.domain.meetings import MeetingState
from bot.domain.papers import PaperOrder
from bot.domain.review_facts import GivenTime, ReviewedAction, ReviewedDecision, ReviewedMeeting, ReviewScope, Sighting, YearFacts
from bot.domain.territory import Territory
from bot.french.folding import fold
from storage import tables
from storage.queries.names import names_behind
from storage.queries.neighbourhoods import neighbourhoods_of
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.vocabulary import commune_names
from storage.writing import style_of

_m, _g, _a, _c, _d = tables.meetings, tables.groups, tables.attendance, tables.contributions, tables.decisions
_places, _mandates, _structures, _axes, _actions = tables.places, tables.mandates, tables.structures, tables.axes, tables.actions
_FIRST, _LAST = sa.bindparam("first", type_=sa.Date), sa.bindparam("last", type_=sa.Date)
_HELD = (own(_m), _m.c.state == MeetingState.HELD, _m.c.day >= _FIRST, _m.c.day <= _LAST)


def _beside(table: sa.Table, column: str) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.territory_id == _m.c.territory_id, table.c.id == _m.c[column])


def _of_meetings(table: sa.Table) -> sa.FromClause:
    return table.join(_m, sa.and_(_m.c.territory_id == table.c.territory_id, _m.c.id == table.c.meeting_id))


MEETINGS_HELD = Prepared(
    sa.select(
        *[_m.c[name] for name in ("id", "day", "title", "group_id", "headcount", "author_id", "author_present", "commune", "place_said")],
        *[_g.c[name] for name in ("name", "kind", "axis")],
        _places.c.commune.label("place_commune"),
        _places.c.name.label("place_name"),
        _places.c.neighbourhood,
    )
    .select_from(_m.outerjoin(_g, _beside(_g, "group_id")).outerjoin(_places, _beside(_places, "place_id")))
    .where(*_HELD)
    .order_by(_m.c.day, _m.c.id)
)
PEOPLE_PRESENT = Prepared(
    sa.select(*[_a.c[name] for name in ("meeting_id", "person_id", "structure_id", "count", "state")], _m.c.day)
    .select_from(_of_meetings(_a))
    .where(own(_a), *_HELD)
    .order_by(_a.c.id)
)
TIME_GIVEN = Prepared(
    sa.select(
        *[_c.c[name] for name in ("day", "minutes", "count", "part", "nature", "person_id", "structure_id", "group_id", "commune")],
        sa.func.coalesce(_c.c.axis, _g.c.axis).label("axis"),
        _c.c.meeting_id,
    )
    .select_from(_c.outerjoin(_g, sa.and_(_g.c.territory_id == _c.c.territory_id, _g.c.id == _c.c.group_id)))
    .where(own(_c), _c.c.day >= _FIRST, _c.c.day <= _LAST)
    .order_by(_c.c.id)
)
DECISIONS_TAKEN = Prepared(sa.select(_d.c.meeting_id, _d.c.status).select_from(_of_meetings(_d)).where(own(_d), *_HELD))
ACTIONS_ENTRUSTED = Prepared(
    sa.select(_actions.c.meeting_id, _actions.c.status, _actions.c.due).select_from(_of_meetings(_actions)).where(own(_actions), *_HELD)
)
_MANDATES = Prepared(
    sa.select(*[_mandates.c[name] for name in ("person_id", "structure_id", "since", "until")])
    .where(own(_mandates), _mandates.c.main, _mandates.c.structure_id.is_not(None))
    .order_by(_mandates.c.id)
)
_STRUCTURES = Prepared(
    sa.select(*[_structures.c[name] for name in ("id", "name", "aliases", "commune", "neighbourhood")]).where(own(_structures))
)
_AXES = Prepared(sa.select(_axes.c.number, _axes.c.name).where(own(_axes)).order_by(_axes.c.until.is_(None), _axes.c.until))
_GROUP_NAMES = Prepared(sa.select(_g.c.name).where(own(_g), _g.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(_g.c.name))


@dataclass(frozen=True, slots=True)
class _Where:
    """Which commune words mean, and which structure somebody came from on a day."""

    communes: Mapping[str, str]  # folded name or INSEE code → INSEE code
    mandates: Mapping[int, list[Any]]
    hosts: Mapping[str, str]  # folded name of a structure, or of a QPV itself → the QPV
    heard: dict[str, str | None] = field(default_factory=dict)  # what was folded once

    def commune(self, *said: str | None) -> str | None:
        """The INSEE code of the first that is told; None outside the territory."""
        told = next((one for one in said if one), None)
        if told is not None and told not in self.heard:
            self.heard[told] = self.communes.get(fold(told))
        return self.heard[told] if told is not None else None

    def neighbourhood(self, told: str | None, *places: str | None) -> str | None:
        """The QPV of a meeting: that of its place, else of what its place is called after (a structure, the QPV itself)."""
        return told or next((found for one in places if one and (found := self.hosts.get(fold(one)))), None)

    def structure(self, person_id: int | None, day: date) -> int | None:
        """The structure of her main mandate on that day."""
        for one in self.mandates.get(person_id or 0, ()):
            if (one.since is None or one.since <= day) and (one.until is None or day < one.until):
                return int(one.structure_id)
        return None


def annual_review(scope: Scope, territory: Territory, order: PaperOrder, *, by: int, on: date, named: bool) -> AnnualReview | None:
    """The review of the days of `order`, against the calendar year before; None when its group or structure is gone."""
    title = title_of(scope, territory, order)
    if title is None:
        return None
    first, last = order.first or date(on.year, 1, 1), min(order.last or on, on)
    where = _where(scope)
    names = _names(scope)
    narrow = scope_of(order, where)
    head = ReviewHead(
        organism=territory.organism,
        territory=territory.name,
        scope=title,
        year=first.year,
        first=first,
        last=last,
        complete=last == date(first.year, 12, 31) < on,
        named=named,
        made_by=names_behind(scope, (), people=[by]).person(by),
        generated_on=on,
    )
    review = review_of(
        head,
        narrow,
        facts=year_facts(scope, where, first=first, last=last),
        before=year_facts(scope, where, first=date(first.year - 1, 1, 1), last=date(first.year, 1, 1) - timedelta(days=1)),
        names=names,
    )
    return replace(review, style=style_of(scope))


def scope_of(order: PaperOrder, where: _Where) -> ReviewScope:
    """What the order narrows the review to; a commune that is not of the territory holds nothing."""
    return ReviewScope(
        group_ids=order.group_ids or None,
        axis=order.axis,
        structure_id=order.structure_id,
        commune=(where.commune(order.commune) or order.commune) if order.commune else None,
    )


def title_of(scope: Scope, territory: Territory, order: PaperOrder) -> str | None:
    """« GT Diabète », « Axe 3 – Santé mentale », « CCAS d’Alès », « Anduze », else the territory; None when what it names is gone."""
    parts = [row.name for row in scope.rows(_GROUP_NAMES, ids=list(order.group_ids))] if order.group_ids else []
    if order.structure_id is not None:
        parts += [row.name for row in scope.rows(_STRUCTURES) if row.id == order.structure_id]
    if len(parts) < len(set(order.group_ids)) + (order.structure_id is not None):
        return None
    if order.axis is not None:
        name = {row.number: row.name for row in scope.rows(_AXES)}.get(order.axis)
        parts.append(f"Axe {order.axis} – {name}" if name else f"Axe {order.axis}")
    if order.commune is not None:
        parts.append(order.commune)
    return ", ".join(parts) or territory.name


def year_facts(scope: Scope, where: _Where, *, first: date, last: date) -> YearFacts:
    """What was kept between two days, both included, in the whole territory."""
    days = {"first": first, "last": last}
    held = scope.rows(MEETINGS_HELD, **days)
    present = _each_once(scope.rows(PEOPLE_PRESENT, **days))
    recorded = {row.meeting_id for row in present}
    listed = {(row.meeting_id, row.person_id) for row in present}
    sightings = [
        Sighting(
            meeting_id=row.meeting_id,
            person_id=row.person_id,
            structure_id=row.structure_id or where.structure(row.person_id, row.day),
            count=row.count,
        )
        for row in present
    ]
    sightings += [
        Sighting(meeting_id=row.id, person_id=row.author_id, structure_id=where.structure(row.author_id, row.day))
        for row in held
        if row.author_present and row.author_id and (row.id, row.author_id) not in listed
    ]
    seen = Counter[int]()
    for one in sightings:
        seen[one.meeting_id] += one.count
    came_for: dict[tuple[int | None, int | None], int | None] = {
        (one.meeting_id, one.person_id): one.structure_id for one in sightings if one.person_id
    }
    meetings = {row.id: _meeting(row, where, seen[row.id] if row.id in recorded else 0) for row in held}
    return YearFacts(
        meetings=tuple(meetings.values()),
        sightings=tuple(sightings),
        time=tuple(_time(row, where, meetings, came_for) for row in scope.rows(TIME_GIVEN, **days)),
        decisions=tuple(ReviewedDecision(**row._asdict()) for row in scope.rows(DECISIONS_TAKEN, **days)),
        actions=tuple(ReviewedAction(**row._asdict()) for row in scope.rows(ACTIONS_ENTRUSTED, **days)),
    )


def _each_once(rows: Sequence[Any]) -> list[Any]:
    """Those who were there; somebody listed twice at one meeting counts once."""
    known: set[tuple[int, int]] = set()
    there: list[Any] = []
    for row in rows:
        if row.state is AttendanceState.PRESENT and (row.meeting_id, row.person_id) not in known:
            there.append(row)
            if row.person_id is not None:
                known.add((row.meeting_id, row.person_id))
    return there


def _meeting(row: Any, where: _Where, listed: int) -> ReviewedMeeting:
    return ReviewedMeeting(
        id=row.id,
        day=row.day,
        instance=row.name or row.title or "",
        group_id=row.group_id,
        kind=row.kind,
        axis=row.axis,
        commune=where.commune(row.commune, row.place_commune),
        neighbourhood=where.neighbourhood(row.neighbourhood, row.place_name, row.place_said),
        present=people_present(said=row.headcount, listed=listed),
    )


def _time(
    row: Any, where: _Where, meetings: Mapping[int, ReviewedMeeting], came_for: Mapping[tuple[int | None, int | None], int | None]
) -> GivenTime:
    """Hours of a meeting lie where it was held, and are of the structure that she came for; others of the one that was told."""
    met = meetings.get(row.meeting_id or 0)
    return GivenTime(
        day=row.day,
        minutes=row.minutes * row.count,
        part=row.part,
        nature=row.nature,
        person_id=row.person_id,
        structure_id=came_for.get((row.meeting_id, row.person_id)) or row.structure_id or where.structure(row.person_id, row.day),
        group_id=row.group_id,
        axis=row.axis,
        commune=where.commune(row.commune) or (met.commune if met else None),
    )


def _where(scope: Scope) -> _Where:
    mandates: defaultdict[int, list[Any]] = defaultdict(list)
    for row in scope.rows(_MANDATES):
        mandates[row.person_id].append(row)
    codes = {code: name for code, name in commune_names(scope).items() if code}
    hosts = {fold(said): one.name for one in neighbourhoods_of(scope) for said in (one.name, f"qpv {one.name}", f"quartier {one.name}")}
    called: defaultdict[str, set[str | None]] = defaultdict(set)
    for row in scope.rows(_STRUCTURES):
        for name in (row.name, *row.aliases):
            called[fold(name)].add(row.neighbourhood)
    hosts |= {name: qpv for name, meant in called.items() if len(meant) == 1 and (qpv := next(iter(meant)))}  # « CCAS » may be several
    return _Where({**{fold(name): code for code, name in codes.items()}, **{fold(code): code for code in codes}}, mandates, hosts)


def _names(scope: Scope) -> ReviewNames:
    structures = scope.rows(_STRUCTURES)
    return ReviewNames(
        structures={row.id: row.name for row in structures},
        seats={row.id: row.commune for row in structures if row.commune},
        axes={row.number: row.name for row in scope.rows(_AXES)},
        communes={code: name for code, name in commune_names(scope).items() if code},
        neighbourhoods=neighbourhoods_of(scope),
        homes={row.id: row.neighbourhood for row in structures if row.neighbourhood},
    )
