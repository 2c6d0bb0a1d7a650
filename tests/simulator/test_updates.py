"""How updates wait and travel: offsets, long polls, conflicts, expiry, allowed types."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

from bot.simulator import Person, Simulator
from tests.simulator.wire import Refused, Wire

OTHER_POLL = Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_an_offset_forgets_what_is_older_and_never_moves_back(wire: Wire, claire: Person) -> None:
    for number in range(4):
        claire.says(str(number))
    first = await wire.updates()
    assert texts(first) == ["0", "1", "2", "3"]
    ids = [update["update_id"] for update in first]
    assert ids == list(range(ids[0], ids[0] + 4))
    assert texts(await wire.updates()) == ["0", "1", "2", "3"]
    assert texts(await wire.updates(offset=ids[2])) == ["2", "3"]
    assert texts(await wire.updates(offset=ids[0])) == ["2", "3"]
    assert texts(await wire.updates(limit=1)) == ["2"]
    assert texts(await wire.updates(limit=0)) == ["2"]
    assert texts(await wire.updates(offset=-1)) == ["3"]
    assert await wire.updates(offset=ids[3] + 1) == []


async def test_a_long_poll_answers_as_soon_as_something_comes(wire: Wire, claire: Person) -> None:
    waiting = asyncio.ensure_future(wire.updates(timeout=30))
    await wire.call("getMe")
    before = time.monotonic()
    claire.says("coucou")
    assert texts(await waiting) == ["coucou"]
    assert time.monotonic() - before < 0.5


async def test_a_long_poll_ends_empty_after_its_time(wire: Wire) -> None:
    before = time.monotonic()
    assert await wire.updates(timeout=1) == []
    assert 0.9 < time.monotonic() - before < 2


async def test_a_second_long_poll_ends_the_older_one(wire: Wire, simulator: Simulator, claire: Person) -> None:
    older = asyncio.ensure_future(wire.call("getUpdates", timeout=30))
    await simulator.world.waits_for(lambda: len(simulator.world.calls) == 1)
    newer = asyncio.ensure_future(wire.call("getUpdates", timeout=30))
    assert await older == OTHER_POLL
    claire.says("coucou")
    assert texts(await newer) == ["coucou"]


async def test_updates_expire_after_24_hours(wire: Wire, simulator: Simulator, claire: Person) -> None:
    claire.says("hier")
    simulator.world.clock.advance(timedelta(hours=23, minutes=59))
    claire.says("aujourd’hui")
    assert texts(await wire.updates()) == ["hier", "aujourd’hui"]
    simulator.world.clock.advance(timedelta(minutes=1))
    assert texts(await wire.updates()) == ["aujourd’hui"]


async def test_allowed_updates_are_remembered(wire: Wire, claire: Person) -> None:
    message = claire.says("un")
    claire.reacts(message, "👍")
    assert [set(update) - {"update_id"} for update in await wire.updates()] == [{"message"}]
    last = (await wire.updates(allowed_updates=["message_reaction"]))[-1]["update_id"]
    claire.says("deux")
    claire.reacts(message, "🔥")
    (reaction,) = await wire.updates(offset=last + 1)
    assert reaction["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]
    await wire.updates(offset=reaction["update_id"] + 1, allowed_updates=[])
    claire.reacts(message, "👎")
    claire.says("trois")
    assert texts(await wire.updates()) == ["trois"]


async def test_a_backlog_waits_while_the_bot_is_away(wire: Wire, claire: Person) -> None:
    for number in range(150):
        claire.says(str(number))
    first = await wire.updates()
    second = await wire.updates(offset=first[-1]["update_id"] + 1)
    assert (len(first), len(second), second[-1]["message"]["text"]) == (100, 50, "149")


async def test_an_update_comes_twice_on_demand(wire: Wire, simulator: Simulator, claire: Person) -> None:
    claire.says("une fois")
    (update,) = await wire.updates()
    assert simulator.world.queue.repeat_last() == update["update_id"]
    assert await wire.updates(offset=update["update_id"] + 1) == [update]
    assert await wire.updates(offset=update["update_id"] + 1) == []


async def test_the_world_settles_once_the_bot_took_all(wire: Wire, simulator: Simulator, claire: Person) -> None:
    claire.says("un")
    settled = asyncio.ensure_future(simulator.world.settle(quiet=0.05))
    (update,) = await wire.updates()
    await wire.updates(offset=update["update_id"] + 1)
    await settled
    assert not simulator.world.queue.waiting
