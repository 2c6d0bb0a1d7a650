"""How people and structures are stored, with the mandates that tie them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.people import Person, Structure, Visibility
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_people, _mandates, _structures = tables.people, tables.mandates, tables.structures
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)

WITH_MANDATE = _people.outerjoin(
    _mandates,
    sa.and_(
        _mandates.c.territory_id == _people.c.territory_id,
        _mandates.c.person_id == _people.c.id,
        _mandates.c.main.is_(sa.true()),
        _mandates.c.until.is_(None),
    ),
)
"""Each person with her current main mandate, if she has one."""

_PEOPLE = Prepared(
    sa.select(
        *[
            _people.c[name]
            for name in ("id", "first_name", "last_name", "civility", "doctor", "phone", "email", "commune", "nature", "visibility")
        ],
        _people.c.objected_on.is_not(None).label("objected"),
        _mandates.c.structure_id,
        _mandates.c.function,
    )
    .select_from(WITH_MANDATE)
    .where(own(_people), _people.c.id.in_(_IDS))
)
_STRUCTURES = Prepared(
    sa.select(
        *[_structures.c[name] for name in ("id", "name", "sigle", "aliases", "commune", "phone", "email", "nature", "neighbourhood")]
    ).where(own(_structures), _structures.c.id.in_(_IDS))
)
_ADD_PERSON = insert_into(_people)


def people_by_id(scope: Scope, ids: Iterable[int]) -> dict[int, Person]:
    """Those people of this territory, by id."""
    wanted = sorted(set(ids))
    return {row.id: Person(**row._asdict()) for row in scope.rows(_PEOPLE, ids=wanted)} if wanted else {}


def structures_by_id(scope: Scope, ids: Iterable[int]) -> dict[int, Structure]:
    """Those structures of this territory, by id."""
    wanted = sorted(set(ids))
    return {row.id: Structure(**row._asdict()) for row in scope.rows(_STRUCTURES, ids=wanted)} if wanted else {}


def add_person(scope: Scope, *, full_name: str, now: datetime, source: str) -> Person:
    """A new sheet with just a name."""
    first, last = split_name(full_name)
    person_id = scope.add(
        _ADD_PERSON,
        first_name=first,
        last_name=last,
        doctor=False,
        visibility=Visibility.TEAM,
        source=source,
        updated_at=now,
    )
    return Person(id=person_id, first_name=first, last_name=last)


def split_name(full_name: str) -> tuple[str, str]:
    """First and last name of « Claire MARTIN », « MARTIN Claire » or « Claire de la Tour », as typed: capitals tell the last name."""
    words = full_name.split()
    capitals = [word.isupper() and len(word) > 1 for word in words]
    if any(capitals) and not all(capitals):
        first = [word for word, loud in zip(words, capitals, strict=True) if not loud]
        last = [word for word, loud in zip(words, capitals, strict=True) if loud]
        return " ".join(first), " ".join(last)
    return " ".join(words[:1]), " ".join(words[1:])
