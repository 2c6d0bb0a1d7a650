"""How sheets are read whole and changed, each change remembered for ↩︎, each datum with its source, author and date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.people import Visibility
from bot.domain.sheet_changes import Datum, Sheet, StillNamed
from bot.domain.territory import Territory
from storage import tables, vocabulary
from storage.forgetting import forget_person
from storage.people import people_by_id, split_name
from storage.queries.neighbourhoods import neighbourhoods_of
from storage.scope import Scope, own
from storage.sheet_merging import both, merge_people
from storage.statements import Prepared
from storage.trail import Row, Trail, take_back

_people, _structures, _mandates, _members = tables.people, tables.structures, tables.mandates, tables.members
_provenances, _attendance, _meetings, _hours = tables.provenances, tables.attendance, tables.meetings, tables.contributions
_places, _neighbourhoods = tables.places, tables.neighbourhoods
_PERSON: sa.BindParameter[Any] = sa.bindparam("person")
_TOLD = (
    "other_phones",
    "other_emails",
    "informed_on",
    "objected_on",
    "erasure_asked_on",
    "checked_on",
    "source",
    "updated_at",
    "updated_by",
)
_ABOUT = Prepared(
    sa.select(
        *[_people.c[name] for name in _TOLD],
        sa.select(sa.func.max(_meetings.c.day))
        .where(
            own(_meetings),
            sa.or_(
                _meetings.c.author_id == _PERSON,
                _meetings.c.id.in_(sa.select(_attendance.c.meeting_id).where(own(_attendance), _attendance.c.person_id == _PERSON)),
            ),
        )
        .scalar_subquery()
        .label("met_on"),
        sa.select(sa.func.max(_hours.c.day)).where(own(_hours), _hours.c.person_id == _PERSON).scalar_subquery().label("gave_on"),
    ).where(own(_people), _people.c.id == _PERSON)
)
_DATA = Prepared(
    sa.select(*[_provenances.c[name] for name in ("field", "source", "at", "said_by")])
    .where(own(_provenances), _provenances.c.person_id == _PERSON)
    .order_by(_provenances.c.id)
)
_GROUPS = Prepared(
    sa.select(_members.c.group_id, _members.c.pilot).where(own(_members), _members.c.person_id == _PERSON).order_by(_members.c.group_id)
)
_SINCE = Prepared(
    sa.select(_mandates.c.since).where(
        own(_mandates), _mandates.c.person_id == _PERSON, _mandates.c.main.is_(sa.true()), _mandates.c.until.is_(None)
    )
)
_COMMUNE = Prepared(sa.select(tables.communes.c.insee).where(own(tables.communes), tables.communes.c.name == sa.bindparam("named")))


class SqlSheetChanges:
    """Sheets of one territory, in one transaction."""

    __slots__ = ("_scope", "_territory", "_trail")

    def __init__(self, scope: Scope, territory: Territory) -> None:
        self._scope, self._territory = scope, territory
        self._trail = Trail(scope)

    def get(self, person_id: int) -> Sheet | None:
        """All that is known of one person."""
        person = people_by_id(self._scope, [person_id]).get(person_id)
        about = self._scope.one(_ABOUT, person=person_id)
        if person is None or about is None:
            return None
        groups = self._scope.rows(_GROUPS, person=person_id)
        data = [Datum(field=row.field, source=row.source, at=row.at, by=row.said_by) for row in self._scope.rows(_DATA, person=person_id)]
        since = self._scope.one(_SINCE, person=person_id)
        informed = next((datum for datum in data if datum.field == "informed_on"), None)
        days = [about.met_on, about.gave_on, about.checked_on, about.updated_at.date() if about.updated_at else None]
        return Sheet(
            person=person,
            other_phones=about.other_phones or (),
            other_emails=about.other_emails or (),
            group_ids=tuple(row.group_id for row in groups),
            pilots=tuple(row.group_id for row in groups if row.pilot),
            since=since.since if since else None,
            data=(Datum(field="", source=about.source, at=about.updated_at, by=about.updated_by), *data),
            informed_on=about.informed_on,
            informed_by=informed.by if informed else None,
            objected_on=about.objected_on,
            erasure_asked_on=about.erasure_asked_on,
            seen_on=max((day for day in days if day), default=None),
        )

    def commune(self, insee: str | None) -> str | None:
        """The name of a commune of the territory; other words as they are."""
        return vocabulary.commune_names(self._scope).get(insee, insee)

    def add_person(self, *, name: str, civility: str | None, doctor: bool, source: str, by: int | None, now: datetime) -> int:
        """A new sheet; returns its id."""
        first, last = split_name(name) if " " in name.strip() else ("", name.strip())
        row = self._trail.add(
            _people,
            first_name=first,
            last_name=last,
            civility=civility,
            doctor=doctor,
            visibility=Visibility.TEAM,
            source=source,
            updated_at=now,
            updated_by=by,
        )
        vocabulary.raise_version(self._scope)
        return int(row["id"])

    def add_structure(self, *, name: str, source: str, by: int | None, now: datetime) -> int:
        """A new structure; returns its id."""
        row = self._trail.add(_structures, name=name, aliases=(), source=source, updated_at=now, updated_by=by)
        vocabulary.raise_version(self._scope)
        return int(row["id"])

    def write_person(self, person_id: int, values: Mapping[str, object], *, source: str, by: int | None, now: datetime) -> None:
        """Changes columns of a sheet, each with its source, author and date; a commune is given by its name."""
        row = self._one(_people, person_id)
        if row is None:
            return
        new = self._with_insee(values)
        self._trail.change(_people, row, {**new, "updated_at": now, "updated_by": by})
        for field in new:
            self._tell_where_from("person_id", person_id, field, source=source, by=by, now=now)
        vocabulary.raise_version(self._scope)

    def write_structure(self, structure_id: int, values: Mapping[str, object], *, source: str, by: int | None, now: datetime) -> None:
        """Changes columns of a structure; its old name stays among its aliases."""
        row = self._one(_structures, structure_id)
        if row is None:
            return
        new = self._with_insee(values)
        if "name" in new and row["name"] not in row["aliases"]:
            new["aliases"] = (*row["aliases"], row["name"])
        self._trail.change(_structures, row, {**new, "updated_at": now, "updated_by": by})
        for field in new:
            self._tell_where_from("structure_id", structure_id, field, source=source, by=by, now=now)
        vocabulary.raise_version(self._scope)

    def neighbourhoods(self) -> tuple[Neighbourhood, ...]:
        """The territory's QPV, by name."""
        return neighbourhoods_of(self._scope)

    def place(self, place_id: int) -> tuple[str, str | None] | None:
        """The name and the QPV of a place; None for none of this territory."""
        row = self._one(_places, place_id)
        return (row["name"], row["neighbourhood"]) if row else None

    def keep_neighbourhood(self, one: Neighbourhood) -> None:
        """Adds a QPV to the list, or writes what is said of one that is there."""
        told = {"commune": one.commune, "code": one.code}
        row = next(iter(self._trail.rows(_neighbourhoods, _neighbourhoods.c.name == one.name)), None)
        if row is None:
            self._trail.add(_neighbourhoods, name=one.name, **told)
        else:
            self._trail.change(_neighbourhoods, row, told)
        vocabulary.raise_version(self._scope)

    def drop_neighbourhood(self, name: str) -> None:
        """Takes a QPV off the list, and out of the structures and places that bear it."""
        for table in (_structures, _places):
            for row in self._trail.rows(table, table.c.neighbourhood == name):
                self._trail.change(table, row, {"neighbourhood": None})
        for row in self._trail.rows(_neighbourhoods, _neighbourhoods.c.name == name):
            self._trail.remove(_neighbourhoods, row)
        vocabulary.raise_version(self._scope)

    def write_place(self, place_id: int, neighbourhood: str | None) -> None:
        """The QPV in which a place is."""
        row = self._one(_places, place_id)
        if row is not None:
            self._trail.change(_places, row, {"neighbourhood": neighbourhood})
        vocabulary.raise_version(self._scope)

    def end_mandates(self, person_id: int, *, until: date, main_only: bool) -> None:
        """Closes what she is in charge of; `main_only`: what she does beside it goes on."""
        main = [_mandates.c.main.is_(sa.true())] if main_only else []
        for row in self._trail.rows(_mandates, _mandates.c.person_id == person_id, _mandates.c.until.is_(None), *main):
            self._trail.change(_mandates, row, {"until": until})
        vocabulary.raise_version(self._scope)

    def begin_mandate(
        self, person_id: int, *, structure_id: int | None, function: str | None, since: date, source: str, by: int | None, now: datetime
    ) -> None:
        """What she is in charge of from now on."""
        if structure_id is not None or function:
            self._trail.add(_mandates, person_id=person_id, structure_id=structure_id, function=function, since=since, main=True)
            self._tell_where_from("person_id", person_id, "mandate", source=source, by=by, now=now)
        vocabulary.raise_version(self._scope)

    def hand_over_groups(self, person_id: int, *, to: int | None) -> None:
        """Takes her out of her groups; `to` takes her places and what she pilots."""
        taken = {row["group_id"]: row for row in self._trail.rows(_members, _members.c.person_id == to)} if to is not None else {}
        for row in self._trail.rows(_members, _members.c.person_id == person_id):
            self._trail.remove(_members, row)
            there = taken.get(row["group_id"])
            if there is not None:
                self._trail.change(_members, there, {"pilot": there["pilot"] or row["pilot"]})
            elif to is not None:
                self._trail.add(_members, group_id=row["group_id"], person_id=to, pilot=row["pilot"])
        vocabulary.raise_version(self._scope)

    def merge(self, *, stays: int, goes: int, source: str, by: int | None, now: datetime) -> None:
        """One sheet of two: what lacks is taken, further phones, mails and notes are added, and everything that pointed to it follows."""
        kept, gone = self._one(_people, stays), self._one(_people, goes)
        if kept is None or gone is None or stays == goes:
            return
        taken = both(kept, gone)
        self._trail.change(_people, kept, {**taken, "updated_at": now, "updated_by": by})
        for field in sorted(taken.keys() - {"doctor"}):
            self._tell_where_from("person_id", stays, field, source=source, by=by, now=now)
        merge_people(self._trail, stays=stays, goes=goes)
        vocabulary.raise_version(self._scope)

    def forget(self, person_id: int) -> StillNamed:
        """Takes her name out of every row, for good; totals stay. Returns what had left with it."""
        return forget_person(self._scope, person_id, territory=self._territory)

    def trail(self) -> str:
        """What was changed through this object, for `take_back`."""
        return self._trail.told()

    def take_back(self, trail: str) -> None:
        """Puts back what a trail tells. Raises SheetMoved."""
        take_back(self._scope, trail)
        vocabulary.raise_version(self._scope)

    def _one(self, table: sa.Table, row_id: int) -> Row | None:
        return next(iter(self._trail.rows(table, table.c.id == row_id)), None)

    def _with_insee(self, values: Mapping[str, object]) -> dict[str, object]:
        """The columns with the code of a commune of the territory instead of its name."""
        if not values.get("commune"):
            return dict(values)
        row = self._scope.one(_COMMUNE, named=values["commune"])
        return {**values, "commune": row.insee if row else values["commune"]}

    def _tell_where_from(self, of: str, row_id: int, field: str, *, source: str, by: int | None, now: datetime) -> None:
        told = self._trail.rows(_provenances, _provenances.c[of] == row_id, _provenances.c.field == field)
        for row in told:
            self._trail.change(_provenances, row, {"source": source, "at": now, "said_by": by}, gentle=True)
        if not told:
            self._trail.add(_provenances, **{of: row_id}, field=field, source=source, at=now, said_by=by)
