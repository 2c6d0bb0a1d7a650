"""How attendance lists are stored, in the order in which they were said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from bot.domain.attendance import Presence
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

_t = tables.attendance
_FIELDS = (
    "person_id",
    "structure_id",
    "said",
    "structure_said",
    "count",
    "state",
    "represented_by",
    "candidates",
    "candidates_are_structures",
    "by_visio",
)
ADD = insert_into(_t, returning=False)
_OF_MEETING = Prepared(
    sa.select(*[_t.c[name] for name in _FIELDS]).where(own(_t), _t.c.meeting_id == sa.bindparam("meeting")).order_by(_t.c.position)
)
_CLEAR = Prepared(sa.delete(_t).where(own(_t), _t.c.meeting_id == sa.bindparam("meeting")))


def read_attendance(scope: Scope, meeting_id: int) -> tuple[Presence, ...]:
    """The list of a meeting."""
    return tuple(Presence(**row._asdict()) for row in scope.rows(_OF_MEETING, meeting=meeting_id))


def write_attendance(scope: Scope, people: Sequence[Presence], *, meeting_id: int, anew: bool) -> None:
    """Makes this the list of a meeting; `anew`: it has none yet."""
    if not anew:
        scope.change(_CLEAR, meeting=meeting_id)
    scope.add_all(ADD, presence_rows(people, meeting_id=meeting_id))


def presence_rows(people: Sequence[Presence], *, meeting_id: int) -> list[dict[str, Any]]:
    """The columns of a list."""
    return [
        {name: getattr(presence, name) for name in _FIELDS} | {"meeting_id": meeting_id, "position": place}
        for place, presence in enumerate(people)
    ]
