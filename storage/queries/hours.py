"""How many minutes were given, by nature and by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from bot.domain.contributions import Nature, Part
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared

_t = tables.contributions
_TOTALS = Prepared(
    sa.select(_t.c.nature, _t.c.part, sa.func.sum(_t.c.minutes * _t.c.count).label("minutes"))
    .where(own(_t), _t.c.day >= sa.bindparam("first"), _t.c.day <= sa.bindparam("last"))
    .group_by(_t.c.nature, _t.c.part)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursTotal:
    """Minutes of all people together for one nature (None: to be told) and one part."""

    nature: Nature | None
    part: Part
    minutes: int


def hours_totals(scope: Scope, *, first: date, last: date) -> tuple[HoursTotal, ...]:
    """The totals between two days, both included; the nature that is not told yet comes last."""
    natures, parts = list(Nature), list(Part)
    rows = [HoursTotal(nature=row.nature, part=row.part, minutes=int(row.minutes)) for row in scope.rows(_TOTALS, first=first, last=last)]
    return tuple(sorted(rows, key=lambda total: (natures.index(total.nature) if total.nature else len(natures), parts.index(total.part))))
