"""Many people have something due at the same minute: it leaves at nearly all of Telegram's pace, and whoever speaks is answered at once."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime, timedelta

from bot import simulator
from bot.domain.notices import Due, local
from bot.domain.reminders import Reminder, ReminderState
from bot.simulator.world import WorldSettings
from bot.wiring import Door, build_home, living
from storage.unit_of_work import SqlStore
from tests.conversations.test_survives import Machine
from tests.conversations.test_survives_notices import ZONE, crowd, states

PEOPLE = int(os.environ.get("MAILLON_CROWD", "100"))
PACE = 30.0  # messages a second that Telegram takes
MEASURED = "MAILLON_CROWD" in os.environ  # by hand, on a machine that is ours alone; else among other tests
AT_LEAST = 0.9 if MEASURED else 0.6  # of that pace
AT_ONCE = 1.0 if MEASURED else 3.0  # seconds


async def test_a_crowd_at_one_minute(store: SqlStore) -> None:
    served = await simulator.start(clock=simulator.SimulatedClock(), settings=WorldSettings(pace=True, calls=50_000))
    machine = Machine(served, store, {})
    people = crowd(machine, PEOPLE)
    claire = people[0][0]
    async with living(build_home(store, served.world.clock), Door(token=served.token, api_url=served.url)):
        now = datetime.now(UTC)
        here = local(now, ZONE)
        due = Due(on=here.date(), at=here.time(), zone=ZONE, due_at=now, until=now + timedelta(hours=1), loud=True)
        with store.work(people[0][1].territory_id) as work:
            for _, account in people[1:]:
                blank = Reminder(id=0, account_id=account.id, state=ReminderState.ACTIVE, what="tous", zone=ZONE, touched_at=now)
                work.notices.plan(work.reminders.add(blank), due, now=now)
        await served.world.waits_for(
            lambda: sum(c.method == "sendMessage" for c in served.world.calls) > 20 or None, within=20, what="bells"
        )
        asked = time.perf_counter()
        claire.says("/aide")
        await claire.waits_for_reply(within=20)
        answered = time.perf_counter() - asked
        for _ in range(PEOPLE * 2):
            if set(states(machine)) == {"sent"}:
                break
            await asyncio.sleep(0.2)
    sent = [call for call in served.world.calls if call.method == "sendMessage"]
    await served.stop()
    rate = (len(sent) - 1) / (sent[-1].at - sent[0].at)
    print(f"{len(sent)} messages, {rate:.1f} a second; the answer took {answered:.2f} s")
    assert {call.code for call in sent} == {200}
    assert len(sent) == PEOPLE
    assert answered < AT_ONCE
    assert rate >= AT_LEAST * PACE
