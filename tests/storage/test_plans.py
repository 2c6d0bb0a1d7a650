"""What ✅ and ↩︎ of the agenda's cards do is done once, whoever taps at the same moment, and writes over nothing newer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta

from bot.actions.planned_meetings import keep_plan, undo_plan
from bot.domain.errors import AgendaCardGone, AgendaCardMoved
from bot.domain.permissions import Role
from bot.domain.plans import Plan, PlanContent
from bot.domain.recurrence import Recurrence
from bot.domain.requests import PlanDeed, Spot
from bot.domain.territory import Account
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World

DAY = NOW.date() + timedelta(days=20)


def card(store: SqlStore, ales: World, *, rule: Recurrence | None = None) -> Plan:
    """A card of a meeting of no group."""
    content = PlanContent(deed=PlanDeed.PLAN, title="Forum", spot=Spot(day=DAY, starts=time(14)), rule=rule)
    with store.work(ales.territory.id) as work:
        return work.plans.add(Plan(id=0, account_id=ales.claire.id, content=content, touched_at=NOW))


def claire(ales: World) -> Account:
    """She coordinates."""
    return replace(ales.claire, role=Role.COORDINATOR)


def together(*taps: Callable[[], object]) -> None:
    """All of them at the same moment."""
    ready = threading.Barrier(len(taps))

    def tapped(tap: Callable[[], object]) -> None:
        ready.wait()
        tap()

    threads = [threading.Thread(target=tapped, args=(tap,)) for tap in taps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_double_tap_plans_one_and_takes_it_back_once(store: SqlStore, ales: World) -> None:
    plan = card(store, ales)

    def keeps() -> None:
        with store.work(ales.territory.id) as work, suppress(AgendaCardMoved):  # the handler then shows the card as it stands
            keep_plan(work, claire(ales), plan.id, version=plan.version, now=NOW)

    def takes_back() -> None:
        with suppress(AgendaCardMoved, AgendaCardGone), store.work(ales.territory.id) as work:
            undo_plan(work, claire(ales), plan.id, now=NOW)

    together(keeps, keeps)
    with store.read(ales.territory.id) as work:
        (line,) = work.meetings.agenda(first=DAY, last=DAY)
    together(takes_back, takes_back)
    with store.read(ales.territory.id) as work:
        (gone,) = work.meetings.agenda(first=DAY, last=DAY, cancelled=True)
    assert (gone.id, gone.sequence) == (line.id, 1)


def test_a_series_that_goes_on_writes_over_no_newer_hours_and_no_end(store: SqlStore, ales: World) -> None:
    plan = card(store, ales, rule=Recurrence(every="P1M"))
    with store.work(ales.territory.id) as work:
        kept = keep_plan(work, claire(ales), plan.id, version=plan.version, now=NOW)
        assert kept.series_id is not None
        series = work.series.get(kept.series_id)
        assert series is not None
        later = replace(series.spot, starts=time(16))
        work.series.save(replace(series, spot=later), "spot")
        work.series.save(replace(series, ended_on=date(2030, 1, 1)), "ended_on")
        assert work.series.extended(series, to=date(2030, 1, 1)) is None
        assert work.series.get(series.id) == replace(series, spot=later, ended_on=date(2030, 1, 1))
        work.series.save(series, "ended_on")
        assert work.series.extended(series, to=date(2030, 1, 1)) == replace(series, spot=later, planned_to=date(2030, 1, 1))
        assert work.series.extended(series, to=date(2031, 1, 1)) is None
