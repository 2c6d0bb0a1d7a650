"""How hours are stored: whole minutes, each line with the entry that kept it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from bot.domain.contributions import ContributionSource
from bot.domain.meetings import Contribution
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_t = tables.contributions
_COLUMNS = [column for column in _t.c if column.name not in ("territory_id", "entry_id")]
_WRITTEN = tuple(column.name for column in _COLUMNS if column.name != "id")
_DERIVED = ContributionSource.FROM_ATTENDANCE
ADD = insert_into(_t, returning=False)
_DERIVED_FROM = Prepared(
    sa.select(*_COLUMNS).where(own(_t), _t.c.meeting_id == sa.bindparam("wanted"), _t.c.source == _DERIVED).order_by(_t.c.id)
)
_REMOVE_DERIVED = Prepared(
    sa.delete(_t).where(own(_t), _t.c.meeting_id.in_(sa.bindparam("meeting_ids", expanding=True)), _t.c.source == _DERIVED)
)
_DETACH = Prepared(sa.update(_t).where(own(_t), _t.c.meeting_id.in_(sa.bindparam("meeting_ids", expanding=True))).values(meeting_id=None))
_REMOVE_OF_ENTRY = Prepared(sa.delete(_t).where(own(_t), _t.c.entry_id == sa.bindparam("wanted")))
_MINUTES_OF = Prepared(
    sa.select(sa.func.coalesce(sa.func.sum(_t.c.minutes * _t.c.count), 0)).where(
        own(_t), _t.c.person_id == sa.bindparam("wanted"), _t.c.day >= sa.bindparam("first"), _t.c.day <= sa.bindparam("last")
    )
)


class SqlContributions:
    """Contributions of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def add_all(self, contributions: Iterable[Contribution], *, entry_id: int) -> None:
        """Keeps them (their `id` is ignored)."""
        self._scope.add_all(ADD, [row_of(contribution) | {"entry_id": entry_id} for contribution in contributions])

    def of_meeting(self, meeting_id: int) -> tuple[Contribution, ...]:
        """Those derived from that meeting, in the order in which they were kept."""
        return tuple(Contribution(**row._asdict()) for row in self._scope.rows(_DERIVED_FROM, wanted=meeting_id))

    def replace_derived(self, meeting_id: int, contributions: Iterable[Contribution], *, entry_id: int | None) -> None:
        """Rewrites the hours derived from a corrected attendance; what was said about that meeting otherwise stays."""
        self._scope.change(_REMOVE_DERIVED, meeting_ids=[meeting_id])
        self._scope.add_all(ADD, [row_of(contribution) | {"entry_id": entry_id} for contribution in contributions])

    def remove_of_entry(self, entry_id: int) -> None:
        """Deletes what this entry kept."""
        self._scope.change(_REMOVE_OF_ENTRY, wanted=entry_id)

    def minutes_of_person(self, person_id: int, *, first: date, last: date) -> int:
        """Total minutes of one person between two days, both included."""
        return int(self._scope.one(_MINUTES_OF, wanted=person_id, first=first, last=last)[0])


def forget_meetings(scope: Scope, meeting_ids: list[int]) -> None:
    """Deletes the hours derived from meetings about to be deleted; hours said about them stay, without a meeting."""
    scope.change(_REMOVE_DERIVED, meeting_ids=meeting_ids)
    scope.change(_DETACH, meeting_ids=meeting_ids)


def row_of(contribution: Contribution) -> dict[str, Any]:
    """Its columns, without its id."""
    return {name: getattr(contribution, name) for name in _WRITTEN}
