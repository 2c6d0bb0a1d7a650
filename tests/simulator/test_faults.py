"""What goes wrong on demand, and the pace that Telegram imposes."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.simulator import Fault, Person, SimulatedClock, Simulator, WorldSettings, start
from bot.simulator.faults import Pace
from bot.simulator.refusals import ApiRefusal
from tests.simulator.wire import Refused, Wire


async def test_429_carries_retry_after_in_body_and_header(wire: Wire, simulator: Simulator, claire: Person) -> None:
    simulator.world.faults.add(Fault(kind="429", method="sendMessage", retry_after=7))
    form = {"chat_id": str(claire.id), "text": "x"}
    async with wire.session.post(wire.address("sendMessage"), data=form) as response:
        said = await response.json()
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
    assert said == {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 7", "parameters": {"retry_after": 7}}
    assert (await wire.call("sendMessage", **form))["text"] == "x"
    assert [call.code for call in simulator.world.calls] == [429, 200]


async def test_a_fault_hits_only_its_method_and_chat(wire: Wire, simulator: Simulator, claire: Person) -> None:
    marc = simulator.world.person("Marc", started=True)
    simulator.world.faults.add(Fault(kind="500", chat_id=marc.id, times=None))
    simulator.world.faults.add(Fault(kind="403", method="sendDocument"))
    assert (await wire.call("sendMessage", chat_id=claire.id, text="x"))["text"] == "x"
    for _ in range(2):
        assert await wire.call("sendMessage", chat_id=marc.id, text="x") == Refused(500, "Internal Server Error")
    assert await wire.call("sendDocument", chat_id=claire.id) == Refused(403, "Forbidden: bot was blocked by the user")
    simulator.world.faults.clear()
    assert (await wire.call("sendMessage", chat_id=marc.id, text="x"))["text"] == "x"


async def test_a_time_out_that_did_send(wire: Wire, simulator: Simulator, claire: Person) -> None:
    simulator.world.faults.add(Fault(kind="slow_after_commit", method="sendMessage", delay=5))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(wire.call("sendMessage", chat_id=claire.id, text="parti"), 0.2)
    assert [message.text for message in claire.messages] == ["parti"]


@pytest.mark.parametrize(("kind", "sent"), [("lost_after_commit", ["x"]), ("cut_before", [])])
async def test_a_connection_is_cut(wire: Wire, simulator: Simulator, claire: Person, kind: str, sent: list[str]) -> None:
    simulator.world.faults.add(Fault(kind=kind))  # type: ignore[arg-type]
    with pytest.raises(aiohttp.ClientError):
        await wire.call("sendMessage", chat_id=claire.id, text="x")
    assert [message.text for message in claire.messages] == sent


async def test_latency(wire: Wire, simulator: Simulator) -> None:
    simulator.world.faults.add(Fault(kind="latency", delay=0.2, times=None))
    before = time.monotonic()
    await asyncio.gather(wire.call("getMe"), wire.call("getMe"))
    assert 0.2 <= time.monotonic() - before < 0.39


async def test_latency_does_not_hide_another_fault(wire: Wire, simulator: Simulator) -> None:
    simulator.world.faults.add(Fault(kind="latency", delay=0.05, times=None))
    simulator.world.faults.add(Fault(kind="500"))
    assert await wire.call("getMe") == Refused(500, "Internal Server Error")
    assert (await wire.call("getMe"))["is_bot"] is True


def test_pace_of_a_chat_of_a_group_and_overall() -> None:
    clock = SimulatedClock(frozen_at=datetime(2026, 2, 13, tzinfo=UTC))
    pace = Pace(clock.timestamp)

    def allowed(chat: int, wanted: int) -> int:
        done = 0
        for _ in range(wanted):
            try:
                pace.check(chat)
            except ApiRefusal:
                return done
            done += 1
        return done

    assert (allowed(1, 10), allowed(-1, 30)) == (3, 20)
    assert sum(allowed(chat, 1) for chat in range(10, 30)) == 7
    clock.advance(timedelta(seconds=3))
    assert (allowed(1, 10), allowed(-1, 30)) == (3, 0)


async def test_the_pace_is_kept_only_on_request() -> None:
    for pace, last in ((False, None), (True, 3)):
        simulator = await start(settings=WorldSettings(pace=pace), clock=SimulatedClock(frozen_at=datetime(2026, 2, 13, tzinfo=UTC)))
        claire = simulator.world.person("Claire", started=True)
        async with aiohttp.ClientSession() as session:
            wire = Wire(simulator, session)
            answers = [await wire.call("sendMessage", chat_id=claire.id, text="x") for _ in range(4)]
        refused = answers[-1].retry_after if isinstance(answers[-1], Refused) else None
        assert (pace, refused) == (pace, last)
        await simulator.stop()
