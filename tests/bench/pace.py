"""Whether Telegram's pace is used and kept: `python -m tests.bench.pace` lets 10,000 reminders fall due at one minute.

The real bot speaks over HTTP with our server, which counts as Telegram does (30 messages a second, one a second in a chat) and answers 429
past it. One more person asks for /aide again and again meanwhile. Takes six minutes: 10,000 messages at 28 a second.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot import simulator
from bot.simulator import SimulatedClock, Simulator
from bot.simulator.people import Person
from bot.simulator.world import WorldSettings
from bot.wiring import Door, build_home, run_until
from storage.engine import open_store, upgrade
from tests.bench.schedulers import NOW, prepare_ours

ALLOWED = 30  # messages a second, by Telegram's rules
EACH = 3.0  # seconds between two questions of the one who talks


def main() -> None:
    """Prepares, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pace", description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="maillon-bench-", ignore_cleanup_errors=True) as folder:
        asyncio.run(measure(Path(folder), said.people))


async def measure(folder: Path, people: int) -> None:
    """One run; prints its figures."""
    clock = SimulatedClock()
    clock.advance_to(NOW)
    settings = WorldSettings(pace=True, history=20, calls=people * 3)
    served = await simulator.start(port=0, clock=clock, settings=settings)
    crowd = [served.world.person(f"P{n}", started=True) for n in range(people + 1)]
    url = f"sqlite:///{folder / 'pace.sqlite3'}"
    upgrade(url)
    prepare_ours(url, people + 1, chats=[one.id for one in crowd])
    store, stop = open_store(url), asyncio.Event()
    bot = asyncio.ensure_future(run_until(build_home(store, clock), Door(token=served.token, api_url=served.url), stop=stop))
    talker, hers = crowd[-1], []
    asking = asyncio.ensure_future(asks(talker, hers))
    for one in crowd[:-1]:
        await one.waits_for(lambda person: person.bot_messages or None, within=people)
    asking.cancel()
    stop.set()
    await bot
    show(served, people, hers)
    await served.stop()
    store.close()


async def asks(talker: Person, waited: list[float]) -> None:
    """One person who talks with the bot the while; how long each answer took."""
    while True:
        before, began = talker.revision, time.perf_counter()
        talker.says("/aide")
        await talker.waits_for_change(before, within=30)
        waited.append(time.perf_counter() - began)
        await asyncio.sleep(EACH)


def show(served: Simulator, people: int, waited: list[float]) -> None:
    """The figures, one a line."""
    sent = [call for call in served.world.calls if call.method == "sendMessage"]
    refused = sum(call.code == 429 for call in sent)
    rings = [call for call in sent if call.code == 200 and "réserver la salle" in str(call.raw.get("text", ""))]
    each = Counter(call.raw["chat_id"] for call in rings)
    span = max(call.at for call in rings) - min(call.at for call in rings)
    doubled = sum(count > 1 for count in each.values())
    print(
        f"{len(rings)} reminders in {span:.0f} s: {len(rings) / span:.1f} a second, {100 * len(rings) / span / ALLOWED:.0f} % of the pace"
    )
    print(f"429: {refused}; doubled: {doubled}; lost: {people + 1 - len(each)}; other violations: {len(served.world.violations)}")
    print(f"{len(waited)} answers meanwhile: median {statistics.median(waited):.2f} s, the slowest {max(waited):.2f} s")


if __name__ == "__main__":
    main()
