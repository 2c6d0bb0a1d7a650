"""How series go on: from time to time their next meetings become rows, up to the horizon."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.actions.series import extend
from bot.domain.series import HORIZON
from bot.ports import Clock, Store

log = logging.getLogger(__name__)
SLACK = timedelta(days=7)  # a series is extended once a week, not for each day that passes


def extend_series(store: Store, clock: Clock) -> None:
    """Plans what has come within the horizon; each series in its own transaction, so that one fault leaves the others alone."""
    today = clock.now().date()
    for territory_id, series_id in store.series_to_extend(before=today + HORIZON - SLACK):
        try:
            with store.work(territory_id) as work:
                extend(work, series_id, today=clock.now().astimezone(work.territory.timezone).date())
        except Exception:
            log.exception("series %s could not be extended", series_id)
