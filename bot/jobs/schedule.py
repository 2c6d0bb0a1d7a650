"""When what happens by itself happens: a table, ticked by APScheduler, which knows nothing and keeps nothing."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Something to do every so many seconds; what is due then is decided by rows of the database."""

    name: str
    seconds: float
    do: Callable[[], Awaitable[None]]


def start_ticking(ticks: tuple[Tick, ...]) -> AsyncIOScheduler:
    """Starts; a tick that is late is made once, and never twice at the same time."""
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    scheduler = AsyncIOScheduler(timezone="UTC")
    for tick in ticks:
        scheduler.add_job(
            tick.do, IntervalTrigger(seconds=tick.seconds), id=tick.name, max_instances=1, coalesce=True, misfire_grace_time=None
        )
    scheduler.start()
    return scheduler
