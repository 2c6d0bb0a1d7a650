"""What the tests of the simulator need: one with a frozen clock, and a bot made of HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from bot.simulator import Person, SimulatedClock, Simulator, WorldSettings, start
from tests.simulator.schema import build_all
from tests.simulator.wire import Wire

FRIDAY = datetime(2026, 2, 13, 8, 5, tzinfo=UTC)


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    simulator = await start(clock=SimulatedClock(frozen_at=FRIDAY), settings=WorldSettings(webhook_retry=0.02))
    yield simulator
    await simulator.stop()


@pytest.fixture
async def wire(simulator: Simulator) -> AsyncIterator[Wire]:
    async with aiohttp.ClientSession() as session:
        yield Wire(simulator, session)


@pytest.fixture
def claire(simulator: Simulator) -> Person:
    return simulator.world.person("Claire", last_name="Dumas", started=True)


@pytest.fixture(scope="session")
def whole_aiogram() -> None:
    """For what is said through aiogram itself."""
    build_all()
