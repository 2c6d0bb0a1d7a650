"""How the words of a territory are read in a few queries, and how one knows that they changed."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa

from bot.domain.vocabulary import AxisWords, GroupWords, PersonWords, PlaceWords, StructureWords, Vocabulary
from storage import tables
from storage.groups import members_of
from storage.people import WITH_MANDATE
from storage.scope import TERRITORY, Scope, own
from storage.statements import Prepared

_territories, _people, _mandates = tables.territories, tables.people, tables.mandates
_VERSION = Prepared(sa.select(_territories.c.vocabulary_version).where(_territories.c.id == TERRITORY))
_RAISE = Prepared(
    sa.update(_territories).where(_territories.c.id == TERRITORY).values(vocabulary_version=_territories.c.vocabulary_version + 1)
)
_CLAIM = Prepared(
    sa.update(_territories)
    .where(_territories.c.id == TERRITORY, _territories.c.vocabulary_version == sa.bindparam("seen"))
    .values(vocabulary_version=_territories.c.vocabulary_version + 1)
)
_GROUPS = Prepared(
    sa.select(*[tables.groups.c[name] for name in ("id", "name", "kind", "axis", "aliases")])
    .where(own(tables.groups))
    .order_by(tables.groups.c.id)
)
_PEOPLE = Prepared(
    sa.select(
        *[_people.c[name] for name in ("id", "first_name", "last_name", "civility", "doctor", "commune", "nature")],
        _mandates.c.structure_id,
        _mandates.c.function,
    )
    .select_from(WITH_MANDATE)
    .where(own(_people), sa.or_(_people.c.first_name != "", _people.c.last_name != ""))  # whoever was erased bears no name
    .order_by(_people.c.id)
)
_STRUCTURES = Prepared(
    sa.select(*[tables.structures.c[name] for name in ("id", "name", "sigle", "aliases", "commune", "nature")])
    .where(own(tables.structures))
    .order_by(tables.structures.c.id)
)
_PLACES = Prepared(
    sa.select(*[tables.places.c[name] for name in ("id", "name", "commune", "aliases")])
    .where(own(tables.places))
    .order_by(tables.places.c.id)
)
_AXES = Prepared(
    sa.select(tables.axes.c.number, tables.axes.c.name)
    .where(own(tables.axes), tables.axes.c.until.is_(None))
    .order_by(tables.axes.c.number)
)
_COMMUNES = Prepared(
    sa.select(tables.communes.c.insee, tables.communes.c.name).where(own(tables.communes)).order_by(tables.communes.c.insee)
)


def version(scope: Scope) -> int:
    """Grows with each change of the directory; read once a transaction."""
    if scope.vocabulary_version is None:
        scope.vocabulary_version = int(scope.one(_VERSION).vocabulary_version)
    return scope.vocabulary_version


def raise_version(scope: Scope) -> None:
    """Says that the directory changed; part of the same transaction."""
    scope.change(_RAISE)
    scope.vocabulary_version = None


def claim_version(scope: Scope, seen: int) -> bool:
    """Raises the version where it is still the one that was seen; whether it was. Of two at the same time one only."""
    claimed = scope.change(_CLAIM, seen=seen) == 1
    scope.vocabulary_version = None
    return claimed


def read_vocabulary(scope: Scope) -> Vocabulary:
    """The territory's words with their version: eight queries, whatever its size."""
    stored = version(scope)
    communes = commune_names(scope)
    members, pilots = members_of(scope, None)
    groups = tuple(
        GroupWords(
            id=row.id,
            name=row.name,
            kind=row.kind.value,
            axis=row.axis,
            aliases=row.aliases,
            member_ids=tuple(members[row.id]),
            pilot_ids=tuple(pilots[row.id]),
        )
        for row in scope.rows(_GROUPS)
    )
    return Vocabulary(
        version=stored,
        groups=groups,
        people=tuple(PersonWords(**{**row._asdict(), "commune": communes.get(row.commune, row.commune)}) for row in scope.rows(_PEOPLE)),
        structures=tuple(
            StructureWords(
                id=row.id,
                name=row.name,
                aliases=_with_sigle(row.sigle, row.aliases),
                commune=communes.get(row.commune, row.commune),
                nature=row.nature,
            )
            for row in scope.rows(_STRUCTURES)
        ),
        places=tuple(
            PlaceWords(id=row.id, name=row.name, commune=communes.get(row.commune, row.commune), aliases=row.aliases)
            for row in scope.rows(_PLACES)
        ),
        axes=tuple(AxisWords(**row._asdict()) for row in scope.rows(_AXES)),
        communes=tuple(communes.values()),
    )


def commune_names(scope: Scope) -> dict[str | None, str]:
    """The territory's communes by INSEE code: codes are stored, names are spoken."""
    return {row.insee: row.name for row in scope.rows(_COMMUNES)}


def _with_sigle(sigle: str | None, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return aliases if not sigle or sigle in aliases else (sigle, *aliases)


def department(scope: Scope) -> str | None:
    """See `bot.ports.Directory.department`."""
    counted = Counter(row.insee[:2] for row in scope.rows(_COMMUNES))
    return counted.most_common(1)[0][0] if counted else None
