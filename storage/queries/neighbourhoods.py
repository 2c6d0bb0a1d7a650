"""Which priority neighbourhoods (QPV) a territory has; `NEIGHBOURHOODS_KEPT` is what « x sur y » counts."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.neighbourhoods import Neighbourhood
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared

_t = tables.neighbourhoods
NEIGHBOURHOODS_KEPT = Prepared(sa.select(_t.c.name, _t.c.commune, _t.c.code).where(own(_t)).order_by(_t.c.name, _t.c.id))


def neighbourhoods_of(scope: Scope) -> tuple[Neighbourhood, ...]:
    """All of them, by name."""
    return tuple(Neighbourhood(**row._asdict()) for row in scope.rows(NEIGHBOURHOODS_KEPT))
